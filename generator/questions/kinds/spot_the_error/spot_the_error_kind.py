"""What is wrong on a claim somebody wrote."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.billing.claim_comparison import compare_claims
from generator.billing.claim_review import ReviewedLine, review_claim
from generator.billing.review.review_case import nearest_claim
from generator.billing.written_claims import WrittenClaim
from generator.facts.base import Keys, MisconceptionId, Model, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import ClaimLine
from generator.questions.kinds.answers import (
    Answer,
    AnswerView,
    ClaimShown,
    Key,
    OptionView,
    OwnKey,
    claim_text,
    labeled_as_mistakes,
    own_key,
    reaction_to,
    visit_of,
)
from generator.questions.kinds.question_kind import PlainKind, SeveralOptions
from generator.questions.kinds.right_claims import certain_claim, reasons_of

Cell = Literal["code", "units", "modifiers"]
CELLS: tuple[Cell, ...] = ("code", "units", "modifiers")
MISSING, NOTHING = "missing-line", "nothing"
OTHER_TEXT = {MISSING: "A line is missing", NOTHING: "Nothing is wrong"}
OTHER_FEEDBACK = {
    (MISSING, True): "The visit supports a service that has no line on this claim.",
    (MISSING, False): "Each service that can be billed for this visit has its line.",
    (NOTHING, True): "Codes, units and modifiers all match what the visit supports.",
    (NOTHING, False): "At least one entry does not match what the visit supports.",
}
REPLACED = "A wrong code is in its place, so it may be called missing, and need not be."


class WrittenClaimLine(ClaimLine):
    """A line of the claim, right or wrong."""

    mistake: MisconceptionId | None = Field(
        None, description="the misconception behind what is wrong on it"
    )
    feedback: Text = Field(
        description="what is wrong on this line and how to fix it, or why it is right"
    )
    key: tuple[Cell, ...] | None = Field(
        None, description="the author's own cross-check: the wrong cells, [] for none"
    )


class Verdict(Model):
    """What is said of one of the two answers that are no cell."""

    mistake: MisconceptionId | None = None
    feedback: Text
    key: bool | None = Field(None, description="the author's own cross-check")


class SpotTheError(VisitItem):
    """Mark what is wrong; cells, a line that is missing, or nothing at all."""

    kind: Literal["spot-the-error"]
    prompt: Text = "Mark everything that is wrong on this claim."
    claim: tuple[WrittenClaimLine, ...] = Field(min_length=1, max_length=6)
    missing: Verdict | None = Field(
        None, description="feedback for 'A line is missing'; a general word where left out"
    )
    nothing: Verdict | None = Field(
        None, description="feedback for 'Nothing is wrong'; a general word where left out"
    )


@dataclass(frozen=True)
class SpotBody:
    """The lines, each with its number and its three cells; then the answers that are no cell."""

    lines: tuple[tuple[int, tuple[OptionView, ...]], ...]
    others: tuple[OptionView, ...]
    right: str


class SpotTheErrorKind(SeveralOptions, PlainKind[SpotTheError]):
    """Cells, a line that is missing, or nothing at all."""

    name = "spot-the-error"
    label = "Spot the error"
    objective = "find-errors-in-claims"
    model = SpotTheError
    response_text = "each cell, such as `line-2.units`, or `missing-line`, `nothing`"
    fixed_order = True
    answers_at = "claim"
    part = "line"
    mislabeled_message = "Nothing is wrong here, so no mistake leads to it; remove 'mistake'."
    template = "spot_the_error/spot_the_error.jinja"

    def derive(self, corpus: Corpus, item: SpotTheError) -> Key:
        """Cells that differ from the nearest right claim.

        A right line that a wrong code replaces may be called missing, and need not be.
        """
        billed = certain_claim(corpus, item)
        compared = compare_claims(nearest_claim(billed, item.claim), item.claim)
        right = {
            _cell_id(line, cell) for line, cells in enumerate(compared.wrong) for cell in cells
        }
        miscoded = [line for line, cells in enumerate(compared.wrong) if "code" in cells]
        free = {_cell_id(line, cell) for line in miscoded for cell in CELLS[1:]}
        if compared.missing:
            (free if len(miscoded) >= len(compared.missing) else right).add(MISSING)
        return Key(frozenset(right or {NOTHING}), reasons_of(billed), free=frozenset(free))

    def answers(self, item: SpotTheError) -> tuple[Answer, ...]:
        """The lines, and the answers that are no cell."""
        lines = (
            Answer(f"line-{index + 1}", ("claim", index), mistake=line.mistake)
            for index, line in enumerate(item.claim)
        )
        others = (Answer(name, (at,), mistake=own.mistake) for name, at, own in _others(item))
        return (*lines, *others)

    def own_keys(self, item: SpotTheError) -> tuple[OwnKey, ...]:
        """The `key` of lines and of the answers that are no cell."""
        cells = (
            OwnKey(_cell_id(index, cell), ("claim", index, "key"), cell in (line.key or ()))
            for index, line in enumerate(item.claim)
            for cell in CELLS
        )
        others = (own_key(name, (at,), own.key) for name, at, own in _others(item))
        return (*cells, *others)

    def mislabeled(self, item: SpotTheError, key: Key) -> tuple[Keys, ...]:
        """Mistakes named with a line on which nothing is wrong, or with an answer that is right."""
        wrong = {name.split(".")[0] for name in key.right if "." in name}
        wrong |= {MISSING, NOTHING} - key.right
        found = self.answers(item)
        return labeled_as_mistakes(found, {answer.id for answer in found} - wrong)

    def unanswerable(self, item: SpotTheError, key: Key) -> tuple[str, str] | None:
        """Nothing: every cell can be marked."""
        return None

    def view(self, corpus: Corpus, item: SpotTheError, key: Key) -> AnswerView[SpotBody]:
        """The claim, each cell an answer, with the payer's reaction to its line."""
        plain = [line.model_dump(include=set[str](CELLS)) for line in item.claim]
        written = WrittenClaim.model_validate({"lines": plain})
        judged = review_claim(corpus, visit_of(item), written).lines
        lines = tuple(
            (index + 1, tuple(_cell(line, index, cell, key, judged[index]) for cell in CELLS))
            for index, line in enumerate(item.claim)
        )
        others = (_other(item.missing, MISSING, key), _other(item.nothing, NOTHING, key))
        right = claim_text(nearest_claim(certain_claim(corpus, item), item.claim))
        return AnswerView(
            (*(cell for _, cells in lines for cell in cells), *others),
            SpotBody(lines, others, right),
            claim=ClaimShown("The claim as it was written", item.claim),
        )


def _cell_id(line: int, cell: str) -> str:
    """Lines count from 1, as the page shows them."""
    return f"line-{line + 1}.{cell}"


def _others(item: SpotTheError) -> tuple[tuple[str, str, Verdict], ...]:
    found = ((MISSING, "missing", item.missing), (NOTHING, "nothing", item.nothing))
    return tuple((name, at, verdict) for name, at, verdict in found if verdict)


def _cell(
    line: WrittenClaimLine, index: int, cell: Cell, key: Key, judged: ReviewedLine
) -> OptionView:
    """The author's feedback is at a line's wrong cells, or at its code where it is right."""
    name = _cell_id(index, cell)
    wrong, free = name in key.right, name in key.free
    whole = not any(_cell_id(index, other) in key.right for other in CELLS)
    text = {
        "code": line.code,
        "units": str(line.units),
        "modifiers": " ".join(line.modifiers) or "none",
    }[cell]
    if wrong or (whole and cell == "code"):
        feedback = line.feedback
    else:
        feedback = "The code itself is wrong." if free else _agrees(line, cell)
    return OptionView(
        name,
        None,
        f"Line {index + 1}, {cell}: {text}",
        wrong,
        feedback,
        line.mistake if wrong else None,
        free,
        "Wrong on the claim." if wrong else None if free else "Right on the claim.",
        reaction_to(judged.faults[0]) if wrong and judged.faults else None,
    )


def _agrees(line: WrittenClaimLine, cell: Cell) -> str:
    """What is said of a right cell: what the visit supports there."""
    if cell == "code":
        return f"The visit supports {line.code}."
    if cell == "units":
        count = "1 unit" if line.units == 1 else f"{line.units} units"
        return f"The visit supports {count} of {line.code}."
    if not line.modifiers:
        return f"This line of {line.code} needs no modifier."
    named = "modifier" if len(line.modifiers) == 1 else "modifiers"
    return f"This line of {line.code} needs {named} {' and '.join(line.modifiers)}."


def _other(own: Verdict | None, name: str, key: Key) -> OptionView:
    right, free = name in key.right, name in key.free
    return OptionView(
        name,
        None,
        OTHER_TEXT[name],
        right,
        own.feedback if own else REPLACED if free else OTHER_FEEDBACK[name, right],
        own.mistake if own else None,
        free,
    )
