"""Every quiz in the formats of other programs, made again only when something changed."""

import hashlib
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator.build.frontend import SOURCES, package_player
from generator.exports.archives import archive, source_date
from generator.exports.limitations import report_text
from generator.exports.plan import Plan
from generator.exports.player_assets import render_player_assets
from generator.exports.portable_question import Questions
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz
from generator.pages.download_page import (
    DOWNLOAD_FORMATS,
    GAMES,
    SHARED,
    download_path,
)
from generator.pages.download_paths import has_downloads
from generator.pages.flashcards import decks

PACKAGE = Path(__file__).parents[1]
BUILD_INPUTS = (
    Path(__file__),
    PACKAGE / "pages/download_page.py",
    *sorted(
        path for path in (PACKAGE / "exports").rglob("*") if path.suffix in (".py", ".typ", ".gs")
    ),
)
PACKAGE_CACHE = ".cache/packages"
DECKS = "_decks"
"""The set of the flashcards' files; no quiz is called so."""
MOST_PACKERS = 4
"""Processes that pack side by side; each takes some hundred megabytes."""
SETS_CACHED = 3
"""Sets of files of a quiz: as it is, in a clinic's overlay, and before the last change."""
log = logging.getLogger("mkdocs.plugins.rightcode")


def package_files(
    root: Path, corpus: Corpus, site: Mapping[str, bytes], make: bool = True
) -> dict[str, Path]:
    """Cached files by their path in the site; without `make`, those that there are."""
    if not has_downloads(corpus):
        return {}
    player = package_player(root) if (root / SOURCES / "lms.js").exists() else {}
    digests = _digests(corpus, site, player)
    folders = {name: root / PACKAGE_CACHE / name / digest for name, digest in digests}
    missing = [name for name, folder in folders.items() if not folder.exists()]
    if missing and make:
        log.info(
            "Packing %d sets of files for other programs; this takes about half a second each, and"
            " again only after a change",
            len(missing),
        )
        _pack_side_by_side(partial(_pack, corpus, player, folders), missing)
    return {
        f"downloads/{path.name}": path
        for folder in folders.values()
        if folder.exists()
        for path in sorted(folder.iterdir())
    }


def link_or_copy(cached: Path, target: Path) -> None:
    """Put the cached file at `target`, as a second name of it where the disk can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Never written over: it may be the cached file of an older build.
    target.unlink(missing_ok=True)
    try:
        os.link(cached, target)
    except OSError:
        shutil.copyfile(cached, target)


def _digests(
    corpus: Corpus, site: Mapping[str, bytes], player: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    """One for all that a set of files is made from, by the quiz's id or `DECKS`."""
    inputs = hashlib.sha256(
        b"".join(path.read_bytes() for path in BUILD_INPUTS)
        + b"".join(path.encode() + content for path, content in player.items())
    )
    for quiz in corpus.quizzes.values():
        state, day = inputs.copy(), corpus.judged_on.isoformat()
        used = {name for item in quiz.items for name in item.objectives}
        objectives = {str(name): corpus.objectives[name].text for name in sorted(used)}
        texts = [quiz.id, quiz.title, quiz.summary, day, objectives, source_date()]
        state.update(json.dumps(texts).encode())
        for item in quiz.items:
            state.update(site[f"bank/questions/{item.id}.js"] + site[f"bank/items/{item.id}.js"])
        yield quiz.id, state.hexdigest()[:20]
    state = inputs.copy()
    state.update(repr((decks(corpus), corpus.judged_on, source_date())).encode())
    yield DECKS, state.hexdigest()[:20]


Pack = Callable[[str], None]
_packers: list[Pack] = []
"""What a process that packs was started with: too large to be sent with each name."""


def _pack_side_by_side(pack: Pack, names: list[str]) -> None:
    """By several processes where they can be forked, since no set needs another.

    Not once Typst was used: its threads are missing in a fork, which would wait for them forever.
    """
    count = min(os.cpu_count() or 1, len(names), MOST_PACKERS)
    if count < 2 or sys.platform != "linux" or "typst" in sys.modules:
        for name in names:
            pack(name)
        return
    with ProcessPoolExecutor(count, get_context("fork"), _packers.append, (pack,)) as pool:
        for done in [pool.submit(_packed, name) for name in names]:
            done.result()  # which raises what went wrong there


def _packed(name: str) -> None:
    _packers[-1](name)


def _pack(
    corpus: Corpus, player: Mapping[str, bytes], folders: Mapping[str, Path], name: str
) -> None:
    _build_package(_contents(corpus, player, name), folders[name])


def _build_package(contents: Iterator[tuple[str, bytes]], folder: Path) -> None:
    draft = folder.with_name(f"{folder.name}-{os.getpid()}.part")
    draft.mkdir(parents=True, exist_ok=True)
    for path, content in contents:
        (draft / Path(path).name).write_bytes(content)
    try:
        draft.rename(folder)
    except OSError:  # another build was first
        shutil.rmtree(draft)
    sets = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)
    for old in sets[:-SETS_CACHED]:
        shutil.rmtree(old, ignore_errors=True)


def _contents(
    corpus: Corpus, player: Mapping[str, bytes], name: str
) -> Iterator[tuple[str, bytes]]:
    if name != DECKS:
        return _package_contents(corpus, player, corpus.quizzes[name])
    from generator.exports.card_decks import deck_files  # noqa: PLC0415

    return deck_files(decks(corpus), corpus.judged_on, source_date())


def _package_contents(
    corpus: Corpus, player: Mapping[str, bytes], quiz: Quiz
) -> Iterator[tuple[str, bytes]]:
    # Only a build that packs spends the half second that all formats take to import.
    from generator.exports.format_registry import FORMATS  # noqa: PLC0415
    from generator.exports.question_conversion import quiz_export  # noqa: PLC0415

    questions, plan = quiz_export(corpus, quiz)
    player_assets = render_player_assets(corpus, quiz.items, player)
    plan = replace(plan, player_assets=player_assets, written=source_date())
    for name, ending in DOWNLOAD_FORMATS.items():
        if name not in GAMES and (player or not FORMATS[name].needs_player):
            files = FORMATS[name].export(questions, plan)
            yield download_path(quiz.id, name), _one_file(files, plan, ending)
    yield download_path(quiz.id, SHARED), archive(_game_files(questions, plan), plan.as_of)


def _game_files(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """Those of each game that some question fits, and what does not fit which."""
    from generator.exports.format_registry import FORMATS  # noqa: PLC0415

    files: dict[str, bytes] = {}
    reports = []
    for form in map(FORMATS.__getitem__, GAMES):
        if not form.fitting or form.fitting(questions):
            files |= form.export(questions, plan)
        limitations = form.limitations(questions, plan)
        reports.append(report_text(form.title, len(questions), limitations))
    return {**files, "what-is-left-out.txt": "\n".join(reports).encode()}


def _one_file(files: Mapping[str, bytes], plan: Plan, ending: str) -> bytes:
    if len(files) > 1 and ending.endswith(".zip"):
        return archive(files, plan.as_of)
    return next(iter(files.values()))
