"""A JSON Schema for each kind of content file, so that editors complete and check."""

import json

from pydantic import BaseModel

from generator.authoring.file_kinds import KINDS
from generator.billing.written_claims import CountedDay, WrittenClaim
from generator.facts.visits import Visit
from generator.overlays.overlay_files import OWN_KINDS
from generator.results.result_file import Result, SealedResult

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
INPUTS: dict[str, type[BaseModel]] = {"visit": Visit, "claim": WrittenClaim, "day": CountedDay}
RESULTS: dict[str, type[BaseModel]] = {"result": Result, "result-sealed": SealedResult}


def json_schemas() -> dict[str, bytes]:
    """File name to JSON Schema: of content that is YAML, of what commands read, of results."""
    kinds = (kind for kind in (*KINDS, *OWN_KINDS) if kind.pattern.endswith(".yaml"))
    models = {**{kind.name: kind.model for kind in kinds}, **INPUTS, **RESULTS}
    return {f"{name}.json": _schema(name, model) for name, model in models.items()}


def _schema(name: str, model: type[BaseModel]) -> bytes:
    schema = {
        "$schema": ADDRESS,
        "title": f"RightCode {name}",
        **model.model_json_schema(by_alias=True),
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
