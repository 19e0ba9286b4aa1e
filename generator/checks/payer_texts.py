"""What a payer's texts say beside its values: method, plan modifiers, visits of authorizations."""

import re
from collections.abc import Iterator, Mapping

from generator.checks.figures.numbers import numbers_in
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.findings import Problems, Spot

PLANS: Mapping[str, str] = {"GP": "pt", "GO": "ot", "GN": "slp"}
MIDPOINT = re.compile(r"\bby (?:its|their|the) midpoint\b|\bmidpoint rule\b", re.IGNORECASE)
POOLED = re.compile(r"\b8-minute rule\b|\badds? (?:up )?(?:all )?the minutes\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not?|never|nor|unlike|instead|than|without)\b", re.IGNORECASE)
VISITS = re.compile(r"\bvisit", re.IGNORECASE)


def values_beside_their_texts(corpus: Corpus) -> Problems:
    """Values of a payer of which the text beside them says something else."""
    for name, payer in corpus.payers.items():
        spot = corpus.spot("payers", name)
        for keys, sentence in (*_method(payer), *_modifiers(payer), *_authorizations(payer)):
            yield Spot(spot.path, (*spot.keys, *keys)), sentence


def _method(payer: Payer) -> Iterator[tuple[Keys, str]]:
    other = {"cms": MIDPOINT, "ama": POOLED}.get(payer.unit_method)
    text = payer.unit_fact.text
    if other and (found := other.search(text)) and not DENIED.search(text):
        yield (
            ("unit_method",),
            f"'unit_method' is {payer.unit_method}, and the text of 'unit_fact' says"
            f" '{found[0]}'; correct one of them.",
        )


def _modifiers(payer: Payer) -> Iterator[tuple[Keys, str]]:
    for index, wanted in enumerate(payer.modifiers):
        own = PLANS.get(wanted.modifier)
        if own and wanted.disciplines and own not in wanted.disciplines:
            named = ", ".join(wanted.disciplines)
            yield (
                ("modifiers", index, "modifier"),
                f"{wanted.modifier} is of a plan of {own}, and 'disciplines' says {named};"
                " correct one of them.",
            )


def _authorizations(payer: Payer) -> Iterator[tuple[Keys, str]]:
    for index, entry in enumerate(payer.authorizations):
        stated = numbers_in(entry.text) - {1} if VISITS.search(entry.text) else set()  # "need one"
        if (
            entry.from_visit > 1
            and stated
            and not stated & {entry.from_visit, entry.from_visit - 1}
        ):
            yield (
                ("authorizations", index, "from_visit"),
                f"'from_visit' is {entry.from_visit}, and the text names neither that visit nor"
                " the one before; correct one of them.",
            )
