"""Reasons: sentences of the claim pipeline (data/messages.yaml), filled in, and their sources."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.billing.data_tables import read_table
from generator.facts.base import Fact, Sourced
from generator.facts.corpus import Corpus

MESSAGES: Mapping[str, str] = read_table("messages")
ABBREVIATED = re.compile("[A-Z]{2}")


@dataclass(frozen=True)
class Reason:
    """A sentence, the facts it rests on (`register/name`), its sources, and as of when."""

    text: str
    rests_on: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str = "high"
    as_of: date | None = None


@dataclass(frozen=True)
class Billable:
    """The codes that are right: one, or several where authorities disagree."""

    codes: tuple[str, ...]
    reasons: tuple[Reason, ...]
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotBillable:
    """Nothing is billable; `codes` are those it would have been but for the payer.

    `denied_as` is how a line may go out that is only to be denied.
    """

    reasons: tuple[Reason, ...]
    codes: tuple[str, ...] = ()
    denied_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """The note leaves out what decides; `missing` names it."""

    missing: str
    reasons: tuple[Reason, ...]


Outcome = Billable | NotBillable | Ask


def quoted(reference: str, fact: Fact) -> Reason:
    """A fact in its own words; `reference` names it as `register/name`."""
    return Reason(fact.text, (reference,), tuple(fact.sources), fact.confidence, fact.as_of)


def day_text(value: date) -> str:
    """'October 5, 2026'."""
    return f"{value:%B} {value.day}, {value.year}"


def filled(sentence: str, values: Mapping[str, object]) -> str:
    """The sentence with its blanks filled; a date is written out."""
    return sentence.format_map(
        {
            name: day_text(value) if isinstance(value, date) else value
            for name, value in values.items()
        }
    )


def name_in_sentence(name: str) -> str:
    """'Hot pack' as 'hot pack'; abbreviations stay as they are: 'RTM set-up'."""
    return name if ABBREVIATED.match(name) else name[:1].lower() + name[1:]


def message(name: str, /, **values: object) -> str:
    """The sentence of that name with its blanks filled."""
    return filled(MESSAGES[name], values)


def explain(
    name: str, rests_on: tuple[str, ...] = (), sources: Iterable[str] = (), /, **values: object
) -> Reason:
    """The sentence of that name as a reason, the facts it rests on, and who says so."""
    return Reason(message(name, **values), rests_on, tuple(sources))


def quantity(amount: int, word: str) -> str:
    """'1 unit', '2 units'."""
    return message(word if amount == 1 else f"{word}s", n=amount)


def amount_text(amount: int, of: str) -> str:
    """An amount of what a measured code is counted by: '20 square centimeters'."""
    return message(f"{of}-{'one' if amount == 1 else 'many'}", n=amount)


def join_names(names: Sequence[str]) -> str:
    """Names as in a sentence: 'a', 'a and b', 'a, b and c'."""
    return MESSAGES["and"].join(filter(None, (", ".join(names[:-1]), names[-1])))


def sources_of(corpus: Corpus, reason: Reason) -> tuple[str, ...]:
    """Ids of its own sources; else of a rule its first statement's, of a code its meaning's."""
    cited_by = (_of_fact(corpus.fact(reference)) for reference in reason.rests_on)
    return reason.sources or tuple(dict.fromkeys(name for names in cited_by for name in names))


def source_text(corpus: Corpus, reason: Reason) -> str | None:
    """The sources, comma separated; None where there are none."""
    return ", ".join(sources_of(corpus, reason)) or None


def cited(corpus: Corpus, reason: Reason) -> str:
    """The sentence with its sources in brackets."""
    source = source_text(corpus, reason)
    return f"{reason.text} [{source}]" if source else reason.text


def _of_fact(fact: object) -> tuple[str, ...]:
    statements = getattr(fact, "statements", ())[:1]
    parts = (fact, getattr(fact, "meaning", None), *statements, getattr(fact, "general", None))
    return next((tuple(part.sources) for part in parts if isinstance(part, Sourced)), ())
