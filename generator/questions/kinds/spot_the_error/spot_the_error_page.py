"""What a claim with errors shows."""

from dataclasses import dataclass

from generator.billing.claim_review import ReviewedLine, review_claim
from generator.billing.review.review_case import nearest_claim
from generator.billing.written_claims import WrittenClaim
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, visit_of
from generator.questions.kinds.answer_view import (
    AnswerView,
    ClaimShown,
    OptionView,
    claim_text,
    reaction_to,
)
from generator.questions.kinds.right_claims import certain_claim
from generator.questions.kinds.spot_the_error.spot_the_error_key import (
    CELLS,
    MISSING,
    NOTHING,
    cell_id,
)
from generator.questions.kinds.spot_the_error.spot_the_error_model import (
    SpotTheError,
    WrittenClaimLine,
)

OTHER_FEEDBACK = {
    (MISSING, True): "A line that the visit calls for is not there.",
    (MISSING, False): "Everything that may be billed is there.",
    (NOTHING, True): "The claim is right as it stands.",
    (NOTHING, False): "Something is wrong on it.",
}
REPLACED = "A wrong code stands in for it, so it may be called missing, and need not be."
OTHER_TEXT = {MISSING: "A line is missing", NOTHING: "Nothing is wrong"}


@dataclass(frozen=True)
class SpotBody:
    """The lines, each with its number and its three cells; then the answers that are no cell."""

    lines: tuple[tuple[int, tuple[OptionView, ...]], ...]
    others: tuple[OptionView, ...]
    right: str


def view(corpus: Corpus, item: SpotTheError, key: Key) -> AnswerView[SpotBody]:
    """The claim, each cell an answer, with the payer's reaction to its line."""
    judged = review_claim(
        corpus,
        visit_of(item),
        WrittenClaim.model_validate({"lines": [_plain(line) for line in item.claim]}),
    ).lines
    lines = tuple(
        (index + 1, tuple(_cell(line, index, cell, key, judged[index]) for cell in CELLS))
        for index, line in enumerate(item.claim)
    )
    others = tuple(_other(item, name, key) for name in (MISSING, NOTHING))
    right = claim_text(nearest_claim(certain_claim(corpus, item), item.claim))
    return AnswerView(
        (*(cell for _, cells in lines for cell in cells), *others),
        SpotBody(lines, others, right),
        claim=ClaimShown("The claim as it was written", item.claim),
    )


def _plain(line: WrittenClaimLine) -> dict[str, object]:
    return {"code": str(line.code), "units": line.units, "modifiers": line.modifiers}


def _cell(
    line: WrittenClaimLine, index: int, cell: str, key: Key, judged: ReviewedLine
) -> OptionView:
    """The author's feedback is at a line's wrong cells, or at its code where it is right."""
    name = cell_id(index, cell)
    wrong = name in key.right
    whole = not any(cell_id(index, other) in key.right for other in CELLS)
    text = {
        "code": line.code,
        "units": str(line.units),
        "modifiers": " ".join(line.modifiers) or "none",
    }[cell]
    if wrong or (whole and cell == "code"):
        feedback = line.feedback
    else:
        feedback = "The code itself is wrong." if name in key.free else "This is as it should be."
    faults = judged.faults if wrong else ()
    return OptionView(
        name,
        None,
        f"Line {index + 1}, {cell}: {text}",
        wrong,
        feedback,
        line.mistake if wrong else None,
        name in key.free,
        _ruling(wrong, name in key.free),
        reaction_to(faults[0]) if faults else None,
    )


def _ruling(wrong: bool, free: bool) -> str:
    return (
        "Wrong on the claim." if wrong else "Counts neither way." if free else "Right on the claim."
    )


def _other(item: SpotTheError, name: str, key: Key) -> OptionView:
    own = item.missing if name == MISSING else item.nothing
    right, free = name in key.right, name in key.free
    feedback = own.feedback if own else REPLACED if free else OTHER_FEEDBACK[name, right]
    return OptionView(
        name, None, OTHER_TEXT[name], right, feedback, own.mistake if own else None, free
    )
