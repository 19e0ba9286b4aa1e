"""Questions are no harder to read than their subject requires."""

from collections.abc import Iterator

from generator.authoring.reading_level import reading_grade
from generator.checks.keyed_items import spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot

# a school grade; half of all notes and reasons read at 5 or below, one in a hundred above 11
HARDEST = 12.0
SLOTS = ("note", "prompt", "reason")
FEWEST_WORDS = 20  # fewer words have no level


def hard_to_read(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Notes, prompts and reasons above the hardest grade."""
    for item in corpus.items.values():
        for slot in SLOTS:
            level = _grade(item, slot)
            if level > HARDEST:
                yield (
                    spot_of(corpus, item, slot),
                    (
                        f"This reads at grade {level:.0f} (Flesch–Kincaid; at most {HARDEST:.0f});"
                        " cut the sentences in two, and take shorter words."
                    ),
                )


def _grade(item: Item, slot: str) -> float:
    text = getattr(item, slot, None) or ""
    return reading_grade(text) if len(text.split()) >= FEWEST_WORDS else 0.0
