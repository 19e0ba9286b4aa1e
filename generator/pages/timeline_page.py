"""What changed, by date of service: content/changes.yaml, and the dates of facts beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from generator.facts.base import Fact, Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, OtherCode
from generator.pages import labels
from generator.pages.page import Page

PATH = "changes.md"
DAY = timedelta(days=1)
PAIR_VERBS = {
    "begin": ("takes effect", "take effect"),
    "end": ("is deleted", "are deleted"),
    "withdrawn": (
        "is listed and deleted as of the same date",
        "are listed and deleted as of the same date",
    ),
}
KnownChanges = set[tuple[date, str]]
"""The codes and the sources that a change of a day names; a fact does not repeat the change."""


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


def timeline_page(corpus: Corpus) -> Iterator[Page]:
    """The page of the changes, with the fields that narrow it down."""
    years = timeline(corpus)
    events = [event for _, found in years for event in found]
    codes = sorted({code for event in events for code in event.codes})
    used = {family for event in events for family in event.families}
    families = [(name, one.title) for name, one in corpus.families.items() if name in used]
    labeled = [(code, f"{code} {corpus.names.get(code, '')}".strip()) for code in codes]
    filters = (
        ("Code", "All codes", labeled),
        ("Family", "All families", families),
        ("Year", "All years", [(str(year), str(year)) for year, _ in years]),
    )
    view = {"years": years, "filters": filters}
    yield Page.of(PATH, "changes", view, element="timeline")


def timeline(corpus: Corpus) -> list[tuple[int, list[Event]]]:
    """The events, newest first, by year."""
    order = list(labels.EVENT)
    events = sorted(
        events_of(corpus),
        key=lambda event: (-event.day.toordinal(), order.index(event.kind), event.id),
    )
    return [(year, list(found)) for year, found in groupby(events, lambda event: event.day.year)]


def events_of(corpus: Corpus) -> Iterator[Event]:
    """The changes of changes.yaml, and what the dates of facts add to them."""
    for event in _events(corpus):
        codes = tuple(dict.fromkeys(map(str, event.codes)))
        families = (str(corpus.codes[code].family) for code in codes if code in corpus.codes)
        yield replace(event, codes=codes, families=tuple(dict.fromkeys(families)))


def _events(corpus: Corpus) -> Iterator[Event]:
    changes = corpus.changes.values()
    known = {(one.date, str(name)) for one in changes for name in (*one.codes, *one.sources)}
    for one in changes:
        yield Event(one.id, one.date, "change", one.title, one.text, (one,), one.codes)
    yield from _code_periods(corpus, known)
    yield from _histories(corpus, known)
    yield from _pairs(corpus)
    yield from _rules(corpus, known)
    yield from _payers(corpus, known)


def _shares_source(known: KnownChanges, day: date, fact: Sourced) -> bool:
    return any((day, str(source)) in known for source in fact.sources)


def _code_periods(corpus: Corpus, known: KnownChanges) -> Iterator[Event]:
    codes: tuple[tuple[str, Code | OtherCode], ...]
    codes = (*corpus.other_codes.items(), *corpus.codes.items())
    for name, code in codes:
        fact = code.meaning if isinstance(code, Code) else code
        start, end = code.effective.start, code.effective.end
        if start and (start, name) not in known:
            title, text = f"{name} takes effect", f"{code.plain_name}."
            yield Event(f"begin-{name.lower()}", start, "codes", title, text, (fact,), (name,))
        if end and (end + DAY, name) not in known:
            title = f"{name} is deleted"
            text = f"{code.plain_name}. Its last date of service was {labels.day(end)}."
            if after := ", ".join(getattr(code, "replaced_by", ())):
                text += f" Replaced by {after}."
            yield Event(f"end-{name.lower()}", end + DAY, "codes", title, text, (fact,), (name,))


def _histories(corpus: Corpus, known: KnownChanges) -> Iterator[Event]:
    found: dict[tuple[date, str], list[tuple[str, Sourced]]] = {}
    for name, code in corpus.codes.items():
        for entry in code.history:
            day = entry.effective.start
            if day and (day, name) not in known and not _shares_source(known, day, entry):
                found.setdefault((day, entry.text), []).append((name, entry))
    for (day, text), entries in found.items():
        codes = tuple(name for name, _ in entries)
        name, title = f"history-{day}-{codes[0].lower()}", labels.join_and(codes)
        yield Event(name, day, "history", title, text, (entries[0][1],), codes)


def _pairs(corpus: Corpus) -> Iterator[Event]:
    found: dict[tuple[str, date], list[Edit]] = {}
    for edit in corpus.edits.values():
        start, end = edit.effective.start, edit.effective.end
        never = edit.indicator == 9
        days = {"withdrawn": start} if never else {"begin": start, "end": end and end + DAY}
        for verb, day in days.items():
            if day:
                found.setdefault((verb, day), []).append(edit)
    yield from (_pair_event(corpus, day, verb, edits) for (verb, day), edits in found.items())


def _pair_event(corpus: Corpus, day: date, verb: str, edits: list[Edit]) -> Event:
    pairs = tuple(dict.fromkeys(f"{edit.column1} with {edit.column2}" for edit in edits))
    one, several = PAIR_VERBS[verb]
    title = f"{len(pairs)} NCCI edits {several}"
    if len(pairs) == 1:
        title = f"The NCCI edit {pairs[0]} {one}"
    return Event(
        f"pairs-{verb}-{day}",
        day,
        "pairs",
        title,
        _still_in_table(corpus, edits) if verb == "end" else "",
        tuple({edit.sources: edit for edit in edits}.values()),
        tuple(sorted({str(code) for edit in edits for code in (edit.column1, edit.column2)})),
        pairs=pairs,
    )


def _still_in_table(corpus: Corpus, edits: Iterable[Edit]) -> str:
    back = sum(
        any(
            other.effective.end is None and other.indicator != 9
            for other in corpus.edits_of(edit.column1, edit.column2)
        )
        for edit in edits
    )
    if not back:
        return "None of them is active in the latest table."
    are = "is" if back == 1 else "are"
    return f"{labels.count(back, 'edit')} of these {are} active again in the latest table."


def _rules(corpus: Corpus, known: KnownChanges) -> Iterator[Event]:
    for name, rule in corpus.rules.items():
        for index, fact in enumerate(rule.statements):
            event = (f"rule-{name}-{index}", "rules", rule.title, fact.text)
            yield from _dated(known, event, fact)
        for index, value in enumerate(rule.values):
            text = f"{labels.value_name(value.key)}: {labels.figure(value)}."
            yield from _dated(known, (f"figure-{name}-{index}", "rules", rule.title, text), value)


def _payers(corpus: Corpus, known: KnownChanges) -> Iterator[Event]:
    for name, payer in corpus.payers.items():
        facts: tuple[Fact, ...] = (
            *payer.facts,
            *payer.substitutions,
            *payer.refusals,
            *payer.conditions,
            *payer.caps,
            *payer.modifiers,
            *payer.authorizations,
            *payer.visit_limits,
        )
        for index, fact in enumerate(facts):
            event = (f"payer-{name}-{index}", "payers", payer.name, fact.text)
            yield from _dated(known, event, fact)


def _dated(known: KnownChanges, event: tuple[str, str, str, str], fact: Sourced) -> Iterator[Event]:
    """`event` is id, kind, title and text: on the first day of the fact, or after its last."""
    name, kind, title, text = event
    start, end = fact.effective.start, fact.effective.end
    if start and not _shares_source(known, start, fact):
        yield Event(name, start, kind, title, text, (fact,))
    elif end and not start and not _shares_source(known, end + DAY, fact):
        text = f"Until {labels.day(end)}: {text}"
        yield Event(name, end + DAY, kind, title, text, (fact,))
