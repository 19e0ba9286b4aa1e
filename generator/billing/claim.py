"""A visit in, its claim out.

Lines with reasons, what is not billed and why, what to ask, what to watch.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing import claim_warnings
from generator.billing.append_modifiers import BilledLine, claim_lines, modifiers_for
from generator.billing.apply_edits import EditedUnits, amount_in, apply_edits
from generator.billing.check_limits import over_limits
from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    NotBilled,
    code_service,
)
from generator.billing.count_messages import unpaid
from generator.billing.measured_units import too_little
from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import METHODS
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


@dataclass(frozen=True)
class ClaimResult:
    """What a visit bills. `alternatives` are the other claims that are as right as `lines`."""

    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    not_billed: tuple[NotBilled, ...]
    questions: tuple[MissingInformation, ...]
    warnings: tuple[Reason, ...]


def build_claim(corpus: Corpus, visit: Visit) -> ClaimResult:
    """The claim for `visit` by the facts alone; the order of its services does not matter."""
    sorted_services = [code_service(corpus, visit, service) for service in visit.services]
    works = _in_order(found for found in sorted_services if isinstance(found, CodedService))
    questions = [found for found in sorted_services if isinstance(found, MissingInformation)]
    if not claim_warnings.method_known(corpus, visit):
        questions += claim_warnings.uncountable(
            corpus, visit, [work for work in works if work.timed]
        )
        works = [work for work in works if not work.timed]
    settled = apply_edits(corpus, visit, works)
    claims = tuple(claim_lines(corpus, visit, settled, way) for way in settled.count.allocations)
    not_billed = (
        *(found for found in sorted_services if isinstance(found, NotBilled)),
        *settled.denied,
        *_without_units(corpus, visit, settled),
        *_without_amounts(settled),
    )
    said = [
        modifiers_for(corpus, visit, corpus.codes[code], excluded)
        for code, excluded in dict.fromkeys((work.code, work.excluded) for work in works)
    ]
    questions += [question for entry in said for question in entry.questions]
    questions += claim_warnings.open_pairs(visit, settled.unknown)
    warnings = (
        *(warning for entry in said for warning in entry.warnings),
        *over_limits(corpus, visit, claims[0]),
        *claim_warnings.warnings(corpus, visit, works, claims),
    )
    return ClaimResult(
        claims[0],
        claims[1:],
        tuple(not_billed),
        tuple(dict.fromkeys(questions)),
        tuple(dict.fromkeys(warnings)),
    )


def _in_order(works: Iterator[CodedService]) -> list[CodedService]:
    return sorted(works, key=lambda work: (work.code, work.service.id))


def _without_units(corpus: Corpus, visit: Visit, settled: EditedUnits) -> Iterator[NotBilled]:
    """Timed codes without a unit on the lines shown, whether or not an equally right claim has one."""
    shown, *others = (dict(way) for way in settled.count.allocations)
    for code in dict.fromkeys(work.code for work in settled.works if work.timed):
        if code in shown:
            continue
        minutes = sum(work.minutes for work in settled.works if work.code == code)
        rule = METHODS[corpus.payers[visit.payer].unit_method].rule
        tie = Reason(message("tie", code=code), (rule,))
        yield NotBilled(
            code,
            minutes,
            tie if any(code in way for way in others) else unpaid(code, minutes, rule),
        )


def _without_amounts(settled: EditedUnits) -> Iterator[NotBilled]:
    """Measured codes of which there was too little."""
    measures = {work.code: work.measure for work in settled.works if work.measure}
    for code, measure in measures.items():
        amount = amount_in(settled.works, code)
        if amount < measure.least:
            spent = sum(work.minutes for work in settled.works if work.code == code)
            yield NotBilled(code, spent, too_little(code, measure, amount))
