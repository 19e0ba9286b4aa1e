"""The project's corpus for a command that needs all of it, checked."""

from pathlib import Path

from generator.build.project import open_project
from generator.commands.exits import exit_with
from generator.facts.corpus import Corpus


def corpus_or_exit(
    root: Path, overlay: Path | None = None, code: int = 2, published: bool = False
) -> Corpus:
    """The project's corpus; its findings and an exit where it has errors.

    What is `published` has no placeholders either.
    """
    checked = open_project(root, overlay=overlay)
    if not checked.sound or (published and checked.unfinished):
        exit_with(checked.findings, code)
    return checked.corpus
