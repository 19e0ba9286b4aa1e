"""What to verify before a claim goes out: ties, and what is not known of date, payer or people."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.billing.append_modifiers import (
    BilledLine,
    assistant_known,
    is_therapy,
    plan_known,
)
from generator.billing.coded_services import CodedService
from generator.billing.edit_lookup import edit_for_pair, edit_name
from generator.billing.messages import message
from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.outcomes import Reason
from generator.billing.payer_policy import policy_of
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

MOST_TIES = 5


def claim_warnings(
    corpus: Corpus,
    visit: Visit,
    coded: Sequence[CodedService],
    claims: tuple[tuple[BilledLine, ...], ...],
) -> Iterator[Reason]:
    """Everything to watch that no single line says."""
    yield from _ties(claims)
    judged = corpus.judged_on
    if visit.date.year > judged.year:
        yield Reason(message("later-year", year=visit.date.year, judged=judged))
    policy = policy_of(corpus.payers[visit.payer])
    if policy.medicare_modifiers:
        yield from _modifiers_unknown(corpus, visit, coded)
    else:
        yield from _coverage_unknown(corpus, visit, coded)
    if policy.applies_ncci_edits:
        yield from _later_edits(corpus, visit, coded)
    else:
        yield from _edits_unknown(corpus, visit, coded)
    if len({entry.service.clinician for entry in coded if entry.service.clinician}) > 1:
        yield Reason(message("two-clinicians"), ("rules/one-on-one-time",))


def _ties(claims: tuple[tuple[BilledLine, ...], ...]) -> Iterator[Reason]:
    rule = ("rules/eight-minute",)
    for other in claims[1 : MOST_TIES + 1]:
        shown = ", ".join(f"{line.code} {line.units}" for line in other)
        yield Reason(message("as-right", claim=shown), rule)
    if len(claims) > MOST_TIES + 1:
        yield Reason(message("as-right-more"), rule)


def _modifiers_unknown(
    corpus: Corpus, visit: Visit, coded: Sequence[CodedService]
) -> Iterator[Reason]:
    """Medicare's modifiers that are not known for the day or the discipline."""
    discipline, day = visit.discipline, visit.date
    plan_rule, assistant_rule = ("rules/therapy-modifiers",), ("rules/assistants",)
    if any(is_therapy(corpus.codes[entry.code], visit) and not entry.excluded for entry in coded):
        if discipline not in PLAN:
            yield Reason(message("plan-none", discipline=discipline), plan_rule)
        elif not plan_known(corpus, visit):
            yield Reason(message("plan-unknown", day=day), plan_rule)
        if visit.plan_certified is False:
            yield Reason(message("plan-uncertified"), ("rules/plan-of-care",))
    if any(entry.by_assistant for entry in coded):
        if discipline not in ASSISTANT:
            yield Reason(message("assistant-none", discipline=discipline), assistant_rule)
        elif not assistant_known(corpus, visit):
            yield Reason(message("assistant-unknown", day=day), assistant_rule)


def _coverage_unknown(
    corpus: Corpus, visit: Visit, coded: Sequence[CodedService]
) -> Iterator[Reason]:
    """Codes of which it is not known whether the payer covers them."""
    payer = corpus.payers[visit.payer]
    coverage = {entry.code: corpus.codes[entry.code].coverage.get(visit.payer) for entry in coded}
    unknown = [
        code
        for code, entry in sorted(coverage.items(), key=lambda item: item[0])
        if entry is None or entry.status in ("varies", "not-known")
    ]
    if unknown and not payer.invented:
        text = message("cover-unknown", payer=payer.name, codes=", ".join(unknown))
        yield Reason(text, (f"payers/{payer.id}",), tuple(payer.general.sources))


def _later_edits(corpus: Corpus, visit: Visit, coded: Sequence[CodedService]) -> Iterator[Reason]:
    """The edit tables change each quarter, and most edits were read in one of them."""
    read = corpus.pairs_read_on
    if len({entry.code for entry in coded}) > 1 and _quarter(visit.date) > _quarter(read):
        yield Reason(message("pairs-unread", table=read, day=visit.date), ("rules/ncci-pairs",))


def _edits_unknown(corpus: Corpus, visit: Visit, coded: Sequence[CodedService]) -> Iterator[Reason]:
    """Medicare's edits among the codes, which another payer may run or not."""
    codes = sorted({entry.code for entry in coded})
    for index, one in enumerate(codes):
        for other in codes[index + 1 :]:
            edit = edit_for_pair(corpus, one, other, visit.date, visit.setting)
            if edit:
                text = message(
                    "pair-other-payer",
                    column1=edit.column1,
                    column2=edit.column2,
                    payer=corpus.payers[visit.payer].name,
                )
                yield Reason(text, (edit_name(edit),))


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
