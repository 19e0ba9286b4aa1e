"""Where the imported files and the authored facts differ, one line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, zip_longest

from generator.cms.file_names import Quarter
from generator.cms.merged_imports import DAY, SETTINGS, Pair, covers, horizon
from generator.cms.store import Status, Store
from generator.facts.base import PART_B
from generator.facts.codes import Code, Mue, Setting
from generator.facts.corpus import Corpus
from generator.facts.grouping import by_pair
from generator.facts.registers import Edit
from generator.findings import Problems, Spot

EDITS_FILE = Spot("content/edits.yaml")
UNKNOWN = -1
Verdict = int | None  # an indicator, none, or UNKNOWN
THERAPY_REDUCTION = "5"


@dataclass(frozen=True)
class DifferingPeriod:
    """Days on which the two differ in one way; None where it goes on."""

    start: date
    end: date | None
    authored: Verdict
    imported: Verdict


def edit_differences(corpus: Corpus, store: Store) -> Problems:
    """Where the newest quarter of each table differs from the authored edits."""
    for setting in SETTINGS:
        quarter = store.newest("pairs", setting)
        if quarter:
            yield from _of_table(corpus, store, setting, quarter)


def _of_table(corpus: Corpus, store: Store, setting: Setting, quarter: Quarter) -> Problems:
    files = store.of("pairs", setting, quarter)
    imported = by_pair(store.edits(setting, quarter, frozenset(corpus.codes)))
    names = {
        (edit.column1, edit.column2): name for name, edit in reversed(list(corpus.edits.items()))
    }
    taught = {pair for pair in names if set(pair) <= set(corpus.codes) and covers(files, pair)}
    since = horizon(files, quarter)
    for pair in sorted({*imported, *taught}):
        spot = corpus.spot("edits", names[pair]) if pair in names else EDITS_FILE
        source = next(file.source for file in files if covers([file], pair) or file is files[-1])
        authored = _authored(corpus, pair, setting)
        for one in _differing_periods(authored, imported.get(pair, ()), since, quarter):
            sentence = (
                f"{'-'.join(pair)}, {setting}, {_days(one)}: authored"
                f" {_word(one.authored)}; CMS {_word(one.imported)} ({source})"
            )
            yield spot, sentence


def _authored(corpus: Corpus, pair: Pair, setting: Setting) -> list[Edit]:
    edits = corpus.edits_of(*pair)
    own = [edit for edit in edits if edit.setting == setting]
    return own or [edit for edit in edits if edit.setting == "practitioner"]


def _differing_periods(
    authored: Sequence[Edit], imported: Sequence[Edit], since: date, quarter: Quarter
) -> Iterator[DifferingPeriod]:
    changes = (day for day in _change_days((*authored, *imported)) if since < day <= quarter.last)
    days = sorted({since, *changes})
    verdicts = [(day, _authored_on(authored, day), _imported_on(imported, day)) for day in days]
    runs = [(verdict, next(run)[0]) for verdict, run in groupby(verdicts, key=lambda row: row[1:])]
    for ((own, theirs), start), following in zip_longest(runs, runs[1:]):
        if own not in (theirs, UNKNOWN):
            end = following[1] - DAY if following else None
            yield DifferingPeriod(start, end, own, theirs)


def _change_days(edits: Sequence[Edit]) -> Iterator[date]:
    for edit in edits:
        yield edit.effective.start or _known_from(edit)
        if edit.effective.end and edit.effective.end < date.max:
            yield edit.effective.end + DAY


def _known_from(edit: Edit) -> date:
    return min(edit.as_of, edit.effective.end or date.max)


def _authored_on(edits: Sequence[Edit], day: date) -> Verdict:
    covering = [edit for edit in edits if edit.indicator != 9 and edit.effective.covers(day)]
    known = [edit for edit in covering if edit.effective.start or day >= _known_from(edit)]
    if known:
        return known[0].indicator
    return UNKNOWN if covering else None


def _imported_on(edits: Sequence[Edit], day: date) -> Verdict:
    in_force = [edit for edit in edits if edit.indicator != 9 and edit.effective.covers(day)]
    newest = max(in_force, key=lambda edit: edit.effective.start or date.min, default=None)
    return newest.indicator if newest else None


def _days(period: DifferingPeriod) -> str:
    return f"from {period.start}" + (f" to {period.end}" if period.end else "")


def _word(verdict: Verdict) -> str:
    return "no edit" if verdict is None else f"indicator {verdict}"


@dataclass(frozen=True)
class CmsDifference:
    """Where the fact was written, and what each side says."""

    spot: Spot
    sentence: str


def differences(corpus: Corpus, store: Store) -> tuple[CmsDifference, ...]:
    """Against the newest quarter of each table; `corpus` is as authored, without an overlay."""
    found = (
        *edit_differences(corpus, store),
        *_ceiling_differences(corpus, store),
        *_status_differences(corpus, store),
    )
    return tuple(CmsDifference(spot, sentence) for spot, sentence in found)


def _ceiling_differences(corpus: Corpus, store: Store) -> Problems:
    for setting in SETTINGS:
        quarter = store.newest("mue", setting)
        if quarter is None:
            continue
        source = store.of("mue", setting, quarter)[0].source
        found = store.ceilings(setting, quarter, corpus.codes.keys())
        for name, code in corpus.codes.items():
            mues = (mue for mue in code.mue if mue.setting == setting)
            own = next((mue for mue in mues if mue.effective.covers(quarter.first)), None)
            theirs = found.get(name)
            if (own or (theirs and setting == "practitioner")) and not _agree(own, theirs):
                sentence = (
                    f"MUE of {name}, {setting}: authored {_ceiling(own)}; CMS {_ceiling(theirs)}"
                    f" ({source})"
                )
                yield corpus.spot("codes", name) / "mue", sentence


def _agree(own: Mue | None, theirs: Mue | None) -> bool:
    """An adjudication indicator that was not authored is not a difference."""
    if own is None or theirs is None:
        return own is theirs
    return own.units == theirs.units and own.adjudication in (None, theirs.adjudication)


def _ceiling(mue: Mue | None) -> str:
    return f"{mue.units} with adjudication indicator {mue.adjudication}" if mue else "none"


def _status_differences(corpus: Corpus, store: Store) -> Problems:
    quarter = store.newest("status", "")
    if quarter is None:
        return
    source = store.of("status", "", quarter)[0].source
    found = store.statuses(quarter, corpus.codes.keys())
    for name, code in corpus.codes.items():
        for sentence in _status_sentences(code, found.get(name), quarter.first):
            yield corpus.spot("codes", name) / "coverage", f"{sentence} ({source})"


def _status_sentences(code: Code, theirs: Status | None, day: date) -> Iterator[str]:
    own = code.coverage.get(PART_B)
    if own is None or not own.effective.covers(day):
        return
    if own.letter and own.letter != (theirs and theirs.letter):
        yield (
            f"status of {code.code}: authored {own.letter}; CMS"
            f" {theirs.letter if theirs else 'does not name the code'}"
        )
    if (
        theirs
        and own.reduction is not None
        and own.reduction != (theirs.reduction == THERAPY_REDUCTION)
    ):
        authored = "applies" if own.reduction else "does not apply"
        yield (
            f"therapy reduction of {code.code}: authored, it {authored}; CMS has multiple-procedure"
            f" indicator {theirs.reduction or 'none'}"
        )
