"""A problem in what an author wrote, the place it is at, and how findings are printed."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]
UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
RUN, MOST, END = 100, 900, 300
CODE = re.compile(r"(?:^|(?<=[/-]))(?:[0-9]{5}|[0-9]{4}[FTUM]|[A-Z][0-9]{4})(?=$|[/-])")
"""A code in a name."""
MOST_HINTS, SHORTEST = 3, 3
LONG = 5  # letters of a word that is begun alike
SURE = 0.75  # of a name that is spelled so like another that no other is meant
PLURALS = {"quiz": "quizzes"}
NO_SYNONYMS: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One problem, in a sentence that says what to change."""

    place: Place
    code: str
    sentence: str
    severity: Severity = "error"


@dataclass(frozen=True)
class Spot:
    """Where a check found something: a file and the keys that lead there.

    Resolved to a `Place` only when reported.
    """

    path: str
    keys: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> "Spot":
        return Spot(self.path, (*self.keys, key))


Problems = Iterator[tuple[Spot, str]]
"""Where a check found something, and the sentence about it."""


class ProjectError(LookupError):
    """The project lacks what every command needs; the sentence names the remedy."""


def simplified(name: str) -> str:
    """A name as ids are written: small letters and digits with hyphens between the words."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _unpadded(name: str) -> str:
    """The name with its numbers as they are spoken: basics-01 is basics-1."""
    return re.sub(r"\b0+(?=\d)", "", name)


def nearest(
    name: str, known: Iterable[str], synonyms: Mapping[str, Sequence[str]] = NO_SYNONYMS
) -> tuple[str, ...]:
    """Up to three known names that are meant by `name`: by synonym, by its words, by spelling.

    `synonyms` gives known names by a simplified word. A code never stands for another code.
    """
    codes = set(CODE.findall(name))
    if codes and not CODE.sub("", name).strip("/-"):
        return ()
    plain = simplified(name)
    names = {
        other: simplified(other) for other in sorted(known) if codes <= set(CODE.findall(other))
    }
    words = set(plain.split("-"))
    same = [other for other in names if _unpadded(names[other]) == _unpadded(plain)]
    if meant := synonyms.get(plain) or same:
        return tuple(dict.fromkeys(meant))[:MOST_HINTS]
    longer = [
        other
        for other, simple in names.items()
        if len(plain) >= SHORTEST and (simple.startswith(plain) or words <= set(simple.split("-")))
    ]
    longer.sort(key=lambda other: (not names[other].startswith(plain), len(other)))
    if longer:
        return tuple(longer[:MOST_HINTS])
    alike = _alike(plain, names, {} if codes else synonyms)
    if any(_likeness(simplified(one), plain) >= SURE for one in alike):
        return alike
    return _begun(plain, names) or alike


def _alike(
    plain: str, names: Mapping[str, str], synonyms: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The name that is spelled most like a simplified one, or of which a word is."""
    meant = {**synonyms, **{simple: (other,) for other, simple in names.items()}}
    found = difflib.get_close_matches(plain, list(meant), MOST_HINTS, 0.6)
    found.sort(key=lambda word: (-_likeness(word, plain), word[:1] != plain[:1]))
    return tuple(dict.fromkeys(meant[found[0]]))[:MOST_HINTS] if found else ()


def _begun(plain: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that begin with the first word of a simplified one, and go on with it."""
    first = plain.partition("-")[0]
    found = [
        other
        for other, simple in names.items()
        if len(first) >= LONG and simple.startswith(first) and simple[len(first) :][:1].isalpha()
    ]
    return tuple(found[:MOST_HINTS])


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, word, other).ratio()


def did_you_mean(
    name: str,
    known: Iterable[str],
    otherwise: str,
    synonyms: Mapping[str, Sequence[str]] = NO_SYNONYMS,
) -> str:
    """A hint with the nearest known names; `otherwise` where none is near."""
    near = nearest(name, known, synonyms)
    return f"did you mean {listed(near, 'or')}?" if near else otherwise


def listed(names: Sequence[str], last: str) -> str:
    """The names in quotes, with `last` before the last one."""
    quoted = [f"'{name}'" for name in names]
    return f" {last} ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)


def counted(number: int, noun: str) -> str:
    """A number with its noun in the singular or the plural: '1 error', '2 quizzes'."""
    return f"{number} {noun if number == 1 else PLURALS.get(noun, f'{noun}s')}"


def tally(findings: Sequence[Finding]) -> str:
    """How many errors and how many warnings there are."""
    errors = sum(finding.severity == "error" for finding in findings)
    return f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}"


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether any of them is more than a warning."""
    return any(finding.severity == "error" for finding in findings)


Format = Literal["text", "json", "github"]


def format_findings(findings: Sequence[Finding], form: Format) -> str:
    """The findings, a line each, as JSON or as annotations."""
    match form:
        case "json":
            return json.dumps(
                [{**asdict(finding.place), **_plain(finding)} for finding in findings],
                indent=2,
                ensure_ascii=False,
            )
        case "github":
            return "\n".join(map(_annotation, findings))
        case _:
            return "\n".join(map(_line, findings))


def printable(text: str) -> str:
    """One line that a terminal can show: no control characters, and of long excerpts a part."""
    joined = re.sub(r"[\r\n]+", " ", text)
    shown = UNSHOWN.sub(lambda sign: sign[0].encode("unicode_escape").decode(), joined)
    shown = re.sub(rf"[^\s/\\]{{{RUN},}}", lambda run: f"{run[0][:RUN]}…", shown)
    return shown if len(shown) <= MOST else f"{shown[: MOST - END]}…{shown[-END:]}"


def _plain(finding: Finding) -> dict[str, str]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "sentence": printable(finding.sentence),
    }


def _line(finding: Finding) -> str:
    place = UNSHOWN.sub("?", str(finding.place))
    return f"{place}: {finding.severity} {finding.code}: {printable(finding.sentence)}"


def _annotation(finding: Finding) -> str:
    place = finding.place
    sentence = printable(finding.sentence).replace("%", "%25")
    return (
        f"::{finding.severity}"
        f" file={place.path},line={place.line},col={place.column},title={finding.code}::{sentence}"
    )
