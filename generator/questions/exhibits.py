"""Exhibits of a question: tables to look values up in, filled by the facts.

A learner is asked to apply them, not to know them by heart. They show the codes that the question
shows anyway, so that no row tells which of them are right.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.billing.modifiers import KX_THRESHOLD
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import day_text
from generator.exports.portable_question import ExhibitTable, ExportSource
from generator.facts.base import ALWAYS, Fact, Period, Sourced
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.quizzes import Item
from generator.facts.registers import Edit

Codes = Sequence[str]
Row = tuple[str, ...]
PAIRS = ("Column 1", "Column 2", "Modifier indicator", "In effect")
MUES = ("Code", "MUE", "Adjudication indicator (MAI)")
THRESHOLDS = ("Year", "PT and SLP combined", "OT")
POLICY = ("About", "What the policy says")


def exhibit_tables(corpus: Corpus, item: Item, shown: Codes) -> Iterator[ExhibitTable]:
    """The item's exhibits; `shown` are the codes for those that name none."""
    for exhibit in item.exhibits:
        codes = tuple(map(str, exhibit.codes)) or shown
        yield from TABLES[exhibit.table](corpus, item, codes)


def export_source(corpus: Corpus, name: str, as_of: date | None) -> ExportSource:
    """A source of the corpus, as of the day it is cited for."""
    entry = corpus.sources[name]
    return ExportSource(entry.publisher, entry.title, entry.address or "", as_of)


def other_payers(corpus: Corpus, item: Item) -> tuple[Payer, ...]:
    """The item's payers with policies of their own that can be read: real, outside Medicare."""
    named = dict.fromkeys((str(item.payer), str(getattr(item, "to", item.payer))))
    payers = (corpus.payers[name] for name in named if name in corpus.payers)
    return tuple(
        payer
        for payer in payers
        if not (payer.invented or policy_of(payer).part_of_medicare)
        and any(_policy_facts(payer, tuple(map(str, corpus.codes))))
    )


def _pairs(corpus: Corpus, item: Item, codes: Codes) -> Iterator[ExhibitTable]:
    setting = _setting(item)
    edits = [
        edit
        for column1 in sorted(codes)
        for column2 in sorted(codes)
        for edit in _edits_of(corpus, item, column1, column2)
    ]
    rows = [(edit.column1, edit.column2, str(edit.indicator), _period(edit)) for edit in edits]
    width = len(PAIRS) - all(edit.effective == ALWAYS for edit in edits)
    shown = (row[:width] for row in rows)
    caption = f"NCCI procedure-to-procedure edits, {setting}"
    yield _table(corpus, caption, PAIRS[:width], shown, edits)


def _edits_of(corpus: Corpus, item: Item, column1: str, column2: str) -> list[Edit]:
    """Those of the dates of service; of a question without a visit also the last that ended.

    The practitioner table serves where the hospital's has none.
    """
    edits = corpus.edits_of(column1, column2)
    own = [edit for edit in edits if edit.setting == _setting(item)]
    own = own or [edit for edit in edits if edit.setting == "practitioner"]
    found = [edit for edit in own if edit.effective.overlaps(_dates(item))]
    if found or getattr(item, "visit", None):
        return found
    return sorted(own, key=lambda edit: edit.effective.end or date.max)[-1:]


def _period(edit: Edit) -> str:
    start, end = edit.effective.start, edit.effective.end
    first = f"from {day_text(start)}" if start else "" if end else f"as of {day_text(edit.as_of)}"
    return f"{first} {f'through {day_text(end)}' if end else ''}".strip()


def _mues(corpus: Corpus, item: Item, codes: Codes) -> Iterator[ExhibitTable]:
    setting = _setting(item)
    found = [
        (code, mue)
        for code in sorted(codes)
        if code in corpus.codes and (mue := corpus.codes[code].mue_on(item.date, setting))
    ]
    rows = [(code, str(mue.units), str(mue.adjudication or "")) for code, mue in found]
    facts = [mue for _, mue in found]
    yield _table(corpus, f"Medically unlikely edits (MUE), {setting}", MUES, rows, facts)


def _thresholds(corpus: Corpus, item: Item, codes: Codes) -> Iterator[ExhibitTable]:
    keys = tuple(KX_THRESHOLD[discipline] for discipline in ("pt", "ot"))
    values = [value for value in corpus.rules["kx-threshold"].values if value.key in keys]
    amounts = {
        (value.effective.start.year, value.key): f"${value.amount:,.0f}"
        for value in values
        if value.effective.start
    }
    years = sorted({year for year, _ in amounts})
    rows = [(str(year), *(amounts.get((year, key), "") for key in keys)) for year in years]
    yield _table(corpus, "KX modifier thresholds, Medicare Part B", THRESHOLDS, rows, values)


def _policy(corpus: Corpus, item: Item, codes: Codes) -> Iterator[ExhibitTable]:
    for payer in other_payers(corpus, item):
        found = [one for one in _policy_facts(payer, codes) if one[1].effective.covers(item.date)]
        abouts: dict[str, list[str]] = {}
        for about, fact in found:
            abouts.setdefault(fact.text.removeprefix(f"{about}: "), []).append(about)
        rows = ((", ".join(dict.fromkeys(about)), text) for text, about in abouts.items())
        facts = (fact for _, fact in found)
        yield _table(corpus, f"Published policy: {payer.name}", POLICY, rows, facts)


def _policy_facts(payer: Payer, codes: Codes) -> Iterator[tuple[str, Fact]]:
    """What the policy says of the codes, whoever treated: a row does not tell who did."""
    if payer.unit_method != "not-known":
        yield "Units", payer.unit_fact
    yield from ((wanted.modifier, wanted) for wanted in payer.modifiers if _concerns(wanted, codes))
    if payer.assistants:
        yield "Assistants", payer.assistants
    yield from (("Units a day", cap) for cap in payer.caps if _concerns(cap, codes))
    certain = (one for one in payer.authorizations if one.needed != "depends")
    yield from (("Prior authorization", one) for one in certain if _concerns(one, codes))
    yield from (("Visit limit", one) for one in payer.visit_limits)
    yield from ((str(one.code), one) for one in payer.substitutions if one.code in codes)
    yield from ((str(code), fact) for code, fact in payer.not_covered.items() if code in codes)


def _concerns(fact: object, codes: Codes) -> bool:
    named = getattr(fact, "codes", ())
    return not named or any(code in named for code in codes)


def _dates(item: Item) -> Period:
    """From the first to the last date of service."""
    other = getattr(item, "to", None)
    days = [one for one in (item.date, other) if isinstance(one, date)]
    return Period.between(min(days), max(days))


def _setting(item: Item) -> str:
    return str(getattr(getattr(item, "visit", None), "setting", "practitioner"))


def _table(
    corpus: Corpus, caption: str, head: Row, rows: Iterable[Row], facts: Iterable[Sourced]
) -> ExhibitTable:
    cited: dict[str, date] = {}
    for fact in facts:
        for name in fact.sources:
            cited.setdefault(name, fact.as_of)
    sources = tuple(export_source(corpus, name, as_of) for name, as_of in cited.items())
    return ExhibitTable(caption, head, tuple(rows), sources)


TABLES: Mapping[str, Callable[[Corpus, Item, Codes], Iterator[ExhibitTable]]] = {
    "pairs": _pairs,
    "mues": _mues,
    "thresholds": _thresholds,
    "policy": _policy,
}
