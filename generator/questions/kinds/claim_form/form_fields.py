"""Fields of the form: what may be entered in each, what is right, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.billing.reasons import Reason
from generator.facts.claim_forms import BoxValue, ClaimBox, ClaimFormGuide
from generator.facts.corpus import Corpus
from generator.questions.kinds.answers import UnderivableError

INSTITUTIONAL = "institutional"
PROFESSIONAL = "professional"
BLANK = "blank"
MOST_ENTRIES = 5
BESIDE_LETTERS = re.compile(r"[^A-Za-z0-9.]+")


Entry = tuple[str, str]
"""A text that may be entered, and its feedback."""


@dataclass(frozen=True)
class FormEntry:
    """A value that may be chosen; `free` counts neither way."""

    id: str
    text: str
    right: bool
    feedback: str
    free: bool = False


@dataclass(frozen=True)
class BoxField:
    """A box, or a cell of a service line; `box` is its number on the form."""

    id: str
    box: str
    name: str
    entries: tuple[FormEntry, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def right(self) -> FormEntry | None:
        """The right entry; a cell of a line that is not billed has none."""
        return next((entry for entry in self.entries if entry.right), None)


@dataclass(frozen=True)
class FormGroup:
    """Fields that belong together: boxes of the form, or the cells of a code."""

    title: str
    fields: tuple[BoxField, ...]


def form_of(corpus: Corpus, name: str) -> ClaimFormGuide:
    """The form; raises `Underivable` where the facts have none."""
    if name not in corpus.claim_forms:
        raise UnderivableError(f"content/claim_form/{name}.yaml is missing; add it", "boxes")
    return corpus.claim_forms[name]


def box_of(form: ClaimFormGuide, number: str) -> ClaimBox:
    """The box of the form with that number; raises `Underivable` where the facts have none."""
    box = next((one for one in form.boxes if one.has_number(number)), None)
    if box is None:
        raise UnderivableError(f"no box {number} is in content/claim_form/{form.id}.yaml", "boxes")
    return box


def value_of(form: ClaimFormGuide, number: str, name: str) -> BoxValue:
    """A value of a box by its id; raises `Underivable` where the facts have none."""
    for value in box_of(form, number).values:
        if value.id == name:
            return value
    raise UnderivableError(
        f"box {number} in content/claim_form/{form.id}.yaml has no value '{name}'; add it", "boxes"
    )


def field_of(
    name: str,
    box: str,
    called: str,
    right: tuple[str, str] | None,
    wrong: Iterable[tuple[str, str]],
    reasons: Sequence[Reason] = (),
) -> BoxField:
    """A field of a right entry and wrong ones, each a text and its feedback.

    Wrong entries equal to the right one are left out; the order says nothing.
    """
    texts = dict(wrong)
    if right:
        texts.pop(right[0], None)
    others = list(texts.items())[: MOST_ENTRIES - 1]
    listed = [*([(*right, True)] if right else []), *((*one, False) for one in others)]
    entries = tuple(
        FormEntry(f"{name}_{slug(text)}", text, is_right, feedback, free=right is None)
        for text, feedback, is_right in sorted(listed)
    )
    return BoxField(name, box, called, entries, tuple(reasons))


def slug(text: str) -> str:
    """A value as part of an id."""
    return BESIDE_LETTERS.sub("-", text).strip("-") or BLANK


def form_reason(form: ClaimFormGuide, box: ClaimBox, text: str) -> Reason:
    """A reason that rests on what a box is for."""
    return Reason(text, (f"claim_forms/{form.id}",), tuple(box.sources), "high", box.as_of)
