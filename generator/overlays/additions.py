"""What a clinic adds: things of its own beside ours, under names that ours do not have."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.facts.corpus import REGISTERS, Corpus
from generator.findings import Spot
from generator.overlays.overlay_files import OverlayFiles

Problem = tuple[Spot, str, str]
KEYS = {"codes": "code", "other_codes": "code"}


def with_additions(corpus: Corpus, overlay: OverlayFiles) -> Corpus:
    """Ours, then theirs; where both have a name ours stays."""
    registers: dict[str, Any] = {
        name: {**corpus.register(name), **overlay.found.registers[name], **corpus.register(name)}
        for name in REGISTERS
    }
    return replace(corpus, **registers, spots={**overlay.found.spots, **corpus.spots})


def added(overlay: OverlayFiles, corpus: Corpus) -> frozenset[str]:
    """`register/name` of everything that only the clinic has."""
    return frozenset(
        f"{register}/{name}"
        for register in REGISTERS
        for name in overlay.found.registers[register]
        if name not in corpus.register(register)
    )


def clashes(corpus: Corpus, overlay: OverlayFiles) -> Iterator[Problem]:
    """A thing of theirs under a name of ours would change ours in silence."""
    for register in REGISTERS:
        for name in overlay.found.registers[register]:
            if name in corpus.register(register):
                key = name if register == "sources" else KEYS.get(register, "id")
                sentence = (
                    f"'{name}' stands in {register} of RightCode already"
                    f" ({corpus.spot(register, name).path}); give yours"
                    " another name, or override a fact of ours in content/overrides.yaml."
                )
                yield overlay.found.spots[f"{register}/{name}"] / key, "O401", sentence
