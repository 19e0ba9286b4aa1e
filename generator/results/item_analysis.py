"""What a class's answers say about the questions, and how far a class of that size can say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.questions.kinds.marking import Marking
from generator.results import statistics
from generator.results.answer_totals import AnswerDatabase, ClassSums, ItemSums, RawAnswer
from generator.results.gradebook import GradebookRow
from generator.results.item_notices import notices, warnings
from generator.results.item_stats import Analysis, ItemStats, OptionStats
from generator.results.scoring import is_filled_in, right_picks

DIGITS = 4


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


@dataclass(frozen=True)
class _Collected:
    """What the database has to say, by item where it is of one."""

    count: int
    totals: ClassSums
    sums: Mapping[str, ItemSums]
    seconds: Mapping[str, list[tuple[float, int]]]
    pulls: Mapping[str, tuple[OptionStats, ...]]


def analyze(
    database: AnswerDatabase,
    keys: Mapping[str, Marking],
    items: Sequence[str],
    changed: frozenset[str] = frozenset(),
) -> Analysis | None:
    """The analysis of the answers to `items`; None where nobody took part.

    `changed` are items whose key is new since.
    """
    count = database.persons
    if not count:
        return None
    sizes = database.group_sizes()
    groups = tuple(sizes.get(group, 0) for group in range(database.groups))
    pulls = _pulls(database, keys, groups)
    collected = _Collected(count, database.totals(), database.items(), database.seconds(), pulls)
    asked = [name for name in items if name in keys]
    found = [_item(keys[name], collected) for name in asked]
    usual = statistics.median_of((one.seconds, 1) for one in found if one.seconds is not None)
    return Analysis(
        count,
        tuple(
            replace(one, notices=notices(one, keys[one.id], count, usual, one.id in changed))
            for one in found
        ),
        *_of_class(collected, asked),
        spread=tuple(database.spread()),
        groups=groups,
        exchanges=tuple(database.exchanges()),
        warnings=warnings(count, len(asked)),
    )


def _of_class(
    collected: _Collected, asked: Sequence[str]
) -> tuple[float, float, float | None, float | None, float | None]:
    """Mean and deviation of the points, alpha, KR-20, and the standard error of measurement."""
    count, totals = collected.count, collected.totals
    sums = [collected.sums.get(name, ItemSums()) for name in asked]
    spread = statistics.variance(totals.points, totals.squares, count)
    alpha = statistics.alpha(
        (statistics.variance(one.points, one.squares, count) for one in sums), spread
    )
    kr20 = statistics.alpha(
        (statistics.variance(one.right, one.right, count) for one in sums),
        statistics.variance(totals.right, totals.right_squares, count),
    )
    error = statistics.standard_error(spread, alpha)
    mean, deviation = _rounded(totals.points / count), _rounded(spread**0.5)
    return mean, deviation, _round(alpha), _round(kr20), _round(error)


def _item(marking: Marking, collected: _Collected) -> ItemStats:
    count, totals = collected.count, collected.totals
    sums = collected.sums.get(marking.id, ItemSums())
    low, high = statistics.wilson(sums.right, count)
    rest = statistics.item_rest(
        count, sums.points, sums.squares, sums.products, totals.points, totals.squares
    )
    return ItemStats(
        marking.id,
        marking.title,
        marking.kind,
        sums.answers,
        count - sums.answers,
        _rounded(statistics.facility(sums.points, count)),
        _rounded(sums.right / count),
        (_rounded(low), _rounded(high)),
        _round(rest),
        statistics.median_of(collected.seconds.get(marking.id, ())),
        collected.pulls.get(marking.id) or _unpicked(marking, ()),
    )


def _pulls(
    database: AnswerDatabase, keys: Mapping[str, Marking], groups: tuple[int, ...]
) -> dict[str, tuple[OptionStats, ...]]:
    counted: dict[str, dict[str, list[int]]] = {}
    for item, pick, group, times in database.picks():
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
                _rounded(one / size) if size else 0.0
                for one, size in zip(times, groups, strict=True)
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


def _rounded(value: float) -> float:
    return round(value, DIGITS) + 0.0


def _round(value: float | None) -> float | None:
    return None if value is None else _rounded(value)
