"""Imported NCCI edits in the place of authored ones."""

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
    """Whether the pair is in what was imported of the table, whose parts are in order of pairs."""
    wanted = " ".join(pair)
    return any((file.first or "~") <= wanted <= (file.last or "") for file in files)


def horizon(files: Sequence[ImportedFile], quarter: Quarter) -> date:
    """The first day that the table covers: CMS takes out edits deleted long ago."""
    ends = [file.oldest_end for file in files if file.oldest_end]
    return min([quarter.first, *map(as_date, ends)])


def _merge_quarter(
    edits: tuple[Edit, ...],
    store: Store,
    setting: PairSetting,
    quarter: Quarter,
    known: frozenset[str],
) -> tuple[Edit, ...]:
    files = store.of("pairs", setting, quarter)
    oldest = horizon(files, quarter)
    authored = min((edit.as_of for edit in edits), default=date.min)
    current = by_pair(edit for edit in edits if edit.setting == setting)
    imported = by_pair(_resolve_overlaps(store.edits(setting, quarter, known)))
    merged = [edit for edit in edits if edit.setting != setting]
    for pair in dict.fromkeys((*current, *imported)):
        old, new = current.get(pair, []), imported.get(pair, [])
        if new or covers(files, pair):
            newest = max((edit.as_of for edit in old), default=authored)
            end = quarter.last if newest > quarter.last else None
            window = Period.model_validate({"from": _start(new, oldest), "to": end})
            merged += replace_window(tuple(_first_day_known(old, window)), new, window)
        else:
            merged += old
    return tuple(merged)


def _start(edits: Iterable[Edit], oldest: date) -> date | None:
    """The first day of the imported edits, or of the table; None where one has no first day."""
    starts = [edit.effective.start for edit in edits]
    return None if None in starts else min([oldest, *filter(None, starts)])


def _first_day_known(edits: Iterable[Edit], window: Period) -> Iterator[Edit]:
    """Edits without a known first day begin with the window, since CMS's file knows the day."""
    opening = window.start
    for edit in edits:
        period = edit.effective
        reaches = period.end is None or (opening is not None and period.end >= opening)
        is_unknown = period.start is None and opening is not None and reaches
        yield dated(edit, opening, period.end) if is_unknown else edit


def _resolve_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Of two edits of the same codes that overlap, the earlier ends before the later begins."""
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


def by_pair(edits: Iterable[Edit]) -> dict[Pair, list[Edit]]:
    """The edits by their two codes, column 1 first."""
    found: dict[Pair, list[Edit]] = {}
    for edit in edits:
        found.setdefault((edit.column1, edit.column2), []).append(edit)
    return found


def _name(edit: Edit) -> str:
    start, end = edit.effective.start or "open", edit.effective.end or "open"
    return f"{edit.column1}-{edit.column2}-{edit.setting}-{start}-{end}-{edit.indicator}"
