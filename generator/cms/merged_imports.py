"""Imported NCCI edits and MUE values in the place of older authored ones, from their quarter on.

Status letters are compared only: a code has one entry of coverage a payer, without earlier ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import TypeVar

from generator.cms.edit_rows import as_date
from generator.cms.file_names import Quarter
from generator.cms.store import Store
from generator.cms.store_schema import FOLDER, ImportedFile
from generator.facts.base import Period, Sourced
from generator.facts.codes import Code, Mue, Setting
from generator.facts.corpus import Corpus
from generator.facts.grouping import by_pair
from generator.facts.registers import Edit, SourceEntry
from generator.findings import Spot

Dated = TypeVar("Dated", bound=Sourced)
DAY = timedelta(days=1)
SETTINGS: tuple[Setting, ...] = ("practitioner", "hospital")
SPOT = Spot((FOLDER / "store.sqlite").as_posix())
PAGES = {
    "pairs": (
        "NCCI procedure-to-procedure edits",
        "coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-procedure-procedure-ptp-edits",
    ),
    "mue": (
        "Medically Unlikely Edits",
        "coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-medically-unlikely-edits",
    ),
    "status": (
        "Physician Fee Schedule Relative Value File",
        "payment/fee-schedules/physician/pfs-relative-value-files",
    ),
}


def replace_window(
    current: Sequence[Dated], newer: Sequence[Dated], window: Period
) -> tuple[Dated, ...]:
    """Within `window` the newer entries, outside it the current ones."""
    rest = (piece for entry in current for piece in _outside(entry, window))
    return (*rest, *(piece for entry in newer for piece in _inside(entry, window)))


def _outside(entry: Dated, window: Period) -> Iterator[Dated]:
    period = entry.effective
    if not period.overlaps(window):
        yield entry
        return
    if window.start and (period.start is None or period.start < window.start):
        yield dated(entry, period.start, window.start - DAY)
    if window.end and (period.end is None or period.end > window.end):
        yield dated(entry, window.end + DAY, period.end)


def _inside(entry: Dated, window: Period) -> Iterator[Dated]:
    period = entry.effective
    if period.overlaps(window):
        start = max(filter(None, (period.start, window.start)), default=None)
        end = min(filter(None, (period.end, window.end)), default=None)
        yield entry if (start, end) == (period.start, period.end) else dated(entry, start, end)


def dated(entry: Dated, start: date | None, end: date | None) -> Dated:
    """The entry with other effective dates."""
    return entry.model_copy(update={"effective": Period.between(start, end)})


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
    setting: Setting,
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
        old, new = current.get(pair, ()), imported.get(pair, ())
        if new or covers(files, pair):
            newest = max((edit.as_of for edit in old), default=authored)
            end = quarter.last if newest > quarter.last else None
            window = Period.between(_start(new, oldest), end)
            merged += replace_window(tuple(_first_day_known(old, window)), new, window)
        else:
            merged += old
    return tuple(merged)


def _start(edits: Iterable[Edit], oldest: date) -> date | None:
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


def _name(edit: Edit) -> str:
    start, end = edit.effective.start or "open", edit.effective.end or "open"
    return f"{edit.column1}-{edit.column2}-{edit.setting}-{start}-{end}-{edit.indicator}"


def merge_mue_values(corpus: Corpus, store: Store) -> Mapping[str, Code]:
    """Every code; one that gains or loses nothing is the same object."""
    found = {name: code.mue for name, code in corpus.codes.items()}
    for setting in SETTINGS:
        for quarter in store.quarters("mue", setting):
            newer = store.ceilings(setting, quarter, corpus.codes.keys())
            found = {
                name: _merge_mues(mues, newer.get(name), setting, quarter)
                for name, mues in found.items()
            }
    return {
        name: code if found[name] == code.mue else code.model_copy(update={"mue": found[name]})
        for name, code in corpus.codes.items()
    }


def _merge_mues(
    mues: tuple[Mue, ...], newer: Mue | None, setting: Setting, quarter: Quarter
) -> tuple[Mue, ...]:
    """The quarter's value holds on after it, until facts of a later day say otherwise."""
    own = tuple(mue for mue in mues if mue.setting == setting)
    later = any(mue.as_of > quarter.last for mue in own)
    window = Period.between(quarter.first, quarter.last if later else None)
    entry = newer and newer.model_copy(update={"effective": window})
    merged = replace_window(own, (entry,) if entry else (), window)
    return _in_order((*(mue for mue in mues if mue.setting != setting), *merged), mues)


def _in_order(merged: tuple[Mue, ...], before: tuple[Mue, ...]) -> tuple[Mue, ...]:
    """Settings as they were, each by date: questions name a ceiling by its place among them."""
    settings = [mue.setting for mue in (*before, *merged)]
    return tuple(
        sorted(
            merged, key=lambda mue: (settings.index(mue.setting), mue.effective.start or date.min)
        )
    )


def merge_imports(corpus: Corpus, store: Store) -> Corpus:
    """The corpus with the store's pairs and ceilings of the codes it knows."""
    edits = merge_edits(corpus, store)
    codes = merge_mue_values(corpus, store)
    used = {
        str(name)
        for thing in (*edits.values(), *(mue for code in codes.values() for mue in code.mue))
        for name in thing.sources
    }
    added = _sources(file for file in store.files if file.source_id in used)
    new = (*(f"edits/{name}" for name in edits), *(f"sources/{name}" for name in added))
    return replace(
        corpus,
        edits=edits,
        codes=codes,
        sources={**corpus.sources, **added},
        spots={**dict.fromkeys(new, SPOT), **corpus.spots},
    )


def _sources(files: Iterable[ImportedFile]) -> Mapping[str, SourceEntry]:
    grouped: dict[str, list[ImportedFile]] = {}
    for file in files:
        grouped.setdefault(file.source_id, []).append(file)
    return {name: _entry(parts) for name, parts in grouped.items()}


def _entry(parts: list[ImportedFile]) -> SourceEntry:
    first = parts[0]
    title, page = PAGES[first.kind]
    return SourceEntry(
        publisher="Centers for Medicare & Medicaid Services",
        title=", ".join(filter(None, (title, first.setting, str(first.quarter)))),
        address=f"https://www.cms.gov/medicare/{page}",
        how_to_find=f"On that page, {first.quarter}: {', '.join(part.name for part in parts)}.",
        date=first.quarter.first,
        read=max(part.imported for part in parts),
        kind="table",
        via=f"imported: {', '.join(part.name for part in parts)}, {first.quarter}",
        reliability="primary",
    )
