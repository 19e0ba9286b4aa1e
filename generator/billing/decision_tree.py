"""Questions that lead from a technique to its code, built by asking the engine what it misses.

So no answer can differ from the engine's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.billing.attributes import fits, meets
from generator.billing.reasons import Ask, Outcome
from generator.billing.select_codes import outcome_of
from generator.facts.techniques import CodeRule, Range, Technique

Value = bool | int | str
Known = Mapping[str, Value]
Named = Mapping[str, tuple[Value, ...]]
OPEN = ("purpose", "contact")
"""Attributes with other values than those that rules name."""


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
    """Some values of an attribute, and what comes next."""

    cell: ValueGroup
    next: "TreeQuestion | TreeAnswer"


@dataclass(frozen=True)
class TreeQuestion:
    """An attribute that decides, with the values to choose from."""

    attribute: str
    branches: tuple[Branch, ...]


TreeNode = TreeQuestion | TreeAnswer


def values_named(techniques: Iterable[Technique]) -> Named:
    """Every value that rules name, by attribute: what else may be the case in other techniques."""
    found: dict[str, dict[Value, None]] = {}
    for technique in techniques:
        for rule in technique.codes:
            for attribute in rule.when:
                found.setdefault(attribute, {}).update(dict.fromkeys(_listed(rule, attribute)))
    return {attribute: tuple(values) for attribute, values in found.items()}


def build_tree(technique: Technique, named: Named, known: Known | None = None) -> TreeNode:
    """The questions of one technique; its usual contact is asked where a rule hangs on it."""
    known = _usual(technique) if known is None else known
    outcome = outcome_of(technique, known)
    if not isinstance(outcome, Ask) or outcome.missing in known or outcome.missing == "description":
        return TreeAnswer(outcome, known)
    attribute = outcome.missing
    built = (
        Branch(group, build_tree(technique, named, {**known, attribute: group.value}))
        for group in _groups(technique, named, known, attribute)
    )
    branches = tuple(branch for branch in built if not _is_dead_end(branch.next))
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


def _is_dead_end(node: TreeNode) -> bool:
    return isinstance(node, TreeAnswer) and isinstance(node.outcome, Ask)


def _groups(
    technique: Technique, named: Named, known: Known, attribute: str
) -> Iterator[ValueGroup]:
    """Values that the rules still open do not tell apart, in the order in which rules name them."""
    wanted = [
        value
        for rule in technique.codes
        for name, value in rule.when.items()
        if name == attribute and fits(rule.when, known) is not False
    ]
    ranges = [entry for entry in wanted if isinstance(entry, Range)]
    if ranges:
        yield from _ranges(ranges)
        return
    groups: dict[tuple[bool, ...], list[Value]] = {}
    for value in _possible_values(technique, named, attribute):
        groups.setdefault(_pattern(value, wanted), []).append(value)
    yield from (ValueGroup(tuple(values), values[0]) for values in groups.values())


def _possible_values(technique: Technique, named: Named, attribute: str) -> tuple[Value, ...]:
    """What the technique's rules name, what is usual, and for a closed list all that rules name."""
    own = [value for rule in technique.codes for value in _listed(rule, attribute)]
    usual = [technique.contact] if attribute == "contact" and technique.contact else []
    others = () if attribute in OPEN else named.get(attribute, ())
    return tuple(dict.fromkeys((*own, *usual, *others)))


def _listed(rule: CodeRule, attribute: str) -> tuple[Value, ...]:
    lists = (wanted for name, wanted in rule.when.items() if name == attribute)
    return tuple(value for wanted in lists if isinstance(wanted, tuple) for value in wanted)


def _ranges(wanted: Sequence[Range]) -> Iterator[ValueGroup]:
    """Whole numbers from 0 on, cut where a rule begins or ends; alike neighbors are one."""
    cuts = {
        0,
        *(one.at_least or 0 for one in wanted),
        *(one.at_most + 1 for one in wanted if one.at_most is not None),
    }
    starts: list[int] = []
    for start in sorted(cuts):
        if not starts or _pattern(start, wanted) != _pattern(starts[-1], wanted):
            starts.append(start)
    for start, following in zip(starts, (*starts[1:], None), strict=True):
        last = None if following is None else following - 1
        yield ValueGroup(Range(at_least=start, at_most=last), start)


def _pattern(
    value: Value, wanted: Sequence[Range | tuple[bool | str, ...]] | Sequence[Range]
) -> tuple[bool, ...]:
    return tuple(meets(value, one) for one in wanted)
