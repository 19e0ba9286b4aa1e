"""What goes into each box of a case, and why other numbers of the chart do not."""

from collections.abc import Callable, Mapping

from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.form_case import FormCase, form_day, npis
from generator.questions.kinds.claim_form.form_fields import (
    BLANK,
    INSTITUTIONAL,
    BoxField,
    Entry,
    box_of,
    field_of,
    form_reason,
)
from generator.questions.kinds.claim_form.institutional_rules import INSTITUTIONAL_RULES

PLACES = {
    "11": "office",
    "12": "patient's home",
    "03": "school",
    "10": "telehealth, patient at home",
    "22": "outpatient hospital",
    "31": "skilled nursing facility",
    "32": "nursing facility",
    "02": "telehealth, patient elsewhere",
}
NAMES = {
    ("Box", "10a"): "Is it related to work?",
    ("FL", "31"): "Occurrence: onset",
    ("FL", "32"): "Occurrence: plan of care",
    ("FL", "33"): "Occurrence: first treatment",
    ("FL", "47"): "Total, on the line with revenue code 0001",
}
"""What a part of a box is called here."""


Rule = Callable[[FormCase], tuple[Entry, list[Entry]]]
"""The right entry with its reason, and wrong ones with theirs."""


def box_field(found: FormCase, number: str) -> BoxField:
    """The field of a box; raises `Underivable` where the form has none."""
    rules = INSTITUTIONAL_RULES if found.form.id == INSTITUTIONAL else RULES
    if number not in rules:
        raise UnderivableError(f"box {number} is not asked of this form; leave it out", "boxes")
    box = box_of(found.form, number)
    right, wrong = rules[number](found)
    name = NAMES.get((found.form.unit, number), box.name)
    reason = form_reason(found.form, box, f"{found.form.unit} {number}: {right[1]}")
    return field_of(number, number, name, right, wrong, (reason,))


def _policyholder(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    if found.policy.wants_none_in_11 and case.pays_first:
        right = (BLANK, "Medicare is primary, so the box stays empty.")
    elif case.at_work:
        right = (case.policyholder, "The employer is the insured of a work injury.")
    else:
        right = (case.policyholder, "The person who holds the policy.")
    return right, [
        (case.policyholder, "A name here tells Medicare that another insurer may be primary."),
        (case.patient, "The patient is not who holds the policy."),
        (BLANK, "The box is empty only when Medicare is primary."),
    ]


def _at_work(found: FormCase) -> tuple[Entry, list[Entry]]:
    yes = ("Yes", "The condition is related to the job.")
    no = ("No", "The condition is not related to the job.")
    return (yes, [("No", yes[1])]) if found.case.at_work else (no, [("Yes", no[1])])


def _policy(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    decoys = [
        (case.member_id, "The member's ID goes in box 1a."),
        (case.account, "The practice's own account number goes in box 26."),
        (BLANK, "The payer needs an entry here."),
    ]
    if found.policy.wants_none_in_11 and case.pays_first:
        right = ("NONE", "Medicare wants the word NONE if no insurer pays before it.")
    elif case.at_work and case.claim_number:
        right = (case.claim_number, "A work injury is identified by the insurer's claim number.")
    elif case.group:
        right = (case.group, "The policy or group number from the card.")
    else:
        raise UnderivableError("the case has no 'group' or 'claim_number' for box 11", "case")
    return right, [*decoys, ("NONE", "NONE is what Medicare wants if no insurer pays before it.")]


def _onset(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    onset = (form_day(case.onset), "The first date of this illness or injury.")
    first = (
        form_day(case.first_visit),
        "Medicare wants the start of a chiropractor's treatment here.",
    )
    by_start = found.policy.dates_manipulation_from_its_start
    is_first = by_start and found.discipline == "chiropractic"
    return (first if is_first else onset), [
        (onset[0], "For a chiropractor's claim Medicare wants the first treatment, not the onset."),
        (first[0], "This is when treatment began; the box wants the onset."),
        (found.visit_day, "The date of service goes in box 24A."),
        (BLANK, "The date is known and belongs here."),
    ]


def _referrer(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    certified = found.policy.names_the_certifier_in_17
    certifies = ", who certifies the plan of care" if certified else ""
    right = (
        (case.referrer.npi, f"The patient was referred by {case.referrer.name}{certifies}.")
        if case.referrer
        else (BLANK, "No one referred the patient.")
    )
    return right, [*npis(found), (BLANK, "The referring provider is known.")]


def _clinician(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    right = (case.clinician.npi, f"The lines are the service of {case.clinician.name}.")
    return right, [*npis(found), (BLANK, "A group says on each line who treated.")]


def _practice(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    right = (case.practice.npi, f"{case.practice.name} asks to be paid.")
    return right, [*npis(found), (case.account, "The practice's own account number: box 26.")]


def _correction(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    if case.replaces and not found.policy.takes_corrections_in_22:
        raise UnderivableError("Medicare Part B takes no correction in box 22", "case")
    if not case.replaces:
        return (BLANK, "This is a first claim."), [
            (f"7 {case.account}", "7 replaces an earlier claim; this is the first one."),
            (f"1 {case.account}", "A first claim needs no entry here."),
        ]
    right = f"7 {case.replaces}", "7 replaces a claim; the number is the payer's for that claim."
    return right, [
        (f"8 {case.replaces}", "8 voids the earlier claim and puts nothing in its place."),
        (f"7 {case.account}", "The number must be the payer's, not the practice's account number."),
        (BLANK, "Without it the claim is taken for a duplicate of the first one."),
    ]


def _authorization(found: FormCase) -> tuple[Entry, list[Entry]]:
    case, number = found.case, found.authorization
    right = (
        (number, "The number under which the payer authorized the visit.")
        if number
        else (BLANK, "The payer authorized nothing, and nothing had to be authorized.")
    )
    decoys = [
        (case.member_id, "The member's ID goes in box 1a."),
        (case.account, "The practice's own account number goes in box 26."),
        (BLANK, "The payer authorized the visit; without its number the line is denied."),
    ]
    return right, [
        *decoys,
        *([(case.claim_number, "The claim number of the injury.")] if case.claim_number else []),
    ]


def _place(found: FormCase) -> tuple[Entry, list[Entry]]:
    mine = found.case.place
    texts = {code: f"{code} {name}" for code, name in PLACES.items()}
    right = (texts[mine], f"The patient was treated here: {PLACES[mine]}.")
    return right, [
        (text, f"The patient was not treated here but in this place: {PLACES[mine]}.")
        for code, text in texts.items()
        if code != mine
    ]


def _total(found: FormCase) -> tuple[Entry, list[Entry]]:
    if found.total is None or found.too_much is None:
        raise UnderivableError("box 28 needs 'codes' with a fee each", "boxes")
    right = (found.total, "The sum of the charges of all lines.")
    paid = found.case.paid
    return right, [
        (found.too_much, "This has a service in it that is not billed, or a fee too many."),
        (BLANK, "The total is required."),
        *([(paid, "This is what the patient paid: box 29.")] if paid else []),
    ]


def _paid(found: FormCase) -> tuple[Entry, list[Entry]]:
    paid = found.case.paid
    right = (
        (paid, "The patient paid this for these services.")
        if paid
        else (BLANK, "No one has paid anything on these services.")
    )
    total = [(found.total, "This is the total charge: box 28.")] if found.total else []
    return right, [*total, ("0.00", "Enter what was paid."), (BLANK, "The patient has paid.")]


RULES: Mapping[str, Rule] = {
    "4": _policyholder,
    "10a": _at_work,
    "11": _policy,
    "14": _onset,
    "17b": _referrer,
    "22": _correction,
    "23": _authorization,
    "24B": _place,
    "24J": _clinician,
    "28": _total,
    "29": _paid,
    "33a": _practice,
}
