"""Ours and theirs as one corpus: pure, and sound only where both are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.authoring.loader import place_of
from generator.checks import check, severity
from generator.facts.clinics import AppliedOverlay, Clinic, OverriddenFact
from generator.facts.corpus import Corpus
from generator.findings import Finding, Place, Spot, has_errors
from generator.overlays.brand_colors import low_contrast_colors
from generator.overlays.hide import hidden_by, hide, own_left_out, unknown_shown
from generator.overlays.logo import logo_flaw
from generator.overlays.overlay_files import (
    HEAD,
    OverlayFiles,
    Problem,
    added,
    clashes,
    with_additions,
)
from generator.overlays.overrides import (
    AppliedOverride,
    UnsoundOverrideError,
    apply_override,
    register_with,
)
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError

EXAMPLE = "(example to change)"
"""In the name of the plan that a new overlay holds."""


@dataclass(frozen=True)
class OverlayResult:
    """The corpus of a clinic's site, and findings at the places of the clinic's files."""

    corpus: Corpus
    findings: tuple[Finding, ...]


def apply_overlay(corpus: Corpus, overlay: OverlayFiles) -> OverlayResult:
    """`corpus`, sound by itself, with the clinic's additions and overrides."""
    clinic = overlay.clinic
    if clinic is None:
        return OverlayResult(corpus, overlay.found.findings + _missing_head(overlay))
    descriptors = {name: str(text) for name, text in overlay.found.registers["descriptors"].items()}
    applied = AppliedOverlay(
        clinic, own=added(overlay, corpus), descriptors=tuple(descriptors.items())
    )
    merged = with_additions(corpus, overlay)
    problems = [
        *clashes(corpus, overlay),
        *low_contrast_colors(overlay, clinic),
        *_unfit_logo(overlay, clinic),
        *unknown_shown(merged, overlay, clinic),
        *_example_plans(overlay),
    ]
    merged = replace(merged, overlay=applied)
    found = _read_overrides(merged, overlay)
    for one in found.applied:
        merged = replace(merged, **register_with(merged, one))
    facts = (
        OverriddenFact(f"{one.register}/{one.name}", one.fact, one.ours) for one in found.applied
    )
    applied = replace(applied, overridden=tuple(facts))
    merged = replace(merged, overlay=applied)
    problems += found.problems
    findings = (*overlay.found.findings, *found.findings, *_at_places(overlay, problems))
    if has_errors(findings):
        return OverlayResult(merged, tuple(sorted(findings)))
    changed, more = _recheck(corpus, merged, found.applied, overlay)
    findings = tuple(sorted((*findings, *more)))
    if has_errors(findings):
        return OverlayResult(merged, findings)
    merged = replace(merged, overlay=replace(applied, left_out=tuple(sorted(changed))))
    names = hidden_by(corpus, merged, clinic)
    shown = hide(merged, names | changed)
    lost = tuple(_at_places(overlay, own_left_out(merged, shown, overlay, names)))
    return OverlayResult(shown, tuple(sorted((*findings, *lost))))


def _missing_head(overlay: OverlayFiles) -> tuple[Finding, ...]:
    if has_errors(overlay.found.findings):
        return ()
    sentence = f"There is no {HEAD} here, so this is no overlay; `rightcode new clinic` makes one."
    return (Finding(Place(overlay.prefix + HEAD), "O400", sentence),)


def _unfit_logo(overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    if clinic.logo and overlay.logo is None:
        sentence = (
            f"There is no file '{clinic.logo}' in the overlay's folder; put it there, or remove"
            " this line."
        )
        yield overlay.spot("logo"), "O412", sentence
    elif clinic.logo and (flaw := logo_flaw(clinic.logo, overlay.logo or b"")):
        yield overlay.spot("logo"), "O413", f"'{clinic.logo}' cannot be shown. {flaw}"


def _example_plans(overlay: OverlayFiles) -> Iterator[Problem]:
    for name, payer in overlay.found.registers["payers"].items():
        if EXAMPLE in str(getattr(payer, "name", "")):
            sentence = (
                "This is the example plan that a new overlay begins with, and its facts are made"
                " up; write your own plan's name and facts, or delete the file."
            )
            yield overlay.found.spots[f"payers/{name}"] / "name", "O415", sentence


@dataclass
class _Overrides:
    applied: list[AppliedOverride] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def _read_overrides(merged: Corpus, overlay: OverlayFiles) -> _Overrides:
    found = _Overrides()
    for name, override in overlay.overrides.items():
        spot = overlay.found.spots[f"overrides/{name}"]
        try:
            one = apply_override(merged, override, overlay.found.sources[spot.path], spot)
        except UnsoundOverrideError as error:
            found.problems += error.problems
            found.findings += error.findings
            continue
        if any(_overlap(one, other) for other in found.applied):
            sentence = (
                "Another override says something of the same fact already; make one of the two."
            )
            found.problems.append((spot / "fact", "O407", sentence))
        else:
            found.applied.append(one)
    return found


def _overlap(one: AppliedOverride, other: AppliedOverride) -> bool:
    shorter = min(len(one.keys), len(other.keys))
    return (one.register, one.name, one.keys[:shorter]) == (
        other.register,
        other.name,
        other.keys[:shorter],
    )


def _recheck(
    ours: Corpus, merged: Corpus, applied: Sequence[AppliedOverride], overlay: OverlayFiles
) -> tuple[frozenset[str], list[Finding]]:
    problems = [
        problem
        for problem in check(merged)
        if severity(problem[1]) == "error" or overlay.owns(problem[0].path)
    ]
    questions = [question_at(merged, overlay, spot) for spot, _, _ in problems]
    changed = frozenset(filter(None, questions))
    if applied or any(name.startswith("edits/") for name in added(overlay, ours)):
        changed |= answered_otherwise(ours, merged)
    first = overlay.found.spots[f"overrides/{applied[0].ours.id}"] if applied else overlay.spot()
    rest = [problem for problem, question in zip(problems, questions, strict=True) if not question]
    stale = [
        problem for problem in rest if problem[1] == "S217" and not overlay.owns(problem[0].path)
    ]
    more_findings = [_left_out(overlay, first, changed)] if changed else []
    more_findings += [_stale_prose(overlay, first, stale)] if stale else []
    others = (_attributed(overlay, first, problem) for problem in rest if problem not in stale)
    return changed, [*more_findings, *_at_places(overlay, others)]


def _left_out(overlay: OverlayFiles, spot: Spot, changed: frozenset[str]) -> Finding:
    names = sorted(name.partition("/")[2] for name in changed)
    listed = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    sentence = (
        "Your facts change the answers to questions of RightCode's, which are left out of your"
        f" site: {listed}. Write your own in quizzes/."
    )
    return Finding(place_of(overlay.found.sources, spot), "O408", sentence, "warning")


def _stale_prose(overlay: OverlayFiles, spot: Spot, stale: Sequence[Problem]) -> Finding:
    files = sorted({found.path for found, _, _ in stale})
    sentence = (
        f"Your facts differ from sentences of RightCode's, which stay as they are ({len(stale)}):"
        f" {', '.join(files[:5])}{' and others' if len(files) > 5 else ''}. Choose under"
        " 'show' what your site shows."
    )
    return Finding(place_of(overlay.found.sources, spot), "O414", sentence, "warning")


def _attributed(overlay: OverlayFiles, first: Spot, problem: Problem) -> Problem:
    """A problem in our file comes from theirs: it goes to `first`, their first override."""
    spot, code, sentence = problem
    if overlay.owns(spot.path):
        return problem
    return first, code, f"With your facts {spot.path} is no longer sound: {sentence}"


def _at_places(overlay: OverlayFiles, problems: Iterable[Problem]) -> Iterator[Finding]:
    for spot, code, sentence in problems:
        yield Finding(place_of(overlay.found.sources, spot), code, sentence, severity(code))


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
