"""Keys in words: what is right, which lines the engine bills, and why."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.billing.claim import build_claim
from generator.billing.reasons import Reason, quantity
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answers import Key, line_text, visit_of
from generator.questions.kinds.choose_all.choose_all_kind import ChooseAll, StatementOption
from generator.questions.kinds.choose_all.statement_facts import values_along
from generator.questions.kinds.fill_claim.fill_claim_kind import FillClaim
from generator.questions.kinds.spot_the_error.spot_the_error_kind import SpotTheError
from generator.questions.kinds.units.units_kind import Units

OF_THE_CLAIM = (Units, FillClaim, SpotTheError, ChooseAll)
"""Kinds whose key is read off the whole claim of the visit."""
LONGEST = 80
LINE = re.compile(r"(?P<code>[0-9A-Z]{5})\.(?P<units>\d+)(?P<modifiers>(?:\.[0-9A-Z]{2})*)")
CELL = re.compile(r"line-(?P<line>\d+)\.(?P<cell>\w+)")
WORDS = {
    "not-billable": "that nothing is billed",
    "ask-therapist": "to ask the therapist",
    "missing-line": "that a line is missing",
    "nothing": "that nothing is wrong",
}


def answer_words(answer: str) -> str:
    """An answer's id as an author would say it: '97110 × 2 units' for '97110.2'."""
    if line := LINE.fullmatch(answer):
        modifiers = line["modifiers"].replace(".", " ")
        units = quantity(int(line["units"]), "unit")
        return f"{line['code']} × {line['units'] + modifiers if modifiers else units}"
    if cell := CELL.fullmatch(answer):
        return f"'{cell['cell']}' of line {cell['line']}"
    return WORDS.get(answer, f"'{answer}'")


def right_words(key: Key) -> str:
    """What is right: each whole answer where there are several, else the answers."""
    return ", or ".join(map(joined, key.right_answers)) or joined(key.right) or "none"


def joined(answers: Iterable[str]) -> str:
    """Several answers in words."""
    return " and ".join(map(answer_words, sorted(answers)))


def differing(key: Key, mine: Collection[str]) -> Key:
    """The key with only those right lines that an author's own have not, where lines are asked."""
    rest = key.right - set(mine)
    if not rest or len(key.right_answers) > 1 or not all(map(LINE.fullmatch, key.right)):
        return key
    return replace(key, right=rest, right_answers=())


def why(corpus: Corpus, item: Item, key: Key, mine: Collection[str] = ()) -> str:
    """The lines that the engine bills, each with its reasons; else the reasons of the key.

    Lines that are among the author's own are left out.
    """
    shown = {name.partition(".")[0] for name in differing(key, mine).right}
    every = not all(map(LINE.fullmatch, key.right))
    lines = [text for code, text in _lines(corpus, item) if every or code in ("", *shown)]
    joined = "; ".join(filter(None, lines or [_texts(key.reasons)]))
    return f"{joined}. " if joined else ""


def compared(corpus: Corpus, item: Item, answer: str) -> str:
    """What the facts hold at the slot that a statement compares; empty for any other answer."""
    for option in item.choices:
        if isinstance(option, StatementOption) and option.id == answer:
            *_, value = values_along(corpus, option.holds, item.date)
            slot = f"'{option.holds.slot}' of {option.holds.fact}"
            if option.holds.contradicts:
                return (
                    f"The statement contradicts '{option.holds.contradicts}' in {slot}"
                    f" ({option.holds.error})."
                )
            if option.holds.says:
                return f"The statement is what '{option.holds.says}' in {slot} says."
            wanted = _value(option.holds.equals)
            return f"{slot} is {_value(value)}, and the statement compares it with {wanted}."
    return ""


def _value(value: object) -> str:
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def _lines(corpus: Corpus, item: Item) -> Iterator[tuple[str, str]]:
    """Each line's code and words; what is not billed has no code."""
    if isinstance(item, OF_THE_CLAIM) and getattr(item, "visit", None):
        billed = build_claim(corpus, visit_of(item))
        for line in billed.lines:
            yield str(line.code), f"The engine bills {line_text(line)} ({_texts(line.reasons)})"
        for entry in billed.not_billed:
            yield "", f"Not billed: {_texts([entry.reason])}"


def _texts(reasons: Iterable[Reason]) -> str:
    return " ".join(dict.fromkeys(reason.text for reason in reasons)).rstrip(".")
