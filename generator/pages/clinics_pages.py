"""For clinics: collect certificates of staff, and what a clinic can make its own."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.pages.labels import page_text, page_title
from generator.pages.page import Card, Link, Page
from generator.pages.track_pages import CHECK, INDEX, tracks_in_order

SECTION = "clinics"
COLLECTION = f"{SECTION}/certificates.md"
LESSON = "about-a-clinics-own"


def clinics_pages(corpus: Corpus) -> Iterator[Page]:
    """The index and a page for each task of a clinic's owner."""
    index, tracks = f"{SECTION}/index.md", tracks_in_order(corpus)
    paths = [COLLECTION] if tracks else []
    lesson = corpus.lessons.get(LESSON)
    cards = [Card.of(path) for path in (*paths, *([CHECK] if tracks else []))]
    if tracks:
        cards.append(Card(INDEX, *page_text(INDEX, count=len(tracks))))
    if lesson:
        path = f"{lesson.section}/{lesson.id}.md"
        cards.append(Card(path, lesson.title, lesson.summary))
    yield Page.of(index, "cards", {"cards": cards})
    if tracks:
        yield Page.of(
            COLLECTION,
            "clinic-certificates",
            {"check": CHECK, "tracks": {track.id: track.title for track in tracks}},
            nearby=tuple(Link(page_title(path), path) for path in paths),
            nearby_title=page_title(index),
            element="certificates",
        )
