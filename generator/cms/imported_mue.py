"""Imported MUE values in the place of authored ones."""

from collections.abc import Mapping
from datetime import date

from generator.cms.dated_entries import replace_window
from generator.cms.imported_edits import SETTINGS
from generator.cms.store import PairSetting, Store
from generator.facts.base import Period
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus


def merge_mue_values(corpus: Corpus, store: Store) -> Mapping[str, Code]:
    """Every code; one that gains or loses nothing is the same object."""
    found = {name: code.mue for name, code in corpus.codes.items()}
    for setting in SETTINGS:
        for quarter in store.quarters("mue", setting):
            period = Period.model_validate({"from": quarter.first, "to": quarter.last})
            newer = store.ceilings(setting, quarter, corpus.codes.keys())
            found = {
                name: _merge_quarter(mues, newer.get(name), setting, period)
                for name, mues in found.items()
            }
    return {
        name: code if found[name] == code.mue else code.model_copy(update={"mue": found[name]})
        for name, code in corpus.codes.items()
    }


def _merge_quarter(
    mues: tuple[Mue, ...], newer: Mue | None, setting: PairSetting, quarter: Period
) -> tuple[Mue, ...]:
    """The quarter's value holds on after it, until facts of a later day say otherwise."""
    own = tuple(mue for mue in mues if mue.setting == setting)
    later = quarter.end and any(mue.as_of > quarter.end for mue in own)
    window = quarter if later else Period.model_validate({"from": quarter.start})
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
