"""A corpus without what a clinic does not show: no page, row, question or link of it is left.

Questions keep their keys: one stays only where its answer, worked out without the hidden facts, is
the same.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.checks.assignment_checks import draws_too_large
from generator.facts.assignments import Assignment
from generator.facts.corpus import Corpus
from generator.overlays.hidden_names import HiddenNames
from generator.overlays.register_pruning import REGISTERS, without_hidden
from generator.overlays.track_trimming import shown_tracks
from generator.questions.key_digest import facts_of
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError


def hide(corpus: Corpus, names: frozenset[str]) -> Corpus:
    """The corpus without the things in `names`, which are written `register/name`.

    What goes may take more with it, until nothing names what is gone.
    """
    if not names:
        return corpus
    gone, lost = frozenset[str](), names
    while not lost <= gone:
        gone |= lost
        hidden = HiddenNames(gone)
        shown = without_hidden(corpus, hidden)
        lost = _lost(corpus, shown, hidden)
    if shown.overlay:
        shown = replace(shown, overlay=replace(shown.overlay, hidden=HiddenNames(names).codes))
    return replace(shown, assignments=_whole_assignments(shown), tracks=shown_tracks(shown, hidden))


def _lost(corpus: Corpus, shown: Corpus, hidden: HiddenNames) -> frozenset[str]:
    """What is gone from `shown`, and its questions that are no longer answered alike."""
    gone = {
        f"{register}/{name}"
        for register in REGISTERS
        for name in corpus.register(register)
        if name not in shown.register(register)
    }
    changed = (name for name in shown.items if not _answered_alike(corpus, shown, name, hidden))
    return frozenset(gone | {f"items/{name}" for name in changed})


def _answered_alike(corpus: Corpus, shown: Corpus, name: str, hidden: HiddenNames) -> bool:
    """Whether the same answer follows for the same reasons, none of which names a hidden code."""
    item = shown.items[name]
    try:
        before, after = derive_key(corpus, item), derive_key(shown, item)
    except (UnderivableError, KeyError):
        return False
    reasons = [reason.text for reason in before.reasons]
    return (
        before.right == after.right
        and reasons == [reason.text for reason in after.reasons]
        and not any(map(hidden.in_text, reasons))
        and not any(map(hidden.fact, facts_of(item, before)))
    )


def _whole_assignments(shown: Corpus) -> Mapping[str, Assignment]:
    """Those whose draws find enough questions."""
    short = {spot.path for spot, _ in draws_too_large(shown)}
    return {
        name: assignment
        for name, assignment in shown.assignments.items()
        if shown.spot("assignments", name).path not in short
    }
