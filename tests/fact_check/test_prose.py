"""What is right comes out clean, and the two seed articles are marked where they are wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, SHARED
from tests.fact_check.conftest import Check

TOLD_WRONG = {"belief", "says", "wrong", "situation", "why_believed", "words", "address", "title"}
SEEDS = {
    "000_aca58c1c5e3b2fe1.txt": (
        {11, 19, 27, 35, 39, 43, 47, 71, 79, 85},
        {1, 3, 5, 7, 9, 13, 15, 17, 21, 23, 29, 31, 33, 45, 55, 63, 67},
    ),
    "001_fcdb0551a80c4049.txt": (
        {11, 13, 17, 21, 23, 27, 31, 35, 41, 43, 57, 59, 71, 83},
        {1, 3, 5, 7, 19, 29, 33, 45, 47, 49, 51, 63, 67, 73, 75, 79, 87, 93, 97},
    ),
}


def prose() -> list[Path]:
    return sorted([*(ROOT / "content").rglob("*.md"), *ROOT.glob("*.md")])


@pytest.mark.parametrize("path", prose(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_pages_say_nothing_wrong(check: Check, path: Path) -> None:
    assert [one for one in check(path.read_bytes(), path.name) if one.verdict == "wrong"] == []


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


@pytest.mark.parametrize("name", SEEDS)
def test_the_seed_articles_are_marked_where_they_are_wrong(check: Check, name: str) -> None:
    path = SHARED / "seeds" / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    marked = {one.line for one in check(path.read_bytes(), name) if one.verdict == "wrong"}
    wrong, right = SEEDS[name]
    assert wrong <= marked
    assert not marked & right


def test_the_wrong_code_of_the_second_seed_is_put_right(check: Check) -> None:
    path = SHARED / "seeds" / "001_fcdb0551a80c4049.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    found = [
        one
        for one in check(path.read_bytes(), path.name)
        if one.verdict == "wrong" and one.kind in ("definition", "technique")
    ]
    assert {one.right_code for one in found} == {"97110"}
