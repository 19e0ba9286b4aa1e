"""Keys of QTI 1.2 and of cartridges as the programs read them that import them."""

from lxml import etree

from generator.exports.matching import matching
from generator.exports.portable_question import (
    ClaimForm,
    ExportQuestion,
    NumberEntry,
    choices_of,
)
from generator.exports.qti.identifiers import choice_id, item_id
from tests.exports.reading_asi import Q
from tests.exports.reading_canvas import Key, canvas_key, moodle_key
from tests.exports.test_asi import made


def choices_key(question: ExportQuestion) -> Key:
    right = [choice for choice in choices_of(question.response) if choice.right and not choice.free]
    return {"": tuple(choice_id(choice.id) for choice in right)}


def right_key(question: ExportQuestion) -> Key:
    """The key in the form in which QTI 1.2 has the question."""
    match question.response:
        case NumberEntry(parts=(part,)):
            return {"": tuple(map(str, part.right))}
        case NumberEntry(parts):
            return {
                f"response_units{place}": tuple(map(str, part.right))
                for place, part in enumerate(parts, 1)
            }
        case ClaimForm():
            return {
                f"response_code{place}": (pair.right,)
                for place, pair in enumerate(matching(question.response).pairs, 1)
            }
        case _:
            return choices_key(question)


def codes_key(question: ExportQuestion) -> set[str]:
    """What of a claim is right in a cartridge, which asks for its codes alone."""
    codes = {choice_id(line.code) for line in question.response.right_answers[0]}
    return codes or {choice_id("nothing")}


def test_canvas_finds_the_key_of_every_question(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...]
) -> None:
    every = (*asked, *odd)
    found = made("qti12", every)
    wrong = [
        question.id
        for question in every
        if as_sets(canvas_key(found[item_id(question.id)])) != as_sets(right_key(question))
    ]
    assert wrong == []


def test_canvas_and_moodle_find_the_keys_of_a_cartridge(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...]
) -> None:
    every = (*asked, *odd)
    found = made("cartridge", every)
    for question in every:
        item = found[item_id(question.id)]
        keys = (set(canvas_key(item)[""]), set(moodle_key(item)[""]))
        match question.response:
            case NumberEntry(right_answers=right):
                wanted = {comma.join(map(str, one)) for one in right for comma in (",", ", ")}
            case ClaimForm(right_answers=right):
                keys = tuple(key & codes_key(question) if right[1:] else key for key in keys)
                wanted = codes_key(question)
            case _:
                wanted = set(choices_key(question)[""])
        assert keys == (wanted, wanted), question.id


def as_sets(key: Key) -> dict[str, set[str]]:
    return {field: set(values) for field, values in key.items()}


def test_a_key_after_the_feedback_is_not_found() -> None:
    """What went wrong before: the first "and" was a condition of feedback."""
    before = etree.fromstring(
        f"<item xmlns='{Q.strip('{}')}'><presentation><material><mattext>x</mattext></material>"
        "<response_lid><render_choice><response_label ident='a'/></render_choice></response_lid>"
        "</presentation><resprocessing>"
        "<respcondition><conditionvar><and><not><varequal>a</varequal></not></and></conditionvar>"
        "<displayfeedback/></respcondition>"
        "<respcondition><conditionvar><and><varequal>a</varequal></and></conditionvar>"
        "<setvar>100</setvar></respcondition></resprocessing></item>"
    )
    assert canvas_key(before) == {"": ()}
