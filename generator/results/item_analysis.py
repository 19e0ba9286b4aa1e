"""What a class's answers say about the questions, and how far a class of that size can say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.questions.kinds.marking import Marking
from generator.results import statistics
from generator.results.answer_totals import AnswerDatabase, RawAnswer
from generator.results.gradebook import GradebookRow
from generator.results.item_notices import Notice, notices, warnings
from generator.results.scoring import is_filled_in, right_picks

DIGITS = 4


@dataclass(frozen=True)
class OptionStats:
    """What one option drew.

    How many learners, and which share of each ability group, the weakest first.
    """

    id: str
    name: str
    right: bool
    count: int
    by_group: tuple[float, ...]


@dataclass(frozen=True)
class ItemStats:
    """`facility` is the mean of the points and `right` the share wholly right, with `interval` its 95 % limits; omitted counts as wrong."""

    id: str
    title: str
    kind: str
    answers: int
    omitted: int
    facility: float
    right: float
    interval: tuple[float, float]
    discrimination: float | None
    seconds: float | None
    pulls: tuple[OptionStats, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Analysis:
    """`mean` and `deviation` are of the learners' points.

    `spread` counts learners by answers wholly right.
    """

    persons: int
    items: tuple[ItemStats, ...]
    mean: float
    deviation: float
    alpha: float | None
    kr20: float | None
    error: float | None
    spread: tuple[tuple[int, int], ...]
    groups: tuple[int, ...]
    exchanges: tuple[tuple[str, str, int], ...]
    warnings: tuple[Notice, ...]


def raw_answers(rows: Sequence[GradebookRow]) -> tuple[tuple[RawAnswer, ...], tuple[str, ...]]:
    """The answers to analyse, and who took part.

    Of each learner the first attempt that stands, since a second is no independent one.
    """
    first: dict[tuple[str, str], GradebookRow] = {}
    for row in (row for row in rows if row.stands):
        learner = row.submission.result.learner
        first.setdefault((learner.name.casefold(), learner.id or ""), row)
    found = tuple(
        RawAnswer(str(person), entry.answer.item, " ".join(entry.answer.response), entry.answer.ms)
        for person, row in enumerate(first.values())
        for entry in row.marked
        if entry.score or (entry.flag and entry.flag.name == "not-offered")
    )
    return found, tuple(map(str, range(len(first))))


def analyze(
    tally: AnswerDatabase,
    keys: Mapping[str, Marking],
    items: Sequence[str],
    changed: frozenset[str] = frozenset(),
) -> Analysis | None:
    """The analysis of what `tally` holds over `items`; None where nobody took part.

    `changed` are items whose key is new since.
    """
    count = tally.persons
    if not count:
        return None
    t, tt, w, ww = tally.totals()
    sums = {name: rest for name, *rest in tally.items()}
    sizes = tally.group_sizes()
    groups = tuple(sizes.get(group, 0) for group in range(tally.groups))
    pulls, seconds = _pulls(tally, keys, groups), tally.seconds()
    asked = [name for name in items if name in keys]
    found = [
        _item(
            keys[name],
            count,
            sums.get(name, (0, 0, 0, 0, 0)),
            t,
            tt,
            seconds.get(name, []),
            pulls.get(name, ()),
        )
        for name in asked
    ]
    usual = statistics.median_of(
        [(entry.seconds, 1) for entry in found if entry.seconds is not None]
    )
    noted = tuple(
        _with_notices(entry, keys[entry.id], count, usual, entry.id in changed) for entry in found
    )
    spread = statistics.variance(t, tt, count)
    alpha = statistics.alpha(
        (statistics.variance(x, xx, count) for _, x, xx, _, _ in _of(sums, asked)), spread
    )
    kr20 = statistics.alpha(
        (statistics.variance(r, r, count) for *_, r in _of(sums, asked)),
        statistics.variance(w, ww, count),
    )
    error = statistics.standard_error(spread, alpha)
    return Analysis(
        count,
        noted,
        _round(t / count),
        _round(spread**0.5),
        _round(alpha),
        _round(kr20),
        _round(error),
        tuple(tally.spread()),
        groups,
        tuple(tally.exchanges()),
        warnings(count, len(asked)),
    )


def _of(sums: Mapping[str, Sequence[float]], asked: Sequence[str]) -> list[Sequence[float]]:
    return [sums.get(name, (0, 0, 0, 0, 0)) for name in asked]


def _item(
    marking: Marking,
    count: int,
    sums: Sequence[float],
    t: float,
    tt: float,
    seconds: list[tuple[float, int]],
    pulls: tuple[OptionStats, ...],
) -> ItemStats:
    answers, x, xx, xt, right = sums
    low, high = statistics.wilson(right, count)
    return ItemStats(
        marking.id,
        marking.title,
        marking.kind,
        answers,
        count - answers,
        _round(statistics.facility(x, count)),
        _round(right / count),
        (_round(low), _round(high)),
        _round(statistics.item_rest(count, x, xx, xt, t, tt)),
        statistics.median_of(seconds),
        pulls or _unpicked(marking, ()),
    )


def _with_notices(
    entry: ItemStats, marking: Marking, count: int, usual: float | None, changed: bool
) -> ItemStats:
    return ItemStats(**{**vars(entry), "notices": notices(entry, marking, count, usual, changed)})


def _pulls(
    tally: AnswerDatabase, keys: Mapping[str, Marking], groups: tuple[int, ...]
) -> dict[str, tuple[OptionStats, ...]]:
    counted: dict[str, dict[str, list[int]]] = {}
    for item, pick, group, times in tally.picks():
        counted.setdefault(item, {}).setdefault(pick, [0] * len(groups))[group] += times
    return {item: _pulls_of(keys[item], picked, groups) for item, picked in counted.items()}


def _pulls_of(
    marking: Marking, picked: Mapping[str, list[int]], groups: tuple[int, ...]
) -> tuple[OptionStats, ...]:
    """In the order of the options; for what is filled in, the most frequent first.

    Options that drew nobody are there too.
    """
    right, names = right_picks(marking), {option.id: option.name for option in marking.options}
    found = tuple(
        OptionStats(
            pick,
            names.get(pick, pick),
            pick in right,
            sum(times),
            tuple(
                _round(one / size) if size else 0.0 for one, size in zip(times, groups, strict=True)
            ),
        )
        for pick, times in picked.items()
    )
    if is_filled_in(marking):
        return tuple(sorted(found, key=lambda pull: (-pull.count, pull.id)))
    return _unpicked(marking, found, len(groups))


def _unpicked(
    marking: Marking, found: tuple[OptionStats, ...], groups: int = 0
) -> tuple[OptionStats, ...]:
    if is_filled_in(marking):
        return found
    by_id = {pull.id: pull for pull in found}
    return tuple(
        by_id.get(one.id, OptionStats(one.id, one.name, one.right, 0, (0.0,) * groups))
        for one in marking.options
    )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS) + 0.0
