"""Where a bypass modifier may be: on the column 2 line, or on either line of an edit."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations

from generator.billing.append_modifiers import BilledLine
from generator.billing.edit_lookup import edit_on
from generator.billing.modifiers import BYPASS_MODIFIERS, in_order
from generator.billing.payer_policy import policy_of
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

Claim = tuple[BilledLine, ...]
Move = tuple[int, int]
"""Indices of a column 2 line and of its column 1 line."""


def with_bypass_moved(corpus: Corpus, visit: Visit, claim: Claim) -> Iterator[Claim]:
    """The claim with one or more bypass modifiers on column 1, where the payer accepts that."""
    if not _accepts_either(corpus, visit):
        return
    moves = [move for at in range(len(claim)) if (move := _move(corpus, visit, claim, at))]
    for chosen in chain.from_iterable(
        combinations(moves, number) for number in range(1, len(moves) + 1)
    ):
        yield _moved(claim, chosen)


def _accepts_either(corpus: Corpus, visit: Visit) -> bool:
    rule = corpus.rules.get("ncci-pairs")
    return policy_of(corpus.payers[visit.payer]).is_part_b and any(
        statement.bypass_on_either and statement.effective.covers(visit.date)
        for statement in (rule.statements if rule else ())
    )


def _move(corpus: Corpus, visit: Visit, claim: Claim, at: int) -> Move | None:
    """Nothing where a code has two lines, or more than one edit needs the modifier."""
    line, codes = claim[at], [entry.code for entry in claim]
    column1 = [
        index
        for index, code in enumerate(codes)
        if edit_on(corpus, code, line.code, visit.date, visit.setting)
    ]
    is_plain = len(column1) == 1 and codes.count(line.code) == codes.count(codes[column1[0]]) == 1
    return (at, column1[0]) if is_plain and _bypass(line) else None


def _bypass(line: BilledLine) -> tuple[str, ...]:
    return tuple(name for name in line.modifiers if name in BYPASS_MODIFIERS)


def _moved(claim: Claim, moves: tuple[Move, ...]) -> Claim:
    lines = list(claim)
    for source, target in moves:
        bypass = _bypass(claim[source])
        left = tuple(name for name in lines[source].modifiers if name not in bypass)
        added = in_order((*lines[target].modifiers, *bypass))
        lines[source] = replace(lines[source], modifiers=left)
        lines[target] = replace(lines[target], modifiers=added)
    return tuple(lines)
