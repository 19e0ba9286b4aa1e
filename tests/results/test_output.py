"""What the command writes.

Tables that spreadsheets open, with no formula in them, and a report that runs nothing.
"""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from generator.build.project import open_project
from generator.cli import app
from generator.results.answer_marking import markings
from generator.results.assignment_terms import terms_of
from generator.results.gradebook import new_class_key
from tests.conftest import BASE, ROOT
from tests.results.core import seal
from tests.results.made import HOSTILE, result, right_response
from tests.results.test_harmless_tables import assert_harmless, read_csv
from tests.seen import seen

pytestmark = pytest.mark.usefixtures("loaded_once")


def run(*arguments: object, **environment: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(app, list(map(str, arguments)), env=environment)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture(scope="module")
def base_keys():
    corpus = open_project(BASE).corpus
    return markings(corpus, corpus.items)


@pytest.fixture
def folder(base_keys, tmp_path: Path) -> Path:
    """A class of hostile names, two of whom answer rightly."""
    root = tmp_path / "handed-in"
    (root / "more").mkdir(parents=True)
    for place, name in enumerate(HOSTILE):
        responses = (
            {item: right_response(marking) for item, marking in base_keys.items()}
            if place < 2
            else {}
        )
        value = result(base_keys, name, responses, place)
        (root / ("more" if place % 2 else "") / f"{place:02}.json").write_text(
            json.dumps(value), encoding="utf-8"
        )
    return root


def test_a_folder_becomes_gradebook_and_analysis(folder: Path, tmp_path: Path) -> None:
    status, _, said = run("results", folder, "--out", tmp_path / "out", "--root", BASE)
    assert status == 0, said
    assert said.startswith(f"{len(HOSTILE)} results, ")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "gradebook.csv",
        "answers.csv",
        "items.csv",
        "options.csv",
        "results.xlsx",
        "analysis.html",
        "analysis.json",
    }
    head, *lines = read_csv((tmp_path / "out/gradebook.csv").read_bytes())
    assert len(lines) == len(HOSTILE)
    by_name = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    first, other = by_name["'" + HOSTILE[0]], by_name["😀 Zoë"]
    assert (
        first["Correct"],
        first["Counted"],
        first["Percent"],
        other["Correct"],
        other["Percent"],
    ) == ("3", "3", "100.0", "0", "0.0")
    for line in lines:
        assert_harmless(line)


def test_the_same_folder_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        run("results", folder, "--out", tmp_path / name, "--root", BASE)
    held = [
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "other")
    ]
    assert held[0] == held[1]


def test_the_report_holds_hostile_words_as_text_and_runs_nothing(
    folder: Path, base_keys, tmp_path: Path
) -> None:
    (folder / "<img src=x onerror=alert(1)>.json").write_text("{", encoding="utf-8")
    value = result(
        base_keys,
        "x",
        {},
        99,
        assignment={"id": "other", "title": "<script>alert(1)</script>{{7*7}}"},
    )
    (folder / "z.json").write_text(json.dumps(value), encoding="utf-8")
    status, _, said = run("results", folder, "--out", tmp_path / "out", "--root", BASE)
    assert status == 1 and "incomplete" in said and "1 that could not be read" in said
    page = seen((tmp_path / "out/analysis.html").read_text(encoding="utf-8"))
    assert not page.all("script") and not page.all("img") and not page.all("a")
    assert (
        "<script>alert(1)</script>{{7*7}}" in page.text
        and "<img src=x onerror=alert(1)>.json" in page.text
    )
    assert len(page.all("svg")) >= 2
    policy = next(
        meta
        for meta in page.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_sealed_results_are_opened_with_the_key(folder: Path, base_keys, tmp_path: Path) -> None:
    status, public, said = run("results", "--new-key", tmp_path / "class.json")
    assert (status, len(public.strip())) == (0, 87) and "Keep it to yourself" in said
    assert stat.S_IMODE((tmp_path / "class.json").stat().st_mode) == 0o600
    value = result(
        base_keys,
        "Sealed Sue",
        {item: right_response(marking) for item, marking in base_keys.items()},
        50,
    )
    (folder / "sue.json").write_text(json.dumps(seal(public.strip(), value)), encoding="utf-8")
    status, _, said = run("results", folder, "--out", tmp_path / "out", "--root", BASE)
    assert status == 1 and "sue.json: It is encrypted for the class key" in said
    status, _, said = run(
        "results",
        folder,
        "--out",
        tmp_path / "out",
        "--root",
        BASE,
        "--key",
        tmp_path / "class.json",
    )
    assert status == 0, said
    sue = next(
        line
        for line in read_csv((tmp_path / "out/gradebook.csv").read_bytes())
        if line[0] == "Sealed Sue"
    )
    assert sue[9] == "3" and sue[14] == "yes"


def test_a_class_key_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "class.json").write_text("mine")
    status, out, said = run("results", "--new-key", tmp_path / "class.json")
    assert (status, out, (tmp_path / "class.json").read_text()) == (
        2,
        "",
        "mine",
    ) and "Name another file" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give a folder of result files"),
        (("nowhere", "--out", "out"), "nowhere is no folder"),
        (("empty", "--out", "out"), "No result was found in"),
        (("empty",), "--out"),
        (("empty", "--lrs", "https://x", "--out", "out"), "Give a folder"),
        (("--lrs", "ftp://x", "--out", "out"), "is no address of a store"),
        (("--lrs", "http://127.0.0.1:9", "--out", "out"), "does not answer"),
        (("empty", "--out", "out", "--key", "nowhere"), "nowhere cannot be read"),
        (("empty", "--out", "out", "--key", "key.json"), "not a class key"),
        (("--answer-keys", "k", "--assignment", "no-such"), "no assignment 'no-such'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "key.json").write_text(json.dumps({**new_class_key(), "format": "x"}))
    status, _, told = run("results", *arguments, "--root", BASE)
    assert status == 2 and said in told and "Traceback" not in told
    assert not (tmp_path / "out").exists()


def test_one_assignment_alone_can_be_read(folder: Path, base_keys, tmp_path: Path) -> None:
    (folder / "z.json").write_text(
        json.dumps(result(base_keys, "x", {}, 99, assignment={"id": "other"})), encoding="utf-8"
    )
    status, _, said = run(
        "results", folder, "--out", tmp_path / "out", "--root", BASE, "--assignment", "other"
    )
    assert (status, said.startswith("1 results")) == (0, True)


def test_the_terms_and_questions_of_a_known_assignment_are_used(corpus, tmp_path: Path) -> None:
    """Held-back questions are among them: they are scored here though no page has them."""
    terms = terms_of(corpus, "end-of-term")
    held = [name for name in terms.items if corpus.items[name].held_back]
    assert len(held) >= 6 and (terms.minutes, terms.attempts, terms.pass_mark) == (45, 1, 75)
    keys = markings(corpus, terms.items)
    (tmp_path / "in").mkdir()
    for number, left_out in enumerate((0, 8)):
        responses = {
            name: right_response(marking) for name, marking in list(keys.items())[left_out:]
        }
        value = result(keys, f"N{number}", responses, number, assignment={"id": "end-of-term"})
        (tmp_path / f"in/{number}.json").write_text(json.dumps(value), encoding="utf-8")
    assert run("results", tmp_path / "in", "--out", tmp_path / "out", "--root", ROOT)[0] == 0
    head, *lines = read_csv((tmp_path / "out/gradebook.csv").read_bytes())
    told = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(line["Correct"], line["Counted"], line["Passed"]) for line in told] == [
        ("20", "20", "yes"),
        ("12", "20", "no"),
    ]
    assert all("before the assignment opens" in line["Flags"] for line in told)
    assert "<h2><bdi>End of term" in (tmp_path / "out/analysis.html").read_text(encoding="utf-8")
    assert (
        run(
            "results",
            "--answer-keys",
            tmp_path / "k.json",
            "--assignment",
            "end-of-term",
            "--root",
            ROOT,
        )[0]
        == 0
    )
    assert [
        item["id"]
        for item in json.loads((tmp_path / "k.json").read_text(encoding="utf-8"))["items"]
    ] == sorted(terms.items)


def test_the_keys_can_be_written_for_the_page(tmp_path: Path, base_keys) -> None:
    status, _, said = run("results", "--answer-keys", tmp_path / "keys.json", "--root", BASE)
    told: dict[str, Any] = json.loads((tmp_path / "keys.json").read_text(encoding="utf-8"))
    assert (status, told["format"], {item["id"] for item in told["items"]}) == (
        0,
        "rightcode-keys",
        set(base_keys),
    ) and "knows the answers" in said
