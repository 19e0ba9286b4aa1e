"""What a command does not need is not imported before it answers."""

import inspect
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from generator.cli import COMMANDS, NEW_COMMANDS
from generator.commands.fact_check_command import SPOKEN_OF
from generator.commands.facts_alone import load_facts
from generator.fact_check.knowledge import knowledge_of
from generator.facts.corpus import Corpus
from generator.findings import ProjectError
from tests.conftest import ROOT

DAY = date(2026, 11, 30)
ALL = {**COMMANDS, **NEW_COMMANDS}
SCRIPT = """
import sys
from generator.cli import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
finally:
    print("\\n" + " ".join(sys.modules))
"""
NEVER = {"mkdocs", "jinja2", "lxml", "duckdb", "sqlite3", "openpyxl", "cryptography", "reportlab"}
WHOLE = {"generator.checks", "generator.pages", "generator.exports.plan", "generator.build.project"}


def _imported(*arguments: str) -> set[str]:
    """The modules that a run of the command has imported."""
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], cwd=ROOT, capture_output=True, check=True
    )
    return set(ran.stdout.decode().splitlines()[-1].split())


@pytest.mark.parametrize("group", [[], ["new"]])
def test_help_imports_no_command(group: list[str]) -> None:
    imported = _imported(*group, "--help")
    assert imported & (NEVER | WHOLE | {"yaml", "generator.facts", "generator.authoring"}) == set()
    assert not [name for name in imported if name.endswith("_command")]


@pytest.mark.parametrize(
    "command",
    [["visit", "docs/examples/visit.yaml"], ["fact-check", "content/learn/using-97124.md"]],
)
def test_a_command_of_facts_leaves_the_site_alone(command: list[str]) -> None:
    assert _imported(*command) & (NEVER | WHOLE) == set()


@pytest.mark.parametrize("name", ALL)
def test_the_list_says_of_a_command_what_its_own_help_says(name: str) -> None:
    module, sentence = ALL[name]
    command = getattr(import_module(f"generator.commands.{module}"), name.replace("-", "_"))
    first = (inspect.getdoc(command) or "").split("\n\n")[0]
    assert sentence == " ".join(first.split())


def test_the_facts_alone_give_the_checker_what_the_whole_corpus_gives(corpus: Corpus) -> None:
    assert knowledge_of(load_facts(ROOT, SPOKEN_OF), DAY) == knowledge_of(corpus, DAY)


def test_nothing_is_checked_against_a_folder_without_codes(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "sources.yaml").write_text("{}")
    with pytest.raises(ProjectError, match="holds no codes; name the project's folder"):
        load_facts(tmp_path, SPOKEN_OF)
