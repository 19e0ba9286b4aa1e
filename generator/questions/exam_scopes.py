"""Whose exam a question belongs to: by who treated, who may bill its codes, and its objectives."""

from collections.abc import Mapping
from typing import Literal, get_args

from generator.billing.who_may import word_on_role
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Area, Item

Scope = Literal["pt", "ot", "slp", "chiropractic", "front-desk", "coder"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
AREAS: tuple[Area, ...] = get_args(Area)
BILLS: Mapping[Scope, str] = {"pt": "pt", "ot": "ot", "slp": "slp", "chiropractic": "chiropractor"}
"""Who treats, by the discipline of a visit."""
DESK_AREAS: tuple[Area, ...] = ("coverage",)
"""What a front desk settles: before a claim, and mostly before the visit."""


def areas_of(corpus: Corpus, item: Item) -> tuple[Area, ...]:
    """What a question decides; the first objective's before the others'."""
    named = (corpus.objectives[name].area for name in item.objectives)
    return tuple(dict.fromkeys(named))


def scopes_of(corpus: Corpus, item: Item, codes: list[str]) -> tuple[Scope, ...]:
    """The roles whose exam asks it; a coder's exam asks everything.

    A question on a visit belongs to the discipline that treated; one without a visit to everybody
    who may bill all of its codes.
    """
    visit = getattr(item, "visit", None)
    treats = tuple(
        scope
        for scope, role in BILLS.items()
        if (
            visit.discipline == scope
            if visit
            else all(_may_bill(corpus, item, code, role) for code in codes)
        )
    )
    desk: tuple[Scope, ...] = ("front-desk",) if areas_of(corpus, item)[0] in DESK_AREAS else ()
    return (*treats, *desk, "coder")


def _may_bill(corpus: Corpus, item: Item, code: str, role: str) -> bool:
    """Unless the question's payer, or any payer, refuses the code to the role on its date."""
    word = word_on_role(corpus, item, code, role)
    return word is None or word.may != "no"
