"""Remittances of patient cases: what they say is what the case's plan answers to the claim."""

import re
from collections.abc import Iterator

from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.adjudication.payer_case import dollars
from generator.billing.adjudication.remittance import LineRemittance, Remittance
from generator.facts.base import Keys
from generator.facts.charts import AnsweredClaim, ChartDocument
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.submissions import ClaimSubmission
from generator.facts.visits import Visit
from generator.findings import Problems, Spot

COMPLETED_BY = {
    "had met before this claim": "'deductible_met' under 'account' of 'answers'",
    "How many were used before": "'used_this_year' in the 'visit' of the step",
    "Which visit this is": "'visit_number' in the 'visit' of the step",
    "Whether it was obtained": "'authorization' in the 'visit' of the step",
    "allowed amount is not given": "'allowed_so_far_usd' in the 'visit' of the step",
}
"""By words of a question of a plan's, the key that answers it."""


def remittances_of_no_plan(corpus: Corpus) -> Problems:
    """Lines that a remittance of a chart lacks, or that its plan would decide otherwise."""
    for name, case in corpus.quizzes.items():
        if not isinstance(case, PatientCase):
            continue
        for place, document in enumerate(case.chart):
            spot = corpus.spot("quizzes", name) / "chart" / place
            malformed = list(_malformed(document))
            for keys, sentence in malformed:
                yield Spot(spot.path, (*spot.keys, "answers", "claim", "lines", *keys)), sentence
            for sentence in () if malformed else _wrong(corpus, case, document):
                yield spot / "text", sentence


def _malformed(document: ChartDocument) -> Iterator[tuple[Keys, str]]:
    """Modifiers that are several in one: [GO KX] for [GO, KX]."""
    for line, stated in enumerate(document.answers.claim.lines if document.answers else ()):
        for place, modifier in enumerate(stated.modifiers):
            parts = re.findall(r"\w+", modifier)
            if len(parts) > 1:
                sentence = f"'{modifier}' is not a modifier; write [{', '.join(parts)}]."
                yield (line, "modifiers", place), sentence


def _wrong(corpus: Corpus, case: PatientCase, document: ChartDocument) -> Iterator[str]:
    if document.answers is None:
        return
    billed = next((one for one in case.items if one.id == document.answers.visit_of), None)
    plan = corpus.plans.get(case.plan or "")
    if billed and plan and plan.payer != billed.payer:
        return  # the check of charts says so
    answer = answer_of(corpus, case, document.answers)
    if answer is None:
        yield (
            f"Step '{document.answers.visit_of}' has no visit to bill; name one with a 'visit' in"
            " 'visit_of'."
        )
        return
    if answer.rejections or any(line.status == "pended" for line in answer.lines):
        reasons = [one.why.text for one in answer.rejections]
        reasons += [one.text for line in answer.lines for one in line.questions]
        keys = [key for words, key in COMPLETED_BY.items() if words in " ".join(reasons)]
        complete = f"give {' and '.join(keys)}" if keys else "complete it"
        once = " ".join(dict.fromkeys(reasons))
        yield f"The plan cannot answer this claim: {once} To have an answer, {complete}."
        return
    lines = {" ".join(line.split()) for line in document.text.splitlines()}
    for line in answer.lines:
        wanted = remittance_line(line)
        if wanted not in lines:
            yield f"The plan answers line {line.number} thus: '{wanted}'; write it so."


def answer_of(corpus: Corpus, case: PatientCase, answered: AnsweredClaim) -> Remittance | None:
    """What the plan of the case answers; None where the step named has no visit."""
    submission = submission_of(case, answered)
    return adjudicate(corpus, submission) if submission else None


def submission_of(case: PatientCase, answered: AnsweredClaim) -> ClaimSubmission | None:
    """The claim of a remittance, for the visit of the step named; None where it has none."""
    item = next((one for one in case.items if one.id == answered.visit_of), None)
    facts = getattr(item, "visit", None)
    if item is None or facts is None:
        return None
    visit = Visit(date=item.date, payer=item.payer, **dict(facts))
    return ClaimSubmission(
        plan=case.plan, account=answered.account, claim=answered.claim, visit=visit
    )


def remittance_line(line: LineRemittance) -> str:
    """A line as charts have it: '97140 GP x1: billed $60.00, allowed $27.34, paid $21.43; …'."""
    billed = " ".join((line.line.code, *line.line.modifiers, f"x{line.line.units}"))
    amounts = [f"billed {dollars(line.billed)}"]
    if line.status == "paid":
        amounts.append(f"allowed {dollars(line.allowed)}")
    amounts.append(f"paid {dollars(line.paid)}")
    adjusted = [f"{one.code} {dollars(one.amount)}" for one in line.adjustments if one.amount]
    return "; ".join((f"{billed}: {', '.join(amounts)}", *adjusted, *line.remarks))
