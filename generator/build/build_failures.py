"""What keeps a site from being built, as findings at their places."""

import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException, PluginError

from generator.authoring.size_limits import place_in
from generator.findings import Finding, Place, format_findings
from generator.pages.template_environment import line_in_file

POSITION = re.compile(r"(?:file://)?(/[^\s:\"']+):(\d+)(?::(\d+))?")
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? .*?link '(?P<target>[^']*)'")
SETTING = re.compile(r"Config value '(\w+)'")
SETTINGS = "mkdocs.yml"
PYTHON = "The generator failed here, which no text should make it do; the terminal shows how."
SAVE = "Correct it and save."


class ContentError(PluginError):
    """The content has errors, which `findings` name."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"\n{format_findings(findings, 'text')}")
        self.findings = findings


def failures_of(
    problem: BaseException, root: Path, logged: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """The errors of the content, of mkdocs.yml as MkDocs `logged` them, or of where it failed."""
    cause = problem.__context__ if isinstance(problem, Abort) else problem
    if cause is None:
        return tuple(
            _failure(_setting(message, root), message) for message in logged or [str(problem)]
        )
    if isinstance(cause, ContentError):
        return tuple(found for found in cause.findings if found.severity == "error")
    return (_failure(next(_places(cause, root), Place(SETTINGS)), _sentence(cause)),)


def dead_links(logged: Sequence[str], root: Path) -> dict[str, tuple[Finding, ...]]:
    """What MkDocs `logged` about links, by page: a strict build stops there."""
    found: dict[str, tuple[Finding, ...]] = {}
    for message in logged:
        if link := LINK.match(message):
            place = _link_in_lesson(link["page"], link["target"], root)
            sentence = f"The link '{link['target']}' leads nowhere"
            found[link["page"]] = (*found.get(link["page"], ()), _failure(place, sentence))
    return found


def _link_in_lesson(page: str, target: str, root: Path) -> Place:
    path = f"content/{page}"
    text = (root / path).read_text("utf-8") if (root / path).exists() else ""
    return place_in(path if text else page, text, max(0, text.find(f"({target}") + 1))


def _failure(place: Place, sentence: str) -> Finding:
    remedy = PYTHON if place.path.endswith(".py") else SAVE
    return Finding(place, "", f"{sentence.strip().rstrip('.')}. {remedy}")


def _sentence(problem: BaseException) -> str:
    match problem:
        case MkDocsException():
            return str(problem)
        case OSError(strerror=str(reason)):
            return reason
        case _:
            return f"{type(problem).__name__}: {problem}"


def _setting(sentence: str, root: Path) -> Place:
    """Where mkdocs.yml has the setting that the sentence is about."""
    named = SETTING.match(sentence)
    lines = (root / SETTINGS).read_text("utf-8").splitlines() if named else []
    found = (at for at, line in enumerate(lines, 1) if named and line.startswith(f"{named[1]}:"))
    return Place(SETTINGS, next(found, 1))


def _places(problem: BaseException, root: Path) -> Iterator[Place]:
    """Places below `root`, the likeliest first: what the problem names, then where it arose."""
    for path, line, column in _positions(problem):
        inside = Path(path)
        if inside.is_relative_to(root):
            inside = inside.relative_to(root)
        if not inside.is_absolute() and not inside.parts[0].startswith("."):
            yield Place(inside.as_posix(), line, column)


def _positions(problem: BaseException) -> Iterator[tuple[str, int, int]]:
    if mark := getattr(problem.__context__, "problem_mark", None):
        yield mark.name, mark.line + 1, mark.column + 1
    for found in POSITION.finditer(str(problem)):
        yield found[1], int(found[2]), int(found[3] or 1)
    if named := getattr(problem, "filename", None):
        yield str(named), _line(str(named), getattr(problem, "lineno", 1)), 1
    for frame in reversed(traceback.extract_tb(problem.__traceback__)):
        yield frame.filename, _line(frame.filename, frame.lineno or 1), 1


def _line(path: str, line: int) -> int:
    return line_in_file(Path(path).read_text("utf-8"), line) if path.endswith(".jinja") else line
