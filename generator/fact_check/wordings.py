"""The wordings in which texts speak of the rules of the content, and turn them round."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from generator.authoring.yaml_reader import parse_yaml

PRINCIPLES = ("time", "records", "coverage", "claims", "people", "programs", "beliefs")
NAMED = re.compile(r"\{([a-z][a-z-]*)\}")
FOLD = re.compile(r"\n *")


@cache
def principles() -> list[dict[str, Any]]:
    """What is so or not so, with the patterns of the words that speak of it."""
    return [_entry(row) for name in PRINCIPLES for row in _read(name)]


@cache
def figures() -> list[dict[str, Any]]:
    """Figures of rules, with the patterns of the words that speak of them."""
    return [_entry(row) for row in _read("figures")]


@cache
def contrasts() -> list[dict[str, Any]]:
    """What tells codes of one kind apart: a pattern and the codes that it is said of."""
    return [
        {
            "name": row["name"],
            "rows": [[_pattern(part, _terms()), *map(str, codes)] for part, *codes in row["rows"]],
        }
        for row in _read("contrasts")
    ]


def _read(name: str) -> Any:
    path = f"{name}.yaml"
    return parse_yaml(path, files("generator.fact_check").joinpath("data", path).read_bytes()).data


@cache
def _terms() -> dict[str, str]:
    terms: dict[str, str] = {}
    for name, pattern in _read("terms").items():
        terms[name] = _pattern(pattern, terms)
    return terms


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    patterns: dict[str, Any] = {
        key: _pattern(row[key], _terms()) for key in ("claim", "unless", "who") if key in row
    }
    return {**row, **patterns, "about": [_pattern(part, _terms()) for part in row["about"]]}


def _pattern(text: str, terms: dict[str, str]) -> str:
    """A pattern in one line, its terms put in."""
    return NAMED.sub(lambda found: terms[found[1]], FOLD.sub("", text))
