"""Fields of the form: what may be entered in each, what is right, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.billing.reasons import Reason
from generator.facts.claim_forms import ClaimBox
from generator.facts.corpus import Corpus
from generator.questions.kinds.answers import UnderivableError

FORM = "professional"
BLANK = "blank"
MOST_ENTRIES = 5
BESIDE_LETTERS = re.compile(r"[^A-Za-z0-9.]+")


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


def box_of(corpus: Corpus, number: str) -> ClaimBox:
    """The box of the form with that number; raises `Underivable` where the facts have none."""
    form = corpus.claim_forms.get(FORM)
    found = (one for one in (form.boxes if form else ()) if number in one.numbers)
    fallback = (
        one for one in (form.boxes if form else ()) if number[:2] == "10" == one.anchor[4:6]
    )
    box = next(found, None) or next(fallback, None)
    if box is None:
        raise UnderivableError(f"no box {number} is in content/claim_form/{FORM}.yaml", "boxes")
    return box


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


def form_reason(box: ClaimBox, text: str) -> Reason:
    """A reason that rests on what a box is for."""
    return Reason(text, (f"claim_forms/{FORM}",), tuple(box.sources), "high", box.as_of)
