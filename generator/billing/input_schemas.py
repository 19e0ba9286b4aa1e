"""JSON Schemas of what the commands read: a visit, a claim, a day to count."""

import json

from pydantic import BaseModel

from generator.billing.written_claims import CountedDay, WrittenClaim
from generator.facts.visits import Visit

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
INPUTS: dict[str, type[BaseModel]] = {"visit": Visit, "claim": WrittenClaim, "day": CountedDay}


def input_schemas() -> dict[str, bytes]:
    """File name to JSON Schema, made from the models alone."""
    return {f"{name}.json": _schema(name, model) for name, model in INPUTS.items()}


def _schema(name: str, model: type[BaseModel]) -> bytes:
    schema = {
        "$schema": ADDRESS,
        "title": f"RightCode {name}",
        **model.model_json_schema(by_alias=True),
    }
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
