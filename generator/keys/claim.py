"""A claim to fill in: any of the right ones, whatever the order of its lines and modifiers."""

from generator.billing.lines import Line
from generator.corpus import Corpus
from generator.keys.billed import key_of, reasons_of, right_claims, settled_bill
from generator.keys.key import Answer, Key
from generator.model.items.claim import FillClaim
from generator.model.items.lines import ClaimLine

NOTHING = "nothing"


def derive(corpus: Corpus, item: FillClaim) -> Key:
    ways = tuple(frozenset(map(line_id, claim)) or frozenset({NOTHING}) for claim in right_claims(corpus, item))
    return key_of(ways, reasons_of(settled_bill(corpus, item)))


def line_id(line: Line | ClaimLine) -> str:
    return ".".join((str(line.code), str(line.units), *sorted(line.modifiers)))


def answers(item: FillClaim) -> tuple[Answer, ...]:
    """The author's own key, line by line; a mistake is named with a code, whatever else stands on its line."""
    return tuple(
        Answer(line_id(line), ("key", index), key=True, key_at=()) for index, line in enumerate(item.key or ())
    )


def absent(item: FillClaim, right: frozenset[str]) -> tuple[str, ...]:
    """What the form lacks to write a right claim."""
    parts = [name.split(".") for name in right - {NOTHING}]
    codes = {code for code, *_ in parts} - {str(entry.code) for entry in item.codes}
    modifiers = {modifier for _, _, *found in parts for modifier in found} - set(item.modifiers)
    return (*sorted(codes), *(f"modifier {modifier}" for modifier in sorted(modifiers)))
