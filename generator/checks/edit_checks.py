"""Edits are between two codes."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot


def pairs_with_themselves(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Edits of a code with itself."""
    for name, edit in corpus.edits.items():
        if edit.column1 == edit.column2:
            yield (
                corpus.spot("edits", name) / "column2",
                f"{edit.column1} is paired with itself; correct column 1 or column 2.",
            )
