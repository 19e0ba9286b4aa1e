"""Runs of six words that two texts share: whether sentences were copied."""

import re
from collections.abc import Iterable, Set
from pathlib import Path

WORDS = 6


def runs(text: str) -> dict[str, int]:
    """Every run of six words, and the line it starts on."""
    found = [
        (word, number)
        for number, line in enumerate(text.splitlines(), 1)
        for word in re.findall(r"[a-z0-9]+", line.lower())
    ]
    starts = range(len(found) - WORDS + 1)
    return {
        " ".join(word for word, _ in found[start : start + WORDS]): found[start][1]
        for start in starts
    }


def shared_runs(paths: Iterable[Path], theirs: Set[str]) -> list[str]:
    """Each run of a file's that is among `theirs`, with its place."""
    return [
        f"{path}:{line}: {run}"
        for path in paths
        for run, line in runs(path.read_text(encoding="utf-8")).items()
        if run in theirs
    ]


def written(root: Path) -> list[Path]:
    """Every file of content and questions below `root`."""
    folders = (root / "content", root / "quizzes")
    return sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".yaml", ".md")
    )
