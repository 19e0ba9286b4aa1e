"""Names are the field's or the craft's own: one thing a name, and none of the old idioms."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

FILES = sorted((ROOT / "generator").rglob("*.py"))
SCRIPTS = sorted(
    path for room in ("frontend", "assets") for path in (ROOT / "site_config" / room).rglob("*.js")
)
IDIOMS = frozenset(
    [
        "said",
        "told",
        "kept",
        "keep",
        "keeps",
        "keeping",
        "keeper",
        "laid",
        "lay",
        "laying",
        "lays",
        "mend",
        "mends",
        "mended",
        "mending",
        "works",
        "telling",
        "tell",
        "tells",
        "losing",
        "settling",
        "settle",
        "settled",
        "choosing",
        "parting",
        "parted",
        "standing",
        "knowing",
        "furnished",
        "blamed",
        "blame",
        "saying",
        "sureness",
        "way",
        "ways",
    ]
)
CONTRACTS = {
    "keep": "an option of commands",
    "tells": "a key of the YAML files",
    "tell_apart": "a key of the YAML files",
    "ways": "a key of the JSON that the browser reads",
    "rightcodeKept": "a name that a built script gives",
}
"""Idioms that stay where a file format or a command line says them, and why."""
BESIDE_NAMES = re.compile(
    r"""
      //[^\n]* | /\*.*?\*/  # comments
    | (["'`])(?:\\.|(?!\1).)*\1  # texts
    | (?:(?<=[=(,:!?&|\[])|(?<=return))\s*  # regular expressions
      /(?:\\.|\[(?:\\.|[^]\\])*\]|[^/\\\n[])+/
    """,
    re.VERBOSE | re.DOTALL,
)


def names_in(tree: ast.AST) -> Iterator[str]:
    """Every name that a module gives: definitions, parameters, variables, attributes."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def names_in_script(script: str) -> set[str]:
    """Every name in browser code but those of keys and of members of an object."""
    code = BESIDE_NAMES.sub(" ", script)
    return set(re.findall(r"(?<![\w$])(?<!(?<!\.\.)\.)([A-Za-z_$][\w$]*+)(?!\s*:)", code))


def words_of(name: str) -> set[str]:
    """`LineModifiers` and `line_modifiers` are `line` and `modifiers`."""
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def idioms_in(path: Path) -> set[str]:
    """The names of a module or script in which an old idiom stands."""
    text = path.read_text(encoding="utf-8")
    names = names_in(ast.parse(text)) if path.suffix == ".py" else names_in_script(text)
    return {name for name in names if words_of(name) & IDIOMS and name not in CONTRACTS}


def test_no_identifier_uses_an_old_idiom() -> None:
    found = {path.relative_to(ROOT).as_posix(): idioms_in(path) for path in FILES + SCRIPTS}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_word_list_sees_what_it_should() -> None:
    tree = ast.parse("def f(said):\n    class KeptLine: ...\n    self.told = laid_out = 1")
    hits = {name for name in names_in(tree) if words_of(name) & IDIOMS}
    assert hits == {"said", "KeptLine", "told", "laid_out"}
    script = "const {ways: told, at: laid} = (...keptLine) => row.kept; f({kept: 'said'}, /works/);"
    assert {name for name in names_in_script(script) if words_of(name) & IDIOMS} == {
        "told",
        "laid",
        "keptLine",
    }


def test_no_two_modules_have_one_name() -> None:
    places = defaultdict(list)
    for path in FILES:
        if path.name != "__init__.py":
            places[path.stem].append(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_the_architecture_page_names_what_exists() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:generator|site_config|content|quizzes|tests|docs)/[\w./-]*)`", page)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []
