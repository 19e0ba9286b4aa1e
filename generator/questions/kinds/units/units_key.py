"""Units of each code: what stands on any of the right claims, 0 for a code that stands on none."""

from generator.authoring.yaml_reader import Keys
from generator.billing.check_limits import units_by_code
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.right_claims import key_of, reasons_of, right_claims, settled_bill
from generator.questions.kinds.units.units_model import Units

MODIFIERS = {
    "rules/therapy-modifiers",
    "rules/kx-threshold",
    "rules/assistants",
    "rules/advance-notice",
}  # no number rests on them


def derive(corpus: Corpus, item: Units) -> Key:
    codes = [str(row.code) for row in item.rows]
    counts = [units_by_code(claim) for claim in right_claims(corpus, item)]
    ways = tuple(
        frozenset(f"{code}.{units.get(code, 0)}" for code in dict.fromkeys((*codes, *units)))
        for units in counts
    )
    reasons = tuple(
        reason
        for reason in reasons_of(settled_bill(corpus, item))
        if not set(reason.rests_on) & MODIFIERS
    )
    return key_of(tuple(dict.fromkeys(ways)), reasons)


def answers(item: Units) -> tuple[Answer, ...]:
    """The codes asked for, and the numbers that mistakes lead to."""
    rows = tuple(Answer(str(row.code), ("rows", index)) for index, row in enumerate(item.rows))
    return rows + tuple(
        Answer(f"{row.code}.{wrong.units}", ("rows", index, "wrong", place), mistake=wrong.mistake)
        for index, row in enumerate(item.rows)
        for place, wrong in enumerate(row.wrong)
    )


def own_keys(item: Units) -> tuple[OwnKey, ...]:
    return tuple(
        OwnKey(f"{row.code}.{row.key}", ("rows", index, "key"), True)
        for index, row in enumerate(item.rows)
        if row.key is not None
    )


def blamed(item: Units, key: Key) -> tuple[Keys, ...]:
    """Numbers called wrong that are right."""
    return tuple((*answer.at, "units") for answer in answers(item) if answer.id in key.right)


def absent(item: Units, key: Key) -> tuple[str, ...]:
    asked = {row.code for row in item.rows}
    return tuple(sorted({name.split(".")[0] for name in key.right} - asked))
