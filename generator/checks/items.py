"""Flaws of item writing that a machine can see."""

import re
from collections.abc import Iterator

from generator.corpus import Corpus
from generator.findings import Spot
from generator.keys import Underivable, derive_key, option_id

CATCH_ALL = re.compile(r"\b(all|none|both) of (the|these)\b|\b(all|none) of the above\b", re.IGNORECASE)


def repeated_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        seen: set[str] = set()
        for index, option in enumerate(item.options):
            if option_id(option) in seen:
                yield corpus.spot("items", name) / "options" / index, f"Option '{option_id(option)}' stands here twice; remove one."
            seen.add(option_id(option))


def blame_for_the_right_option(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            right = derive_key(corpus, item).right
        except Underivable:
            continue
        for index, option in enumerate(item.options):
            if option.mistake and option_id(option) in right:
                yield corpus.spot("items", name) / "options" / index / "mistake", "This option is right, so no mistake leads to it; remove 'mistake'."


def catch_all_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        for index, option in enumerate(item.options):
            if CATCH_ALL.search(getattr(option, "text", None) or ""):
                yield corpus.spot("items", name) / "options" / index / "text", "An option names an answer of its own; 'all/none of the above' tests reading, not coding; write the answer out."
