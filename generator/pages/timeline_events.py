"""The events of the timeline: content/changes.yaml, and the dates of facts beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.facts.base import Fact, Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, OtherCode
from generator.pages import labels

DAY = timedelta(days=1)
PAIR_VERBS = {
    "begin": ("begins", "begin"),
    "end": ("ends", "end"),
    "withdrawn": (
        "is listed and withdrawn the same day",
        "are listed and withdrawn the same day",
    ),
}


@dataclass(frozen=True)
class Event:
    """Something that began or ended on a day; `pairs` are the pairs of codes that it is about."""

    id: str
    day: date
    kind: str
    title: str
    text: str
    facts: tuple[Sourced, ...]
    codes: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    announced: bool = False

    @property
    def listed_pairs(self) -> tuple[str, ...]:
        """The pairs where the title does not name the only one."""
        return self.pairs if len(self.pairs) > 1 else ()


def events_of(corpus: Corpus) -> Iterator[Event]:
    """The changes of changes.yaml, and what the dates of facts add to them."""
    for event in _events(corpus):
        codes = tuple(dict.fromkeys(map(str, event.codes)))
        families = (corpus.codes[code].family for code in codes if code in corpus.codes)
        yield replace(
            event,
            codes=codes,
            families=tuple(dict.fromkeys(map(str, families))),
            announced=event.day > corpus.judged_on,
        )


def _events(corpus: Corpus) -> Iterator[Event]:
    changes = _KnownChanges(corpus)
    for one in corpus.changes.values():
        yield Event(one.id, one.date, "change", one.title, one.text, (one,), one.codes)
    yield from _code_periods(corpus, changes)
    yield from _histories(corpus, changes)
    yield from _pairs(corpus)
    yield from _rules(corpus, changes)
    yield from _payers(corpus, changes)


class _KnownChanges:
    """What changes.yaml says of a day, so that a fact does not say the same again."""

    def __init__(self, corpus: Corpus) -> None:
        changes = corpus.changes.values()
        self._codes = {(one.date, str(code)) for one in changes for code in one.codes}
        self._sources = {(one.date, str(source)) for one in changes for source in one.sources}

    def name(self, day: date, code: str) -> bool:
        """Whether a change of that day names the code."""
        return (day, code) in self._codes

    def share_source(self, day: date, fact: Sourced) -> bool:
        """Whether a change of that day rests on one of the fact's sources."""
        return any((day, str(source)) in self._sources for source in fact.sources)


def _code_periods(corpus: Corpus, changes: _KnownChanges) -> Iterator[Event]:
    """Codes that begin or have ended and that no change of that day names."""
    codes: tuple[tuple[str, Code | OtherCode], ...]
    codes = (*corpus.other_codes.items(), *corpus.codes.items())
    for name, code in codes:
        fact = code.meaning if isinstance(code, Code) else code
        period, names, key = code.effective, (name,), name.lower()
        if period.start and not changes.name(period.start, name):
            title, text = f"{name} begins", f"{code.plain_name}."
            yield Event(f"begin-{key}", period.start, "codes", title, text, (fact,), names)
        if period.end and not changes.name(period.end + DAY, name):
            day = period.end + DAY
            text = f"{code.plain_name}. Its last day was {labels.day(period.end)}."
            if after := ", ".join(getattr(code, "replaced_by", ())):
                text += f" Then {after}."
            yield Event(f"end-{key}", day, "codes", f"{name} has ended", text, (fact,), names)


def _histories(corpus: Corpus, changes: _KnownChanges) -> Iterator[Event]:
    """What codes say of their own past; one event for several codes that say the same."""
    found: dict[tuple[date, str], list[tuple[str, Sourced]]] = {}
    for name, code in corpus.codes.items():
        for entry in code.history:
            day = entry.effective.start
            if day and not changes.name(day, name) and not changes.share_source(day, entry):
                found.setdefault((day, entry.text), []).append((name, entry))
    for (day, text), entries in found.items():
        codes = tuple(name for name, _ in entries)
        name, title = f"history-{day}-{codes[0].lower()}", labels.join_and(codes)
        yield Event(name, day, "history", title, text, (entries[0][1],), codes)


def _pairs(corpus: Corpus) -> Iterator[Event]:
    """NCCI edits by the day on which they began or were gone.

    Those that never applied were listed and withdrawn on one day.
    """
    found: dict[str, dict[date | None, list[Edit]]] = {"begin": {}, "end": {}, "withdrawn": {}}
    for edit in corpus.edits.values():
        period = edit.effective
        if edit.indicator == 9:
            found["withdrawn"].setdefault(period.start, []).append(edit)
        else:
            found["begin"].setdefault(period.start, []).append(edit)
            found["end"].setdefault(period.end and period.end + DAY, []).append(edit)
    for name, days in found.items():
        yield from (_pair_event(corpus, day, name, edits) for day, edits in days.items() if day)


def _pair_event(corpus: Corpus, day: date, name: str, edits: list[Edit]) -> Event:
    pairs = tuple(dict.fromkeys(f"{edit.column1} with {edit.column2}" for edit in edits))
    one, several = PAIR_VERBS[name]
    title = f"Edits on {len(pairs)} pairs {several}"
    if len(pairs) == 1:
        title = f"The edit on {pairs[0]} {one}"
    return Event(
        f"pairs-{name}-{day}",
        day,
        "pairs",
        title,
        _still_in_table(corpus, edits) if name == "end" else "",
        tuple({edit.sources: edit for edit in edits}.values()),
        tuple(sorted({str(code) for edit in edits for code in (edit.column1, edit.column2)})),
        pairs=pairs,
    )


def _still_in_table(corpus: Corpus, edits: Iterable[Edit]) -> str:
    """How many pairs of edits that end have another edit in the table read last."""
    back = sum(
        any(
            other.effective.end is None and other.indicator != 9
            for other in corpus.edits_of(edit.column1, edit.column2)
        )
        for edit in edits
    )
    if not back:
        return "None of them stands in the table read last."
    stand = "stands" if back == 1 else "stand"
    return f"{labels.count(back, 'pair')} of these {stand} again in the table read last."


def _rules(corpus: Corpus, changes: _KnownChanges) -> Iterator[Event]:
    for name, rule in corpus.rules.items():
        for index, fact in enumerate(rule.statements):
            event = (f"rule-{name}-{index}", "rules", rule.title, fact.text)
            yield from _dated(changes, event, fact)
        for index, value in enumerate(rule.values):
            text = f"{value.key.replace('-', ' ').capitalize()}: {labels.figure(value)}."
            yield from _dated(changes, (f"figure-{name}-{index}", "rules", rule.title, text), value)


def _payers(corpus: Corpus, changes: _KnownChanges) -> Iterator[Event]:
    for name, payer in corpus.payers.items():
        facts: tuple[Fact, ...] = (*payer.facts, *payer.substitutions, *payer.refusals)
        for index, fact in enumerate(facts):
            event = (f"payer-{name}-{index}", "payers", payer.name, fact.text)
            yield from _dated(changes, event, fact)


def _dated(
    changes: _KnownChanges, event: tuple[str, str, str, str], fact: Sourced
) -> Iterator[Event]:
    """`event` is id, kind, title and text: on the first day of the fact, or after its last."""
    name, kind, title, text = event
    start, end = fact.effective.start, fact.effective.end
    if start and not changes.share_source(start, fact):
        yield Event(name, start, kind, title, text, (fact,))
    elif end and not start and not changes.share_source(end + DAY, fact):
        text = f"Until {labels.day(end)}: {text}"
        yield Event(name, end + DAY, kind, title, text, (fact,))
