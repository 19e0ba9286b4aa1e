"""A small sound overlay over the small sound project, whole or with some of its files replaced."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.facts.corpus import Corpus
from generator.overlays.apply import OverlayResult, apply_overlay
from generator.overlays.overlay_files import read_overlay

HERE = Path(__file__).parent
PREFIX = "../clinic/"


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".yaml", ".svg") and not path.name.startswith("REMOVED-")
    }


@pytest.fixture
def laid(base: Corpus) -> Callable[..., OverlayResult]:
    """The small project with the small overlay and some files put over that.

    A file given as None is left out.
    """

    def over(files: Mapping[str, bytes | str | None] = {}) -> OverlayResult:
        together = {**files_in(HERE / "base"), **files}
        given = {
            path: text.encode() if isinstance(text, str) else text
            for path, text in together.items()
            if text is not None
        }
        return apply_overlay(base, read_overlay(given, PREFIX, given.pop("logo.svg", None)))

    return over
