"""A JSON Schema for each kind of content file, so that editors complete and check while an author types."""

import json

from generator.load import KINDS

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, bytes]:
    """File name to JSON Schema, for every kind that is YAML. Made from the models alone."""
    return {f"{kind.name}.json": _schema(kind.name, kind.model) for kind in KINDS if kind.pattern.endswith(".yaml")}


def _schema(name: str, model: type) -> bytes:
    schema = {"$schema": ADDRESS, "title": f"RightCode {name}", **model.model_json_schema(by_alias=True)}
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
