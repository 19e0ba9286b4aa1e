"""What the checker marks in an article, by paragraph."""

from generator.fact_check.checker import Checker
from generator.fact_check.readers import read_document

Found = tuple[int, str, str | None]


def marked(checker: Checker, name: str, raw: bytes) -> list[Found]:
    """The paragraph, the kind and the right code of every wrong statement."""
    numbers = paragraphs(raw)
    wrong = [one for one in checker.check(read_document(name, raw)) if one.verdict == "wrong"]
    return [(numbers.index(one.line) + 1, one.kind, one.right_code) for one in wrong]


def paragraphs(raw: bytes) -> list[int]:
    """The lines on which something stands: in these texts each is a paragraph or a heading."""
    return [number for number, line in enumerate(raw.decode().splitlines(), 1) if line.strip()]
