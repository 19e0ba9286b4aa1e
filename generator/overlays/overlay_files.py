"""The files of an overlay: those of the content, and four of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.authoring.file_kinds import Entry, FileKind, kind_of, many
from generator.authoring.loader import GatheredFiles, ReadFile, gather, read_as
from generator.authoring.misplaced_files import misplaced
from generator.facts.clinics import Clinic, Descriptors, Override, Overrides
from generator.facts.corpus import REGISTERS, Corpus
from generator.facts.question_templates import Variants
from generator.findings import Place, Spot

HEAD = "clinic.yaml"
FOLDERS = ("content", "quizzes", "licensed")
OWN_REGISTERS = ("clinic", "overrides", "descriptors")
KEYS = {"codes": "code", "other_codes": "code"}


def _descriptor_entries(holder: Descriptors) -> list[Entry]:
    return [("descriptors", str(code), text, (code, "text")) for code, text in holder.root.items()]


OWN_KINDS = (
    FileKind("clinic", HEAD, Clinic, lambda clinic: [("clinic", "clinic", clinic, ("name",))]),
    FileKind("overrides", "content/overrides.yaml", Overrides, many("overrides")),
    FileKind(
        "variants",
        "quizzes/variants.yaml",
        Variants,
        lambda held: [("variants", "clinic", held, ("seed",))],  # beside "site", which is ours
    ),
    FileKind("descriptors", "licensed/descriptors.yaml", Descriptors, _descriptor_entries),
)


@dataclass(frozen=True)
class OverlayFiles:
    """What a clinic wrote; `prefix` leads from the project to the folder, in every path."""

    prefix: str
    found: GatheredFiles
    logo: bytes | None = None

    @property
    def clinic(self) -> Clinic | None:
        """The head of the overlay."""
        found = self.found.registers["clinic"].get("clinic")
        return found if isinstance(found, Clinic) else None

    @property
    def overrides(self) -> Mapping[str, Override]:
        """The overrides by id."""
        found = self.found.registers["overrides"].items()
        return {name: entry for name, entry in found if isinstance(entry, Override)}

    def spot(self, *keys: str | int) -> Spot:
        """A place in clinic.yaml."""
        return Spot(self.prefix + HEAD, keys)

    def owns(self, path: str) -> bool:
        """Whether a file is the clinic's."""
        return path.startswith(self.prefix)


def read_overlay(
    files: Mapping[str, bytes], prefix: str, logo: bytes | None = None
) -> OverlayFiles:
    """`files` by their path below the overlay's folder. Pure: reads no disk."""
    found = gather(
        {prefix + path: raw for path, raw in files.items()}, _reader(prefix), OWN_REGISTERS
    )
    return OverlayFiles(prefix, found, logo)


def _reader(prefix: str) -> Callable[[str, bytes], ReadFile]:
    def read(path: str, raw: bytes) -> ReadFile:
        below = path.removeprefix(prefix)
        kind = next((kind for kind in OWN_KINDS if kind.pattern == below), None) or kind_of(below)
        if kind is None:
            return ReadFile(findings=(replace(misplaced(below, raw), place=Place(path)),))
        return read_as(kind, path, raw)

    return read


Problem = tuple[Spot, str, str]


def with_additions(corpus: Corpus, overlay: OverlayFiles) -> Corpus:
    """Ours, then theirs; where both have a name ours stays."""
    registers: dict[str, Any] = {
        name: {**corpus.register(name), **overlay.found.registers[name], **corpus.register(name)}
        for name in REGISTERS
    }
    return replace(corpus, **registers, spots={**overlay.found.spots, **corpus.spots})


def added(overlay: OverlayFiles, corpus: Corpus) -> frozenset[str]:
    """`register/name` of everything that only the clinic has."""
    return frozenset(
        f"{register}/{name}"
        for register in REGISTERS
        for name in overlay.found.registers[register]
        if name not in corpus.register(register)
    )


def clashes(corpus: Corpus, overlay: OverlayFiles) -> Iterator[Problem]:
    """A thing of theirs under a name of ours would change ours in silence."""
    for register in REGISTERS:
        for name in overlay.found.registers[register]:
            if name in corpus.register(register):
                key = name if register == "sources" else KEYS.get(register, "id")
                sentence = (
                    f"'{name}' is in {register} of RightCode already"
                    f" ({corpus.spot(register, name).path}); give yours"
                    " another name, or override a fact of ours in content/overrides.yaml."
                )
                yield overlay.found.spots[f"{register}/{name}"] / key, "O401", sentence
