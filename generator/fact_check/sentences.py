"""Running text cut into sentences, with their offsets."""

from collections.abc import Iterator

from generator.fact_check.patterns import IGNORE_CASE, compiled

END = compiled(
    r":(?= (?:it|this|that)(?:'s|’s| is| covers| means)\b)|[.!?]+[\"'”’)\]]*(?=\s|$)|\n{2,}"
)
SHORT_FORMS = compiled(
    r"(?:^|[\s(])(?:e\.g|i\.e|vs|dr|no|min|mins|approx|etc|fig|sec|st|mr|ms|mrs|inc|al|ch|dept|est|max|mod|pt|ex|incl|cf|u\.s|[A-Za-z]|\d{1,2})\.$",
    IGNORE_CASE,
)
NEXT = compiled(r"[\"'“‘(\[]*[A-Z0-9•*]")
LONGEST = 1200


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of each sentence.

    One that is too long to be one is cut, so that work on it is bounded.
    """
    start = 0
    for found in END.finditer(text):
        after = text[found.end() : found.end() + 40].lstrip()
        if found[0].startswith(".") and (
            SHORT_FORMS.search(text[max(start, found.end() - 12) : found.end()])
            or (after and not NEXT.match(after))
        ):
            continue
        yield from _parts(text, start, found.end())
        start = found.end()
    yield from _parts(text, start, len(text))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        yield start, text[start:cut]
        start = cut
    if start < end:
        yield start, text[start:end].rstrip()
