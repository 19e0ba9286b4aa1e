"""Who says what a reason says: its own sources, else those of the facts it rests on."""

from generator.billing.outcomes import Reason
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus


def sources_of(corpus: Corpus, reason: Reason) -> tuple[str, ...]:
    """Ids in content/sources.yaml; of a rule its first statement's, of a code its meaning's."""
    if reason.sources:
        return reason.sources
    return tuple(
        dict.fromkeys(
            source for reference in reason.rests_on for source in _of_fact(corpus.fact(reference))
        )
    )


def source_text(corpus: Corpus, reason: Reason) -> str | None:
    """The sources, comma separated; None where there are none."""
    return ", ".join(sources_of(corpus, reason)) or None


def cited(corpus: Corpus, reason: Reason) -> str:
    """The sentence with its sources in brackets."""
    source = source_text(corpus, reason)
    return f"{reason.text} [{source}]" if source else reason.text


def _of_fact(fact: object) -> tuple[str, ...]:
    for part in (
        fact,
        getattr(fact, "meaning", None),
        *getattr(fact, "statements", ())[:1],
        getattr(fact, "general", None),
    ):
        if isinstance(part, Sourced):
            return tuple(map(str, part.sources))
    return ()
