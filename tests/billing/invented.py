"""Codes made up for the tests of measured counting, so that they hold whatever content teaches.

Every sort of measure, and a code with dates.
"""

from dataclasses import replace

from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer

SOURCED = {"sources": ["cms-pfs-2024c"], "as_of": "2024-07-01"}
ONE_MINUTE = {"of": "minutes", "size": 60, "least": 1}
MEASURES = {
    "99815": {"measure": ONE_MINUTE, "undecided": True, "contested": "Two offices differ."},
    "99801": {"measure": {"of": "minutes", "size": 30, "least": 30}, "add_on": "99802"},
    "99802": {"measure": {"of": "minutes", "size": 15, "least": 8}},
    "99803": {"measure": {"of": "area_cm2", "size": 20, "least": 1}, "add_on": "99804"},
    "99804": {"measure": {"of": "area_cm2", "size": 20, "least": 1}},
    "99805": {
        "measure": {"of": "data_days", "size": 30, "least": 16, "span": "30-days"},
        "contact": "remote",
    },
    "99806": {
        "measure": {"of": "month_minutes", "size": 20, "least": 20, "span": "calendar-month"},
        "add_on": "99807",
        "contact": "remote",
    },
    "99807": {
        "measure": {"of": "month_minutes", "size": 20, "least": 20, "span": "calendar-month"},
        "contact": "remote",
    },
    "99808": {"measure": {"of": "minutes", "size": 60, "least": 31}, "per_day": 3},
    "99809": {"measure": {"of": "minutes", "size": 60, "least": 31, "span": "episode"}},
    **{f"998{number}": {"measure": ONE_MINUTE} for number in (10, 11, 12, 13, 14, 16)},
}
LIMITING = "made-up-limits"
PEOPLE = ("pt", "pta", "ot", "ota", "slp", "chiropractor")
MADE_UP = {"text": "Made up.", **SOURCED}
DISPUTED = {"contested": "Two offices differ.", "undecided": True}
OPEN: dict[str, dict[str, object]] = {
    "99810": {
        "who": [
            {"role": "pt", "may": "perform", **MADE_UP},
            {"role": "pta", "may": "depends", **MADE_UP},
            {"role": "ot", "may": "no", "payers": ["commercial"], **MADE_UP},
            {"role": "ot", "may": "perform", **MADE_UP},
            {"role": "ota", "may": "perform", **MADE_UP, "effective": {"from": "2026-01-01"}},
            {"role": "slp", "may": "perform", **MADE_UP, **DISPUTED},
        ],
    },
    "99811": {
        "doubts": [
            {"asks": "unit", "payers": ["medicare-part-b"], "roles": ["pt"], **MADE_UP},
            {"asks": "code", "payers": ["commercial"], **MADE_UP},
            MADE_UP,
        ]
    },
    "99812": {
        "coverage": {
            "medicare-part-b": {
                "status": "active",
                "therapy": "always",
                **MADE_UP,
                "contested": "Two offices differ.",
                "effective": {"to": "2026-01-01"},
            }
        }
    },
    "99813": {
        "coverage": {
            "medicare-part-b": {"status": "active", "therapy": "always", **MADE_UP, **DISPUTED}
        }
    },
    "99814": {"coverage": {"medicare-part-b": {"status": "active", **MADE_UP}}},
    "99816": {
        "coverage": {
            "medicare-part-b": {
                "status": "active",
                "therapy": "always",
                **MADE_UP,
                "effective": {"from": "2025-07-01"},
            }
        }
    },
}
"""What facts may leave open about a code, in every way."""
DATES = {"99808": {"from": "2026-01-01"}, "99809": {"from": "2024-03-01", "to": "2026-06-30"}}


def with_invented(corpus: Corpus) -> Corpus:
    """`corpus` with the made-up codes beside its own."""
    codes = {**corpus.codes, **{name: _code(name, unit) for name, unit in MEASURES.items()}}
    made_up = {"made-up-plan": _payer(), LIMITING: _limiting_payer()}
    return replace(corpus, codes=codes, payers={**corpus.payers, **made_up})


def _limiting_payer() -> Payer:
    """A plan with every sort of authorization and visit limit."""
    from_2025 = {**MADE_UP, "effective": {"from": "2025-01-01"}}
    slp, combined = {"disciplines": ["slp"], **MADE_UP}, {"disciplines": ["pt", "ot"], **MADE_UP}
    return Payer.model_validate(
        {
            **_payer().model_dump(by_alias=True, exclude_defaults=True),
            "id": LIMITING,
            "authorizations": [
                {"needed": "no", "codes": ["97161", "97110"], "disciplines": ["pt"], **MADE_UP},
                {"from_visit": 3, "counted_by": "claim", "disciplines": ["ot"], **from_2025},
                {"from_visit": 2, "counted_by": "calendar-year", "needed": "depends", **slp},
                {"disciplines": ["pt"], "grants": ["visits", "dates"], **from_2025},
                {"disciplines": ["chiropractic"], **MADE_UP, **DISPUTED},
            ],
            "visit_limits": [
                {"most": 30, "hard": True, "from_age": 21, **combined},
                {"most": 20, "hard": False, "care": "habilitative", **slp},
                {"most": 25, "hard": False, "care": "rehabilitative", **slp},
                {
                    "most": 8,
                    "of": "units",
                    "hard": False,
                    "disciplines": ["pt"],
                    **MADE_UP,
                },
                {"most": 60, "hard": False, **from_2025},
            ],
        }
    )


def _payer() -> Payer:
    """A plan with caps and modifiers of its own, of every sort."""
    return Payer.model_validate(
        {
            "id": "made-up-plan",
            "name": "Made-up plan",
            "kind": "commercial",
            "invented": True,
            "unit_method": "ama",
            "unit_fact": {"text": "Made up.", **SOURCED},
            "general": {"text": "Made up.", **SOURCED},
            "conditions": [
                {
                    "codes": ["97113", "97116", "97124", "97537", "97542", "97760"],
                    "where": {"condition": ["wound"]},
                    "then": "covered-only-there",
                    "text": "Made up.",
                    **SOURCED,
                }
            ],
            "caps": [
                {"units": 3, "text": "Three units a day.", **SOURCED},
                {
                    "units": 1,
                    "codes": ["97110", "97140"],
                    "text": "One of these.",
                    **SOURCED,
                    "effective": {"from": "2026-01-01"},
                },
            ],
            "modifiers": [
                {"modifier": "GP", "disciplines": ["pt"], "text": "GP on every line.", **SOURCED},
                {
                    "modifier": "XU",
                    "codes": ["97140"],
                    "text": "XU on manual therapy.",
                    **SOURCED,
                    "effective": {"to": "2026-06-30"},
                },
            ],
        }
    )


def _code(name: str, unit: dict[str, object]) -> Code:
    fact = {"text": f"Made up for a test of {name}.", **SOURCED}
    return Code.model_validate(
        {
            "code": name,
            "system": "cpt",
            "family": "therapeutic-procedures",
            "plain_name": f"Made-up code {name}",
            "meaning": fact,
            "unit": {"kind": "measured", "contact": "one-on-one", **fact, **unit},
            "who": [{"role": role, "may": "perform", **fact} for role in PEOPLE],
            "coverage": {"medicare-part-b": {"status": "active", "therapy": "always", **fact}},
            "effective": DATES.get(name, {}),
            **OPEN.get(name, {}),
        }
    )
