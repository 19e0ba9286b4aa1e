"""What is wrong on a claim somebody wrote: its cells beside those of the nearest right claim."""

from generator.authoring.yaml_reader import Keys
from generator.billing.claim_comparison import compare_claims
from generator.billing.review.review_case import nearest_claim
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Answer, Key, OwnKey
from generator.questions.kinds.right_claims import reasons_of, settled_bill
from generator.questions.kinds.spot_the_error.spot_the_error_model import SpotTheError, Verdict

CELLS = ("code", "units", "modifiers")
MISSING, NOTHING = "missing-line", "nothing"


def derive(corpus: Corpus, item: SpotTheError) -> Key:
    billed = settled_bill(corpus, item)
    compared = compare_claims(nearest_claim(billed, item.claim), item.claim)
    right = {cell_id(index, cell) for index, cells in enumerate(compared.wrong) for cell in cells}
    miscoded = [index for index, cells in enumerate(compared.wrong) if "code" in cells]
    free = {cell_id(index, cell) for index in miscoded for cell in CELLS[1:]}
    if (
        compared.missing
    ):  # a right line that a wrong code stands in for may be called missing, and need not be
        (free if len(miscoded) >= len(compared.missing) else right).add(MISSING)
    return Key(frozenset(right) or frozenset({NOTHING}), reasons_of(billed), free=frozenset(free))


def cell_id(line: int, cell: str) -> str:
    """Lines count from 1, as the page shows them."""
    return f"line-{line + 1}.{cell}"


def answers(item: SpotTheError) -> tuple[Answer, ...]:
    lines = tuple(
        Answer(f"line-{index + 1}", ("claim", index), mistake=line.mistake)
        for index, line in enumerate(item.claim)
    )
    return lines + tuple(
        Answer(name, (at,), mistake=said.mistake) for name, at, said in _others(item)
    )


def own_keys(item: SpotTheError) -> tuple[OwnKey, ...]:
    cells = tuple(
        OwnKey(cell_id(index, cell), ("claim", index, "key"), cell in line.key)
        for index, line in enumerate(item.claim)
        if line.key is not None
        for cell in CELLS
    )
    return cells + tuple(
        OwnKey(name, (at, "key"), said.key)
        for name, at, said in _others(item)
        if said.key is not None
    )


def blamed(item: SpotTheError, key: Key) -> tuple[Keys, ...]:
    """Mistakes named with a line on which nothing is wrong, or with an answer that is right."""
    wrong_lines = {name.split(".")[0] for name in key.right if "." in name}
    just = wrong_lines | ({MISSING, NOTHING} - key.right)
    return tuple(
        (*answer.at, "mistake")
        for answer in answers(item)
        if answer.mistake and answer.id not in just
    )


def absent(item: SpotTheError, key: Key) -> tuple[str, ...]:
    return ()


def _others(item: SpotTheError) -> tuple[tuple[str, str, Verdict], ...]:
    found = ((MISSING, "missing", item.missing), (NOTHING, "nothing", item.nothing))
    return tuple((name, at, said) for name, at, said in found if said)
