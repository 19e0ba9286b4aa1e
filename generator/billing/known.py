"""Where the facts end: what is not known for a visit's date, payer or people, said instead of guessed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.billing.counting import METHODS, merged
from generator.billing.lines import Line, assistant_known, is_therapy, plan_known
from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.outcomes import Reason
from generator.billing.pairs import pair_on
from generator.billing.works import Question, Work
from generator.corpus import Corpus
from generator.model.registers import Edit
from generator.model.visit import Visit

PAIRS = ("rules/ncci-pairs",)
MOST_TIES = 5


def method_known(corpus: Corpus, visit: Visit) -> bool:
    return corpus.payers[visit.payer].unit_method in METHODS


def uncountable(corpus: Corpus, visit: Visit, timed: Sequence[Work]) -> list[Question]:
    """What to ask a payer whose way of counting is not known; says what the known methods would give."""
    if not timed:
        return []
    payer = corpus.payers[visit.payer]
    minutes = merged((work.code, work.minutes) for work in timed)
    ways = {
        name: ", ".join(f"{code} {units}" for code, units in method.count(minutes).allocations[0]) or "none"
        for name, method in METHODS.items()
    }
    told = (
        f"both known methods give {ways['cms']}"
        if ways["cms"] == ways["ama"]
        else f"Medicare's way gives {ways['cms']}, the midpoint {ways['ama']}"
    )
    text = f"How {payer.name} turns minutes into units is not known here; ask the payer. As units, {told}."
    return [Question(None, "unit_method", Reason(text, (f"payers/{payer.id}",), tuple(payer.unit_fact.sources)))]


def open_pairs(visit: Visit, edits: Iterable[Edit]) -> Iterator[Question]:
    """Pairs of which the table read gives no first day, for a day before that table."""
    for edit in edits:
        unknown = f"Whether {edit.column1} and {edit.column2} were a pair is not known for {visit.date}"
        text = f"{unknown}: the table of {edit.as_of} gives no first day."
        yield Question(None, "pair", Reason(text, (f"edits/{edit.column1}-{edit.column2}",), tuple(edit.sources)))


def warnings(corpus: Corpus, visit: Visit, works: Sequence[Work], claims: tuple[tuple[Line, ...], ...]) -> Iterator[Reason]:
    """Everything to watch that no single line says."""
    yield from _ties(claims)
    yield from _later_year(corpus, visit)
    if corpus.payers[visit.payer].kind == "medicare":
        yield from _medicare(corpus, visit, works)
    else:
        yield from _other_payer(corpus, visit, works)
    if len({work.service.clinician for work in works if work.service.clinician}) > 1:
        yield Reason(
            "More than one clinician treated: together they bill no more time than really passed.", ("rules/one-on-one-time",)
        )


def _ties(claims: tuple[tuple[Line, ...], ...]) -> Iterator[Reason]:
    for other in claims[1 : MOST_TIES + 1]:
        shown = ", ".join(f"{line.code} {line.units}" for line in other)
        yield Reason(f"As right, since the minutes left over are equal: {shown}.", ("rules/eight-minute",))
    if len(claims) > MOST_TIES + 1:
        yield Reason("The minutes left over are equal in more ways than these, and each is as right.", ("rules/eight-minute",))


def _later_year(corpus: Corpus, visit: Visit) -> Iterator[Reason]:
    judged = max((statement.as_of for rule in corpus.rules.values() for statement in rule.statements), default=date.max)
    if visit.date.year > judged.year:
        yield Reason(
            f"What changes with {visit.date.year} is not known here; this rests on facts as of {judged}. Check before billing."
        )


def _medicare(corpus: Corpus, visit: Visit, works: Sequence[Work]) -> Iterator[Reason]:
    therapy = [work for work in works if is_therapy(corpus.codes[work.code], visit) and not work.excluded]
    assisted = [work for work in works if work.by_assistant]
    if therapy and visit.discipline in PLAN and not plan_known(corpus, visit):
        yield Reason(f"Which plan modifier a line needed is not known for {visit.date}.", ("rules/therapy-modifiers",))
    if therapy and visit.discipline not in PLAN:
        yield Reason(
            f"A therapy line stands under a PT, OT or SLP plan; '{visit.discipline}' is none.", ("rules/therapy-modifiers",)
        )
    if therapy and visit.plan_certified is False:
        yield Reason(
            "The plan of care is not certified: Medicare pays therapy under a certified plan only.", ("rules/plan-of-care",)
        )
    if assisted and visit.discipline not in ASSISTANT:
        yield Reason(
            f"There is no assistant's modifier in '{visit.discipline}'; whether Medicare pays one there is not known here.",
            ("rules/assistants",),
        )
    elif assisted and not assistant_known(corpus, visit):
        yield Reason(f"Whether an assistant's line carried a modifier is not known for {visit.date}.", ("rules/assistants",))
    yield from _unread_tables(corpus, visit, {work.code for work in works})


def _unread_tables(corpus: Corpus, visit: Visit, codes: set[str]) -> Iterator[Reason]:
    """The pair tables change each quarter, and most pairs were read in one of them."""
    tables = Counter(edit.as_of for edit in corpus.edits.values() if edit.effective.end is None)
    read = max(tables, key=lambda day: (tables[day], day), default=date.max)
    if len(codes) > 1 and _quarter(visit.date) > _quarter(read):
        yield Reason(
            f"Most pairs were read in the table of {read}, which changes each quarter: check the one in force on {visit.date}.",
            PAIRS,
        )


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _other_payer(corpus: Corpus, visit: Visit, works: Sequence[Work]) -> Iterator[Reason]:
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
            f"Whether {payer.name} covers {', '.join(unread)}, and which modifiers it wants, is not known here.",
            (f"payers/{payer.id}",),
            tuple(payer.general.sources),
        )
    for index, one in enumerate(codes):
        for other in codes[index + 1 :]:
            edit = pair_on(corpus, one, other, visit.date, visit.setting)
            if edit:
                pair = f"{edit.column1} and {edit.column2} are a pair of Medicare's"
                text = f"{pair}; whether {payer.name} denies {edit.column2} beside it is not known here."
                yield Reason(text, (f"edits/{edit.column1}-{edit.column2}",))
