"""Result files of any origin to results.

What is damaged or hostile is refused with a sentence, and harms no other file.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from generator.results.limits import MAX_BYTES
from generator.results.result_error import ResultError
from generator.results.result_file import FORMAT, SEALED, VERSION, Result, SealedResult

Open = Callable[[SealedResult], bytes]
ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Submission:
    """A result and where it came from.

    `digest` tells copies from originals, whatever the spacing of the file.
    """

    source: str
    result: Result
    digest: str
    sealed: bool = False


@dataclass(frozen=True)
class ReadProblem:
    """A file that could not be read, and why."""

    source: str
    sentence: str


def read_all(
    files: Iterable[tuple[str, bytes]], opened: Open
) -> tuple[tuple[Submission, ...], tuple[ReadProblem, ...]]:
    """Every file that can be read, in the order given, and what is wrong with the others."""
    read, wrong = [], []
    for source, raw in files:
        try:
            read.append(read_result(source, raw, opened))
        except ResultError as problem:
            wrong.append(ReadProblem(source, str(problem)))
    return tuple(read), tuple(wrong)


def read_result(source: str, raw: bytes, opened: Open) -> Submission:
    """Raises `Refused`. `opened` gives the text of a sealed one."""
    value = parse(raw)
    sealed = value.get("format") == SEALED
    if sealed:
        value = parse(opened(validated(SealedResult, value)))
    return read_value(source, value, sealed)


def read_value(source: str, value: dict[str, Any], sealed: bool = False) -> Submission:
    """What a file or a store holds as a result; raises `Refused`."""
    _check_kind(value)
    result = validated(Result, value)
    return Submission(
        source, result, hashlib.sha256(result.model_dump_json().encode()).hexdigest(), sealed
    )


def parse(raw: bytes) -> dict[str, Any]:
    """A JSON object; raises `Refused`."""
    if len(raw) > MAX_BYTES:
        raise ResultError(f"It is larger than {MAX_BYTES // 1_000_000} MB, which no result is.")
    if not raw.strip():
        raise ResultError("It is empty. Ask for it again.")
    try:
        value = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise ResultError(
            "It is not text in UTF-8, so no result file. Ask for the file that the page saved."
        ) from None
    except (ValueError, RecursionError):
        raise ResultError(
            "It is no JSON, or cut short. Ask for the file that the page saved."
        ) from None
    if not isinstance(value, dict):
        raise ResultError("It is JSON, but no result file.")
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _check_kind(value: dict[str, Any]) -> None:
    if value.get("format") != FORMAT:
        raise ResultError("It is JSON, but no result file: its 'format' is not 'rightcode-result'.")
    if type(value.get("version")) is not int:
        raise ResultError("It is damaged or was changed by hand, at 'version'.")
    if value["version"] > VERSION:
        raise ResultError(
            f"It was written by a newer version ({value['version']}); this one reads {VERSION}."
            " Update RightCode."
        )


def validated(model: type[ModelT], value: object) -> ModelT:
    """`value` as a model; raises `Refused` with the first thing that is amiss."""
    try:
        return model.model_validate(value)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        place = " ".join(str(step + 1) if isinstance(step, int) else step for step in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise ResultError(
            f"It is damaged or was changed by hand, at '{place}': {message}."
        ) from None
