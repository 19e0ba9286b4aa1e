"""QTI 1.2 and Common Cartridge.

Read back they are the same questions, keys and feedback, or say what they are not.
"""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from generator.exports import common_cartridge, qti12
from generator.exports.archives import unpacked
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    FormEntries,
    NumberEntry,
    SingleChoice,
    WordMarks,
    choices_of,
)
from generator.exports.qti.identifiers import GENERAL, RESPONSE, choice_id, item_id
from generator.exports.question_text import mark_numbers, xml_text
from tests.exports.answering import right_answers, wrong_answers
from tests.exports.hostile import hostile
from tests.exports.reading_asi import Q, items, played, read

PLAN = Plan(
    "week-3",
    "Week 3: <massage> & more",
    date(2026, 11, 21),
    "Answer all.\n\nTake your time.",
    attempts=2,
    pass_mark_percent=75,
    time_limit_minutes=40,
)
WHERE = {
    "qti12": (qti12, "assessment.xml"),
    "cartridge": (common_cartridge, "assessment/assessment.xml"),
    "bank": (common_cartridge, "bank/bank.xml"),
}
CHILDREN = {
    "questestinterop": "objectbank assessment",
    "objectbank": "qtimetadata item",
    "assessment": "qtimetadata rubric presentation_material section",
    "section": "item",
    "item": "itemmetadata presentation resprocessing itemfeedback",
    "presentation": "flow material response_lid response_str",
    "conditionvar": "and other varequal varsubstring",
    "and": "not varequal",
    "not": "varequal",
    "respcondition": "conditionvar setvar displayfeedback",
    "response_lid": "material render_choice",
    "response_str": "material render_fib",
}
"""What the cartridge's profile of QTI 1.2.1 lets stand where (ccv1p1_qtiasiv1p2p1)."""


@pytest.fixture(scope="module")
def every(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...]
) -> tuple[ExportQuestion, ...]:
    return (*asked, *odd)


@pytest.fixture(scope="module", params=WHERE)
def place(request: pytest.FixtureRequest) -> str:
    return request.param


def made(
    place: str, questions: tuple[ExportQuestion, ...], plan: Plan = PLAN
) -> dict[str, etree._Element]:
    module, path = WHERE[place]
    (content,) = module.export(questions, plan).values()
    return {item.get("ident"): item for item in items(unpacked(content)[path])}


@pytest.fixture(scope="module")
def found(place: str, every: tuple[ExportQuestion, ...]) -> dict[str, etree._Element]:
    return made(place, every)


def squeezed(text: str) -> str:
    return " ".join(xml_text(text).split())


def choices_shown(question: ExportQuestion) -> dict[str, str]:
    numbers = mark_numbers(question.response) if isinstance(question.response, WordMarks) else {}
    return {
        choice_id(choice.id): squeezed(
            f"{numbers[choice.id]}: {choice.text}" if numbers else choice.text
        )
        for choice in choices_of(question.response)
    }


def same(question: ExportQuestion, item: etree._Element, *, cartridge: bool) -> None:
    """Title, note, what is asked, choices and feedback are the question's own."""
    told = read(item)
    assert told.title.split() == xml_text(question.title).split()
    table = [cell for row in question.table.rows for cell in row] if question.table else []
    for text in (*question.note, question.statement, question.turn, question.asks, *table):
        assert not text or squeezed(text) in told.shown, text
    if not isinstance(question.response, NumberEntry | ClaimForm):
        assert told.choices == choices_shown(question)
    general = told.feedback[GENERAL]
    for choice in choices_of(question.response):
        text = squeezed(f"{choice.text}: {choice.feedback}")
        if isinstance(question.response, ClaimForm) and not cartridge:
            assert text in general
        else:
            assert told.feedback[choice_id(choice.id)] == text
    parts = question.response.parts if isinstance(question.response, NumberEntry) else ()
    for part in parts:
        assert squeezed(f"{part.text}: {part.feedback}") in general
        for wrong in part.wrong:
            assert any(squeezed(wrong.feedback) in text for text in told.feedback.values())
    for text in (
        question.solution,
        question.reason,
        question.contested,
        *(because.text for because in question.because),
    ):
        assert not text or squeezed(text) in told.feedback[GENERAL], text


def test_every_question_reads_back_the_same(
    place: str, found: dict[str, etree._Element], every: tuple[ExportQuestion, ...]
) -> None:
    assert list(found) == [item_id(question.id) for question in every]
    for question in every:
        same(question, found[item_id(question.id)], cartridge=place != "qti12")


def test_every_right_answer_scores_and_no_wrong_one_does(every: tuple[ExportQuestion, ...]) -> None:
    found = made("qti12", every)
    for question in every:
        item = found[item_id(question.id)]
        if has_shares(question):
            continue
        for answer in right_answers(question):
            assert played(item, answer)[0] == "100", (question.id, answer)
        for answer in wrong_answers(question):
            assert played(item, answer)[0] == "0", (question.id, answer)


def has_shares(question: ExportQuestion) -> bool:
    response = question.response
    return isinstance(response, ClaimForm) or (
        isinstance(response, NumberEntry) and len(response.parts) > 1
    )


def test_each_blank_and_each_pair_earns_its_share(every: tuple[ExportQuestion, ...]) -> None:
    found = made("qti12", every)
    shared = [question for question in every if has_shares(question)]
    assert {type(question.response) for question in shared} == {ClaimForm, NumberEntry}
    for question in shared:
        item = found[item_id(question.id)]
        fields = [field.get("ident") for field in item.iter(f"{Q}response_lid")]
        right = {
            test.get("respident"): [test.text]
            for condition in item.iter(f"{Q}respcondition")
            if condition.find(f"{Q}setvar") is not None
            for test in condition.iter(f"{Q}varequal")
        }
        assert set(right) == set(fields)
        assert played(item, right)[0] == "100"
        for field in fields:
            rest = round(100 - 100 / len(fields))
            assert abs(int(played(item, {**right, field: []})[0]) - rest) <= 1
        assert played(item, {})[0] == "0"


def test_a_cartridge_scores_choices_by_their_key(every: tuple[ExportQuestion, ...]) -> None:
    found = made("bank", every)
    for question in every:
        item = found[item_id(question.id)]
        if not isinstance(question.response, NumberEntry | ClaimForm):
            assert all(played(item, answer)[0] == "100" for answer in right_answers(question)), (
                question.id
            )
            assert all(played(item, answer)[0] == "0" for answer in wrong_answers(question)), (
                question.id
            )


def test_a_cartridge_asks_numbers_in_one_field(odd: tuple[ExportQuestion, ...]) -> None:
    item = made("bank", odd)[item_id("kinds-tie")]
    assert [
        played(item, {RESPONSE: [text]})[0] for text in ("2,1", "2, 1", "1,2", "2,2", "21")
    ] == ["100", "100", "100", "0", "0"]


def test_a_cartridge_asks_a_claim_for_its_codes(odd: tuple[ExportQuestion, ...]) -> None:
    found = made("bank", odd)
    right = {
        choice_id(line.code)
        for question in odd
        if question.id == "kinds-claim"
        for line in question.response.right_answers[0]
    }
    assert played(found[item_id("kinds-claim")], {RESPONSE: list(right)})[0] == "100"
    assert (
        played(found[item_id("kinds-claim")], {RESPONSE: [*right, choice_id("nothing")]})[0] == "0"
    )
    assert played(found[item_id("kinds-nothing")], {RESPONSE: [choice_id("nothing")]})[0] == "100"
    assert played(found[item_id("kinds-nothing")], {RESPONSE: []})[0] == "0"


def test_what_is_taken_or_missed_is_told(
    found: dict[str, etree._Element], every: tuple[ExportQuestion, ...]
) -> None:
    for question in every:
        if isinstance(question.response, NumberEntry | ClaimForm):
            continue
        for answer in wrong_answers(question):
            shown = played(found[item_id(question.id)], answer)[1]
            missed = {
                choice_id(choice.id) for choice in question.response.choices if choice.right
            } - set(answer[RESPONSE])
            assert set(answer[RESPONSE]) <= set(shown) and shown[0] == GENERAL, question.id
            assert isinstance(question.response, SingleChoice) or missed <= set(shown), question.id


def test_hostile_texts_are_whole_and_harmless(
    place: str, odd: tuple[ExportQuestion, ...], asked: tuple[ExportQuestion, ...]
) -> None:
    spoilt = tuple(map(hostile, (*odd, *asked[:12])))
    for question, item in zip(spoilt, made(place, spoilt).values(), strict=True):
        same(question, item, cartridge=place != "qti12")


def test_a_cartridge_keeps_to_its_profile(every: tuple[ExportQuestion, ...]) -> None:
    for place in ("cartridge", "bank"):
        module, path = WHERE[place]
        root = etree.fromstring(unpacked(module.export(every, PLAN)["week-3.imscc"])[path])
        for element in root.iter():
            allowed = CHILDREN.get(etree.QName(element).localname)
            assert allowed is None or {etree.QName(child).localname for child in element} <= set(
                allowed.split()
            ), element.tag
        for item in root.iter(f"{Q}item"):
            _follows_rules(item)


def _follows_rules(item: etree._Element) -> None:
    """Rules 3 to 7 and 12 of the profile.

    The sort of question, its fields, and feedback that is both said and there.
    """
    sort = read(item).fields["cc_profile"]
    labels, strings = list(item.iter(f"{Q}response_label")), list(item.iter(f"{Q}response_str"))
    cardinality = {field.get("rcardinality") for field in item.iter(f"{Q}response_lid")}
    match sort:
        case "cc.multiple_choice.v0p1":
            assert len(labels) > 1 and cardinality == {"Single"} and not strings
        case "cc.multiple_response.v0p1":
            assert len(labels) > 1 and cardinality == {"Multiple"} and not strings
        case "cc.fib.v0p1":
            assert not cardinality and len(strings) == 1
        case other:
            raise AssertionError(other)
    triggers = {entry.get("linkrefid") for entry in item.iter(f"{Q}displayfeedback")}
    assert triggers == {entry.get("ident") for entry in item.iter(f"{Q}itemfeedback")}
    assert not triggers & {"solution", "hint"}


def test_the_terms_stand_where_the_formats_have_them(odd: tuple[ExportQuestion, ...]) -> None:
    for module, path in (WHERE["qti12"], WHERE["cartridge"]):
        (content,) = module.export(odd, PLAN).values()
        root = etree.fromstring(unpacked(content)[path])[0]
        rules = {
            field.findtext(f"{Q}fieldlabel"): field.findtext(f"{Q}fieldentry")
            for field in root.find(f"{Q}qtimetadata")
        }
        assert rules["cc_maxattempts"] == "2"
        assert rules.get("qmd_timelimit") == "40" or root.findtext(f"{Q}duration") == "PT40M"
        assert "Take your time." in "".join(root.find(f"{Q}rubric").itertext())


def test_each_loss_is_named_with_its_question(every: tuple[ExportQuestion, ...]) -> None:
    plan = Plan(
        "a",
        "A",
        date(2026, 1, 1),
        pass_mark_percent=70,
        due=datetime(2026, 2, 1, tzinfo=UTC),
    )
    shaped = {
        question.id
        for question in every
        if isinstance(question.response, WordMarks | FormEntries)
        or has_shares(question)
        or any(choice.free for choice in choices_of(question.response))
    }
    assert {loss.item for loss in qti12.limitations(every, plan)} == {"", *shaped}
    counted = Counter(loss.item for loss in common_cartridge.limitations(every, plan))
    assert all(counted[question.id] >= 1 for question in every)
    several = [
        question
        for question in every
        if isinstance(question.response, ClaimForm | WordMarks)
        or (isinstance(question.response, NumberEntry) and question.response.parts[1:])
    ]
    assert several and all(counted[question.id] >= 2 for question in several)


def test_a_cartridge_lists_its_files_and_no_others(odd: tuple[ExportQuestion, ...]) -> None:
    files = unpacked(common_cartridge.export(odd, PLAN)["week-3.imscc"])
    manifest = etree.fromstring(files["imsmanifest.xml"])
    listed = {entry.get("href") for entry in manifest.iter("{*}file")}
    assert listed | {"imsmanifest.xml"} == set(files)
    kinds = [entry.get("type") for entry in manifest.iter("{*}resource")]
    assert kinds == [
        "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
        "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank",
    ]
    assert [
        entry.get("identifierref")
        for entry in manifest.iter("{*}item")
        if entry.get("identifierref")
    ] == ["assessment"]
