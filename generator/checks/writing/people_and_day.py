"""Who treated and on which day: the visit and the date of a question are those of its note."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.item_checks import spot_of
from generator.checks.writing.note_minutes import named_minutes, spans
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.facts.visits import Service
from generator.findings import Problems, counted

PEOPLE: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in {
        "assistant": r"[Aa]ssistants?|PTAs?|C?OTAs?|SLPAs?",
        "aide": r"(?<!health )[Aa]ides?|[Tt]ech(?:nician)?s?",
        "student": r"[Ss]tudent (?:PT|OT|SLP|clinician|therapist|intern)|SPT|OTS|SOT"
        r"|(?<!-year-old )[Ss]tudents?|[Ii]nterns?",
        "massage-therapist": r"[Mm]assage [Tt]herapists?|LMTs?",
        "athletic-trainer": r"[Aa]thletic [Tt]rain(?:er|ing)s?|ATC?|LAT|ATHLETIC",
        "physician": r"[Pp]hysicians?|MD|DO|Dr|PA(?:-C)?|NP|[Dd]octor",
    }.items()
}
"""How a note may name those whom a visit's `by` names."""

USUAL = {"massage-therapist": "massage", "athletic-trainer": "athletic-training"}
"""Whom the discipline names already, as it does a chiropractor."""

DOING = "aide|student|assistant"
BY_HELPER = re.compile(
    rf"\b(?:by|with|w/) (?:an? |the |her |his )?(?:rehab |PT |OT |therapy )?(?P<who>{DOING})\b"
    rf"|^(?:An? |The )?(?:[Rr]ehab |PT |OT )?(?P<first>{DOING}|Aide|Student|Assistant)\b"
)
SENTENCE = re.compile(r"(?<=[.;|])\s+|\n")
THERAPIST = re.compile(r"\b(?:[Tt]herapist|PT|OT|SLP|1:1|one-on-one)\b")
MONTHS = "January February March April May June July August September October November December"
DAY = (
    r"(?P<stated>(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d)(?![/\d-])"
    rf"|(?P<word>{'|'.join(MONTHS.split())}) (?P<of>\d{{1,2}})(?:, (?P<in>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d\d-\d\d))"
)
LABELED = re.compile(rf"\b(?:DOS|[Dd]ate(?: of (?:service|visit))?):? (?:of )?{DAY}")
HEADED = re.compile(
    r"^(?:(?!.*\blast\b)[^.\n]{0,32}\b(?i:note|visit|eval|tx|session|encounter|treated|seen|today)"
    r",? (?:on )?|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? |PT |OT |SLP |Physical therapist,? )?)"
    rf"{DAY}"
)
"""The day at a note's head; a day further on may be another's."""
SLASHED = re.compile(
    r"(?:\b(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?"
    r"(?<![\d/])(?P<day>(?P<month>\d\d?)/(?P<of>\d\d?)/(?P<year>(?:19|20)\d\d))(?![\d/])"
)
TIME = r"(\d{1,2}:\d\d)(?: ?[AaPp]\.?[Mm]\.?)?"
IN_AND_OUT = re.compile(rf"\b[Ii]n:? {TIME}[,;/]? ?(?:to |- )?[Oo]ut:? {TIME}")
DECEMBER = 12


def people_not_in_note(corpus: Corpus) -> Problems:
    """Services by somebody whom the note never names, and the note's helper who is not in `by`."""
    for item in _visit_items(corpus):
        text = f"{item.note} {item.prompt or ''}"
        for index, service in enumerate(item.visit.services):
            word = PEOPLE.get(service.by)
            usual = USUAL.get(service.by) == item.visit.discipline
            if word and not usual and not word.search(text):
                sentence = (
                    f"By the visit this was done by '{service.by}', and the note names none; write"
                    " in the note who did it, or correct 'by'."
                )
                yield spot_of(corpus, item, "visit", "services", index, "by"), sentence
            elif who := _helper(item, service):
                sentence = (
                    f"The note says that the {who} did this, and by the visit it was a therapist;"
                    f" add 'by: {who}', or correct the note."
                )
                yield spot_of(corpus, item, "visit", "services", index), sentence


def days_of_the_note(corpus: Corpus) -> Problems:
    """Notes whose own day is not the question's `date`, or that name a day that is none."""
    for item in _visit_items(corpus):
        for found in (HEADED.search(item.note), LABELED.search(item.note)):
            if found and (other := _other_day(found, item.date)):
                sentence = (
                    f"The note is of {other}, and 'date' is {item.date}; correct one of them."
                )
                yield spot_of(corpus, item, "note"), sentence
                break
        else:
            if wrong := _impossible(item.note):
                yield spot_of(corpus, item, "note"), wrong


def times_of_the_note(corpus: Corpus) -> Problems:
    """One-on-one minutes that are more than the note's time in and time out allow."""
    for item in _visit_items(corpus):
        found = IN_AND_OUT.findall(item.note)
        if len(found) != 1:
            continue
        (stay,) = spans(" ".join(found[0]))
        total = sum(one.minutes or 0 for one in item.visit.services if _alone(corpus, one))
        if stay < total:
            sentence = (
                f"From {found[0][0]} to {found[0][1]} are {counted(stay, 'minute')}, and the visit"
                f" has {total} one-on-one; correct the times or the minutes."
            )
            yield spot_of(corpus, item, "note"), sentence


def _impossible(note: str) -> str | None:
    """What is wrong with a day anywhere in the note, whosever it is."""
    for found in SLASHED.finditer(note):
        month, of, year = (int(found[name]) for name in ("month", "of", "year"))
        if month > DECEMBER or of > monthrange(year, max(month, 1))[1]:
            return f"'{found['day']}' is no date; write month, day and year, as in 10/05/2026."
        weekday = date(year, month, of).strftime("%A")
        if found["weekday"] and not weekday.startswith(found["weekday"]):
            return f"{found['day']} is a {weekday}; correct the day of the week or the date."
    return None


def _alone(corpus: Corpus, service: Service) -> bool:
    technique = corpus.techniques.get(service.technique or "")
    contact = service.contact or (technique.contact if technique else None)
    return contact == "one-on-one" and service.by == "therapist"


def _helper(item: VisitItem, service: Service) -> str | None:
    """Who did it by the one sentence with its minutes, if a helper and no therapist."""
    if service.by != "therapist" or not service.minutes:
        return None
    stated = [
        sentence
        for sentence in SENTENCE.split(item.note)
        if service.minutes in named_minutes(sentence)
    ]
    found = BY_HELPER.search(stated[0]) if len(stated) == 1 else None
    if not found or THERAPIST.search(stated[0].replace(found[0], "")):
        return None
    return (found["who"] or found["first"]).lower()


def _other_day(found: re.Match[str], day: date) -> str | None:
    """The day as the note writes it, where it is not `day`."""
    if found["iso"]:
        return None if found["iso"] == day.isoformat() else found["iso"]
    month = found["month"] or MONTHS.split().index(found["word"]) + 1
    year = found["year"] or found["in"] or day.year
    stated = (int(year) % 100, int(month), int(found["day"] or found["of"]))
    return None if stated == (day.year % 100, day.month, day.day) else found["stated"]


def _visit_items(corpus: Corpus) -> Iterator[VisitItem]:
    return (item for item in corpus.items.values() if isinstance(item, VisitItem))
