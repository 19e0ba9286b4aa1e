"""A visit as somebody who counts sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.billing.apply_edits import apply_edits
from generator.billing.coded_services import CodedService
from generator.billing.count_units import count_units
from generator.billing.reasons import NotBillable
from generator.billing.select_codes import select_code, select_codes
from generator.billing.unit_methods import METHODS, UnitMethod, minutes_by_code, unit_method
from generator.facts.corpus import Corpus
from generator.facts.rule_figures import Counting
from generator.facts.visits import Service, Visit
from generator.questions.variants.mistakes.code_mistakes import answer

OTHERS = ("aide", "student")


@dataclass(frozen=True)
class CountedMinutes:
    """Minutes by code.

    `timed` and `untimed` are billed, `denied` a pair takes off, `unpaid` this payer never pays.

    `by_others` are minutes of people who may not bill, `other_minutes` all that is neither timed
    nor denied. `methods` count minutes as on the visit's date.
    """

    method: str
    methods: Mapping[str, UnitMethod]
    timed: Mapping[str, int]
    untimed: Mapping[str, int]
    denied: Mapping[str, int]
    unpaid: Mapping[str, int]
    by_others: Mapping[str, int]
    other_minutes: int

    @property
    def counting(self) -> Counting:
        """The minutes in a unit, and the fewest that earn one; Medicare's where not known."""
        return self.methods.get(self.method, self.methods["cms"]).counting


def count_minutes(corpus: Corpus, visit: Visit) -> CountedMinutes:
    """The minutes of a visit by how they count."""
    coded = select_codes(corpus, visit).coded
    counted = count_units(corpus, visit, coded)
    uncounted = tuple(entry for entry in coded if entry not in counted.coded)
    left = (*apply_edits(corpus, visit, counted).coded, *uncounted)
    timed = _minutes(entry for entry in left if entry.timed)
    everything = sum(service.minutes or 0 for service in visit.services)
    denied = _minutes(entry for entry in coded if entry not in left)
    return CountedMinutes(
        corpus.payers[visit.payer].unit_method,
        {name: method for name in METHODS if (method := unit_method(corpus, name, visit.date))},
        timed,
        _minutes(entry for entry in left if not entry.timed),
        denied,
        {
            code: service.minutes or 0
            for service in visit.services
            for code in _unpaid(corpus, visit, service)
        },
        _by_others(corpus, visit),
        everything - sum(timed.values()) - sum(denied.values()),
    )


def _minutes(coded: Iterable[CodedService]) -> dict[str, int]:
    return dict(minutes_by_code((entry.code, entry.minutes) for entry in coded))


def _unpaid(corpus: Corpus, visit: Visit, service: Service) -> tuple[str, ...]:
    """The code that fits a service which the payer does not pay, whoever furnished it."""
    outcome = select_code(corpus, visit, service)
    return outcome.codes if isinstance(outcome, NotBillable) and service.by not in OTHERS else ()


def _by_others(corpus: Corpus, visit: Visit) -> dict[str, int]:
    found: dict[str, int] = {}
    for service in visit.services:
        if service.by not in OTHERS:
            continue
        code = answer(corpus, visit, service.model_copy(update={"by": "therapist"}))
        if code and code in corpus.codes and corpus.codes[code].unit.kind == "timed":
            found[code] = found.get(code, 0) + (service.minutes or 0)
    return found
