"""Codes and modifiers on offer in a question about a claim."""

from collections.abc import Mapping

from generator.billing.claim_result import ClaimResult
from generator.billing.reasons import Billable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.questions.kinds.choose_code.choose_code_kind import (
    ANSWER,
    wrong_answers,
    wrong_feedback,
)
from generator.questions.kinds.units.units_drafts import billable_claim, right_numbers
from generator.questions.variants.counted_day import count_minutes
from generator.questions.variants.scenario import Scenario, UnsoundVariantError
from generator.questions.variants.unit_feedback import why

MOST_CODES = 8
MOST_WRONG = 3
FORM = 4


def offers(corpus: Corpus, case: Scenario) -> Mapping[str, object]:
    """`codes`, `modifiers` and `lines` of the form."""
    if not case.template.modifiers:
        raise UnsoundVariantError(
            "a claim needs 'modifiers' to choose from, right and wrong ones", "modifiers"
        )
    result = billable_claim(corpus, case)
    claims = (result.lines, *result.alternatives)
    needed = {modifier for claim in claims for line in claim for modifier in line.modifiers}
    absent = " and ".join(sorted(needed - set(case.template.modifiers)))
    if absent:
        raise UnsoundVariantError(f"the claim needs {absent}, which is not on offer", "modifiers")
    right = _provided(corpus, case, result)
    wrong: list[Mapping[str, object]] = [
        {
            "code": code,
            "mistake": mistake.mistake,
            "feedback": wrong_feedback(case, mistake, code, right),
        }
        for code, mistake in wrong_answers(corpus, case, right)
        if code not in ANSWER
    ]
    if not wrong:
        raise UnsoundVariantError("no mistake puts a wrong code on offer; name more", "mistakes")
    wrong = wrong[: min(MOST_WRONG, MOST_CODES - len(right))]
    listed = [*({"code": code, "feedback": text} for code, text in right.items()), *wrong]
    return {
        "codes": sorted(listed, key=lambda entry: str(entry["code"])),
        "modifiers": case.template.modifiers,
        "lines": max(FORM, 1 + max(map(len, claims))),
    }


def _provided(corpus: Corpus, case: Scenario, result: ClaimResult) -> dict[str, str]:
    """The codes that are billed, and those whose minutes get no unit: their absence would tell."""
    day, numbers = count_minutes(corpus, case.visit), right_numbers(result)
    return {
        code: f"{_named(corpus, case, code)}{why(corpus, day, result, numbers, code)}"
        for code in sorted({*day.timed, *(code for claim in numbers for code in claim)})
    }


def _named(corpus: Corpus, case: Scenario, code: str) -> str:
    for service in case.visit.services:
        outcome = select_code(corpus, case.visit, service)
        if isinstance(outcome, Billable) and outcome.codes == (code,):
            return f"{outcome.reasons[0].text} "
    return ""
