"""Where commands write: nothing that the tool did not make is removed or overwritten."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile.cases import HERE, Case, Content, Folder, Link, Locked
from tests.hostile.conftest import Hold
from tests.hostile.handed_in import room
from tests.hostile.projects import CLAIM, DAY, ISSUER, VISIT, clinic, project
from tests.hostile.test_cms import PTP, TEXTS
from tests.hostile.test_results import signing_key

GIT: dict[str, Content] = {"o/.git/HEAD": b"ref: refs/heads/main\n", "o/.git/objects/aa/bb": b"x"}
LLMS: dict[str, Content] = {"o/llms.txt": b"# Their own\n"}
MINE: dict[str, Content] = {"o/mine.txt": b"mine", "o/deep/er/mine.txt": b"mine"}


READY = "READY"
"""Stands for the project of `ready_root`."""


@pytest.fixture
def hold(hold: Hold, ready_root: str) -> Hold:
    """The same, with the project of `ready_root` in its place."""

    def there(argv: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ready_root if word == READY else word for word in argv)

    return lambda cases: hold(
        [
            Case(**{**vars(case), "argv": there(case.argv), "first": tuple(map(there, case.first))})
            for case in cases
        ]
    )


PROJECT = {**room(), "i.yaml": ISSUER.encode(), "b.pem": signing_key()}
FOLDERS: dict[str, tuple[str, ...]] = {
    "pages": ("pages", "--root", READY, "--out"),
    "export": ("export", "csv", "--root", "p", "--out"),
    "results": ("results", "r", "--root", "p", "--out"),
    "badge": (
        "badge",
        "r",
        "--issuer",
        "i.yaml",
        "--key",
        "b.pem",
        "--date",
        "2026-04-01",
        "--flagged",
        "--pass-mark",
        "1",
        "--root",
        "p",
        "--out",
    ),
    "new": ("new", "clinic"),
}
REPLACES = {"pages", "new"}
"""Those that want the folder for themselves alone."""

FILES: dict[str, tuple[str, ...]] = {
    "bundle": ("bundle", "--root", READY, "--out"),
    "class key": ("results", "--new-key"),
    "question keys": ("results", "--assignment", "first-week", "--root", "p", "--keys"),
    "badge key": ("badge", "--new-key"),
}

OCCUPIED: dict[str, Mapping[str, Content]] = {
    "a repository with llms.txt": {**GIT, **LLMS, **MINE},
    "a repository": GIT,
    "a stranger's llms.txt": {**LLMS, **MINE},
    "a stranger's files": MINE,
    "one file of a stranger": {"o/index.html": b"<h1>Mine</h1>"},
    "an owner's files": {"o/CNAME": b"codes.example", "o/.nojekyll": b"", "o/mine.txt": b"x"},
    "a mark that somebody copied": {
        "o/.rightcode": b"{}",
        "o/.rightcode-site": b"{}",
        "o/.rightcode.json": b"{}",
        **MINE,
    },
    "a link to a stranger's folder": {"elsewhere/mine.txt": b"mine", "o": Link("elsewhere")},
    "a link to a repository": {
        "elsewhere/.git/HEAD": b"x",
        "elsewhere/llms.txt": b"x",
        "o": Link("elsewhere"),
    },
    "a link in it that leads out": {
        "elsewhere/mine.txt": b"mine",
        "o/llms.txt": b"x",
        "o/codes": Link("../elsewhere"),
    },
}
IMPOSSIBLE: dict[str, tuple[str, Mapping[str, Content]]] = {
    "a file": ("o", {"o": b"mine"}),
    "below a file": ("o/a/b", {"o": b"mine"}),
    "a folder nobody may write": ("o", {"o": Folder(0o555)}),
    "below a folder nobody may write": ("w/o", {"w/mine": b"x", "w": Folder(0o555)}),
    "a folder nobody may read": ("o", {"o/mine": b"x", "o": Folder(0)}),
    "a name too long": ("n" * 300, {}),
    "a path too long": ("/".join(["n" * 200] * 30), {}),
    "a zero in the name": ("a\x00b", {}),
    "a link to itself": ("o", {"o": Link("o")}),
    "/dev/null": ("/dev/null", {}),
    "/dev/full": ("/dev/full", {}),
    "below /proc": ("/proc/rightcode", {}),
    "no name": ("", {}),
}
STRANGE = (
    "a\nb",
    "\x1b[31m",
    "\udcff",
    "é",
    "-rf",
    " ",
    "a b",
    "'",
    "~",
    "$HOME",
    "*",
    "o/",
    "./o",
    "o/../o",
    "{{7*7}}",
)


def outcome(
    name: str, argv: tuple[str, ...], out: str, files: Mapping[str, Content], **more: object
) -> Case:
    where = ("--", out) if argv[:2] == ("new", "clinic") and out.startswith("-") else (out,)
    return Case(
        f"outputs: {name}",
        (*argv, *where),
        {**PROJECT, **files},
        **{"may": ("p/.cache",), "problems": 3, **more},
    )  # type: ignore[arg-type]


def test_occupied_folders(hold: Hold) -> None:
    """A folder that holds anything of anybody else's is left as it is, or only added to."""
    cases = []
    for command, argv in FOLDERS.items():
        for name, files in OCCUPIED.items():
            alone = command in REPLACES
            cases.append(
                outcome(
                    f"{command} into {name}",
                    argv,
                    "o",
                    files,
                    want="refused" if alone else "any",
                    may=("p/.cache",) if alone else ("p/.cache", "o", "elsewhere"),
                    stays=tuple(files),
                )
            )
    hold(cases)


def test_own_outputs_are_known(hold: Hold) -> None:
    """A second run replaces what the first made, unless somebody has changed it since."""
    cases = []
    for command in ("pages", "export", "results", "badge"):
        argv = FOLDERS[command]
        cases.append(
            outcome(
                f"{command} twice",
                argv,
                "o",
                {},
                want="fine",
                first=((*argv, "o"),),
                may=("p/.cache", "o"),
            )
        )
        cases.append(
            outcome(
                f"{command} twice, a file of mine added",
                argv,
                "o",
                {},
                first=((*argv, "o"),),
                between=MINE,
                may=("p/.cache", "o"),
                stays=tuple(MINE),
            )
        )
    for command, made in (
        ("export", "o/basics.csv"),
        ("results", "o/gradebook.csv"),
        ("results", "o/results.xlsx"),
        ("pages", "o/index.md"),
    ):
        argv = FOLDERS[command]
        name = Path(made).name
        cases.append(
            outcome(
                f"{command} over {name} of somebody else",
                argv,
                "o",
                {made: b"mine"},
                may=("p/.cache", "o"),
                stays=(made,),
            )
        )
        cases.append(
            outcome(
                f"{command} over its {name}, changed since",
                argv,
                "o",
                {},
                first=((*argv, "o"),),
                between={made: b"corrected by hand"},
                may=("p/.cache", "o"),
                stays=(made,),
            )
        )
    for command in ("results", "export"):
        argv = FOLDERS[command]
        for name in (
            "gradebook.csv",
            "results.xlsx",
            "analysis.html",
            "answers.csv",
            "questions.csv",
            "report.json",
            "report.md",
        ):
            files: dict[str, Content] = {"mine": b"mine", f"o/{name}": Link("../mine")}
            cases.append(
                outcome(
                    f"{command} through a link called {name}",
                    argv,
                    "o",
                    files,
                    may=("p/.cache", "o"),
                    stays=("mine",),
                )
            )
    hold(cases)


def test_impossible_folders(hold: Hold) -> None:
    is_root = os.geteuid() == 0
    hold(
        [
            outcome(f"{command} into {name}", argv, out, files, want="refused", stays=tuple(files))
            for command, argv in FOLDERS.items()
            for name, (out, files) in IMPOSSIBLE.items()
            # root may write anywhere, so an empty folder is as good as any
            if not (command == "new" and name == "a folder nobody may write" and is_root)
        ]
    )


def test_impossible_files(hold: Hold) -> None:
    cases = []
    for command, argv in FILES.items():
        for name, (out, files) in IMPOSSIBLE.items():
            if command == "bundle" and out in ("/dev/null",):
                continue
            if name in (
                "a file",
                "a folder nobody may write",
                "a folder nobody may read",
                "a link to itself",
            ):
                cases.append(
                    outcome(
                        f"{command} over {name}",
                        argv,
                        "o",
                        files,
                        want="refused",
                        stays=tuple(files),
                    )
                )
            else:
                cases.append(outcome(f"{command} to {name}", argv, out, files, want="refused"))
        for name, files in {
            "a file of mine": {"o": b"mine"},
            "my class key": {"o": b'{"format": "rightcode-class-key"}'},
            "my private key": {"o": signing_key()},
            "a zip of mine": {"o": b"PK\x03\x04mine"},
            "a folder of mine": {"o/mine": b"x"},
            "a link to a file of mine": {"elsewhere": b"mine", "o": Link("elsewhere")},
            "a link to nothing": {"o": Link("elsewhere")},
        }.items():
            cases.append(
                outcome(
                    f"{command} over {name}", argv, "o", files, want="refused", stays=tuple(files)
                )
            )  # type: ignore[arg-type]
        cases.append(
            outcome(
                f"{command} over the issuer", argv, "i.yaml", {}, want="refused", stays=("i.yaml",)
            )
        )
        cases.append(
            outcome(
                f"{command} over a content file",
                argv,
                "p/content/sources.yaml",
                {},
                want="refused",
                stays=("p/content/sources.yaml",),
            )
        )
    hold(cases)


def test_strange_names(hold: Hold) -> None:
    hold(
        [
            outcome(
                f"{command} into {out!r}",
                argv,
                out,
                {},
                may=(
                    "p/.cache",
                    out.rstrip("/").removeprefix("./").replace("[", "[[]"),
                    "o",
                    "r/zzz",
                ),
            )
            for command, argv in (
                *FOLDERS.items(),
                ("class key", FILES["class key"]),
                ("badge key", FILES["badge key"]),
            )
            for out in STRANGE
        ]
    )


def _anything_in(folder: str) -> str:
    """The pattern of what may be made in a folder, however it is written."""
    return str(Path(os.path.normpath(folder)) / "*")


def test_places_in_the_project(hold: Hold) -> None:
    """The project's own folders are no place for output."""
    hold(
        [
            outcome(
                f"{command} into {out}",
                argv,
                out,
                {},
                want="refused" if command in REPLACES else "any",
                stays=tuple(name for name in PROJECT if name.startswith(("p/", "r/"))),
                may=("p/.cache", *(() if command in REPLACES else (_anything_in(out),))),
            )
            for command, argv in FOLDERS.items()
            for out in (
                "p",
                "p/content",
                "p/quizzes",
                "r",
                ".",
                "p/.",
                "p/content/..",
                "p/content/codes",
            )
        ]
    )


def test_full_disks(hold: Hold) -> None:
    """Nothing is left half written under its own name, and what was there before stays."""
    cases = []
    for command, argv in FOLDERS.items():
        for largest in (0, 100, 2_000):
            cases.append(
                outcome(
                    f"{command} with no file above {largest} bytes",
                    argv,
                    "o",
                    {},
                    largest_file=largest,
                    may=("p/.cache", "o", ".o*", "tmp*"),
                    want="any" if largest > 1_000 or command == "new" else "refused",
                )
            )
        cases.append(
            outcome(
                f"{command} onto a full disk",
                argv,
                "disk/o",
                {},
                full_disk="disk",
                may=("p/.cache", "disk"),
            )
        )
    for command, argv in FILES.items():
        cases.append(
            outcome(
                f"{command} with no room for a file",
                argv,
                "o",
                {},
                largest_file=0,
                want="refused",
                never=(r"Wrote",),
                may=("p/.cache",),
            )
        )
    cases.append(
        outcome(
            "results over older ones with no room",
            FOLDERS["results"],
            "o",
            {},
            first=((*FOLDERS["results"], "o"),),
            largest_file=100,
            may=("p/.cache",),
            want="refused",
        )
    )
    hold(cases)


def test_streams(hold: Hold) -> None:
    """Output that nobody reads, that cannot be written, or that knows no quotation marks."""
    files = {
        **project(),
        "v.yaml": VISIT.encode(),
        "d.yaml": DAY.encode(),
        "l.yaml": CLAIM.encode(),
        "a.md": b"97124 is exercise.",
        PTP: TEXTS[PTP],
    }
    commands = (
        ("check", "--root", "p"),
        ("check", "--root", "p", "--format", "json"),
        ("blueprint", "--root", "p"),
        ("where", "codes/97124", "--root", "p"),
        ("visit", "v.yaml", "--root", "p"),
        ("units", "d.yaml", "--method", "cms", "--root", "p"),
        ("review", "l.yaml", "--visit", "v.yaml", "--root", "p"),
        ("edits", "97124", "97140", "--date", "2026-03-02", "--root", "p"),
        ("on", "2026-03-02", "--root", "p"),
        ("fact-check", "a.md", "--root", "p"),
        ("fact-check", "a.md", "--root", "p", "--format", "json"),
        ("import-cms", "--root", "p", PTP),
        ("--help",),
    )
    hold(
        [
            Case(
                f"streams: {' '.join(argv)[:40]} {kind}",
                argv,
                files,
                stdout=kind,
                never=("Broken pipe",),
                may=("p/.cache", "p/.rightcode"),
            )
            for argv in commands
            for kind in ("closed", "full", "ascii")
        ]
    )


def test_serve(hold: Hold, ready_root: str) -> None:
    """A port that is taken, and addresses that are none."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        hold(
            [
                Case(
                    f"serve at {word[:30]!r}",
                    ("serve", "--root", ready_root, "--address", word),
                    want="refused",
                )
                for word in (
                    f"127.0.0.1:{port}",
                    "",
                    "x",
                    ":",
                    "127.0.0.1:99999",
                    "127.0.0.1:-1",
                    "[::1",
                    "256.0.0.1:8000",
                    "127.0.0.1:8000:1",
                    "nowhere.invalid:8000",
                    "127.0.0.1:８０x",
                    "http://127.0.0.1:8000",
                    "127.0.0.1:1e3",
                    "\x1b[31m:1",
                    "a b:1",
                    "127.0.0.1:",
                    "203.0.113.1:8000",
                )
            ]
        )


def test_new_clinic_names(hold: Hold) -> None:
    """Whatever the clinic is called, what is made is sound or nothing is made."""
    names = (
        "",
        " ",
        "a: b",
        '"',
        "'",
        "\n",
        "a\nb: c",
        "# x",
        "[x",
        "{",
        "&a",
        "*a",
        "!x",
        "%",
        "@",
        "`",
        "- a",
        "? a",
        "yes",
        "010",
        "2026-01-01",
        "~",
        "\x00"[:0] + "é",
        "😀" * 20,
        "x" * 61,
        "x" * 10_000,
        "<script>hostile()</script>",
        "\x1b[31m",
        "\u202e",
        "{{ 7 * 7 }}",
        "a\tb",
        "\udcff",
        "null",
        "1e308",
    )
    cases = [
        Case(
            f"new clinic named {name[:20]!r}, {len(name)} characters",
            ("new", "clinic", "c", "--name", name),
            {},
            may=("c",),
        )
        for name in names
    ]
    cases += [
        Case(
            f"check of a clinic named {name[:20]!r}, {len(name)} characters",
            ("check", "--root", "p", "--overlay", "c"),
            project(),
            first=(("new", "clinic", "c", "--name", name),),
            may=("p/.cache", "c/.cache"),
            problems=20,
        )
        for name in names
        if "\udcff" not in name
    ]
    hold(cases)


def test_build_and_bundle(hold: Hold, ready_root: str) -> None:
    """The site's own folder, whatever lies there; refused before anything is built."""
    build, bundle = (
        ("build", "--root", ready_root, "--out"),
        ("bundle", "--root", ready_root, "--out"),
    )
    cases = [
        Case(
            f"build into {name}",
            (*build, f"{HERE}/o"),
            dict(files),
            want="refused",
            stays=tuple(files),
        )
        for name, files in OCCUPIED.items()
    ]
    cases += [
        Case(
            f"build into {name}",
            (*build, out if out.startswith("/") or not out else f"{HERE}/{out}"),
            dict(files),
            want="refused",
            stays=tuple(files),
        )
        for name, (out, files) in IMPOSSIBLE.items()
    ]
    cases += [
        Case(f"bundle over {name}", (*bundle, out), files, want="refused", stays=tuple(files))
        for name, out, files in (
            ("a file of mine", "mkdocs.yml", {"mkdocs.yml": b"site_name: Mine\n"}),
            ("a zip of mine", "o.zip", {"o.zip": b"PK\x03\x04mine"}),
            ("a folder", "o", {"o/mine": b"x"}),
            ("a locked file", "o.zip", {"o.zip": Locked(b"x", 0o444)}),
        )
    ]
    hold(cases)


CLINIC = clinic()
