"""Whom the payer pays for a code, and what somebody else bills while a stay or a plan is open."""

from collections.abc import Iterator
from datetime import date

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    NumberedLine,
    PayerCase,
    Pended,
    Ruling,
    asked,
)
from generator.billing.consolidated_billing import PLACES
from generator.billing.consolidated_billing import RULE as CONSOLIDATED
from generator.billing.data_tables import PAYMENT_TABLE
from generator.billing.modifiers import PLAN
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason, explain, quoted
from generator.billing.who_may import word_on_role
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

NOTICES = frozenset(("GA", "GZ"))
OPEN = frozenset(("coverage", "who"))


def rule_on_consolidation(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Therapy that a home health agency or a SNF bills for its patient."""
    if not policy_of(case.payer).is_part_b or case.visit.discipline not in PLAN:
        return
    for name, place in PLACES.items():
        holds, words = getattr(case.visit, name), name.replace("_", "-")
        for line in lines:
            if holds:
                yield Denial(line.number, words, explain(words, CONSOLIDATED))
            elif holds is None and case.visit.place == place:
                why = explain(f"{words}-ask", CONSOLIDATED, day=line.day)
                yield Pended(line.number, why)


def rule_on_provider(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Codes for which the payer does not pay whoever bills, or for which nobody knows.

    A line with GA or GZ is denied for what it announces.
    """
    role = PAYMENT_TABLE["roles"][case.visit.discipline]["therapist"]
    found: dict[tuple[str, date], tuple[str, Reason] | None] = {}
    for line in lines:
        service = line.code, line.day
        if service not in found:
            found[service] = _word(case, line, role)
        word = found[service]
        if word is None or line.modifiers & NOTICES:
            continue
        name, why = word
        yield Denial(line.number, name, why) if name else Pended(line.number, why)


def _word(case: PayerCase, line: NumberedLine, role: str) -> tuple[str, Reason] | None:
    """The name of the denial and why, or no name and what must be known first."""
    word = word_on_role(case.corpus, _visit_of(case, line), line.code, role)
    if word and word.may == "no" and not word.fact.undecided:
        name = "chiropractor" if role == "chiropractor" else "provider"
        return name, quoted(word.reference, word.fact)
    if not policy_of(case.payer).medicare_modifiers:
        return None
    rests_on = (f"codes/{line.code}",)
    if word is None:
        return "", asked("provider-unknown", rests_on, code=line.code)
    if word.may == "depends" or word.fact.undecided:
        return "", asked("coverage-asked", rests_on, word.fact.sources, text=word.fact.text)
    return _doubt(case.corpus, line, case.plan.payer, role)


def _doubt(corpus: Corpus, line: NumberedLine, payer: str, role: str) -> tuple[str, Reason] | None:
    for doubt in corpus.codes[line.code].doubts:
        if doubt.asks in OPEN and doubt.bars(payer, role, line.day):
            rests_on = (f"codes/{line.code}",)
            return "", asked("coverage-asked", rests_on, doubt.sources, text=doubt.text)
    return None


def _visit_of(case: PayerCase, line: NumberedLine) -> Visit:
    return case.visit.model_copy(update={"date": line.day, "payer": case.plan.payer})
