"""An index for folders that have pages and none: an address that a reader shortens answers."""

from collections.abc import Iterable, Iterator
from posixpath import dirname

from generator.pages.page import Card, Page


def folder_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """The missing indexes, each with the pages of its folder, in the order of the folders."""
    below = dict[str, list[Page]]()
    for page in pages:
        below.setdefault(dirname(page.path), []).append(page)
    for folder, found in sorted(below.items()):
        index = f"{folder}/index.md".removeprefix("/")
        if all(page.path != index for page in found):
            cards = [Card(page.path, page.title, page.description) for page in found]
            yield Page.of(index, "cards", {"cards": tuple(cards)})
