"""What is sealed for a class only its key opens."""

import json
from typing import Any

import pytest

from generator.questions.kinds.marking import Marking
from generator.results.gradebook import new_class_key
from generator.results.result_error import ResultError
from tests.results.core import scored, seal
from tests.results.made import result, right_response


@pytest.fixture(scope="module")
def key() -> dict[str, Any]:
    return new_class_key()


@pytest.fixture(scope="module")
def other_key() -> dict[str, Any]:
    return new_class_key()


@pytest.fixture(scope="module")
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(
        keys, "Zoë 😀 \u202e", {name: right_response(marking) for name, marking in keys.items()}
    )


@pytest.fixture
def sealed(key: dict[str, Any], sound: dict[str, Any]) -> dict[str, Any]:
    return seal(key["public"], sound)


def opened(sealed: dict[str, Any], *keys: dict[str, Any]) -> str:
    """The learner's name, or what is wrong."""
    found = scored([("a", json.dumps(sealed).encode())], {}, class_keys=keys)
    if found.problems:
        return found.problems[0].sentence
    (row,) = found.rows
    assert row.submission.sealed
    return row.submission.result.learner.name


def test_what_is_sealed_is_opened_whole(
    key: dict[str, Any],
    other_key: dict[str, Any],
    sound: dict[str, Any],
    sealed: dict[str, Any],
) -> None:
    assert "week-three" not in json.dumps(sealed)
    assert set(sealed) == {"format", "version", "key", "ephemeral", "salt", "iv", "data"}
    assert opened(sealed, other_key, key) == sound["learner"]["name"]
    one, same = (
        scored([("a", json.dumps(value).encode())], {}, class_keys=[key]).rows[0].submission
        for value in (sealed, sound)
    )
    assert one.digest == same.digest


def test_one_result_is_never_sealed_alike_twice(key: dict[str, Any], sound: dict[str, Any]) -> None:
    one, other = (seal(key["public"], sound) for _ in range(2))
    assert not {one[part] for part in ("ephemeral", "salt", "iv", "data")} & {
        other[part] for part in ("ephemeral", "salt", "iv", "data")
    }


def test_another_key_or_none_is_told(
    key: dict[str, Any], other_key: dict[str, Any], sealed: dict[str, Any]
) -> None:
    assert opened(sealed).startswith(f"It is encrypted for the class key {key['key']}. Give")
    assert "the key given is another one" in opened(sealed, other_key)


@pytest.mark.parametrize("part", ["ephemeral", "salt", "iv", "data"])
def test_one_sign_changed_and_it_does_not_open(
    key: dict[str, Any], sealed: dict[str, Any], part: str
) -> None:
    changed = {**sealed, part: ("B" if sealed[part][0] != "B" else "C") + sealed[part][1:]}
    assert "changed or cut short" in opened(changed, key)


def test_it_cannot_be_passed_off_as_another_class_s(
    other_key: dict[str, Any], sealed: dict[str, Any]
) -> None:
    assert "changed or cut short" in opened({**sealed, "key": other_key["key"]}, other_key)


@pytest.mark.parametrize("change", ["private", "public", "format", "short"])
def test_a_damaged_key_is_refused(
    key: dict[str, Any], other_key: dict[str, Any], sealed: dict[str, Any], change: str
) -> None:
    changes = {
        "private": {"private": "A" * 43},
        "public": {"public": other_key["public"]},
        "format": {"format": "x"},
        "short": {"private": "short"},
    }
    with pytest.raises(ResultError, match="class key"):
        opened(sealed, {**key, **changes[change]})
