"""'Look at this item', with the reason in words; and what a class of its size cannot say."""

from dataclasses import dataclass
from math import floor
from typing import Protocol

from generator.questions.kinds.marking import Marking
from generator.results.scoring import form_of, is_filled_in

FEW, SOME, MANY = 10, 30, 100
"""Below the first nothing is said of an item but its figures, below the second nothing of correlations and single options: a correlation of none is within 1.96 / root n, which is 0.36 at thirty."""
EASY, HARD, WEAK = 0.95, 0.25, 0.15
SLOW, QUICK = 3, 5
OMITTED = 0.2


@dataclass(frozen=True)
class Notice:
    """`name` is the same in every language; `about` is the option or the number spoken of."""

    name: str
    about: str = ""

    @property
    def text(self) -> str:
        return NOTICE_TEXTS[self.name].format(about=self.about)


NOTICE_TEXTS = {
    "key-changed": (
        "Its key or the facts behind it have changed since some of the answers were given."
    ),
    "negative": (
        "Learners who do better on the rest get it wrong more often (r = {about}). Check the key"
        " and the wording first."
    ),
    "weak": "It hardly tells those who know from those who do not (r = {about}).",
    "hard": "Few get it right ({about}). Is it taught, and is the wording clear?",
    "below-chance": (
        "Fewer get it right than guessing would ({about}). Something leads them to a wrong answer."
    ),
    "easy": "Nearly everybody gets it right ({about}); it tells nobody apart.",
    "rival": (
        "The strongest group takes '{about}' more often than the right answer. Is it right too?"
    ),
    "lures-strong": (
        "'{about}' is wrong, and draws the strongest group more than the weakest. Is its wording"
        " open to a second reading?"
    ),
    "idle": "Nobody takes '{about}'; it does no work as a wrong answer.",
    "omitted": "{about} of the learners left it out.",
    "slow": "It takes three times as long as the others ({about} s in the middle).",
    "quick": "It is answered in {about} s in the middle, too fast to have read it.",
    "tiny-class": (
        "{about} learners: too few for any statement about a question. The figures describe these"
        " learners and nobody else."
    ),
    "small-class": (
        "{about} learners: correlations and reliability can be off by 0.4 and more either way;"
        " neither they nor single options are judged."
    ),
    "medium-class": (
        "{about} learners: correlations and reliability can be off by 0.2 and more either way."
    ),
    "few-items": "{about} questions: the reliability of so short a test says little.",
}


class Stats(Protocol):
    answers: int
    omitted: int
    facility: float
    right: float
    discrimination: float | None
    seconds: float | None
    pulls: tuple


def warnings(persons: int, items: int) -> tuple[Notice, ...]:
    """What must be said before any figure."""
    size = (
        "tiny-class"
        if persons < FEW
        else "small-class"
        if persons < SOME
        else "medium-class"
        if persons < MANY
        else ""
    )
    return (
        *((Notice(size, str(persons)),) if size else ()),
        *((Notice("few-items", str(items)),) if items < 5 else ()),
    )


def notices(
    item: Stats, marking: Marking, persons: int, usual: float | None, changed: bool
) -> tuple[Notice, ...]:
    """Why to look at an item, the gravest first; of a tiny class only what needs no statistics."""
    found = [Notice("key-changed")] if changed else []
    if persons >= FEW:
        found += _of_figures(item, marking, persons)
        found += _of_time(item, usual)
        if item.omitted / persons > OMITTED:
            found.append(Notice("omitted", percent(item.omitted / persons)))
    if persons >= SOME:
        found += _of_options(item, marking)
    return tuple(found)


def _of_figures(item: Stats, marking: Marking, persons: int) -> list[Notice]:
    found = []
    r = item.discrimination if persons >= SOME else None
    if r is not None and r < 0:
        found.append(Notice("negative", fixed(r, 2)))
    if form_of(marking) == "one" and item.right < 1 / len(marking.options):
        found.append(Notice("below-chance", percent(item.right)))
    elif item.right < HARD:
        found.append(Notice("hard", percent(item.right)))
    if item.facility > EASY:
        found.append(Notice("easy", percent(item.right)))
    elif r is not None and 0 <= r < WEAK:
        found.append(Notice("weak", fixed(r, 2)))
    return found


def _of_time(item: Stats, usual: float | None) -> list[Notice]:
    if item.seconds is None or usual is None:
        return []
    if item.seconds < QUICK:
        return [Notice("quick", fixed(item.seconds, 0))]
    return [Notice("slow", fixed(item.seconds, 0))] if item.seconds > SLOW * usual else []


def _of_options(item: Stats, marking: Marking) -> list[Notice]:
    if is_filled_in(marking) or not item.pulls:
        return []
    strongest = max((pull.by_group[-1] for pull in item.pulls if pull.right), default=0)
    found = []
    for pull in (pull for pull in item.pulls if not pull.right):
        if form_of(marking) == "one" and pull.by_group[-1] > strongest:
            found.append(Notice("rival", pull.name))
        elif pull.count and pull.by_group[-1] > pull.by_group[0] + 0.1:
            found.append(Notice("lures-strong", pull.name))
        elif form_of(marking) == "one" and not pull.count:
            found.append(Notice("idle", pull.name))
    return found


def percent(share: float) -> str:
    return f"{fixed(100 * share, 0)} %"


def fixed(value: float, digits: int) -> str:
    """Round halves up, as results/analysis_notes.js does."""
    scale = 10**digits
    return f"{floor(value * scale + 0.5) / scale:.{digits}f}"
