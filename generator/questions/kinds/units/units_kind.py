"""Units of each code; where units tie, any right split is accepted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from generator.billing.check_limits import units_by_code
from generator.billing.reasons import quantity
from generator.exports.portable_question import NumberEntry, NumberField, NumberMistake
from generator.facts.base import CodeId, Keys, MisconceptionId, Model, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import MOST_UNITS
from generator.questions.kinds.answers import Answer, AnswerView, Key, OptionView, OwnKey
from generator.questions.kinds.question_kind import AnswerForm, PlainKind
from generator.questions.kinds.right_claims import (
    certain_claim,
    key_of_answers,
    reasons_of,
    right_claims,
)
from generator.questions.kinds.units.units_drafts import rows

MODIFIERS = {
    "rules/therapy-modifiers",
    "rules/kx-threshold",
    "rules/assistants",
    "rules/advance-notice",
}  # no number rests on them


class WrongNumber(Model):
    """A number that a known mistake leads to."""

    units: int = Field(ge=0, le=MOST_UNITS, strict=True)
    mistake: MisconceptionId | None = None
    feedback: Text


class UnitsRow(Model):
    """A code for which a number is asked; 0 where it earns none or is not billed."""

    code: CodeId
    feedback: Text = Field(description="why this number is right; shown for every answer")
    wrong: tuple[WrongNumber, ...] = Field(
        (), description="numbers that mistakes lead to, each with its own feedback"
    )
    key: int | None = Field(None, ge=0, strict=True, description="the author's own cross-check")


class Units(VisitItem):
    """A number of units for each code; every way to share a tie is right."""

    kind: Literal["units"]
    prompt: Text = "How many units of each code go on the claim?"
    rows: tuple[UnitsRow, ...] = Field(min_length=1, max_length=6)


@dataclass(frozen=True)
class UnitsBody:
    """`wrong` is keyed by code."""

    most: int
    wrong: dict[str, tuple[WrongNumber, ...]]


class UnitsKind(PlainKind[Units]):
    """A number for each code."""

    name = "units"
    label = "Count units"
    objective = "count-units"
    model = Units
    form: AnswerForm = "numbers"
    response_text = "for each code its number: `97110.2`"
    answers_at = "rows"
    part = "row"
    mislabeled_message = "This number is right, so no mistake leads to it; remove it from 'wrong'."
    template = "units/units.jinja"
    variants = staticmethod(rows)

    def derive(self, corpus: Corpus, item: Units) -> Key:
        """The units of each code on every right claim; 0 for a code that is on none."""
        codes = [str(row.code) for row in item.rows]
        counts = [units_by_code(claim) for claim in right_claims(corpus, item)]
        right_answers = dict.fromkeys(
            frozenset(f"{code}.{units.get(code, 0)}" for code in (*codes, *units))
            for units in counts
        )
        reasons = tuple(
            reason
            for reason in reasons_of(certain_claim(corpus, item))
            if not set(reason.rests_on) & MODIFIERS
        )
        return key_of_answers(tuple(right_answers), reasons)

    def answers(self, item: Units) -> tuple[Answer, ...]:
        """The codes asked for, and the numbers that mistakes lead to."""
        rows = (Answer(str(row.code), ("rows", index)) for index, row in enumerate(item.rows))
        wrong = (
            Answer(
                f"{row.code}.{entry.units}", ("rows", index, "wrong", place), None, entry.mistake
            )
            for index, row in enumerate(item.rows)
            for place, entry in enumerate(row.wrong)
        )
        return (*rows, *wrong)

    def own_keys(self, item: Units) -> tuple[OwnKey, ...]:
        """The `key` of each row."""
        return tuple(
            OwnKey(f"{row.code}.{row.key}", ("rows", index, "key"), True)
            for index, row in enumerate(item.rows)
            if row.key is not None
        )

    def mislabeled(self, item: Units, key: Key) -> tuple[Keys, ...]:
        """Right numbers among the wrong ones."""
        return tuple(
            (*answer.at, "units") for answer in self.answers(item) if answer.id in key.right
        )

    def unanswerable(self, item: Units, key: Key) -> tuple[str, str] | None:
        """Codes with units for which no row asks."""
        asked = {row.code for row in item.rows}
        absent = " and ".join(sorted({name.split(".")[0] for name in key.right} - asked))
        if not absent:
            return None
        return "rows", f"The claim has units of {absent}, for which no row asks; add it."

    def view(self, corpus: Corpus, item: Units, key: Key) -> AnswerView[UnitsBody]:
        """A number for each code; the numbers that mistakes lead to."""
        answers = tuple(_numbers(answer) for answer in key.right_answers)
        solutions = (
            ", ".join(f"{row.code} × {units[row.code]}" for row in item.rows) for units in answers
        )
        return AnswerView(
            tuple(_option(corpus, row, answers) for row in item.rows),
            UnitsBody(MOST_UNITS, {row.code: row.wrong for row in item.rows}),
            {"ways": answers},
            " or ".join(solutions),
            ways=answers,
        )

    def response(self, item: Units, view: AnswerView[UnitsBody]) -> NumberEntry:
        """A number for each row."""
        right_answers = tuple(tuple(answer[row.code] for row in item.rows) for answer in view.ways)
        parts = tuple(
            NumberField(
                str(row.code),
                option.label,
                tuple(dict.fromkeys(numbers)),
                row.feedback,
                tuple(NumberMistake(entry.units, entry.feedback) for entry in row.wrong),
            )
            for row, option, numbers in zip(
                item.rows, view.options, zip(*right_answers, strict=True), strict=True
            )
        )
        return NumberEntry(parts, right_answers, MOST_UNITS)


def _numbers(answer: frozenset[str]) -> dict[str, int]:
    pairs = (name.split(".") for name in answer)
    return {code: int(units) for code, units in pairs}


def _option(corpus: Corpus, row: UnitsRow, answers: Sequence[Mapping[str, int]]) -> OptionView:
    numbers = sorted({units[row.code] for units in answers})
    text = " or ".join((*map(str, numbers[:-1]), quantity(numbers[-1], "unit")))
    name = corpus.names[row.code]
    ruling = f"Right: {text}."
    return OptionView(row.code, row.code, name, True, row.feedback, None, ruling=ruling)
