"""The key of `spot-the-error`."""

from generator.authoring.yaml_reader import Keys
from generator.billing.claim_comparison import compare_claims
from generator.billing.review.review_case import nearest_claim
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Answer, Key, OwnKey, labelled_as_mistakes
from generator.questions.kinds.right_claims import certain_claim, reasons_of
from generator.questions.kinds.spot_the_error.spot_the_error_model import SpotTheError, Verdict

CELLS = ("code", "units", "modifiers")
MISSING, NOTHING = "missing-line", "nothing"


def derive(corpus: Corpus, item: SpotTheError) -> Key:
    """Cells that differ from the nearest right claim.

    A right line that a wrong code replaces may be called missing, and need not be.
    """
    billed = certain_claim(corpus, item)
    compared = compare_claims(nearest_claim(billed, item.claim), item.claim)
    right = {cell_id(index, cell) for index, cells in enumerate(compared.wrong) for cell in cells}
    miscoded = [index for index, cells in enumerate(compared.wrong) if "code" in cells]
    free = {cell_id(index, cell) for index in miscoded for cell in CELLS[1:]}
    if compared.missing:
        (free if len(miscoded) >= len(compared.missing) else right).add(MISSING)
    return Key(frozenset(right) or frozenset({NOTHING}), reasons_of(billed), free=frozenset(free))


def cell_id(line: int, cell: str) -> str:
    """Lines count from 1, as the page shows them."""
    return f"line-{line + 1}.{cell}"


def answers(item: SpotTheError) -> tuple[Answer, ...]:
    """The lines, and the answers that are no cell."""
    lines = tuple(
        Answer(f"line-{index + 1}", ("claim", index), mistake=line.mistake)
        for index, line in enumerate(item.claim)
    )
    return lines + tuple(
        Answer(name, (at,), mistake=verdict.mistake) for name, at, verdict in _others(item)
    )


def own_keys(item: SpotTheError) -> tuple[OwnKey, ...]:
    """The `key` of lines and of the answers that are no cell."""
    cells = tuple(
        OwnKey(cell_id(index, cell), ("claim", index, "key"), cell in line.key)
        for index, line in enumerate(item.claim)
        if line.key is not None
        for cell in CELLS
    )
    return cells + tuple(
        OwnKey(name, (at, "key"), verdict.key)
        for name, at, verdict in _others(item)
        if verdict.key is not None
    )


def mislabelled(item: SpotTheError, key: Key) -> tuple[Keys, ...]:
    """Mistakes named with a line on which nothing is wrong, or with an answer that is right."""
    wrong_lines = {name.split(".")[0] for name in key.right if "." in name}
    wrong = wrong_lines | ({MISSING, NOTHING} - key.right)
    found = answers(item)
    return labelled_as_mistakes(found, {answer.id for answer in found} - wrong)


def _others(item: SpotTheError) -> tuple[tuple[str, str, Verdict], ...]:
    found = ((MISSING, "missing", item.missing), (NOTHING, "nothing", item.nothing))
    return tuple((name, at, verdict) for name, at, verdict in found if verdict)
