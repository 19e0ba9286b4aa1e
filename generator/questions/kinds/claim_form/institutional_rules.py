"""What goes into each form locator of a UB-04, read from the facts of its fields."""

import datetime
from collections.abc import Callable, Iterable, Mapping

from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.form_case import FormCase, npis
from generator.questions.kinds.claim_form.form_fields import BLANK, Entry, value_of

FACILITIES = ("hospital", "rehab-agency", "corf", "snf-outpatient", "snf-resident")
"""In an order in which neighbors are mixed up."""
THERAPIES = ("pt", "ot", "slp")
PLACE_OF_FREQUENCY = -1
INJURIES = ("S", "T")
"""Chapters of ICD-10-CM: an accident may have caused what is in them."""


def stamp(value: datetime.date) -> str:
    """A date as a UB-04 has it: 110926."""
    return f"{value:%m%d%y}"


def facility_of(found: FormCase) -> str:
    """Who bills; raises `Underivable` where the case does not say."""
    if found.case.facility is None:
        raise UnderivableError("a UB-04 needs 'facility', who bills it", "case")
    return found.case.facility


def plan_day(found: FormCase) -> datetime.date:
    """When the plan of care was established or last reviewed."""
    if found.case.plan_of_care is None:
        raise UnderivableError("the case has no 'plan_of_care'; add its date", "case")
    return found.case.plan_of_care


def therapy_of(found: FormCase) -> str:
    """The discipline; raises `Underivable` where a UB-04 has no codes of it here."""
    if found.discipline not in THERAPIES:
        raise UnderivableError(f"a UB-04 of {found.discipline} is not in the facts", "visit")
    return found.discipline


def covered(found: FormCase) -> tuple[datetime.date, datetime.date]:
    """First and last day of the claim."""
    covers = found.case.covers
    day = found.date
    if covers and not covers.covers(day):
        raise UnderivableError("'covers' leaves out the date of service; widen it", "case")
    return (covers and covers.start) or day, (covers and covers.end) or day


def _bill_type(found: FormCase) -> tuple[Entry, list[Entry]]:
    mine = facility_of(found)
    case = found.case
    frequency = ("void" if case.voids else "replacement") if case.replaces else "first-claim"
    at = FACILITIES.index(mine)

    def entry(facility: str, series: str) -> Entry:
        kind = value_of(found.form, "4", facility)
        last = value_of(found.form, "4", series)
        text = kind.value[:PLACE_OF_FREQUENCY] + last.value[PLACE_OF_FREQUENCY]
        return text, f"{kind.value}: {kind.means}. {last.value}: {last.means}."

    others = [name for name in ("first-claim", "replacement", "void") if name != frequency]
    beside = [FACILITIES[(at + step) % len(FACILITIES)] for step in (1, -1)]
    wrong = [entry(mine, name) for name in others] + [entry(one, frequency) for one in beside]
    return entry(mine, frequency), wrong


def _period(found: FormCase) -> tuple[Entry, list[Entry]]:
    first, last = covered(found)
    case = found.case
    wrong = [
        (case.first_visit, last, "Treatment began before this claim; FL 33 has that date."),
        (case.onset, last, "The onset is an occurrence: FL 31."),
        (found.date, found.date, "This is one day of the claim; each line has its day in FL 45."),
    ]
    right = (f"{stamp(first)} – {stamp(last)}", "The first and the last day on this claim.")
    return right, [(f"{stamp(start)} – {stamp(end)}", why) for start, end, why in wrong]


def _conditions(found: FormCase) -> tuple[Entry, list[Entry]]:
    values = {
        name: value_of(found.form, "18", name)
        for name in ("employment", "denial-wanted", "denial-for-another")
    }
    wrong = [(one.value, f"{one.value}: {one.means}.") for one in values.values()]
    work = values["employment"]
    if found.case.at_work:
        blank = (BLANK, "The condition is related to employment, so a code belongs here.")
        return (work.value, f"{work.value}: {work.means}."), [*wrong, blank]
    return (BLANK, "The chart names no condition that this claim must report."), wrong


def _occurrence(
    found: FormCase, name: str, day: datetime.date, others: Iterable[str]
) -> tuple[Entry, list[Entry]]:
    """A code with its date; wrong are its date with other codes, and it with other dates."""
    code = value_of(found.form, "31", name)
    wrong_dates = {
        f"{code.value} {stamp(other)}": f"{code.value} has the date: {code.means}."
        for other in (found.date, found.case.onset, found.case.first_visit)
    }
    listed = [value_of(found.form, "31", other) for other in others]
    wrong_codes = {f"{one.value} {stamp(day)}": f"{one.value}: {one.means}." for one in listed}
    right = (f"{code.value} {stamp(day)}", f"{code.value}: {code.means}.")
    wrong_dates.pop(right[0], None)
    return right, [*wrong_codes.items(), *wrong_dates.items()]


def _onset(found: FormCase) -> tuple[Entry, list[Entry]]:
    """The day the illness began; an injury's accident may be reported beside it, or alone."""
    if any(one.code[0] in INJURIES for one in found.case.diagnoses):
        raise UnderivableError(
            "which occurrence code dates an injury is not in the case; ask another field", "boxes"
        )
    therapy = therapy_of(found)
    return _occurrence(found, "onset", found.case.onset, ("accident", f"first-{therapy}"))


def _plan(found: FormCase) -> tuple[Entry, list[Entry]]:
    therapy = therapy_of(found)
    if facility_of(found) == "corf":
        raise UnderivableError("which code dates the plan of a CORF is not in the facts", "boxes")
    others = (f"{other}-plan" for other in THERAPIES if other != therapy)
    return _occurrence(found, f"{therapy}-plan", plan_day(found), others)


def _first_treatment(found: FormCase) -> tuple[Entry, list[Entry]]:
    therapy = therapy_of(found)
    others = (f"first-{other}" for other in THERAPIES if other != therapy)
    return _occurrence(found, f"first-{therapy}", found.case.first_visit, others)


def _total(found: FormCase) -> tuple[Entry, list[Entry]]:
    first, last = covered(found)
    if found.total is None or found.too_much is None or first != last:
        raise UnderivableError("the total needs 'codes' with fees, and a claim of one day", "boxes")
    return (found.total, "The sum of the charges of all lines."), [
        (found.too_much, "This has a service in it that is not billed, or a fee too many."),
        (BLANK, "The line with revenue code 0001 holds the total."),
    ]


def _facility(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    right = (case.practice.npi, f"{case.practice.name} asks to be paid.")
    return right, [*npis(found), (case.account, "This is the facility's own account number.")]


def _earlier_claim(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    account = (case.account, "The number must be the payer's, not the facility's account number.")
    if not case.replaces:
        member = (case.member_id, "This is the member's ID.")
        return (BLANK, "This is a first claim."), [account, member]
    right = (case.replaces, "The payer's number of the claim that this one corrects or voids.")
    blank = (BLANK, "Without it the payer cannot find the claim that this one is about.")
    return right, [account, (case.member_id, "This is the member's ID."), blank]


def _attending(found: FormCase) -> tuple[Entry, list[Entry]]:
    case = found.case
    if case.referrer is None or not found.policy.names_the_certifier_in_17:
        raise UnderivableError("FL 76 is asked for Medicare with a 'referrer'", "boxes")
    why = f"{case.referrer.name} certifies the plan of care."
    blank = (BLANK, "A Medicare therapy claim names who certifies the plan.")
    return (case.referrer.npi, why), [*npis(found), blank]


INSTITUTIONAL_RULES: Mapping[str, Callable[[FormCase], tuple[Entry, list[Entry]]]] = {
    "4": _bill_type,
    "6": _period,
    "18": _conditions,
    "31": _onset,
    "32": _plan,
    "33": _first_treatment,
    "47": _total,
    "56": _facility,
    "64": _earlier_claim,
    "76": _attending,
}
