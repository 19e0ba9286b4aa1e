"""A sentence with what is known in it marked: codes, phrases of the facts, modifiers, ways of counting."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.claimcheck import language as words
from generator.claimcheck.phrases import Finder

CODE = re.compile(r"\b(\d{5}|[GS]\d{4}|\d{4}T)\b")
RANGE = re.compile(r" ?(?:-|to|through|thru) ?")
SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "’": "'", "‘": "'", "“": " ", "”": " ", '"': " ", "®": " ", "™": " ", "©": " ", "→": ">", "\xa0": " ", "\t": " ", "\n": " "})
BEFORE_CODE = re.compile(words.CODE_WORDS + r"$", re.I)
AFTER_CODE = re.compile(r"^ (?:cpt |billing |procedure |hcpcs |service |procedural )?(?:codes?\b(?! (?:for|of)\b)|cpt\b)", re.I)
NO_CODE_BEFORE = re.compile(
    r"(?:[$#]|\b(?:zip|zipcode|zip code|postal code|invoice|order|order number(?: is)?|page|ticket|room|suite|case|account|phone|fax|call|tel|log|record|serial|policy|"
    r"claim number|member|part|po box|box|ext|oregon|portland|population|nearly|almost|approximately)\b[ #:.]*|\d[.,/-]|\b\d{3}[ -])$",
    re.I,
)
STATE = re.compile(r"(?:,|\b[A-Z][a-z]+) [A-Z]{2} $|, (?:Oregon|OR) $")
NO_CODE_AFTER = re.compile(
    r"^(?:-\d{4}\b|[.,]\d|%| (?:patients|people|visits|claims|dollars|members|cases|miles|users|students|times|square|euros|hours|minutes|residents|steps|records|votes|beds)\b)", re.I
)
MODIFIERS = re.compile(
    r"\b(GP|GO|GN|KX|CQ|CO|AT|XE|XS|XP|XU|GA|GY|GX|GZ)\b(?: [Mm]odifiers?\b)?|\b(59|97|96|25|95)\b(?! ?(?:min|%|year|patient|day|visit|percent|dollar|unit|-))(?: [Mm]odifiers?\b)?|\b[Xx]-?[Mm]odifiers?\b|\bX\{EPSU\}"
)
BEFORE_MODIFIER = re.compile(
    r"(?:\b(modifiers?|mod\.?)|\b(?:append(?:ing|ed|s)?|add(?:ing|ed|s)?|an?|the|with|without|no|needs?|wants?|requires?|using|use|attach(?:ed|ing)?|put|or|and))[ #:]*(?:\"|')?$|\x00 ?-$", re.I
)
NUMBERS = {
    "five": 5, "eight": 8, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "forty five": 45, "sixty": 60,
}  # fmt: skip
COUNTS = tuple((name, re.compile(pattern)) for name, pattern in (("untimed", words.UNTIMED), ("minutes", words.MINUTE_UNITS), ("timed", words.TIMED)))
APART = re.compile(r"\b(?:unlike|instead of|besides|in addition to|except for|rather than|as for|apart from) $")
GROUP = re.compile(r"C(?:(?:,? and |,? or |,? & |,? ?/ ?|, | \+ | ?- ?| to | through | thru )C)+")


@dataclass(frozen=True)
class Token:
    """Something known: its letter, its values (codes, one phrase, modifiers or a way of counting), where it stands and its words."""

    letter: str
    values: tuple[str, ...]
    start: int
    end: int
    said: str


@dataclass(frozen=True)
class Tagged:
    """A sentence in lower case with a capital letter for every token; the tokens in the order of their letters."""

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
        self.tag = lru_cache(maxsize=256)(self._tag)

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
        return self._grouped(re.sub(r" +", " ", "".join(parts)).strip(), tokens)

    def _resolved(self, text: str) -> list[Token]:
        """The tokens of `text` without overlaps: codes come before modifiers, those before counts, those before phrases."""
        taken: list[Token] = []
        codes = list(self._codes(text))
        masked = _masked(text, codes)
        modifiers = list(_modifiers(masked, bool(codes)))
        masked = _masked(masked, modifiers)
        counts = list(_counts(masked.lower()))
        taken = codes + modifiers + counts
        masked = _masked(masked, counts)
        taken += [Token("P", (phrase,), start, end, text[start:end]) for start, end, phrase in self.finder.find(masked)]
        return sorted(taken, key=lambda token: token.start)

    def _codes(self, text: str) -> Iterator[Token]:
        floor = 0
        for found in CODE.finditer(text):
            before, after = text[max(floor, found.start() - 60) : found.start()], text[found.end() : found.end() + 40]
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
        named = re.search(r"\b(?:cpt|hcpcs|codes?)[ :#-]*$", before, re.I) is not None
        if NO_CODE_AFTER.match(after) or STATE.search(before) or (NO_CODE_BEFORE.search(before) and not named):
            return False
        return named or number in self.knowledge["codes"] or self.is_near(number)

    def is_near(self, number: str) -> bool:
        """Whether a number that is no code lies where the content names every code."""
        return any(first <= number <= last for first, last in self.knowledge["whole"])

    def _grouped(self, text: str, tokens: list[Token]) -> Tagged:
        """Codes of one list become one token with many values; a range stands for the known codes in it."""
        parts, at, kept, used = [], 0, [], 0
        for found in GROUP.finditer(text):
            if found[0].startswith("C, ") and APART.search(text[: found.start()]):
                continue
            skipped = sum(sign.isupper() for sign in text[at : found.start()])
            members = tokens[used + skipped : used + skipped + found[0].count("C")]
            kept += tokens[used : used + skipped]
            kept.append(Token("C", self._spread(members, found[0]), members[0].start, members[-1].end, members[0].said))
            used += skipped + len(members)
            parts += [text[at : found.start()], "C"]
            at = found.end()
        return Tagged("".join(parts) + text[at:], tuple(kept + tokens[used:]))

    def _spread(self, members: list[Token], text: str) -> tuple[str, ...]:
        values: list[str] = []
        for gap, member in zip(["", *text.split("C")[1:]], members):
            code = member.values[0]
            if values and RANGE.fullmatch(gap) and 0 < _number(code) - _number(values[-1]) <= 12:
                values += [known for known in self.known if values[-1] < known < code and len(known) == len(code)]
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


def _modifiers(text: str, codes: bool) -> Iterator[Token]:
    """Modifiers; the figures among them only where the words around say that they are one."""
    near = codes or "modif" in text.lower()
    for found in MODIFIERS.finditer(text):
        value = found[1] or found[2] or "X"
        lead = BEFORE_MODIFIER.search(text[max(0, found.start() - 24) : found.start()])
        named = "odifier" in found[0] or (lead is not None and lead[1] is not None)
        if named or (value.isalpha() and (near or value != "AT")) or (near and value == "59" and lead is not None):
            start = found.start() - (len(lead[0]) if lead and lead[1] else 0)
            yield Token("M", (value,), max(start, 0), found.end(), value)


def _counts(text: str) -> Iterator[Token]:
    """Ways of counting: 'timed', 'untimed', or the minutes of a unit; the earlier kind wins where two overlap."""
    found: list[Token] = []
    for name, pattern in COUNTS:
        for match in pattern.finditer(text):
            if not any(token.start < match.end() and match.start() < token.end for token in found):
                value = _minutes(match) if name == "minutes" else name
                found.append(Token("T", (value,), match.start(), match.end(), match[0]))
    return iter(sorted(found, key=lambda token: token.start))


def _minutes(match: re.Match[str]) -> str:
    said = match[1] or match[2]
    if said is None:
        return "60" if "hour" in match[0] and "quarter" not in match[0] else "15"
    return str(NUMBERS.get(said.replace("-", " ") if said.startswith("forty") else said, said))
