"""What is known in a sentence, and the letters that stand for it in tagged text."""

import re
from dataclasses import dataclass

from generator.fact_check.patterns import compiled

LETTER = compiled(r"[A-Z]")


@dataclass(frozen=True)
class Token:
    """Something known.

    Its letter, its values (codes, one phrase, modifiers or a way of counting), where it stands and
    its words.
    """

    letter: str
    values: tuple[str, ...]
    start: int
    end: int
    said: str


def letters(text: str) -> int:
    """How many tokens a piece of tagged text holds."""
    return len(LETTER.findall(text))


def spots(text: str) -> list[int]:
    """Where the tokens of a tagged text stand in it."""
    return [found.start() for found in LETTER.finditer(text)]


def spelled(text: str, tokens: tuple[Token, ...], kept: str) -> str:
    """Tagged text with its tokens written out, save those whose letter is in `kept`."""
    order = iter(tokens)

    def words_for(found: re.Match[str]) -> str:
        token = next(order)
        return found[0] if token.letter in kept else token.said.lower()

    return LETTER.sub(words_for, text)
