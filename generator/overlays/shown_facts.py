"""What a clinic's site has of ours, as clinic.yaml says it."""

import difflib
from collections.abc import Iterator

from generator.facts.base import PART_B
from generator.facts.clinics import Clinic
from generator.facts.corpus import Corpus
from generator.overlays.additions import Problem
from generator.overlays.overlay_files import OverlayFiles


def hidden_by(ours: Corpus, merged: Corpus, clinic: Clinic) -> frozenset[str]:
    """`register/name` of every thing of ours that the clinic does not show."""
    show = clinic.show
    found = {f"codes/{name}" for name in ours.codes if not _code_shown(merged, clinic, name)}
    found |= {
        f"payers/{name}"
        for name in ours.payers
        if show.payers is not None and name not in show.payers
    }
    return frozenset(
        found
        | {
            f"tracks/{name}"
            for name in ours.tracks
            if show.tracks is not None and name not in show.tracks
        }
    )


def unknown_shown(merged: Corpus, overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    """Names that lead nowhere, and a choice that leaves nothing to build a site from."""
    for register in ("codes", "families", "payers", "tracks"):
        known = merged.register(register)
        for index, name in enumerate(getattr(clinic.show, register) or ()):
            if name not in known:
                near = difflib.get_close_matches(name, known, 1, 0.6)
                hint = f"did you mean '{near[0]}'?" if near else "remove it."
                yield (
                    overlay.spot("show", register, index),
                    "O409",
                    f"There is no '{name}' among the {register}; {hint}",
                )
    if clinic.show.payers is not None and PART_B not in clinic.show.payers:
        yield (
            overlay.spot("show", "payers"),
            "O410",
            f"The rules and the calculators speak of {PART_B}; add it to the list.",
        )
    if not any(_code_shown(merged, clinic, name) for name in merged.codes):
        yield (
            overlay.spot("show"),
            "O410",
            "This leaves no code to show; name one that is taught, or remove the list.",
        )


def _code_shown(merged: Corpus, clinic: Clinic, name: str) -> bool:
    show = clinic.show
    if show.codes is None and show.families is None:
        return True
    return name in (show.codes or ()) or merged.codes[name].family in (show.families or ())
