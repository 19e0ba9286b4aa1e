"""A project on disk: its files in, findings or a corpus out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from generator.authoring.loader import LoadedContent, ReadFile, load, read_file
from generator.authoring.placeholders import UNFINISHED
from generator.build.content_files import read_files
from generator.build.download_packages import package_files
from generator.build.frontend import frontend_files, notice_file, stylesheet
from generator.build.site_checks import check_site
from generator.build.site_files import build_site
from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.cache.file_cache import cache_folder
from generator.checks import check, severity
from generator.checks.references import dead_references
from generator.checks.rounds import every_finding
from generator.cms.store_schema import with_imports
from generator.disk.output_error import OutputError
from generator.facts.clinics import Clinic
from generator.facts.corpus import Corpus
from generator.findings import Finding, Spot, format_findings, has_errors
from generator.overlays.apply import apply_overlay
from generator.overlays.overlay_folder import clinic_assets, open_overlay
from generator.pages.template_environment import cache_compiled_templates

OVERLAY = "RIGHTCODE_OVERLAY"  # the environment tells a build which folder lies over the content

Rules = Callable[[Corpus], Iterable[tuple[Spot, str, str]]]
"""What is wrong in a corpus: where, a finding's code, a sentence."""


@dataclass(frozen=True)
class CheckedProject:
    """What a project holds, and everything found wrong with it, sorted by place."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    partial: bool = False
    """Whether something could not be read, so that more may be wrong than was found."""

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the site from being built."""
        return not has_errors(self.findings)

    @property
    def unfinished(self) -> tuple[Finding, ...]:
        """Files with placeholders: they can be looked at, and are not published."""
        return tuple(finding for finding in self.findings if finding.code == UNFINISHED)


@dataclass(frozen=True)
class BuiltSite:
    """A site's files and its packages in the cache, or the findings that keep it from being."""

    files: Mapping[str, bytes]
    findings: Sequence[Finding] = ()
    clinic: Clinic | None = None
    packages: Mapping[str, Path] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """The findings as text, a line each."""
        return format_findings(self.findings, "text")


@dataclass(frozen=True)
class Project:
    """The folder that holds content, quizzes and site_config."""

    root: Path
    cache: BuildCache = NO_CACHE
    read: Callable[[str, bytes], ReadFile] = read_file
    overlay: Path | None = None
    preview: bool = False
    """A preview packs nothing, tries few variants of a template and shows what is unfinished."""

    def build(self) -> BuiltSite:
        """Every file of the site by its path; where anything is wrong, the report alone."""
        if not (self.root / "site_config").is_dir():
            raise OutputError(f"{self.root} has no site_config; name a whole project with --root.")
        cache_compiled_templates(str(cache_folder(self.root)))
        rules = check if self.preview else check_site
        checked = open_project(self.root, self.read, self.overlay, self.preview, rules)
        if not checked.sound or (checked.unfinished and not self.preview):
            return BuiltSite({}, checked.findings)
        site = build_site(checked.corpus, self.cache)
        own = clinic_assets(self.overlay, checked.corpus) if self.overlay else {}
        packed = package_files(self.root, checked.corpus.public, site, not self.preview)
        clinic = checked.corpus.overlay.clinic if checked.corpus.overlay else None
        given = {**asset_files(self.root), **root_files(self.root)}
        return BuiltSite({**site, **given, **own}, clinic=clinic, packages=packed)


def incremental_project(root: Path, overlay: Path | None = None) -> Project:
    """A project in which only what depends on a change is read and rendered again."""
    return Project(root, BuildCache(), lru_cache(maxsize=None)(read_file), overlay, preview=True)


def _unchanged(corpus: Corpus) -> Corpus:
    return corpus


def _with_few_variants(corpus: Corpus) -> Corpus:
    """The corpus as a preview tries and shows it: all variants take ten seconds at every save."""
    few = {
        name: holder.model_copy(
            update={
                "written": tuple(
                    written.model_copy(update={"pool": min(written.pool, holder.on_page)})
                    for written in holder.written
                )
            }
        )
        for name, holder in corpus.variants.items()
    }
    return replace(corpus, variants=few)


def asset_files(root: Path) -> dict[str, bytes]:
    """What lies in site_config/assets, the look of the site, scripts, styles, and the notice."""
    found = {f"assets/{path}": content for path, content in _below(root, "assets").items()}
    look = root / "site_config" / "look" / "site.css"
    return {
        **found,
        **({"assets/site.css": stylesheet(look)} if look.exists() else {}),
        **frontend_files(root),
        **notice_file(root),
    }


def root_files(root: Path) -> dict[str, bytes]:
    """The owner's own files for the root of the site, such as CNAME and .nojekyll."""
    return _below(root, "root")


def _below(root: Path, name: str) -> dict[str, bytes]:
    folder = root / "site_config" / name
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_project(
    root: Path,
    read: Callable[[str, bytes], ReadFile] = read_file,
    overlay: Path | None = None,
    preview: bool = False,
    rules: Rules = check,
) -> CheckedProject:
    """Load and check the project at `root`; over a sound one lies the clinic's `overlay`.

    A preview tries only as many variants as a page shows; every other command tries all.
    """
    files, read = read_files(root), cache(read)  # with mistakes, sound files are read once
    loaded = load(files, read)
    corpus, import_findings = with_imports(loaded.corpus, root)
    as_shown = _with_few_variants if preview else _unchanged
    if has_errors(loaded.findings) or any(dead_references(corpus)):
        found = every_finding(
            files, read, loaded, lambda rest: as_shown(with_imports(rest, root)[0])
        )
        return CheckedProject(loaded.corpus, found, partial=True)
    corpus = as_shown(corpus)
    if overlay is None:
        return _checked(loaded, corpus, import_findings, rules)
    return _with_overlay(loaded, corpus, import_findings, overlay, root)


def _checked(
    loaded: LoadedContent,
    corpus: Corpus,
    import_findings: tuple[Finding, ...],
    rules: Rules = check,
) -> CheckedProject:
    problems = tuple(loaded.finding(*problem, severity(problem[1])) for problem in rules(corpus))
    return CheckedProject(corpus, tuple(sorted(loaded.findings + import_findings + problems)))


def _with_overlay(
    loaded: LoadedContent,
    corpus: Corpus,
    import_findings: tuple[Finding, ...],
    folder: Path,
    root: Path,
) -> CheckedProject:
    """Ours is checked alone only where something was found, which may then be ours."""
    overlaid = apply_overlay(corpus, open_overlay(folder, root))
    if overlaid.findings or import_findings:
        ours = _checked(loaded, corpus, import_findings)
        if not ours.sound:
            return ours
    return CheckedProject(overlaid.corpus, tuple(sorted((*loaded.findings, *overlaid.findings))))
