"""An SVG drawing as inline HTML: boxes, lines and wrapped text, styled by classes alone.

Its width is that of a phone's column, so that text stays legible there; a page that is wider shows
it larger. Colors come from the style sheet, which knows light, dark and paper.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.pages.escaping import plain

WIDTH = 360
SIZE, SMALL = 14.0, 12.5
LEADING = 1.25
NARROW, WIDE = "iljtfrI.,:;'|!()[] ", "mwMW@%→"
UPPER = 0.68


class Drawing:
    """What was drawn so far; `bottom` is the lowest line that anything reached."""

    def __init__(self) -> None:
        self._parts: list[Markup] = []
        self.bottom = 0.0

    def box(self, x: float, y: float, width: float, height: float, kind: str = "") -> None:
        """A rectangle of a kind that the style sheet knows: `strong`, `dashed`, `plain`."""
        self._parts.append(
            Markup(
                '<rect class="rc-fig-box{}" x="{}" y="{}" width="{}" height="{}" rx="4"></rect>'
            ).format(
                f" rc-fig-{kind}" if kind else "",
                *map(short, (x + 1, y + 1, width - 2, height - 2)),
            )
        )
        self.bottom = max(self.bottom, y + height)

    def line(self, *points: tuple[float, float]) -> None:
        """A line through points."""
        path = " ".join(f"{short(x)},{short(y)}" for x, y in points)
        self._parts.append(
            Markup('<polyline class="rc-fig-line" points="{}"></polyline>').format(path)
        )
        self.bottom = max(self.bottom, *(y for _, y in points))

    def text(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        size: float = SIZE,
        bold: bool = False,
        anchor: str = "start",
    ) -> float:
        """Lines one under another, the first with its top at `y`; the bottom of the last."""
        if not lines:
            return y
        classes = ["rc-fig-small" if size == SMALL else "rc-fig-text"]
        classes += ["rc-fig-bold"] if bold else []
        classes += [f"rc-fig-{anchor}"] if anchor != "start" else []
        tops = [y + at * size * LEADING + size * 0.95 for at, _ in enumerate(lines)]
        line = Markup('<tspan x="{}" y="{}">{}</tspan>')
        written = Markup(" ").join(
            line.format(short(x), short(top), plain(text))
            for top, text in zip(tops, lines, strict=True)
        )
        self._parts.append(Markup('<text class="{}">{}</text>').format(" ".join(classes), written))
        bottom = y + height_of(len(lines), size)
        self.bottom = max(self.bottom, bottom)
        return bottom

    def markup(self, name: str, title: str, summary: str) -> Markup:
        """The drawing with its name and description; `name` keeps its ids apart on a page."""
        height = short(self.bottom + 2)
        return Markup(
            '<svg class="rc-fig" viewBox="0 0 {} {}" role="img"'
            ' aria-labelledby="fig-{}-title fig-{}-desc"><title id="fig-{}-title">{}</title>'
            '<desc id="fig-{}-desc">{}</desc>{}</svg>'
        ).format(
            WIDTH,
            height,
            name,
            name,
            name,
            plain(title),
            name,
            plain(summary),
            Markup("").join(self._parts),
        )


def wrapped(text: str, width: float, size: float = SIZE, bold: bool = False) -> list[str]:
    """`text` in lines that are no wider than `width`, as far as letters can be guessed."""
    return list(_lines(text.split(), width, size * (1.06 if bold else 1)))


def _lines(words: Iterable[str], width: float, size: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".lstrip()
        if line and width_of(longer, size) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def width_of(text: str, size: float = SIZE) -> float:
    """How wide a text is, about."""
    return size * sum(map(_width, text))


def _width(letter: str) -> float:
    if letter in NARROW:
        return 0.34
    if letter in WIDE:
        return 0.88
    return UPPER if letter.isupper() else 0.57


def height_of(lines: int, size: float = SIZE) -> float:
    """How high so many lines are."""
    return lines * size * LEADING


def short(number: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")
