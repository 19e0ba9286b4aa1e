"""Who issues a badge: a small YAML file of the issuer's own."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationError

from generator.authoring.schema_errors import schema_findings
from generator.authoring.size_limits import UnreadableFileError
from generator.authoring.yaml_reader import parse_yaml
from generator.facts.base import Model, Text
from generator.facts.web_address import read_address
from generator.results.result_error import ResultError


def _address(value: str) -> str:
    if not read_address(value):
        raise ValueError(f"'{value[:80]}' is no address; write https://…")
    return value


class Issuer(Model):
    """Who issues a badge."""

    name: Text
    url: Annotated[str, AfterValidator(_address)]
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None


def read_issuer(path: str, raw: bytes) -> Issuer:
    """Raises `ResultError` with the place and the remedy."""
    try:
        source = parse_yaml(path, raw)
        try:
            return Issuer.model_validate(source.data)
        except ValidationError as problem:
            raise UnreadableFileError(*schema_findings(source, problem, Issuer)) from None
    except UnreadableFileError as problem:
        first = problem.findings[0]
        raise ResultError(f"{first.place}: {first.sentence}") from None
