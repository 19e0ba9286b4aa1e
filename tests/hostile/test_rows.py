"""The faults that were found by hand, a test for each by its number in the report of attacks.

Rows 5, 11, 13, 17 and 18 are the browser's: tests/js/hostile/rows.test.js and
tests/e2e/test_hostile_rows.py.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.hostile import judge
from tests.hostile.cases import HERE, Case, Content, Link
from tests.hostile.conftest import Hold
from tests.hostile.fake_store import stores
from tests.hostile.handed_in import raw, result, room
from tests.hostile.projects import DAY, VISIT, clinic, project
from tests.hostile.test_content import LESSON, LOGOS, SVG, overlaid
from tests.hostile.test_outputs import GIT, LLMS, MINE
from tests.hostile.test_results import KEY, TEMPLATE, sealed

ROOT = Path(__file__).parents[2]


def test_row_01_a_strangers_folder_is_never_deleted(hold: Hold, ready_root: str) -> None:
    """build and pages into a folder with .git and llms.txt; .site-old; CNAME; a link."""
    pages = ("pages", "--root", ready_root, "--out", "o")
    site = ("build", "--root", ready_root, "--out", f"{HERE}/site")
    owner: dict[str, Content] = {"site/CNAME": b"codes.example", "site/.nojekyll": b""}
    hold(
        [
            Case(
                "row 01: pages into a repository with llms.txt",
                pages,
                {**project(), **GIT, **LLMS, **MINE},
                want="refused",
            ),
            Case(
                "row 01: build into a repository with llms.txt",
                ("build", "--root", ready_root, "--out", f"{HERE}/o"),
                {**GIT, **LLMS, **MINE},
                want="refused",
            ),
            Case(
                "row 01: .site-old of the owner's",
                site,
                {".site-old/mine": b"mine", "site-old/mine": b"mine"},
                want="fine",
                may=("site",),
            ),
            Case(
                "row 01: CNAME stays over a second build",
                site,
                {},
                first=(site,),
                between=owner,
                want="any",
                may=("site",),
                stays=tuple(owner),
            ),
            Case(
                "row 01: a link to the web root stays one",
                site,
                {"www/x": b"", "site": Link("www")},
                first=(),
                may=("www",),
                stays=("site",),
            ),
            Case(
                "row 01: a link to an empty web root is built into twice",
                site,
                {"site": Link("www"), "www/.nojekyll": b""},
                first=(),
                may=("www",),
                stays=("site", "www/.nojekyll"),
            ),
        ]
    )


def test_row_02_a_key_is_never_overwritten(hold: Hold, ready_root: str) -> None:
    """Options that write beside options that read; bundle over mkdocs.yml."""
    files: dict[str, Content] = {
        **room(),
        "class.json": raw(KEY),
        "mkdocs.yml": b"site_name: Mine\n",
    }
    cases = [
        Case(
            f"row 02: results {' '.join(more)}",
            ("results", "r", "--out", "o", "--root", "p", *more),
            files,
            may=("p/.cache", "o"),
            stays=("class.json",),
        )
        for more in (
            ("--keys", "class.json"),
            ("--new-key", "class.json"),
            ("--key", "class.json"),
            ("--question-keys", "class.json"),
            ("--write-keys", "class.json"),
        )
    ]
    cases.append(
        Case(
            "row 02: keys alone",
            ("results", "--keys", "class.json", "--assignment", "first-week", "--root", "p"),
            files,
            may=("p/.cache",),
            stays=("class.json",),
            want="refused",
        )
    )
    cases.append(
        Case(
            "row 02: bundle over mkdocs.yml",
            ("bundle", "--root", ready_root, "--out", "mkdocs.yml"),
            files,
            may=("p/.cache",),
            stays=("mkdocs.yml",),
            want="refused",
        )
    )
    hold(cases)
    helped = subprocess.run(
        [sys.executable, "-m", "generator.cli", "results", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    options = sorted(set(re.findall(r"--[a-z-]+", helped.stdout)))
    near = [
        (one, other)
        for one in options
        for other in options
        if one < other and other.startswith(one) and len(other) - len(one) == 1
    ]
    assert near == [], f"options that differ by a letter: {near}"


def test_row_03_one_file_costs_nobody_elses_result(hold: Hold) -> None:
    late = {**TEMPLATE, "finished": "9999-12-31T23:59:59Z"}
    early = {**TEMPLATE, "started": "0001-01-01T00:00:00Z"}
    half = raw({**TEMPLATE, "id": "\ud800"})
    answers = [{**TEMPLATE["answers"][0], "started": "9999-12-31T23:59:59Z"}]
    strange: dict[str, dict[str, Content]] = {
        "the year 9999": {"r/a.json": raw(late)},
        "the year 1": {"r/a.json": raw(early)},
        "an answer of the year 9999": {"r/a.json": raw({**TEMPLATE, "answers": answers})},
        "a Latin file name": {"r/caf\udce9.json": raw(TEMPLATE)},
        "a broken file of a Latin name": {"r/caf\udce9.json": b"{"},
        "half a surrogate as id": {"r/a.json": half},
        "half a surrogate as name": {
            "r/a.json": raw({**TEMPLATE, "learner": {"name": "\ud800", "id": "\udfff"}})
        },
        "half a surrogate as title": {
            "r/a.json": raw(
                {**TEMPLATE, "assignment": {**TEMPLATE["assignment"], "title": "\ud800"}}
            )
        },
    }
    strange["all of them"] = {
        f"r/{n}{name.removeprefix('r/')}": content
        for n, files in enumerate(strange.values())
        for name, content in files.items()
    }
    hold(
        [
            Case(
                f"row 03: {name}",
                ("results", "r", "--out", "o", "--root", "p"),
                {**room(), **files},
                may=("p/.cache", "o"),
                holds=(("o/gradebook.csv", "Sound Learner"), ("o/gradebook.csv", "Last Learner")),
            )
            for name, files in strange.items()
        ]
    )


def test_row_04_credentials_stay_with_their_origin(tmp_path: Path) -> None:
    from tests.hostile.test_stores import asked, sound_statements

    with stores(sound_statements()) as (one, other):
        cases = [
            asked(f"row 04 redirect {status} {where}", f"{one.address}/redirect-{status}-{where}")
            for status in (301, 302, 307, 308)
            for where in ("other", "localhost", "protocol")
        ]
        judge.hold(cases, tmp_path / "cases", 4)
        assert other.credentials() == []
        assert [head for head in one.credentials() if "Host: localhost" in head] == []


def test_row_06_markup_of_a_clinic_and_of_lessons(hold: Hold, ready_root: str) -> None:
    """The name is text, the logo cannot run, a lesson's HTML goes through an allow-list."""
    name = '<meta http-equiv="refresh" content="0;url=https://evil.example">'
    lesson = (
        BASE_LESSON + '\n<meta http-equiv="refresh" content="0;url=https://evil.example">\n'
    ).encode()
    overlay = ("--overlay", "c")
    never = "http-equiv=.?refresh"
    cases = [
        Case(
            f"row 06: pages with {what}",
            ("pages", "--root", ready_root, "--out", "o", *more),
            {**clinic(), **files},
            may=("p/.cache", "c/.cache", "o"),
            holds=(
                ("o/index.md", f"(?s)\\A(?!.*{never})"),
                *(((f"o/{page}", f"(?s)\\A(?!.*{never})"),) if page else ()),
            ),
        )
        for what, files, more, page in (
            (
                "a clinic's name",
                {"c/clinic.yaml": yaml.safe_dump({"name": name[:60]}).encode()},
                overlay,
                "",
            ),
            (
                "a clinic's words",
                {"c/clinic.yaml": yaml.safe_dump({"name": "R", "about": name}).encode()},
                overlay,
                "",
            ),
        )
    ]
    cases.append(
        Case(
            "row 06: a lesson that refreshes",
            ("check", "--root", "p"),
            {**project(), f"p/{LESSON}": lesson},
            want="refused",
            place=r"using-massage\.md:\d+",
            may=("p/.cache",),
        )
    )
    for what in (
        "script",
        "handler",
        "link",
        "foreign object",
        "outside",
        "animation",
        "handler in capitals",
        "entity of a file",
        "sixteen bits",
    ):
        files = {"c/clinic.yaml": b"name: R\nlogo: logo.svg\n", "c/logo.svg": LOGOS[what]}
        cases.append(
            overlaid(f"row 06: a logo with {what}", files, want="refused", place=r"logo\.svg")
        )
    cases.append(
        overlaid(
            "row 06: a sound logo",
            {"c/clinic.yaml": b"name: R\nlogo: logo.svg\n", "c/logo.svg": SVG},
            want="fine",
        )
    )
    hold(
        [Case(**{**vars(case), "name": case.name.replace("overlay: row", "row")}) for case in cases]
    )


BASE_LESSON = bytes(project()[f"p/{LESSON}"]).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "key",
    [
        "~: 1",
        "1.5: 1",
        "2026-01-01: 1",
        "{5: 1}",
        "5: 1",
        "true: 1",
        ".nan: 1",
        "? [a]\n: 1",
        "2026-01-01T00:00:00Z: 1",
        "!!binary aGk=: 1",
    ],
)
def test_row_07_yaml_keys_that_are_no_text(hold: Hold, base_root: str, key: str) -> None:
    content = f"{key}\n".encode()
    hold(
        [
            Case(
                f"row 07: visit {key}",
                ("visit", "in.yaml", "--root", base_root),
                {"in.yaml": content},
                want="refused",
                place=r"in\.yaml:\d+:\d+",
            ),
            Case(
                f"row 07: units {key}",
                ("units", "in.yaml", "--method", "cms", "--root", base_root),
                {"in.yaml": content},
                want="refused",
                place=r"in\.yaml:\d+:\d+",
            ),
            Case(
                f"row 07: a visit's details {key}",
                ("visit", "in.yaml", "--root", base_root),
                {"in.yaml": VISIT.encode() + content},
                want="refused",
                place=r"in\.yaml:\d+:\d+",
            ),
            Case(
                f"row 07: a content file {key}",
                ("check", "--root", "p"),
                {**project(), "p/content/glossary.yaml": content},
                want="refused",
                place=r"glossary\.yaml:\d+:\d+",
                may=("p/.cache",),
                problems=8,
            ),
            Case(
                f"row 07: a clinic {key}",
                ("check", "--root", "p", "--overlay", "c"),
                {**project(), **clinic(), "c/clinic.yaml": content},
                want="refused",
                place=r"clinic\.yaml:\d+:\d+",
                may=("p/.cache",),
                problems=8,
            ),
        ]
    )


def test_row_08_ordinary_mistakes(hold: Hold, base_root: str, ready_root: str) -> None:
    visit = VISIT.replace("100.5", "1e308").encode()
    results = ("--out", "o", "--root", "p")
    hold(
        [
            Case(
                "row 08: 1e308 dollars",
                ("visit", "in.yaml", "--root", base_root),
                {"in.yaml": visit},
            ),
            Case(
                "row 08: a table with other columns",
                ("results", "t.csv", *results),
                {**room(), "t.csv": b"a,b\n1,2\n"},
                want="refused",
                place=r"t\.csv",
                may=("p/.cache",),
            ),
            Case(
                "row 08: an empty table",
                ("results", "t.csv", *results),
                {**room(), "t.csv": b""},
                want="refused",
                place=r"t\.csv",
                may=("p/.cache",),
            ),
            Case(
                "row 08: a bad Parquet file",
                ("results", "t.parquet", *results),
                {**room(), "t.parquet": b"PAR1x"},
                want="refused",
                place=r"t\.parquet",
                may=("p/.cache",),
            ),
            Case(
                "row 08: half an address of a store",
                ("results", "--lrs", "http://[::1", *results),
                room(),
                want="refused",
                may=("p/.cache",),
            ),
            Case(
                "row 08: a full disk under the site",
                ("build", "--root", ready_root, "--out", f"{HERE}/disk/site"),
                full_disk="disk",
                want="refused",
                says=(r"disk/site cannot be written \((No space left|File too large)",),
                may=("disk",),
            ),
            *(
                Case(
                    f"row 08: {command[0]} --out {out}",
                    (*command, "--out", out),
                    {**room(), "f": b"x"},
                    want="refused",
                    may=("p/.cache",),
                    seconds=1.2,  # no site is built for an output that cannot be written
                )
                for command in (
                    ("pages", "--root", ready_root),
                    ("export", "csv", "--root", "p"),
                    ("results", "r", "--root", "p"),
                    ("bundle", "--root", ready_root),
                )
                for out in ("f/o", "/proc/o", "n" * 300, "/dev/full/o")
            ),
        ]
    )


def real_codes() -> list[str]:
    return sorted(path.stem for path in (ROOT / "content" / "codes").glob("*.yaml"))


def test_row_09_every_input_is_bounded(hold: Hold, base_root: str) -> None:
    """/dev/zero, a visit of every code there is, 130,000 services."""
    services = [
        {"id": f"c{n}", "code": code, "minutes": 8 + n % 7} for n, code in enumerate(real_codes())
    ]
    head = {**yaml.safe_load(VISIT), "date": "2026-03-02"}
    many = [{"id": f"s{n}", "code": "97140", "minutes": 1} for n in range(130_000)]
    timed = {
        "services": [
            {"code": one["code"], "minutes": 8 + n % 7, "timed": True}
            for n, one in enumerate(services)
        ]
    }
    hold(
        [
            *(
                Case(
                    f"row 09: {' '.join(argv)} of /dev/zero",
                    (*argv, "--root", base_root),
                    {"in.md": b"97124 is exercise.", **files},
                    want="refused",
                    place=r"zero|in\.",
                )
                for argv, files in (
                    (("units", "/dev/zero", "--method", "cms"), {}),
                    (("visit", "/dev/zero"), {}),
                    (("fact-check", "/dev/zero"), {}),
                    (("fact-check", "in.txt"), {"in.txt": Link("/dev/zero")}),
                )
            ),
            Case(
                "row 09: a visit of every code",
                ("visit", "in.json", "--root", str(ROOT)),
                {"in.json": json.dumps({**head, "services": services}).encode()},
            ),
            Case(
                "row 09: units of every code",
                ("units", "in.json", "--method", "cms", "--root", str(ROOT)),
                {"in.json": json.dumps(timed).encode()},
                problems=len(services),
            ),
            Case(
                "row 09: 130,000 services",
                ("visit", "in.json", "--root", base_root),
                {"in.json": json.dumps({**head, "services": many}).encode()},
                want="refused",
            ),
        ]
    )


def test_row_09_a_store_that_never_ends(tmp_path: Path) -> None:
    from tests.hostile.test_stores import asked, sound_statements

    names = (
        "endless-blanks",
        "endless-statements",
        "endless-text",
        "more-endless",
        "more-query",
        "slow-body",
        "silent",
    )
    with stores(sound_statements()) as (one, _):
        cases = [asked(f"row 09 {name}", f"{one.address}/{name}", want="refused") for name in names]
        judge.hold(cases, tmp_path / "cases", 4)


def test_row_10_json_with_pairs_of_surrogates(hold: Hold, base_root: str) -> None:
    visit = yaml.safe_load(VISIT)
    visit["date"], visit["services"][0]["clinician"] = "2026-03-02", "Zoë 😀"
    plain, escaped = (json.dumps(visit, ensure_ascii=one).encode() for one in (False, True))
    assert rb"\ud83d\ude00" in escaped
    hold(
        [
            Case(
                f"row 10: {name}",
                ("visit", "in.json", "--root", base_root),
                {"in.json": content},
                want="fine",
            )
            for name, content in (("as it is", plain), ("escaped", escaped))
        ]
    )


TRAPS = ("010", "1:30", "0o17", "1_5", "0b1111", "1:30:00", '"15"', "1e1", "true", "yes")


def test_row_12_numbers_of_yaml_1_1_do_not_bill(hold: Hold, base_root: str) -> None:
    cases = []
    for trap in TRAPS:
        for what, text, argv in (
            ("visit", VISIT.replace("minutes: 15", f"minutes: {trap}"), ("visit", "in.yaml")),
            (
                "units",
                DAY.replace("minutes: 20", f"minutes: {trap}"),
                ("units", "in.yaml", "--method", "cms"),
            ),
        ):
            cases.append(
                Case(
                    f"row 12: {what} with minutes: {trap}",
                    (*argv, "--root", base_root),
                    {"in.yaml": text.encode()},
                    want="refused",
                    place=r"in\.yaml:\d+:\d+",
                )
            )
    for trap in ("010", "1:30", "true", '"4"'):
        mue = project()["p/content/codes/97124.yaml"].replace(
            b"units: 4", f"units: {trap}".encode()
        )  # type: ignore[union-attr]
        cases.append(
            Case(
                f"row 12: a ceiling of {trap}",
                ("check", "--root", "p"),
                {**project(), "p/content/codes/97124.yaml": mue},
                want="refused",
                place=r"97124\.yaml:\d+:\d+",
                may=("p/.cache",),
                problems=4,
            )
        )
    hold(cases)


def test_row_14_killed_builds_leave_nothing(tmp_path: Path, ready: Path) -> None:
    """Folders of killed builds go with the next start, and git ignores them."""
    import shutil
    import signal
    import time

    shutil.copytree(ready, tmp_path / "p", symlinks=True)
    command = [sys.executable, "-m", "generator.cli", "build", "--root", "p"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    before = set(os.listdir(tmp_path / "p"))
    running = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + 120
    while (
        running.poll() is None
        and time.monotonic() < end
        and not (set(os.listdir(tmp_path / "p")) - before - {"site"})
    ):
        time.sleep(0.01)
    left = set(os.listdir(tmp_path / "p")) - before - {"site"}
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert set(os.listdir(tmp_path / "p")) - before == {"site"}
    for name in left:
        ignored = subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT, check=False)
        assert ignored.returncode == 0, f"{name} of a killed build is not ignored by git"


def test_row_15_addresses_and_days_that_are_none(hold: Hold) -> None:
    text = bytes(project()["p/quizzes/assignments/first-week.yaml"]).decode()  # type: ignore[arg-type]
    wrong = {
        'lrs: "https://[::1"': r"first-week\.yaml:\d+:\d+",
        'lrs: "https://host:99999999/"': r"first-week\.yaml:\d+:\d+",
        'lrs: "https:///x"': r"first-week\.yaml:\d+:\d+",
        'lrs: "https://a b/"': r"first-week\.yaml:\d+:\d+",
        "opens: 2026-02-30T08:00:00-05:00": r"first-week\.yaml:\d+:\d+",
        "opens: 2026-11-01T08:00:00+99:00": r"first-week\.yaml:\d+:\d+",
        f"public_key: {'A' * 87}": r"first-week\.yaml:\d+:\d+",
        f"public_key: B{'A' * 86}": r"first-week\.yaml:\d+:\d+",
    }
    hold(
        [
            Case(
                f"row 15: {line[:50]}",
                ("check", "--root", "p"),
                {**project(), "p/quizzes/assignments/first-week.yaml": f"{text}{line}\n".encode()},
                want="refused",
                place=place,
                may=("p/.cache",),
                problems=3,
            )
            for line, place in wrong.items()
        ]
    )


def test_row_16_an_unsealed_result_where_a_key_is_set_is_flagged(hold: Hold) -> None:
    path = "p/quizzes/assignments/first-week.yaml"
    keyed = {
        **room(),
        path: bytes(project()[path]) + f"public_key: {KEY['public']}\n".encode(),
        "class.json": raw(KEY),
    }  # type: ignore[arg-type]
    argv = ("results", "r", "--out", "o", "--root", "p", "--key", "class.json")
    closed = raw(sealed(raw(result(5, "Sealed Learner"))))
    hold(
        [
            Case(
                "row 16: flagged",
                argv,
                {**keyed, "r/sealed.json": closed},
                may=("p/.cache", "o"),
                holds=(
                    ("o/gradebook.csv", r"(?m)^Sound Learner,.*(?i:encrypted).*,no,"),
                    ("o/gradebook.csv", r"(?m)^Sealed Learner,(?:(?!not encrypted).)*,yes,"),
                ),
            )
        ]
    )


def test_row_19_values_of_another_kind(hold: Hold, base_root: str) -> None:
    changes: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("minutes: true", lambda text: text.replace("minutes: 15", "minutes: true")),
        ('minutes: "5"', lambda text: text.replace("minutes: 15", 'minutes: "5"')),
        ("regions: -3", lambda text: text.replace("regions: 2", "regions: -3")),
        ("regions: 99", lambda text: text.replace("regions: 2", "regions: 99")),
        ("regions: true", lambda text: text.replace("regions: 2", "regions: true")),
        ("area: -1", lambda text: text.replace("area_cm2: 20", "area_cm2: -1")),
        ("date: 20260301", lambda text: text.replace("2026-03-02", "20260301")),
        ('date: "20260301"', lambda text: text.replace("2026-03-02", '"20260301"')),
        ("date with a time", lambda text: text.replace("2026-03-02", "2026-03-02T10:00:00Z")),
        ("date in words", lambda text: text.replace("2026-03-02", "March 2, 2026")),
        ("separate: 1", lambda text: text.replace("separate: true", "separate: 1")),
        ('separate: "no"', lambda text: text.replace("separate: true", 'separate: "no"')),
        ("necessary: no way", lambda text: text.replace("necessary: true", "necessary: off")),
        ("necessary: 0", lambda text: text.replace("necessary: true", "necessary: 0")),
        ('dollars: "5"', lambda text: text.replace("100.5", '"5"')),
        ("dollars: true", lambda text: text.replace("100.5", "true")),
        ("dollars: .inf", lambda text: text.replace("100.5", ".inf")),
        ("dollars: .nan", lambda text: text.replace("100.5", ".nan")),
        ("id: {}", lambda text: text.replace("id: calf", "id: {}")),
        ("id: [a]", lambda text: text.replace("id: calf", "id: [a]")),
        ("id: 5", lambda text: text.replace("id: calf", "id: 5")),
    )
    cases = [
        Case(
            f"row 19: {name}",
            ("visit", "in.yaml", "--root", base_root),
            {"in.yaml": change(VISIT).encode()},
            want="refused",
            place=r"in\.yaml:\d+:\d+",
        )
        for name, change in changes
    ]
    cases += [
        Case(f"row 19: {command[0]} on 20260301", (*command, "--root", base_root), want="refused")
        for command in (
            ("on", "20260301"),
            ("edits", "97124", "97140", "--date", "20260301"),
            ("check", "--as-of", "20260301"),
        )
    ]
    hold(cases)


def test_row_20_what_is_shipped_is_pinned_and_licensed() -> None:
    """A license, a security policy, hashes for all, nothing unpinned, notices with the site."""
    for name in ("LICENSE", "SECURITY.md"):
        assert (ROOT / name).is_file(), f"no {name}"
    for path in [
        *ROOT.glob("requirements*.txt"),
        *ROOT.glob("constraints*.txt"),
        *(ROOT / "tests" / "tools").glob("*.txt"),
    ]:
        text = path.read_text(encoding="utf-8").replace("\\\n", " ")
        wanted = [line for line in text.splitlines() if re.match(r"\w[\w.-]*(\[.*\])?==", line)]
        assert wanted and all("--hash=sha256:" in line for line in wanted), (
            f"{path.name} has no hashes"
        )
    config = json.loads((ROOT / "deno.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "deno.lock").read_text(encoding="utf-8"))
    meant = set(config["imports"].values())
    asked = {name for name in locked.get("specifiers", {}) if name.startswith("npm:")}
    assert asked <= meant, f"in deno.lock, not in deno.json: {sorted(asked - meant)}"
    assert all(re.search(r"@\d+\.\d+\.\d+$", one) for one in meant), "an import without a version"
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"(?m)^sbom:|cyclonedx", makefile), "make makes no SBOM"


def test_row_20_notices_go_with_the_site(tmp_path: Path, ready_root: str) -> None:
    """A page of the site names each bundled library with its license."""
    command = [sys.executable, "-m", "generator.cli", "pages", "--root", ready_root, "--out", "o"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    config = json.loads((ROOT / "deno.json").read_text(encoding="utf-8"))
    bundled = [name for name in config["imports"] if name != "fake-indexeddb"]
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "o").rglob("*.md")]
    assert any(all(name in page for name in bundled) and "MIT" in page for page in pages), (
        f"no page with the notices of {bundled}"
    )
