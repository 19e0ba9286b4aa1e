"""What a clinic adds: things of its own beside ours, under names that ours do not have."""

from collections.abc import Iterator
from dataclasses import replace

from generator.authoring.loader import REGISTERS
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.overlays.overlay_files import OverlayFiles

Problem = tuple[Spot, str, str]


def with_additions(corpus: Corpus, overlay: OverlayFiles) -> Corpus:
    """Ours, then theirs; where both have a name ours stays."""
    theirs = overlay.found.registers
    registers = {
        name: {**theirs[name], **corpus.register(name)} if theirs[name] else corpus.register(name)
        for name in REGISTERS
    }
    ordered = {name: {**corpus.register(name), **register} for name, register in registers.items()}
    return replace(corpus, **ordered, spots={**overlay.found.spots, **corpus.spots})


def added(overlay: OverlayFiles, corpus: Corpus) -> frozenset[str]:
    """`register/name` of everything that only the clinic has."""
    return frozenset(
        f"{name}/{key}"
        for name in REGISTERS
        for key in overlay.found.registers[name]
        if key not in corpus.register(name)
    )


def clashes(corpus: Corpus, overlay: OverlayFiles) -> Iterator[Problem]:
    """A thing of theirs under a name of ours would change ours in silence."""
    for register in REGISTERS:
        for name in overlay.found.registers[register]:
            if name in corpus.register(register):
                first = corpus.spot(register, name).path
                said = (
                    f"'{name}' stands in {register} of RightCode already ({first}); give yours"
                    " another name, or override a fact of ours in content/overrides.yaml."
                )
                key = (
                    name
                    if register == "sources"
                    else "code"
                    if register in ("codes", "other_codes")
                    else "id"
                )
                yield overlay.found.spots[f"{register}/{name}"] / key, "O401", said
