"""Questions are finished HTML: they skip Markdown, which would take half of a page's time, and search, which must not know the answers."""

import re

BLOCK = re.compile(r"<!-- rc:cut -->\n(.*?)<!-- rc:end -->\n?", re.DOTALL)
SLOT = '<div class="rc-slot" data-slot="{}"></div>'


def cut(markdown: str) -> tuple[str, tuple[str, ...]]:
    """The page with an empty slot for each marked block, and the blocks."""
    blocks = tuple(match.group(1) for match in BLOCK.finditer(markdown))
    slots = iter(range(len(blocks)))
    return BLOCK.sub(lambda _: SLOT.format(next(slots)) + "\n", markdown), blocks


def put_back(html: str, blocks: tuple[str, ...]) -> str:
    """The finished page with every block in its slot."""
    for number, block in enumerate(blocks):
        html = html.replace(SLOT.format(number), block, 1)
    return html


def mend(html: str) -> str:
    """The theme's checkboxes carry an attribute that HTML allows on text fields only."""
    return html.replace(' autocomplete="off">', ">")
