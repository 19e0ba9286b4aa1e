"""Which lines of a plain text are headings."""

from generator.fact_check.passages import Block
from generator.fact_check.patterns import compiled

LABEL = compiled(r"^[ \t]*(?:\d{5}|[A-Z]\d{4})\b|^[A-Z][\w /()-]{0,40}:[ \t]")
ENDED = compiled(r"[.!?:;,)\"”’][ \t]*$")
LETTERS = compiled(r"[A-Za-z]+")


def with_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Short lines of a plain text that stand alone, start with a capital and do not end like a sentence are headings."""
    return tuple(
        Block("heading", block.passage, 2) if _is_heading(block, after) else block
        for block, after in zip(blocks, (*blocks[1:], None))
    )


def _in_capitals(text: str) -> bool:
    """Whether most longer words begin with a capital, as in a title."""
    long = [word for word in LETTERS.findall(text) if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _is_heading(block: Block, after: Block | None) -> bool:
    text = block.passage.text
    label = LABEL.match(text) and len(text) > 30 and not _in_capitals(text)
    alone = (
        block.kind == "text" and len(text) <= 90 and after is not None and after.kind != "heading"
    )
    return (
        alone
        and not label
        and text[:1].isalnum()
        and (not ENDED.search(text) or text.endswith("?"))
    )
