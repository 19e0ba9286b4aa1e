"""Feedback that says what is behind each option: long enough, and not the same for two."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.item_checks import spot_of
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.findings import Problems

FEWEST_WORDS = 3
"""'Right.' and 'Wrong code.' name no reason."""


def short_feedback(corpus: Corpus) -> Problems:
    """Feedback too short to name the mistake behind an option or the rule."""
    for item in corpus.items.values():
        for at, text in _feedback_in(item):
            if len(text.split()) < FEWEST_WORDS:
                sentence = (
                    f"Feedback '{text}' names no reason; name the mistake behind the option, or the"
                    " rule, in a sentence."
                )
                yield spot_of(corpus, item, *at), sentence


def repeated_feedback(corpus: Corpus) -> Problems:
    """Options of one question with the same feedback."""
    for item in corpus.items.values():
        seen: set[str] = set()
        for index, option in enumerate(item.choices):
            if option.feedback in seen:
                sentence = (
                    "Another option of this question has the same feedback; say what is wrong with"
                    " this one."
                )
                yield spot_of(corpus, item, "options", index, "feedback"), sentence
            seen.add(option.feedback)


def _feedback_in(value: object, at: Keys = ()) -> Iterator[tuple[Keys, str]]:
    match value:
        case BaseModel():
            for key, entry in value.__dict__.items():
                if key == "feedback" and isinstance(entry, str):
                    yield (*at, key), entry
                else:
                    yield from _feedback_in(entry, (*at, key))
        case tuple():
            for index, entry in enumerate(value):
                yield from _feedback_in(entry, (*at, index))
        case dict():
            for key, entry in value.items():
                yield from _feedback_in(entry, (*at, str(key)))
