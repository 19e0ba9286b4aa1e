"""The pages of the rules.

What each says, and worked examples to which the engine answers while the site is built.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from generator.billing.append_modifiers import BilledLine
from generator.billing.citations_used import sources_of
from generator.billing.claim import ClaimResult, build_claim
from generator.billing.coded_services import NotBilled
from generator.billing.dated_rules.certification import certification_steps
from generator.billing.dated_rules.example_step import ExampleStep
from generator.billing.dated_rules.payment_reduction import UnitValue, reduced_units
from generator.billing.dated_rules.progress_reports import report_steps
from generator.billing.dated_rules.telehealth import telehealth_steps
from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.facts.registers import Rule
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


@dataclass(frozen=True)
class ClaimView:
    """A claim as the engine makes it, for one payer."""

    payer: str
    lines: tuple[BilledLine, ...]
    others: tuple[str, ...]
    not_billed: tuple[NotBilled, ...]
    questions: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


@dataclass(frozen=True)
class ReductionView:
    """Each unit's parts before and after, as text, and what the reduction comes to in all."""

    rows: tuple[tuple[str, str, str, str, str, str], ...]
    before: str
    after: str
    share: str
    fact: Sourced


@dataclass(frozen=True)
class ExampleView:
    example: Example
    context: str
    claims: tuple[ClaimView, ...] = ()
    steps: tuple[ExampleStep, ...] = ()
    reduction: ReductionView | None = None


@dataclass(frozen=True)
class RuleView:
    rule: Rule
    examples: tuple[ExampleView, ...]


def rule_pages(corpus: Corpus) -> Iterator[Page]:
    nearby = tuple(Link(rule.title, f"learn/rules/{rule.id}.md") for rule in corpus.rules.values())
    for rule in corpus.rules.values():
        view = RuleView(rule, tuple(example_view(corpus, example) for example in rule.examples))
        yield Page(
            f"learn/rules/{rule.id}.md",
            "rule.md.jinja",
            rule.title,
            rule.summary,
            view,
            "learn",
            nearby,
            "Rules",
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
                steps=_cited_steps(
                    corpus, report_steps(corpus, example.treatments, example.reports)
                ),
            )
        case CertificationExample():
            context = f"Medicare, evaluation on {labels.day(example.evaluation)}"
            return ExampleView(
                example, context, steps=_cited_steps(corpus, certification_steps(corpus, example))
            )
        case TelehealthExample():
            context = (
                f"Medicare, {labels.day(example.date)}, {labels.DISCIPLINE[example.discipline]}"
            )
            steps = telehealth_steps(corpus, example.code, example.discipline, example.date)
            return ExampleView(example, context, steps=_cited_steps(corpus, steps))
        case ReductionExample():
            return _reduction(corpus, example)
        case _:
            assert_never(example)


def _claim(corpus: Corpus, example: VisitExample, payer: str) -> ClaimView:
    found = build_claim(corpus, _visit(example, payer))
    kept = tuple(
        _about(example, corpus, (reason for line in found.lines for reason in line.reasons))
    )
    return ClaimView(
        corpus.payers[payer].name,
        found.lines,
        tuple(_told(lines) for lines in found.alternatives),
        tuple(replace(entry, reason=_cited(corpus, entry.reason)) for entry in found.not_billed),
        tuple(_cited(corpus, question.reason) for question in found.questions),
        kept,
        tuple(_about(example, corpus, _watched(found))),
    )


def _visit(example: VisitExample | ReductionExample, payer: str) -> Visit:
    return Visit(
        date=example.date,
        payer=payer,
        **{name: getattr(example.visit, name) for name in type(example.visit).model_fields},
    )


def _watched(found: ClaimResult) -> Iterator[Reason]:
    """Warnings but those that only repeat the other ways to share the units."""
    shown = message("as-right", claim="").removesuffix(".")
    return (warning for warning in found.warnings if not warning.text.startswith(shown))


def _about(example: VisitExample, corpus: Corpus, reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Each reason once; with `about` those only that rest on what the example is about."""
    for reason in dict.fromkeys(reasons):
        if reason.text != message("code-named") and (
            not example.about or set(example.about) & set(reason.rests_on)
        ):
            yield _cited(corpus, reason)


def _told(lines: tuple[BilledLine, ...]) -> str:
    return ", ".join(" ".join((f"{line.code} × {line.units}", *line.modifiers)) for line in lines)


def _cited(corpus: Corpus, reason: Reason) -> Reason:
    """A reason with the sources of what it rests on."""
    return replace(reason, sources=sources_of(corpus, reason))


def _cited_steps(corpus: Corpus, steps: Iterable[ExampleStep]) -> tuple[ExampleStep, ...]:
    return tuple(replace(step, reason=_cited(corpus, step.reason)) for step in steps)


def _reduction(corpus: Corpus, example: ReductionExample) -> ExampleView:
    lines = build_claim(corpus, _visit(example, example.payer)).lines
    units = reduced_units(corpus, example.payer, lines, example.values.by_code)
    before, after = (
        sum(unit.before for unit in units),
        sum((unit.after for unit in units), Fraction(0)),
    )
    share = f"{float((before - after) * 100 / before):.1f} %" if before else "nothing"
    view = ReductionView(
        tuple(_row(unit) for unit in units), _value(before), _value(after), share, example.values
    )
    context = (
        f"{corpus.payers[example.payer].name}, {labels.day(example.date)}. Billed: {_told(lines)}."
    )
    return ExampleView(example, context, reduction=view)


def _row(unit: UnitValue) -> tuple[str, str, str, str, str, str]:
    parts = (unit.full.work, unit.full.practice, unit.practice, unit.full.malpractice, unit.after)
    return (unit.code, *(_value(part) for part in parts))


def _value(hundredths: Fraction | int) -> str:
    return f"{float(hundredths) / 100:.3f}".removesuffix("0")
