"""The tracks: their list, a page each with its modules, and the page that checks a certificate."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.facts.tracks import Track
from generator.pages.labels import count, page_text, page_title
from generator.pages.page import Card, Link, Page
from generator.pages.practice_pages import bank_size
from generator.questions.key_digest import item_digest
from generator.questions.track_courses import Course, courses

LENGTH = 12
INDEX, CHECK = "practice/tracks.md", "practice/check-certificate.md"


def track_pages(corpus: Corpus) -> Iterator[Page]:
    """Nothing where there is no track."""
    tracks = tracks_in_order(corpus)
    if not tracks:
        return
    title, description = page_text(INDEX, count=len(tracks))
    nearby = (
        Link("All tracks", INDEX),
        *(Link(track.title, page_path(track)) for track in tracks),
        Link(page_title(CHECK), CHECK),
    )

    def page(path: str, template: str, words: tuple[str, str], **view: object) -> Page:
        return Page(path, template, *words, view, nearby, title, element="tracks")

    cards = [(track.id, track_card(track)) for track in tracks]
    yield page(INDEX, "tracks", (title, description), cards=cards)
    objectives = {name: objective.text for name, objective in corpus.objectives.items()}
    for track in tracks:
        yield page(
            page_path(track),
            "track",
            (track.title, track.summary),
            **bank_size(corpus),
            track=track,
            modules=[_module_view(corpus, course) for course in courses(corpus, track)],
            check=CHECK,
            objectives=objectives,
        )
    names = {"objectives": objectives, "tracks": {track.id: track.title for track in tracks}}
    yield replace(
        page(CHECK, "check-certificate", page_text(CHECK), **names), element="certificates"
    )


def page_path(track: Track) -> str:
    """As deep as the modes of practice, so that links in a question hold on it."""
    return f"practice/track-{track.id}.md"


def track_card(track: Track) -> Card:
    """The track on an index."""
    modules = count(len(track.modules), "module")
    return Card(page_path(track), track.title, track.summary, modules)


def tracks_in_order(corpus: Corpus) -> tuple[Track, ...]:
    """The tracks in the order in which they are shown."""
    return tuple(sorted(corpus.tracks.values(), key=lambda track: (track.order, track.id)))


def track_json(corpus: Corpus, track: Track) -> dict[str, object]:
    """A track for the page's script; `edition` changes with a question, its key or a mark."""
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


def _module_view(corpus: Corpus, course: Course) -> dict[str, object]:
    """`loose` are single questions to practice, each with a quiz that shows it without script."""
    module, practice = course.module, course.module.practice
    quiz_of = {item.id: name for name, quiz in corpus.quizzes.items() for item in quiz.items}
    return {
        "module": module,
        "quizzes": [corpus.quizzes[name] for name in practice.quizzes if name in corpus.quizzes],
        "loose": [
            (corpus.items[name], quiz_of[name]) for name in practice.items if name in quiz_of
        ],
        "check": _check_text(course),
    }


def _check_text(course: Course) -> str:
    check, total = course.module.check, sum(len(pool.items) for pool in course.pools)
    drawn = f", drawn from {total}" if total > check.count else ""
    right = needed(check.count, check.pass_mark_percent)
    return f"{count(check.count, 'question')}{drawn}. Passing score: {right} correct."


def needed(count: int, mark: int) -> int:
    """The fewest right answers of `count` that reach `mark` per cent."""
    return -(-count * mark // 100)
