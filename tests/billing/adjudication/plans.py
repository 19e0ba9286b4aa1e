"""Plans made up for tests, so that they hold whatever content says."""

from dataclasses import replace

from generator.facts.corpus import Corpus
from generator.facts.plans import PayerPlan


def with_fee(corpus: Corpus, code: str, fee: float, **figures: float) -> Corpus:
    """The facts with a plan of one fee, without rules, and with those figures."""
    plan = PayerPlan.model_validate(
        {
            "id": "made-up",
            "name": "Made up",
            "payer": "commercial",
            "invented": True,
            "text": "Invented.",
            "rates": {"fees": {code: fee}},
            "figures": [
                {
                    "key": key,
                    "amount": amount,
                    "unit": "usd" if key in ("deductible", "copay") else "percent",
                    "text": "Made up.",
                }
                for key, amount in figures.items()
            ],
        }
    )
    return replace(corpus, plans={**corpus.plans, plan.id: plan})
