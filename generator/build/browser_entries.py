"""Facts as entries of the browser's table: a key that is left out has nothing to say."""

from collections.abc import Mapping
from datetime import date

from generator.billing.payer_policy import policy_of
from generator.facts.base import Fact, Model, Period, Sourced
from generator.facts.payers import Payer

Json = dict[str, object]
POLICY = {
    "partOfMedicare": "part_of_medicare",
    "ncciEdits": "applies_ncci_edits",
    "mues": "applies_mues",
    "medicareModifiers": "medicare_modifiers",
    "mayFollowPartB": "may_follow_part_b",
}


def entry_json(fact: Sourced, *names: str) -> Json:
    """A fact of the values named, with the date as of which it is said."""
    return {**picked(fact, *names), "asOf": str(fact.as_of), **sourced(fact)}


def fact_json(fact: Fact, *names: str) -> Json:
    """A fact of the values named, with its words."""
    return {**picked(fact, *names), "text": fact.text, **sourced(fact)}


def picked(fact: Model, *names: str) -> Json:
    """The values of those names."""
    return {name: getattr(fact, name) for name in names}


def sourced(fact: Sourced) -> Json:
    """Who says so, how surely, and when a line may rest on it."""
    sure = {} if fact.confidence == "high" else {"confidence": fact.confidence}
    disputed = {"contested": fact.contested} if fact.undecided else {}
    return {"sources": fact.sources, **sure, **validity(fact), **disputed}


def validity(fact: Sourced) -> Json:
    """When a line may rest on it; never where it takes no side."""
    return {**span(fact.effective), **({"undecided": True} if fact.undecided else {})}


def span(period: Period) -> Json:
    """First and last day as ISO text; an open end is left out."""
    return {
        name: str(day)
        for name, day in (("from", period.start), ("to", period.end))
        if isinstance(day, date)
    }


def lean(entry: Mapping[str, object]) -> Json:
    """An entry without what has nothing to say."""
    return {name: value for name, value in entry.items() if value not in (None, False, (), [], {})}


def policy_json(payer: Payer) -> Json:
    """Medicare's rules that hold of a payer."""
    policy = policy_of(payer)
    return lean({name: getattr(policy, held) for name, held in POLICY.items()})
