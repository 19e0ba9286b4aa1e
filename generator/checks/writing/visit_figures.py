"""Who signed a note, its payer's amounts, the number of the visit, those used, and diagnoses."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.checks.item_checks import spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.findings import Problems
from generator.questions.kinds.claim_form.claim_form_kind import FillForm

SIGNED: Mapping[str, re.Pattern[str]] = {
    "pt": re.compile(r", ?(?:PT|DPT|PTA)\b|\b[Pp]hysical therapist\b"),
    "ot": re.compile(r"\bOTR(?:/L)?\b|\bC?OTA(?:/L)?\b|, ?OT\b|\b[Oo]ccupational therapist\b"),
    "slp": re.compile(r"\bCCC-SLP\b|, ?SLP\b|\b[Ss]peech-language pathologist\b"),
}
"""How a note names whose discipline treated; a bare PT may also be a patient or a class."""
AMOUNT = re.compile(r"\$ ?(?P<n>\d[\d,]*(?:\.\d\d)?)")
ALLOWED = re.compile(r"\ballowed\b|\bYTD\b|\b(?:so far|used) this year\b", re.IGNORECASE)
USED = re.compile(r"\b\d+ used\b", re.IGNORECASE)
"""Beside it the number of a visit may be one to reckon out."""
STEM = 5  # letters: "stiff" of stiffness and stiffened
VISIT = re.compile(r"\b[Vv]isit (?:no\. ?|# ?|number )?(?P<n>\d{1,3})\b(?! ?(?:of|to|-|min))")

SENTENCES = re.compile(r"(?<=[.;])\s+|\n")
OF = r"(?P<of>PT|OT|SLP|ST)"
BEFORE = re.compile(r"^Used\b|\bbefore (?:today|this visit|(?P<month>\d\d?)/(?P<day>\d\d?))\b")
"""What begins or is in a list of visits used: 'Used before 10/08: PT 12, OT 7'."""
LISTED = re.compile(
    rf"\b{OF}:? (?P<n>\d+)\b(?! ?[%/x])|\b(?P<m>\d+) (?:[a-z]+ )?(?P<o>PT|OT|SLP)\b"
)
USED_HERE = re.compile(rf"\b(?P<n>\d+) {OF} visits? used this (?:calendar )?year\b")
NUMBERED = re.compile(rf"\b{OF} visit (?:no\. ?|# ?)?(?P<n>\d+)(?:\.|,|;| this year)")
"""The visits of the year before this one are one less."""
NONE_BEFORE = re.compile(r"\b0 used\b")
"""Of an episode that begins the year: those used are the earlier ones of the episode."""


def disciplines_of_the_note(corpus: Corpus) -> Problems:
    """Visits under another discipline than the one whose clinician the note names."""
    for item in _visit_items(corpus):
        named = [name for name, words in SIGNED.items() if words.search(item.note)]
        if len(named) == 1 and item.visit.discipline in SIGNED.keys() - set(named):
            sentence = (
                f"The note names a clinician of {named[0]}, and 'discipline' is"
                f" {item.visit.discipline}; correct one of them."
            )
            yield spot_of(corpus, item, "visit", "discipline"), sentence


def figures_of_the_visit(corpus: Corpus) -> Problems:
    """Medicare's amount so far and the number of the visit, where the note tells others."""
    for item in _visit_items(corpus):
        noted_values: dict[str, set[float]] = {
            "visit_number": set() if USED.search(item.note) else _visits(item.note),
            "allowed_so_far_usd": _amounts(item.note) if ALLOWED.search(item.note) else set(),
        }
        for key, noted in noted_values.items():
            value = getattr(item.visit, key)
            sums = {one + other for one, other in combinations(noted, 2)}
            if noted and value is not None and value not in noted | sums:
                shown = " and ".join(f"{one:,g}" for one in sorted(noted))
                sentence = (
                    f"'{key}' is {value:,g}, and the note tells {shown}; correct one of them."
                )
                yield spot_of(corpus, item, "visit", key), sentence


def visits_used_of_the_note(corpus: Corpus) -> Problems:
    """Visits used before this one, where the note tells another number for the discipline."""
    for item in _visit_items(corpus):
        noted = _used(item)
        for discipline, value in item.visit.used_this_year.items():
            known = noted.get(discipline, set())
            sums = {one + other for one, other in combinations(known, 2)}
            if known and value not in known | sums:
                shown = " and ".join(f"{one:g}" for one in sorted(known))
                sentence = (
                    f"'used_this_year' of {discipline} is {value:g}, and the note tells {shown};"
                    " correct one of them."
                )
                yield spot_of(corpus, item, "visit", "used_this_year", discipline), sentence


def _used(item: VisitItem) -> Mapping[str, set[float]]:
    """By discipline, the visits before this one of which a note tells."""
    found: dict[str, set[float]] = {}
    if NONE_BEFORE.search(item.note) and item.visit.visit_number:
        found[str(item.visit.discipline)] = {item.visit.visit_number - 1.0}
    for sentence in SENTENCES.split(item.note):
        before = BEFORE.search(sentence)
        day = before and before["month"] and (int(before["month"]), int(before["day"]))
        if before and day in (None, (item.date.month, item.date.day)):
            for one in LISTED.finditer(sentence, before.start()):
                found.setdefault(_name(one["of"] or one["o"]), set()).add(
                    float(one["n"] or one["m"])
                )
        for one in USED_HERE.finditer(sentence):
            found.setdefault(_name(one["of"]), set()).add(float(one["n"]))
        for one in NUMBERED.finditer(sentence):
            found.setdefault(_name(one["of"]), set()).add(float(one["n"]) - 1)
    return found


def _name(letters: str) -> str:
    return "slp" if letters == "ST" else letters.lower()


def diagnoses_of_the_note(corpus: Corpus) -> Problems:
    """Diagnoses of a claim form of which the note has neither the code nor a word of the name."""
    for item in (one for one in corpus.items.values() if isinstance(one, FillForm)):
        for place, stated in enumerate(item.case.diagnoses):
            known = corpus.diagnoses.get(stated.code)
            if known and not _has_diagnosis(item.note, stated.code, known.name):
                sentence = (
                    f"The note has neither {stated.code} nor a word of '{known.name}'; name it in"
                    " the note, or take it out."
                )
                yield spot_of(corpus, item, "case", "diagnoses", place, "code"), sentence


def _has_diagnosis(note: str, code: str, name: str) -> bool:
    stems = {word[:STEM] for word in re.findall(r"[a-z]{4,}", name.lower())}
    return code in note or any(stem in note.lower() for stem in stems)


def _visits(note: str) -> set[float]:
    return {float(found["n"]) for found in VISIT.finditer(note)}


def _amounts(note: str) -> set[float]:
    return {float(found["n"].replace(",", "")) for found in AMOUNT.finditer(note)}


def _visit_items(corpus: Corpus) -> Iterator[VisitItem]:
    return (item for item in corpus.items.values() if isinstance(item, VisitItem))
