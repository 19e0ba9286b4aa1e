"""What a payer makes of a code before who treated matters: another one, none, or a question."""

from dataclasses import replace

from generator.billing.reasons import MESSAGES, Ask, Billable, explain, quoted
from generator.facts.base import CodeId, Fact
from generator.facts.payers import Payer, Substitution
from generator.facts.visits import Visit


def substituted(payer: Payer, visit: Visit, outcome: Billable) -> Billable:
    """The codes that this payer wants for the same services."""
    current = (swap for swap in payer.substitutions if swap.effective.covers(visit.date))
    swaps: dict[str, Substitution] = {swap.code: swap for swap in current}
    used = tuple(swaps[code] for code in outcome.codes if code in swaps)
    return replace(
        outcome,
        codes=tuple(swaps[code].use if code in swaps else code for code in outcome.codes),
        reasons=outcome.reasons + tuple(quoted(f"payers/{payer.id}", swap) for swap in used),
    )


def narrowed(payer: Payer, visit: Visit, outcome: Billable) -> Ask | None:
    """The question about what is left of several codes, where the payer never takes some."""
    unpaid = {
        code: fact
        for code in outcome.codes
        if (fact := payer.not_covered.get(CodeId(code))) and fact.effective.covers(visit.date)
    }
    left = [code for code in outcome.codes if code not in unpaid]
    if not unpaid or not left:
        return None
    why = next(iter(unpaid.values()))
    facts = (f"payers/{payer.id}",)
    words = {"why": why.text, "codes": MESSAGES["or"].join(left), "payer": payer.name}
    return Ask("code", (*outcome.reasons, explain("codes-left", facts, why.sources, **words)))


def refusal(payer: Payer, visit: Visit, role: str, outcome: Billable) -> Fact | None:
    """That the payer does not pay whoever treated, or never pays any of the codes."""
    for refusal in payer.refusals:
        concerned = any(
            code not in refusal.but_pays and (code in refusal.codes or not refusal.codes)
            for code in outcome.codes
        )
        if role in refusal.roles and concerned and refusal.effective.covers(visit.date):
            return refusal
    unpaid = [fact for code in outcome.codes if (fact := payer.not_covered.get(CodeId(code)))]
    if unpaid and len(unpaid) == len(outcome.codes) and unpaid[0].effective.covers(visit.date):
        return unpaid[0]
    return None
