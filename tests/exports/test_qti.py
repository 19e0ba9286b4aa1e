"""QTI 2.1 and 3.0: read back they are the same questions, keys and feedback."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from generator.exports.archives import unpacked
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    FormEntries,
    NumberEntry,
    WordMarks,
    choices_of,
)
from generator.exports.qti.identifiers import SOLUTION, choice_id, item_id, wrong_id
from generator.exports.qti.qti_package import QTI_21, QTI_30
from generator.exports.question_text import xml_text
from tests.exports.answering import right_answers, wrong_answers
from tests.exports.hostile import hostile
from tests.exports.reading_qti import local, named, played, read, text_of

EDITIONS = {"qti21": QTI_21, "qti30": QTI_30}
PLAN = Plan(
    "week-3",
    "Week 3: <massage> & more",
    date(2026, 11, 21),
    "Answer all.\n\nTake your time.",
    attempts=2,
    pass_mark_percent=75,
    time_limit_minutes=40,
)


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def every(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...]
) -> tuple[ExportQuestion, ...]:
    return (*asked, *odd)


def files_of(
    edition: str, questions: tuple[ExportQuestion, ...], plan: Plan = PLAN
) -> dict[str, bytes]:
    (content,) = EDITIONS[edition].export(questions, plan).values()
    return unpacked(content)


@pytest.fixture(scope="module")
def files(edition: str, every: tuple[ExportQuestion, ...]) -> dict[str, bytes]:
    return files_of(edition, every)


def squeezed(text: str) -> str:
    return " ".join(xml_text(text).split())


def same(question: ExportQuestion, content: bytes) -> None:
    """Title, version, note, table, what is asked, choices and feedback are the question's own."""
    found = read(content)
    assert found.title.split() == xml_text(question.title).split()
    assert found.label == f"version {question.version}, facts {question.digest}"
    table = [cell for row in question.table.rows for cell in row] if question.table else []
    for text in (*question.note, question.statement, question.turn, *table):
        assert not text or squeezed(text) in found.shown, text
    assert squeezed(question.asks) in found.prompts
    if not isinstance(question.response, ClaimForm):
        choices = {
            choice_id(choice.id): squeezed(choice.text) for choice in choices_of(question.response)
        }
        assert found.choices == choices
    for choice in choices_of(question.response):
        assert found.feedback[choice_id(choice.id)] == squeezed(f"{choice.text}: {choice.feedback}")
    if isinstance(question.response, NumberEntry):
        for part in question.response.parts:
            assert found.feedback[choice_id(part.id)] == squeezed(f"{part.text}: {part.feedback}")
            for wrong in part.wrong:
                assert squeezed(wrong.feedback) in found.feedback[wrong_id(part.id, wrong.value)]
    told = found.feedback[SOLUTION]
    for text in (
        question.solution,
        question.reason,
        question.contested,
        *(because.text for because in question.because),
        *(source.title for source in question.sources),
    ):
        assert not text or squeezed(text) in told, text


def test_every_question_reads_back_the_same(
    files: dict[str, bytes], every: tuple[ExportQuestion, ...]
) -> None:
    for question in every:
        same(question, files[f"items/{question.id}.xml"])


def test_every_right_answer_scores_and_no_wrong_one_does(
    files: dict[str, bytes], every: tuple[ExportQuestion, ...]
) -> None:
    for question in every:
        content = files[f"items/{question.id}.xml"]
        for answer in right_answers(question):
            assert played(content, answer)[0] == 1, (question.id, answer)
        for answer in wrong_answers(question):
            assert played(content, answer)[0] == 0, (question.id, answer)


def test_an_answer_is_told_its_own_feedback_and_the_solution(
    files: dict[str, bytes], every: tuple[ExportQuestion, ...]
) -> None:
    for question in every:
        content = files[f"items/{question.id}.xml"]
        for answer in wrong_answers(question):
            shown = played(content, answer)[1]
            assert SOLUTION in shown
            assert set(answer.get("RESPONSE", ())) <= shown, question.id


def test_a_known_wrong_number_is_told_why(edition: str, odd: tuple[ExportQuestion, ...]) -> None:
    content = files_of(edition, odd)["items/kinds-units.xml"]
    shown = played(content, {"UNITS-97110": ["3"], "UNITS-97140": ["0"], "UNITS-97010": ["0"]})[1]
    assert "wrong-97110-3" in shown and "c-97110" in shown
    assert (
        "wrong-97110-3"
        not in played(content, {"UNITS-97110": ["2"], "UNITS-97140": ["1"], "UNITS-97010": ["0"]})[
            1
        ]
    )


def test_hostile_texts_are_whole_and_harmless(
    edition: str, odd: tuple[ExportQuestion, ...], asked: tuple[ExportQuestion, ...]
) -> None:
    spoilt = tuple(map(hostile, (*odd, *asked[:12])))
    files = files_of(edition, spoilt)
    for question in spoilt:
        content = files[f"items/{question.id}.xml"]
        same(question, content)
        assert not [
            element for element in etree.fromstring(content).iter() if local(element) == "script"
        ]
        assert all(played(content, answer)[0] == 1 for answer in right_answers(question))


def test_the_test_holds_every_item_and_the_terms(
    edition: str, files: dict[str, bytes], every: tuple[ExportQuestion, ...]
) -> None:
    test = etree.fromstring(files["test.xml"])
    references = {
        element.get("identifier"): element.get("href")
        for element in named(test, "assessmentItemRef")
    }
    assert references == {item_id(question.id): f"items/{question.id}.xml" for question in every}
    (limits,), (session,) = named(test, "timeLimits"), named(test, "itemSessionControl")
    assert (limits.get("maxTime") or limits.get("max-time")) == "2400"
    assert (session.get("maxAttempts") or session.get("max-attempts")) == "2"
    assert text_of(named(test, "rubricBlock")[0]) == "Answer all.Take your time."
    assert float(text_of(named(test, "gte")[0])) == len(every) * 0.75


def test_tags_stand_in_the_manifest(
    files: dict[str, bytes], every: tuple[ExportQuestion, ...]
) -> None:
    manifest = etree.fromstring(files["imsmanifest.xml"])
    resources = {
        entry.get("identifier"): [text_of(word) for word in entry.iter("{*}keyword")]
        for entry in manifest.iter("{*}resource")
    }
    assert all(resources[item_id(question.id)] == list(question.tags) for question in every)


def test_what_canvas_passes_over_is_named(edition: str, every: tuple[ExportQuestion, ...]) -> None:
    """Of one field each it reads all; https://github.com/instructure/qti, lib/qti/v2."""
    named = {
        loss.item
        for loss in EDITIONS[edition].limitations(every, PLAN)
        if "New Quizzes" in loss.sentence
    }
    assert named == {
        question.id
        for question in every
        if isinstance(question.response, ClaimForm | WordMarks)
        or (isinstance(question.response, NumberEntry) and len(question.response.parts) > 1)
    }


def test_claims_say_that_they_take_another_shape_and_nothing_else_is_lost(
    edition: str, every: tuple[ExportQuestion, ...]
) -> None:
    lost = {
        loss.item
        for loss in EDITIONS[edition].limitations(every, PLAN)
        if "New Quizzes" not in loss.sentence and "two answers" not in loss.sentence
    }
    assert (
        lost
        == {
            question.id
            for question in every
            if isinstance(question.response, ClaimForm | FormEntries)
        }
        != set()
    )
    due = Plan("a", "A", date(2026, 1, 1), due=datetime(2026, 2, 1, tzinfo=UTC))
    assert [
        (loss.item, "due date" in loss.sentence) for loss in EDITIONS[edition].limitations((), due)
    ] == [("", True)]


def test_the_manifest_lists_every_file_once_and_no_other(files: dict[str, bytes]) -> None:
    manifest = etree.fromstring(files["imsmanifest.xml"])
    listed = [entry.get("href") for entry in manifest.iter("{*}file")]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    ids = {entry.get("identifier") for entry in manifest.iter("{*}resource")}
    assert {entry.get("identifierref") for entry in manifest.iter("{*}dependency")} <= ids
    for entry in manifest.iter("{*}resource"):
        assert entry.get("href") in [file.get("href") for file in entry.iter("{*}file")]


def test_every_interaction_is_declared_and_every_right_value_is_a_choice(
    edition: str, every: tuple[ExportQuestion, ...], files: dict[str, bytes]
) -> None:
    spoilt = tuple(replace(hostile(one), id=f"{one.id}-hostile") for one in every[-9:])
    for path, content in {**files, **files_of(edition, spoilt)}.items():
        if not path.startswith("items/"):
            continue
        item = etree.fromstring(content)
        declared = {one.get("identifier"): one for one in named(item, "responseDeclaration")}
        bound = {
            one.get("responseIdentifier") or one.get("response-identifier") for one in item.iter()
        } - {None}
        assert bound and bound <= declared.keys(), path
        choices = [one.get("identifier") for one in named(item, "simpleChoice")]
        choices += [one.get("identifier") for one in named(item, "inlineChoice")]
        assert len(set(choices)) == len(choices), path
        for one in declared.values():
            if choices and "identifier" in (one.get("baseType"), one.get("base-type")):
                assert {text_of(value) for value in named(one, "value")} <= set(choices), path
