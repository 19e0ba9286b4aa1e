"""The visits, or units, that a payer covers in a year, against those used before this visit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.facts.base import Fact
from generator.facts.payer_terms import VisitLimit
from generator.facts.visits import Visit

Words = tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class PayerNote:
    """Something to watch; where `missing` names something to ask, the codes wait for it."""

    name: str
    missing: str = ""
    fact: Fact | None = None
    words: Words = ()


def limit_findings(
    limits: Iterable[VisitLimit], visit: Visit, units: int, authorized: bool
) -> Iterator[PayerNote]:
    """What each limit that may concern the visit makes of it; `units` are those of the claim."""
    for limit in limits:
        if _may_concern(limit, visit) and not (authorized and not limit.hard):
            yield from _of_limit(limit, visit, units)


def _may_concern(limit: VisitLimit, visit: Visit) -> bool:
    return (
        limit.effective.covers(visit.date)
        and (not limit.disciplines or visit.discipline in limit.disciplines)
        and (limit.care is None or visit.care in (None, limit.care))
        and (limit.from_age is None or visit.age is None or visit.age >= limit.from_age)
    )


def _of_limit(limit: VisitLimit, visit: Visit, units: int) -> Iterator[PayerNote]:
    counted = limit.disciplines or tuple(visit.used_this_year)
    known = [visit.used_this_year[name] for name in counted if name in visit.used_this_year]
    used, complete = sum(known), bool(counted) and len(known) == len(counted)
    words = (("most", limit.most), ("what", limit.of), ("used", used))
    if used >= limit.most or not complete:
        yield _held(limit, visit, complete or used >= limit.most, words)
    elif limit.of == "units" and used + units > limit.most:
        over: Words = (("units", units), ("left", limit.most - used))
        yield PayerNote("limit-units", fact=limit, words=(*words, *over))
    elif limit.of == "visits" and used + 1 == limit.most:
        yield PayerNote("limit-last", fact=limit, words=words)


def _held(limit: VisitLimit, visit: Visit, reached: bool, words: Words) -> PayerNote:
    if limit.from_age is not None and visit.age is None:
        return PayerNote("limit-age", "age", words=(("age", limit.from_age),))
    if limit.care is not None and visit.care is None:
        return PayerNote("limit-care", "care")
    if not reached:
        return PayerNote("limit-used", "used_this_year", limit, words)
    if visit.denial_wanted:
        return PayerNote("limit-denial", fact=limit, words=words)
    return PayerNote("limit-hard" if limit.hard else "limit-soft", "visit_limit", limit, words)
