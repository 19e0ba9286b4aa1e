"""What changed, by date of service.

The changes told in content/changes.yaml, and what the dates of the facts say beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.pages import labels
from generator.pages.page import Page

DAY = timedelta(days=1)
EVENT_KINDS = {
    "change": "Change",
    "codes": "Codes",
    "pairs": "NCCI pairs",
    "history": "A code's history",
    "rules": "Rules",
    "payers": "Payers",
}


@dataclass(frozen=True)
class Event:
    """Something that began or ended on a day.

    `pairs` are the two codes of each pair it tells of.
    """

    id: str
    day: date
    sort: str
    title: str
    text: str
    facts: tuple[Sourced, ...]
    codes: tuple[str, ...]
    families: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class TimelineView:
    """`known` is the day as of which the facts were judged: what lies after it is announced."""

    years: tuple[tuple[int, tuple[Event, ...]], ...]
    codes: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, str], ...]
    known: date


def timeline_page(corpus: Corpus) -> Iterator[Page]:
    described = (
        "What changed in therapy billing, by date of service: codes, pairs, figures, rules and"
        " payers. Newest first."
    )
    yield Page(
        "changes.md",
        "changes.md.jinja",
        "Changes",
        described,
        timeline(corpus),
        "changes",
        element="timeline",
    )


def timeline(corpus: Corpus) -> TimelineView:
    events = sorted(
        events_of(corpus),
        key=lambda event: (-event.day.toordinal(), list(EVENT_KINDS).index(event.sort), event.id),
    )
    years = tuple(
        (year, tuple(event for event in events if event.day.year == year))
        for year in dict.fromkeys(event.day.year for event in events)
    )
    codes = tuple(
        (code, corpus.names.get(code, ""))
        for code in sorted({code for event in events for code in event.codes})
    )
    used = {family for event in events for family in event.families}
    families = tuple(
        (name, family.title) for name, family in corpus.families.items() if name in used
    )
    return TimelineView(years, codes, families, corpus.judged_on)


def events_of(corpus: Corpus) -> Iterator[Event]:
    """What changes.yaml tells comes first; the dates of facts add what it leaves out."""
    told = _KnownChanges(corpus)
    for change in corpus.changes.values():
        yield _event(
            corpus,
            change.id,
            change.date,
            "change",
            change.title,
            change.text,
            (change,),
            change.codes,
        )
    yield from _code_periods(corpus, told)
    yield from _histories(corpus, told)
    yield from _pairs(corpus)
    yield from _rules(corpus, told)
    yield from _payers(corpus, told)


class _KnownChanges:
    """What changes.yaml says of a day: so that a fact which says the same is not told twice."""

    def __init__(self, corpus: Corpus) -> None:
        self._codes = {
            (change.date, str(code)) for change in corpus.changes.values() for code in change.codes
        }
        self._sources = {
            (change.date, str(source))
            for change in corpus.changes.values()
            for source in change.sources
        }

    def of_code(self, day: date, code: str) -> bool:
        return (day, code) in self._codes

    def by(self, day: date, fact: Sourced) -> bool:
        """A change of that day that rests on one of the fact's sources."""
        return any((day, str(source)) in self._sources for source in fact.sources)


def _event(
    corpus: Corpus,
    name: str,
    day: date,
    sort: str,
    title: str,
    text: str,
    facts: tuple[Sourced, ...],
    codes: Iterable[str],
    pairs: tuple[str, ...] = (),
) -> Event:
    known = tuple(dict.fromkeys(map(str, codes)))
    families = tuple(
        dict.fromkeys(str(corpus.codes[code].family) for code in known if code in corpus.codes)
    )
    return Event(name, day, sort, title, text, facts, known, families, pairs)


def _code_periods(corpus: Corpus, told: _KnownChanges) -> Iterator[Event]:
    """Codes that begin or have ended and that no change of that day names."""
    for name, code in (*corpus.other_codes.items(), *corpus.codes.items()):
        fact = code if isinstance(code, Sourced) else code.meaning
        life, after = code.effective, ", ".join(getattr(code, "replaced_by", ()))
        if life.start and not told.of_code(life.start, name):
            yield _event(
                corpus,
                f"begin-{name.lower()}",
                life.start,
                "codes",
                f"{name} begins",
                f"{code.plain_name}.",
                (fact,),
                (name,),
            )
        if life.end and not told.of_code(life.end + DAY, name):
            text = f"{code.plain_name}. Its last day was {labels.day(life.end)}." + (
                f" Then {after}." if after else ""
            )
            yield _event(
                corpus,
                f"end-{name.lower()}",
                life.end + DAY,
                "codes",
                f"{name} has ended",
                text,
                (fact,),
                (name,),
            )


def _histories(corpus: Corpus, told: _KnownChanges) -> Iterator[Event]:
    """What codes say of their own past; one event for several codes that say the same."""
    said: dict[tuple[date, str], list[tuple[str, Sourced]]] = {}
    for name, code in corpus.codes.items():
        for entry in code.history:
            day = entry.effective.start
            if day and not told.of_code(day, name) and not told.by(day, entry):
                said.setdefault((day, entry.text), []).append((name, entry))
    for (day, text), found in said.items():
        codes = [name for name, _ in found]
        yield _event(
            corpus,
            f"history-{day}-{codes[0].lower()}",
            day,
            "history",
            labels.joined(codes),
            text,
            (found[0][1],),
            codes,
        )


def _pairs(corpus: Corpus) -> Iterator[Event]:
    """NCCI edits by the day on which they began or were gone.

    Those that never applied were listed and withdrawn on one day.
    """
    begun, gone, withdrawn = {}, {}, {}
    for edit in corpus.edits.values():
        life = edit.effective
        if edit.indicator == 9 and life.start:
            withdrawn.setdefault(life.start, []).append(edit)
        elif edit.indicator != 9:
            begun.setdefault(life.start, []).append(edit)
            gone.setdefault(life.end and life.end + DAY, []).append(edit)
    for days, name in ((begun, "begin"), (gone, "end"), (withdrawn, "withdrawn")):
        yield from (_pair_event(corpus, day, name, edits) for day, edits in days.items() if day)


def _pair_event(corpus: Corpus, day: date, name: str, edits: list[Edit]) -> Event:
    pairs = tuple(dict.fromkeys(f"{edit.column1} with {edit.column2}" for edit in edits))
    one = len(pairs) == 1
    said = {
        "begin": "begins" if one else "begin",
        "end": "ends" if one else "end",
        "withdrawn": (
            "is listed and withdrawn the same day"
            if one
            else "are listed and withdrawn the same day"
        ),
    }
    title = (
        f"The edit on {pairs[0]} {said[name]}"
        if one
        else f"Edits on {len(pairs)} pairs {said[name]}"
    )
    codes = sorted({str(code) for edit in edits for code in (edit.column1, edit.column2)})
    return _event(
        corpus,
        f"pairs-{name}-{day}",
        day,
        "pairs",
        title,
        _still_in_table(corpus, name, edits),
        tuple({edit.sources: edit for edit in edits}.values()),
        codes,
        pairs,
    )


def _still_in_table(corpus: Corpus, name: str, edits: list[Edit]) -> str:
    """Of edits that end.

    How many pairs stand in the table read last all the same, by another edit.
    """
    if name != "end":
        return ""
    back = sum(
        any(
            other.effective.end is None and other.indicator != 9
            for other in corpus.edits_of(edit.column1, edit.column2)
        )
        for edit in edits
    )
    return (
        f"{labels.count(back, 'pair')} of these {'stands' if back == 1 else 'stand'} again in the"
        " table read last."
        if back
        else "None of them stands in the table read last."
    )


def _rules(corpus: Corpus, told: _KnownChanges) -> Iterator[Event]:
    for name, rule in corpus.rules.items():
        for index, said in enumerate(rule.statements):
            yield from _dated(
                corpus, told, f"rule-{name}-{index}", "rules", rule.title, said.text, said
            )
        for index, value in enumerate(rule.values):
            text = f"{value.key.replace('-', ' ').capitalize()}: {labels.figure(value)}."
            yield from _dated(
                corpus, told, f"figure-{name}-{index}", "rules", rule.title, text, value
            )


def _payers(corpus: Corpus, told: _KnownChanges) -> Iterator[Event]:
    for name, payer in corpus.payers.items():
        for index, said in enumerate((*payer.facts, *payer.substitutions, *payer.refusals)):
            yield from _dated(
                corpus, told, f"payer-{name}-{index}", "payers", payer.name, said.text, said
            )


def _dated(
    corpus: Corpus, told: _KnownChanges, name: str, sort: str, title: str, text: str, fact: Sourced
) -> Iterator[Event]:
    life = fact.effective
    if life.start and not told.by(life.start, fact):
        yield _event(corpus, name, life.start, sort, title, text, (fact,), ())
    elif life.end and not life.start and not told.by(life.end + DAY, fact):
        yield _event(
            corpus,
            name,
            life.end + DAY,
            sort,
            title,
            f"Until {labels.day(life.end)}: {text}",
            (fact,),
            (),
        )
