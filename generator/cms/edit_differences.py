"""Pairs: what each side says of every day of which both know something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.cms.dated_entries import DAY
from generator.cms.imported_edits import SETTINGS, Pair, covers, horizon
from generator.cms.quarter import Quarter
from generator.cms.store import PairSetting, Store
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.findings import Spot

EDITS_FILE = Spot("content/edits.yaml")
UNKNOWN = -1
Verdict = int | None  # an indicator, none, or UNKNOWN


@dataclass(frozen=True)
class DifferingPeriod:
    """Days on which the two differ in one way; None where it goes on."""

    start: date
    end: date | None
    authored: Verdict
    imported: Verdict


def edit_differences(corpus: Corpus, store: Store) -> Iterator[tuple[Spot, str]]:
    for setting in SETTINGS:
        quarter = max(store.quarters("pairs", setting), default=None)
        if quarter:
            yield from _of_table(corpus, store, setting, quarter)


def _of_table(
    corpus: Corpus, store: Store, setting: PairSetting, quarter: Quarter
) -> Iterator[tuple[Spot, str]]:
    files = store.of("pairs", setting, quarter)
    imported: dict[Pair, list[Edit]] = {}
    for edit in store.edits(setting, quarter, frozenset(corpus.codes)):
        imported.setdefault((edit.column1, edit.column2), []).append(edit)
    authored = {
        (edit.column1, edit.column2): name for name, edit in reversed(list(corpus.edits.items()))
    }
    for pair in sorted(
        {
            *imported,
            *(pair for pair in authored if set(pair) <= set(corpus.codes) and covers(files, pair)),
        }
    ):
        spot = corpus.spot("edits", authored[pair]) if pair in authored else EDITS_FILE
        for stretch in _differing_periods(
            _authored(corpus, pair, setting),
            imported.get(pair, []),
            horizon(files, quarter),
            quarter,
        ):
            source = next(
                file.source for file in files if covers([file], pair) or file is files[-1]
            )
            yield (
                spot,
                (
                    f"{'-'.join(pair)}, {setting}, {_days(stretch)}: authored"
                    f" {_word(stretch.authored)}; CMS {_word(stretch.imported)} ({source})"
                ),
            )


def _authored(corpus: Corpus, pair: Pair, setting: PairSetting) -> list[Edit]:
    """The hospital's edits are authored only where they differ from the practitioner's."""
    edits = corpus.edits_of(*pair)
    own = [edit for edit in edits if edit.setting == setting]
    return own or [edit for edit in edits if edit.setting == "practitioner"]


def _differing_periods(
    authored: Sequence[Edit], imported: Sequence[Edit], since: date, quarter: Quarter
) -> Iterator[DifferingPeriod]:
    days = sorted(
        {since, *(day for day in _turns((*authored, *imported)) if since < day <= quarter.last)}
    )
    verdicts = [(day, _authored_on(authored, day), _imported_on(imported, day)) for day in days]
    runs = [
        (verdict, [day for day, *_ in run])
        for verdict, run in groupby(verdicts, key=lambda row: row[1:])
    ]
    for index, ((own, theirs), run) in enumerate(runs):
        if own not in (theirs, UNKNOWN):
            yield DifferingPeriod(
                run[0], runs[index + 1][1][0] - DAY if index + 1 < len(runs) else None, own, theirs
            )


def _turns(edits: Sequence[Edit]) -> Iterator[date]:
    """The days on which a verdict can change."""
    for edit in edits:
        yield edit.effective.start or _known_from(edit)
        if edit.effective.end and edit.effective.end < date.max:
            yield edit.effective.end + DAY


def _known_from(edit: Edit) -> date:
    """From when an authored edit without a first day is known to have stood."""
    return min(edit.as_of, edit.effective.end or date.max)


def _authored_on(edits: Sequence[Edit], day: date) -> Verdict:
    covering = [edit for edit in edits if edit.indicator != 9 and edit.effective.covers(day)]
    known = [edit for edit in covering if edit.effective.start or day >= _known_from(edit)]
    if known:
        return known[0].indicator
    return UNKNOWN if covering else None


def _imported_on(edits: Sequence[Edit], day: date) -> Verdict:
    standing = [edit for edit in edits if edit.indicator != 9 and edit.effective.covers(day)]
    return (
        max(standing, key=lambda edit: edit.effective.start or date.min).indicator
        if standing
        else None
    )


def _days(stretch: DifferingPeriod) -> str:
    return f"from {stretch.start}" + (f" to {stretch.end}" if stretch.end else "")


def _word(verdict: Verdict) -> str:
    return "no edit" if verdict is None else f"indicator {verdict}"
