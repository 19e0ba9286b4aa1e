"""Claims that somebody sent: rejected, denied or paid as they should be; the plan decides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.adjudication.membership import last_filing_day
from generator.billing.modifiers import BYPASS_MODIFIERS, PLAN
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import day_text
from generator.build.desk.desk_visits import CHARGE, DeskVisit, Lines
from generator.facts.adjustments import Cause
from generator.facts.base import Period
from generator.facts.corpus import Corpus
from generator.facts.submissions import Account, EarlierLine, SubmittedLine

BYPASS = frozenset(BYPASS_MODIFIERS)


@dataclass(frozen=True)
class SentClaim:
    """A claim as it was sent, and what is in the chart about it since.

    `causes` says of lines that came back unpaid what is behind it: the code of the remittance, and
    the cause among those that the facts name; its remedy is the key.
    """

    of: DeskVisit
    kind: str
    name: str
    lines: Lines
    received: date
    account: Account
    causes: dict[int, tuple[str, Cause]]
    paper: tuple[str, str] | None = None


@dataclass(frozen=True)
class Attempt:
    """A claim to try: it is kept where the plan answers with `number` on a line."""

    number: str
    adjustment: str
    cause: str
    lines: Lines
    received: date | None = None
    account: Account | None = None
    paper: tuple[str, str] | None = None


Maker = Callable[[Corpus, DeskVisit], Iterator[Attempt]]


def sent_claims(corpus: Corpus, found: DeskVisit, number: int) -> Iterator[SentClaim]:
    """What may have been sent for the visit, each kept only where the plan answers as said.

    Slips that fit every visit are shared among them by its number.
    """
    yield from _rejected(corpus, found, number)
    yield SentClaim(
        found, "remittance", "paid", found.right_lines, found.received, found.account, {}
    )
    shared = [*SHARED][number % len(SHARED)]
    for name, maker in {**MAKERS, shared: SHARED[shared]}.items():
        for attempt in maker(corpus, found):
            yield from _answered_so(corpus, found, name, attempt)


def _answered_so(
    corpus: Corpus, found: DeskVisit, name: str, attempt: Attempt
) -> Iterator[SentClaim]:
    account, received = attempt.account or found.account, attempt.received or found.received
    answer = adjudicate(corpus, found.submission(attempt.lines, received, account))
    cause = _cause(corpus, attempt)
    if answer.rejections or not cause or cause.payer not in (None, found.visit.payer):
        return
    denied = {line.number: line for line in answer.lines if line.status == "denied"}
    hit = {
        number
        for number, line in denied.items()
        if [f"{one.group}-{one.carc}" for one in line.adjustments] == [attempt.number]
    }
    if hit and hit == set(denied) and all(line.status != "pended" for line in answer.lines):
        causes = {number: (attempt.adjustment, cause) for number in sorted(hit)}
        yield SentClaim(
            found, "denial", name, attempt.lines, received, account, causes, attempt.paper
        )


def _cause(corpus: Corpus, attempt: Attempt) -> Cause | None:
    adjustment = corpus.adjustments.get(attempt.adjustment)
    causes = adjustment.causes if adjustment else ()
    return next((one for one in causes if one.id == attempt.cause), None)


def _rejected(corpus: Corpus, found: DeskVisit, number: int) -> Iterator[SentClaim]:
    """One line with a slip of the front desk's."""
    first, *rest = found.right_lines
    slips: dict[str, dict[str, object]] = {
        "units-none": {"units": 0},
        "code-form": {"code": f"{first.code[:4]}O"},
    }
    if first.modifiers:
        named, *more = first.modifiers
        slips |= {
            "modifier-form": {"modifiers": (named[0], *more)},
            "modifier-twice": {"modifiers": (named, named, *more)},
        }
    name = [*slips][number % len(slips)]
    lines = (first.model_copy(update=slips[name]), *rest)
    answer = adjudicate(corpus, found.submission(lines))
    if len(answer.rejections) == 1:
        yield SentClaim(found, "rejected", name, lines, found.received, found.account, {})


def _without(lines: Lines, dropped: frozenset[str]) -> Lines:
    return tuple(
        line.model_copy(
            update={"modifiers": tuple(one for one in line.modifiers if one not in dropped)}
        )
        for line in lines
    )


def _no_plan_modifier(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    *rest, last = found.right_lines
    dropped = _without((last,), frozenset(PLAN.values()))
    if dropped != (last,):
        yield Attempt("CO-4", "co-4", "discipline-modifier", (*rest, *dropped))


def _no_bypass(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    lines = _without(found.right_lines, BYPASS)
    if lines != found.right_lines:
        yield Attempt("CO-236", "co-236", "modifier-missing", lines)


def _no_kx(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    lines = _without(found.right_lines, frozenset({"KX"}))
    if lines != found.right_lines:
        yield Attempt("CO-119", "pr-119", "kx-missing", lines)


def _not_separate(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    """A documented service that the payer bundles, billed all the same."""
    billed = {line.code for line in found.right_lines}
    modifier = PLAN.get(found.visit.discipline)
    for entry in found.billed.not_billed:
        if entry.code and entry.code not in billed:
            extra = SubmittedLine(
                code=entry.code,
                units=1,
                modifiers=(modifier,) if modifier else (),
                charge=CHARGE,
            )
            lines = (*found.right_lines, extra)
            yield Attempt("CO-97", "co-97", "always-bundled", lines)
            return


def _late(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    day = found.visit.date
    limit = found.plan.figure("timely-filing", day)
    received = last_filing_day(limit, day) + timedelta(days=9) if limit else date.max
    if received <= corpus.judged_on:
        report = f"Claim accepted by the payer: {day_text(received)}."
        yield Attempt(
            "CO-29",
            "co-29",
            "late",
            found.right_lines,
            received,
            paper=("Clearinghouse report", f"{report} No earlier claim for this visit."),
        )


def _sent_in_time(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    for late in _late(corpus, found):
        first = f"Claim accepted by the payer: {day_text(found.received)}. No answer came."
        again = f"Sent again, accepted: {day_text(late.received)}." if late.received else ""
        yield Attempt(
            late.number,
            late.adjustment,
            "sent-in-time",
            late.lines,
            late.received,
            paper=("Clearinghouse report", f"{first} {again}"),
        )


def _duplicate(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    earlier = tuple(
        EarlierLine(code=line.code, date=found.visit.date, modifiers=line.modifiers)
        for line in found.right_lines
    )
    sent = f"Claim sent {day_text(found.received)}."
    yield Attempt(
        "OA-18",
        "oa-18",
        "resent",
        found.right_lines,
        found.received + timedelta(days=6),
        found.account.model_copy(update={"earlier": earlier}),
        ("Account ledger", f"{sent} The same claim was sent again six days later."),
    )


def _no_coverage(corpus: Corpus, found: DeskVisit) -> Iterator[Attempt]:
    if policy_of(corpus.payers[found.visit.payer]).is_part_b:  # hardly anybody leaves Part B
        return
    last = found.visit.date - timedelta(days=1)
    words = "The patient says that there is no new plan, and will pay for the visit."
    yield Attempt(
        "PR-27",
        "pr-27",
        "no-coverage",
        found.right_lines,
        account=found.account.model_copy(update={"covered": Period.between(None, last)}),
        paper=("Eligibility, checked again", f"Coverage ended {day_text(last)}. {words}"),
    )


MAKERS: dict[str, Maker] = {
    "plan-modifier": _no_plan_modifier,
    "bypass": _no_bypass,
    "threshold": _no_kx,
    "bundled": _not_separate,
    "late": _late,
    "sent-in-time": _sent_in_time,
}
SHARED: dict[str, Maker] = {"duplicate": _duplicate, "no-coverage": _no_coverage}
