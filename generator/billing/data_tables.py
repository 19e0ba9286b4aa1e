"""The tables in data/, which the browser's engine reads too."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from generator.authoring.yaml_reader import parse_yaml


def read_table(name: str) -> Any:
    """The content of data/`name`.yaml."""
    path = f"{name}.yaml"
    return parse_yaml(path, files("generator.billing").joinpath("data", path).read_bytes()).data


MODIFIER_TABLE: dict[str, Any] = read_table("modifiers")
PAYMENT_TABLE: dict[str, Any] = read_table("payment")
DENIALS: Mapping[str, str] = PAYMENT_TABLE["denials"]


def denial_text(carc: str) -> str:
    """What a denial of that number (CARC) says, in our own words."""
    return f"CARC {carc}: {DENIALS[carc]}."
