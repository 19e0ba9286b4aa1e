"""Text of a new file that its author has still to replace."""

from collections.abc import Iterator

from generator.authoring.size_limits import place_in
from generator.findings import Finding

MARK = "REPLACE: "
UNFINISHED = "L113"
FEW = 8


def placeholders(path: str, raw: bytes) -> Iterator[Finding]:
    """One finding at the first placeholder of a file, which counts all; none where there is none.

    It warns, so that the page can be looked at; nothing with a placeholder is published.
    """
    count = raw.count(MARK.encode())
    if count:
        text = raw.decode(errors="replace")
        lines = [number for number, line in enumerate(text.split("\n"), 1) if MARK in line]
        listed = ", ".join(map(str, lines[:FEW])) + (" …" if len(lines) > FEW else "")
        sentence = (
            f"{count} {'text is' if count == 1 else 'texts are'} marked {MARK.strip()} (lines"
            f" {listed}); write your own in place of each, and look over the values beside it."
        )
        yield Finding(place_in(path, text, text.index(MARK)), UNFINISHED, sentence, "warning")
