"""Which diagnoses of a case go into box 21, in which order, and what a line points to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.billing.reasons import Reason, day_text
from generator.facts.corpus import Corpus
from generator.facts.diagnoses import DiagnosisEntry
from generator.facts.quizzes import Item
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.claim_form_case import (
    LISTED,
    CaseDiagnosis,
    ClaimCase,
    InjuryCare,
)

LETTERS = "ABCDEFGHIJKL"
LEFT_OUT = {
    "part-of": "It is a symptom of a condition that is listed, so it is not added.",
    "suspected": "It is not established; in outpatient care a suspected condition is not coded.",
    "unrelated": "It is in the chart, but today's care neither treats it nor depends on it.",
    "resolved": "It is over; only what it left, or the care after it, is coded.",
}
SEQUELA = "S"
AFTER_WHAT_IT_LEFT = "S marks what an injury left; the condition that remains comes before it."
CARE: Mapping[str, InjuryCare] = {"A": "active", "D": "healing"}
"""What the 7th character of an injury says."""
CARE_TEXT: Mapping[InjuryCare, str] = {
    "active": "active treatment",
    "healing": "care during healing, after active treatment",
}


@dataclass(frozen=True)
class BoxedDiagnoses:
    """The codes of box 21 in their order, with why; and the codes left out, with why not."""

    listed: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, str], ...]

    def letter(self, code: str) -> str:
        """The letter of a listed code."""
        return LETTERS[[name for name, _ in self.listed].index(code)]


def boxed(corpus: Corpus, item: Item, case: ClaimCase) -> BoxedDiagnoses:
    """The diagnoses of a case as box 21 has them; raises `Underivable` where the order is open."""
    known = {one.code: _fact(corpus, one.code) for one in case.diagnoses}
    refused = {one.code: why for one in case.diagnoses if (why := _why_not(item, case, known, one))}
    left = [one for one in case.diagnoses if one.code not in refused]
    chief = [one for one in left if one.status == "chief"]
    if chief and _is_sequela(known[chief[0].code]):
        text = "with S, the condition that remains comes first; make it 'chief'"
        raise UnderivableError(text, "case")
    if not chief:
        raise UnderivableError("the chief diagnosis may not be listed; correct it", "case")
    listed = [(chief[0].code, "What is chiefly responsible for the visit comes first.")]
    listed += _added(known, chief[0], left)
    for status, why in (
        ("treated", "Treated at this visit as well."),
        ("affects", "Not treated, but it affects the treatment."),
    ):
        rest = [one for one in left if one.status == status and one.code not in dict(listed)]
        if len(rest) > 1:
            names = " and ".join(one.code for one in rest)
            raise UnderivableError(f"the order of {names} is open; leave one out", "case")
        for one in rest:
            after = AFTER_WHAT_IT_LEFT if _is_sequela(known[one.code]) else why
            listed += [(one.code, after), *_added(known, one, left)]
    return BoxedDiagnoses(tuple(dict(listed).items()), tuple(refused.items()))


def _fact(corpus: Corpus, code: str) -> DiagnosisEntry:
    if code not in corpus.diagnoses:
        raise UnderivableError(f"{code} is not in content/diagnoses; add it there", "case")
    return corpus.diagnoses[code]


def _added(
    known: dict[str, DiagnosisEntry], base: CaseDiagnosis, left: Sequence[CaseDiagnosis]
) -> Iterator[tuple[str, str]]:
    for code in known[base.code].add:
        if any(one.code == code for one in left):
            yield code, f"{base.code} asks for it: it names what {base.code} leaves open."


def _why_not(
    item: Item, case: ClaimCase, known: dict[str, DiagnosisEntry], one: CaseDiagnosis
) -> str:
    """Why a diagnosis is not in box 21; empty where it is."""
    fact, others = known[one.code], [other for other in case.diagnoses if other is not one]
    if not fact.effective.covers(item.date):
        end = fact.effective.end
        when = f"was valid until {day_text(end)}" if end else "is not valid yet"
        return f"{one.code} {when}; the date of service is {day_text(item.date)}."
    if one.status not in LISTED:
        return LEFT_OUT[one.status]
    if why := _other_side(case, fact) or _other_care(case, fact):
        return why
    injuries = (known[o.code] for o in others if known[o.code].role == "injury")
    injury = next((found for found in injuries if not _other_care(case, found)), None)
    if fact.role == "aftercare" and injury and one.status != "chief":
        return f"Care after an injury is the injury code, {injury.code}, not an aftercare code."
    for other in (o for o in others if o.status in LISTED and o.code in fact.never_with):
        if other.status == "chief" or one.code not in known[other.code].never_with:
            return f"{one.code} is not reported with {other.code} for one condition."
    return ""


def _is_sequela(fact: DiagnosisEntry) -> bool:
    return fact.role == "injury" and fact.code.endswith(SEQUELA)


def _other_side(case: ClaimCase, fact: DiagnosisEntry) -> str:
    if case.side is None or fact.side in (None, case.side):
        return ""
    return f"{fact.code} names the {fact.side} side; the note is about the {case.side}."


def _other_care(case: ClaimCase, fact: DiagnosisEntry) -> str:
    """Why an injury code is of another phase of care; empty where it is not."""
    care = CARE.get(fact.code[-1]) if fact.role == "injury" else None
    if case.injury_care is None or care in (None, case.injury_care):
        return ""
    letter, mine = fact.code[-1], CARE_TEXT[case.injury_care]
    return f"{letter} at the end is for {CARE_TEXT[care]}; this visit is {mine}."


def pointers(case: ClaimCase, found: BoxedDiagnoses, code: str, most: int) -> str:
    """The letters that a line of the code points to, the first of box 21 first."""
    treated = [one.code for one in case.diagnoses if code in one.lines]
    letters = sorted(found.letter(name) for name in treated if name in dict(found.listed))
    if not letters:
        raise UnderivableError(
            f"no diagnosis of box 21 names {code} in its 'lines'; say what {code} treats", "case"
        )
    return "".join(letters[:most])


def diagnosis_reasons(corpus: Corpus, found: BoxedDiagnoses) -> tuple[Reason, ...]:
    """Why each code is in box 21, or is not."""
    return tuple(
        Reason(
            f"{code}: {why}",
            (f"diagnoses/{code}",),
            tuple(corpus.diagnoses[code].sources),
            corpus.diagnoses[code].confidence,
            corpus.diagnoses[code].as_of,
        )
        for code, why in (*found.listed, *found.left_out)
    )
