"""What is known to be right comes out clean: our own pages and facts."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.conftest import ROOT
from tests.fact_check.conftest import Check

TOLD_WRONG = {"belief", "says", "wrong", "situation", "why_believed", "words", "address", "title"}


def prose() -> list[Path]:
    return sorted([*(ROOT / "content").rglob("*.md"), *ROOT.glob("*.md")])


def test_our_own_pages_say_nothing_wrong(check: Check) -> None:
    wrong = [
        (path.name, one.line, one.text, one.why)
        for path in prose()
        for one in check(path.read_bytes(), path.name)
        if one.verdict == "wrong"
    ]
    assert wrong == []


def told(data: object) -> Iterator[str]:
    """Every text of a content file, save those that tell what is wrong."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from told(value) if key not in TOLD_WRONG else ()
    elif isinstance(data, list):
        for value in data:
            yield from told(value)
    elif isinstance(data, str) and len(data) > 25:
        yield data


def test_the_facts_themselves_say_nothing_wrong(check: Check) -> None:
    wrong = []
    for path in sorted((ROOT / "content").rglob("*.yaml")):
        for text in told(yaml.safe_load(path.read_text(encoding="utf-8"))):
            wrong += [
                (path.name, one.text, one.why)
                for one in check(text, "text.txt")
                if one.verdict == "wrong"
            ]
    assert wrong == []
