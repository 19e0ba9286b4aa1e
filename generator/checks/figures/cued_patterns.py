"""Regular expressions that first look for words without which they cannot match.

A sentence is tried against some two hundred wordings, and nearly all of them are not in it: to
look for 'sq cm' takes a hundredth of the time in which an expression finds that it does not match.
"""

import re
from collections.abc import Iterator

Cues = tuple[str, ...]
NO_CUES: Cues = ("",)
MOST = 12
"""Of more words than these to look for nothing is gained."""
SPECIAL = ".^$+"
OPTIONAL = ("?", "*", "{")
OPENINGS = re.compile(r"\((?:\?(?:P<\w+>|[:=]))?(?!\?)")
"""What opens a group that is part of every match."""


class CuedPattern:
    """A regular expression with words, in small letters, one of which every match stands beside."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.expression = re.compile(expression, flags)
        self.cues = cues_of(expression)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a regular expression."""
        words = text.lower()
        for cue in self.cues:
            if cue in words:
                return self.expression.finditer(text)
        return iter(())


def cues_of(expression: str) -> Cues:
    """Letters, in small: every text in which `expression` matches has one of these in a row."""
    cues = tuple(cue for branch in _branches(expression) for cue in _cues_of_branch(branch))
    return NO_CUES if "" in cues or len(cues) > MOST else cues


def _branches(expression: str) -> Iterator[str]:
    start = at = 0
    while at < len(expression):
        if expression[at] == "|":
            yield expression[start:at]
            start = at + 1
        at = _end(expression, at)
    yield expression[start:]


def _cues_of_branch(expression: str) -> Cues:
    found: list[Cues] = []
    run, at = "", 0
    while at < len(expression):
        end = _end(expression, at)
        left_out = expression[end : end + 1] in OPTIONAL
        sign = expression[at:end]
        if sign[0] == "(" and not left_out and (opening := OPENINGS.match(sign)):
            found.append(cues_of(sign[opening.end() : -1]))
        plain = len(sign) == 1 and sign not in SPECIAL and not left_out
        if plain:
            run += sign.lower()
        else:
            found.append((run,))
            run = ""
        if left_out:
            end = expression.index("}", end) if expression[end] == "{" else end
            end += 1 + (expression[end + 1 : end + 2] == "?")
        at = end
    return max([*found, (run,)], key=lambda cues: (min(map(len, cues)), -len(cues)))


def _end(expression: str, at: int) -> int:
    """Where what starts at a place ends: a group, a set of signs or one sign."""
    if expression[at] == "(":
        return _end_of_group(expression, at)
    return _end_of_sign(expression, at) if expression[at] in "\\[" else at + 1


def _end_of_sign(expression: str, at: int) -> int:
    """Where an escaped sign ends, or a set of signs."""
    if expression[at] == "\\":
        return at + 2
    end = at + 2  # a bracket that comes first in a set is one of its signs
    while expression[end] != "]":
        end += 2 if expression[end] == "\\" else 1
    return end + 1


def _end_of_group(expression: str, at: int) -> int:
    """Where the group that opens at a place ends."""
    depth = 0
    while True:
        sign = expression[at]
        if sign in "\\[":
            at = _end_of_sign(expression, at)
            continue
        depth += {"(": 1, ")": -1}.get(sign, 0)
        at += 1
        if not depth:
            return at
