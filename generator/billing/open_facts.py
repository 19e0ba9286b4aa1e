"""What the facts leave open about a code, for the payer, the day and who treated.

The law: a claim line rests only on facts that are known, read and in force. Anything else is asked
in the words of the fact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.billing.by_video import video_question
from generator.billing.data_tables import PAYMENT_TABLE
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Ask, explain
from generator.billing.who_may import word_on_role
from generator.facts.base import PayerId, Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.visits import Service, Visit

ASKED: Sequence[str] = PAYMENT_TABLE["asked"]
Open = Ask | None


@dataclass(frozen=True)
class _Case:
    """A code of a visit, who treated, and what the note gives of it."""

    corpus: Corpus
    code: Code
    payer: Payer
    visit: Visit
    role: str
    confirmed: bool
    by_video: bool

    @property
    def rests_on(self) -> tuple[str, ...]:
        return (f"codes/{self.code.code}",)

    def ask(self, missing: str, name: str, fact: Sourced | None = None, **words: object) -> Ask:
        words = {"code": self.code.code, "payer": self.payer.name, "role": self.role, **words}
        sources = fact.sources if fact else ()
        return Ask(missing, (explain(name, self.rests_on, sources, **words),))

    def lapsed(self, missing: str, fact: Sourced) -> Ask:
        """That the fact ended before the day, or had not begun."""
        end, start, day = fact.effective.end, fact.effective.start, self.visit.date
        late = end is not None and end < day
        return self.ask(
            missing,
            "fact-ended" if late else "fact-not-yet",
            fact,
            day=end if late else start,
            date=day,
            but=f" {fact.contested}" if fact.contested else "",
        )


def open_fact(
    corpus: Corpus, visit: Visit, service: Service, role: str, name: str, denied: bool = False
) -> Ask | None:
    """The first thing about a taught code that must be asked.

    What the payer has confirmed is asked no more; of a line that is to be denied, only its unit is.
    """
    payer, code = corpus.payers[visit.payer], corpus.codes[name]
    case = _Case(corpus, code, payer, visit, role, service.confirmed, service.contact == "remote")
    stages: tuple[Callable[[_Case], Open], ...] = (
        (_unit,) if denied else (_who, _coverage, _video, _unit, _doubts)
    )
    return next((found for stage in stages if (found := stage(case))), None)


def _who(case: _Case) -> Open:
    word = word_on_role(case.corpus, case.visit, case.code.code, case.role)
    if case.confirmed:
        return None
    if word is None:
        return case.ask("who", "who-unknown")
    if word.may == "depends" or word.fact.undecided:
        why = case.ask("who", "ask-who", word.fact, text=word.fact.text)
        return Ask("who", (replace(why.reasons[0], rests_on=(word.reference,)),))
    return None


def _coverage(case: _Case) -> Open:
    """Of a payer outside Medicare that says nothing of a code, a warning tells it."""
    coverage = case.code.coverage.get(PayerId(case.payer.id))
    policy = policy_of(case.payer)
    if coverage is None:
        silent = policy.part_of_medicare and not case.confirmed
        return case.ask("coverage", "coverage-unknown") if silent else None
    if not coverage.effective.covers(case.visit.date):
        return case.lapsed("coverage", coverage)
    if (coverage.status in ASKED or coverage.undecided) and not case.confirmed:
        disputed = f" {coverage.contested}" if coverage.undecided else ""
        text = coverage.text + disputed
        return case.ask("coverage", "ask-coverage", coverage, text=text)
    if coverage.therapy is None and policy.medicare_modifiers:
        return case.ask("coverage", "designation-unknown", coverage)
    return None


def _video(case: _Case) -> Open:
    """The place of service and the modifier of a line by video differ by payer and contractor."""
    question = video_question(case.code)
    if not question or not case.by_video or case.confirmed:
        return None
    return case.ask("coverage", question, day=case.visit.date)


def _unit(case: _Case) -> Open:
    unit = case.code.unit
    if not unit.effective.covers(case.visit.date):
        return case.lapsed("unit", unit)
    return case.ask("unit", "ask-first", unit, text=unit.contested) if unit.undecided else None


def _doubts(case: _Case) -> Open:
    for doubt in () if case.confirmed else case.code.doubts:
        if doubt.asks and doubt.bars(case.payer.id, case.role, case.visit.date):
            return case.ask(doubt.asks, "ask-first", doubt, text=doubt.text)
    return None
