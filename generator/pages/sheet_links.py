"""Which cheat sheets a page leads to."""

from generator.facts.corpus import Corpus
from generator.facts.sheets import CheatSheet


def in_order(corpus: Corpus) -> tuple[CheatSheet, ...]:
    """The sheets in the order of their index."""
    return tuple(sorted(corpus.sheets.values(), key=lambda sheet: (sheet.order, sheet.id)))


def sheets_about(corpus: Corpus, reference: str) -> tuple[CheatSheet, ...]:
    """The sheets that a page leads to: `rules/midpoint`, `codes/97140`, `lessons/…`."""
    register, _, name = reference.partition("/")
    return tuple(
        sheet
        for sheet in in_order(corpus)
        if reference in sheet.see or (register == "codes" and name in sheet.codes)
    )
