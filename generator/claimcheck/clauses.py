"""A tagged sentence cut into clauses, and how each is meant: said, denied, told as an error, asked, supposed."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.claimcheck import language as words
from generator.claimcheck.tagging import Tagged, Token

Stance = Literal["said", "denied", "unclear"]

NEGATORS = re.compile(words.NEGATORS)
NOT_NEGATORS = re.compile(words.NOT_NEGATORS)
GOOD_AIMS = re.compile(words.GOOD_AIMS)
ERROR_FRAME = re.compile(words.ERROR_FRAME)
SUPPOSE = re.compile(words.SUPPOSE)
CONTRAST = re.compile(words.CONTRAST)
UNLIKE_WHICH = re.compile(r"\bunlike C(?: \(P\))?(?:,? which [^,;]*)?,")
CONCEDED = re.compile(r"^(?:while|whereas|although|though|even though) ")
CLAUSES = re.compile(words.CLAUSES)
HEDGE = re.compile(words.HEDGE)
SOME_PAYERS = re.compile(words.SOME_PAYERS)
PAST = re.compile(words.PAST)


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
    """A sentence as it is to be understood: whole, and in clauses without what is only named as the opposite."""

    tagged: Tagged
    clauses: tuple[Clause, ...]
    framed: bool
    asked: bool
    hedged: bool
    past: bool
    some_payers: bool


def read(tagged: Tagged, framed: bool = False) -> Reading:
    """`framed` says that the text around already calls what is said an error."""
    plain = NOT_NEGATORS.sub("only", GOOD_AIMS.sub(" ", tagged.text))
    asked = tagged.text.endswith("?")
    error = framed or bool(ERROR_FRAME.search(plain)) or bool(SUPPOSE.search(plain))
    text, tokens = _without_contrast(plain, tagged.tokens)
    clauses = tuple(_clauses(text, tokens, "unclear" if asked or error else "said"))
    return Reading(tagged, clauses, error, asked, bool(HEDGE.search(plain)), bool(PAST.search(plain)), bool(SOME_PAYERS.search(plain)))


def _without_contrast(text: str, tokens: tuple[Token, ...]) -> tuple[str, tuple[Token, ...]]:
    """Cut what stands after 'not', 'rather than', 'unlike': it is named as the opposite."""
    for pattern in (UNLIKE_WHICH, CONTRAST):
        for match in reversed(list(pattern.finditer(text))):
            if pattern is CONTRAST and _main_negation(text, match):
                continue
            first, count = _letters(text[: match.start()]), _letters(match[0])
            tokens = tokens[:first] + tokens[first + count :]
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return re.sub(r" +", " ", text).strip(), tokens


def _main_negation(text: str, match: re.Match[str]) -> bool:
    """Whether the 'not' belongs to the verb of the sentence: 'C is not P', 'do not use C'."""
    said = match[0].lstrip(" ,")
    return said.startswith(("not", "never")) and not re.search(r"(?:,|\band|\bbut|[CP)]) ?$", text[: match.start()] + match[0][: len(match[0]) - len(said)])


def _borders(text: str) -> list[tuple[int, int]]:
    """Where clauses part; a sentence that begins with 'while' or 'although' parts at its first comma as well."""
    found = [match.span() for match in CLAUSES.finditer(text) if match.start()]
    comma = text.find(", ")
    if comma > 0 and CONCEDED.match(text) and not any(start <= comma < end for start, end in found):
        found.append((comma, comma + 2))
    return sorted(found)


def _letters(text: str) -> int:
    return sum(sign.isupper() for sign in text)


def _clauses(text: str, tokens: tuple[Token, ...], stance: Stance) -> list[Clause]:
    clauses, at, used = [], 0, 0
    borders = [*_borders(text), (len(text), len(text))]
    for start, end in borders:
        part = text[at:start]
        count = _letters(part)
        meant = "denied" if stance == "said" and NEGATORS.search(part) else stance
        clauses.append(Clause(part.strip(), tokens[used : used + count], meant))
        at, used = end, used + count + _letters(text[start:end])
    return [clause for clause in clauses if clause.text]
