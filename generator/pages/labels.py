"""The site's words for what the models name by short keys."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, assert_never

from generator.facts.clinics import Overridden
from generator.facts.codes import Unit
from generator.facts.registers import RuleValue
from generator.facts.techniques import Range

STATUS = {
    "active": "Paid when covered",
    "bundled": "Bundled: never paid separately",
    "invalid": "Not valid: another code is asked for",
    "non-covered": "Not covered",
    "restricted": "Restricted coverage",
    "carrier-priced": "Priced by the contractor",
    "excluded": "Excluded",
    "varies": "Varies",
    "not-known": "Not known here",
}
CONTACT = {
    "supervised": "Supervised: nobody need stay at the patient's side",
    "constant-attendance": "Constant attendance: somebody applies it the whole time",
    "one-on-one": "One-on-one",
    "group": "Group: two or more patients at once",
    "with-caregiver": "With the caregiver, the patient absent",
    "remote": "At a distance: the patient is elsewhere",
}
CONTACT_SHORT = {
    "supervised": "supervised",
    "constant-attendance": "constant attendance",
    "one-on-one": "one-on-one",
    "group": "group",
    "with-caregiver": "with the caregiver",
    "remote": "at a distance",
}
AMOUNT = {
    "minutes": "minutes",
    "area_cm2": "square centimetres",
    "data_days": "days with data",
    "month_minutes": "minutes",
}
SPAN = {
    "day": "in a day",
    "30-days": "in 30 days",
    "calendar-month": "in a calendar month",
    "episode": "in an episode of care",
}
ROLE = {
    "pt": "Physical therapist",
    "pta": "Physical therapist assistant",
    "ot": "Occupational therapist",
    "ota": "Occupational therapy assistant",
    "slp": "Speech-language pathologist",
    "chiropractor": "Chiropractor",
    "physician": "Physician",
    "npp": "Nurse practitioner, physician assistant or clinical nurse specialist",
    "athletic-trainer": "Athletic trainer",
    "massage-therapist": "Massage therapist",
    "acupuncturist": "Acupuncturist",
    "nurse": "Nurse",
    "aide": "Aide",
    "student": "Student",
}
MAY = {
    "furnish-and-bill": "furnishes and bills",
    "furnish": "furnishes under a plan",
    "depends": "depends on the payer",
    "no": "may not",
}
VERDICT = {
    "true": "True",
    "false": "False",
    "misleading": "Misleading",
    "outdated": "Outdated",
    "unverifiable": "Cannot be verified",
}
INDICATOR = {
    0: "never together",
    1: "only as a separate service, with a modifier",
    9: "the pair was withdrawn the day it began",
}
STATE = {
    "active": "in use",
    "undated": "in use as far as known; its first day is not known here",
    "not-yet": "not yet a code",
    "ended": "no longer a code",
    "deleted": "deleted; its last day is not known here",
}
ADJUDICATION = {
    1: "checked line by line",
    2: "absolute, by policy",
    3: "more can be argued on appeal",
    None: "its adjudication indicator was not read",
}
THERAPY = {
    "always": "Always counts as therapy",
    "sometimes": "Counts as therapy when a therapist bills it or a therapy plan covers it",
    "no": "Not on Medicare's therapy code list",
}
TELEHEALTH = {
    "on-list": "On the list",
    "not-on-list": "Not on the list",
    "not-known": "Not known here",
    "not-applicable": "Does not apply",
}
ANSWER = {"not-billable": "Not billable", "ask-therapist": "Ask the therapist"}
ANSWER_TEXT = {
    "not-billable": "Nothing is billed for it",
    "ask-therapist": "The note leaves out what decides",
}
VERDICT_ANSWER = {"holds": "It holds as written", "does-not-hold": "It does not hold as written"}
STANDING = {"done": "in order", "due": "due", "late": "not in order", "open": "still open"}
KIND = {
    "law": "Law",
    "cms-data": "CMS data",
    "cms-manual": "CMS manual",
    "cms-guidance": "CMS guidance",
    "contractor": "Medicare contractor",
    "government": "Government",
    "association": "Professional association",
    "trade": "Trade publication",
    "court": "Court",
    "clinic": "The clinic’s own",
}
BY = (
    "therapist",
    "assistant",
    "aide",
    "student",
    "massage-therapist",
    "athletic-trainer",
    "chiropractor",
    "physician",
)
SEPARATE = {
    "yes": "yes",
    "encounter": "yes, at another time of the day",
    "structure": "yes, on another part of the body",
    "practitioner": "yes, by another practitioner",
    "other": "yes, in another way",
}
SETTING = {"practitioner": "practitioner claim", "hospital": "outpatient hospital claim"}
DISCIPLINE = {
    "pt": "physical therapy",
    "ot": "occupational therapy",
    "slp": "speech-language pathology",
    "chiropractic": "chiropractic",
    "massage": "massage therapy",
    "athletic-training": "athletic training",
}


def day(value: date | str | None) -> str:
    """`2024-07-01` as '1 July 2024'; a looser date as it stands."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else str(value or "")


def period(start: date | None, end: date | None) -> str:
    """The dates of service a fact holds for, in words; nothing where it always does."""
    if start and end:
        return f"on {day(start)}" if start == end else f"{day(start)} to {day(end)}"
    if start:
        return f"from {day(start)}"
    return f"until {day(end)}" if end else ""


def count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


ATTRIBUTE = {
    "minutes": "minutes",
    "live_contact": "live contact in the month",
    "purpose": "in order to",
    "contact": "contact",
    "encounter": "encounter",
    "regions": "spinal regions",
    "personal_factors": "personal factors",
    "elements": "elements examined",
    "presentation": "presentation",
    "decision_making": "decision-making",
    "deficits": "performance deficits",
    "new_finding": "a new finding or no response",
    "written_report": "a written report",
    "area_cm2": "square centimetres",
    "muscles": "muscles",
    "data_days": "days with data in 30",
    "month_minutes": "minutes in the month",
    "current": "current",
    "monitored": "what is monitored",
    "aspect": "aspect",
    "wound": "wound",
    "device": "device",
    "patients": "patients",
    "occasion": "occasion",
}


def condition(attribute: str, wanted: Range | tuple[bool | str, ...]) -> str:
    """A rule's condition in words: 'in order to restore motion', 'spinal regions 3 to 4'."""
    if isinstance(wanted, Range):
        return f"{ATTRIBUTE[attribute]}: {_range(wanted)}"
    said = " or ".join(
        {True: "yes", False: "no"}.get(value, str(value).replace("-", " ")) for value in wanted
    )
    return (
        f"{ATTRIBUTE[attribute]} {said}"
        if attribute == "purpose"
        else f"{ATTRIBUTE[attribute]}: {said}"
    )


def amount_of(attribute: str, wanted: Range) -> str:
    """'1 patient', '3 to 4 spinal regions', '5 or more performance deficits'."""
    low, high = wanted.at_least or 0, wanted.at_most
    said = str(low) if low == high else _range(wanted)
    return (
        f"{said}"
        f" {PLURAL.sub('', ATTRIBUTE[attribute], 1) if low == high == 1 else ATTRIBUTE[attribute]}"
    )


def listed(names: Sequence[str]) -> str:
    """Choices as a sentence has them: 'a', 'a or b', 'a, b or c'."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


PLURAL = re.compile(r"s\b")
QUESTION = {
    "purpose": "To what end?",
    "contact": "How was the clinician with the patient?",
    "encounter": "Which encounter for it is this?",
    "regions": "How many regions of the spine?",
    "personal_factors": "How many personal factors bear on the plan?",
    "elements": "How many elements were examined?",
    "presentation": "How does the condition present?",
    "decision_making": "How complex was the decision-making?",
    "deficits": "How many performance deficits?",
    "new_finding": "Is there a new finding, or no response to treatment?",
    "written_report": "Is there a written report?",
    "area_cm2": "How many square centimetres in all?",
    "muscles": "How many muscles?",
    "data_days": "On how many days of 30 did data come in?",
    "month_minutes": "How many minutes in the calendar month?",
    "minutes": "How many minutes?",
    "live_contact": "Was there live contact in the month?",
    "current": "Was a current added?",
    "monitored": "What is monitored?",
    "aspect": "Which aspect?",
    "wound": "What wound is it?",
    "device": "Which device?",
    "patients": "For how many patients?",
    "occasion": "Which occasion is it?",
}


def _range(wanted: Range) -> str:
    if wanted.at_most is None:
        return f"{wanted.at_least or 0} or more"
    return f"{wanted.at_least or 0} to {wanted.at_most}"


def figure(value: RuleValue) -> str:
    """A rule's figure with its unit: '$2,480', '85 %'."""
    amount = f"{value.amount:,.2f}".removesuffix(".00")
    return {"usd": f"${amount}", "percent": f"{amount} %"}.get(value.unit, f"{amount} {value.unit}")


def counted(unit: Unit) -> str:
    """How a code is counted, in the few words of a table cell."""
    match unit.kind:
        case "timed":
            return f"timed, {unit.minutes} minutes a unit"
        case "untimed":
            return "untimed"
        case "measured":
            assert unit.measure, "the model sees to it"
            if unit.measure.of == "data_days":  # a band of days earns one unit, whatever its width
                return (
                    f"measured, one unit from {unit.measure.least} {AMOUNT['data_days']}"
                    f" {SPAN[unit.measure.span]}"
                )
            return (
                f"measured, {unit.measure.size} {AMOUNT[unit.measure.of]} a unit"
                f" {SPAN[unit.measure.span]}"
            )
        case _:
            assert_never(unit.kind)


def otherwise(overridden: Overridden, side: Literal["ours", "theirs"]) -> str:
    """What one side says where the two differ.

    Its sentence as it is, other values with their names.
    """
    told = ((entry.name, getattr(entry, side)) for entry in overridden.differences)
    return " ".join(
        value if name == "text" else f"{name.capitalize()}: {value}." for name, value in told
    )


def joined(names: Sequence[str]) -> str:
    """Names as a sentence has them: 'a', 'a and b', 'a, b and c'."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
