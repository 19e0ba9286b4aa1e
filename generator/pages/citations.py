"""The numbered citations of one page: who says so, and as of when."""

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
class Evidence:
    """What is behind a fact; `override` is ours where a clinic says otherwise, as HTML."""

    sources: tuple[str, ...]
    as_of: date | None
    period: str = ""
    confidence: str = "high"
    contested: str | None = None
    override: str = ""


class Citations:
    """Facts cited so far. Two facts with the same evidence share a number."""

    def __init__(self, corpus: Corpus, address: Callable[[str], str], prefix: str = "") -> None:
        """`prefix` keeps the notes of several lists on one page apart."""
        self._corpus, self._address, self._prefix = corpus, address, prefix
        self._numbers: dict[Evidence, int] = {}

    def cite(self, *facts: Sourced) -> Markup:
        """The marks behind one fact or several; each opens its note, with or without script."""
        return Markup("").join(map(self._mark, dict.fromkeys(map(self._evidence, facts))))

    def cite_sources(self, sources: tuple[str, ...], as_of: date | None) -> Markup:
        """The mark for sources named in running text."""
        return self._mark(Evidence(sources, as_of)) if sources else Markup("")

    def notes(self) -> tuple[dict[str, object], ...]:
        """The list for the end of the page."""
        return tuple(
            {"number": number, "text": self._full(evidence)}
            for evidence, number in self._numbers.items()
        )

    @property
    def newest(self) -> date | None:
        """The last day as of which anything cited so far is said."""
        return max((one.as_of for one in self._numbers if one.as_of), default=None)

    def _evidence(self, fact: Sourced) -> Evidence:
        period = labels.period(fact.effective.start, fact.effective.end)
        sources = tuple(fact.sources)
        override = self._override(getattr(fact, "overridden", None))
        return Evidence(sources, fact.as_of, period, fact.confidence, fact.contested, override)

    def _mark(self, evidence: Evidence) -> Markup:
        """The number is drawn by the style sheet, so that search does not read "15 minutes2"."""
        number = self._numbers.setdefault(evidence, len(self._numbers) + 1)
        is_doubtful = evidence.contested or evidence.confidence != "high"
        doubt = ' data-doubt="yes"' if is_doubtful else ""
        return Markup(
            '<button type="button" class="rc-cite"'
            f' popovertarget="note-{self._prefix}{number}" title="{plain(self._short(evidence))}"'
            f'{doubt} data-n="{number}"'
            f' aria-label="Source {number}"></button>{OWN_TAG if evidence.override else ""}'
        )

    def _override(self, overridden: Overridden | None) -> str:
        if overridden is None:
            return ""
        ours = overridden.ours
        sources = "; ".join(map(self._source, ours.sources))
        return (
            f" <strong>RightCode says:</strong> {plain(labels.one_side(overridden, 'ours'))}"
            f" ({sources}, as of {labels.day(ours.as_of)}.)"
            f" <strong>Reason for ours:</strong> {plain(overridden.reason)} Decided by"
            f" {plain(overridden.says)}."
        )

    def _short(self, evidence: Evidence) -> str:
        names = (self._corpus.sources[name].publisher for name in evidence.sources)
        publishers = "; ".join(dict.fromkeys(names))
        return f"{publishers}, {_as_of(evidence.as_of)}" if evidence.as_of else publishers

    def _full(self, evidence: Evidence) -> Markup:
        listed = "; ".join(map(self._source, evidence.sources))
        parts = (
            _as_of(evidence.as_of) if evidence.as_of else "",
            f"true for dates of service {evidence.period}" if evidence.period else "",
            f"confidence {evidence.confidence}" if evidence.confidence != "high" else "",
        )
        details = "; ".join(filter(None, parts))
        details = f"{details[0].upper()}{details[1:]}." if details else ""
        contested = evidence.contested
        doubt = f" <strong>Contested:</strong> {plain(contested)}" if contested else ""
        return Markup(f"{listed}. {details}{doubt}{evidence.override}")

    def _source(self, name: str) -> str:
        entry = self._corpus.sources[name]
        dated = f" ({labels.day(entry.date)})" if entry.date else ""
        return (
            f'<a href="{self._address(f"sources.md#{name}")}">{plain(entry.publisher)}:'
            f" {plain(entry.title)}</a>{dated}"
        )


def _as_of(day: date) -> str:
    return f"as of {labels.day(day)}"
