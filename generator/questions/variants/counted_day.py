"""A visit as somebody who counts sees it.

Minutes by code, the untimed, the unpaid, and what nobody may bill.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.billing.apply_edits import apply_edits
from generator.billing.coded_services import CodedService, code_service
from generator.billing.outcomes import NotBillable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.visits import Service, Visit
from generator.questions.variants.mistakes.code_mistakes import answer

OTHERS = ("aide", "student")


@dataclass(frozen=True)
class Day:
    """Minutes by code.

    `timed` and `untimed` are billed, `denied` a pair takes off, `unpaid` this payer never pays.

    `by_others` are minutes of people who may not bill, `other_minutes` all that is neither timed
    nor denied.
    """

    method: str
    timed: Mapping[str, int]
    untimed: Mapping[str, int]
    denied: Mapping[str, int]
    unpaid: Mapping[str, int]
    by_others: Mapping[str, int]
    other_minutes: int


def day_of(corpus: Corpus, visit: Visit) -> Day:
    sorted_services = [code_service(corpus, visit, service) for service in visit.services]
    works = tuple(found for found in sorted_services if isinstance(found, CodedService))
    kept = apply_edits(corpus, visit, works).works
    timed = _minutes(work for work in kept if work.timed)
    everything = sum(service.minutes or 0 for service in visit.services)
    denied = _minutes(work for work in works if work not in kept)
    return Day(
        corpus.payers[visit.payer].unit_method,
        timed,
        _minutes(work for work in kept if not work.timed),
        denied,
        {
            code: service.minutes or 0
            for service in visit.services
            for code in _unpaid(corpus, visit, service)
        },
        _by_others(corpus, visit),
        everything - sum(timed.values()) - sum(denied.values()),
    )


def _minutes(works: Iterable[CodedService]) -> dict[str, int]:
    found: dict[str, int] = {}
    for work in sorted(works, key=lambda work: work.code):
        found[work.code] = found.get(work.code, 0) + work.minutes
    return found


def _unpaid(corpus: Corpus, visit: Visit, service: Service) -> tuple[str, ...]:
    """The code that fits a service which the payer does not pay, whoever furnished it."""
    outcome = select_code(corpus, visit, service)
    return outcome.codes if isinstance(outcome, NotBillable) and service.by not in OTHERS else ()


def _by_others(corpus: Corpus, visit: Visit) -> dict[str, int]:
    found: dict[str, int] = {}
    for service in visit.services:
        code = (
            answer(corpus, visit, service.model_copy(update={"by": "therapist"}))
            if service.by in OTHERS
            else None
        )
        if code in corpus.codes and corpus.codes[code].unit.kind == "timed":
            found[code] = found.get(code, 0) + (service.minutes or 0)
    return found
