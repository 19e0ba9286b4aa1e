"""For clinics: set up a clinic's own copy, invite staff, collect their certificates."""

from collections.abc import Iterator

from generator.facts.base import PART_B
from generator.facts.corpus import Corpus
from generator.pages.labels import page_text, page_title
from generator.pages.page import Card, Link, Page
from generator.pages.track_pages import CHECK, INDEX, tracks_in_order

SECTION = "clinics"
SET_UP, COLLECTION = f"{SECTION}/set-up.md", f"{SECTION}/certificates.md"
START = f"{SECTION}/start.md"
LESSON = "about-a-clinics-own"
View = dict[str, object]


def clinics_pages(corpus: Corpus) -> Iterator[Page]:
    """The index and a page for each task of a clinic's owner; the page that staff open."""
    index, tracks = f"{SECTION}/index.md", tracks_in_order(corpus)
    lesson = corpus.lessons.get(LESSON)
    own = f"{lesson.section}/{lesson.id}.md" if lesson else index
    views: dict[str, tuple[str, str, View]] = {
        SET_UP: ("clinic-set-up", "clinic", {**_choices(corpus), "guide": own, "start": START})
    }
    if tracks:
        names = {track.id: track.title for track in tracks}
        tested = {name: objective.text for name, objective in corpus.objectives.items()}
        view: View = {"check": CHECK, "tracks": names, "objectives": tested}
        views[COLLECTION] = ("clinic-certificates", "certificates", view)
    cards = [Card.of(path) for path in (*views, *([CHECK] if tracks else []))]
    if tracks:
        cards.append(Card(INDEX, *page_text(INDEX, count=len(tracks))))
    if lesson:
        cards.append(Card(own, lesson.title, lesson.summary))
    yield Page.of(index, "cards", {"cards": cards})
    nearby = tuple(Link(page_title(path), path) for path in views)
    for path, (template, element, view) in views.items():
        yield Page.of(
            path, template, view, nearby=nearby, nearby_title=page_title(index), element=element
        )
    yield Page.of(START, "clinic-start", element="clinic")


def _choices(corpus: Corpus) -> View:
    tracks = [(track.id, track.title) for track in tracks_in_order(corpus)]
    payers = [(payer.id, payer.name) for payer in corpus.payers.values()]
    families = [(family.id, family.title) for family in corpus.families.values()]
    codes = sorted(corpus.codes.values(), key=lambda code: code.code)
    groups = (
        ("tracks", "Tracks shown", tracks),
        ("payers", "Payers shown", payers),
        ("families", "Families of codes shown", families),
        ("codes", "Codes shown", [(one.code, f"{one.code} {one.plain_name}") for one in codes]),
    )
    return {
        "tracks": tracks,
        "kept": PART_B,  # the rules and the calculators speak of it
        "payers": payers,
        "groups": [group for group in groups if group[2]],
        "code_families": {code.code: code.family for code in codes},
        "version": corpus.judged_on.isoformat(),
    }
