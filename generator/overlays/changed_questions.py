"""Our questions that a clinic's facts change."""

from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.overlays.overlay_files import OverlayFiles
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError


def question_at(merged: Corpus, overlay: OverlayFiles, spot: Spot) -> str | None:
    """The question or template of ours that a problem lies in."""
    if overlay.owns(spot.path):
        return None
    if spot.path.startswith("quizzes/templates/"):
        return f"templates/{spot.path.rpartition('/')[2].removesuffix('.yaml')}"
    if spot.keys[:1] == ("items",):
        for name in merged.items:
            if _contains(merged.spot("items", name), spot):
                return f"items/{name}"
    return None


def _contains(around: Spot, spot: Spot) -> bool:
    return around.path == spot.path and spot.keys[: len(around.keys)] == around.keys


def answered_otherwise(ours: Corpus, merged: Corpus) -> frozenset[str]:
    """Our questions whose right answers differ: what they say of each option would be wrong."""
    return frozenset(
        f"items/{name}" for name in ours.items if _right(ours, name) != _right(merged, name)
    )


def _right(corpus: Corpus, name: str) -> object:
    try:
        return derive_key(corpus, corpus.items[name]).right
    except UnderivableError as problem:
        return str(problem)
