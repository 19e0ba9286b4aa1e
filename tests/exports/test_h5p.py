"""The H5P question set.

Valid to H5P's own validator, and the same questions when its notation is read back.
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.exports import h5p
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry
from generator.facts.corpus import Corpus
from tests.exports import expected
from tests.exports.h5p_fields import FIELDS, SET_FIELDS, unknown_fields
from tests.exports.hostile import ALL, question_with
from tests.exports.reading_moodle import shown
from tests.exports.tools import installed, run

BLANK = re.compile(r"([^*]*)\*([^*]*)\*")
ALIKE = str.maketrans("∗⁄꞉＼", "*/:\\")
TAG = re.compile(r"<\s*/?\s*([A-Za-z][A-Za-z0-9]*)")
ALWAYS = {"div", "span", "p", "br"}
EMPHASIS = {"strong", "em", "code"}
TAGS = {
    "question": ALWAYS | EMPHASIS,
    "text": ALWAYS | EMPHASIS,
    "taskDescription": ALWAYS | EMPHASIS,
    "questions": ALWAYS | EMPHASIS,
    "chosenFeedback": ALWAYS | EMPHASIS,
    "notChosenFeedback": ALWAYS | EMPHASIS,
    "tip": ALWAYS | EMPHASIS,
    "textField": set(),
    "distractors": set(),
    "feedback": set(),
}
"""What each field takes: the semantics.json of the libraries on github.com/h5p, and what H5P's core
adds to every field of HTML (H5PContentValidator::validateText)."""
Json = Mapping[str, Any]


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def read(questions: tuple[ExportQuestion, ...], plan: Plan) -> list[Json]:
    packed = zipfile.ZipFile(io.BytesIO(h5p.export(questions, plan)["bank.h5p"]))
    return json.loads(packed.read("content/content.json"))["questions"]


def alike(text: str) -> str:
    """Signs that stand for others are those others again."""
    return expected.squeezed(text.translate(ALIKE))


def same(question: ExportQuestion, found: Json) -> None:
    parameters = found["params"]
    stem = parameters.get("question") or parameters.get("taskDescription") or parameters["text"]
    before = [text for text in expected.read_before(question) if text != "none"]  # "no modifier"
    assert not [text for text in before if text not in shown(stem)]
    told = expected.squeezed(html.unescape(parameters["overallFeedback"][0]["feedback"]))
    assert not [text for text in expected.read_after(question) if text not in told]
    wanted = expected.answers(question)
    match question.response:
        case NumberEntry(parts=parts):
            blanks = [
                (alike(shown(label)), {int(number) for number in right.split("/")})
                for label, right in BLANK.findall(parameters["questions"][0])
            ]
            assert blanks == [(alike(part.text), set(part.right)) for part in parts]
            assert all(said in told for _, said in wanted.values())
        case ClaimForm():
            pairs = [
                (alike(shown(label)), html.unescape(inside))
                for label, inside in BLANK.findall(parameters["textField"])
            ]
            read_back = {
                f"{label} -> {alike(inside.partition(chr(92))[0])}": alike(
                    inside.rpartition("\\-")[2]
                )
                for label, inside in pairs
            }
            assert read_back == {alike(label): alike(said) for label, (_, said) in wanted.items()}
        case _:
            answers = parameters["answers"]
            assert {
                shown(answer["text"]): (
                    answer["correct"],
                    shown(answer["tipsAndFeedback"]["chosenFeedback"]),
                )
                for answer in answers
            } == wanted
            single = parameters["behaviour"]["type"] == "single"
            assert single == expected.is_single(question)


def test_every_question_is_read_back_as_it_was(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    for questions in (asked, odd):
        for question, found in zip(questions, read(questions, plan), strict=True):
            same(question, found)


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_come_out_whole_and_harmless(
    odd: tuple[ExportQuestion, ...], plan: Plan, text: str
) -> None:
    questions = tuple(question_with(question, text) for question in odd)
    found = read(questions, plan)
    for question, one in zip(questions, found, strict=True):
        same(question, one)
    assert "<script" not in json.dumps(
        [one["params"] for one in found]
    ) and "<img" not in json.dumps([one["params"] for one in found])


def test_each_field_holds_the_tags_that_its_library_takes(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    """H5P shows the tags of a text, and drops those of HTML that its semantics do not list."""
    for found in (*read(asked, plan), *read(odd, plan)):
        fields = dict(texts_in(found["params"]))
        assert set(fields) <= set(TAGS), set(fields) - set(TAGS)
        for name, texts in fields.items():
            tags = {tag for text in texts for tag in TAG.findall(text)}
            assert tags <= TAGS[name], (name, tags)


def texts_in(value: object, name: str = "") -> list[tuple[str, list[str]]]:
    """Each text with the name of its field."""
    found: dict[str, list[str]] = {}
    match value:
        case str():
            return [(name, [value])]
        case dict():
            inner = [texts_in(one, key) for key, one in value.items() if key != "behaviour"]
        case list():
            inner = [texts_in(one, name) for one in value]
        case _:
            inner = []
    for entries in inner:
        for key, texts in entries:
            found.setdefault(key, []).extend(texts)
    return list(found.items())


def test_each_library_knows_the_fields_that_it_is_given(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    for found in (*read(asked, plan), *read(odd, plan)):
        assert unknown_fields(found["params"], FIELDS[found["library"]]) == []
        assert set(found["params"]) == set(FIELDS[found["library"]])
    packed = zipfile.ZipFile(io.BytesIO(h5p.export(odd, plan)["bank.h5p"]))
    assert unknown_fields(json.loads(packed.read("content/content.json")), SET_FIELDS) == []


def test_a_question_weighs_a_point_or_the_report_says_how_many(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    """As H5P.MultiChoice, H5P.Blanks and H5P.DragText count: getMaxScore()."""
    for questions in (asked, odd):
        for question, found in zip(questions, read(questions, plan), strict=True):
            behavior, points = found["params"]["behaviour"], 1
            if found["library"].startswith("H5P.MultiChoice"):
                assert behavior["singlePoint"] and behavior["passPercentage"] == 100
            else:
                [texts] = found["params"].get("questions") or [found["params"]["textField"]]
                points = texts.count("*") // 2
            named = [
                limit.sentence
                for limit in h5p.limitations((question,), plan)
                if limit.sentence.startswith(f"weighs {points} points")
            ]
            assert bool(named) == (points > 1)


def test_a_package_for_each_edition_of_the_question_set(
    odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    made = h5p.export(odd, plan)
    assert list(made) == ["bank.h5p", "bank-1.21.h5p"]
    for content, edition in zip(made.values(), (20, 21), strict=True):
        package = json.loads(zipfile.ZipFile(io.BytesIO(content)).read("h5p.json"))
        first = package["preloadedDependencies"][0]
        assert (first["machineName"], first["minorVersion"]) == ("H5P.QuestionSet", edition)


def test_every_number_and_pair_has_one_place(odd: tuple[ExportQuestion, ...], plan: Plan) -> None:
    for question, found in zip(odd, read(odd, plan), strict=True):
        if isinstance(question.response, ClaimForm):
            assert found["params"]["textField"].count("*") == 2 * len(question.response.codes)


def test_the_pass_mark_and_the_time_of_feedback_are_those_of_the_assignment(
    odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    exam = replace(plan, pass_mark_percent=75, feedback="after-due", shuffled=True, attempts=1)
    packed = zipfile.ZipFile(io.BytesIO(h5p.export(odd, exam)["bank.h5p"]))
    content = json.loads(packed.read("content/content.json"))
    assert (
        content["passPercentage"] == 75
        and content["randomQuestions"] is True
        and content["override"]["checkButton"] is False
    )
    assert odd[0].reason not in json.dumps(content)
    assert not [
        answer
        for one in content["questions"]
        for answer in one["params"].get("answers", ())
        if answer["tipsAndFeedback"]["chosenFeedback"]
    ]


def test_the_package_names_the_libraries_it_uses(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    packed = zipfile.ZipFile(io.BytesIO(h5p.export(asked, plan)["bank.h5p"]))
    named = {
        f"{entry['machineName']} {entry['majorVersion']}.{entry['minorVersion']}"
        for entry in json.loads(packed.read("h5p.json"))["preloadedDependencies"]
    }
    assert named == {"H5P.QuestionSet 1.20", *(one["library"] for one in read(asked, plan))}


def test_the_validator_of_h5p_is_content(
    asked: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    installed("@lumieducation/h5p-server")
    path = tmp_path / "bank.h5p"
    path.write_bytes(h5p.export(asked, plan)["bank.h5p"])
    done = run(Path(__file__).with_name("validate_h5p.mjs"), path, tmp_path)
    assert done.stdout == "valid\n", done.stdout + done.stderr[-1000:]
