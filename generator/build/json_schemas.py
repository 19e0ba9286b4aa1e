"""A JSON Schema for each kind of content file, so that editors complete and check."""

import json

from pydantic import BaseModel

from generator.authoring.file_kinds import KINDS
from generator.billing.input_schemas import input_schemas
from generator.overlays.overlay_files import OWN_KINDS
from generator.results.result_file import Result, SealedResult

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def json_schemas() -> dict[str, bytes]:
    """JSON Schemas by file name: of YAML files, results, and what the billing commands read."""
    content = {
        f"{kind.name}.json": _schema(kind.name, kind.model)
        for kind in (*KINDS, *OWN_KINDS)
        if kind.pattern.endswith(".yaml")
    }
    results = {
        "result.json": _schema("result", Result),
        "result-sealed.json": _schema("result-sealed", SealedResult),
    }
    return {**content, **input_schemas(), **results}


def _schema(name: str, model: type[BaseModel]) -> bytes:
    schema = {
        "$schema": ADDRESS,
        "title": f"RightCode {name}",
        **model.model_json_schema(by_alias=True),
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
