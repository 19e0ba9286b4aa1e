"""The calculators.

A form each, and what it does told by an example that the engine works out while the site is built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.billing.append_modifiers import BilledLine
from generator.billing.as_of import facts_in_effect
from generator.billing.citations_used import sources_of
from generator.billing.claim import build_claim
from generator.billing.coded_services import NotBilled
from generator.billing.edit_lookup import edit_for_pair
from generator.billing.outcomes import Reason
from generator.billing.unit_calculator import DayUnits, units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, Payer
from generator.facts.techniques import Technique
from generator.facts.visits import Service, Visit
from generator.pages import labels
from generator.pages.page import Link, Page

TITLES = {
    "units": (
        "Minutes to units",
        (
            "Minutes of each code in, units out, by Medicare's method and by the midpoint, with"
            " every step."
        ),
    ),
    "pairs": (
        "May these two stand together?",
        (
            "Two codes and a date of service: whether an NCCI edit stands between them, and what it"
            " asks."
        ),
    ),
    "on": (
        "What was true on …",
        (
            "A date of service and a payer: which codes existed, which pairs stood, which"
            " thresholds and dated rules held."
        ),
    ),
    "visit": (
        "Check my visit",
        (
            "What was done, by whom and for how long: the claim lines with their reasons, what is"
            " not billable, what to ask."
        ),
    ),
}
METHODS = {"cms": "Medicare", "ama": "Midpoint"}
UNITS_EXAMPLE = CountedDay.model_validate(
    {
        "services": [
            {"code": "97110", "minutes": 33, "timed": True},
            {"code": "97140", "minutes": 7, "timed": True},
        ]
    }
)
VISIT_EXAMPLE = Visit.model_validate(
    {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "services": [
            {"id": "exercise", "code": "97110", "minutes": 24},
            {"id": "strokes", "technique": "petrissage", "purpose": "ease-spasm", "minutes": 10},
            {"id": "joint", "code": "97140", "minutes": 15, "by": "assistant"},
        ],
    }
)


PAIR_EXAMPLE = ("97140", "97124")
DAY_CODE = "97140"
VISIT_CODES = ("97110", "97124", "97140")
"""The codes of the example of a visit."""


@dataclass(frozen=True)
class Choices:
    """What the forms offer."""

    codes: tuple[Code, ...]
    techniques: tuple[Technique, ...]
    payers: tuple[Payer, ...]
    purposes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CountedExample:
    """An example counted by one method."""

    name: str
    total: int
    claim: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class UnitsView:
    choices: Choices
    day: CountedDay
    ways: tuple[CountedExample, ...]


@dataclass(frozen=True)
class PairsView:
    choices: Choices
    columns: tuple[str, str]
    day: date
    edit: Edit | None


@dataclass(frozen=True)
class VisitView:
    choices: Choices
    visit: Visit
    lines: tuple[BilledLine, ...]
    not_billed: tuple[NotBilled, ...]
    warnings: tuple[Reason, ...]


@dataclass(frozen=True)
class DayView:
    """What was true on an example day; the page shows the parts that are short."""

    choices: Choices
    day: date
    payer: Payer
    code: str
    found: Mapping[str, Any]


def tool_pages(corpus: Corpus) -> Iterator[Page]:
    nearby = tuple(Link(title, f"tools/{name}.md") for name, (title, _) in TITLES.items())
    described = (
        "Four calculators on the facts of this site. They run in the browser; nothing you type"
        " leaves it."
    )
    yield Page(
        "tools/index.md", "tools.md.jinja", "Tools", described, tuple(TITLES.items()), "tools"
    )
    for name, view in _views(corpus).items():
        title, text = TITLES[name]
        yield Page(
            f"tools/{name}.md",
            f"tool-{name}.md.jinja",
            title,
            text,
            view,
            "tools",
            nearby,
            "Tools",
            element="tools",
        )


def _views(corpus: Corpus) -> dict[str, object]:
    choices, day, pair = _choices(corpus), _day(corpus), _pair(corpus)
    return {
        "units": UnitsView(choices, day, tuple(_way(corpus, day, method) for method in METHODS)),
        "pairs": PairsView(
            choices,
            pair,
            VISIT_EXAMPLE.date,
            edit_for_pair(corpus, *pair, VISIT_EXAMPLE.date, "practitioner"),
        ),
        "on": _on_view(corpus, choices),
        "visit": _visit_view(corpus, choices),
    }


def _on_view(corpus: Corpus, choices: Choices) -> DayView:
    code = min(corpus.codes) if _hidden(corpus, DAY_CODE) else DAY_CODE
    return DayView(
        choices,
        VISIT_EXAMPLE.date,
        corpus.payers[VISIT_EXAMPLE.payer],
        code,
        facts_in_effect(corpus, VISIT_EXAMPLE.date, VISIT_EXAMPLE.payer, (code,)),
    )


def _hidden(corpus: Corpus, *codes: str) -> bool:
    """Whether a clinic does not show one of the codes of an example."""
    return corpus.overlay is not None and not corpus.overlay.hidden.isdisjoint(codes)


def _day(corpus: Corpus) -> CountedDay:
    """The example, with the first codes that the site shows where it does not show those."""
    if not _hidden(corpus, *(service.code for service in UNITS_EXAMPLE.services)):
        return UNITS_EXAMPLE
    timed = sorted(
        code.code
        for code in corpus.codes.values()
        if code.unit.kind == "timed" and code.unit.minutes == 15
    )
    shown = timed if len(timed) > 1 else sorted(corpus.codes)
    pairs = zip(shown, (33, 7), strict=False)
    services = [
        {"code": name, "minutes": minutes, "timed": corpus.codes[name].unit.kind == "timed"}
        for name, minutes in pairs
    ]
    return CountedDay.model_validate({"services": services})


def _pair(corpus: Corpus) -> tuple[str, str]:
    if not _hidden(corpus, *PAIR_EXAMPLE):
        return PAIR_EXAMPLE
    standing = next(
        (
            edit
            for edit in corpus.edits.values()
            if {edit.column1, edit.column2} <= corpus.codes.keys()
        ),
        None,
    )
    first, *others = sorted(corpus.codes)
    return (
        (standing.column1, standing.column2)
        if standing
        else (first, others[0] if others else first)
    )


def _choices(corpus: Corpus) -> Choices:
    codes = sorted(corpus.codes.values(), key=lambda code: code.code)
    techniques = sorted(corpus.techniques.values(), key=lambda technique: technique.name.lower())
    payers = sorted(
        corpus.payers.values(), key=lambda payer: (payer.kind != "medicare", payer.name)
    )
    purposes = tuple((purpose.id, purpose.name) for purpose in corpus.purposes.values())
    return Choices(tuple(codes), tuple(techniques), tuple(payers), purposes)


def _way(corpus: Corpus, day: CountedDay, method: str) -> CountedExample:
    found: DayUnits = units_of_day(corpus, day, method)
    claim = ", ".join(f"{line.code} × {line.units}" for line in found.lines)
    return CountedExample(
        METHODS[method],
        found.total,
        f"{labels.count(found.total, 'unit')}: {claim}",
        _cited(corpus, found.reasons),
    )


def _visit_view(corpus: Corpus, choices: Choices) -> VisitView:
    if _hidden(corpus, *VISIT_CODES):
        return VisitView(
            choices,
            VISIT_EXAMPLE.model_copy(
                update={"services": (Service(id="one", code=min(corpus.codes), minutes=15),)}
            ),
            (),
            (),
            (),
        )
    found = build_claim(corpus, VISIT_EXAMPLE)
    lines = tuple(replace(line, reasons=_cited(corpus, line.reasons)) for line in found.lines)
    not_billed = tuple(
        replace(entry, reason=_cited(corpus, (entry.reason,))[0]) for entry in found.not_billed
    )
    return VisitView(choices, VISIT_EXAMPLE, lines, not_billed, _cited(corpus, found.warnings))


def _cited(corpus: Corpus, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Reasons with the sources of what they rest on."""
    return tuple(replace(reason, sources=sources_of(corpus, reason)) for reason in reasons)
