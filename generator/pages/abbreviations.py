"""Abbreviations say what they stand for: on hover, on focus and on a tap.

The first occurrence in a block is marked: a note, a paragraph, a feedback. Titles, options, codes
and links are left alone.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from generator.facts.corpus import Corpus
from generator.facts.registers import Abbreviation
from generator.pages.escaping import plain

NOT_TEXT = (
    r"^(?P<fence>```|~~~)(?s:.*?)^(?P=fence)|<(?P<tag>abbr|a|code|pre)\b(?s:.*?)</(?P=tag)>"
    r"|^#.*$|`[^`\n]*`|\[\[[^\]]*\]\]|\[@[^\]]*\]|!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
    r"|<!--.*?-->|<[^>\n]*>|\{[^}\n]*\}|https?://\S+"
)
"""In Markdown: headings, code, links, citations, tags, attributes and addresses."""
PARAGRAPH = r"\n\s*\n"
BEFORE, AFTER = r"(?<![A-Za-z0-9])(?<![A-Z0-9]-)", r"(?![A-Za-z0-9]|-[A-Z0-9])"
"""What may not stand at either side; `w/` ends in a sign and may stand before a word."""


class Abbreviations:
    """Marks abbreviations in text; what was marked once is remembered."""

    def __init__(self, listed: Iterable[Abbreviation]) -> None:
        """`listed` are all that there are; each says where it is shown."""
        shown = [entry for entry in listed if entry.shown_in in ("everywhere", "notes")]
        self._prose = _Marker(entry for entry in shown if entry.shown_in == "everywhere")
        self._note = _Marker(shown)

    def in_prose(self, text: str) -> str:
        """Escaped text of one block, marked."""
        return self._prose.marked(text)

    def in_note(self, lines: Iterable[str]) -> tuple[Markup, ...]:
        """The escaped lines of a note, which are one block, marked."""
        return tuple(map(Markup, self._note.marked("\n".join(lines)).split("\n")))

    def in_markdown(self, text: str) -> str:
        """Markdown, marked; each paragraph is a block."""
        return self._prose.marked_markdown(text)


class _Marker:
    def __init__(self, listed: Iterable[Abbreviation]) -> None:
        self._titles = {
            str(plain(short)): str(plain(entry.stands_for))
            for entry in listed
            for short in entry.short
        }
        pattern = _pattern(tuple(self._titles))
        self._in_text = re.compile(pattern)
        self._in_markdown = re.compile(
            f"(?:{NOT_TEXT})|(?P<end>{PARAGRAPH})|(?P<short>{pattern})", re.MULTILINE
        )
        self.marked = lru_cache(maxsize=16384)(self._marked)
        self.marked_markdown = lru_cache(maxsize=512)(self._marked_markdown)

    def _marked(self, text: str) -> str:
        seen: set[str] = set()
        return self._in_text.sub(lambda found: self._first(found[0], seen), text)

    def _marked_markdown(self, text: str) -> str:
        seen: set[str] = set()

        def replaced(found: re.Match[str]) -> str:
            if found["end"]:
                seen.clear()
            return self._first(found[0], seen) if found["short"] else found[0]

        return self._in_markdown.sub(replaced, text)

    def _first(self, short: str, seen: set[str]) -> str:
        title = self._titles.get(short) or self._titles[short.removesuffix("s")]
        if title in seen:
            return short
        seen.add(title)
        return f'<abbr title="{title}" tabindex="-1">{short}</abbr>'


def _pattern(shorts: Sequence[str]) -> str:
    """The longest first, by first letter, so that few are tried at each place."""
    if not shorts:
        return "(?!)"
    ordered = sorted(shorts, key=lambda short: (short[0], -len(short), short))
    by_letter = (
        f"{re.escape(letter)}(?:{'|'.join(_rest(short) for short in group)})"
        for letter, group in groupby(ordered, key=lambda short: short[0])
    )
    return f"{BEFORE}(?:{'|'.join(by_letter)})"


def _rest(short: str) -> str:
    """What follows the first letter, with the plural of capitals."""
    plural = "s?" if short[-1].isupper() and len(short) > 1 else ""
    return re.escape(short[1:]) + plural + (AFTER if short[-1].isalnum() else "")


def abbreviations_of(corpus: Corpus) -> Abbreviations:
    """Those of the glossary."""
    return _made(tuple(corpus.abbreviations.values()))


@lru_cache(maxsize=4)
def _made(listed: tuple[Abbreviation, ...]) -> Abbreviations:
    return Abbreviations(listed)


GROUPS: Mapping[str, str] = {
    "chart": "Chart shorthand",
    "exam": "Tests and measures",
    "treatment": "Treatment",
    "condition": "Conditions and surgery",
    "people": "People and credentials",
    "billing": "Claims and rules",
    "payer": "Payers, agencies and settings",
}
"""The headings of abbreviations on the glossary page, in their order."""


def grouped(corpus: Corpus) -> tuple[tuple[str, str, tuple[Abbreviation, ...]], ...]:
    """Name, heading and abbreviations of each group, in the order of their letters."""
    listed = [entry for entry in corpus.abbreviations.values() if entry.shown_in != "nowhere"]
    ordered = sorted(listed, key=lambda entry: (entry.short[0].lower(), entry.id))
    found = (
        (name, heading, tuple(entry for entry in ordered if entry.group == name))
        for name, heading in GROUPS.items()
    )
    return tuple(one for one in found if one[2])
