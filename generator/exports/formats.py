"""The table of formats: what each makes of questions, and what it loses of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.plan import Plan
from generator.exports.question import Question
from generator.exports.report import Loss

Export = Callable[[Sequence[Question], Plan], Mapping[str, bytes]]
Losses = Callable[[Sequence[Question], Plan], tuple[Loss, ...]]


@dataclass(frozen=True)
class Format:
    """`export` gives files by name, the plan's id leading; `losses` says of each question what this format cannot carry."""

    name: str
    title: str
    export: Export
    losses: Losses


FORMATS: Mapping[str, Format] = {}
