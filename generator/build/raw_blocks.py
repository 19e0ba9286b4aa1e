"""Finished HTML skips Markdown, which takes half of a page's time.

Questions skip search too, which must not know the answers.
"""

import re
from dataclasses import dataclass
from itertools import zip_longest

QUESTIONS = re.compile(r"<!-- rc:cut -->\n(.*?)<!-- rc:end -->\n?", re.DOTALL)
FINISHED = re.compile(r"^<(?:table|dl|div|ol|ul|details)\b.*?(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)
TAG = re.compile(r"<(/?)(?:table|dl|div|ol|ul|details|section|fieldset|blockquote)\b")


@dataclass(frozen=True)
class RawBlocks:
    """What was cut out of one page, in order: finished HTML, and questions."""

    finished: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def extract(markdown: str) -> tuple[str, RawBlocks]:
    """The page with an empty slot for each block, and the blocks."""
    questions: list[str] = []
    finished: list[str] = []
    rest = QUESTIONS.sub(lambda match: _slot("q", questions, match[1]) + "\n", markdown)
    rest = FINISHED.sub(
        lambda match: _slot("h", finished, match[0]) if _is_whole(match[0]) else match[0], rest
    )
    return rest, RawBlocks(tuple(finished), tuple(questions))


def restore_finished(html: str, blocks: RawBlocks) -> str:
    """The page's content with its finished HTML in place, for search to read."""
    return _restored(html, "h", blocks.finished)


def restore_questions(html: str, blocks: RawBlocks) -> str:
    """The finished page with every question in its slot."""
    return _restored(html, "q", blocks.questions)


def without_autocomplete(html: str) -> str:
    """The theme's checkboxes carry an attribute that HTML allows on text fields only."""
    return html.replace(' autocomplete="off">', ">")


def _slot(kind: str, blocks: list[str], block: str) -> str:
    blocks.append(block)
    return f'<div class="rc-slot" data-slot="{kind}{len(blocks) - 1}"></div>'


def _is_whole(block: str) -> bool:
    """A block that a blank line cuts in two is Markdown's to put together."""
    depth = sum(-1 if tag.group(1) else 1 for tag in TAG.finditer(block))
    return depth == 0 and "data-slot" not in block


def _restored(html: str, kind: str, blocks: tuple[str, ...]) -> str:
    parts = re.split(rf'<div class="rc-slot" data-slot="{kind}\d+"></div>', html)
    return "".join(part + block for part, block in zip_longest(parts, blocks, fillvalue=""))
