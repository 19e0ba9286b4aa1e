"""What to verify before a claim goes out: ties, and what is not known of date, payer or people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.billing.append_modifiers import (
    BilledLine,
    assistant_known,
    is_therapy,
    plan_known,
)
from generator.billing.coded_services import CodedService
from generator.billing.edit_lookup import edit_for_pair, edit_reason
from generator.billing.messages import explain
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
        yield explain("later-year", year=visit.date.year, judged=judged)
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
        yield explain("two-clinicians", ("rules/one-on-one-time",))


def _ties(claims: tuple[tuple[BilledLine, ...], ...]) -> Iterator[Reason]:
    rule = ("rules/eight-minute",)
    for other in claims[1 : MOST_TIES + 1]:
        shown = ", ".join(f"{line.code} {line.units}" for line in other)
        yield explain("as-right", rule, claim=shown)
    if len(claims) > MOST_TIES + 1:
        yield explain("as-right-more", rule)


def _modifiers_unknown(
    corpus: Corpus, visit: Visit, coded: Sequence[CodedService]
) -> Iterator[Reason]:
    """Medicare's modifiers that are not known for the day or the discipline."""
    discipline, day = visit.discipline, visit.date
    plan_rule, assistant_rule = ("rules/therapy-modifiers",), ("rules/assistants",)
    if any(is_therapy(corpus.codes[entry.code], visit) and not entry.excluded for entry in coded):
        if discipline not in PLAN:
            yield explain("plan-none", plan_rule, discipline=discipline)
        elif not plan_known(corpus, visit):
            yield explain("plan-unknown", plan_rule, day=day)
        if visit.plan_certified is False:
            yield explain("plan-uncertified", ("rules/plan-of-care",))
    if any(entry.by_assistant for entry in coded):
        if discipline not in ASSISTANT:
            yield explain("assistant-none", assistant_rule, discipline=discipline)
        elif not assistant_known(corpus, visit):
            yield explain("assistant-unknown", assistant_rule, day=day)


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
        rests_on, codes = (f"payers/{payer.id}",), ", ".join(unknown)
        sources = payer.general.sources
        yield explain("cover-unknown", rests_on, sources, payer=payer.name, codes=codes)


def _later_edits(corpus: Corpus, visit: Visit, coded: Sequence[CodedService]) -> Iterator[Reason]:
    """The edit tables change each quarter, and most edits were read in one of them."""
    read = corpus.pairs_read_on
    if len({entry.code for entry in coded}) > 1 and _quarter(visit.date) > _quarter(read):
        yield explain("pairs-unread", ("rules/ncci-pairs",), table=read, day=visit.date)


def _edits_unknown(corpus: Corpus, visit: Visit, coded: Sequence[CodedService]) -> Iterator[Reason]:
    """Medicare's edits among the codes, which another payer may run or not."""
    codes = sorted({entry.code for entry in coded})
    for index, one in enumerate(codes):
        for other in codes[index + 1 :]:
            edit = edit_for_pair(corpus, one, other, visit.date, visit.setting)
            if edit:
                payer = corpus.payers[visit.payer].name
                yield replace(edit_reason("pair-other-payer", edit, payer=payer), sources=())


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
