"""A code says something in every slot, or says why there is nothing to say."""

from collections.abc import Iterator
from typing import get_args

from generator.billing.payer_policy import policy_of
from generator.facts.codes import Slot
from generator.facts.corpus import Corpus
from generator.findings import Spot

PAYER_KINDS = ("medicare", "medicaid", "commercial", "workers-comp", "va", "auto")


def empty_slots(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Slots of a code that are empty without a reason, or filled with a reason to be empty."""
    for name, code in corpus.codes.items():
        spot = corpus.spot("codes", name)
        for slot in get_args(Slot):
            is_filled, is_excused = bool(getattr(code, slot)), slot in code.not_applicable
            if not is_filled and not is_excused:
                sentence = (
                    f"'{slot}' of {name} is empty; fill it, or say why there is nothing under"
                    " 'not_applicable'."
                )
                yield spot / "code", sentence
            if is_filled and is_excused:
                sentence = f"'{slot}' of {name} is filled, so it is applicable; remove it here."
                yield spot / "not_applicable" / slot, sentence


def payers_without_a_word(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Codes that say nothing of Medicare, and kinds of payer that are not there."""
    medicare = [payer.id for payer in corpus.payers.values() if policy_of(payer).is_part_b]
    for name, code in corpus.codes.items():
        if not any(payer in code.coverage for payer in medicare):
            sentence = (
                f"Coverage of {name} says nothing of Medicare; add"
                f" {' or '.join(medicare) or 'a payer of that kind'} under 'coverage'."
            )
            yield corpus.spot("codes", name) / ("coverage" if code.coverage else "code"), sentence
    kinds = {payer.kind for payer in corpus.payers.values()}
    for kind in PAYER_KINDS if corpus.codes else ():
        if kind not in kinds:
            sentence = (
                f"No payer is of the kind '{kind}', so code pages say nothing of it; add one."
            )
            yield Spot("content/payers"), sentence
