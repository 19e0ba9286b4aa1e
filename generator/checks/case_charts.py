"""The chart of a patient case, its plan and its steps tell of one episode."""

import re
from collections.abc import Iterator, Mapping

from generator.checks.figures.numbers import NUMBER, ORDINAL, number_of, ordinal_of
from generator.facts.charts import ChartDocument
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.plans import PayerPlan
from generator.facts.quizzes import VisitItem
from generator.findings import Problems, Spot

TERMS = ("card", "eligibility", "policy")
"""Records that tell what a plan covers."""
VISITS = ("daily-note", "evaluation")
"""Records of one day, which their title names."""
DAY = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)(?:/(?:\d{4}|\d\d))?(?![\d/])")
LINE = re.compile(r"^(\w{5})((?: [A-Z0-9]{2})*) x(\d+)\b", re.MULTILINE)
SENT = re.compile(r"(?<!not )\bsent\b")
SHARES: Mapping[str, re.Pattern[str]] = {
    "copay": re.compile(r"\bcopay(?:ment)? \$(?P<n>[\d,]+)", re.IGNORECASE),
    "deductible": re.compile(r"\bded(?:uctible)? \$(?P<n>[\d,]+)(?! met)", re.IGNORECASE),
    "coinsurance": re.compile(r"\b(?P<n>\d+)(?:%| percent) coins", re.IGNORECASE),
    "timely-filing": re.compile(r"\bfiling limit:? (?P<n>\d+) d", re.IGNORECASE),
}
"""How records state the figures of a plan."""
A_YEAR = re.compile(r"\b(?P<n>\d+) visits(?: a |/| per )y(?:ea)?r\b", re.IGNORECASE)
FROM_VISIT = re.compile(
    rf"\bauth\w*\b[^.]*\bfrom (?:the )?(?:(?P<place>{ORDINAL}) visit|visit (?P<n>{NUMBER}))\b",
    re.IGNORECASE,
)
Line = tuple[str, tuple[str, ...], int]


def charts_beside_their_case(corpus: Corpus) -> Problems:
    """Records called alike, of another day, of another plan, or with other lines than answered."""
    for name, case in corpus.quizzes.items():
        if isinstance(case, PatientCase):
            spot = corpus.spot("quizzes", name)
            yield from _called_alike(spot, case)
            yield from _of_another_day(spot, case)
            yield from _of_other_lines(spot, case)
            if plan := corpus.plans.get(case.plan or ""):
                yield from _of_another_payer(spot, case, plan)
                yield from _of_other_terms(spot, case, plan)


def _called_alike(spot: Spot, case: PatientCase) -> Problems:
    names = [one.id for one in case.chart]
    for place, name in enumerate(names):
        if name in names[:place]:
            sentence = f"Two records of the chart are called '{name}'; give this one an id."
            yield spot / "chart" / place / "id", sentence


def _of_another_day(spot: Spot, case: PatientCase) -> Problems:
    """Steps about a visit whose note, by its title, is of another day."""
    for place, item in enumerate(case.items):
        titles = [one.title for one in item.documents if one.kind in VISITS]
        days = {(int(m), int(d)) for title in titles for m, d in DAY.findall(title)}
        own = (item.date.month, item.date.day)
        if isinstance(item, VisitItem) and days and own not in days:
            noted = ", ".join(f"{month:02}/{day:02}" for month, day in sorted(days))
            sentence = (
                f"'date' is {item.date}, and the note that the step reads is of {noted}; correct"
                " one of them."
            )
            yield spot / "items" / place / "date", sentence


def _of_other_lines(spot: Spot, case: PatientCase) -> Problems:
    """Remittances that answer other lines than the claim in the chart has that was sent."""
    sent = [lines_in(one) for one in case.chart if one.kind == "claim" and SENT.search(one.title)]
    for place, document in enumerate(case.chart):
        if document.answers is None:
            continue
        claim = document.answers.claim.lines
        answered = [(line.code, tuple(line.modifiers), line.units) for line in claim]
        alike = [lines for lines in sent if _codes(lines) == _codes(answered)]
        if alike and answered not in alike:
            stated = "; ".join(" ".join((code, *mods, f"x{n}")) for code, mods, n in alike[0])
            sentence = (
                f"The claim sent, in the chart, has {stated}, and 'answers' has other lines;"
                " correct one of them."
            )
            yield spot / "chart" / place / "answers" / "claim" / "lines", sentence


def _of_another_payer(spot: Spot, case: PatientCase, plan: PayerPlan) -> Problems:
    """Remittances for a step whose payer is not the plan's."""
    billed = {one.answers.visit_of for one in case.chart if one.answers}
    for place, item in enumerate(case.items):
        if item.id in billed and item.payer != plan.payer:
            sentence = (
                f"'payer' is {item.payer}, and the plan of the case, {plan.id}, is one of"
                f" {plan.payer}; correct one of them."
            )
            yield spot / "items" / place / "payer", sentence


def _of_other_terms(spot: Spot, case: PatientCase, plan: PayerPlan) -> Problems:
    for place, document in enumerate(case.chart):
        for stated, key, known in _terms(document, plan) if document.kind in TERMS else ():
            values = " or ".join(f"{one:g}" for one in sorted(known))
            sentence = (
                f"'{stated}' is not what the plan has: '{key}' of {plan.id} is {values}; correct"
                " one of them."
            )
            yield spot / "chart" / place / "text", sentence


def _terms(document: ChartDocument, plan: PayerPlan) -> Iterator[tuple[str, str, set[float]]]:
    """What a record states otherwise than the plan, the plan's key, and its values."""
    for key, expression in SHARES.items():
        known = {float(one.amount) for one in plan.figures if one.key == key}
        for found in expression.finditer(document.text):
            if known and number_of(found["n"]) not in known:
                yield found[0], key, known
    years = {float(one.most) for one in plan.visit_limits}
    for found in A_YEAR.finditer(document.text):
        if years and number_of(found["n"]) not in years:
            yield found[0], "visit_limits", years
    start = {float(plan.authorization.from_visit)} if plan.authorization else set[float]()
    for found in FROM_VISIT.finditer(document.text):
        visit = float(ordinal_of(found["place"])) if found["place"] else number_of(found["n"])
        if start and visit not in start:
            yield found[0], "authorization.from_visit", start


def lines_in(document: ChartDocument) -> list[Line]:
    """The lines of a claim as a record writes them."""
    return [(code, tuple(mods.split()), int(n)) for code, mods, n in LINE.findall(document.text)]


def _codes(lines: list[Line]) -> list[str]:
    return sorted(code for code, _, _ in lines)
