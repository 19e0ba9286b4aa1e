"""Questions that lead from a technique to its code, grown by asking the engine what it misses.

So no answer can differ from the engine's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.billing.outcomes import Ask, Outcome
from generator.billing.technique_rules import fits_rule, meets, outcome_of
from generator.facts.techniques import CodeRule, Range, Technique

Value = bool | int | str
Known = Mapping[str, Value]
Named = Mapping[str, tuple[Value, ...]]
OPEN = ("purpose", "contact")  # what else there is beside the values that rules name


@dataclass(frozen=True)
class ValueGroup:
    """Values of an attribute that no rule tells apart, as they are shown, and one of them."""

    shown: Range | tuple[Value, ...]
    value: Value


@dataclass(frozen=True)
class TreeAnswer:
    """What the engine says, for what is known.

    `assumed` is what the note must give besides, though only one thing fits.
    """

    outcome: Outcome
    known: Known
    assumed: tuple[tuple[str, ValueGroup], ...] = ()


@dataclass(frozen=True)
class Branch:
    cell: ValueGroup
    next: "TreeQuestion | TreeAnswer"


@dataclass(frozen=True)
class TreeQuestion:
    attribute: str
    branches: tuple[Branch, ...]


TreeNode = TreeQuestion | TreeAnswer


def values_named(techniques: Iterable[Technique]) -> Named:
    """Every value that rules name, by attribute.

    What may be the case where the rules of one technique do not name it.
    """
    found: dict[str, tuple[Value, ...]] = {}
    for technique in techniques:
        for rule in technique.codes:
            for attribute in rule.when:
                found[attribute] = tuple(
                    dict.fromkeys((*found.get(attribute, ()), *_listed(rule, attribute)))
                )
    return found


def build_tree(technique: Technique, named: Named, known: Known | None = None) -> TreeNode:
    """The questions of one technique.

    What is usual of its contact is asked where a rule hangs on it.
    """
    known = _usual(technique) if known is None else known
    outcome = outcome_of(technique, known)
    if not isinstance(outcome, Ask) or outcome.missing in known or outcome.missing == "description":
        return TreeAnswer(outcome, known)
    attribute = outcome.missing
    grown = (
        Branch(cell, build_tree(technique, named, {**known, attribute: cell.value}))
        for cell in _cells(technique, named, known, attribute)
    )
    branches = tuple(branch for branch in grown if not _leads_nowhere(branch.next))
    if len(branches) == 1 and attribute not in OPEN and isinstance(branches[0].next, TreeAnswer):
        answer = branches[0].next
        return replace(answer, assumed=((attribute, branches[0].cell), *answer.assumed))
    return TreeQuestion(attribute, branches)


def answers(node: TreeNode) -> Iterator[TreeAnswer]:
    """Every answer that a tree leads to."""
    if isinstance(node, TreeAnswer):
        yield node
        return
    for branch in node.branches:
        yield from answers(branch.next)


def _usual(technique: Technique) -> Known:
    asked = any("contact" in rule.when for rule in technique.codes)
    return {"contact": technique.contact} if technique.contact and not asked else {}


def _leads_nowhere(node: TreeNode) -> bool:
    return isinstance(node, TreeAnswer) and isinstance(node.outcome, Ask)


def _cells(
    technique: Technique, named: Named, known: Known, attribute: str
) -> Iterator[ValueGroup]:
    """Values in groups that the rules still open do not tell apart, in the order in which rules name them."""
    rules = tuple(
        rule
        for rule in technique.codes
        if attribute in rule.when and fits_rule(rule, known) is not False
    )
    if any(isinstance(rule.when[attribute], Range) for rule in rules):
        yield from _ranges(rules, attribute)
        return
    groups: dict[tuple[bool, ...], list[Value]] = {}
    for value in _universe(technique, named, attribute):
        groups.setdefault(tuple(meets(value, rule.when[attribute]) for rule in rules), []).append(
            value
        )
    yield from (ValueGroup(tuple(values), values[0]) for values in groups.values())


def _universe(technique: Technique, named: Named, attribute: str) -> tuple[Value, ...]:
    """Every value that a rule of the technique names, what is usual of it, and what else there is where that is a closed list."""
    own = [value for rule in technique.codes for value in _listed(rule, attribute)]
    usual = [technique.contact] if attribute == "contact" and technique.contact else []
    others = () if attribute in OPEN else named.get(attribute, ())
    return tuple(dict.fromkeys((*own, *usual, *others)))


def _listed(rule: CodeRule, attribute: str) -> tuple[Value, ...]:
    wanted = rule.when.get(attribute, ())
    return () if isinstance(wanted, Range) else tuple(wanted)


def _ranges(rules: tuple[CodeRule, ...], attribute: str) -> Iterator[ValueGroup]:
    """Whole numbers from 0 on, cut where an open rule begins or ends.

    Neighbours that no rule tells apart are one.
    """
    wanted = [rule.when[attribute] for rule in rules]
    edges = {
        0,
        *(one.at_least or 0 for one in wanted),
        *(one.at_most + 1 for one in wanted if one.at_most is not None),
    }
    starts: list[int] = []
    for start in sorted(edges):
        if not starts or _pattern(start, wanted) != _pattern(starts[-1], wanted):
            starts.append(start)
    for start, following in zip(starts, (*starts[1:], None), strict=True):
        yield ValueGroup(
            Range(at_least=start, at_most=None if following is None else following - 1), start
        )


def _pattern(value: int, wanted: list[Range]) -> tuple[bool, ...]:
    return tuple(meets(value, one) for one in wanted)
