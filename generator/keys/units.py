"""Units of each code: what stands on any of the right claims, 0 for a code that stands on none."""

from generator.billing.limits import units_by_code
from generator.corpus import Corpus
from generator.keys.billed import key_of, reasons_of, right_claims, settled_bill
from generator.keys.key import Answer, Key
from generator.model.items.units import Units


def derive(corpus: Corpus, item: Units) -> Key:
    codes = [str(row.code) for row in item.rows]
    counts = [units_by_code(claim) for claim in right_claims(corpus, item)]
    ways = tuple(frozenset(f"{code}.{units.get(code, 0)}" for code in dict.fromkeys((*codes, *units))) for units in counts)
    return key_of(tuple(dict.fromkeys(ways)), reasons_of(settled_bill(corpus, item)))


def answers(item: Units) -> tuple[Answer, ...]:
    """The numbers an author names: those of mistakes, and the author's own key."""
    found = []
    for index, row in enumerate(item.rows):
        if row.key is not None:
            found.append(Answer(f"{row.code}.{row.key}", ("rows", index), key=True))
        found += [
            Answer(f"{row.code}.{wrong.units}", ("rows", index, "wrong", place), wrong.mistake or "", text=wrong.feedback)
            for place, wrong in enumerate(row.wrong)
        ]
    return tuple(found)


def absent(item: Units, right: frozenset[str]) -> tuple[str, ...]:
    asked = {row.code for row in item.rows}
    return tuple(sorted({name.split(".")[0] for name in right} - asked))
