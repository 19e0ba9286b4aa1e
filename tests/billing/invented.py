"""Codes made up for the tests of measured counting, so that they hold whatever content teaches.

Every sort of measure, and a code with dates.
"""

from dataclasses import replace

from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer

SOURCED = {"sources": ["cms-pfs-2024c"], "as_of": "2024-07-01"}
MEASURES = {
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
}
DATES = {"99808": {"from": "2026-01-01"}, "99809": {"from": "2024-03-01", "to": "2026-06-30"}}


def with_invented(corpus: Corpus) -> Corpus:
    """`corpus` with the made-up codes beside its own."""
    codes = {**corpus.codes, **{name: _code(name, unit) for name, unit in MEASURES.items()}}
    return replace(corpus, codes=codes, payers={**corpus.payers, "made-up-plan": _payer()})


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
    return Code.model_validate(
        {
            "code": name,
            "system": "cpt",
            "family": "therapeutic-procedures",
            "plain_name": f"Made-up code {name}",
            "meaning": {"text": "Made up for a test.", **SOURCED},
            "unit": {
                "kind": "measured",
                "contact": "one-on-one",
                "text": "Made up for a test.",
                **SOURCED,
                **unit,
            },
            "coverage": {
                "medicare-part-b": {
                    "status": "active",
                    "therapy": "always",
                    "text": "Made up.",
                    **SOURCED,
                }
            },
            "effective": DATES.get(name, {}),
        }
    )
