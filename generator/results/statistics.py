"""The formulas of classical item analysis, on sums: nothing here grows with the number of learners.

Sources: G. F. Kuder and M. W. Richardson, "The theory of the estimation of test reliability",
Psychometrika 2 (1937) 151-160; L. J. Cronbach, "Coefficient alpha and the internal structure of
tests", Psychometrika 16 (1951) 297-334; S. Henrysson, "Correction of item-total correlations in
item analysis", Psychometrika 28 (1963) 211-218; E. B. Wilson, "Probable inference, the law of
succession, and statistical inference", JASA 22 (1927) 209-212; F. M. Lord and M. R. Novick,
Statistical Theories of Mental Test Scores (1968), ch. 2 to 4 and 15.
"""

from collections.abc import Iterable
from math import sqrt

from generator.results.limits import TINY, Z95


def variance(total: float, squares: float, count: int) -> float:
    """Over the whole class.

    The sum of squared deviations by `count`, from the sum of values and of their squares.
    """
    return max(0.0, squares / count - (total / count) ** 2)


def facility(points: float, count: int) -> float:
    """The mean of an item's points, from 0 to 1.

    Lord and Novick's difficulty p, high where an item is easy.
    """
    return points / count


def item_rest(count: int, x: float, xx: float, xt: float, t: float, tt: float) -> float | None:
    """Pearson's r between an item's points and the total of all other items (Henrysson 1963).

    None where either does not vary.

    x, xx: sums of the points and their squares; t, tt: of the totals; xt: of points times total.
    With R = T - X the sums over R are r = t - x, rr = tt - 2 xt + xx, xr = xt - xx.
    """
    r, rr, xr = t - x, tt - 2 * xt + xx, xt - xx
    spread = (count * xx - x * x) * (count * rr - r * r)
    if count < 2 or count * xx - x * x < TINY or count * rr - r * r < TINY:
        return None
    return max(-1.0, min(1.0, (count * xr - x * r) / sqrt(spread)))


def alpha(variances: Iterable[float], total: float) -> float | None:
    """Cronbach's alpha: k / (k - 1) * (1 - sum of the items' variances / variance of the totals).

    None for one item or no spread.

    Of items that are right or wrong it is Kuder and Richardson's formula 20, where p * q is the
    variance of an item.
    """
    each = tuple(variances)
    if len(each) < 2 or total < TINY:
        return None
    return len(each) / (len(each) - 1) * (1 - sum(each) / total)


def standard_error(total: float, reliability: float | None) -> float | None:
    """Of measurement, in points.

    The totals' standard deviation times the root of 1 - reliability.
    """
    return None if reliability is None else sqrt(total * max(0.0, 1 - max(0.0, reliability)))


def wilson(successes: float, count: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion (Wilson 1927)."""
    share, z = successes / count, Z95 * Z95
    middle, spread = (
        share + z / (2 * count),
        Z95 * sqrt(share * (1 - share) / count + z / (4 * count * count)),
    )
    return max(0.0, (middle - spread) / (1 + z / count)), min(
        1.0, (middle + spread) / (1 + z / count)
    )


def median_of(counts: Iterable[tuple[float, int]]) -> float | None:
    """The median of values given with how often each occurs.

    The mean of the middle two where there are two.
    """
    ordered = sorted(counts)
    total = sum(times for _, times in ordered)
    if not total:
        return None
    return (_at(ordered, (total - 1) // 2) + _at(ordered, total // 2)) / 2


def _at(ordered: list[tuple[float, int]], rank: int) -> float:
    seen = 0
    for value, times in ordered:
        seen += times
        if seen > rank:
            return value
    raise IndexError(rank)
