"""Words that reveal the right option, hide what is asked, or are hard to read."""

import re
from collections.abc import Callable, Iterator
from math import ceil

from generator.authoring.reading_level import reading_grade
from generator.checks.item_checks import spot_of
from generator.checks.writing.option_flaws import chosen_from, single_right
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Problems

ABSOLUTE = re.compile(
    r"\b(always|never|all|only|none|every|any|nobody|everybody|must)\b", re.IGNORECASE
)
NEGATIVE = re.compile(r"\b(not|no|never|none|except|least|without|cannot|\w+n['’]t)\b")
ARTICLE = re.compile(r"\b(a|an)\s*[:…]?\s*$", re.IGNORECASE)
NUMBERED = re.compile(
    r"\b(is|are|was|were|this|these|code|codes|has|have)\s*[:…]?\s*$", re.IGNORECASE
)
PLURAL = {"are", "were", "these", "codes", "have"}
VOWEL_SOUND = re.compile(r"(?i:(?!uni[^nm]|use|eur|one\b)[aeiou]|hour|8|11\b|18\b)|[FHLMNRSX][A-Z]")
# a school grade; half of all notes and reasons read at 5 or below, one in a hundred above 11
HARDEST = 12.0
SLOTS = ("note", "prompt", "reason")
FEWEST_WORDS = 20  # fewer words have no level


def revealing_articles(corpus: Corpus) -> Problems:
    """Questions that end on 'a' or 'an', which only the right option follows."""
    for item, word in _endings(corpus, ARTICLE, _vowel_first, {"an"}):
        sentence = (
            f"The question ends on '{word}', which only the right option follows; move the"
            " article into the options."
        )
        yield spot_of(corpus, item, "prompt"), sentence


def revealing_numbers(corpus: Corpus) -> Problems:
    """Questions in the singular or plural, with which only the right option agrees."""
    for item, word in _endings(corpus, NUMBERED, _plural, PLURAL):
        sentence = (
            f"After '{word}' only the right option agrees in number; word the question so"
            " that all options agree with it."
        )
        yield spot_of(corpus, item, "prompt"), sentence


def _endings(
    corpus: Corpus, ending: re.Pattern[str], has: Callable[[str], bool], wanted: set[str]
) -> Iterator[tuple[Item, str]]:
    for item, options in chosen_from(corpus):
        if found := ending.search(item.prompt or ""):
            is_wanted, right = found[1].lower() in wanted, single_right(options)
            fitting = [option for option in options if has(option.text) == is_wanted]
            if right is not None and fitting == [right]:
                yield item, found[1]


def absolutes_in_wrong_options(corpus: Corpus) -> Problems:
    """'Always' and 'never' mark wrong options, for those who know nothing else."""
    for item, options in chosen_from(corpus):
        strict = [
            (option, word)
            for option in options
            if option.own and (word := ABSOLUTE.search(option.text))
        ]
        wrong = sum(not option.right for option in options)
        if len(strict) * 2 > wrong and not any(option.right for option, _ in strict):
            first, word = strict[0]
            sentence = (
                f"Absolute words such as '{word[0]}' stand in {len(strict)} wrong options and in no"
                " right one; take them out, or use one where it is true."
            )
            yield spot_of(corpus, item, *first.at), sentence


def negatives_without_emphasis(corpus: Corpus) -> Problems:
    """Questions that turn on a negative which is easily read over."""
    for item in corpus.items.values():
        found = NEGATIVE.search(getattr(item, "prompt", None) or "")
        if found:
            sentence = (
                f"The question turns on '{found[0]}', which is easily read over; ask for what is"
                f" so, or write {found[0].upper()}."
            )
            yield spot_of(corpus, item, "prompt"), sentence


def _vowel_first(text: str) -> bool:
    return bool(VOWEL_SOUND.match(text.strip()))


def _plural(text: str) -> bool:
    """It ends on s before the first preposition or comma, or joins two things."""
    head = (
        re.split(r"[,;:.(]|\b(?:of|for|with|in|on|to|from|by|at)\b", text.strip(), maxsplit=1)[0]
        .strip()
        .lower()
    )
    return " and " in f"{head} " or bool(re.search(r"[^s'’u]s$", head))


def hard_to_read(corpus: Corpus) -> Problems:
    """Notes, prompts and reasons above the hardest grade."""
    for item in corpus.items.values():
        for slot in SLOTS:
            level = _grade(item, slot)
            if level > HARDEST:
                yield (
                    spot_of(corpus, item, slot),
                    (
                        f"This reads at grade {ceil(level * 10) / 10:.1f} (Flesch–Kincaid; at most"
                        f" {HARDEST:.0f});"
                        " cut the sentences in two, and take shorter words."
                    ),
                )


def _grade(item: Item, slot: str) -> float:
    text = getattr(item, slot, None) or ""
    return reading_grade(text) if len(text.split()) >= FEWEST_WORDS else 0.0
