"""Files that are not read, since they lie or are named as no kind of content does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.authoring.file_kinds import KINDS, FileKind, kind_of
from generator.findings import Finding, Place

CODE = "L111"
MOST_UNREAD = 10
TOP_KEY = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)
ENDINGS = re.compile(r"\.(?:ya?ml|md)(?:\.(?:txt|text|yaml|yml))?$|\.txt$", re.IGNORECASE)


def misplaced(path: str, raw: bytes) -> Finding:
    """The finding about a file that no kind fits: what to call it and where to put it."""
    return Finding(Place(path), CODE, f"This file is not read: {_reason(path, raw)}")


def in_folder_of_another(path: str, raw: bytes, kind: FileKind) -> Finding | None:
    """The finding about a file that lies with one kind and has the keys of another."""
    keys = set(TOP_KEY.findall(raw.decode("utf-8", "replace")))
    place = None if path.endswith(".md") or _fits(kind, keys) else next(_by_keys(keys), None)
    if place is None or place == path.rpartition("/")[0]:
        return None
    name = path.rpartition("/")[2]
    sentence = f"By its keys this file belongs in {place}; move it to {place}/{name}."
    return Finding(Place(path), CODE, sentence)


def shortened(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings; of files that are not read the first ten, and how many more there are."""
    unread = [finding for finding in findings if finding.code == CODE]
    if len(unread) <= MOST_UNREAD:
        return tuple(findings)
    rest = set(unread[MOST_UNREAD:])
    more = replace(
        unread[MOST_UNREAD],
        sentence=f"{len(rest)} more files like these, this one the first, are not read; is this the"
        " folder you mean?",
    )
    return (*(finding for finding in findings if finding not in rest), more)


def _reason(path: str, raw: bytes) -> str:
    folder, _, name = path.rpartition("/")
    right = ENDINGS.sub("", name) + (".md" if folder == "content/learn" else ".yaml")
    if not ENDINGS.search(name):
        return "content lies in text files that end in .yaml; write it as one, or move it away."
    if name != right and kind_of(f"{folder}/{right}"):
        return f"its name must end in {right[right.rfind('.') :]}; rename it to {right}."
    place = next(_places(path, raw), None)
    if place is None:
        return "no kind of content lies here; move it, or delete it."
    above = folder.rpartition("/")[0]
    if place == above:
        return f"files of {place} lie in that folder itself; move it to {place}/{right}."
    return f"no kind of content lies here; by its keys it belongs in {place}: {place}/{right}."


def _places(path: str, raw: bytes) -> Iterator[str]:
    """Folders it may have been meant for: by its keys, by its folder's name, or one above."""
    keys = set(TOP_KEY.findall(raw.decode("utf-8", "replace")))
    folders = [kind.pattern.rpartition("/")[0] for kind in KINDS if "*" in kind.pattern]
    folder = path.rpartition("/")[0]
    fitting = list(_by_keys(keys))
    above = folder.rpartition("/")[0]
    if above in folders and (not fitting or above in fitting):
        yield above
    yield from fitting
    last = folder.rpartition("/")[2]
    yield from (place for place in folders if place.rpartition("/")[2].rstrip("s") == last)


def _by_keys(keys: set[str]) -> Iterator[str]:
    """Folders of the kinds that have all of these keys and need no other."""
    for kind in KINDS:
        if "*" in kind.pattern and _fits(kind, keys):
            yield kind.pattern.rpartition("/")[0]


def _fits(kind: FileKind, keys: set[str]) -> bool:
    fields = kind.model.model_fields
    required = {name for name, field in fields.items() if field.is_required()}
    return bool(keys) and required <= keys <= set(fields)
