"""Rows of tables as sentences: the header tells what each cell says of the code in its row."""

from collections.abc import Iterator

from generator.fact_check import language as words
from generator.fact_check.passages import Block, Passage
from generator.fact_check.patterns import IGNORE_CASE, compiled
from generator.fact_check.tagging import Tagger

CODE_HEADER, WRONG_HEADER = compiled(words.CODE_HEADER), compiled(words.WRONG_HEADER)
TIMED_HEADER, MINUTES_HEADER, UNITS_HEADER = (
    compiled(words.TIMED_HEADER),
    compiled(words.MINUTES_HEADER),
    compiled(words.UNITS_HEADER),
)
UNIT_CELL = compiled(words.UNIT_CELL)
THRESHOLD = compiled(r"\b(?:kx|thresholds?)\b")
CODES_ONLY = compiled(r"^(?:cpt |hcpcs |code |\W)*C\W*$")
YES, NO = (
    compiled(r"^(?:yes|y|x|✓|✔)\b|^[✓✔x]$", IGNORE_CASE),
    compiled(r"^(?:no|n)\b", IGNORE_CASE),
)
ASIDE_HEADER = compiled(
    r"\b(?:note|notes|comment|comments|rvu|rate|fee|modifiers?|why|reason|sources?|payer|medicare|commercial|example|tip|look-?alikes?|instead|right|correct|use|documentation|page|myth|pair|with|edit)\b"
)
UNIT_COUNT, NO_SPAN = compiled(r"^\d{1,2}(?: units?)?$"), compiled(r"[^0-9-–to ]")
MAX_ROWS = 20_000


def table_sentences(tagger: Tagger, block: Block) -> Iterator[tuple[Passage, str]]:
    """Each cell that says something, with the sentence that it and its row make."""
    rows = block.rows[:MAX_ROWS]
    header = (
        tuple(cell.text.lower() for cell in rows[0])
        if block.headed
        and rows
        and not tagger.tag(" ".join(cell.text for cell in rows[0])[:600]).codes
        else ()
    )
    for row in rows[1:] if header else rows:
        yield from _row(tagger, header, row)


def _row(
    tagger: Tagger, header: tuple[str, ...], row: tuple[Passage, ...]
) -> Iterator[tuple[Passage, str]]:
    heads = [header[index] if index < len(header) else "" for index in range(len(row))]
    wrong = [bool(WRONG_HEADER.search(head)) for head in heads]
    coded = [
        index
        for index, cell in enumerate(row)
        if CODES_ONLY.match(tagger.tag(cell.text[:200]).text)
    ]
    if any(wrong):
        return
    code = coded[0] if len(coded) == 1 else None
    for index, cell in enumerate(row):
        text = cell.text[:1200]
        if not text or index in coded or len(coded) > 1:
            continue
        said = (
            _of_code(row[code].text, heads[index], text, len(row))
            if code is not None
            else _figures(heads, row, index)
        )
        yield cell, said or text


def _of_code(code: str, head: str, text: str, width: int) -> str:
    """What a cell says of the code of its row."""
    if TIMED_HEADER.search(head) and "untimed" not in head and (YES.match(text) or NO.match(text)):
        return f"{code} is {'timed' if YES.match(text) else 'untimed'}"
    unit = UNIT_CELL.match(text.lower())
    if unit and (UNITS_HEADER.search(head) or "billing" in head or "increment" in head):
        return f"{code} is billed per {unit[1]} minutes"
    if ASIDE_HEADER.search(head) or MINUTES_HEADER.search(head) and "timed" not in text.lower():
        return ""
    return f"{code}: {text}"


def _figures(heads: list[str], row: tuple[Passage, ...], index: int) -> str:
    """Minutes with their units, a year with its threshold."""
    beside = (
        (index - 1, index + 1)
        if heads and MINUTES_HEADER.search(heads[0])
        else (index + 1, index - 1)
    )
    minutes = next(
        (
            place
            for place in beside
            if 0 <= place < len(heads)
            and MINUTES_HEADER.search(heads[place])
            and not UNITS_HEADER.search(heads[place])
        ),
        None,
    )
    if (
        UNITS_HEADER.search(heads[index])
        and minutes is not None
        and UNIT_COUNT.match(row[index].text.strip().lower())
    ):
        return f"{NO_SPAN.sub('', row[minutes].text)} minutes = {row[index].text.split()[0]} units"
    if any(THRESHOLD.search(head) for head in heads) and "$" in row[index].text and index:
        return f"The KX threshold of {row[0].text} is {row[index].text}"
    return ""
