"""The key of `claim`."""

from generator.billing.written_claims import LineLike
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.fill_claim.fill_claim_model import FillClaim
from generator.questions.kinds.right_claims import (
    certain_claim,
    key_of_answers,
    reasons_of,
    right_claims,
)

NOTHING = "nothing"


def derive(corpus: Corpus, item: FillClaim) -> Key:
    """Every right claim, whatever the order of its lines and modifiers."""
    right_answers = tuple(
        frozenset(map(line_id, claim)) or frozenset({NOTHING})
        for claim in right_claims(corpus, item)
    )
    return key_of_answers(right_answers, reasons_of(certain_claim(corpus, item)))


def line_id(line: LineLike) -> str:
    """Code, units and modifiers in alphabetical order: `97110.2.GP.KX`."""
    return ".".join((str(line.code), str(line.units), *sorted(line.modifiers)))


def answers(item: FillClaim) -> tuple[Answer, ...]:
    """The codes to choose from."""
    return tuple(
        Answer(str(entry.code), ("codes", index), mistake=entry.mistake)
        for index, entry in enumerate(item.codes)
    )


def own_keys(item: FillClaim) -> tuple[OwnKey, ...]:
    """The lines of the author's claim."""
    return tuple(
        OwnKey(line_id(line), ("key", index), True) for index, line in enumerate(item.key or ())
    )


def needed_codes(key: Key) -> set[str]:
    """The codes of all right claims."""
    return {name.split(".")[0] for name in key.right - {NOTHING}}
