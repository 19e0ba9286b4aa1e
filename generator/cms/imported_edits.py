"""Imported pairs over authored ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest

from generator.cms.dated_entries import DAY, dated, replace_window
from generator.cms.edit_periods import as_date
from generator.cms.quarter import Quarter
from generator.cms.store import PairSetting, Store
from generator.cms.store_schema import ImportedFile
from generator.facts.base import Period
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit

SETTINGS: tuple[PairSetting, ...] = ("practitioner", "hospital")
Pair = tuple[str, str]


def merge_edits(corpus: Corpus, store: Store) -> Mapping[str, Edit]:
    """Every edit by its name; those that stayed as authored keep theirs, in their order."""
    known = frozenset((*corpus.codes, *corpus.other_codes))
    edits = tuple(corpus.edits.values())
    for setting in SETTINGS:
        for quarter in store.quarters("pairs", setting):
            edits = _merge_quarter(edits, store, setting, quarter, known)
    names = {id(edit): name for name, edit in corpus.edits.items()}
    return {names.get(id(edit)) or _name(edit): edit for edit in edits}


def covers(files: Iterable[ImportedFile], pair: Pair) -> bool:
    """Whether the pair lies in what was imported of the table.

    The parts divide it by pairs in their order.
    """
    wanted = " ".join(pair)
    return any((file.first or "~") <= wanted <= (file.last or "") for file in files)


def horizon(files: Sequence[ImportedFile], quarter: Quarter) -> date:
    """The first day of which the table tells.

    CMS takes edits out of it that were deleted long ago.
    """
    ends = [file.oldest_end for file in files if file.oldest_end]
    return min((as_date(min(ends)) if ends else quarter.first), quarter.first)


def _merge_quarter(
    edits: tuple[Edit, ...],
    store: Store,
    setting: PairSetting,
    quarter: Quarter,
    known: frozenset[str],
) -> tuple[Edit, ...]:
    files = store.of("pairs", setting, quarter)
    oldest = horizon(files, quarter)
    said = min((edit.as_of for edit in edits), default=date.min)
    current = _by_pair(edit for edit in edits if edit.setting == setting)
    imported = _by_pair(_resolve_overlaps(store.edits(setting, quarter, known)))
    others = tuple(edit for edit in edits if edit.setting != setting)
    laid: list[Edit] = []
    for pair in dict.fromkeys((*current, *imported)):
        old, new = current.get(pair, []), imported.get(pair, [])
        if not new and not covers(files, pair):
            laid += old
            continue
        starts = [edit.effective.start for edit in new]
        start = None if None in starts else min(oldest, *starts) if starts else oldest
        newest = max((edit.as_of for edit in old), default=said)
        window = Period.model_validate(
            {"from": start, "to": quarter.last if newest > quarter.last else None}
        )
        laid += replace_window(_first_day_known(old, window), new, window)
    return others + tuple(laid)


def _first_day_known(edits: Iterable[Edit], window: Period) -> list[Edit]:
    """An authored edit whose first day is not known leaves no remainder before the window.

    CMS's file knows the day.
    """
    opening = window.start
    kept = []
    for edit in edits:
        period = edit.effective
        unknown = (
            period.start is None
            and opening is not None
            and (period.end is None or period.end >= opening)
        )
        kept.append(dated(edit, opening, period.end) if unknown else edit)
    return kept


def _resolve_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Where two edits of the same codes overlap, in whichever order, the later one begins and the earlier one ends the day before."""
    groups: dict[frozenset[str], list[Edit]] = {}
    for edit in edits:
        if edit.indicator == 9:
            yield edit
        else:
            groups.setdefault(frozenset((edit.column1, edit.column2)), []).append(edit)
    for group in groups.values():
        group.sort(
            key=lambda edit: (edit.effective.start or date.min, edit.effective.end or date.max)
        )
        for edit, following in zip_longest(group, group[1:]):
            yield from _ended_before(edit, following.effective.start if following else None)


def _ended_before(edit: Edit, following: date | None) -> Iterator[Edit]:
    period = edit.effective
    if following is None or (period.end or date.max) < following:
        yield edit
    elif (period.start or date.min) < following:
        yield dated(edit, period.start, following - DAY)


def _by_pair(edits: Iterable[Edit]) -> dict[Pair, list[Edit]]:
    found: dict[Pair, list[Edit]] = {}
    for edit in edits:
        found.setdefault((edit.column1, edit.column2), []).append(edit)
    return found


def _name(edit: Edit) -> str:
    period = edit.effective
    return "-".join(
        (
            edit.column1,
            edit.column2,
            edit.setting,
            f"{period.start or 'open'}",
            f"{period.end or 'open'}",
            str(edit.indicator),
        )
    )
