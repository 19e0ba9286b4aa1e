"""A case as its chart has it: card, referral, people, diagnoses and fees, all made up."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from generator.facts.base import CodeId, Model, Period, Text, repeated
from generator.facts.diagnoses import DiagnosisCode


def _is_no_ones(npi: str) -> str:
    """The number, if its check digit is wrong: a sound one may be a living person's."""
    digits = [int(digit) for digit in reversed(f"80840{npi}")]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    if (sum(digits[::2]) + doubled) % 10 == 0:
        raise ValueError(f"{npi} may be a real provider's NPI; change its last digit")
    return npi


Npi = Annotated[str, StringConstraints(pattern=r"^\d{10}$"), AfterValidator(_is_no_ones)]
Dollars = Annotated[str, StringConstraints(pattern=r"^\d{1,5}\.\d\d$")]
ProfessionalBox = Literal[
    "4", "10a", "11", "14", "17b", "21", "22", "23", "24B", "24J", "28", "29", "33a"
]
InstitutionalBox = Literal["4", "6", "18", "31", "32", "33", "47", "56", "64", "67", "76"]
BoxName = Literal[ProfessionalBox, InstitutionalBox]
Cell = Literal["revenue", "date", "units", "modifiers", "pointer", "charge"]
Facility = Literal["hospital", "snf-resident", "snf-outpatient", "rehab-agency", "corf"]
"""Who bills on a UB-04; the ids of its types of bill."""
Place = Literal["11", "12", "03", "10", "02", "22", "31", "32"]
Status = Literal[
    "chief",  # what is chiefly responsible for the visit
    "treated",  # treated as well
    "affects",  # not treated, but affects the treatment
    "part-of",  # a symptom that belongs to a condition listed
    "suspected",  # not established
    "unrelated",  # in the chart, and not in today's care
    "resolved",  # over: healed, treated or replaced
]
InjuryCare = Literal["active", "healing"]
LISTED = ("chief", "treated", "affects")


class Person(Model):
    """A person with an individual NPI, or a practice with its own."""

    name: Text
    npi: Npi


class CaseDiagnosis(Model):
    """A diagnosis of the chart, and what it has to do with the visit."""

    code: DiagnosisCode
    status: Status
    lines: tuple[CodeId, ...] = Field((), description="codes of the services that treat it")


class Fee(Model):
    """What the practice charges for one unit of a code."""

    code: CodeId
    amount: Dollars


class ClaimCase(Model):
    """What a biller has at hand."""

    patient: Text = Field(description="the patient's name")
    member_id: Text
    group: Text | None = Field(None, description="policy or group number on the card")
    policyholder: Text = Field(description="as box 4 would have it; of a work injury the employer")
    pays_first: bool = Field(True, description="whether no other insurer pays before this one")
    claim_number: Text | None = Field(None, description="of a work injury or an accident")
    at_work: bool = Field(False, description="whether the condition is related to employment")
    onset: datetime.date
    first_visit: datetime.date = Field(description="the first treatment of this course of care")
    referrer: Person | None = Field(
        None, description="who referred the patient; for Medicare who certifies the plan of care"
    )
    clinician: Person = Field(description="whose service it is; of an assistant's the supervisor")
    practice: Person
    place: Place = "11"
    account: Text = Field(description="the practice's own number for the patient")
    facility: Facility | None = Field(None, description="who bills, on a UB-04")
    plan_of_care: datetime.date | None = Field(
        None, description="when it was established or last reviewed; for a UB-04"
    )
    covers: Period | None = Field(
        None, description="first and last date on a UB-04; left out: the date of service"
    )
    replaces: Text | None = Field(
        None, description="the payer's number of the claim that this one corrects"
    )
    voids: bool = Field(False, description="whether this claim only takes 'replaces' back")
    paid: Dollars | None = Field(None, description="what the patient has paid for these services")
    diagnoses: tuple[CaseDiagnosis, ...] = Field(
        min_length=1, description="in the order of the chart, which is not that of the claim"
    )
    side: Literal["right", "left"] | None = Field(
        None, description="the side that the note is about, where the chart has a code of each"
    )
    injury_care: InjuryCare | None = Field(
        None, description="what the care of an injury is, where the chart has codes of each"
    )
    fees: tuple[Fee, ...] = ()

    @model_validator(mode="after")
    def _one_chief(self) -> Self:
        if sum(one.status == "chief" for one in self.diagnoses) != 1:
            raise ValueError("one of the 'diagnoses' is 'chief', the reason for the visit")
        if twice := repeated([one.code for one in self.diagnoses]):
            raise ValueError(f"'{twice}' is listed twice; remove one")
        return self

    @model_validator(mode="after")
    def _voids_a_claim(self) -> Self:
        if self.voids and not self.replaces:
            raise ValueError("'voids' needs 'replaces', the payer's number of the claim")
        return self
