"""A tagged sentence cut into clauses, and how each is meant.

Said, denied, told as an error, asked, supposed.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.fact_check import language as words
from generator.fact_check.patterns import compiled
from generator.fact_check.tagging import Tagged
from generator.fact_check.tokens import Token, letters, spelled

Stance = Literal["said", "denied", "unclear"]

NEGATORS = compiled(words.NEGATORS)
NOT_NEGATORS = compiled(words.NOT_NEGATORS)
GOOD_AIMS = compiled(words.GOOD_AIMS)
ERROR_FRAME = compiled(words.ERROR_FRAME)
SUPPOSE = compiled(words.SUPPOSE)
CONTRAST = compiled(words.CONTRAST)
OPPOSED = compiled(
    r"\b(?:not|never|rather than|instead of|opposed|distinct|place of|other than|unlike)\b"
)
UNLIKE_WHICH = compiled(r"\bunlike C(?: \(P\))?(?:,? which [^,;]*)?,")
SPACES = compiled(r" +")
AFTER_PART = compiled(r"(?:,|\band|\bbut|[CP)]) ?$")
CONDITION = compiled(words.CONDITION)
CONCEDED = compiled(r"^(?:while|whereas|although|though|even though) ")
CLAUSES = compiled(words.CLAUSES)
HEDGE = compiled(words.HEDGE)
SOME_PAYERS = compiled(words.SOME_PAYERS)
PAST = compiled(words.PAST)


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence: tagged text, its tokens, and how it is meant."""

    text: str
    tokens: tuple[Token, ...]
    stance: Stance

    def of(self, letter: str) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.letter == letter)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for token in self.of("C") for code in token.values))


@dataclass(frozen=True)
class Reading:
    """A sentence as it is to be understood.

    Whole, and in clauses without what is only named as the opposite.
    """

    tagged: Tagged
    clauses: tuple[Clause, ...]
    framed: bool
    asked: bool
    plain: str

    @cached_property
    def hedged(self) -> bool:
        """Whether it speaks of payers that may do as they like."""
        return bool(HEDGE.search(self.plain))

    @cached_property
    def past(self) -> bool:
        return bool(PAST.search(self.plain))

    @cached_property
    def some_payers(self) -> bool:
        return bool(SOME_PAYERS.search(self.plain))

    @cached_property
    def spoken(self) -> str:
        """The sentence with everything but codes and modifiers written out."""
        return spelled(self.tagged.text, self.tagged.tokens, "CM")


def read(tagged: Tagged, framed: bool = False) -> Reading:
    """`framed` says that the text around already calls what is said an error."""
    plain = NOT_NEGATORS.sub("only", GOOD_AIMS.sub(" ", tagged.text))
    asked = tagged.text.endswith("?")
    error = framed or bool(ERROR_FRAME.search(plain)) or bool(SUPPOSE.search(plain))
    text, tokens = _without_contrast(plain, tagged.tokens)
    clauses = tuple(_clauses(text, tokens, "unclear" if asked or error else "said"))
    return Reading(tagged, clauses, error, asked, plain)


def _without_contrast(text: str, tokens: tuple[Token, ...]) -> tuple[str, tuple[Token, ...]]:
    """Cut what stands after 'not', 'rather than', 'unlike': it is named as the opposite."""
    if not OPPOSED.search(text):
        return text, tokens
    for pattern in (UNLIKE_WHICH, CONTRAST):
        for match in reversed(list(pattern.finditer(text))):
            if pattern is CONTRAST and _main_negation(text, match):
                continue
            first, count = letters(text[: match.start()]), letters(match[0])
            tokens = tokens[:first] + tokens[first + count :]
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return SPACES.sub(" ", text).strip(), tokens


def _main_negation(text: str, match: re.Match[str]) -> bool:
    """Whether the 'not' belongs to the verb of the sentence: 'C is not P', 'do not use C'."""
    said = match[0].lstrip(" ,")
    return said.startswith(("not", "never")) and not AFTER_PART.search(
        text[: match.start()] + match[0][: len(match[0]) - len(said)]
    )


def _borders(text: str) -> list[tuple[int, int]]:
    """Where clauses part.

    A sentence that begins with 'while' or 'although' parts at its first comma as well.
    """
    conditional = bool(CONDITION.match(text))
    found = [
        match.span()
        for match in CLAUSES.finditer(text)
        if match.start() and not (conditional and match[0] == ", ")
    ]
    comma = text.find(", ")
    if comma > 0 and CONCEDED.match(text) and not any(start <= comma < end for start, end in found):
        found.append((comma, comma + 2))
    return sorted(found)


def _clauses(text: str, tokens: tuple[Token, ...], stance: Stance) -> list[Clause]:
    clauses, at, used = [], 0, 0
    borders = [*_borders(text), (len(text), len(text))]
    for start, end in borders:
        part = text[at:start]
        count = letters(part)
        meant = "denied" if stance == "said" and NEGATORS.search(part) else stance
        clauses.append(Clause(part.strip(), tokens[used : used + count], meant))
        at, used = end, used + count + letters(text[start:end])
    return [clause for clause in clauses if clause.text]
