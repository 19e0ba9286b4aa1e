"""The search's index, as a script that a page loads when somebody searches.

A script in the place of a file of data: a page opened from a folder may load nothing else.
"""

import json
from collections.abc import Iterable

from generator.facts.corpus import Corpus
from generator.pages import labels
from generator.pages.page import Page
from generator.pages.search_entries import SearchEntry, search_entries
from generator.pages.site_paths import relative

SCRIPT = "assets/search-index.js"
HOME = "index.md"
PHRASES = "|"
"""Between the phrases of an entry, none of which holds it."""


def search_index(corpus: Corpus, pages: Iterable[Page]) -> bytes:
    """A script that sets `rightcodeSearch`; for its form see frontend/search/types.d.ts."""
    kinds = labels.TABLES["search_kind"]
    names, entries = list(kinds), search_entries(corpus, pages)
    table = {
        "kinds": list(kinds.items()),
        "entries": [_row(entry, names.index(entry.kind)) for entry in entries],
        **_rules(corpus, {entry.path for entry in entries}),
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.rightcodeSearch={text};\n".encode()


def _row(entry: SearchEntry, kind: int) -> list[object]:
    phrases = (PHRASES.join(entry.names), PHRASES.join(entry.words), " ".join(entry.codes))
    row = [kind, _address(entry.path), entry.title, entry.line, *phrases]
    while row[-1] == "":
        row.pop()
    return row


def _rules(corpus: Corpus, paths: set[str]) -> dict[str, object]:
    """How queries are read; a page that an overlay hides answers none."""
    found: dict[str, object] = {"spellings": [], "ignored": [], "answers": {}}
    for held in corpus.search_words.values():
        answers = held.answers.model_dump() if held.answers else {}
        found = {
            "spellings": held.spellings,
            "ignored": held.ignored,
            "answers": {name: _address(path) for name, path in answers.items() if path in paths},
        }
    return found


def _address(path: str) -> str:
    """From the site's root; the root itself is empty."""
    address = relative(HOME, path)
    return "" if address == "." else address
