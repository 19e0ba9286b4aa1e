"""What changed, by date of service: the page of the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.facts.corpus import Corpus
from generator.pages.labels import EVENT, page_text
from generator.pages.page import Page
from generator.pages.timeline_events import Event, events_of

PATH = "changes.md"
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TimelineView:
    """`known` is the day as of which the facts were judged: what lies after it is announced."""

    years: tuple[tuple[int, tuple[Event, ...]], ...]
    codes: Options
    families: Options
    known: date

    @property
    def filters(self) -> tuple[tuple[str, str, str, Options], ...]:
        """Label, name, first choice and further choices of each field."""
        codes = tuple((code, f"{code} {name}".strip()) for code, name in self.codes)
        years = tuple((str(year), str(year)) for year, _ in self.years)
        return (
            ("Code", "code", "All codes", codes),
            ("Family", "family", "All families", self.families),
            ("Year", "year", "All years", years),
        )


def timeline_page(corpus: Corpus) -> Iterator[Page]:
    """The page of the changes."""
    view = timeline(corpus)
    yield Page(PATH, "changes.md.jinja", *page_text(PATH), view, "changes", element="timeline")


def timeline(corpus: Corpus) -> TimelineView:
    """The events, newest first, by year."""
    order = list(EVENT)
    events = sorted(
        events_of(corpus),
        key=lambda event: (-event.day.toordinal(), order.index(event.kind), event.id),
    )
    years = groupby(events, key=lambda event: event.day.year)
    codes = sorted({code for event in events for code in event.codes})
    used = {family for event in events for family in event.families}
    return TimelineView(
        tuple((year, tuple(found)) for year, found in years),
        tuple((code, corpus.names.get(code, "")) for code in codes),
        tuple((name, family.title) for name, family in corpus.families.items() if name in used),
        corpus.judged_on,
    )
