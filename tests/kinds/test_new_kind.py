"""A kind of question is one folder and one line of the registry."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, FileSystemLoader

from generator.authoring.loader import LoadedContent, load
from generator.checks import check
from generator.exports import gift
from generator.exports.question_conversion import quiz_export
from generator.facts.quizzes import Item
from generator.pages.question_view import question_views
from generator.pages.renderer import render_question
from generator.pages.template_environment import environment
from generator.questions.keys import derive_key
from generator.questions.kinds.registry import KINDS, with_kind
from generator.results.answer_marking import markings
from tests.conftest import ROOT
from tests.kinds.true_false.true_false_kind import TrueFalseKind

FOLDER = Path(__file__).parent
QUIZ, PATH = FOLDER / "true_false" / "true_false.yaml", "quizzes/true-false.yaml"


@pytest.fixture
def loaded(
    base_files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[LoadedContent]:
    """The small project with a question of a kind that the registry has for this test alone."""
    templates = environment()
    assert templates.loader
    loader = ChoiceLoader([templates.loader, FileSystemLoader(FOLDER)])
    monkeypatch.setattr(templates, "loader", loader)
    with with_kind(TrueFalseKind()):
        yield load({**base_files, PATH: QUIZ.read_bytes()})


@pytest.fixture
def item(loaded: LoadedContent) -> Item:
    return loaded.corpus.items["massage-is-timed"]


def test_it_is_read_from_yaml_and_checked(loaded: LoadedContent) -> None:
    assert loaded.findings == ()
    assert [found for found in check(loaded.corpus) if found[0].path == PATH] == []


def test_a_wrong_key_of_the_author_is_found(base_files: Mapping[str, bytes]) -> None:
    wrong = QUIZ.read_text(encoding="utf-8").replace("key: true", "key: false")
    with with_kind(TrueFalseKind()):
        corpus = load({**base_files, PATH: wrong.encode()}).corpus
        [sentence] = [text for spot, _, text in check(corpus) if spot.path == PATH]
    assert "Correct the option" in sentence


def test_it_is_keyed(loaded: LoadedContent, item: Item) -> None:
    assert derive_key(loaded.corpus, item).right == {"true"}


def test_it_is_shown_by_its_own_template(loaded: LoadedContent, item: Item) -> None:
    [question] = question_views(loaded.corpus, (item,))
    html = render_question(loaded.corpus, question, "practice/true-false.md")
    assert "<legend>True or false? Massage is timed.</legend>" in html
    assert 'data-option="true" data-right="true"' in html


def test_it_is_exported(loaded: LoadedContent) -> None:
    exported, plan = quiz_export(loaded.corpus, loaded.corpus.quizzes["true-false"])
    [text] = gift.export(exported, plan).values()
    assert "=True" in text.decode()
    assert "~False" in text.decode()


def test_it_has_what_the_browser_scores_by(loaded: LoadedContent, item: Item) -> None:
    """tests/js/results/scoring.test.js scores one."""
    marking = markings(loaded.corpus, [item.id])[item.id]
    assert [(option.id, option.right) for option in marking.options] == [
        ("true", True),
        ("false", False),
    ]


def test_it_is_gone_after_the_test(base_files: Mapping[str, bytes]) -> None:
    assert "true-false" not in KINDS
    [finding] = load({**base_files, PATH: QUIZ.read_bytes()}).findings
    assert "true-false" in finding.sentence


@cache
def strings_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    values = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in values if isinstance(value, str)}


@pytest.mark.parametrize("name", [name for name in KINDS if "-" in name])
def test_a_kind_is_named_in_its_own_folder_alone(name: str) -> None:
    """Kinds of one word, such as `units`, are words of other things too."""
    modules = (ROOT / "generator").rglob("*.py")
    naming = {path.parent.name for path in modules if name in strings_in(path)}
    assert naming == {name.replace("-", "_")}
