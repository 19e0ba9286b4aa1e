"""What a learner says of a key: read with the answer, shown by question, judged by nobody."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build.project import open_project
from generator.questions.kinds.marking import Marking
from generator.results.answer_marking import markings
from generator.results.limits import MAX_DISPUTE
from generator.results.result_file import Result
from tests.conftest import BASE
from tests.results.core import in_javascript, scored
from tests.results.made import HOSTILE, class_of, raw, result, right_response
from tests.results.test_harmless_tables import assert_harmless, read_csv
from tests.results.test_output import run
from tests.seen import seen

REASON = "The note says “one-on-one”, so 97150 cannot be right."


def disputed(value: dict[str, Any], text: object, place: int = 0) -> dict[str, Any]:
    """The same result with a word about one of its keys."""
    answers = [dict(one) for one in value["answers"]]
    answers[place]["dispute"] = text
    return {**value, "answers": answers}


@pytest.fixture
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(keys, "Ann", {name: right_response(marking) for name, marking in keys.items()})


def test_it_is_read_with_its_answer_and_files_without_one_are_as_before(sound) -> None:
    value = disputed(sound, f"  {REASON}\n")
    (row,) = scored([("a.json", json.dumps(value).encode())], {}).rows
    first, *others = row.submission.result.answers
    assert first.dispute == REASON
    assert not any(hasattr(one, "dispute") for one in others)
    made = in_javascript("made", {"value": {**value, "asOf": "2026-01-01"}})
    assert Result.model_validate(made).answers[0].dispute == REASON


@pytest.mark.parametrize("text", [7, [REASON], {"a": 1}, "x" * (MAX_DISPUTE + 1), "\n \t"])
def test_what_is_no_text_of_its_length_is_named(sound, text: object) -> None:
    raw = json.dumps(disputed(sound, text)).encode()
    (problem,) = scored([("a.json", raw)], {}).problems
    assert "answers 1 dispute" in problem.sentence


def test_a_file_saved_again_with_a_dispute_is_the_same_attempt(keys, sound) -> None:
    files = raw([sound, disputed(sound, REASON)])
    found = scored(files, keys)
    assert [[flag.name for flag in row.flags] for row in found.rows] == [[], ["copy"]]
    (part,) = found.parts
    assert [one["text"] for one in part["disputes"]] == [REASON]


def test_questions_that_are_disputed_are_to_be_looked_at_even_in_a_small_class(keys) -> None:
    values = class_of(keys, 4)
    values[1], values[2] = disputed(values[1], REASON), disputed(values[2], "No.")
    found = scored(raw(values), keys)
    item = values[1]["answers"][0]["item"]
    (analysis,) = found.analyzes
    noticed = {one.id: [note.name for note in one.notices] for one in analysis.items}
    assert noticed.pop(item) == ["disputed"] and not any(map(any, noticed.values()))
    answers = found.tables[1]
    place = answers["head"].index("Dispute")
    assert [row[place] for row in answers["rows"] if row[place]] == [REASON, "No."]
    (part,) = found.parts
    first = part["disputes"][0]
    assert (first["title"], first["attempt"]) == (keys[item].title, 1)
    assert first["points"] in (0, 1) and first["answer"]


@pytest.mark.usefixtures("loaded_once")
def test_the_command_shows_hostile_words_as_text(tmp_path: Path) -> None:
    corpus = open_project(BASE).corpus
    keys = markings(corpus, corpus.items)
    responses = {name: right_response(marking) for name, marking in keys.items()}
    folder = tmp_path / "in"
    folder.mkdir()
    for place, text in enumerate(HOSTILE):
        value = disputed(result(keys, f"L{place}", responses, place), text, place % len(keys))
        (folder / f"{place}.json").write_text(json.dumps(value), encoding="utf-8")
    status, _, said = run("results", folder, "--out", tmp_path / "out", "--root", BASE)
    assert status == 0, said
    page = seen((tmp_path / "out/analysis.html").read_text(encoding="utf-8"))
    assert not page.all("script") and not page.all("img") and not page.all("a")
    assert "Disputed keys" in page.text and "<img src=x onerror=alert(1)>" in page.text
    assert len(page.all("q")) == len(HOSTILE)
    cells = read_csv((tmp_path / "out/answers.csv").read_bytes())
    assert_harmless([line[cells[0].index("Dispute")] for line in cells])
