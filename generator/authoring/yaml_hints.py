"""What an author most likely did where the parser stopped, read from the lines around the place."""

import re
from collections.abc import Iterator
from typing import Any

from generator.findings import Place

KEY = re.compile(r"^(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z_][\w-]*):(?P<rest>.*)$")
GLUED = re.compile(r"^ *(?:- +)?([A-Za-z_][\w-]*):[^\s:/]")
OPENED = re.compile(r"(?:: +|- +|[{\[,] *)([\"'])")
CLOSED = re.compile(r": +\"[^\"]*\" *[^\s,}\]#\"]")
BULLET = re.compile(r"^\s*([\u2013\u2014\u2022*\u00b7]) +\S")
ODD_SPACE = re.compile(r"^[ \t]*([\u00a0\u2000-\u200b\u3000])")


def likely_mistake(path: str, text: str, mark: Any, problem: str) -> tuple[Place, str] | None:
    """The place and the remedy, where the lines up to a mark show a mistake of a kind."""
    lines = text.split("\n")[: mark.line + 1]
    found = next(_mistakes(lines, problem), None)
    return (Place(path, found[0] + 1, found[1] + 1), found[2]) if found else None


def in_brackets(opened: Any, stopped: Any, text: str) -> str | None:
    """What is wrong within brackets that were opened at a mark, where the parser stopped."""
    bracket = text.split("\n")[opened.line][opened.column : opened.column + 1]
    if bracket not in ("{", "["):
        return None
    if stopped.line > opened.line:
        return f"'{bracket}' is opened here and never closed; close it at the end of the entry."
    return "a comma is missing before this, or the text before it needs quotes."


def _mistakes(lines: list[str], problem: str) -> Iterator[tuple[int, int, str]]:
    """The nearest lines first, since most mistakes stand where the parser stops."""
    for row in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        yield from _signs(row, lines[row])
    yield from _quotes(lines, problem)
    yield from _indents(lines, problem)
    for row in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        yield from _without_colon(row, lines[row], problem)


def _signs(row: int, line: str) -> Iterator[tuple[int, int, str]]:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield row, indent.index("\t"), "a tab indents this line; indent with spaces."
    if found := ODD_SPACE.match(line):
        sentence = "a space of a word processor indents this line; type plain spaces."
        yield row, found.start(1), sentence
    if found := BULLET.match(line):
        sentence = f"'{found[1]}' is no list mark here; start the entry with a hyphen and a space."
        yield row, found.start(1), sentence
    if found := GLUED.match(line):
        sentence = f"a space is missing after the colon of '{found[1]}'; write '{found[1]}: …'."
        yield row, found.end() - 1, sentence


def _quotes(lines: list[str], problem: str) -> Iterator[tuple[int, int, str]]:
    """A quote that opens a value and is never closed in its line."""
    for row, line in enumerate(lines):
        for found in OPENED.finditer(line):
            rest = "\n".join((line[found.end() :], *lines[row + 1 :]))
            if line.count(found[1]) % 2 == 0 or "\\" in line or _ends_well(rest, found[1]):
                continue
            if found[1] == "'" and line.count("'") > 1:
                text = "an apostrophe ends a text in single quotes; put the text in double quotes."
            else:
                text = "a quote is opened here and never closed; close it at the end of the text."
            yield row, found.start(1), text
    closed = CLOSED.search(lines[-1])
    if closed and "','" not in problem:
        sentence = (
            "the text goes on after its closing quote; put quotes around the whole of it, single"
            " ones where double ones stand within."
        )
        yield len(lines) - 1, closed.end() - 1, sentence


def _ends_well(rest: str, quote: str) -> bool:
    """Whether the next quote closes the text, on whichever line."""
    _, found, after = rest.partition(quote)
    return bool(found) and bool(re.match(r" *(?:[,}\]#\n]|$)", after))


def _indents(lines: list[str], problem: str) -> Iterator[tuple[int, int, str]]:
    """A key that is indented as no line above it is, or below a key that has a value."""
    here = KEY.match(lines[-1])
    above = next(
        (found for found in map(KEY.match, reversed(lines[:-1])) if found is not None), None
    )
    if not here or not above or here["dash"] or "}" in lines[-1]:
        return
    depth, wanted = len(here["indent"]), len(above["indent"]) + len(above["dash"] or "")
    name, other = here["key"], above["key"]
    depths = {len(line) - len(line.lstrip()) for line in lines[:-1] if line.strip()}
    if depth > wanted and "mapping values" in problem and above["rest"].strip():
        sentence = (
            f"'{name}' is indented further than '{other}' above it, which has a value already;"
            f" {_indent(wanted)}."
        )
        yield len(lines) - 1, depth, sentence
    elif depth < wanted and "did not find expected" in problem and depth not in depths:
        sentence = (
            f"'{name}' is indented by {_spaces(depth)}, as no line above is; {_indent(wanted)}, as"
            f" '{other}' is."
        )
        yield len(lines) - 1, depth, sentence


def _indent(number: int) -> str:
    return f"indent it by {_spaces(number)}" if number else "begin the line with it"


def _spaces(number: int) -> str:
    return "1 space" if number == 1 else f"{number} spaces"


def _without_colon(row: int, line: str, problem: str) -> Iterator[tuple[int, int, str]]:
    start = len(line) - len(line.lstrip())
    if "':'" not in problem or not line.strip() or ": " in line or line.endswith(":"):
        if "':'" in problem and line.lstrip().startswith("{"):
            sentence = "an entry of a list starts with a hyphen and a space; write '- {'."
            yield row, start, sentence
        return
    yield row, start, "this line has no colon; write 'key: value', or put the text in quotes."
