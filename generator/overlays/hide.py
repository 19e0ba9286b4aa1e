"""What a clinic does not show, and a corpus without it: no page, row, question or link is left.

Questions keep their keys: one stays only where its answer, worked out without the hidden facts, is
the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from generator.checks.draw_checks import draws_too_large
from generator.facts.assignments import Assignment
from generator.facts.base import PART_B
from generator.facts.clinics import Clinic
from generator.facts.corpus import Corpus
from generator.facts.tracks import Module, Practice, Track
from generator.findings import did_you_mean, listed
from generator.overlays.hidden_names import HiddenNames, prune
from generator.overlays.overlay_files import HEAD, OverlayFiles, Problem
from generator.overlays.register_pruning import REGISTERS, without_hidden
from generator.questions.key_digest import facts_of
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.track_courses import courses


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
    gone = {
        f"{register}/{name}"
        for register in REGISTERS
        for name in corpus.register(register)
        if name not in shown.register(register)
    }
    changed = (name for name in shown.items if not _answered_alike(corpus, shown, name, hidden))
    return frozenset(gone | {f"items/{name}" for name in changed})


def _answered_alike(corpus: Corpus, shown: Corpus, name: str, hidden: HiddenNames) -> bool:
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
    short = {spot.path for spot, _ in draws_too_large(shown)}
    return {
        name: assignment
        for name, assignment in shown.assignments.items()
        if shown.spot("assignments", name).path not in short
    }


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
    reading = tuple(page for page in module.reading if shown.fact(page))
    practice = prune(module.practice, hidden.reference)
    if (
        not reading
        or not isinstance(practice, Practice)
        or hidden.mentioned(module.check)
        or not (practice.items or practice.quizzes)
    ):
        return None
    return module.model_copy(update={"reading": reading, "practice": practice})


def _with_full_checks(shown: Corpus, track: Track, modules: tuple[Module, ...]) -> Track | None:
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


def hidden_by(ours: Corpus, merged: Corpus, clinic: Clinic) -> frozenset[str]:
    """`register/name` of every thing of ours that the clinic does not show."""
    show = clinic.show
    found = {f"codes/{name}" for name in ours.codes if not _code_shown(merged, clinic, name)}
    for register, names in (("payers", show.payers), ("tracks", show.tracks)):
        if names is not None:
            found |= {f"{register}/{name}" for name in ours.register(register) if name not in names}
    return frozenset(found)


def own_left_out(
    merged: Corpus, shown: Corpus, overlay: OverlayFiles, names: frozenset[str]
) -> Iterator[Problem]:
    """The clinic's own questions and templates that its own choice of codes leaves out."""
    things: tuple[tuple[str, Mapping[str, BaseModel]], ...] = (
        ("items", merged.items),
        ("templates", merged.templates),
    )
    for register, entries in things:
        for name, thing in entries.items():
            spot = merged.spot(register, name)
            if overlay.owns(spot.path) and name not in shown.register(register):
                codes = HiddenNames(names).codes_in(thing.model_dump_json())
                why = f"names {listed(codes, 'and')}, which" if codes else "rests on what"
                sentence = (
                    f"Your site does not show this, since it {why} 'show' in {HEAD} leaves out; add"
                    " the code there, or write about another."
                )
                yield spot, "O416", sentence


def unknown_shown(merged: Corpus, overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    """Names that lead nowhere, and a choice that leaves nothing to build a site from."""
    for register in ("codes", "families", "payers", "tracks"):
        known = merged.register(register)
        for index, name in enumerate(getattr(clinic.show, register) or ()):
            if name not in known:
                hint = did_you_mean(name, known, "remove it.")
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
