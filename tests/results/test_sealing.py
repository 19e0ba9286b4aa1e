"""What is sealed for a class only its key opens, whichever side sealed it."""

import json
import os
from typing import Any

import pytest

from generator.questions.kinds.marking import Marking
from generator.results.result_error import ResultError
from generator.results.result_reader import read_all
from generator.results.sealing import (
    ClassKey,
    key_file,
    new_class_key,
    opener,
    read_class_key,
    seal,
)
from tests.results.made import result, right_response


@pytest.fixture(scope="module")
def key() -> dict[str, Any]:
    return new_class_key()


@pytest.fixture
def sound(keys: dict[str, Marking]) -> dict[str, Any]:
    return result(
        keys, "Zoë 😀 \u202e", {name: right_response(marking) for name, marking in keys.items()}
    )


def class_key(key: dict[str, Any]) -> ClassKey:
    return read_class_key(key_file(key))


def opened(sealed: dict[str, Any], *keys: ClassKey) -> str:
    """The learner's name, or what is wrong."""
    read, problems = read_all([("a", json.dumps(sealed).encode())], opener(keys))
    return read[0].result.learner.name if read else problems[0].sentence


def test_what_is_sealed_here_is_opened_here_and_in_the_browser(
    key: dict[str, Any], sound: dict[str, Any], in_javascript
) -> None:
    sealed = seal(key["public"], json.dumps(sound).encode(), os.urandom)
    assert "week-three" not in json.dumps(sealed)
    assert opened(sealed, class_key(key)) == sound["learner"]["name"]
    assert in_javascript("open", {"sealed": sealed, "key": key}) == sound


def test_what_the_browser_seals_is_opened_here(
    key: dict[str, Any], sound: dict[str, Any], in_javascript
) -> None:
    sealed = in_javascript("seal", {"result": sound, "public": key["public"]})
    assert set(sealed) == {"format", "version", "key", "ephemeral", "salt", "iv", "data"}
    assert opened(sealed, class_key(new_class_key()), class_key(key)) == sound["learner"]["name"]


def test_one_result_is_never_sealed_alike_twice(key: dict[str, Any]) -> None:
    one, other = (seal(key["public"], b"{}", os.urandom) for _ in range(2))
    assert not {one[part] for part in ("ephemeral", "salt", "iv", "data")} & {
        other[part] for part in ("ephemeral", "salt", "iv", "data")
    }


def test_another_key_or_none_is_told(key: dict[str, Any], sound: dict[str, Any]) -> None:
    sealed = seal(key["public"], json.dumps(sound).encode(), os.urandom)
    assert opened(sealed).startswith(f"It is sealed for the class key {key['key']}. Give")
    assert "the key given is another one" in opened(sealed, class_key(new_class_key()))


@pytest.mark.parametrize("part", ["ephemeral", "salt", "iv", "data"])
def test_one_sign_changed_and_it_does_not_open(
    key: dict[str, Any], sound: dict[str, Any], part: str
) -> None:
    sealed = seal(key["public"], json.dumps(sound).encode(), os.urandom)
    sealed[part] = ("B" if sealed[part][0] != "B" else "C") + sealed[part][1:]
    assert "changed or cut short" in opened(sealed, class_key(key))


def test_it_cannot_be_passed_off_as_another_class_s(key: dict[str, Any]) -> None:
    other = new_class_key()
    sealed = {**seal(key["public"], b"{}", os.urandom), "key": other["key"]}
    assert "changed or cut short" in opened(sealed, class_key(other))


@pytest.mark.parametrize(
    "change",
    [
        {"private": "A" * 43},
        {"public": new_class_key()["public"]},
        {"format": "x"},
        {"private": "short"},
    ],
)
def test_a_damaged_key_is_refused(key: dict[str, Any], change: dict[str, str]) -> None:
    with pytest.raises(ResultError, match="class key|at 'private'"):
        read_class_key(json.dumps({**key, **change}).encode())
