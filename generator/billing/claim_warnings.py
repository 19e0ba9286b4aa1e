"""Where the facts end.

What is not known for a visit's date, payer or people, said instead of guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.billing.append_modifiers import BilledLine, assistant_known, is_therapy, plan_known
from generator.billing.coded_services import CodedService, MissingInformation
from generator.billing.edit_lookup import edit_for_pair
from generator.billing.messages import MESSAGES, message
from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import METHODS, minutes_by_code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.visits import Visit

PAIRS = ("rules/ncci-pairs",)
MOST_TIES = 5


def method_known(corpus: Corpus, visit: Visit) -> bool:
    return corpus.payers[visit.payer].unit_method in METHODS


def uncountable(
    corpus: Corpus, visit: Visit, timed: Sequence[CodedService]
) -> list[MissingInformation]:
    """What to ask a payer whose way of counting is not known.

    Says what the known methods would give.
    """
    if not timed:
        return []
    payer = corpus.payers[visit.payer]
    minutes = minutes_by_code((work.code, work.minutes) for work in timed)
    ways = {
        name: (
            ", ".join(f"{code} {units}" for code, units in method.count(minutes).allocations[0])
            or MESSAGES["none"]
        )
        for name, method in METHODS.items()
    }
    told = (
        message("methods-agree", units=ways["cms"])
        if ways["cms"] == ways["ama"]
        else message("methods-differ", **ways)
    )
    text = message("method-unknown", payer=payer.name, told=told)
    return [
        MissingInformation(
            None,
            "unit_method",
            Reason(text, (f"payers/{payer.id}",), tuple(payer.unit_fact.sources)),
        )
    ]


def open_pairs(visit: Visit, edits: Iterable[Edit]) -> Iterator[MissingInformation]:
    """Pairs of which the table read gives no first day, for a day before that table."""
    for edit in edits:
        text = message(
            "pair-unknown",
            column1=edit.column1,
            column2=edit.column2,
            day=visit.date,
            table=edit.as_of,
        )
        yield MissingInformation(
            None,
            "pair",
            Reason(text, (f"edits/{edit.column1}-{edit.column2}",), tuple(edit.sources)),
        )


def warnings(
    corpus: Corpus,
    visit: Visit,
    works: Sequence[CodedService],
    claims: tuple[tuple[BilledLine, ...], ...],
) -> Iterator[Reason]:
    """Everything to watch that no single line says."""
    yield from _ties(claims)
    yield from _later_year(corpus, visit)
    if corpus.payers[visit.payer].kind == "medicare":
        yield from _medicare(corpus, visit, works)
    else:
        yield from _other_payer(corpus, visit, works)
    if len({work.service.clinician for work in works if work.service.clinician}) > 1:
        yield Reason(message("two-clinicians"), ("rules/one-on-one-time",))


def _ties(claims: tuple[tuple[BilledLine, ...], ...]) -> Iterator[Reason]:
    for other in claims[1 : MOST_TIES + 1]:
        shown = ", ".join(f"{line.code} {line.units}" for line in other)
        yield Reason(message("as-right", claim=shown), ("rules/eight-minute",))
    if len(claims) > MOST_TIES + 1:
        yield Reason(message("as-right-more"), ("rules/eight-minute",))


def _later_year(corpus: Corpus, visit: Visit) -> Iterator[Reason]:
    judged = corpus.judged_on
    if visit.date.year > judged.year:
        yield Reason(message("later-year", year=visit.date.year, judged=judged))


def _medicare(corpus: Corpus, visit: Visit, works: Sequence[CodedService]) -> Iterator[Reason]:
    therapy = [
        work for work in works if is_therapy(corpus.codes[work.code], visit) and not work.excluded
    ]
    assisted = [work for work in works if work.by_assistant]
    if therapy and visit.discipline in PLAN and not plan_known(corpus, visit):
        yield Reason(message("plan-unknown", day=visit.date), ("rules/therapy-modifiers",))
    if therapy and visit.discipline not in PLAN:
        yield Reason(
            message("plan-none", discipline=visit.discipline), ("rules/therapy-modifiers",)
        )
    if therapy and visit.plan_certified is False:
        yield Reason(message("plan-uncertified"), ("rules/plan-of-care",))
    if assisted and visit.discipline not in ASSISTANT:
        yield Reason(message("assistant-none", discipline=visit.discipline), ("rules/assistants",))
    elif assisted and not assistant_known(corpus, visit):
        yield Reason(message("assistant-unknown", day=visit.date), ("rules/assistants",))
    yield from _unread_tables(corpus, visit, {work.code for work in works})


def _unread_tables(corpus: Corpus, visit: Visit, codes: set[str]) -> Iterator[Reason]:
    """The pair tables change each quarter, and most pairs were read in one of them."""
    read = corpus.pairs_read_on
    if len(codes) > 1 and _quarter(visit.date) > _quarter(read):
        yield Reason(message("pairs-unread", table=read, day=visit.date), PAIRS)


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _other_payer(corpus: Corpus, visit: Visit, works: Sequence[CodedService]) -> Iterator[Reason]:
    payer = corpus.payers[visit.payer]
    codes = sorted({work.code for work in works})
    unread = [
        code
        for code in codes
        if visit.payer not in corpus.codes[code].coverage
        or corpus.codes[code].coverage[visit.payer].status in ("varies", "not-known")
    ]
    if unread and not payer.invented:
        yield Reason(
            message("cover-unknown", payer=payer.name, codes=", ".join(unread)),
            (f"payers/{payer.id}",),
            tuple(payer.general.sources),
        )
    for index, one in enumerate(codes):
        for other in codes[index + 1 :]:
            edit = edit_for_pair(corpus, one, other, visit.date, visit.setting)
            if edit:
                text = message(
                    "pair-other-payer", column1=edit.column1, column2=edit.column2, payer=payer.name
                )
                yield Reason(text, (f"edits/{edit.column1}-{edit.column2}",))
