"""The calculators: a form each, and an example that the engine works out for the page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.billing.append_modifiers import BilledLine
from generator.billing.as_of import facts_in_effect
from generator.billing.claim import build_claim
from generator.billing.coded_services import NotBilled
from generator.billing.edit_lookup import edit_for_pair
from generator.billing.outcomes import Reason
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.base import PART_B
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, Payer
from generator.facts.visits import Service, Visit
from generator.pages.citations import with_sources
from generator.pages.form_options import FormOptions, form_options
from generator.pages.labels import count, page_text, page_title
from generator.pages.page import Card, Link, Page

NAMES = ("units", "pairs", "on", "visit")
CHECK_TEXT = (
    "Paste a text about therapy codes: what the facts contradict is underlined, with the reason,"
    " the right code and the sources."
)
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
        "payer": PART_B,
        "discipline": "pt",
        "services": [
            {"id": "exercise", "code": "97110", "minutes": 24},
            {"id": "strokes", "technique": "petrissage", "purpose": "ease-spasm", "minutes": 10},
            {"id": "joint", "code": "97140", "minutes": 15, "by": "assistant"},
        ],
    }
)
VISIT_CODES = ("97110", "97124", "97140")
"""The codes of the example of a visit."""
PAIR_EXAMPLE = ("97140", "97124")
DAY_CODE = "97140"


@dataclass(frozen=True)
class CountedExample:
    """An example counted by one method."""

    name: str
    claim: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class UnitsView:
    """Minutes of a day, counted by each method."""

    options: FormOptions
    day: CountedDay
    methods: tuple[CountedExample, ...]

    @property
    def day_json(self) -> Markup:
        """The day as the command line takes it."""
        services = [{"code": one.code, "minutes": one.minutes} for one in self.day.services]
        return Markup(json.dumps({"services": services}, separators=(",", ":")))


@dataclass(frozen=True)
class PairsView:
    """Two codes, and the edit between them on a day."""

    options: FormOptions
    columns: tuple[str, str]
    day: date
    edit: Edit | None


@dataclass(frozen=True)
class ServiceRow:
    """A service in the form; `what` is its technique or code, as the options have it."""

    what: str
    purpose: str
    minutes: int | None
    by: str


@dataclass(frozen=True)
class VisitView:
    """A visit and its claim; no claim where a clinic hides one of the codes."""

    options: FormOptions
    visit: Visit
    lines: tuple[BilledLine, ...] = ()
    not_billed: tuple[NotBilled, ...] = ()
    warnings: tuple[Reason, ...] = ()

    @property
    def services(self) -> Iterator[ServiceRow]:
        """The services as the form shows them."""
        for one in self.visit.services:
            what = f"technique:{one.technique}" if one.technique else f"code:{one.code}"
            yield ServiceRow(what, one.purpose or "", one.minutes, one.by)


@dataclass(frozen=True)
class DayView:
    """What was true on an example day; the page shows the parts that are short."""

    options: FormOptions
    day: date
    payer: Payer
    code: str
    found: Mapping[str, Any]


def tool_pages(corpus: Corpus) -> Iterator[Page]:
    """The index and the calculators."""
    paths = {name: f"tools/{name}.md" for name in NAMES}
    nearby = tuple(Link(page_title(path), path) for path in paths.values())
    title, description = page_text("tools/index.md")
    cards = (*map(Card.of, paths.values()), *_checker_cards(corpus))
    yield Page("tools/index.md", "tools.md.jinja", title, description, cards, "tools")
    for name, view in _views(corpus).items():
        yield Page(
            paths[name],
            f"tool-{name}.md.jinja",
            *page_text(paths[name]),
            view,
            "tools",
            nearby,
            title,
            element="tools",
        )


def _checker_cards(corpus: Corpus) -> Iterator[Card]:
    yield replace(Card.of("tools/check-text.md"), text=CHECK_TEXT)
    if corpus.demonstrations:
        yield Card.of("tools/checked-articles.md")


def _views(corpus: Corpus) -> dict[str, object]:
    options, day, pair = form_options(corpus), _day(corpus), _pair(corpus)
    edit = edit_for_pair(corpus, *pair, VISIT_EXAMPLE.date, "practitioner")
    return {
        "units": UnitsView(options, day, tuple(_count(corpus, day, name) for name in METHODS)),
        "pairs": PairsView(options, pair, VISIT_EXAMPLE.date, edit),
        "on": _day_view(corpus, options),
        "visit": _visit_view(corpus, options),
    }


def _day_view(corpus: Corpus, options: FormOptions) -> DayView:
    code = min(corpus.codes) if _hidden(corpus, DAY_CODE) else DAY_CODE
    day, payer = VISIT_EXAMPLE.date, VISIT_EXAMPLE.payer
    found = facts_in_effect(corpus, day, payer, (code,))
    return DayView(options, day, corpus.payers[payer], code, found)


def _hidden(corpus: Corpus, *codes: str) -> bool:
    """Whether a clinic does not show one of the codes of an example."""
    return corpus.overlay is not None and not corpus.overlay.hidden.isdisjoint(codes)


def _day(corpus: Corpus) -> CountedDay:
    """The example, with the first codes that the site shows where it does not show those."""
    if not _hidden(corpus, *(service.code for service in UNITS_EXAMPLE.services)):
        return UNITS_EXAMPLE
    units = {name: code.unit for name, code in sorted(corpus.codes.items())}
    timed = [name for name, unit in units.items() if unit.kind == "timed" and unit.minutes == 15]
    services = [
        {"code": name, "minutes": minutes, "timed": units[name].kind == "timed"}
        for name, minutes in zip(timed if len(timed) > 1 else units, (33, 7), strict=False)
    ]
    return CountedDay.model_validate({"services": services})


def _pair(corpus: Corpus) -> tuple[str, str]:
    """The example, or the first pair of shown codes that has an edit, or any two."""
    if not _hidden(corpus, *PAIR_EXAMPLE):
        return PAIR_EXAMPLE
    for edit in corpus.edits.values():
        if {edit.column1, edit.column2} <= corpus.codes.keys():
            return edit.column1, edit.column2
    codes = sorted(corpus.codes)
    return codes[0], codes[min(1, len(codes) - 1)]


def _count(corpus: Corpus, day: CountedDay, method: str) -> CountedExample:
    found = units_of_day(corpus, day, method)
    lines = ", ".join(f"{line.code} × {line.units}" for line in found.lines)
    claim = f"{count(found.total, 'unit')}: {lines}"
    return CountedExample(METHODS[method], claim, _cited(corpus, found.reasons))


def _visit_view(corpus: Corpus, options: FormOptions) -> VisitView:
    if _hidden(corpus, *VISIT_CODES):
        services = (Service(id="one", code=min(corpus.codes), minutes=15),)
        return VisitView(options, VISIT_EXAMPLE.model_copy(update={"services": services}))
    found = build_claim(corpus, VISIT_EXAMPLE)
    return VisitView(
        options,
        VISIT_EXAMPLE,
        tuple(replace(line, reasons=_cited(corpus, line.reasons)) for line in found.lines),
        tuple(
            replace(entry, reason=with_sources(corpus, entry.reason)) for entry in found.not_billed
        ),
        _cited(corpus, found.warnings),
    )


def _cited(corpus: Corpus, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(with_sources(corpus, reason) for reason in reasons)
