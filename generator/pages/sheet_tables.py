"""Tables of cheat sheets, generated from the facts: no figure in them is typed by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.billing.unit_methods import METHODS, unit_method, unit_range
from generator.facts.base import Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.sheets import CheatSheet
from generator.facts.techniques import CodeRule, Range, Technique
from generator.pages import labels
from generator.pages.figure_drawings import visit_example
from generator.pages.rule_pages import MOST_UNITS, example_view
from generator.questions.kinds.answers import line_text

NARROW = 34
"""Signs beside the first cell of a row that fit on a phone."""
BYPASS = "59 or X{EPSU}"


@dataclass(frozen=True)
class SheetLine:
    """A row: its cells, the first of which names it, and the facts behind it."""

    cells: tuple[str, ...]
    facts: tuple[Sourced, ...]
    ids: tuple[str, ...] = ()
    """Addresses on the page, for links and the search."""

    @property
    def contested(self) -> bool:
        """Whether somebody disagrees, which paper must say too."""
        return any(fact.contested for fact in self.facts)


@dataclass(frozen=True)
class SheetTableView:
    """A table of a sheet."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[SheetLine, ...]

    @property
    def is_narrow(self) -> bool:
        """Whether a phone can show it as a table."""
        return all(len(" ".join(line.cells[1:])) <= NARROW for line in self.lines)


def sheet_tables(corpus: Corpus, sheet: CheatSheet) -> tuple[SheetTableView, ...]:
    """What is generated for a sheet, then its own tables; none without lines."""
    found = (*_generated(corpus, sheet), _values(corpus, sheet), *_own(sheet))
    return tuple(table for table in found if table.lines)


def _own(sheet: CheatSheet) -> Iterator[SheetTableView]:
    for table in sheet.tables:
        lines = tuple(
            SheetLine(row.cells, (row,), _row_ids(row.cells[0]) if table.is_looked_up else ())
            for row in table.rows
        )
        yield SheetTableView(table.title, table.columns, lines)


def _row_ids(codes: str) -> tuple[str, ...]:
    """The search makes the same of what is typed."""
    return tuple(f"row-{code.lower()}" for code in codes.split(", "))


def _generated(corpus: Corpus, sheet: CheatSheet) -> Iterator[SheetTableView]:
    match sheet.part:
        case "minutes":
            yield _units(corpus)
        case "codes":
            yield _codes(corpus, sheet)
        case "pairs":
            yield from _pairs(corpus, sheet)
        case "evaluations":
            yield from _evaluations(corpus, sheet)
        case "assistants":
            yield _visits(corpus, sheet)


def _units(corpus: Corpus) -> SheetTableView:
    """The fewest and most minutes of each number of units, by each rule's constants."""
    rules = [unit_method(corpus, name, corpus.judged_on) for name in METHODS]
    constants = [rule.counting for rule in rules if rule]
    lines = []
    for units in range(MOST_UNITS + 1):
        ranges = [unit_range(one, units) for one in constants]
        spans = (f"{max(low, 0)} to {high}" for low, high in ranges)
        lines.append(SheetLine((str(units), *spans), tuple(constants)))
    more = (f"{one.size} more" for one in constants)
    lines.append(SheetLine(("each further unit", *more), tuple(constants)))
    columns = ("Units", "Medicare: total of all timed codes", "Midpoint: each code by itself")
    return SheetTableView("Minutes to units", columns[: len(constants) + 1], tuple(lines))


def _codes(corpus: Corpus, sheet: CheatSheet) -> SheetTableView:
    lines = tuple(_code_line(corpus, corpus.codes[code]) for code in sheet.codes)
    columns = ("Code", "What it is", "Units", "Attendance", "MUE a day", "Mixed up with")
    return SheetTableView("Codes", columns, lines)


def _code_line(corpus: Corpus, code: Code) -> SheetLine:
    mue = next((one for one in reversed(code.mue) if one.setting == "practitioner"), None)
    like = code.look_alikes[0] if code.look_alikes else None
    unit = code.unit
    counted = f"timed, {unit.minutes} min" if unit.kind == "timed" else labels.unit_text(unit)
    cells = (
        f"{code.code} {code.plain_name}",
        code.meaning.text,
        counted,
        labels.CONTACT_SHORT[unit.contact],
        (str(mue.units) if mue.units else "0, not paid") if mue else "see CMS",
        f"{like.code}: {like.text}" if like else "none",
    )
    facts = (code.meaning, unit, *((mue,) if mue else ()), *((like,) if like else ()))
    return SheetLine(cells, facts)


def _pairs(corpus: Corpus, sheet: CheatSheet) -> Iterator[SheetTableView]:
    """The edits in force of each code, those of an earlier table left out."""
    shown: set[Edit] = set()
    for code in sheet.codes:
        edits = [
            edit
            for edit in corpus.edits_by_code.get(code, ())
            if edit.effective.end is None
            and edit.indicator != 9
            and edit.setting == "practitioner"
            and edit not in shown
        ]
        shown.update(edits)
        lines = tuple(_pair_line(corpus, code, edit) for edit in sorted(edits, key=_strictest))
        columns = ("With", "Column 1, paid", "Column 2, denied", "Indicator: modifier")
        yield SheetTableView(f"{code} {corpus.names[code]}", columns, lines)


def _strictest(edit: Edit) -> tuple[int, str, str]:
    return edit.indicator, edit.column1, edit.column2


def _pair_line(corpus: Corpus, code: str, edit: Edit) -> SheetLine:
    other = edit.column2 if edit.column1 == code else edit.column1
    modifier = f"{edit.indicator}: {BYPASS if edit.indicator else 'none'}"
    codes = (edit.column1, edit.column2)
    return SheetLine((corpus.names[other], *codes, modifier), (edit,))


def _evaluations(corpus: Corpus, sheet: CheatSheet) -> Iterator[SheetTableView]:
    for name in sheet.techniques:
        technique = corpus.techniques[name]
        rules = sorted(technique.codes, key=lambda rule: (not rule.codes, rule.codes))
        parts = tuple(dict.fromkeys(part for rule in technique.codes for part in rule.when))
        lines = tuple(
            SheetLine(
                (_answer(corpus, rule), *(_wanted(technique, rule, part) for part in parts)),
                (rule,),
            )
            for rule in rules
        )
        yield SheetTableView(
            technique.name,
            ("Code", *(labels.ATTRIBUTE[part].capitalize() for part in parts)),
            lines,
        )


def _answer(corpus: Corpus, rule: CodeRule) -> str:
    return ", ".join(f"{code} {corpus.names[code]}" for code in rule.codes) or "Not billable"


def _wanted(technique: Technique, rule: CodeRule, part: str) -> str:
    """What a component must be; 'any' where every answer will do."""
    wanted = _when(rule).get(part)
    if wanted is None:
        return "any"
    if isinstance(wanted, Range):
        return labels.condition(part, wanted).partition(": ")[2]
    everything = {value for other in technique.codes for value in _values_of(other, part)}
    if len(everything) > 1 and everything <= set(wanted):
        return "any"
    return labels.join_or([labels.NAMES.get(value, str(value)) for value in wanted])


def _when(rule: CodeRule) -> Mapping[str, Range | tuple[bool | str, ...]]:
    return {str(part): wanted for part, wanted in rule.when.items()}


def _values_of(rule: CodeRule, part: str) -> tuple[object, ...]:
    found = _when(rule).get(part)
    return found if isinstance(found, tuple) else ()


def _visits(corpus: Corpus, sheet: CheatSheet) -> SheetTableView:
    """Visits that the engine answers."""
    lines = []
    for reference in sheet.examples:
        example = visit_example(corpus, reference.rule, reference.example)
        if example is None:
            continue
        claim = example_view(corpus, example).claims[0]
        billed = "; ".join(map(line_text, claim.lines)) or "nothing is billed"
        facts = (*corpus.rules[reference.rule.removeprefix("rules/")].statements[:1],)
        lines.append(SheetLine((example.note, billed, example.see or ""), facts))
    return SheetTableView("Worked visits", ("Visit", "Claim", "Why"), tuple(lines))


def _values(corpus: Corpus, sheet: CheatSheet) -> SheetTableView:
    """Figures of rules in effect on the day the rules were last judged."""
    lines = []
    for wanted in sheet.values:
        value = corpus.figure(wanted.rule.removeprefix("rules/"), wanted.key, corpus.judged_on)
        if value:
            when = labels.period(value.effective.start, value.effective.end) or "all dates"
            lines.append(SheetLine((wanted.name, labels.figure(value), when), (value,)))
    return SheetTableView("Amounts", ("What", "Amount", "Dates of service"), tuple(lines))
