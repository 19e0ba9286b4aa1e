"""'Look at this item', with the reason in words; and what a class of its size cannot say."""

from math import floor

from generator.questions.kinds.marking import Marking
from generator.results.item_stats import ItemStats, Notice
from generator.results.limits import (
    EASY_FACILITY,
    FEW_LEARNERS,
    HARD_SHARE,
    MANY_LEARNERS,
    OMITTED_SHARE,
    QUICK_SECONDS,
    SLOW_FACTOR,
    SOME_LEARNERS,
    WEAK_DISCRIMINATION,
)
from generator.results.scoring import form_of, is_filled_in


def warnings(persons: int, items: int) -> tuple[Notice, ...]:
    """What must be said before any figure."""
    size = (
        "tiny-class"
        if persons < FEW_LEARNERS
        else "small-class"
        if persons < SOME_LEARNERS
        else "medium-class"
        if persons < MANY_LEARNERS
        else ""
    )
    return (
        *((Notice(size, str(persons)),) if size else ()),
        *((Notice("few-items", str(items)),) if items < 5 else ()),
    )


def notices(
    item: ItemStats, marking: Marking, persons: int, usual: float | None, changed: bool
) -> tuple[Notice, ...]:
    """Why to look at an item, the gravest first; of a tiny class only what needs no statistics."""
    found = [Notice("key-changed")] if changed else []
    if persons >= FEW_LEARNERS:
        found += _of_figures(item, marking, persons)
        found += _of_time(item, usual)
        if item.omitted / persons > OMITTED_SHARE:
            found.append(Notice("omitted", percent(item.omitted / persons)))
    if persons >= SOME_LEARNERS:
        found += _of_options(item, marking)
    return tuple(found)


def _of_figures(item: ItemStats, marking: Marking, persons: int) -> list[Notice]:
    found = []
    r = item.discrimination if persons >= SOME_LEARNERS else None
    if r is not None and r < 0:
        found.append(Notice("negative", fixed(r, 2)))
    if form_of(marking) == "one" and item.right < 1 / len(marking.options):
        found.append(Notice("below-chance", percent(item.right)))
    elif item.right < HARD_SHARE:
        found.append(Notice("hard", percent(item.right)))
    if item.facility > EASY_FACILITY:
        found.append(Notice("easy", percent(item.right)))
    elif r is not None and 0 <= r < WEAK_DISCRIMINATION:
        found.append(Notice("weak", fixed(r, 2)))
    return found


def _of_time(item: ItemStats, usual: float | None) -> list[Notice]:
    if item.seconds is None or usual is None:
        return []
    if item.seconds < QUICK_SECONDS:
        return [Notice("quick", fixed(item.seconds, 0))]
    return [Notice("slow", fixed(item.seconds, 0))] if item.seconds > SLOW_FACTOR * usual else []


def _of_options(item: ItemStats, marking: Marking) -> list[Notice]:
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
    """A share in whole percent."""
    return f"{fixed(100 * share, 0)} %"


def fixed(value: float, digits: int) -> str:
    """Round halves up, as results/analysis_notes.js does."""
    scale = 10**digits
    return f"{floor(value * scale + 0.5) / scale:.{digits}f}"
