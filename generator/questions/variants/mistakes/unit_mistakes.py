"""Mistakes that lead to other numbers of units: the day counted in a wrong way."""

from collections import Counter
from collections.abc import Callable, Mapping

from generator.facts.rule_figures import Counting
from generator.questions.variants.counted_day import CountedMinutes

Units = Mapping[str, int]
UnitMistake = Callable[[CountedMinutes], Units | None]


def _alone(how: Callable[[int, Counting], int]) -> UnitMistake:
    """Each timed code counted by itself, in the way given; untimed codes once."""
    return lambda day: _with_untimed(
        day, {code: how(spent, day.counting) for code, spent in day.timed.items()}
    )


def counted_by(method: str) -> UnitMistake:
    """The method of another payer."""
    return lambda day: (
        None if day.method == method or not day.timed else _counted(day, day.timed, method)
    )


def session_length(day: CountedMinutes) -> Units | None:
    """Minutes of rest, writing and modalities counted too.

    What they add goes to the code with the most minutes.
    """
    if not day.timed or not day.other_minutes:
        return None
    return _counted(day, _to_the_longest(day, day.timed, day.other_minutes))


def untimed_by_time(day: CountedMinutes) -> Units | None:
    """The minutes of an untimed code turned into units."""
    if not any(day.untimed.values()):
        return None
    return {
        **_shared(day, day.timed),
        **{code: day.counting.units_in(spent) for code, spent in day.untimed.items()},
    }


def untimed_in_the_pool(day: CountedMinutes) -> Units | None:
    """The minutes of an untimed code added to the total of the timed ones."""
    if day.method != "cms" or not any(day.untimed.values()) or not day.timed:
        return None
    return _counted(day, _to_the_longest(day, day.timed, sum(day.untimed.values())))


def bundled_billed(day: CountedMinutes) -> Units | None:
    """One unit for each code that the payer never pays."""
    return {**_counted(day, day.timed), **dict.fromkeys(day.unpaid, 1)} if day.unpaid else None


def counted_others(day: CountedMinutes) -> Units | None:
    """Minutes of an aide or a student counted like a therapist's."""
    if not day.by_others:
        return None
    return _counted(day, Counter(day.timed) + Counter(day.by_others))


def short_ones_dropped(day: CountedMinutes) -> Units | None:
    """Services below the minutes of a first unit left out before anything is added up."""
    long = {code: spent for code, spent in day.timed.items() if spent >= day.counting.least}
    return (
        _with_untimed(day, {**dict.fromkeys(day.timed, 0), **_shared(day, long)})
        if len(long) < len(day.timed)
        else None
    )


def rest_to_the_longest(day: CountedMinutes) -> Units | None:
    """The right total, but the units left after full quarters go to the code with most minutes."""
    if day.method != "cms" or not day.timed:
        return None
    full = {code: spent // day.counting.size for code, spent in day.timed.items()}
    left = day.counting.units_in(sum(day.timed.values())) - sum(full.values())
    return _with_untimed(day, _to_the_longest(day, full, left))


def pair_ignored(day: CountedMinutes) -> Units | None:
    """Both codes of a pair that no modifier parts."""
    return _counted(day, {**day.timed, **day.denied}) if day.denied else None


def _shared(
    day: CountedMinutes, minutes: Mapping[str, int], method: str | None = None
) -> dict[str, int]:
    if not minutes:
        return {}
    count = day.methods[method or day.method].count(tuple(sorted(minutes.items())))
    return {**dict.fromkeys(minutes, 0), **dict(count.allocations.first)}


def _counted(
    day: CountedMinutes, minutes: Mapping[str, int], method: str | None = None
) -> dict[str, int]:
    return _with_untimed(day, _shared(day, minutes, method))


def _to_the_longest(day: CountedMinutes, numbers: Mapping[str, int], more: int) -> dict[str, int]:
    longest = max(day.timed, key=lambda code: (day.timed[code], code))
    return {**numbers, longest: numbers[longest] + more}


def _with_untimed(day: CountedMinutes, units: Mapping[str, int]) -> dict[str, int]:
    return {**units, **dict.fromkeys(day.untimed, 1)}


UNIT_MISTAKES: Mapping[str, UnitMistake] = {
    "each-counted-alone": counted_by("ama"),
    "pooled-where-it-should-not": counted_by("cms"),
    "forgot-the-remainder": _alone(lambda spent, counting: spent // counting.size),
    "one-unit-a-service": _alone(lambda spent, counting: 1),
    "every-start-a-unit": _alone(lambda spent, counting: -(-spent // counting.size)),
    "one-unit-per-8-minutes": _alone(lambda spent, counting: spent // counting.least),
    "session-length": session_length,
    "untimed-by-time": untimed_by_time,
    "untimed-in-the-pool": untimed_in_the_pool,
    "bundled-billed": bundled_billed,
    "counted-others": counted_others,
    "short-ones-dropped": short_ones_dropped,
    "rest-to-the-longest": rest_to_the_longest,
    "pair-ignored": pair_ignored,
}
