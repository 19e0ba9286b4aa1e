"""Words that give the right option away, or that hide what is asked."""

import re
from collections.abc import Callable, Iterator

from generator.checks.writing.offered_options import Offered, chosen_from, single_right, spot_of
from generator.facts.corpus import Corpus
from generator.findings import Spot

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


def articles_that_tell(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """A question that ends on 'a' or 'an' fits some options only."""
    for item, options in chosen_from(corpus):
        found = ARTICLE.search(item.prompt or "")
        if found and _tells(options, lambda text: _vowel_first(text) == (found[1].lower() == "an")):
            yield (
                spot_of(corpus, item, "prompt"),
                (
                    f"The question ends on '{found[1]}', which only the right option follows; move"
                    " the article into the options."
                ),
            )


def numbers_that_tell(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """A question in the singular or plural fits some options only."""
    for item, options in chosen_from(corpus):
        found = NUMBERED.search(item.prompt or "")
        if found and _tells(options, lambda text: _plural(text) == (found[1].lower() in PLURAL)):
            yield (
                spot_of(corpus, item, "prompt"),
                (
                    f"After '{found[1]}' only the right option agrees in number; word the question"
                    " so that all options agree with it."
                ),
            )


def absolutes_in_wrong_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """'Always' and 'never' mark wrong options, for those who know nothing else."""
    for item, options in chosen_from(corpus):
        strict = [option for option in options if option.own and ABSOLUTE.search(option.text)]
        if (
            strict
            and not any(option.right for option in strict)
            and len(strict) * 2 > sum(not option.right for option in options)
        ):
            said = ABSOLUTE.search(strict[0].text)[0]
            yield (
                spot_of(corpus, item, *strict[0].at),
                (
                    f"Absolute words such as '{said}' stand in {len(strict)} wrong options and in"
                    " no right one; take them out, or use one where it is true."
                ),
            )


def negatives_without_emphasis(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for item in corpus.items.values():
        found = NEGATIVE.search(getattr(item, "prompt", None) or "")
        if found:
            yield (
                spot_of(corpus, item, "prompt"),
                (
                    f"The question turns on '{found[0]}', which is easily read over; ask for what"
                    f" is so, or write {found[0].upper()}."
                ),
            )


def _tells(options: tuple[Offered, ...], fits: Callable[[str], bool]) -> bool:
    right = single_right(options)
    return (
        right is not None
        and fits(right.text)
        and not any(fits(option.text) for option in options if not option.right)
    )


def _vowel_first(text: str) -> bool:
    return bool(VOWEL_SOUND.match(text.strip()))


def _plural(text: str) -> bool:
    """Whether the first noun phrase looks plural.

    It ends on s before the first preposition or comma, or joins two things.
    """
    head = (
        re.split(r"[,;:.(]|\b(?:of|for|with|in|on|to|from|by|at)\b", text.strip(), maxsplit=1)[0]
        .strip()
        .lower()
    )
    return " and " in f"{head} " or bool(re.search(r"[^s'’u]s$", head))
