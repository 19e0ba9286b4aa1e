"""Every finding in one round: what is at fault is cut out, and the rest is checked all the same.

A finding that may only follow from what was cut is left for the next round.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.authoring.loader import LoadedContent, ReadFile, load
from generator.authoring.salvage import Salvage, salvaged
from generator.authoring.yaml_reader import original
from generator.checks import CHECKS, severity
from generator.checks.references import dead_references
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.findings import Finding, Spot, nearest

Read = Callable[[str, bytes], ReadFile]
MOST_ROUNDS = 8
NAMES = re.compile(r"(?:id(?<!\w..)|code(?<!\w.{4})|column[12](?<!\w.{7}))\"?: *\"?([A-Za-z0-9-]+)")
"""Begins with letters, and looks back from them: so it passes over megabytes quickly."""
TOP_NAMES = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)
OWN_NAMES = ("id", "code", "column1", "column2")
EVERYWHERE = ("content/rules", "content/payers", "content/families")
"""Facts on which any key may rest."""
OF_THE_WHOLE = {"C321", "C322", "C323", "C324", "C325", "A351", "A353", "P343", "I362", "I363"}
"""Findings that something is missing or too rare among all there is."""
OF_THE_WHOLE |= {"S224", "R202", "R205", "A355", "C326"}
DERIVED = re.compile(r"[KP]\d|R207|R210|I31[2459]|I32[0-5]|I338|I361|I374|S217")
"""Findings that follow from facts."""


@dataclass
class Lost:
    """What was cut: names that may stand in it and of what it belongs to, keys by file."""

    names: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    keys: dict[str, set[str]] = field(default_factory=dict)
    places: set[tuple[str, Keys]] = field(default_factory=set)
    doubtful: set[tuple[str, Keys]] = field(default_factory=set)
    everywhere: bool = False
    anything: bool = False

    def note(self, path: str, source_data: object, rest: Salvage | None, raw: bytes) -> None:
        """Add what was cut out of a file; without `rest` the whole file was."""
        parts = rest.lost if rest else [((), raw.decode("utf-8", "replace"))]
        for keys in (*rest.filled, *(keys for keys, _ in rest.lost)) if rest else ():
            self.places.add((path, keys))
        self.doubtful |= {(path, keys) for keys in rest.doubtful} if rest else set()
        for keys in rest.keys_lost if rest else ():
            if " " in str(keys[-1]) or "options" in keys:  # a text's end, or 'kye'
                self.places.add((path, keys[:-1]))
            self.keys.setdefault(path, set()).add(str(keys[-1]))
        if not parts:
            return
        self.anything = True
        self.everywhere |= path.startswith(EVERYWHERE)
        stem = path.rpartition("/")[2].partition(".")[0]
        self.names.add(stem)
        self.facts |= {stem} if path.startswith("content/") else set()
        for keys, part in parts:
            text = part if isinstance(part, str) else json.dumps(part, default=str)
            own = {*map(str, keys[:1]), *_above(source_data, keys), *_ids(part)}
            named, top = _names_in(text)
            own |= named | top if not keys else set()
            self.names |= own | named
            self.facts |= own if path.startswith("content/") else set()
            self.keys.setdefault(path, set()).update(str(key) for key in keys)

    def has(self, reference: str) -> bool:
        """Whether what `reference` names may be among what was cut."""
        name = reference.rpartition("/")[2]
        parts = name.split("-")
        ends = {"-".join(parts[start:]) for start in range(len(parts))}
        return bool(ends & self.names) or bool(set(parts) <= self.names)


@lru_cache(maxsize=4)  # each round reads the same file again
def _names_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names of what a text holds, and its keys that are not indented."""
    return frozenset(NAMES.findall(text)), frozenset(TOP_NAMES.findall(text))


def every_finding(
    files: Mapping[str, bytes],
    read: Read,
    loaded: LoadedContent,
    extended: Callable[[Corpus], Corpus] = lambda corpus: corpus,
) -> tuple[Finding, ...]:
    """The findings of files with mistakes, and those of the checks about all that is left."""
    found, cuts, lost = set(loaded.findings), dict[str, set[Keys]](), Lost()
    rest = loaded
    for _ in range(MOST_ROUNDS):
        lost = Lost()
        rest = load(files, _lenient(read, cuts, lost))
        for finding in rest.findings:
            if finding.code == "L112":
                found.add(finding)
                lost.facts.add(_quoted(finding.sentence))
                lost.anything = True
        dead = list(dead_references(rest.corpus))
        if not dead:
            break
        for spot, sentence in dead:
            source = rest.sources[spot.path]
            if not lost.has(_quoted(sentence)):
                found.add(rest.finding(spot, "R201", sentence))
            cuts.setdefault(spot.path, set()).add(original(source.removed, spot.keys))
    else:
        return tuple(sorted(found))
    corpus = replace(extended(rest.corpus), spots=rest.corpus.spots)
    for spot, code, sentence in _problems(corpus):
        if _is_certain(rest, lost, spot, code, sentence):
            found.add(rest.finding(spot, code, sentence, severity(code)))
    return tuple(sorted(found))


def _quoted(sentence: str) -> str:
    return sentence.split("'")[1]


def _lenient(read: Read, cuts: Mapping[str, set[Keys]], lost: Lost) -> Read:
    def lenient(path: str, raw: bytes) -> ReadFile:
        found = read(path, raw)
        if not found.kind or (found.thing and path not in cuts):
            return found
        if not found.source:
            lost.note(path, None, None, raw)
            return found
        thing, source, rest = salvaged(found.kind, found.source, cuts.get(path, ()))
        lost.note(path, found.source.data, rest if thing else None, raw)
        return replace(found, thing=thing, source=source)

    return lenient


def _above(data: object, keys: Keys) -> Iterator[str]:
    """The ids of what holds a part."""
    for key in keys:
        yield from _ids(data)
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]


def _ids(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (str(data[key]) for key in OWN_NAMES if key in data)


def _problems(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    for code, problems in CHECKS:
        try:
            yield from [(spot, code, sentence) for spot, sentence in problems(corpus)]
        except Exception:  # noqa: S112 - it takes for granted what was cut; the next round has it
            continue


def _is_certain(rest: LoadedContent, lost: Lost, spot: Spot, code: str, sentence: str) -> bool:
    """Whether it holds whatever stands in what was cut."""
    own = lost.keys.get(spot.path, set())
    if code == "S212" and spot.path == "content/payers":
        return not any(path.startswith(spot.path) for path in lost.keys)
    if code in ("S211", "S212"):
        meant = {key for key in own if f"'{key}'" in sentence}
        return not (meant or any(nearest(key, sentence.split("'")[1:2]) for key in own))
    if _lies_in_cut(rest, lost, spot, code):
        return False
    if not lost.anything:
        return True
    if code in OF_THE_WHOLE or (code == "T331" and lost.has(_target(sentence))):
        return False
    return not (DERIVED.match(code) and (lost.everywhere or _mentions(rest, lost.facts, spot)))


def _lies_in_cut(rest: LoadedContent, lost: Lost, spot: Spot, code: str) -> bool:
    """Whether it is about a place that lost something, or derived from a question that did."""
    source = rest.sources.get(spot.path)
    here = original(source.removed, spot.keys) if source else spot.keys
    if DERIVED.match(code) and (spot.path, here[:2]) in lost.doubtful:
        return True
    return any(path == spot.path and _within(here, at) for path, at in lost.places)


def _within(one: Keys, other: Keys) -> bool:
    """Whether one of two places lies in the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _target(sentence: str) -> str:
    return re.sub(r"[^A-Za-z0-9-].*$", "", sentence.rsplit("no '", maxsplit=1)[-1])


def _mentions(rest: LoadedContent, names: Iterable[str], spot: Spot) -> bool:
    source = rest.sources[spot.path]
    text = json.dumps(source.at(original(source.removed, spot.keys[:2])), default=str)
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
