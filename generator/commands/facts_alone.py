"""The facts for a command that needs no questions and no lessons."""

from pathlib import Path

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.cms.store_schema import with_imports
from generator.commands.exits import exit_with
from generator.facts.corpus import Corpus
from generator.findings import ProjectError, has_errors

FACTS = ("codes/", "payers/", "rules/", "edits", "other_codes", "techniques")
DATED = (*FACTS, "changes.yaml")


def load_facts(root: Path, parts: tuple[str, ...] = FACTS, code: int = 1) -> Corpus:
    """The facts the engine needs; questions and lessons are not read.

    Raises `ProjectError` where there is no code: against nothing, no statement would be wrong.
    """
    loaded = load(
        {
            path: raw
            for path, raw in read_files(root).items()
            if path.startswith(tuple(f"content/{part}" for part in parts))
        }
    )
    corpus, problems = with_imports(loaded.corpus, root)
    findings = (*loaded.findings, *problems)
    if has_errors(findings):
        exit_with(findings, code)
    if not corpus.codes:
        raise ProjectError(f"{root} holds no codes; name the project's folder with --root.")
    return corpus
