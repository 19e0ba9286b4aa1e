"""The tracks: their list, a page each with its modules, and the page that checks a certificate."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from generator.facts.tracks import Module, Track
from generator.pages.page import Link, Page
from generator.pages.practice_data import shard_count
from generator.questions.key_digest import item_digest
from generator.questions.track_courses import Course, courses

LENGTH = 12
INDEX, CHECK = "practise/tracks.md", "practise/check-certificate.md"
CHECK_TITLE = "Check a certificate"
CHECK_TEXT = (
    "Enter a certificate’s check code: the page works out again what it says, and tells you whether"
    " it is consistent."
)


@dataclass(frozen=True)
class ModuleView:
    """`loose` are questions to practise one by one, each with the quiz that shows it without script."""

    module: Module
    quizzes: tuple[Quiz, ...]
    loose: tuple[tuple[Item, str], ...]
    asked: int
    drawn_from: int
    needed: int


@dataclass(frozen=True)
class TrackView:
    track: Track
    modules: tuple[ModuleView, ...]
    items: int
    shards: int
    objectives: dict[str, str]
    check: str = CHECK


def track_pages(corpus: Corpus) -> Iterator[Page]:
    """Nothing where there is no track."""
    tracks = in_order(corpus)
    if not tracks:
        return
    nearby = (
        Link("All tracks", INDEX),
        *(Link(track.title, page_path(track)) for track in tracks),
        Link(CHECK_TITLE, CHECK),
    )
    described = (
        f"{len(tracks)} ways through the site, each for one job: read, practise, and show that you"
        " can."
    )
    yield Page(
        INDEX,
        "tracks.md.jinja",
        "Tracks",
        described,
        tracks,
        "practise",
        nearby,
        "Tracks",
        element="tracks",
    )
    for track in tracks:
        view = _view(corpus, track)
        yield Page(
            page_path(track),
            "track.md.jinja",
            track.title,
            track.summary,
            view,
            "practise",
            nearby,
            "Tracks",
            element="tracks",
        )
    yield Page(
        CHECK,
        "check-certificate.md.jinja",
        CHECK_TITLE,
        CHECK_TEXT,
        _objectives(corpus),
        "practise",
        nearby,
        "Tracks",
        element="tracks",
    )


def page_path(track: Track) -> str:
    """As deep as the other ways to practise, so that links in a question hold on it."""
    return f"practise/track-{track.id}.md"


def in_order(corpus: Corpus) -> tuple[Track, ...]:
    return tuple(sorted(corpus.tracks.values(), key=lambda track: (track.order, track.id)))


def track_json(corpus: Corpus, track: Track) -> dict[str, object]:
    """What the page's script knows of a track.

    `edition` changes when a question, its key, or a pass mark does.
    """
    modules = [_module(corpus, course) for course in courses(corpus, track)]
    written = json.dumps(modules, sort_keys=True).encode()
    edition = hashlib.sha256(written).hexdigest()[:LENGTH]
    return {
        "id": track.id,
        "title": track.title,
        "asOf": corpus.judged_on.isoformat(),
        "edition": edition,
        "modules": modules,
    }


def _module(corpus: Corpus, course: Course) -> dict[str, object]:
    pools = [
        {"count": pool.count, "items": [_entry(corpus, item) for item in pool.items]}
        for pool in course.pools
    ]
    module = course.module
    return {
        "id": module.id,
        "title": module.title,
        "passMark": module.check.pass_mark_percent,
        "practice": [item.id for item in course.practice],
        "pools": pools,
    }


def _entry(corpus: Corpus, item: Item) -> dict[str, object]:
    objectives = [str(name) for name in item.objectives]
    return {
        "id": item.id,
        "version": item.version,
        "digest": item_digest(corpus, item),
        "objectives": objectives,
    }


def _view(corpus: Corpus, track: Track) -> TrackView:
    modules = tuple(_module_view(corpus, course) for course in courses(corpus, track))
    return TrackView(
        track, modules, len(corpus.items), shard_count(len(corpus.items)), _objectives(corpus)
    )


def _module_view(corpus: Corpus, course: Course) -> ModuleView:
    module, quiz_of = (
        course.module,
        {item.id: name for name, quiz in corpus.quizzes.items() for item in quiz.items},
    )
    count, mark = module.check.count, module.check.pass_mark_percent
    loose = tuple(
        (corpus.items[name], quiz_of[name]) for name in module.practice.items if name in quiz_of
    )
    quizzes = tuple(
        corpus.quizzes[name] for name in module.practice.quizzes if name in corpus.quizzes
    )
    return ModuleView(
        module,
        quizzes,
        loose,
        count,
        sum(len(pool.items) for pool in course.pools),
        needed(count, mark),
    )


def needed(count: int, mark: int) -> int:
    """The fewest right answers of `count` that reach `mark` per cent."""
    return -(-count * mark // 100)


def _objectives(corpus: Corpus) -> dict[str, str]:
    return {name: objective.text for name, objective in corpus.objectives.items()}
