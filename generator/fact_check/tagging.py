"""A sentence with what is known in it marked.

Codes, phrases of the facts, modifiers, ways of counting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.fact_check import language as words
from generator.fact_check.marks import counts, modifiers
from generator.fact_check.patterns import IGNORE_CASE, compiled
from generator.fact_check.phrases import Finder
from generator.fact_check.tokens import Token, letters

CODE = compiled(r"\b(\d{5}|[GS]\d{4}|\d{4}T)\b")
RANGE = compiled(r" ?(?:-|to|through|thru) ?")
SIGNS = str.maketrans('–—−‑’‘→“”"®™©\xa0\t\n', "----''>" + 9 * " ")
BEFORE_CODE = compiled(words.CODE_WORDS + r"$", IGNORE_CASE)
AFTER_CODE = compiled(
    r"^ (?:cpt |billing |procedure |hcpcs |service |procedural )?(?:codes?\b(?!"
    r" (?:for|of)\b)|cpt\b)",
    IGNORE_CASE,
)
NO_CODE_BEFORE = compiled(
    r"(?:[$#]|\b(?:zip|zipcode|zip code|postal code|invoice|order|order number(?:"
    r" is)?|page|ticket|room|suite|case|account|phone|fax|call|tel|log|record|serial|policy|"
    r"claim number|member|part|po"
    r" box|box|ext|oregon|portland|population|nearly|almost|approximately)\b["
    r" #:.]*|\d[.,/-]|\b\d{3}[ -])$",
    IGNORE_CASE,
)
STATE = compiled(r"(?:,|\b[A-Z][a-z]+) (?:OR|WA|CA|DC|ID|NV|MD|VA) $|, Oregon $")
NO_CODE_AFTER = compiled(
    r"^(?:-\d{4}\b|[.,]\d|%|"
    r" (?:patients|people|visits|claims|dollars|members|cases|miles|users|students|times|square|euros|hours|minutes|residents|steps|records|votes|beds)\b)",
    IGNORE_CASE,
)
REMEMBERED = 4096
NARROW = 12
SPACES, NAMED = compiled(r" +"), compiled(r"\b(?:cpt|hcpcs|codes?)[ :#-]*$", IGNORE_CASE)
APART = compiled(
    r"\b(?:unlike|instead of|besides|in addition to|except for|rather than|as for|apart from) $"
)
GROUP = compiled(r"C(?:(?:,? and |,? or |,? & |,? ?/ ?|, | \+ | ?- ?| to | through | thru )C)+")


@dataclass(frozen=True)
class Tagged:
    """A sentence in lower case with a capital letter for every token.

    The tokens in the order of their letters.
    """

    text: str
    tokens: tuple[Token, ...]

    def of(self, letter: str) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.letter == letter)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for token in self.of("C") for code in token.values))


class Tagger:
    """Marks sentences by the knowledge it was made with."""

    def __init__(self, knowledge: Mapping[str, Any]) -> None:
        self.knowledge = knowledge
        self.known = sorted(knowledge["codes"])
        self.finder = Finder(knowledge["phrases"])
        self.tag = lru_cache(maxsize=REMEMBERED)(self._tag)

    def _tag(self, sentence: str) -> Tagged:
        text = sentence.translate(SIGNS)
        spans = self._resolved(text)
        parts, at, tokens = [], 0, []
        for token in spans:
            parts.append(text[at : token.start].lower())
            parts.append(token.letter)
            tokens.append(token)
            at = token.end
        parts.append(text[at:].lower())
        return self._grouped(SPACES.sub(" ", "".join(parts)).strip(), tokens)

    def _resolved(self, text: str) -> list[Token]:
        """The tokens of `text` without overlaps.

        Codes come before modifiers, those before counts, those before phrases.
        """
        taken: list[Token] = []
        codes = list(self._codes(text))
        masked = _masked(text, codes)
        modified = list(modifiers(masked, bool(codes)))
        masked = _masked(masked, modified)
        counted = list(counts(masked.lower()))
        taken = codes + modified + counted
        masked = _masked(masked, counted)
        taken += [
            Token("P", (phrase,), start, end, text[start:end])
            for start, end, phrase in self.finder.find(masked)
        ]
        return sorted(taken, key=lambda token: token.start)

    def _codes(self, text: str) -> Iterator[Token]:
        floor = 0
        for found in CODE.finditer(text):
            before, after = (
                text[max(floor, found.start() - 60) : found.start()],
                text[found.end() : found.end() + 40],
            )
            if not self._is_code(found[1], before, after):
                continue
            lead = BEFORE_CODE.search(before)
            tail = AFTER_CODE.match(after)
            start = found.start() - (len(lead[0]) if lead else 0)
            end = found.end() + (tail.end() if tail else 0)
            floor = end
            yield Token("C", (found[1],), start, end, found[1])

    def _is_code(self, number: str, before: str, after: str) -> bool:
        """Whether a number is a billing code here and not a postal code, a sum, a count or the number of something."""
        named = NAMED.search(before) is not None
        if (
            NO_CODE_AFTER.match(after)
            or STATE.search(before)
            or (NO_CODE_BEFORE.search(before) and not named)
        ):
            return False
        return named or number in self.knowledge["codes"] or self.is_near(number)

    def is_near(self, number: str) -> bool:
        """Whether a number that is no code lies where the content names every code."""
        return any(first <= number <= last for first, last in self.knowledge["whole"])

    def _grouped(self, text: str, tokens: list[Token]) -> Tagged:
        """Codes of one list become one token with many values.

        A range stands for the known codes in it.
        """
        parts, at, kept, used = [], 0, [], 0
        for found in GROUP.finditer(text):
            if found[0].startswith("C, ") and APART.search(text[: found.start()]):
                continue
            skipped = letters(text[at : found.start()])
            members = tokens[used + skipped : used + skipped + found[0].count("C")]
            kept += tokens[used : used + skipped]
            if self._is_wide(members, found[0]):
                parts += [text[at : found.start()], "a range of codes"]
                used, at = used + skipped + len(members), found.end()
                continue
            kept.append(
                Token(
                    "C",
                    self._spread(members, found[0]),
                    members[0].start,
                    members[-1].end,
                    found[0],
                )
            )
            used += skipped + len(members)
            parts += [text[at : found.start()], "C"]
            at = found.end()
        return Tagged("".join(parts) + text[at:], tuple(kept + tokens[used:]))

    def _is_wide(self, members: list[Token], text: str) -> bool:
        """Whether two codes are the ends of a stretch too long to mean each code in it, and no pair."""
        if len(members) != 2 or not RANGE.fullmatch(text[1:-1]):
            return False
        first, last = (member.values[0] for member in members)
        pair = f"practitioner:{'-'.join(sorted((first, last)))}"
        return _number(last) - _number(first) > NARROW and pair not in self.knowledge["pairs"]

    def _spread(self, members: list[Token], text: str) -> tuple[str, ...]:
        values: list[str] = []
        for gap, member in zip(["", *text.split("C")[1:]], members):
            code = member.values[0]
            if (
                values
                and RANGE.fullmatch(gap)
                and 0 < _number(code) - _number(values[-1]) <= NARROW
            ):
                values += [
                    known
                    for known in self.known
                    if values[-1] < known < code and len(known) == len(code)
                ]
            values.append(code)
        return tuple(dict.fromkeys(values))


def _number(code: str) -> int:
    return int(code) if code.isdigit() else 0


def _masked(text: str, tokens: list[Token]) -> str:
    """The text with its tokens blotted out, of the same length."""
    parts, at = [], 0
    for token in tokens:
        parts += [text[at : token.start], "\x00" * (token.end - token.start)]
        at = token.end
    return "".join(parts) + text[at:]
