"""Ours and theirs as one corpus: pure, and sound only where both are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks import check, severity
from generator.facts.clinics import AppliedOverlay, Clinic
from generator.facts.corpus import Corpus
from generator.findings import Finding, Place, Spot, has_errors
from generator.overlays.additions import Problem, added, clashes, with_additions
from generator.overlays.brand_colors import low_contrast_colors
from generator.overlays.hide import hide
from generator.overlays.overlay_files import HEAD, OverlayFiles
from generator.overlays.overrides import AppliedOverride, apply_override, register_with
from generator.overlays.shown_facts import hidden_by, unknown_shown
from generator.questions.keys import Underivable, derive_key


@dataclass(frozen=True)
class OverlayResult:
    """The corpus of a clinic's site, and what is wrong with it or worth knowing, at the places of the clinic's files."""

    corpus: Corpus
    findings: tuple[Finding, ...]


def apply_overlay(corpus: Corpus, overlay: OverlayFiles) -> OverlayResult:
    """`corpus`, sound by itself, with the clinic's additions and overrides.

    What the clinic does not show is taken away last.
    """
    clinic = overlay.clinic
    if clinic is None:
        missing = (
            ()
            if has_errors(overlay.found.findings)
            else (Finding(Place(overlay.prefix + HEAD), "O400", _no_head(overlay)),)
        )
        return OverlayResult(corpus, overlay.found.findings + missing)
    laid = AppliedOverlay(
        clinic,
        own=added(overlay, corpus),
        descriptors=tuple(overlay.found.registers["descriptors"].items()),
    )
    merged = replace(with_additions(corpus, overlay), overlay=laid)
    problems = [
        *clashes(corpus, overlay),
        *low_contrast_colors(overlay, clinic),
        *_missing_logo(overlay, clinic),
        *unknown_shown(merged, overlay, clinic),
    ]
    merged, applied, found = _apply_overrides(merged, overlay, problems)
    findings = (*overlay.found.findings, *found, *_at_places(overlay, problems))
    if has_errors(findings):
        return OverlayResult(merged, tuple(sorted(findings)))
    changed, more = _recheck(corpus, merged, overlay, applied)
    findings = tuple(sorted((*findings, *more)))
    if has_errors(findings):
        return OverlayResult(merged, findings)
    merged = replace(merged, overlay=replace(merged.overlay, left_out=tuple(sorted(changed))))
    return OverlayResult(hide(merged, hidden_by(corpus, merged, clinic) | changed), findings)


def _no_head(overlay: OverlayFiles) -> str:
    return f"There is no {HEAD} here, so this is no overlay; `rightcode new clinic` makes one."


def _missing_logo(overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    if clinic.logo and overlay.logo is None:
        yield (
            overlay.spot("logo"),
            "O412",
            (
                f"There is no file '{clinic.logo}' in the overlay's folder; put it there, or remove"
                " this line."
            ),
        )


def _apply_overrides(
    merged: Corpus, overlay: OverlayFiles, problems: list[Problem]
) -> tuple[Corpus, tuple[AppliedOverride, ...], list[Finding]]:
    """The corpus with every override in it.

    Each is read against ours, not against another override.
    """
    found: list[Finding] = []
    done: dict[tuple[object, ...], AppliedOverride] = {}
    for name, override in overlay.overrides.items():
        spot = Spot(
            overlay.found.spots[f"overrides/{name}"].path,
            overlay.found.spots[f"overrides/{name}"].keys,
        )
        one, wrong, misshapen = apply_override(
            merged, override, overlay.found.sources[spot.path], spot
        )
        problems += wrong
        found += misshapen
        if one and any(_inside(one, other) for other in done.values()):
            problems.append(
                (
                    spot / "fact",
                    "O407",
                    (
                        "Another override says something of the same fact already; make one of the"
                        " two."
                    ),
                )
            )
        elif one:
            done[one.register, one.name, one.keys] = one
    for one in done.values():
        merged = replace(merged, **{one.register: register_with(merged, one)})
    facts = tuple((f"{one.register}/{one.name}", one.fact) for one in done.values())
    return (
        replace(merged, overlay=replace(merged.overlay, overridden=facts)),
        tuple(done.values()),
        found,
    )


def _inside(one: AppliedOverride, other: AppliedOverride) -> bool:
    shorter = min(len(one.keys), len(other.keys))
    return (one.register, one.name, one.keys[:shorter]) == (
        other.register,
        other.name,
        other.keys[:shorter],
    )


def _recheck(
    ours: Corpus, merged: Corpus, overlay: OverlayFiles, applied: tuple[AppliedOverride, ...]
) -> tuple[frozenset[str], list[Finding]]:
    """Which of our questions the clinic's facts make wrong, and all else that its files make wrong."""
    problems = list(check(merged))
    problems = [
        problem
        for problem in problems
        if severity(problem[1]) == "error" or overlay.owns(problem[0].path)
    ]
    spoilt = frozenset(
        name for spot, _, _ in problems if (name := _question_at(merged, overlay, spot))
    )
    decides = applied or any(name.startswith("edits/") for name in merged.overlay.own)
    changed = spoilt | (_answered_otherwise(ours, merged) if decides else frozenset())
    told = (
        [_left_out(overlay, applied, sorted(name.partition("/")[2] for name in changed))]
        if changed
        else []
    )
    rest = [problem for problem in problems if not _question_at(merged, overlay, problem[0])]
    return changed, told + list(
        _at_places(overlay, [_owned(overlay, applied, *problem) for problem in rest])
    )


def _question_at(merged: Corpus, overlay: OverlayFiles, spot: Spot) -> str | None:
    """The question or template of ours that a problem lies in."""
    if overlay.owns(spot.path):
        return None
    if spot.path.startswith("quizzes/templates/"):
        return f"templates/{spot.path.rpartition('/')[2].removesuffix('.yaml')}"
    found = (
        name
        for name in merged.items
        if spot.keys[:1] == ("items",) and _holds(merged.spot("items", name), spot)
    )
    return next((f"items/{name}" for name in found), None)


def _holds(around: Spot, spot: Spot) -> bool:
    return around.path == spot.path and spot.keys[: len(around.keys)] == around.keys


def _answered_otherwise(ours: Corpus, merged: Corpus) -> frozenset[str]:
    """Our questions whose right answers differ: what they say of each option would be wrong."""
    return frozenset(
        f"items/{name}" for name in ours.items if _right(ours, name) != _right(merged, name)
    )


def _right(corpus: Corpus, name: str) -> object:
    try:
        return derive_key(corpus, corpus.items[name]).right
    except Underivable as problem:
        return str(problem)


def _left_out(
    overlay: OverlayFiles, applied: tuple[AppliedOverride, ...], names: list[str]
) -> Finding:
    listed = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    spot = (
        overlay.found.spots[f"overrides/{applied[0].fact.overridden.id}"]
        if applied
        else overlay.spot()
    )
    said = (
        "Your facts change the answers to questions of RightCode's, which are left out of your"
        f" site: {listed}. Write your own in quizzes/."
    )
    return Finding(overlay.found.sources[spot.path].place(spot.keys), "O408", said, "warning")


def _owned(
    overlay: OverlayFiles, applied: tuple[AppliedOverride, ...], spot: Spot, code: str, said: str
) -> Problem:
    """A problem in a file of ours, which is sound by itself, comes from theirs.

    It is told at their first override, or their head.
    """
    if overlay.owns(spot.path):
        return spot, code, said
    place = (
        overlay.found.spots[f"overrides/{applied[0].fact.overridden.id}"]
        if applied
        else overlay.spot()
    )
    return place, code, f"With your facts {spot.path} is no longer sound: {said}"


def _at_places(overlay: OverlayFiles, problems: list[Problem]) -> Iterator[Finding]:
    for spot, code, said in problems:
        source = overlay.found.sources.get(spot.path)
        yield Finding(
            source.place(spot.keys) if source else Place(spot.path), code, said, severity(code)
        )
