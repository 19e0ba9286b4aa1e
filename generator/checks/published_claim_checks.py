"""Questions test what published articles got wrong, and misconceptions occur somewhere."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.keys import mistakes


def untested_claims(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Wrong claims that no question tests."""
    tested = {name for item in corpus.items.values() for name in item.tested_claims}
    for name, claim in corpus.claims.items():
        if claim.about and claim.verdict in ("false", "misleading") and name not in tested:
            sentence = (
                f"No question tests claim '{name}' ({claim.verdict}); write one, or add it to"
                " an item's 'corrects'."
            )
            yield corpus.spot("claims", name) / "id", sentence


def misconceptions_nobody_holds(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Misconceptions without a page, a claim or an option that leads to them."""
    met: set[str | None] = {claim.misconception for claim in corpus.claims.values()}
    met |= {mistake for item in corpus.items.values() for mistake in mistakes(item)}
    for name, misconception in corpus.misconceptions.items():
        if name not in met and not misconception.page:
            sentence = (
                f"No claim and no option leads to misconception '{name}', and it has no page;"
                " name it in a claim's 'misconception' or an option's 'mistake', or delete it."
            )
            yield corpus.spot("misconceptions", name) / "id", sentence
