"""Plain text and Markdown, line by line. Linear in the length of the text, whatever is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from generator.fact_check.passages import Block, Piece, join, spaced
from generator.fact_check.patterns import compiled
from generator.fact_check.readers.headings import LABEL, with_headings

INLINE = compiled(
    # [[97124]], [[myth:name|words]]
    r"!?\[\[(?:[a-z]+:)?([^\]\[|]{1,200})(?:\|([^\]\[]{1,200}))?\]\]"
    r"|\[@[^\]]{1,200}\]|!\[[^\]]{0,300}\]\([^)\s]{0,500}\)"  # a citation, a picture
    r"|\[([^\]\[]{1,500})\](?:\([^)]{0,500}\)|\[[^\]]{0,200}\])"  # a link
    r"|<!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,300}>"
    r"|(&#?[0-9a-zA-Z]{2,10};)|\\([\\`*_{}\[\]()#+\-.!|>~])|\*{1,3}|`+|~~|\b_{1,3}(?=\W|$)|_{1,3}(?=\w)"
)
HEADING = compiled(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
BULLET = compiled(r"^([ \t]*)(?:[+*•◦▪·‣–✓✔-]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S)")
UNDERLINE = compiled(r"^ {0,3}(=+|-{2,})[ \t]*$")
FENCE = compiled(r"^ {0,3}(`{3,}|~{3,})")
QUOTE = compiled(r"^(?: {0,3}> ?)+")
RULE_ROW = compiled(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
COLUMNS = compiled(r"\t+| {3,}")
CODE_LABEL = compiled(r"^[ \t]*(?:CPT[ ®]*)?(?:\d{5}|G\d{4})[ \t]*(?:[-–—:=(]|->)")
NO_BORDER, BAR = compiled(r"\[\[[^\]\[]{1,400}\]\]|\\\|"), compiled(r"\|")
SHORT = 60


@dataclass
class _Scan:
    """What has been read so far of the blocks of a document."""

    markdown: bool
    blocks: list[Block] = field(default_factory=list)
    lines: list[list[Piece]] = field(default_factory=list)
    rows: list[tuple[int, str]] = field(default_factory=list)
    item: bool = False

    def close(self) -> None:
        """End the paragraph, item or table that is open."""
        if self.rows:
            self.blocks += _table(self.rows, self.markdown)
            self.rows = []
        if self.lines:
            passage = spaced(self.lines)
            if passage.text:
                self.blocks.append(Block("item" if self.item else "text", passage))
        self.lines, self.item = [], False


def read_markdown(text: str) -> tuple[Block, ...]:
    return _read(text, True)


def read_plain(text: str) -> tuple[Block, ...]:
    return with_headings(_read(text, False))


def _read(text: str, markdown: bool) -> tuple[Block, ...]:
    scan = _Scan(markdown)
    for number, line in _lines(text, markdown):
        _line(scan, number, line)
    scan.close()
    return tuple(scan.blocks)


def _lines(text: str, markdown: bool) -> Iterator[tuple[int, str]]:
    """Every line that can hold prose; front matter and code are passed over."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = (
        lines.index("---", 1) + 1 if markdown and lines[0] == "---" and "---" in lines[1:] else 0
    )
    fence = ""
    for number in range(start, len(lines)):
        found = FENCE.match(lines[number]) if markdown else None
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1][:3]
            yield number + 1, ""
        elif not fence:
            yield number + 1, lines[number]


def _line(scan: _Scan, number: int, line: str) -> None:
    quote = QUOTE.match(line) if scan.markdown else None
    start = quote.end() if quote else 0
    body = line[start:]
    if not body.strip():
        scan.close()
    elif scan.markdown and _marked(scan, number, body, start) or _row(scan, number, line):
        return
    else:
        _prose(scan, number, body, start)


def _marked(scan: _Scan, number: int, body: str, start: int) -> bool:
    """Whether the line is a heading, or makes one of the line before."""
    found = HEADING.match(body)
    if found:
        scan.close()
        passage = join(_inline(found[2], number, start + found.start(2) + 1))
        scan.blocks.append(Block("heading", passage, len(found[1])))
        return True
    under = UNDERLINE.match(body)
    if under and len(scan.lines) == 1 and not scan.item:
        passage = spaced(scan.lines)
        scan.lines = []
        scan.blocks.append(Block("heading", passage, 1 if "=" in under[1] else 2))
        return True
    return bool(under)


def _row(scan: _Scan, number: int, line: str) -> bool:
    """Whether the line is a row of a table: cells between bars, or columns of a plain text."""
    bars = line.count("|") >= (1 if scan.rows else 2) or bool(line.strip().startswith("|"))
    columns = (
        not scan.markdown
        and not bars
        and COLUMNS.search(line.strip()) is not None
        and not BULLET.match(line)
    )
    if not bars and not columns:
        if scan.rows:
            scan.close()
        return False
    if not scan.rows:
        scan.close()
    scan.rows.append((number, line))
    return True


def _prose(scan: _Scan, number: int, body: str, start: int) -> None:
    bullet = BULLET.match(body)
    if bullet:
        scan.close()
        scan.item = True
        start, body = start + bullet.end(), body[bullet.end() :]
    elif (
        scan.lines
        and not scan.markdown
        and _own_line(scan, body)
        or scan.lines
        and scan.markdown
        and CODE_LABEL.match(body)
    ):
        item = scan.item
        scan.close()
        scan.item = item
    scan.lines.append(
        _inline(body, number, start + 1) if scan.markdown else [Piece(body, number, start + 1)]
    )


def _own_line(scan: _Scan, body: str) -> bool:
    """Whether a line of a plain text starts afresh and does not go on with the line before."""
    before = scan.lines[-1][0].text if scan.lines[-1] else ""
    return bool(LABEL.match(body)) or (len(before.strip()) < SHORT and body[:1].isupper())


def _inline(text: str, line: int, column: int) -> list[Piece]:
    """The words of a line without its markup."""
    pieces, end = [], 0
    for found in INLINE.finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()], line, column + end))
        group = next((number for number in (2, 1, 3, 5) if found[number]), 0)
        if group:
            pieces.append(Piece(found[group], line, column + found.start(group)))
        elif found[4]:
            pieces.append(Piece(unescape(found[4])[:1], line, column + found.start()))
        end = found.end()
    if end < len(text):
        pieces.append(Piece(text[end:], line, column + end))
    return pieces


def _table(rows: list[tuple[int, str]], markdown: bool) -> list[Block]:
    ruled = [index for index, (_, line) in enumerate(rows) if RULE_ROW.match(line)]
    cells = [
        tuple(_cells(line, number, markdown))
        for index, (number, line) in enumerate(rows)
        if index not in ruled
    ]
    cells = [row for row in cells if row]
    return [Block("table", rows=tuple(cells), headed=1 in ruled or not markdown)] if cells else []


def _cells(line: str, number: int, markdown: bool) -> Iterator:
    """The cells of a row; a bar in a link does not part them."""
    masked = NO_BORDER.sub(lambda found: "x" * len(found[0]), line)
    borders = [
        found.span()
        for found in (BAR.finditer(masked) if "|" in masked else COLUMNS.finditer(masked))
    ]
    start = 0
    for left, right in [*borders, (len(line), len(line))]:
        text = line[start:left]
        if text.strip() or (start and left < len(line)):
            yield join(
                _inline(text, number, start + 1) if markdown else [Piece(text, number, start + 1)]
            )
        start = right
