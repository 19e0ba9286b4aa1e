"""Every quiz in the formats of other programs, ready to download.

Made again only when a question, a format or the player changed.
"""

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
"""Sets of files kept of a quiz.

As it is, as a clinic's overlay has it, and as it was before the last change.
"""
log = logging.getLogger("mkdocs.plugins.rightcode")


@dataclass(frozen=True)
class PackagingContext:
    """What packages are made with.

    The project's cache, a corpus without what is held back, its site, and the player.
    """

    cache: Path
    corpus: Corpus
    site: Mapping[str, bytes]
    player: Mapping[str, bytes]


def package_files(
    root: Path, corpus: Corpus, site: Mapping[str, bytes], make: bool = True
) -> dict[str, Path]:
    """The file in the cache by its path in the site, such as `downloads/….xlsx`.

    Without `make`, those that there are.
    """
    if not has_downloads(corpus):
        return {}
    player = package_player(root) if (root / SOURCES / "lms.js").exists() else {}
    bench = PackagingContext(root / PACKAGE_CACHE, corpus, site, player)
    folders = dict(_folders(bench))
    missing = [name for name, folder in folders.items() if not folder.exists()]
    if missing and make:
        log.info(
            "Packing %d quizzes for other programs; this takes about half a second each, and again"
            " only after a change",
            len(missing),
        )
        for name in missing:
            _build_package(bench, corpus.quizzes[name], folders[name])
    return {
        f"downloads/{path.name}": path
        for folder in folders.values()
        if folder.exists()
        for path in sorted(folder.iterdir())
    }


def link_or_copy(kept: Path, target: Path) -> None:
    """The kept file at `target`, without a second copy on the disk where the file system can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # never written over: it may be the kept file of an older build
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)


def _folders(bench: PackagingContext) -> Iterator[tuple[str, Path]]:
    """Where the files of each quiz are kept, by all that they are made from."""
    makers = hashlib.sha256(
        b"".join(path.read_bytes() for path in BUILD_INPUTS)
        + b"".join(path.encode() + content for path, content in bench.player.items())
    )
    for quiz in bench.corpus.quizzes.values():
        state = makers.copy()
        state.update(
            json.dumps(
                [
                    quiz.id,
                    quiz.title,
                    quiz.summary,
                    bench.corpus.judged_on.isoformat(),
                    _objectives(bench.corpus, quiz),
                ]
            ).encode()
        )
        for item in quiz.items:
            state.update(
                bench.site[f"bank/questions/{item.id}.js"] + bench.site[f"bank/items/{item.id}.js"]
            )
        yield quiz.id, bench.cache / quiz.id / state.hexdigest()[:20]


def _objectives(corpus: Corpus, quiz: Quiz) -> dict[str, str]:
    return {
        str(name): corpus.objectives[name].text for item in quiz.items for name in item.objectives
    }


def _build_package(bench: PackagingContext, quiz: Quiz, folder: Path) -> None:
    """Written under another name first, so that an interrupted run leaves no half a set behind.

    The oldest sets go.
    """
    draft = folder.with_name(f"{folder.name}-{os.getpid()}.part")
    draft.mkdir(parents=True, exist_ok=True)
    for path, content in _package_contents(bench, quiz):
        (draft / Path(path).name).write_bytes(content)
    try:
        draft.rename(folder)
    except OSError:  # another build was first
        shutil.rmtree(draft)
    for old in sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)[
        :-SETS_CACHED
    ]:
        shutil.rmtree(old, ignore_errors=True)


def _package_contents(bench: PackagingContext, quiz: Quiz) -> Iterator[tuple[str, bytes]]:
    from generator.exports.format_registry import FORMATS
    from generator.exports.plan_builder import quiz_export

    questions, plan = quiz_export(bench.corpus, quiz)
    plan = replace(plan, player_assets=render_player_assets(bench.corpus, quiz.items, bench.player))
    for form in DOWNLOAD_FORMATS:
        if bench.player or not FORMATS[form.name].needs_player:
            yield (
                download_path(quiz.id, form),
                _one_file(FORMATS[form.name].export(questions, plan), plan, form.ending),
            )


def _one_file(files: Mapping[str, bytes], plan: Plan, ending: str) -> bytes:
    """All of several files where the name says zip, the first and fullest of them where it does not."""
    if len(files) > 1 and ending.endswith(".zip"):
        return archive(files, plan.as_of)
    return next(iter(files.values()))
