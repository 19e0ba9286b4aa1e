"""A case with its form, payer's policy, discipline, dates and totals in words."""

import datetime
from dataclasses import dataclass

from generator.billing.payer_policy import PayerPolicy
from generator.facts.claim_forms import ClaimFormGuide
from generator.questions.kinds.claim_form.claim_form_case import ClaimCase
from generator.questions.kinds.claim_form.form_fields import Entry


@dataclass(frozen=True)
class FormCase:
    """What the rules of boxes read."""

    form: ClaimFormGuide
    case: ClaimCase
    policy: PayerPolicy
    discipline: str
    date: datetime.date
    authorization: str | None
    total: str | None
    too_much: str | None

    @property
    def visit_day(self) -> str:
        """The date of service as a CMS-1500 has it."""
        return form_day(self.date)


def form_day(value: datetime.date) -> str:
    """A date as a CMS-1500 has it: 11 09 2026."""
    return f"{value:%m %d %Y}"


def npis(found: FormCase) -> list[Entry]:
    """Every NPI of the case as an entry where it is wrong."""
    case, institutional = found.case, found.form.unit == "FL"
    treats, bills, refers = (
        (", who treated", ", which bills: FL 56", ", who certifies the plan: FL 76")
        if institutional
        else (", who treated: box 24J", ", who bills: box 33a", ", who referred: box 17b")
    )
    listed = [
        (case.clinician.npi, f"This is the NPI of {case.clinician.name}{treats}."),
        (case.practice.npi, f"This is the NPI of {case.practice.name}{bills}."),
    ]
    if case.referrer:
        listed.append((case.referrer.npi, f"This is the NPI of {case.referrer.name}{refers}."))
    return listed
