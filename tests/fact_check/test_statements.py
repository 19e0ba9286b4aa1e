"""The labeled statements: complete, unlike each other, and fair.

Each file is one invented site. Strangers to the checker wrote its sentences by hand and labeled
them by the facts. Half are right, so that a checker that flags everything scores no better than
one that flags nothing. The silent files hold true passages in the manner of official text.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "statements"
SEEN = sorted(FOLDER.glob("seen-*.yaml"))
SILENT = sorted(FOLDER.glob("silent-*.yaml"))
CONTENT = Path(__file__).parents[2] / "content"
REQUIRED = {"text", "verdict", "kind", "form", "template", "why"}
OPTIONAL = {"code", "right"}
KINDS = {
    "meaning",
    "timing",
    "attendance",
    "number",
    "threshold",
    "pair",
    "modifier",
    "coverage",
    "who",
    "validity",
    "mue",
    "assistants",
    "telehealth",
    "plan-of-care",
    "body-system",
    "method",
    "minutes",
    "caregiver",
    "interchange",
    "eval-level",
    "documentation",
}
FORMS = {
    "sentence",
    "list",
    "table",
    "heading",
    "question",
    "faq",
    "definition",
    "pronoun",
    "respectively",
    "comparison",
    "negation",
    "parenthesis",
    "two-codes",
    "range",
    "code-first",
    "code-last",
    "markdown",
    "html",
}
LEAST_PER_KIND = 8
MOST_LINES = 300
NAMED_FACT = re.compile(r"\b(codes|rules)/([\w-]+)")
CODE = re.compile(r"(?:[A-Z]\d{4}|\d{5})\Z")


@cache
def read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def statements() -> list[dict[str, Any]]:
    return [each for path in SEEN for each in read(path)["statements"]]


def plain(text: str) -> str:
    return " ".join(text.split()).lower()


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_every_statement_is_complete(path):
    document = read(path)
    assert set(document) == {"site", "manner", "statements"}
    for each in document["statements"]:
        assert set(each) >= REQUIRED and set(each) <= REQUIRED | OPTIONAL, each
        assert each["text"].strip() and each["verdict"] in ("wrong", "right"), each
        assert each["kind"] in KINDS and each["form"] in FORMS, each


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_codes_and_facts_named_are_real(path):
    for each in read(path)["statements"]:
        assert all(CODE.match(each[key]) for key in OPTIONAL & set(each)), each
        assert each.get("code", "") in each["text"], each
        assert "right" not in each or each["verdict"] == "wrong", each
        for folder, name in NAMED_FACT.findall(each["why"]):
            assert (CONTENT / folder / f"{name}.yaml").exists(), each


def test_no_site_and_no_text_occurs_twice():
    sites = Counter(read(path)["site"] for path in SEEN + SILENT)
    texts = Counter(plain(each["text"]) for each in statements())
    texts.update(plain(each["text"]) for path in SILENT for each in read(path)["passages"])
    assert [name for name, times in (sites + texts).items() if times > 1] == []


def test_half_are_right_and_every_kind_occurs():
    verdicts = Counter(each["verdict"] for each in statements())
    kinds = Counter(each["kind"] for each in statements())
    assert verdicts["right"] >= verdicts["wrong"]
    assert verdicts["wrong"] >= len(statements()) * 0.45
    assert {kind for kind in KINDS if kinds[kind] < LEAST_PER_KIND} == set()


def test_every_form_occurs():
    assert {each["form"] for each in statements()} == FORMS


@pytest.mark.parametrize("path", SILENT, ids=lambda path: path.stem)
def test_every_passage_is_complete(path):
    document = read(path)
    assert set(document) == {"site", "manner", "passages"}
    assert all(
        set(each) == {"text", "form"} and each["text"].strip() for each in document["passages"]
    )
    assert {each["form"] for each in document["passages"]} <= FORMS


@pytest.mark.parametrize("path", SEEN + SILENT, ids=lambda path: path.stem)
def test_files_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
