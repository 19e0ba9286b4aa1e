"""The kinds of statement that are judged, one small module a theme."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Reading
from generator.fact_check.meanings import judge_meanings
from generator.fact_check.rules.beliefs import judge_beliefs
from generator.fact_check.rules.coverage import judge_coverage
from generator.fact_check.rules.edit_rules import judge_pairs
from generator.fact_check.rules.modifier_rules import judge_modifiers
from generator.fact_check.rules.thresholds import judge_thresholds
from generator.fact_check.rules.timing import judge_counting, judge_units
from generator.fact_check.rules.validity import judge_validity
from generator.fact_check.statement import Statement

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
