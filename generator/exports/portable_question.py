"""A question apart from the site: plain texts, what may be answered, and what is right.

Formats do their own markup and escaping.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ExportChoice:
    """`id` is the option's own name, whatever its place; `free` counts neither way."""

    id: str
    text: str
    right: bool
    feedback: str
    free: bool = False
    code: str | None = None


@dataclass(frozen=True)
class ChoiceResponse:
    """Some of the choices are chosen."""

    choices: tuple[ExportChoice, ...]


class SingleChoice(ChoiceResponse):
    """One of the choices is chosen; where the question is contested, more than one is right."""


class MultipleChoice(ChoiceResponse):
    """All right choices are chosen, and no wrong one."""


@dataclass(frozen=True)
class NumberMistake:
    """A wrong number with feedback of its own."""

    value: int
    feedback: str


@dataclass(frozen=True)
class NumberField:
    """A whole number to enter; `right` are the numbers in any right answer, the first leading."""

    id: str
    text: str
    right: tuple[int, ...]
    feedback: str
    wrong: tuple[NumberMistake, ...] = ()


@dataclass(frozen=True)
class NumberEntry:
    """A number from 0 to `maximum` for each part; each right answer has all parts in order."""

    parts: tuple[NumberField, ...]
    right_answers: tuple[tuple[int, ...], ...]
    maximum: int

    @property
    def feedback(self) -> list[tuple[str, str]]:
        """Label and text for each number, then for each likely mistake."""
        return [
            *((part.text, part.feedback) for part in self.parts),
            *(
                (f"{part.id} × {wrong.value}", wrong.feedback)
                for part in self.parts
                for wrong in part.wrong
            ),
        ]


@dataclass(frozen=True)
class ExportLine:
    """A claim line; its modifiers are sorted, their order counts for nothing."""

    code: str
    units: int
    modifiers: tuple[str, ...]


@dataclass(frozen=True)
class ClaimForm:
    """A claim to fill in from `codes` and `modifiers`; one without lines has nothing on it."""

    codes: tuple[ExportChoice, ...]
    modifiers: tuple[str, ...]
    lines: int
    right_answers: tuple[tuple[ExportLine, ...], ...]


@dataclass(frozen=True)
class NotePiece:
    """Some words of a note; those that can be marked carry the id of their choice."""

    text: str
    choice: str | None = None


@dataclass(frozen=True)
class WordMarks(ChoiceResponse):
    """Words of a note to mark; the question has no other note."""

    paragraphs: tuple[tuple[NotePiece, ...], ...]


class FormEntries(MultipleChoice):
    """Entries of a form's fields as a list: of each field the right one and a wrong one."""


Response = SingleChoice | MultipleChoice | NumberEntry | ClaimForm | WordMarks


@dataclass(frozen=True)
class ClaimTable:
    """A claim that is shown; the first row of cells is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ExportSource:
    """Where it is published; `as_of` is the day of the publication, where known."""

    publisher: str
    title: str
    address: str
    as_of: datetime.date | None


@dataclass(frozen=True)
class ExhibitTable(ClaimTable):
    """Values to look up, as the facts have them, and who publishes them."""

    sources: tuple[ExportSource, ...]


@dataclass(frozen=True)
class DerivationStep:
    """A step of the derivation, and the names of the facts it rests on."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class ExportQuestion:
    """All that a format may carry; `digest` changes when a fact behind the key does.

    `note` are paragraphs, `exhibits` the tables under it; `statement` is a paraphrase of the
    published claim that is judged; `table` the claim that is shown and `turn` what changes after
    it. `solution` is the right answer in words. Choices in a `fixed_order` are not shuffled: their
    order says something.
    """

    id: str
    version: int
    digest: str
    kind: str
    title: str
    quiz: str
    category: str
    codes: tuple[str, ...]
    objectives: tuple[str, ...]
    difficulty: int
    payer: str
    date: datetime.date
    note: tuple[str, ...]
    exhibits: tuple[ExhibitTable, ...]
    statement: str | None
    table: ClaimTable | None
    turn: str | None
    asks: str
    response: Response
    solution: str
    reason: str
    because: tuple[DerivationStep, ...]
    contested: str | None
    sources: tuple[ExportSource, ...]
    fixed_order: bool

    @property
    def tags(self) -> tuple[str, ...]:
        """Codes, objectives, level and kind, without blanks."""
        codes = tuple(f"code-{code}" for code in self.codes)
        return (*codes, *self.objectives, f"level-{self.difficulty}", self.kind)


Questions = Sequence[ExportQuestion]


def choices_of(response: Response) -> tuple[ExportChoice, ...]:
    """What may be chosen: of a claim its codes, of numbers nothing."""
    match response:
        case NumberEntry():
            return ()
        case ClaimForm():
            return response.codes
        case ChoiceResponse():
            return response.choices
