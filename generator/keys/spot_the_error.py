"""What is wrong on a claim somebody wrote: its cells beside those of the nearest right claim."""

from generator.billing.comparing import compare
from generator.billing.reviewing.case import nearest
from generator.corpus import Corpus
from generator.keys.billed import reasons_of, settled_bill
from generator.keys.key import Answer, Key
from generator.model.items.spot_the_error import SpotTheError

CELLS = ("code", "units", "modifiers")
MISSING, NOTHING = "missing-line", "nothing"


def derive(corpus: Corpus, item: SpotTheError) -> Key:
    billed = settled_bill(corpus, item)
    compared = compare(nearest(billed, item.claim), item.claim)
    right = {cell_id(index, cell) for index, cells in enumerate(compared.wrong) for cell in cells}
    if compared.missing:
        right.add(MISSING)
    free = {cell_id(index, cell) for index, cells in enumerate(compared.wrong) if "code" in cells for cell in CELLS[1:]}
    return Key(frozenset(right) or frozenset({NOTHING}), reasons_of(billed), free=frozenset(free))


def cell_id(line: int, cell: str) -> str:
    """Lines count from 1, as the page shows them."""
    return f"line-{line + 1}.{cell}"


def answers(item: SpotTheError) -> tuple[Answer, ...]:
    """All cells that an author keyed, and the two answers that are none."""
    cells = [
        Answer(cell_id(index, cell), ("claim", index), key=cell in line.key)
        for index, line in enumerate(item.claim)
        if line.key is not None
        for cell in CELLS
    ]
    others = ((MISSING, "missing", item.missing), (NOTHING, "nothing", item.nothing))
    return (*cells, *(Answer(name, (at,), said.mistake, said.key, said.feedback) for name, at, said in others if said))


def absent(item: SpotTheError, right: frozenset[str]) -> tuple[str, ...]:
    return ()
