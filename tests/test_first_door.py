"""The first door of CONTRIBUTING: a newcomer's commands say what is printed there."""

import re
import shutil
from functools import lru_cache, partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.authoring.loader import load, read_file
from generator.build.project import open_project
from generator.cli import app
from generator.exports.format_registry import FORMATS
from generator.facts.corpus import Corpus
from generator.pages.site_paths import address_of, page_of
from generator.questions.kinds.registry import KINDS
from tests.conftest import ROOT, Approve

DOOR = ROOT / "CONTRIBUTING.md"
BLOCK = re.compile(r"^```(?:console|yaml (?P<path>\S+))\n(?P<body>.*?)^```$", re.DOTALL | re.M)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content and the quizzes; templates, which take long to check, stay away.

    So do words to search, which lead to the pages of templates and tracks.
    """
    shutil.copytree(
        ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("search.yaml")
    )
    (tmp_path / "quizzes").mkdir()
    for path in (ROOT / "quizzes").glob("*.yaml"):
        if path.name != "variants.yaml":
            shutil.copy(path, tmp_path / "quizzes")
    ids = tmp_path / "site_config" / "schema" / "ids.json"
    ids.parent.mkdir(parents=True)
    shutil.copy(ROOT / ids.relative_to(tmp_path), ids)
    monkeypatch.chdir(tmp_path)
    once = lru_cache(maxsize=None)(read_file)  # three commands read the same three hundred files
    commands = "generator.commands"
    monkeypatch.setattr(f"{commands}.check_command.open_project", partial(open_project, read=once))
    monkeypatch.setattr(f"{commands}.explain_command.load", partial(load, read=once))
    return tmp_path


def shortened(output: str) -> str:
    """Without what changes whenever somebody adds a fact: numbers, sources, reasons."""
    told = re.sub(r"\bin \d+ codes,.*", "in …", output)
    told = re.sub(r"(Right is '\w+'\.) .* (Correct )", r"\1 … \2", told)
    told = re.sub(r"(Editors do not complete) .* (yet;)", r"\1 … \2", told)
    told = re.sub(r"(^    .*\n)+", "    …\n", told, flags=re.M)
    return re.sub(r"\nbecause\n.*", "\n…\n", told, flags=re.DOTALL)


def mended(clone: Path) -> None:
    """What the step before the last check asks for."""
    quiz = clone / "quizzes" / "my-first-quiz.yaml"
    text = quiz.read_text(encoding="utf-8")
    text = text.replace('"97140", key: true', '"97140"').replace('"97124",', '"97124", key: true,')
    quiz.write_text(text, encoding="utf-8")


def test_a_newcomer_sees_what_the_first_door_says(clone: Path, approve: Approve) -> None:
    codes = []

    def played(block: re.Match[str]) -> str:
        if path := block["path"]:
            (clone / path).write_text(block["body"], encoding="utf-8")
            return block[0]
        command = block["body"].splitlines()[0]
        if command == "$ rightcode check" and 1 in codes:
            mended(clone)
        done = CliRunner().invoke(app, command.split()[2:])
        assert isinstance(done.exception, SystemExit | None), done.exc_info
        codes.append(done.exit_code)
        return f"```console\n{command}\n{shortened(done.output)}```"

    text = BLOCK.sub(played, DOOR.read_text(encoding="utf-8"))
    assert codes == [0, 1, 0, 0], text
    approve(DOOR, text)


def test_the_page_is_where_the_first_door_leads(corpus: Corpus) -> None:
    address = address_of(page_of(corpus, "quizzes", "my-first-quiz"))
    assert f"<http://127.0.0.1:8000/{address}/>" in DOOR.read_text(encoding="utf-8")


def test_the_smallest_runs_name_tests_that_there_are() -> None:
    runs = re.findall(r"^    pytest (\S+) -k (\S+) ", DOOR.read_text(encoding="utf-8"), re.M)
    assert len(runs) >= 3
    for path, word in runs:
        folder = ROOT / path
        files = [folder] if folder.is_file() else folder.glob("*.py")
        cases = [one.name for one in (ROOT / "tests" / "broken").iterdir()]
        known = " ".join((*FORMATS, *KINDS, *cases)).split()
        assert word in known and any(files), (path, word)
