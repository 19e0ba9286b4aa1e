"""Files to a validated corpus, with every problem of every file in one run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from generator.authoring.file_kinds import Entry, FileKind, kind_of, words_allowed
from generator.authoring.lesson_files import lesson_source
from generator.authoring.misplaced_files import in_folder_of_another, misplaced, shortened
from generator.authoring.placeholders import placeholders
from generator.authoring.schema_errors import schema_findings
from generator.authoring.size_limits import UnreadableFileError
from generator.authoring.yaml_flaws import cut_texts
from generator.authoring.yaml_reader import YamlSource, parse_yaml
from generator.facts.corpus import REGISTERS, Corpus
from generator.findings import Finding, Place, Severity, Spot


def place_of(sources: Mapping[str, YamlSource], spot: Spot) -> Place:
    """Line and column of a spot; a file that was not read has its first."""
    source = sources.get(spot.path)
    return source.place(spot.keys) if source else Place(spot.path)


@dataclass(frozen=True)
class LoadedContent:
    """A corpus of what could be read, the findings about the rest, and the files' positions."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    sources: Mapping[str, YamlSource]

    def finding(
        self, spot: Spot, code: str, sentence: str, severity: Severity = "error"
    ) -> Finding:
        """A finding at a spot in one of the files."""
        return Finding(place_of(self.sources, spot), code, sentence, severity)


@dataclass(frozen=True)
class ReadFile:
    """One file as read: its text with positions and what it holds, or what is wrong with it."""

    kind: FileKind | None = None
    source: YamlSource | None = None
    thing: BaseModel | None = None
    findings: tuple[Finding, ...] = ()


def read_file(path: str, raw: bytes) -> ReadFile:
    """What lies at `path`; a file of no kind and one that cannot be read give findings alone."""
    kind = kind_of(path)
    return read_as(kind, path, raw) if kind else ReadFile(findings=(misplaced(path, raw),))


def read_as(kind: FileKind, path: str, raw: bytes) -> ReadFile:
    """The file at `path` as one of `kind`."""
    try:
        source = _parse(kind, path, raw)
    except UnreadableFileError as problem:
        return ReadFile(kind, findings=tuple(problem.findings))
    cut = () if path.endswith(".md") else tuple(cut_texts(path, source.text))
    try:
        thing = kind.model.model_validate(source.data)
    except ValidationError as problem:
        if elsewhere := in_folder_of_another(path, raw, kind):
            return ReadFile(kind, findings=(elsewhere,))
        found = tuple(schema_findings(source, problem, kind.model))
        return ReadFile(kind, source, findings=(*cut, *found))
    return ReadFile(kind, source, thing, (*cut, *placeholders(path, raw)))


@dataclass(frozen=True)
class GatheredFiles:
    """The registers that files fill, where each entry was written, and what is wrong."""

    registers: Mapping[str, Mapping[str, object]]
    spots: Mapping[str, Spot]
    sources: Mapping[str, YamlSource]
    findings: tuple[Finding, ...]


def load(
    files: Mapping[str, bytes], read: Callable[[str, bytes], ReadFile] = read_file
) -> LoadedContent:
    """Read `files` (path, with forward slashes, to content) into a corpus. Pure: reads no disk.

    `read` may remember what it read before: a file with the same path and content holds the same.
    """
    found = gather(files, read)
    return LoadedContent(
        Corpus(spots=found.spots, **cast(dict[str, Any], found.registers)),
        found.findings,
        found.sources,
    )


def gather(
    files: Mapping[str, bytes], read: Callable[[str, bytes], ReadFile], more: tuple[str, ...] = ()
) -> GatheredFiles:
    """As `load`, with registers beside those of a corpus."""
    registers: dict[str, dict[str, object]] = {name: {} for name in (*REGISTERS, *more)}
    spots: dict[str, Spot] = {}
    sources: dict[str, YamlSource] = {}
    findings: list[Finding] = []
    for path in sorted(files):
        reading = read(path, files[path])
        findings += reading.findings
        if reading.source:
            sources[path] = reading.source
        if reading.kind and reading.source and reading.thing:
            findings += _register_entries(
                registers, spots, sources, reading.source, reading.kind.entries(reading.thing)
            )
    return GatheredFiles(registers, spots, sources, shortened(sorted(findings)))


def _parse(kind: FileKind, path: str, raw: bytes) -> YamlSource:
    if path.endswith(".md"):
        return lesson_source(path, raw)
    return parse_yaml(path, raw, words=partial(words_allowed, kind.model))


def _register_entries(
    registers: dict[str, dict[str, object]],
    spots: dict[str, Spot],
    sources: Mapping[str, YamlSource],
    source: YamlSource,
    entries: Iterable[Entry],
) -> Iterator[Finding]:
    for register, name, thing, keys in entries:
        reference = f"{register}/{name}"
        if name in registers[register]:
            first = spots[reference]
            place, here = sources[first.path].place(first.keys), source.place(keys)
            sentence = (
                f"'{name}' is in {register} twice, at {place} and at {here}; keep one, or give"
                " one of them another id."
            )
            yield Finding(here, "L112", sentence)
            continue
        registers[register][name] = thing
        spots[reference] = Spot(source.path, keys[:-1] if len(keys) > 1 else ())
