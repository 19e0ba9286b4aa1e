"""A claim to fill in: any of the right ones, whatever the order of its lines and modifiers."""

from generator.authoring.yaml_reader import Keys
from generator.billing.append_modifiers import BilledLine
from generator.facts.corpus import Corpus
from generator.facts.written_lines import ClaimLine
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.claim.claim_model import FillClaim
from generator.questions.kinds.right_claims import key_of, reasons_of, right_claims, settled_bill

NOTHING = "nothing"


def derive(corpus: Corpus, item: FillClaim) -> Key:
    ways = tuple(
        frozenset(map(line_id, claim)) or frozenset({NOTHING})
        for claim in right_claims(corpus, item)
    )
    return key_of(ways, reasons_of(settled_bill(corpus, item)))


def line_id(line: BilledLine | ClaimLine) -> str:
    return ".".join((str(line.code), str(line.units), *sorted(line.modifiers)))


def answers(item: FillClaim) -> tuple[Answer, ...]:
    return tuple(
        Answer(str(entry.code), ("codes", index), mistake=entry.mistake)
        for index, entry in enumerate(item.codes)
    )


def own_keys(item: FillClaim) -> tuple[OwnKey, ...]:
    return tuple(
        OwnKey(line_id(line), ("key", index), True) for index, line in enumerate(item.key or ())
    )


def blamed(item: FillClaim, key: Key) -> tuple[Keys, ...]:
    right = _codes(key)
    return tuple(
        (*answer.at, "mistake") for answer in answers(item) if answer.mistake and answer.id in right
    )


def absent(item: FillClaim, key: Key) -> tuple[str, ...]:
    """What the form lacks to write a right claim."""
    modifiers = {modifier for name in key.right for modifier in name.split(".")[2:]} - set(
        item.modifiers
    )
    return (
        *sorted(_codes(key) - {str(entry.code) for entry in item.codes}),
        *(f"modifier {name}" for name in sorted(modifiers)),
    )


def _codes(key: Key) -> set[str]:
    return {name.split(".")[0] for name in key.right - {NOTHING}}
