"""What published articles got wrong is corrected where it matters, and asked about."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.keys import mistakes


def untested_claims(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    tested = {name for item in corpus.items.values() for name in item.tested_claims}
    for name, claim in corpus.claims.items():
        if claim.about and claim.verdict in ("false", "misleading") and name not in tested:
            yield (
                corpus.spot("claims", name) / "id",
                (
                    f"No question tests claim '{name}' ({claim.verdict}); write one, or add it to"
                    " an item's 'corrects'."
                ),
            )


def misconceptions_nobody_holds(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    met = {claim.misconception for claim in corpus.claims.values()}
    met |= {mistake for item in corpus.items.values() for mistake in mistakes(item)}
    for name, misconception in corpus.misconceptions.items():
        if name not in met and not misconception.page:
            yield (
                corpus.spot("misconceptions", name) / "id",
                (
                    f"No claim and no option leads to misconception '{name}', and it has no page;"
                    " name it in a claim's 'misconception' or an option's 'mistake', or delete it."
                ),
            )
