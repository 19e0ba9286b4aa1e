"""One way to share the units out, written as claim lines.

Units, modifiers and the reasons for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing import medical_necessity
from generator.billing.apply_edits import EditedUnits, amount_in
from generator.billing.assistants import UnitSplit, split_timed, split_whole
from generator.billing.coded_services import CodedService
from generator.billing.measured_units import Measured, measure
from generator.billing.measured_units import reasons as measure_reasons
from generator.billing.medical_necessity import LineModifiers
from generator.billing.messages import message
from generator.billing.modifiers import ASSISTANT, PLAN, bypass_modifier, in_order
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import Allocation
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Payer
from generator.facts.visits import Visit


@dataclass(frozen=True)
class BilledLine:
    """A claim line.

    Units of one code stand on two lines where an assistant furnished some of them.
    """

    code: str
    units: int
    modifiers: tuple[str, ...]
    reasons: tuple[Reason, ...]


def claim_lines(
    corpus: Corpus, visit: Visit, settled: EditedUnits, allocation: Allocation
) -> tuple[BilledLine, ...]:
    """The lines of one allocation, in order of their codes."""
    whole = {
        work.code: _whole_units(corpus, settled, work) for work in settled.works if not work.timed
    }
    return tuple(
        line
        for code, units in sorted({**dict(allocation), **whole}.items())
        if units
        for line in _lines_of_code(corpus, visit, settled, code, units)
    )


def _whole_units(corpus: Corpus, settled: EditedUnits, work: CodedService) -> int:
    """One for an untimed code.

    For a measured one what its amount earns, its add-on's units among them.
    """
    return _measured(corpus, settled, work.code).units if work.measure else 1


def _measured(corpus: Corpus, settled: EditedUnits, code: str) -> Measured:
    return measure(corpus, code, amount_in(settled.works, code))


def split_of(works: tuple[CodedService, ...], units: int) -> UnitSplit:
    """The units of one code without and with an assistant's modifier."""
    assistant = sum(work.minutes for work in works if work.by_assistant)
    therapist = sum(work.minutes for work in works if not work.by_assistant)
    if works[0].timed:
        return split_timed(units, therapist, assistant)
    return split_whole(
        units,
        therapist,
        assistant,
        any(not work.by_assistant for work in works),
        any(work.by_assistant for work in works),
    )


def with_add_on(corpus: Corpus, code: str, before: int, units: int) -> Iterator[tuple[str, int]]:
    """`units` of a code after `before` others of the day.

    What is above its units a day stands under its add-on.
    """
    unit = corpus.codes[code].unit if code in corpus.codes else None
    limit = (unit.per_day or (1 if unit.measure else None)) if unit and unit.add_on else None
    own = units if limit is None else max(0, min(units, limit - before))
    if own:
        yield code, own
    if units > own:
        yield str(unit.add_on), units - own


def modifiers_for(corpus: Corpus, visit: Visit, code: Code, excluded: bool) -> LineModifiers:
    """What a line of `code` says of plan and necessity.

    By Medicare's rules, or as another payer asks.
    """
    if corpus.payers[visit.payer].kind != "medicare":
        return _wanted(corpus.payers[visit.payer], visit, code)
    if excluded:
        return medical_necessity.excluded_modifiers(visit)
    if any(need.modifier == "AT" for need in code.modifiers):
        return medical_necessity.manipulation_modifiers(visit)
    if not is_therapy(code, visit):
        return LineModifiers()
    said, plan = medical_necessity.therapy_modifiers(corpus, visit), PLAN.get(visit.discipline)
    if plan is None or not plan_known(corpus, visit):
        return said
    reason = Reason(message(f"plan-{plan}"), ("rules/therapy-modifiers",))
    return LineModifiers(
        (plan, *said.modifiers), (reason, *said.reasons), said.questions, said.warnings
    )


def _wanted(payer: Payer, visit: Visit, code: Code) -> LineModifiers:
    """The modifiers that a payer other than Medicare asks for, so far as they are known."""
    found = [
        want
        for want in payer.modifiers
        if (not want.codes or code.code in want.codes)
        and (not want.disciplines or visit.discipline in want.disciplines)
        and want.effective.covers(visit.date)
    ]
    return LineModifiers(
        tuple(want.modifier for want in found),
        tuple(Reason(want.text, (f"payers/{payer.id}",), tuple(want.sources)) for want in found),
    )


def is_therapy(code: Code, visit: Visit) -> bool:
    """Whether Medicare counts the code as therapy, always or when it stands under a therapy plan."""
    coverage = code.coverage.get(visit.payer)
    return coverage is not None and coverage.therapy in ("always", "sometimes")


def plan_known(corpus: Corpus, visit: Visit) -> bool:
    """Whether the facts tell which plan modifier a line needed on that day."""
    rule = corpus.rules.get("therapy-modifiers")
    return rule is not None and rule.statements[0].effective.covers(visit.date)


def assistant_known(corpus: Corpus, visit: Visit) -> bool:
    """Whether the facts tell that an assistant's line was marked on that day."""
    rule = corpus.rules.get("assistants")
    return rule is not None and any(
        value.key == "assistant-payment" and value.effective.covers(visit.date)
        for value in rule.values
    )


def _lines_of_code(
    corpus: Corpus, visit: Visit, settled: EditedUnits, code: str, units: int
) -> Iterator[BilledLine]:
    works = tuple(work for work in settled.works if work.code == code)
    entry = corpus.codes[code]
    said = modifiers_for(corpus, visit, entry, works[0].excluded)
    parting, why_parted = _parting(settled, works)
    reasons = (
        *dict.fromkeys(reason for work in works for reason in work.reasons),
        *_unit_reasons(corpus, entry, settled),
        *why_parted,
        *said.reasons,
    )
    split = split_of(works, units)
    mark = _mark(corpus, visit)
    if mark is None:
        split = UnitSplit(units, 0)
    first = 0  # an add-on carries what is above the units a day that its base allows
    for amount, extra in ((split.marked, mark), (split.plain, None)):
        modifiers = in_order((*parting, *said.modifiers, *((extra,) if extra else ())))
        why = (*reasons, *_mark_reasons(works, split, extra, amount)) if mark else reasons
        for name, share in with_add_on(corpus, code, first, amount):
            yield BilledLine(name, share, modifiers, why)
        first += amount


def _mark(corpus: Corpus, visit: Visit) -> str | None:
    medicare = corpus.payers[visit.payer].kind == "medicare"
    return ASSISTANT.get(visit.discipline) if medicare and assistant_known(corpus, visit) else None


def _mark_reasons(
    works: tuple[CodedService, ...], split: UnitSplit, mark: str | None, units: int
) -> Iterator[Reason]:
    if not any(work.by_assistant for work in works):
        return
    if mark:
        yield Reason(
            message("assistant-unit" if units == 1 else "assistant-units", modifier=mark),
            ("rules/assistants",),
        )
    elif split.plain:
        yield Reason(message("assistant-unmarked"), ("rules/assistants",))


def _unit_reasons(corpus: Corpus, entry: Code, settled: EditedUnits) -> Iterator[Reason]:
    if entry.unit.measure:
        yield from measure_reasons(corpus, entry.code, _measured(corpus, settled, entry.code))
        return
    if entry.unit.kind == "untimed":
        yield Reason(
            message("untimed", code=entry.code), (f"codes/{entry.code}",), tuple(entry.unit.sources)
        )
        return
    yield from settled.count.reasons
    if entry.unit.per_day and entry.unit.add_on:
        yield Reason(entry.unit.text, (f"codes/{entry.code}",), tuple(entry.unit.sources))


def _parting(
    settled: EditedUnits, works: tuple[CodedService, ...]
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The modifiers that part column 2 from each column 1 it may stand beside."""
    found = []
    for edit in settled.parted:
        if edit.column2 == works[0].code:
            second = [work.service.separate_by for work in works if work.service.separate]
            first = [
                work.service.separate_by
                for work in settled.works
                if work.code == edit.column1 and work.service.separate
            ]
            found.append(bypass_modifier(edit, second or first))
    return tuple(dict.fromkeys(modifier for modifier, _ in found)), tuple(
        reason for _, reason in found
    )
