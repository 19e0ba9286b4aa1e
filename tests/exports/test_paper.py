"""Paper: four versions of the same test, their keys, and PDFs that a screen reader can read."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest

from generator.exports import paper, question_conversion
from generator.exports.paper.template_data import (
    LETTERS,
    key_data,
    right_letters,
    sheet_data,
    versions,
)
from generator.exports.paper.template_data import test_data as told_of
from generator.exports.paper.typst_pdf import pictures, unprintable
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    FormEntries,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)
from generator.facts.corpus import Corpus
from tests.exports import expected
from tests.exports.hostile import ALL, question_with


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on, time_limit_minutes=45, pass_mark_percent=70)


@pytest.fixture(scope="module")
def printed(corpus: Corpus) -> dict[str, pypdf.PdfReader]:
    """The assignment for the end of term."""
    given = question_conversion.assignment_export(corpus, corpus.assignments["end-of-term"])
    return {
        name: pypdf.PdfReader(io.BytesIO(content)) for name, content in paper.export(*given).items()
    }


def text_of(pdf: pypdf.PdfReader) -> str:
    return expected.squeezed(" ".join(page.extract_text() for page in pdf.pages))


def tags_of(pdf: pypdf.PdfReader) -> set[str]:
    return set(_tags(pdf.trailer["/Root"]["/StructTreeRoot"].get_object()))


def _tags(node: object) -> Iterator[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        yield from _tags(node.get("/K", []))


def test_there_is_a_test_and_an_answer_sheet_for_each_version_and_one_key(
    printed: dict[str, pypdf.PdfReader],
) -> None:
    names = {
        f"end-of-term-{sort}-{version}.pdf" for sort in ("test", "answers") for version in "ABCD"
    }
    assert set(printed) == names | {"end-of-term-key.pdf"}


def test_every_page_is_tagged_and_says_its_language_and_title(
    printed: dict[str, pypdf.PdfReader],
) -> None:
    for name, pdf in printed.items():
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True, (
            name
        )
        assert str(root["/Lang"]).startswith("en") and pdf.metadata.title.startswith(
            "End of term"
        ), name
        assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data(), name
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= tags_of(
        printed["end-of-term-test-A.pdf"]
    )
    assert {"/H1", "/Table", "/TH", "/L", "/LI"} <= tags_of(printed["end-of-term-key.pdf"])


def test_every_version_asks_all_questions_and_gives_none_of_the_answers_away(
    corpus: Corpus, printed: dict[str, pypdf.PdfReader]
) -> None:
    asked, _ = question_conversion.assignment_export(corpus, corpus.assignments["end-of-term"])
    for version in "ABCD":
        text = text_of(printed[f"end-of-term-test-{version}.pdf"])
        assert not [
            question.title for question in asked if expected.squeezed(question.title) not in text
        ]
        assert not [
            question.id for question in asked if expected.squeezed(question.reason)[:60] in text
        ]
    key = text_of(printed["end-of-term-key.pdf"]).replace("- ", "-")
    assert not [
        question.id
        for question in asked
        if expected.squeezed(question.reason)[:50].replace("- ", "-") not in key
    ]


def test_versions_are_the_same_questions_in_other_orders(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    orders = [[question.id for question, _ in sheet.questions] for sheet in versions(asked, plan)]
    assert orders[0] == [question.id for question in asked]
    assert all(sorted(order) == sorted(orders[0]) for order in orders)
    assert len({tuple(order) for order in orders}) == 4


def test_options_are_mixed_where_their_order_says_nothing(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    sheets = [
        dict((question.id, choices) for question, choices in sheet.questions)
        for sheet in versions(asked, plan)
    ]
    for question in asked:
        orders = {tuple(choice.id for choice in sheet[question.id]) for sheet in sheets}
        if question.kind in ("spot-the-error", "judge-claim"):
            assert len(orders) == 1
        assert len({frozenset(order) for order in orders}) == 1
    mixed = [
        question.id
        for question in asked
        if len({tuple(sheet[question.id]) for sheet in sheets}) > 2
    ]
    assert len(mixed) > 100


def test_the_key_of_every_version_names_the_letters_that_are_right_there(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    sheets = versions(asked, plan)
    told = {entry["id"]: entry for entry in key_data(sheets, plan)["questions"]}
    for column, sheet in enumerate(sheets):
        test = {entry["number"]: entry for entry in told_of(sheet, plan)["questions"]}
        for question, choices in sheet.questions:
            place = told[question.id]["places"][column]
            shown = test[place["number"]]
            assert shown["title"] == question.title
            if isinstance(question.response, SingleChoice | MultipleChoice):
                by_letter = {
                    option["letter"]: option["text"] for option in shown["form"]["options"]
                }
                assert {by_letter[letter] for letter in place["letters"].split()} == {
                    choice.text for choice in choices if choice.right
                }


def test_a_key_says_what_is_written_where_there_are_no_letters(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    told = {entry["id"]: entry for entry in key_data(versions(asked, plan), plan)["questions"]}
    written = [
        question
        for question in asked
        if not isinstance(question.response, SingleChoice | MultipleChoice)
    ]
    assert {type(question.response) for question in written} == {NumberEntry, ClaimForm, WordMarks}
    for question in asked:
        assert bool(told[question.id]["filled"]) == (question in written), question.id
    units = next(one for one in written if isinstance(one.response, NumberEntry))
    (first, *_) = units.response.right_answers
    for part, value in zip(units.response.parts, first, strict=True):
        assert f"{part.id}: {value}" in told[units.id]["filled"]


def test_feedback_in_the_key_has_no_letter_of_one_version(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    told = {entry["id"]: entry for entry in key_data(versions(asked, plan), plan)["questions"]}
    for question in asked:
        if isinstance(question.response, SingleChoice | MultipleChoice):
            labels = [entry["label"] for entry in told[question.id]["feedback"]]
            assert labels == [choice.text for choice in question.response.choices]


def test_a_key_says_what_partial_answers_earn(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    one = next(question for question in asked if isinstance(question.response, SingleChoice))
    for questions, rules in ((asked, 5), ((one,), 1)):
        assert len(key_data(versions(questions, plan), plan)["points"]) == rules


def test_letters_follow_the_order_of_the_choices(asked: tuple[ExportQuestion, ...]) -> None:
    choices = next(
        question for question in asked if question.kind == "choose-code"
    ).response.choices
    place = next(place for place, choice in enumerate(choices) if choice.right)
    assert right_letters(choices) == LETTERS[place]


def test_an_answer_sheet_has_a_place_for_every_answer_and_no_word_of_the_note(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    data = sheet_data(versions(asked, plan)[1], plan)
    assert [entry["number"] for entry in data["questions"]] == list(range(1, len(asked) + 1))
    assert "note" not in data["questions"][0]


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_are_printed_as_text(
    odd: tuple[ExportQuestion, ...], plan: Plan, text: str
) -> None:
    questions = tuple(question_with(question, text) for question in odd)
    made = paper.export(questions, plan)
    page = re.sub(r"\s+", "", text_of(pypdf.PdfReader(io.BytesIO(made["bank-test-A.pdf"]))))
    shown = re.sub(r"\s+", "", expected.squeezed(text))
    assert shown[: 40 if text.isascii() else 3] in page


def test_signs_that_no_font_has_are_replaced_and_told(
    odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    question = question_with(odd[0], "😀 中 é ע")
    assert unprintable("😀 中 é ע") == {"😀", "中"}
    assert [loss.sentence for loss in paper.limitations((question,), plan)] == [
        "the fonts of the paper lack U+4E2D, U+1F600; each is replaced"
    ]


def test_the_real_questions_lose_nothing_on_paper_but_forms(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    forms = {one.id for one in asked if isinstance(one.response, FormEntries)}
    assert {loss.item for loss in paper.limitations(asked, plan)} == forms != set()
    assert [loss.sentence for loss in paper.limitations(asked[:1], replace(plan, attempts=1))] == [
        "the assignment's terms are not in this format, set them where it is given: number of"
        " attempts"
    ]


def test_a_page_can_be_looked_at(odd: tuple[ExportQuestion, ...], plan: Plan) -> None:
    pages = pictures(told_of(versions(odd, plan)[0], plan), 60)
    assert len(pages) >= 3 and all(
        page.startswith(b"\x89PNG") and len(page) > 5_000 for page in pages
    )
