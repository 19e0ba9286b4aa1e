"""Add-on codes: none is paid without the code that it adds to."""

from collections.abc import Collection, Iterator

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    PayerCase,
    Pended,
    Ruling,
    asked,
    decided,
)
from generator.facts.corpus import Corpus

SOURCES = ("ngs-add-on-codes-2025",)


def bases_of(corpus: Corpus, code: str) -> tuple[str, ...]:
    """The codes to which an add-on adds, its own first; none for any other code."""
    base = corpus.bases.get(code)
    return tuple(one for one in (base, corpus.one_initial.get(base or "")) if one)


def rule_on_add_ons(case: PayerCase, lines: Lines, waiting: Collection[int]) -> Iterator[Ruling]:
    """Of `lines`, which nothing has decided; those of a claim that wait have numbers in `waiting`.

    The primary code may be of another day, since codes of a month are, or on an earlier claim.
    """
    sound = {line.code for line in lines} | {one.code for one in case.account.earlier}
    open_codes = {line.code for line in case.lines if line.number in waiting}
    for line in lines:
        bases = bases_of(case.corpus, line.code)
        if not bases or not sound.isdisjoint(bases):
            continue
        named = {"code": line.code, "base": bases[0]}
        facts = (f"codes/{bases[0]}", f"codes/{line.code}")
        if open_codes.isdisjoint(bases):
            yield Denial(line.number, "no-base", decided("no-base", facts, **named))
        else:
            yield Pended(line.number, asked("base-waits", facts, SOURCES, **named))
