"""Titles and prompts that hold words of the right option and of no wrong one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.item_checks import spot_of
from generator.checks.writing.option_flaws import Offered, chosen_from
from generator.facts.corpus import Corpus
from generator.findings import Problems

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 6  # letters by which 'exercise' and 'exercises' are one word
SHARED = 3  # titles of a quiz, or questions with one prompt: their words set none apart
PLAIN = frozenset(
    re.findall(
        r"\w+",
        "also before bill billed billing claim code codes does each from have medicare minutes "
        "more note only other patient service session than that their then there therapist "
        "therapy these they this under visit when which with ",
    )
)


def revealing_titles(corpus: Corpus) -> Problems:
    """Titles that name the right option."""
    held = {
        name: Counter(word for item in quiz.items for word in _words(item.title))
        for name, quiz in corpus.quizzes.items()
    }
    for item, options in chosen_from(corpus):
        for word in _revealing(item.title, options, corpus):
            if held[corpus.quiz_of[item.id].id][word] < SHARED:
                sentence = (
                    f"The title has '{_in_full(item.title, word)}', which only the right option"
                    " has; write a neutral label, as in 'Case 3: neck pain'."
                )
                yield spot_of(corpus, item, "title"), sentence


def revealing_prompts(corpus: Corpus) -> Problems:
    """Prompts of their own that name the right option."""
    asked = Counter(item.prompt for item in corpus.items.values())
    for item, options in chosen_from(corpus):
        if item.prompt and asked[item.prompt] < SHARED:
            for word in _revealing(item.prompt, options, corpus):
                sentence = (
                    f"The prompt has '{_in_full(item.prompt, word)}', which only the right option"
                    " has; ask in words that the options do not use, as in 'Which code is"
                    " reported?'."
                )
                yield spot_of(corpus, item, "prompt"), sentence


def _revealing(text: str, options: Sequence[Offered], corpus: Corpus) -> set[str]:
    """The first word that every right option has and no wrong one, or none."""
    right = [_option_words(option, corpus) for option in options if option.right]
    wrong = [_option_words(option, corpus) for option in options if not option.right]
    if not right or not wrong:
        return set()
    return set(
        sorted((_words(text) & frozenset.intersection(*right)) - frozenset().union(*wrong))[:1]
    )


def _option_words(option: Offered, corpus: Corpus) -> frozenset[str]:
    return _words(f"{option.text} {corpus.names.get(option.id, '')}")


def _words(text: str) -> frozenset[str]:
    return frozenset(_stems(text))


def _stems(text: str) -> Iterator[str]:
    for word in WORD.findall(text.lower()):
        if word not in PLAIN:
            yield word[:STEM]


def _in_full(text: str, stem: str) -> str:
    return next(found[0] for found in WORD.finditer(text) if found[0].lower().startswith(stem))
