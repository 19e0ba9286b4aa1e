"""Stage 4 of a claim, append modifiers: each allocation as claim lines, with reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.billing.apply_edits import EditedUnits
from generator.billing.assistants import UnitSplit
from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    ServicesByCode,
    services_by_code,
)
from generator.billing.count_units import claimed_apart, measured_in
from generator.billing.initial_codes import first_unknown
from generator.billing.line_questions import add_on_open, assistant_unknown, by_question
from generator.billing.line_shares import assistant_units, line_shares
from generator.billing.measured_units import measure_reasons
from generator.billing.modifiers import (
    CHIROPRACTIC_RULE,
    NOTICE_RULE,
    PLAN,
    PLAN_OF_OTHERS,
    LineModifiers,
    ask,
    bypass_modifier,
    excluded_modifiers,
    in_order,
    manipulation_modifiers,
    notice_modifiers,
    plan_manipulation,
    separate_by,
    therapy_modifiers,
)
from generator.billing.notices import as_noticed
from generator.billing.payer_policy import (
    modifiers_known,
    policy_of,
    therapy_designation,
)
from generator.billing.reasons import Reason, explain, quoted
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.visits import Visit


@dataclass(frozen=True)
class BilledLine:
    """A claim line; a code has two where an assistant performed some of its units."""

    code: str
    units: int
    modifiers: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ModifiedLines:
    """The lines of each right claim, the one shown first, with what to ask and to watch."""

    claims: tuple[tuple[BilledLine, ...], ...]
    missing: tuple[MissingInformation, ...]
    warnings: tuple[Reason, ...]


def append_modifiers(corpus: Corpus, visit: Visit, edited: EditedUnits) -> ModifiedLines:
    """The lines of every allocation, and what must be asked of the codes on them.

    A code that waits for an answer is on no line, and nothing else is asked of it meanwhile.
    """
    counted = dict.fromkeys((entry.code, entry.excluded) for entry in edited.counted.coded)
    found = [(code, _modifiers_on(corpus, visit, edited, code, out)) for code, out in counted]
    groups = services_by_code(edited.coded)
    barred = {code for question in (*edited.missing, *edited.asked) for code in question.codes}
    billed = {code for code, _ in chain.from_iterable(edited.allocations)}
    asked = (
        (
            code,
            [
                *first_unknown(corpus, code, billed),
                *appended.questions,
                *_questions(corpus, visit, code, groups, edited),
            ],
        )
        for code, appended in found
        if code in billed and code not in barred
    )
    missing = by_question((questions[0], code) for code, questions in asked if questions)
    waiting = barred.union(*(question.codes for question in missing))
    lines = {  # most allocations give a code the same units
        share: tuple(_lines_of_code(corpus, visit, edited, groups, share))
        for share in dict.fromkeys(chain.from_iterable(edited.allocations))
    }
    claims = (
        tuple(line for share in allocation if share[0] not in waiting for line in lines[share])
        for allocation in edited.allocations
    )
    return ModifiedLines(
        tuple(dict.fromkeys(claims)),
        missing,
        tuple(warning for _, appended in found for warning in appended.warnings),
    )


def _questions(
    corpus: Corpus, visit: Visit, code: str, groups: ServicesByCode, edited: EditedUnits
) -> Iterator[MissingInformation]:
    case = (corpus, visit, code, groups.get(code, ()), edited.allocations)
    yield from assistant_unknown(*case)
    yield from add_on_open(*case)


def _modifiers_on(
    corpus: Corpus, visit: Visit, edited: EditedUnits, code: str, excluded: bool
) -> LineModifiers:
    """The modifiers of a code's line on this claim; a question where its notice is not known."""
    billed = {name for name, _ in chain.from_iterable(edited.allocations)}
    coded, payer = [one for one in edited.coded if one.code in billed], corpus.payers[visit.payer]
    if policy_of(payer).may_follow_part_b and _takes_at(corpus.codes[code]):
        confirmed = all(one.service.confirmed for one in coded if one.code == code)
        return plan_manipulation(visit, payer.name, code, confirmed)
    noticed = as_noticed(visit, coded, code, excluded)
    if noticed or not policy_of(payer).medicare_modifiers:
        return modifiers_for(corpus, noticed or visit, corpus.codes[code], excluded)
    return ask("abn_services", explain("notice-of-which", NOTICE_RULE))


def modifiers_for(corpus: Corpus, visit: Visit, code: Code, excluded: bool) -> LineModifiers:
    """Plan and necessity modifiers of a code: by Medicare's rules, or as another payer asks."""
    if not policy_of(corpus.payers[visit.payer]).medicare_modifiers:
        return _listed(corpus, visit, code)
    if excluded:
        return _excluded(corpus, visit, code)
    if _takes_at(code):
        return manipulation_modifiers(visit)
    if not is_therapy(code, visit):
        return notice_modifiers(visit) or LineModifiers()
    return _therapy(corpus, visit)


def _takes_at(code: Code) -> bool:
    return any(need.modifier == "AT" for need in code.modifiers)


def _therapy(corpus: Corpus, visit: Visit) -> LineModifiers:
    plan, rule = PLAN.get(visit.discipline), ("rules/therapy-modifiers",)
    if plan is None:
        return ask("plan", explain("plan-none", rule, discipline=visit.discipline))
    if not plan_known(corpus, visit):
        return ask("plan", explain("plan-unknown", rule, day=visit.date))
    return therapy_modifiers(corpus, visit).preceded_by(explain(f"plan-{plan}", rule), plan)


def _excluded(corpus: Corpus, visit: Visit, code: Code) -> LineModifiers:
    """GY, and the plan modifier without which Medicare returns a line instead of denying it."""
    found, coverage = excluded_modifiers(visit), code.coverage.get(visit.payer)
    plan = PLAN.get(visit.discipline)
    if plan is None and coverage is not None and coverage.therapy == "always":
        plan = PLAN_OF_OTHERS
    if plan is None or not is_therapy(code, visit) or not plan_known(corpus, visit):
        return found
    why = explain("plan-of-excluded", ("rules/therapy-modifiers", *CHIROPRACTIC_RULE), plan=plan)
    return found.preceded_by(why, plan)


def is_therapy(code: Code, visit: Visit) -> bool:
    """Whether the payer counts the code as therapy, always or under a therapy plan of care."""
    coverage = code.coverage.get(visit.payer)
    return coverage is not None and coverage.therapy in ("always", "sometimes")


def plan_known(corpus: Corpus, visit: Visit) -> bool:
    """Whether the facts say which plan modifier a line needed on that day."""
    rule = corpus.rules.get("therapy-modifiers")
    return rule is not None and rule.statements[0].holds_on(visit.date)


def _listed(corpus: Corpus, visit: Visit, code: Code) -> LineModifiers:
    """A modifier of a plan of care is for therapy, so it is on no code that is none."""
    payer, therapy = corpus.payers[visit.payer], therapy_designation(corpus, code)
    found = [
        want
        for want in payer.modifiers
        if (not want.codes or code.code in want.codes)
        and (not want.always_therapy or therapy == "always")
        and (not want.disciplines or (visit.discipline in want.disciplines and therapy != "no"))
        and want.holds_on(visit.date)
    ]
    return LineModifiers(
        tuple(want.modifier for want in found),
        tuple(Reason(want.text, (f"payers/{payer.id}",), tuple(want.sources)) for want in found),
    )


def _lines_of_code(
    corpus: Corpus,
    visit: Visit,
    edited: EditedUnits,
    groups: ServicesByCode,
    share: tuple[str, int],
) -> Iterator[BilledLine]:
    code, units = share
    apart = claimed_apart(groups[code])
    for coded in apart:
        number = units if len(apart) == 1 else measured_in(corpus, coded).units
        if number:
            yield from _claim_lines(corpus, visit, edited, groups, coded, number)


def _claim_lines(
    corpus: Corpus,
    visit: Visit,
    edited: EditedUnits,
    groups: ServicesByCode,
    coded: tuple[CodedService, ...],
    units: int,
) -> Iterator[BilledLine]:
    code = coded[0].code
    appended = _modifiers_on(corpus, visit, edited, code, coded[0].excluded)
    counted = (
        *dict.fromkeys(reason for entry in coded for reason in entry.reasons),
        *_unit_reasons(corpus, corpus.codes[code], edited, coded),
    )
    own = tuple(chain.from_iterable(entry.modifiers for entry in coded))
    mark, split = assistant_units(corpus, visit, coded, units)
    unplanned = not set(appended.modifiers).intersection(PLAN.values())
    if mark and unplanned and modifiers_known(corpus.payers[visit.payer]):
        mark, split = None, UnitSplit(units, 0)  # CQ and CO stand beside a plan modifier only
    for name, number, marked in line_shares(corpus, code, split, mark):
        bypass, why_bypassed = _bypass(edited, groups, name)
        carried = (*bypass, *own, *appended.modifiers)
        modifiers = in_order((*carried, *((marked,) if marked else ())))
        why = _assistant_reasons(corpus.payers[visit.payer], coded, split, marked) if mark else ()
        yield BilledLine(
            name, number, modifiers, (*counted, *why_bypassed, *appended.reasons, *why)
        )


def _assistant_reasons(
    payer: Payer, coded: tuple[CodedService, ...], split: UnitSplit, mark: str | None
) -> Iterator[Reason]:
    if not any(entry.by_assistant for entry in coded):
        return
    rule = ("rules/assistants",)
    if mark:
        name = "assistant-unit" if split.marked == 1 else "assistant-units"
        yield explain(name, rule, modifier=mark)
        if payer.assistants:
            yield quoted(f"payers/{payer.id}", payer.assistants)
    elif split.plain:
        yield explain("assistant-unmarked", rule)


def _unit_reasons(
    corpus: Corpus, code: Code, edited: EditedUnits, coded: tuple[CodedService, ...]
) -> Iterator[Reason]:
    unit, rests_on = code.unit, (f"codes/{code.code}",)
    if unit.measure:
        yield from measure_reasons(corpus, code.code, measured_in(corpus, coded))
    elif unit.kind == "untimed":
        yield explain("untimed", rests_on, unit.sources, code=code.code)
    else:
        yield from edited.reasons
        if unit.per_day and unit.add_on:
            yield Reason(unit.text, rests_on, tuple(unit.sources))


def _bypass(
    edited: EditedUnits, groups: ServicesByCode, code: str
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """Of the code itself: an edit on a code is none on its add-on, which has edits of its own."""
    found = [
        bypass_modifier(edit, separate_by(groups, edit))
        for edit in edited.bypassed
        if edit.column2 == code
    ]
    modifiers = dict.fromkeys(modifier for modifier, _ in found)
    return tuple(modifiers), tuple(reason for _, reason in found)
