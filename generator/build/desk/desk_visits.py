"""Visits of questions that a learner can bill to a plan, with every right claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.adjudication.remittance import Remittance
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.facts.charts import AnsweredClaim
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.plans import PayerPlan
from generator.facts.quizzes import Item, Quiz
from generator.facts.submissions import (
    Account,
    ClaimSubmission,
    SubmittedClaim,
    SubmittedLine,
)
from generator.facts.visits import Visit
from generator.questions.kinds.answers import visit_of
from generator.questions.kinds.claim_form.claim_form_kind import FillForm
from generator.questions.kinds.registry import kind_of

DISCIPLINES = ("pt", "ot", "slp", "chiropractic")
SENT_AFTER = timedelta(days=3)
RECENT = timedelta(days=365)
"""A desk works on this year's visits: Medicare takes a claim for a year."""
CHARGE = Decimal(200)
Lines = tuple[SubmittedLine, ...]
PROBE = (SubmittedLine(code="97110", units=1, modifiers=("GP",), charge=CHARGE),)
"""Shows whether a plan knows the day at all."""


@dataclass(frozen=True)
class DeskVisit:
    """A visit, the plan that answers its claim, and what the plan has on file."""

    quiz: Quiz
    item: Item
    visit: Visit
    billed: ClaimResult
    plan: PayerPlan
    account: Account
    received: date

    @property
    def state(self) -> str:
        """What a biller does with it: bill it, ask first, or hold it as not billable."""
        if self.billed.questions:
            return "ask"
        return "bill" if self.billed.lines else "none"

    @property
    def level(self) -> int:
        """The case's, else the question's."""
        return self.quiz.level if isinstance(self.quiz, PatientCase) else self.item.difficulty

    def submission(
        self, lines: Lines, received: date | None = None, account: Account | None = None
    ) -> ClaimSubmission:
        """The lines as a claim to its plan."""
        claim = SubmittedClaim(lines=lines, received=received or self.received)
        return ClaimSubmission(
            plan=self.plan.id, visit=self.visit, account=account or self.account, claim=claim
        )

    @property
    def right_lines(self) -> Lines:
        """The right claim that is shown first."""
        return lines_of(self.billed)


def lines_of(billed: ClaimResult) -> Lines:
    """The lines of the first claim, each with a charge above what any plan allows."""
    return tuple(
        SubmittedLine(
            code=line.code, units=line.units, modifiers=line.modifiers, charge=CHARGE * line.units
        )
        for line in billed.lines
    )


def desk_visits(corpus: Corpus) -> Iterator[DeskVisit]:
    """Every visit whose claim, or whose question, is certain, and that a plan here answers."""
    for quiz in corpus.quizzes.values():
        for item in quiz.items:
            in_case = isinstance(quiz, PatientCase)
            # A case's question of units is about all of its day, too.
            is_whole = kind_of(item).whole_visit or (in_case and item.kind == "units")
            if item.contested or not is_whole or _corrects(item):
                continue
            visit = visit_of(item)
            if visit.discipline in DISCIPLINES and is_recent(corpus, visit.date):
                yield from _with_plan(corpus, quiz, item, visit)


def is_recent(corpus: Corpus, day: date) -> bool:
    """Whether a claim for that day may still be worked on."""
    return corpus.judged_on - RECENT < day <= corpus.judged_on


def _corrects(item: Item) -> bool:
    """Whether its claim replaces an earlier one."""
    return isinstance(item, FillForm) and item.case.replaces is not None


def _with_plan(corpus: Corpus, quiz: Quiz, item: Item, visit: Visit) -> Iterator[DeskVisit]:
    billed = build_claim(corpus, visit)
    if billed.by_method:
        return
    own = getattr(quiz, "plan", None)
    plans = [one for one in corpus.plans.values() if one.payer == visit.payer]
    for plan in sorted(plans, key=lambda one: (one.id != own, not one.usual, one.id)):
        account, received = _on_file(quiz, item, plan, visit)
        found = DeskVisit(quiz, item, visit, billed, plan, account, received)
        if answers(corpus, found):
            yield found
            return


def answers(corpus: Corpus, found: DeskVisit) -> bool:
    """Whether the plan decides the right claim and holds only the patient to what it denies."""
    answer = adjudicate(corpus, found.submission(found.right_lines or PROBE))
    if found.state != "bill":
        return not any("schedule" in words or "terms" in words for words in _open(answer))
    return not answer.rejections and all(
        line.status == "paid"
        or (line.status == "denied" and all(one.group == "PR" for one in line.adjustments))
        for line in answer.lines
    )


def _open(answer: Remittance) -> Iterator[str]:
    return (question.text for line in answer.lines for question in line.questions)


def _on_file(quiz: Quiz, item: Item, plan: PayerPlan, visit: Visit) -> tuple[Account, date]:
    """As the case's remittance has it; else the deductible is met and the claim sent soon."""
    answered = _answered(quiz)
    mine = next((one for one in answered if one.visit_of == item.id), None)
    received = (mine.claim.received if mine else None) or visit.date + SENT_AFTER
    known = mine or next((one for one in answered if one.account.deductible_met is not None), None)
    if known and (known.account.deductible_met is not None or mine):
        return known.account.model_copy(update={} if mine else {"earlier": ()}), received
    met = next(
        (
            one.amount
            for one in plan.figures
            if one.key == "deductible" and one.effective.covers(visit.date)
        ),
        None,
    )
    return Account(deductible_met=met), received


def _answered(quiz: Quiz) -> Sequence[AnsweredClaim]:
    if not isinstance(quiz, PatientCase):
        return ()
    return [one.answers for one in quiz.chart if one.answers]
