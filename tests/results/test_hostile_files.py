"""A class's files through the command: each is judged by itself, and outputs are whole or none."""

import csv
import io
import json
import os
import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.commands import submitted_files
from generator.results.gradebook import new_class_key
from tests.conftest import BASE
from tests.results.core import seal
from tests.results.made import result

pytestmark = pytest.mark.usefixtures("loaded_once")
SOUND = result({}, "Sound Learner", {}, 1, assignment={"id": "week-three"})
LAST = result({}, "Last Learner", {}, 2, assignment={"id": "week-three"})
ANSWER = {
    "item": "calf",
    "version": 1,
    "digest": "0123456789ab",
    "response": ["97124"],
    "started": SOUND["started"],
    "ms": 5000,
}
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**400,
    "",
    "\ud800",
    "\0",
    "\uffff",
    "__proto__",
    "constructor",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z",
    "2026-02-30T09:00:00Z",
    [],
    {},
    {"toString": 1},
    {"__proto__": {"polluted": 1}},
    "x" * 100_000,
)


def run(*arguments: object) -> tuple[int, str]:
    found = CliRunner().invoke(app, ["results", *map(str, arguments), "--root", str(BASE)])
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.stderr


def learners(out: Path) -> list[dict[str, str]]:
    """The gradebook's rows; every other output opens too."""
    openpyxl.load_workbook(out / "results.xlsx")
    json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    (out / "analysis.html").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO((out / "gradebook.csv").read_text("utf-8-sig"))))


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "000.json").write_text(json.dumps(SOUND))
    (folder / "zzz.json").write_text(json.dumps(LAST))
    return folder


def places(value: Any) -> list[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return [
        place
        for name, part in inside
        for place in (
            (name,),
            *((name, *rest) for rest in (places(part) if isinstance(part, dict | list) else ())),
        )
    ]


def broken(value: dict[str, Any], chance: random.Random, count: int) -> list[str]:
    """So many copies, in each of which a part is another value."""
    found = []
    for _ in range(count):
        copy = json.loads(json.dumps(value))
        *path, last = chance.choice(places(copy))
        part = copy
        for name in path:
            part = part[name]
        part[last] = chance.choice(VALUES)
        found.append(json.dumps(copy))
    return found


def test_one_bad_file_is_one_line_and_costs_nobody_elses_result(handed_in: Path) -> None:
    chance = random.Random(3)
    whole = {**SOUND, "id": "33333333-3333-4333-8333-333333333333", "answers": [ANSWER]}
    sealed = seal(new_class_key()["public"], SOUND)
    texts = [*broken(whole, chance, 300), *broken(sealed, chance, 60)]
    texts += ["", "[]", "5", "{", '{"a":' * 50_000, "[" * 50_000 + "]" * 50_000]
    texts += ['{"format":"rightcode-result-sealed","key":{"toString":1}}']
    for number, text in enumerate(texts):
        (handed_in / f"{number:03}-bad.json").write_text(text)
    out = handed_in.parent / "out"
    status, said = run(handed_in, "--out", out)
    names = [row["Learner"] for row in learners(out)]
    assert status == 1 and {"Sound Learner", "Last Learner"} <= set(names)
    *lines, summary = said.splitlines()
    assert len(lines) + len(names) == len(texts) + 2
    assert all(line[:3].isdigit() and "-bad.json: " in line for line in lines)
    assert f"{len(names)} results, " in summary


@pytest.mark.parametrize("content", [b"{", json.dumps(SOUND).encode()])
def test_a_name_of_any_bytes_is_said_and_harms_nothing(handed_in: Path, content: bytes) -> None:
    for name in (b"caf\xe9.json", b"a\nb.json", b"\x1b[31m.json", b"=1+1.json"):
        Path(os.fsdecode(os.fsencode(handed_in) + b"/" + name)).write_bytes(content)
    out = handed_in.parent / "out"
    status, said = run(handed_in, "--out", out)
    assert status == (1 if content == b"{" else 0) and "\x1b" not in said
    assert len(said.splitlines()) == (5 if content == b"{" else 1)
    files = [row["File"] for row in learners(out)]
    assert "000.json" in files and "zzz.json" in files
    assert any("caf\\xe9.json" in text for text in (said, *files))


def test_what_cannot_be_opened_is_one_line(
    handed_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (handed_in / "shut.json").write_text("{}")
    opened = Path.open

    def refusing(path: Path, *mode: Any, **how: Any) -> Any:
        if path.name == "shut.json":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *mode, **how)

    monkeypatch.setattr(Path, "open", refusing)
    (handed_in / "gone.json").symlink_to("nowhere")
    os.mkfifo(handed_in / "pipe.json")
    out = handed_in.parent / "out"
    status, said = run(handed_in, "--out", out)
    assert status == 1 and len(learners(out)) == 2
    assert said.startswith("shut.json: It cannot be read: Permission denied.\n2 results")


def test_a_class_of_too_many_bytes_is_refused_before_it_fills_memory(
    handed_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submitted_files, "MAX_CLASS_BYTES", 600)
    status, said = run(handed_in, "--out", handed_in.parent / "out")
    assert status == 2 and "which is more than is read at once" in said
    assert not (handed_in.parent / "out").exists()


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[]", b'{"format":"rightcode-class-key"}'])
def test_a_key_that_is_none_is_named_with_its_file(handed_in: Path, raw: bytes) -> None:
    (handed_in.parent / "key.json").write_bytes(raw)
    out = handed_in.parent / "out"
    status, said = run(handed_in, "--out", out, "--key", handed_in.parent / "key.json")
    assert (status, out.exists()) == (2, False)
    assert "key.json: This is not a class key: give the file that" in said


def test_a_result_that_is_not_sealed_is_flagged_where_the_class_has_a_key(handed_in: Path) -> None:
    key = new_class_key()
    (handed_in.parent / "key.json").write_text(json.dumps(key))
    sealed = seal(key["public"], result({}, "Sealed", {}, 3, assignment={"id": "week-three"}))
    (handed_in / "sealed.json").write_text(json.dumps(sealed))
    out = handed_in.parent / "out"
    status, _ = run(handed_in, "--out", out, "--key", handed_in.parent / "key.json")
    flagged = {row["Learner"]: "not encrypted" in row["Flags"] for row in learners(out)}
    assert status == 0
    assert flagged == {"Sound Learner": True, "Last Learner": True, "Sealed": False}
