"""Every quiz in the formats of other programs, made again only when something changed."""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.frontend import SOURCES, package_player
from generator.exports.archives import archive
from generator.exports.plan import Plan
from generator.exports.player_assets import render_player_assets
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.download_page import DOWNLOAD_FORMATS, download_path, has_downloads

PACKAGE = Path(__file__).parents[1]
BUILD_INPUTS = (
    Path(__file__),
    PACKAGE / "pages/download_page.py",
    *sorted(path for path in (PACKAGE / "exports").rglob("*") if path.suffix in (".py", ".typ")),
)
PACKAGE_CACHE = ".cache/packages"
SETS_CACHED = 3
"""Sets of files of a quiz: as it is, in a clinic's overlay, and before the last change."""
log = logging.getLogger("mkdocs.plugins.rightcode")


@dataclass(frozen=True)
class PackagingContext:
    """The cache, a corpus without what is held back, its site, and the player."""

    cache: Path
    corpus: Corpus
    site: Mapping[str, bytes]
    player: Mapping[str, bytes]


def package_files(
    root: Path, corpus: Corpus, site: Mapping[str, bytes], make: bool = True
) -> dict[str, Path]:
    """Cached files by their path in the site; without `make`, those that there are."""
    if not has_downloads(corpus):
        return {}
    player = package_player(root) if (root / SOURCES / "lms.js").exists() else {}
    context = PackagingContext(root / PACKAGE_CACHE, corpus, site, player)
    folders = dict(_folders(context))
    missing = [name for name, folder in folders.items() if not folder.exists()]
    if missing and make:
        log.info(
            "Packing %d quizzes for other programs; this takes about half a second each, and again"
            " only after a change",
            len(missing),
        )
        for name in missing:
            _build_package(context, corpus.quizzes[name], folders[name])
    return {
        f"downloads/{path.name}": path
        for folder in folders.values()
        if folder.exists()
        for path in sorted(folder.iterdir())
    }


def link_or_copy(cached: Path, target: Path) -> None:
    """Put the cached file at `target`, as a second name of it where the disk can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(
        missing_ok=True
    )  # never written over: it may be the cached file of an older build
    try:
        os.link(cached, target)
    except OSError:
        shutil.copyfile(cached, target)


def _folders(context: PackagingContext) -> Iterator[tuple[str, Path]]:
    inputs = hashlib.sha256(
        b"".join(path.read_bytes() for path in BUILD_INPUTS)
        + b"".join(path.encode() + content for path, content in context.player.items())
    )
    for quiz in context.corpus.quizzes.values():
        state = inputs.copy()
        state.update(
            json.dumps(
                [
                    quiz.id,
                    quiz.title,
                    quiz.summary,
                    context.corpus.judged_on.isoformat(),
                    _objectives(context.corpus, quiz),
                ]
            ).encode()
        )
        for item in quiz.items:
            state.update(
                context.site[f"bank/questions/{item.id}.js"]
                + context.site[f"bank/items/{item.id}.js"]
            )
        yield quiz.id, context.cache / quiz.id / state.hexdigest()[:20]


def _objectives(corpus: Corpus, quiz: Quiz) -> dict[str, str]:
    return {
        str(name): corpus.objectives[name].text for item in quiz.items for name in item.objectives
    }


def _build_package(context: PackagingContext, quiz: Quiz, folder: Path) -> None:
    """Write the set under another name first, then rename it; remove the oldest sets."""
    draft = folder.with_name(f"{folder.name}-{os.getpid()}.part")
    draft.mkdir(parents=True, exist_ok=True)
    for path, content in _package_contents(context, quiz):
        (draft / Path(path).name).write_bytes(content)
    try:
        draft.rename(folder)
    except OSError:  # another build was first
        shutil.rmtree(draft)
    for old in sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)[
        :-SETS_CACHED
    ]:
        shutil.rmtree(old, ignore_errors=True)


def _package_contents(context: PackagingContext, quiz: Quiz) -> Iterator[tuple[str, bytes]]:
    # Only a build that packs spends the half second that all formats take to import.
    from generator.exports.format_registry import FORMATS  # noqa: PLC0415
    from generator.exports.question_conversion import quiz_export  # noqa: PLC0415

    questions, plan = quiz_export(context.corpus, quiz)
    plan = replace(
        plan, player_assets=render_player_assets(context.corpus, quiz.items, context.player)
    )
    for name, ending in DOWNLOAD_FORMATS.items():
        if context.player or not FORMATS[name].needs_player:
            files = FORMATS[name].export(questions, plan)
            yield download_path(quiz.id, name), _one_file(files, plan, ending)


def _one_file(files: Mapping[str, bytes], plan: Plan, ending: str) -> bytes:
    if len(files) > 1 and ending.endswith(".zip"):
        return archive(files, plan.as_of)
    return next(iter(files.values()))
