"""The pages of the rules, with worked examples that the billing engine answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.dated_rules import (
    ExampleStep,
    UnitValue,
    certification_steps,
    reduced_units,
    report_steps,
    telehealth_steps,
)
from generator.billing.reasons import Reason, message
from generator.billing.unit_methods import METHODS, unit_range
from generator.facts.corpus import Corpus
from generator.facts.registers import Rule
from generator.facts.role_rules import RoleRule
from generator.facts.rule_examples import (
    CertificationExample,
    Example,
    ReductionExample,
    ReportExample,
    TelehealthExample,
    VisitExample,
)
from generator.facts.visits import Visit
from generator.pages import labels
from generator.pages.page import Link, Page
from generator.pages.sheet_links import sheets_about
from generator.questions.kinds.answers import line_text

MOST_UNITS = 8
COUNTED = {"cms": "Total of all timed codes", "ama": "Minutes of one code"}
"""What each method of counting turns into units."""


@dataclass(frozen=True)
class ClaimView:
    """A claim as the engine makes it; `label` names the payer where there are several."""

    label: str
    lines: tuple[BilledLine, ...]
    others: tuple[str, ...]
    not_billed: tuple[Reason, ...]
    questions: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


@dataclass(frozen=True)
class ExampleView:
    """An example, where and when it is set, and its answer in one of three forms."""

    example: Example
    context: str
    claims: tuple[ClaimView, ...] = ()
    steps: tuple[ExampleStep, ...] = ()
    reduction: Mapping[str, object] | None = None


def rule_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each rule."""
    nearby = tuple(Link(rule.title, f"learn/rules/{rule.id}.md") for rule in corpus.rules.values())
    for rule in corpus.rules.values():
        shown = [example_view(corpus, example) for example in rule.examples]
        yield Page(
            f"learn/rules/{rule.id}.md",
            "rule",
            rule.title,
            rule.summary,
            {
                "rule": rule,
                "shown_examples": shown,
                "people": tuple(_people(corpus, rule)),
                "units": _units(corpus, rule),
                "sheets": sheets_about(corpus, f"rules/{rule.id}"),
            },
            nearby,
            "Rules",
        )


def _units(corpus: Corpus, rule: Rule) -> Mapping[str, object] | None:
    """The minutes of each number of units, of a rule that counts them; by its own constants."""
    name = next((one for one, method in METHODS.items() if method.rule == f"rules/{rule.id}"), "")
    fact = next((entry for entry in rule.counting if entry.holds_on(corpus.judged_on)), None)
    if not name or not fact:
        return None
    ranges = ((units, *unit_range(fact, units)) for units in range(MOST_UNITS + 1))
    spans = [(units, f"{max(low, 0)} to {high}") for units, low, high in ranges]
    return {"counted": COUNTED[name], "spans": spans, "fact": fact}


def _people(corpus: Corpus, rule: Rule) -> Iterator[tuple[str, str, RoleRule]]:
    """For each entry the roles, the codes with the payers whose word it is, and the fact."""
    for entry in rule.people:
        who = labels.join_and([labels.ROLE[role] for role in entry.roles])
        codes = labels.join_and(entry.codes) if entry.codes else "every code"
        payers = [corpus.payers[payer].name for payer in entry.payers]
        yield (
            who,
            "; ".join(filter(None, (codes, labels.join_and(payers) if payers else ""))),
            entry,
        )


def example_view(corpus: Corpus, example: Example) -> ExampleView:
    """An example with its answer."""
    match example:
        case VisitExample():
            payers = " and ".join(corpus.payers[payer].name for payer in example.payers)
            context = (
                f"{payers}, {labels.day(example.date)},"
                f" {labels.DISCIPLINE[example.visit.discipline]},"
                f" {labels.SETTING[example.visit.setting]}"
            )
            return ExampleView(
                example,
                context,
                claims=tuple(_claim(corpus, example, payer) for payer in example.payers),
            )
        case ReportExample():
            return ExampleView(
                example,
                "Medicare",
                steps=tuple(report_steps(corpus, example.treatments, example.reports)),
            )
        case CertificationExample():
            context = f"Medicare, evaluation on {labels.day(example.evaluation)}"
            steps = tuple(certification_steps(corpus, example))
            return ExampleView(example, context, steps=steps)
        case TelehealthExample():
            context = (
                f"Medicare, {labels.day(example.date)}, {labels.DISCIPLINE[example.discipline]}"
            )
            found = telehealth_steps(corpus, example.code, example.discipline, example.date)
            return ExampleView(example, context, steps=tuple(found))
        case ReductionExample():
            return _reduction(corpus, example)
        case _:
            assert_never(example)


def _claim(corpus: Corpus, example: VisitExample, payer: str) -> ClaimView:
    found = build_claim(corpus, _visit(example, payer))
    reasons = (reason for line in found.lines for reason in line.reasons)
    return ClaimView(
        corpus.payers[payer].name if len(example.payers) > 1 else "Claim",
        found.lines,
        tuple(_lines_text(lines) for lines in found.alternatives),
        tuple(entry.reason for entry in found.not_billed),
        tuple(question.reason for question in found.questions),
        tuple(_about(example, reasons)),
        tuple(_about(example, _new_warnings(found))),
    )


def _visit(example: VisitExample | ReductionExample, payer: str) -> Visit:
    return Visit(
        date=example.date,
        payer=payer,
        **{name: getattr(example.visit, name) for name in type(example.visit).model_fields},
    )


def _new_warnings(found: ClaimResult) -> Iterator[Reason]:
    shown = message("as-right", claim="").removesuffix(".")
    return (warning for warning in found.warnings if not warning.text.startswith(shown))


def _about(example: VisitExample, reasons: Iterable[Reason]) -> Iterator[Reason]:
    named = message("code-named", code="").removesuffix(".")
    for reason in dict.fromkeys(reasons):
        if not reason.text.startswith(named) and (
            not example.about or set(example.about) & set(reason.rests_on)
        ):
            yield reason


def _lines_text(lines: tuple[BilledLine, ...]) -> str:
    return ", ".join(map(line_text, lines))


def _reduction(corpus: Corpus, example: ReductionExample) -> ExampleView:
    lines = build_claim(corpus, _visit(example, example.payer)).lines
    values = {str(code): value for code, value in example.values.by_code.items()}
    units = reduced_units(corpus, example.payer, lines, values)
    before = sum(unit.before for unit in units)
    after = sum((unit.after for unit in units), Fraction(0))
    reduction = {
        "rows": [_row(unit) for unit in units],
        "before": _value(before),
        "after": _value(after),
        "share": f"{float((before - after) * 100 / before):.1f}%" if before else "nothing",
        "fact": example.values,
    }
    payer, billed = corpus.payers[example.payer].name, _lines_text(lines)
    context = f"{payer}, {labels.day(example.date)}. Billed: {billed}."
    return ExampleView(example, context, reduction=reduction)


def _row(unit: UnitValue) -> tuple[str, ...]:
    parts = (unit.full.work, unit.full.practice, unit.practice, unit.full.malpractice, unit.after)
    return (unit.code, *(_value(part) for part in parts))


def _value(hundredths: Fraction | int) -> str:
    return f"{float(hundredths) / 100:.3f}".removesuffix("0")
