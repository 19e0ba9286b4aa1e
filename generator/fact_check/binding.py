"""Which phrase of a clause is said of which code."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.fact_check import language as words
from generator.fact_check.clauses import Clause
from generator.fact_check.patterns import compiled
from generator.fact_check.tokens import Token, spots

FORWARD_LINKS, FORWARD_STOPS = compiled(words.FORWARD_LINKS), compiled(words.FORWARD_STOPS)
BACKWARD_LINKS, BACKWARD_STOPS = compiled(words.BACKWARD_LINKS), compiled(words.BACKWARD_STOPS)
BACKWARD_LEFT_STOPS = compiled(words.BACKWARD_LEFT_STOPS)
CODE_LEFT_STOPS = compiled(words.CODE_LEFT_STOPS)
RIGHT_CODE, CONDITION = compiled(words.RIGHT_CODE), compiled(words.CONDITION)
BILL_FOR_IT, FOR_IT = compiled(words.BILL_FOR_IT), compiled(words.FOR_IT)
LIST_GAP, PURPOSE_GAP = compiled(words.LIST_GAP), compiled(words.PURPOSE_GAP)
BILLING = compiled(r"\b(?:bill|cod|report|submit|charg|claim|use|document)\w*(?: \w+){0,3} ?$")
COUNT_BACKWARD = compiled(words.COUNT_BACKWARD)
HEAD_GAP = compiled(r"^ (?:on|in|of|with|for|at|by|from)(?: the| a| an)? $")
LONGEST_GAP = 160
MAX_TOKENS = 80

Joint = Literal["link", "list", "purpose"]


@dataclass(frozen=True)
class Said:
    """A phrase said of codes.

    `joint` tells whether by a link of its own or as one of a list or purpose after such a one.
    """

    code: Token
    phrase: Token
    joint: Joint
    forward: bool
    gap: str


def bind(clause: Clause, letter: str = "P") -> tuple[Said, ...]:
    """What a clause says of its codes, in the order of the phrases."""
    if letter not in clause.text or "C" not in clause.text:
        return ()
    tokens, places = clause.tokens[:MAX_TOKENS], spots(clause.text)
    wanted = [index for index, token in enumerate(tokens) if token.letter == letter]
    direct = {index: _direct(clause.text, places, tokens, index, letter) for index in wanted}
    return tuple(
        _chained(
            clause.text,
            places,
            tokens,
            wanted,
            {index: said for index, said in direct.items() if said},
        )
    )


def _direct(
    text: str, places: list[int], tokens: tuple[Token, ...], index: int, letter: str
) -> Said | None:
    left = _nearest(tokens, range(index - 1, -1, -1), letter)
    right = _nearest(tokens, range(index + 1, len(tokens)), letter)
    ahead = _forward(text, places, tokens, left, index) if left is not None else None
    behind = _backward(text, places, tokens, index, right) if right is not None else None
    if ahead and behind and bool(ahead.gap.strip()) != bool(behind.gap.strip()):
        return ahead if ahead.gap.strip() else behind
    if ahead and behind:
        return (
            behind
            if behind.gap.startswith(" (") and not ahead.gap.startswith(" (")
            else (ahead if tokens[0].letter == "C" else behind)
        )
    return ahead or behind


def _nearest(tokens: tuple[Token, ...], order: range, letter: str) -> int | None:
    """The next code in that direction, with no other phrase of the kind between."""
    for index in order:
        if tokens[index].letter == "C":
            return index
        if tokens[index].letter == letter:
            return None
    return None


def _forward(
    text: str, places: list[int], tokens: tuple[Token, ...], code: int, phrase: int
) -> Said | None:
    gap = text[places[code] + 1 : places[phrase]]
    before, after = text[: places[code]], text[places[phrase] + 1 :]
    gap = gap.removeprefix(")")
    gap = gap.removesuffix("and ") if tokens[phrase].letter == "T" else gap
    if (
        len(gap) > LONGEST_GAP
        or not FORWARD_LINKS.match(gap.rstrip() or "")
        or FORWARD_STOPS.search(gap)
    ):
        return None
    if (
        gap.startswith(", ")
        and len(gap) < 7
        and not (
            after.startswith((" code,", " code."))
            or after == " code"
            or (gap == ", " and not before.strip() and after[:1] in ("", ",", "."))
        )
    ):
        return None
    if BACKWARD_LEFT_STOPS.search(before) or CODE_LEFT_STOPS.search(before):
        return None
    return Said(tokens[code], tokens[phrase], "link", True, gap)


def _backward(
    text: str, places: list[int], tokens: tuple[Token, ...], phrase: int, code: int
) -> Said | None:
    gap = text[places[phrase] + 1 : places[code]]
    before, after = text[: places[phrase]].rstrip(), text[places[code] + 1 :]
    if len(gap) > LONGEST_GAP or BACKWARD_LEFT_STOPS.search(before):
        return None
    if FOR_IT.match(after) and BILL_FOR_IT.search(gap):
        return Said(tokens[code], tokens[phrase], "link", False, gap)
    if tokens[phrase].letter == "T":
        return (
            Said(tokens[code], tokens[phrase], "link", False, gap)
            if COUNT_BACKWARD.match(gap.rstrip())
            else None
        )
    if (
        RIGHT_CODE.match(after)
        and CONDITION.match(text)
        and not BACKWARD_STOPS.search(gap.rstrip(" ,"))
    ):
        return Said(tokens[code], tokens[phrase], "link", False, gap)
    plain = gap.strip()
    if plain in ("with", "as", "by", "in", "to"):
        return (
            Said(tokens[code], tokens[phrase], "link", False, gap)
            if BILLING.search(before)
            else None
        )
    if not BACKWARD_LINKS.match(gap.rstrip() or "") or BACKWARD_STOPS.search(gap):
        return None
    if gap == ", " and after[:1] not in ("", ",", ".", ")"):
        return None
    return Said(tokens[code], tokens[phrase], "link", False, gap)


def _chained(
    text: str,
    places: list[int],
    tokens: tuple[Token, ...],
    wanted: list[int],
    direct: dict[int, Said],
) -> Iterator[Said]:
    """The bound phrases, and those that hang on one of them by 'and', by a comma or as its purpose."""
    bound = dict(direct)
    for here, after in zip(wanted, wanted[1:]):
        if here in bound and after not in bound:
            _hang(text, places, tokens, bound, here, after, forward=True)
    for after, here in reversed(list(zip(wanted, wanted[1:]))):
        if here in bound and after not in bound and not bound[here].forward:
            _hang(text, places, tokens, bound, here, after, forward=False)
    yield from (bound[index] for index in wanted if index in bound)


def _hang(
    text: str,
    places: list[int],
    tokens: tuple[Token, ...],
    bound: dict[int, Said],
    held: int,
    loose: int,
    forward: bool,
) -> None:
    low, high = min(held, loose), max(held, loose)
    gap = text[places[low] + 1 : places[high]]
    if any(tokens[index].letter == "C" for index in range(low + 1, high)) or len(gap) > LONGEST_GAP:
        return
    if not forward and HEAD_GAP.match(gap):
        bound[loose], bound[held] = (
            replace(bound[held], phrase=tokens[loose]),
            replace(bound[held], joint="purpose"),
        )
        return
    joint: Joint | None = (
        "list"
        if LIST_GAP.match(gap)
        else (
            "purpose"
            if forward and PURPOSE_GAP.match(gap) and not FORWARD_STOPS.search(gap)
            else None
        )
    )
    if joint == "list" and bound[held].joint == "purpose":
        joint = "purpose"
    if joint:
        bound[loose] = Said(bound[held].code, tokens[loose], joint, bound[held].forward, gap)
