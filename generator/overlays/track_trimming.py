"""Tracks with those of their modules that can still be taken."""

from collections.abc import Mapping

from generator.facts.corpus import Corpus
from generator.facts.tracks import Module, Practice, Track
from generator.overlays.hidden_names import HiddenNames
from generator.overlays.reference_pruning import prune
from generator.questions.track_courses import courses


def shown_tracks(shown: Corpus, hidden: HiddenNames) -> Mapping[str, Track]:
    """The tracks with a module that has reading, practice and enough questions for its check."""
    found = {}
    for name, track in shown.tracks.items():
        if f"tracks/{name}" not in hidden.gone:
            modules = (_module(shown, module, hidden) for module in track.modules)
            whole = tuple(module for module in modules if module)
            if trimmed := _with_full_checks(shown, track, whole):
                found[name] = trimmed
    return found


def _module(shown: Corpus, module: Module, hidden: HiddenNames) -> Module | None:
    reading = tuple(page for page in module.reading if _is_shown(shown, page))
    practice = prune(module.practice, hidden.reference)
    if (
        not reading
        or not isinstance(practice, Practice)
        or hidden.mentioned(module.check)
        or not (practice.items or practice.quizzes)
    ):
        return None
    return module.model_copy(update={"reading": reading, "practice": practice})


def _is_shown(shown: Corpus, reference: str) -> bool:
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
