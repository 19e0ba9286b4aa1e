"""The labeled statements: what is wrong, what is right, and what only looks wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "corpus"
TUNED, HELD_OUT = ("train", "fresh", "second", "third", "fourth", "usual"), ("heldout",)


@dataclass(frozen=True)
class Labelled:
    """A text and its label; `kind` is empty where nothing in it is wrong."""

    part: str
    text: str
    kind: str = ""
    code: str = ""
    right: str = ""


def labeled(parts: tuple[str, ...]) -> Iterator[Labelled]:
    for part in parts:
        data = yaml.safe_load((FOLDER / f"{part}.yaml").read_text(encoding="utf-8"))
        for kind, rows in data["wrong"].items():
            yield from (Labelled(part, text, kind, code, right) for code, right, text in rows)
        yield from (Labelled(part, text) for text in (*data["right"], *data["traps"]))
