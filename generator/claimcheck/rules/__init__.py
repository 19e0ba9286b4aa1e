"""The kinds of statement that are judged, one small module a theme."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.claimcheck.clauses import Reading
from generator.claimcheck.meanings import judge_meanings
from generator.claimcheck.rules.beliefs import judge_beliefs
from generator.claimcheck.rules.coverage import judge_coverage
from generator.claimcheck.rules.modifiers import judge_modifiers
from generator.claimcheck.rules.pairs import judge_pairs
from generator.claimcheck.rules.thresholds import judge_thresholds
from generator.claimcheck.rules.timing import judge_counting, judge_units
from generator.claimcheck.rules.validity import judge_validity
from generator.claimcheck.statement import Statement

Rule = Callable[[Mapping[str, Any], Reading], Iterator[Statement]]
RULES: tuple[Rule, ...] = (
    judge_meanings,
    judge_counting,
    judge_units,
    judge_pairs,
    judge_modifiers,
    judge_thresholds,
    judge_validity,
    judge_coverage,
    judge_beliefs,
)


def judge(knowledge: Mapping[str, Any], reading: Reading) -> tuple[Statement, ...]:
    """Every verdict on a sentence, one for each kind and code; wrong ones first."""
    found = [statement for rule in RULES for statement in rule(knowledge, reading)]
    found.sort(key=lambda statement: statement.verdict != "wrong")
    kept: dict[tuple[str, str | None], Statement] = {}
    for statement in found:
        kept.setdefault((statement.kind, statement.code), statement)
    return tuple(kept.values())
