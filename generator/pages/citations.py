"""The numbered citations of one page: who says a thing, and as of when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.facts.base import Sourced
from generator.facts.clinics import Overridden
from generator.facts.corpus import Corpus
from generator.pages import labels
from generator.pages.escaping import plain

OWN_TAG = ' <span class="rc-tag rc-own">our own</span>'
"""On a clinic's site: what the clinic says, not RightCode."""


@dataclass(frozen=True)
class SourceNote:
    """One entry of the page's list: what stands behind one or more facts."""

    number: int
    sources: tuple[str, ...]
    as_of: date | None
    period: str
    confidence: str
    contested: str | None
    otherwise: str = ""
    """What stands in our words where a clinic says otherwise, as HTML."""


class Citations:
    """Facts cited so far. Two facts with the same sources, date and doubts share a number."""

    def __init__(self, corpus: Corpus, address: Callable[[str], str], prefix: str = "") -> None:
        """`prefix` keeps the notes of several lists on one page apart."""
        self._corpus, self._address, self._prefix = corpus, address, prefix
        self._notes: dict[tuple, SourceNote] = {}

    def cite(self, *facts: Sourced) -> Markup:
        """The mark behind a fact, or behind several that stand together.

        It opens the note, with or without script.
        """
        return Markup("").join(map(self._mark, dict.fromkeys(map(self._note_of, facts))))

    def cite_sources(self, sources: tuple[str, ...], as_of: date | None) -> Markup:
        """The mark for sources named in running text."""
        return self._mark(self._note(sources, as_of)) if sources else Markup("")

    def notes(self) -> tuple[dict[str, object], ...]:
        """The list for the end of the page."""
        return tuple(
            {"number": note.number, "text": self._full(note)} for note in self._notes.values()
        )

    def _note_of(self, fact: Sourced) -> SourceNote:
        effective = fact.effective
        shown = labels.period(effective.start, effective.end)
        return self._note(
            tuple(fact.sources),
            fact.as_of,
            shown,
            fact.confidence,
            fact.contested,
            self._otherwise(fact),
        )

    def _note(
        self,
        sources: tuple[str, ...],
        as_of: date | None,
        period: str = "",
        confidence: str = "high",
        contested: str | None = None,
        otherwise: str = "",
    ) -> SourceNote:
        key = (sources, as_of, period, confidence, contested, otherwise)
        return self._notes.setdefault(key, SourceNote(len(self._notes) + 1, *key))

    def _mark(self, note: SourceNote) -> Markup:
        """The number is drawn by the style sheet, so that search does not read "15 minutes2"."""
        doubt = ' data-doubt="yes"' if note.contested or note.confidence != "high" else ""
        opens = (
            '<button type="button" class="rc-cite"'
            f' popovertarget="note-{self._prefix}{note.number}" title="{plain(self._short(note))}"'
        )
        return Markup(
            f'{opens}{doubt} data-n="{note.number}" aria-label="Source'
            f' {note.number}"></button>{OWN_TAG if note.otherwise else ""}'
        )

    def _otherwise(self, fact: Sourced) -> str:
        """Ours with its sources, and the clinic's reason; nothing for a fact of ours."""
        said = getattr(fact, "overridden", None)
        if not isinstance(said, Overridden):
            return ""
        sources = "; ".join(map(self._source, said.ours.sources))
        ours = (
            f"<strong>RightCode says:</strong> {plain(labels.otherwise(said, 'ours'))} ({sources},"
            f" as of {labels.day(said.ours.as_of)}.)"
        )
        return (
            f" {ours} <strong>Reason for ours:</strong> {plain(said.reason)} Decided by"
            f" {plain(said.says)}."
        )

    def _short(self, note: SourceNote) -> str:
        publishers = "; ".join(
            dict.fromkeys(self._corpus.sources[name].publisher for name in note.sources)
        )
        return f"{publishers}, {_as_of(note)}" if note.as_of else publishers

    def _full(self, note: SourceNote) -> Markup:
        listed = "; ".join(map(self._source, note.sources))
        said = [_as_of(note)] if note.as_of else []
        said += [f"true for dates of service {note.period}"] if note.period else []
        said += [f"confidence {note.confidence}"] if note.confidence != "high" else []
        doubt = f" <strong>Contested:</strong> {plain(note.contested)}" if note.contested else ""
        return Markup(f"{listed}. {_sentence(said)}{doubt}{note.otherwise}")

    def _source(self, name: str) -> str:
        entry = self._corpus.sources[name]
        dated = f" ({labels.day(entry.date)})" if entry.date else ""
        return (
            f'<a href="{self._address(f"sources.md#{name}")}">{plain(entry.publisher)}:'
            f" {plain(entry.title)}</a>{dated}"
        )


def _as_of(note: SourceNote) -> str:
    return f"as of {labels.day(note.as_of)}"


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}." if text else ""
