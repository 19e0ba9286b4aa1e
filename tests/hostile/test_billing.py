"""units, visit, review, edits, on and blueprint on hostile input."""

import json
from collections.abc import Iterator

import yaml

from tests.hostile.cases import Case, Folder, Link, Locked, Repeat
from tests.hostile.conftest import Hold
from tests.hostile.projects import CLAIM, DAY, VISIT, project
from tests.hostile.values import SCALARS, chance, wholes, with_breaks, with_scalars

TRAPS = {"octal", "binary", "base 60", "base 60 of three", "underscored"}
"""What YAML 1.1 reads as another number than a reader sees."""

MANY = 200_000
OTHER = (
    b'  - {code: "97110", plain_name: Exercise, status: active, sources: [cms-table], as_of:'
    b" 2026-04-01}\n"
)
NUMBERS = ("minutes", "units", "regions", "area_cm2", "allowed_so_far_usd")


def on(what: str, name: str, content: bytes, root: str) -> Case:
    """A case of one file."""
    want, _, way = name.partition(" at ")
    command = {
        "units": ("units", "in.yaml", "--method", "cms"),
        "visit": ("visit", "in.yaml"),
        "claim": ("review", "in.yaml", "--visit", "sound.yaml"),
        "reviewed": ("review", "sound.yaml", "--visit", "in.yaml"),
    }[what]
    sound = {"claim": VISIT, "reviewed": CLAIM}.get(what)
    trap = want in TRAPS and way.rpartition(".")[2] in NUMBERS
    return Case(
        f"{what}: {name}",
        (*command, "--root", root),
        {"in.yaml": content, **({"sound.yaml": sound.encode()} if sound else {})},
        want="refused" if trap else "any",
        place=r'in\.yaml:\d+:\d+|"verdict": "denied"',
    )


def of(what: str, text: str, scalars: int, breaks: int, root: str) -> Iterator[Case]:
    for name, content in with_scalars(text, scalars, what):
        yield on(what, name, content, root)
    for name, content in with_breaks(text, breaks, what):
        yield on(what, name, content, root)


def no_documents(what: str, root: str) -> Iterator[Case]:
    for name, content in wholes():
        case = on(what, f"a file that is {name}", content, root)
        yield Case(**{**vars(case), "want": "refused", "problems": MANY if "many" in name else 1})


def test_units(hold: Hold, base_root: str) -> None:
    hold([*of("units", DAY, 170, 50, base_root), *no_documents("units", base_root)])


def test_visit(hold: Hold, base_root: str) -> None:
    hold([*of("visit", VISIT, 300, 60, base_root), *no_documents("visit", base_root)])


def test_review(hold: Hold, base_root: str) -> None:
    hold(
        [
            *of("claim", CLAIM, 120, 40, base_root),
            *of("reviewed", VISIT, 50, 20, base_root),
            *no_documents("claim", base_root),
        ]
    )


def test_json(hold: Hold, base_root: str) -> None:
    """The same as JSON, which a program may write with escapes and in one line."""
    cases = []
    for what, text in (("units", DAY), ("visit", VISIT), ("claim", CLAIM)):
        value = yaml.safe_load(text)
        for indent in (None, 2):
            written = json.dumps(value, indent=indent, default=str)
            cases.append(
                Case(
                    **{
                        **vars(
                            on(what, f"sound JSON, indent {indent}", written.encode(), base_root)
                        ),
                        "want": "fine",
                    }
                )
            )
        for name, content in with_scalars(json.dumps(value, default=str), 40, what, "json"):
            cases.append(on(what, f"JSON, {name}", content, base_root))
        for name, content in with_breaks(
            json.dumps(value, indent=1, default=str), 12, what, "json"
        ):
            cases.append(on(what, f"JSON, {name}", content, base_root))
    value = yaml.safe_load(VISIT)
    value["services"][0]["clinician"] = "Zoë 😀"
    for plain in (True, False):
        written = json.dumps(value, ensure_ascii=plain, default=str).encode()
        case = on(
            "visit", f"JSON with a character beyond 16 bits, escaped {plain}", written, base_root
        )
        cases.append(Case(**{**vars(case), "want": "fine"}))
    hold(cases)


def many(number: int, **changed: object) -> bytes:
    services = [{"id": f"s{n}", "code": "97140", "minutes": 1, **changed} for n in range(number)]
    return json.dumps(
        {**yaml.safe_load(VISIT), "date": "2026-03-02", "services": services}
    ).encode()


def many_lines(number: int) -> bytes:
    return json.dumps({"lines": [{"code": "97124", "units": 1, "modifiers": []}] * number}).encode()


def test_size(hold: Hold, base_root: str) -> None:
    """Files without an end, and documents with far too many of something."""
    endless = b"discipline: pt\nservices:\n"
    service = b'  - {id: a, code: "97124", minutes: 1}\n'
    cases = []
    for what in ("units", "visit", "claim", "reviewed"):
        for name, content in {
            "a link to /dev/zero": Link("/dev/zero"),
            "a link to /dev/urandom": Link("/dev/urandom"),
            "a link to /dev/null": Link("/dev/null"),
            "a link to itself": Link("in.yaml"),
            "a link to nothing": Link("nowhere"),
            "a folder": Folder(),
            "a file nobody may read": Locked(b"a: 1", 0),
            "a gigabyte of nothing": Repeat(b"\x00", 300_000_000),
            "300 MB of text": Repeat(b"x: 1\n", 60_000_000),
            "30 MB of services": Repeat(service, 750_000, endless),
            "40 MB of one word": Repeat(b"w", 40_000_000),
            "9 MB of brackets": Repeat(b"[", 9_000_000),
            "4 MB of flow": Repeat(b"[a, ", 1_000_000),
        }.items():
            case = on(what, name, b"", base_root)
            if "/dev" in name or name.startswith("a "):
                case = Case(**{**vars(case), "place": r"in\.yaml"})
            cases.append(
                Case(
                    **{
                        **vars(case),
                        "want": "refused",
                        "place": r"in\.yaml",
                        "files": {**case.files, "in.yaml": content},
                    }
                )
            )
    for number in (100, 1_000, 10_000, 130_000):
        cases.append(on("visit", f"{number} services of a minute", many(number), base_root))
        cases.append(
            on("visit", f"{number} services apart", many(number, separate=True), base_root)
        )
        cases.append(
            on("visit", f"{number} services of no minutes", many(number, minutes=None), base_root)
        )
        cases.append(on("claim", f"{number} lines", many_lines(number), base_root))
        days = {"services": [{"code": "97140", "minutes": 1}] * number}
        cases.append(on("units", f"{number} services", json.dumps(days).encode(), base_root))
        spread = {
            "services": [
                {"code": f"{10000 + n}", "minutes": 7 + n % 9, "timed": True} for n in range(number)
            ]
        }
        cases.append(on("units", f"{number} codes", json.dumps(spread).encode(), base_root))
    hold([Case(**{**vars(case), "problems": MANY}) for case in cases])


def test_codes_that_tie(hold: Hold, base_root: str) -> None:
    """Many codes with minutes that leave the choice open."""
    known = [f"9{7200 + number}" for number in range(140)]
    listed = "codes:\n" + "".join(
        f'  - {{code: "{code}", plain_name: Code {code}, status: active, sources: [cms-table],'
        " as_of: 2026-04-01}\n"
        for code in known
    )
    root = {**project(), "p/content/other_codes.yaml": listed.encode() + OTHER}
    cases = []
    for number in (2, 10, 20, 30, 40, 60, 80, 120):
        for minutes, name in (
            (5, "of five minutes"),
            (8, "of eight minutes"),
            (22, "of 22 minutes"),
            (0, "of other minutes"),
        ):
            for people in (("therapist",), ("therapist", "assistant")):
                services = [
                    {"code": code, "minutes": minutes or 7 + place % 9, "timed": True, "by": by}
                    for place, code in enumerate(known[:number])
                    for by in people
                ]
                cases.append(
                    Case(
                        f"ties: {number} codes {name} by {len(people)}",
                        (
                            "units",
                            "in.json",
                            "--method",
                            "cms" if minutes != 8 else "ama",
                            "--root",
                            "p",
                        ),
                        {**root, "in.json": json.dumps({"services": services}).encode()},
                        may=("p/.cache",),
                        problems=4,
                    )
                )
    hold(cases)


def test_options(hold: Hold, base_root: str) -> None:
    """What a person may type where a code, a day, a payer, a file or a folder is asked for."""
    words = [
        "",
        " ",
        "x",
        "-1",
        "0",
        "97124",
        "97124 ",
        "9712",
        "971244",
        "９７１２４",
        "97124\n97140",
        "\x1b[31m",
        "../../etc/passwd",
        "*",
        "'",
        '"',
        "%s",
        "--",
        "-",
        "A" * 5_000,
        "é",
        "e\u0301",
        "\u202e97124",
        "97124,97140",
        "2026-03-02",
        "2026-02-30",
        "2026-3-2",
        "20260302",
        "2026-W10-1",
        "2026-03-02T00:00:00",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-2026-03-02",
        "２０２６-03-02",
        "today",
        "nan",
        "1e9",
        "true",
        "medicare-part-b",
        "__proto__",
        "practitioner",
        "hospital",
        "dme",
        "cms",
        "ama",
        "CMS",
        "text",
        "json",
    ]
    cases = [
        Case(
            f"options: {number} {name} {word[:20]!r}",
            (*argv, "--root", base_root),
            {"v.yaml": VISIT.encode()},
            **more,
        )
        for place, word in enumerate(words)
        for number, (name, argv, more) in enumerate(
            (
                ("edits code", ("edits", word, "97140", "--date", "2026-03-02"), {}),
                ("edits date", ("edits", "97124", "97140", "--date", word), {}),
                (
                    "edits setting",
                    ("edits", "97124", "97140", "--date", "2026-03-02", "--setting", word),
                    {},
                ),
                ("on day", ("on", word), {}),
                ("on code", ("on", "2026-03-02", word), {}),
                ("on payer", ("on", "2026-03-02", "--payer", word), {}),
                ("units method", ("units", "v.yaml", "--method", word), {"problems": 20}),
                ("check as of", ("check", "--as-of", word), {}),
                ("check format", ("check", "--format", word), {}),
                ("blueprint format", ("blueprint", "--format", word), {}),
                ("visit file", ("visit", word), {}),
            )
        )
        if (place + number) % 2 == 0
    ]
    hold(cases)


def test_roots(hold: Hold) -> None:
    """A root that is no project, cannot be read, is a file, or is not there."""
    commands = {
        "check": ("check",),
        "visit": ("visit", "v.yaml"),
        "units": ("units", "d.yaml", "--method", "cms"),
        "review": ("review", "l.yaml", "--visit", "v.yaml"),
        "edits": ("edits", "97124", "97140", "--date", "2026-03-02"),
        "on": ("on", "2026-03-02"),
        "blueprint": ("blueprint",),
        "schema": ("schema",),
        "build": ("build",),
        "pages": ("pages", "--out", "o"),
        "bundle": ("bundle", "--out", "o.zip"),
        "export": ("export", "csv", "--out", "o"),
        "results": ("results", "r", "--out", "o"),
        "badge": ("badge", "r", "--issuer", "v.yaml", "--key", "v.yaml", "--out", "o"),
        "import-cms": ("import-cms", "--compare"),
        "fact-check": ("fact-check", "a.md"),
        "serve": ("serve", "--address", "127.0.0.1:0"),
    }
    given = {
        "v.yaml": VISIT.encode(),
        "d.yaml": DAY.encode(),
        "l.yaml": CLAIM.encode(),
        "a.md": b"97124 is massage.",
        "r/a.json": b"{}",
    }
    roots = {
        "not there": ("nowhere", {}),
        "a file": ("v.yaml", {}),
        "an empty folder": ("p", {"p": Folder()}),
        "a folder nobody may read": ("p", {"p": Folder(0)}),
        "content that is a file": ("p", {"p/content": b"x"}),
        "content that is a link to itself": ("p", {"p/content": Link("content")}),
        "content that leads out": ("p", {"p/content": Link("/etc")}),
        "quizzes nobody may read": ("p", {"p/content/sources.yaml": b"{}", "p/quizzes": Folder(0)}),
        "a name too long": ("n" * 300, {}),
        "a zero in the name": ("a\x00b", {}),
        "a name that is no text": ("\udcff\udcfe", {}),
    }
    hold(
        [
            Case(
                f"roots: {command} with {name}",
                (*argv, "--root", root),
                {**given, **files},
                want="any" if command == "schema" else "refused",
                may=("p/site_config", "p/.cache"),
            )
            for command, argv in commands.items()
            for name, (root, files) in roots.items()
        ]
    )


def test_scalars_are_used_up() -> None:
    """Every hostile scalar has its turn in the documents of visits."""
    drawn = {name.partition(" at ")[0] for name, _ in with_scalars(VISIT, 300, "visit")}
    assert drawn == set(SCALARS) and chance("a").random() == chance("a").random()
