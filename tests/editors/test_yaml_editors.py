"""What authors see in an editor, by the programs that editors use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.editors.language_server import LanguageServer, language_server
from tests.test_cli import run
from tests.test_cli_authoring import started

QUIZ = ROOT / "quizzes" / "try-out.yaml"  # open in the editor and not yet saved
TEXT = """\
# yaml-language-server: $schema=../site_config/schema/quiz.json
id: try-out
title: A try-out
summary: One question.
items:
  - id: kneading
    version: 1
    kind: choose-code
    title: Kneading
    payer: our-own-plan
    date: 2026-10-05
    difficulty: one
    objectives: [tell-massage-from-exercise]
    rest_on: [codes/97124]
    rests_on: [codes/97124]
    note: PT. Kneading for 15 minutes.
    visit:
      discipline: pt
      services:
        - {technique: Kneading, minutes: 15}
    options:
      - {code: "97124", feedback: It is.}
      - {code: "97110", feedback: It is not.}
      - {code: "97140", feedback: It is not.}
    reason: Kneading is massage.
"""
BEGUN = ROOT / "quizzes" / "begun.yaml"
BEGUN_TEXT = """\
# yaml-language-server: $schema=../site_config/schema/quiz.json
id: begun
items:
  - id: kneading
    kind: choose-code
    payer:\x20
    objectives: [ ]
    rests_on: [ ]
    visit:
      services:
        - technique:\x20
    options:
      - code:\x20
    held
"""


def place(path: Path, text: str) -> dict[str, int]:
    """Where the text ends in the quiz."""
    whole = {QUIZ: TEXT, BEGUN: BEGUN_TEXT}[path]
    before = whole[: whole.index(text) + len(text)].split("\n")
    return {"line": len(before) - 1, "character": len(before[-1])}


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with language_server(ROOT) as running:
        running.open({QUIZ: TEXT, BEGUN: BEGUN_TEXT})
        yield running


def completed(server: LanguageServer, text: str) -> dict[str, Any]:
    answer = server.ask(
        "textDocument/completion",
        textDocument={"uri": BEGUN.as_uri()},
        position=place(BEGUN, text),
    )
    return {
        entry["label"]: entry.get("documentation")
        for entry in (answer["items"] if isinstance(answer, dict) else answer)
    }


def hover(server: LanguageServer, text: str) -> str:
    answer = server.ask(
        "textDocument/hover", textDocument={"uri": QUIZ.as_uri()}, position=place(QUIZ, text)
    )
    return answer["contents"]["value"]


@pytest.mark.parametrize(
    ("at", "id_", "label"),
    [
        ("    payer: ", "medicare-part-b", "Medicare Part B"),
        ("    objectives: [", "choose-biofeedback", "pelvic floor"),
        ("    rests_on: [", "codes/97110", "exercise"),
        ("        - technique: ", "effleurage", "ffleurage"),
        ("      - code: ", '"97140"', "anual"),
    ],
)
def test_an_id_is_completed_and_says_what_it_names(
    server: LanguageServer, at: str, id_: str, label: str
) -> None:
    assert label in completed(server, at)[id_]


def test_a_key_is_completed_with_its_description(server: LanguageServer) -> None:
    said = completed(server, "    held")["held_back"]
    assert said.startswith("for assessment")


def test_hovering_over_a_key_says_what_belongs_there(server: LanguageServer) -> None:
    told = hover(server, "    difficul")
    assert "1 for one fact" in told
    told = hover(server, "    paye")
    assert "id of the payer" in told and "medicare-part-b" in told


def test_a_mistake_is_marked_at_its_line_and_a_clinics_own_id_is_none(
    server: LanguageServer,
) -> None:
    lines = TEXT.splitlines()
    marked = {
        lines[mark["range"]["start"]["line"]].strip(): mark["message"]
        for mark in server.marks[QUIZ.as_uri()]
    }
    assert set(marked) == {
        "difficulty: one",
        "rest_on: [codes/97124]",
        "- {technique: Kneading, minutes: 15}",
    }
    assert "lower-case" in marked["- {technique: Kneading, minutes: 15}"]
    assert "rest_on is not allowed" in marked["rest_on: [codes/97124]"]


def test_no_file_of_ours_or_that_is_new_has_a_mark(
    server: LanguageServer, tmp_path: Path, corpus: Corpus
) -> None:
    made = tmp_path / "our-clinic"
    assert run("new", "clinic", made)[0] == 0
    folders = (ROOT / "content", ROOT / "quizzes", ROOT / "site_config" / "clinics", made)
    paths = [path for folder in folders for path in folder.rglob("*.yaml")]
    files = {path: path.read_text(encoding="utf-8") for path in paths}
    files |= {ROOT / path: content.decode() for path, content in started(corpus)}
    server.open(files)
    assert len(files) > 300
    assert {path: marks for path in files if (marks := server.marks[path.as_uri()])} == {}


def test_settings_alone_give_a_file_its_schema() -> None:
    """For editors that read settings, and files whose first line somebody removed."""
    bare = {
        ROOT / "quizzes" / "objectives.yaml": "objectives: []\nextra: 1\n",
        ROOT / "quizzes" / "unsaved.yaml": TEXT.partition("\n")[2],
    }
    with language_server(ROOT) as fresh:
        fresh.open(bare)
        told = [[mark["message"] for mark in fresh.marks[path.as_uri()]] for path in bare]
    assert told[0] == ["Property extra is not allowed."]
    assert len(told[1]) == 4
