"""Where the imported files and the authored facts differ, one line each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.cms.edit_differences import edit_differences
from generator.cms.store import Status, Store
from generator.facts.base import PART_B
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus
from generator.findings import Spot

SETTINGS = ("practitioner", "hospital")
THERAPY_REDUCTION = "5"


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


def _ceiling_differences(corpus: Corpus, store: Store) -> Iterator[tuple[Spot, str]]:
    for setting in SETTINGS:
        quarter = max(store.quarters("mue", setting), default=None)
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


def _status_differences(corpus: Corpus, store: Store) -> Iterator[tuple[Spot, str]]:
    quarter = max(store.quarters("status", ""), default=None)
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
