"""Tracks with those of their modules that can still be taken."""

from collections.abc import Mapping

from generator.facts.corpus import Corpus
from generator.facts.tracks import Module, Track
from generator.overlays.reference_pruning import REMOVED, IsHidden, mentions, prune
from generator.questions.track_courses import courses


def shown_tracks(shown: Corpus, gone: frozenset[str], hides: IsHidden) -> Mapping[str, Track]:
    """A module stays while it has something to read and to practise, and its check finds its questions; a track while it has a module."""
    found = {}
    for name, track in shown.tracks.items():
        modules = (
            tuple(module for entry in track.modules if (module := _module(shown, entry, hides)))
            if f"tracks/{name}" not in gone
            else ()
        )
        if modules and (kept := _with_full_checks(shown, track, modules)):
            found[name] = kept
    return found


def _module(shown: Corpus, module: Module, hides: IsHidden) -> Module | None:
    reading = tuple(page for page in module.reading if _there(shown, page))
    practice = prune(module.practice, hides)
    if (
        not reading
        or practice is REMOVED
        or mentions(module.check, hides)
        or not (practice.items or practice.quizzes)
    ):
        return None
    return module.model_copy(update={"reading": reading, "practice": practice})


def _there(shown: Corpus, reference: str) -> bool:
    register, _, name = reference.partition("/")
    return name in shown.register(register)


def _with_full_checks(shown: Corpus, track: Track, modules: tuple[Module, ...]) -> Track | None:
    """The track, less the modules whose check finds too few questions.

    What one draws the next may not, so it is tried again.
    """
    while modules:
        tried = track if modules == track.modules else track.model_copy(update={"modules": modules})
        full = tuple(
            course.pools and all(len(pool.items) >= pool.count for pool in course.pools)
            for course in courses(shown, tried)
        )
        if all(full):
            return tried
        modules = tuple(module for module, is_full in zip(modules, full, strict=True) if is_full)
    return None
