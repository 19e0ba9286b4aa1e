"""The key of `units`."""

from generator.billing.check_limits import units_by_code
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.right_claims import (
    certain_claim,
    key_of_answers,
    reasons_of,
    right_claims,
)
from generator.questions.kinds.units.units_model import Units

MODIFIERS = {
    "rules/therapy-modifiers",
    "rules/kx-threshold",
    "rules/assistants",
    "rules/advance-notice",
}  # no number rests on them


def derive(corpus: Corpus, item: Units) -> Key:
    """The units of each code on every right claim; 0 for a code that is on none."""
    codes = [str(row.code) for row in item.rows]
    counts = [units_by_code(claim) for claim in right_claims(corpus, item)]
    right_answers = tuple(
        frozenset(f"{code}.{units.get(code, 0)}" for code in dict.fromkeys((*codes, *units)))
        for units in counts
    )
    reasons = tuple(
        reason
        for reason in reasons_of(certain_claim(corpus, item))
        if not set(reason.rests_on) & MODIFIERS
    )
    return key_of_answers(tuple(dict.fromkeys(right_answers)), reasons)


def answers(item: Units) -> tuple[Answer, ...]:
    """The codes asked for, and the numbers that mistakes lead to."""
    rows = tuple(Answer(str(row.code), ("rows", index)) for index, row in enumerate(item.rows))
    return rows + tuple(
        Answer(f"{row.code}.{wrong.units}", ("rows", index, "wrong", place), mistake=wrong.mistake)
        for index, row in enumerate(item.rows)
        for place, wrong in enumerate(row.wrong)
    )


def own_keys(item: Units) -> tuple[OwnKey, ...]:
    """The `key` of each row."""
    return tuple(
        OwnKey(f"{row.code}.{row.key}", ("rows", index, "key"), True)
        for index, row in enumerate(item.rows)
        if row.key is not None
    )
