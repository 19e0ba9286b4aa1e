"""Rows of a question about units, with wrong numbers from named mistakes."""

from collections.abc import Iterator, Mapping, Sequence

from generator.billing.check_limits import units_by_code
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Mistake
from generator.facts.visits import MOST_UNITS
from generator.questions.variants.counted_day import CountedMinutes, count_minutes
from generator.questions.variants.mistakes.unit_mistakes import UNIT_MISTAKES
from generator.questions.variants.scenario import Scenario, UnsoundVariantError, mistake_named
from generator.questions.variants.unit_feedback import why

MOST_ROWS = 6
MOST_WRONG = 3
UnitCounts = Mapping[str, int]


def rows(corpus: Corpus, case: Scenario) -> Mapping[str, object]:
    """`rows`.

    Every code the day speaks of, with why its number is right and what wrong numbers come from.
    """
    result = billable_claim(corpus, case)
    day = count_minutes(corpus, case.visit)
    claims = right_numbers(result)
    codes = sorted({*day.timed, *day.untimed, *day.denied, *day.unpaid, *day.by_others})
    if len(codes) > MOST_ROWS:
        raise UnsoundVariantError(
            f"{len(codes)} codes are more than a question has rows for ({MOST_ROWS})", "visit"
        )
    wrong = tuple(_wrong_counts(case, day))
    return {
        "rows": [
            {
                "code": code,
                "feedback": why(corpus, day, result, claims, code),
                "wrong": _wrong(case, day, claims, wrong, code),
            }
            for code in codes
        ]
    }


def billable_claim(corpus: Corpus, case: Scenario) -> ClaimResult:
    """The bill of a visit that leaves nothing open and bills something; raises `Unsound`."""
    result = build_claim(corpus, case.visit)
    if result.questions:
        raise UnsoundVariantError(
            f"the visit leaves something open ({result.questions[0].reason.text})", "visit"
        )
    if not any((result.lines, *result.alternatives)):
        raise UnsoundVariantError("nothing of the visit is billed", "visit")
    return result


def right_numbers(result: ClaimResult) -> tuple[UnitCounts, ...]:
    """Units by code, of every right claim."""
    return tuple(map(units_by_code, (result.lines, *result.alternatives)))


def _wrong_counts(case: Scenario, day: CountedMinutes) -> Iterator[tuple[UnitCounts, Mistake]]:
    for place, mistake in case.mistakes():
        counted = mistake_named(UNIT_MISTAKES, "units", mistake, place)(day)
        if counted is not None:
            yield counted, mistake


def _wrong(
    case: Scenario,
    day: CountedMinutes,
    claims: Sequence[UnitCounts],
    counts: Sequence[tuple[UnitCounts, Mistake]],
    code: str,
) -> list[dict[str, object]]:
    seen = {claim.get(code, 0) for claim in claims}
    found: list[dict[str, object]] = []
    for counted, mistake in counts:
        number = counted.get(code, 0)
        if number in seen or not 0 <= number <= MOST_UNITS or len(found) == MOST_WRONG:
            continue
        seen.add(number)
        feedback = case.say(mistake.feedback, _words(day, claims, code, number))
        found.append({"units": number, "mistake": mistake.mistake, "feedback": feedback})
    return found


def _words(
    day: CountedMinutes, claims: Sequence[UnitCounts], code: str, wrong: int
) -> dict[str, str]:
    spent = {**day.unpaid, **day.by_others, **day.untimed, **day.denied, **day.timed}.get(code, 0)
    return {
        "code": code,
        "spent": str(spent),
        "total": str(sum(day.timed.values())),
        "wrong": str(wrong),
        "right": str(claims[0].get(code, 0)),
    }
