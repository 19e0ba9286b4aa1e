"""The house style of a project and the texts it applies to, read from disk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.authoring.loader import ReadFile, read_as
from generator.authoring.size_limits import MAX_BYTES
from generator.build.content_files import read_files
from generator.build.project import CheckedProject
from generator.checks.writing.house_style import KIND, PATH, HouseStyle, style_findings
from generator.disk.bounded_reads import read_regular


def with_house_style(checked: CheckedProject, root: Path) -> CheckedProject:
    """The project with what its house style says of its texts among the findings."""
    if not (root / PATH).is_file():
        return checked
    reading = house_style(root)
    found = list(reading.findings)
    if isinstance(reading.thing, HouseStyle):
        files = {**read_files(root), **dict(_beside(root, reading.thing))}
        found += style_findings(reading.thing, texts(files))
    return replace(checked, findings=tuple(sorted((*checked.findings, *found))))


def house_style(root: Path) -> ReadFile:
    """The project's house style, or what is wrong with its file."""
    return read_as(KIND, PATH, read_regular(root / PATH, MAX_BYTES))


def texts(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Files as text; what is not UTF-8 in them is another finding's."""
    return {path: raw.decode("utf-8", "replace") for path, raw in files.items()}


def _beside(root: Path, style: HouseStyle) -> Iterator[tuple[str, bytes]]:
    for glob in style.also_read:
        for path in sorted(root.glob(glob)):
            if path.is_file():
                yield path.relative_to(root).as_posix(), read_regular(path, MAX_BYTES)
