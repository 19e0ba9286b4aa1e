"""The calculators: a form each, and an example that the engine works out for the page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from generator.billing.as_of import facts_in_effect
from generator.billing.claim import build_claim
from generator.billing.edit_lookup import edit_for_pair
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.base import PART_B
from generator.facts.corpus import Corpus
from generator.facts.visits import Service, Visit
from generator.pages.labels import count
from generator.pages.page import Card, Page
from generator.pages.payer_topics import questions_by_payer
from generator.pages.practice_pages import bank_entries
from generator.pages.tool_links import CHECKER, INDEX, beside_tools, tool_paths

ELEMENTS = {"visit": "tools-visit", "payer": "my-payer"}
"""The scripts of pages that have one of their own."""
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
View = dict[str, object]


def tool_pages(corpus: Corpus) -> Iterator[Page]:
    """The index and the calculators."""
    cards = tuple(map(_card, tool_paths(corpus)))
    yield Page.of(INDEX, "tools", {"cards": cards})
    options = visit_form_options(corpus)
    for name, view in _views(corpus).items():
        yield Page.of(
            f"tools/{name}.md",
            f"tool-{name}",
            {**view, "options": options},
            element=ELEMENTS.get(name, "tools"),
            **beside_tools(corpus),
        )


def visit_form_options(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """What the lists of the visit's form offer, each with its words."""
    codes = [(name, f"{name} {code.plain_name}") for name, code in sorted(corpus.codes.items())]
    techniques = sorted(corpus.techniques.values(), key=lambda one: one.name.lower())
    payers = sorted(
        corpus.payers.values(), key=lambda one: (not policy_of(one).is_part_b, one.name)
    )
    purposes = ((purpose.id, purpose.name) for purpose in corpus.purposes.values())
    return {
        "codes": codes,
        "billed_codes": [(f"code:{name}", label) for name, label in codes],
        "techniques": [(f"technique:{one.id}", one.name) for one in techniques],
        "payers": [(one.id, one.name) for one in payers],
        "purposes": [("", "not documented"), *purposes],
    }


def _card(path: str) -> Card:
    return replace(Card.of(path), text=CHECK_TEXT) if path == CHECKER else Card.of(path)


def _views(corpus: Corpus) -> dict[str, View]:
    pair, day = _pair(corpus), VISIT_EXAMPLE.date
    edit = edit_for_pair(corpus, *pair, day, "practitioner")
    return {
        "units": _units_view(corpus, _day(corpus)),
        "pairs": {
            "columns": pair,
            "day": day,
            "edit": edit,
            "example": _form_state({"code": pair[0], "code.2": pair[1], "date": day}),
        },
        "on": _day_view(corpus),
        "visit": _visit_view(corpus),
        "payer": {"asked": _payer_questions(corpus)},
    }


def _payer_questions(corpus: Corpus) -> dict[str, dict[str, object]]:
    """How many questions name a payer, and of which kind each is."""
    return {
        "questions": dict(sorted(questions_by_payer(bank_entries(corpus)).items())),
        "kinds": {name: payer.kind for name, payer in corpus.payers.items()},
    }


def _units_view(corpus: Corpus, day: CountedDay) -> View:
    services = [{"code": one.code, "minutes": one.minutes} for one in day.services]
    return {
        "day": day,
        "methods": [_count(corpus, day, name) for name in METHODS],
        "day_json": Markup(json.dumps({"services": services}, separators=(",", ":"))),
        "example": _form_state({}, *services),
    }


def _day_view(corpus: Corpus) -> View:
    code = min(corpus.codes) if _hidden(corpus, DAY_CODE) else DAY_CODE
    day, payer = VISIT_EXAMPLE.date, VISIT_EXAMPLE.payer
    found = facts_in_effect(corpus, day, payer, (code,))
    example = _form_state({"date": day, "payer": payer, "code": code})
    return {
        "day": day,
        "payer": corpus.payers[payer],
        "code": code,
        "found": found,
        "example": example,
    }


def _hidden(corpus: Corpus, *codes: str) -> bool:
    return corpus.overlay is not None and not corpus.overlay.hidden.isdisjoint(codes)


def _day(corpus: Corpus) -> CountedDay:
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
    if not _hidden(corpus, *PAIR_EXAMPLE):
        return PAIR_EXAMPLE
    for edit in corpus.edits.values():
        if {edit.column1, edit.column2} <= corpus.codes.keys():
            return edit.column1, edit.column2
    codes = sorted(corpus.codes)
    return codes[0], codes[min(1, len(codes) - 1)]


def _count(corpus: Corpus, day: CountedDay, method: str) -> tuple[str, str, tuple[Reason, ...]]:
    found = units_of_day(corpus, day, method)
    lines = ", ".join(f"{line.code} × {line.units}" for line in found.lines)
    claim = f"{count(found.total, 'unit')}: {lines}"
    return METHODS[method], claim, found.reasons


def _visit_view(corpus: Corpus) -> View:
    """No claim where a clinic hides one of the codes."""
    if _hidden(corpus, *VISIT_CODES):
        services = (Service(id="one", code=min(corpus.codes), minutes=15),)
        visit = VISIT_EXAMPLE.model_copy(update={"services": services})
        return {"visit": visit, "claim": None, "example": _visit_state(visit)}
    claim = build_claim(corpus, VISIT_EXAMPLE)
    return {"visit": VISIT_EXAMPLE, "claim": claim, "example": _visit_state(VISIT_EXAMPLE)}


def _visit_state(visit: Visit) -> list[tuple[str, object]]:
    rows = [
        {
            "what": f"technique:{one.technique}" if one.technique else f"code:{one.code}",
            "purpose": one.purpose or "",
            "minutes": one.minutes,
            "by": one.by,
        }
        for one in visit.services
    ]
    fields = {"date": visit.date, "payer": visit.payer, "discipline": visit.discipline}
    return _form_state(fields, *rows)


def _form_state(
    fields: Mapping[str, object], *rows: Mapping[str, object]
) -> list[tuple[str, object]]:
    """What a form holds, as `site_config/frontend/shared/form_state.js` reads it."""
    numbered = (
        (f"{place}.{name}", value)
        for place, row in enumerate(rows, 1)
        for name, value in row.items()
    )
    return [pair for pair in (*fields.items(), *numbered) if pair[1]]
