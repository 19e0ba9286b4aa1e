"""TypeScript types and constants of what Python and the browser exchange."""

import json
import textwrap
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.billing.written_claims import CountedDay
from generator.build.question_scripts import BuilderQuestion
from generator.exports.table_files import FORMULA
from generator.fact_check.passages import Block
from generator.fact_check.statement import Statement
from generator.facts.visits import Visit
from generator.questions.kinds.marking import Marking, Score
from generator.results import limits
from generator.results.decisions import Decisions, Rescored
from generator.results.item_stats import Analysis
from generator.results.result_file import ClassKey, Result, SealedResult

PATH = "site_config/frontend/shared/schema_types.d.ts"
CONSTANTS_PATH = "site_config/frontend/shared/result_limits.js"
HEAD = """// deno-fmt-ignore-file
// deno-lint-ignore-file
/** Written by `rightcode schema` from generator/build/schema_types.py. */
"""
READ = (Result, SealedResult, Decisions, Rescored, ClassKey, Analysis, Visit, CountedDay)
WRITTEN = (Marking, Score, BuilderQuestion, Block, Statement)
WIDTH = 100
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}

Schema = Mapping[str, Any]


def schema_types() -> bytes:
    """The content of `PATH`; of what the browser writes, what has a default may be left out."""
    found: dict[str, str] = {}
    for model in (*READ, *WRITTEN):
        schema = TypeAdapter(model).json_schema(ref_template="{model}")
        for name, part in {**schema.get("$defs", {}), model.__name__: schema}.items():
            required = part["properties"] if model in WRITTEN else part.get("required", ())
            found[name] = "\n".join(_interface(name, part, required))
    return "\n".join((HEAD, *(text for _, text in sorted(found.items())))).encode()


def browser_constants() -> bytes:
    """The content of `CONSTANTS_PATH`: limits of results and the formula guard."""
    values = {name: value for name, value in vars(limits).items() if name.isupper()}
    lines = [f"export const {name} = {json.dumps(value)};" for name, value in values.items()]
    signs = json.dumps("".join(FORMULA))[1:-1].replace("-", r"\-")
    comment = "/** Written by `rightcode schema` from generator/results/limits.py. */"
    return "\n".join((comment, *lines, f"export const FORMULA = /^ *[{signs}]/;", "")).encode()


def _interface(name: str, schema: Schema, required: Collection[str]) -> Iterator[str]:
    yield from _comment(schema)
    yield f"export interface {name} {{"
    for key, part in schema["properties"].items():
        yield from (f"  {line}" for line in _comment(part))
        line = f"  {key}{'' if key in required else '?'}: {_type(part)};"
        yield line if len(line) <= WIDTH else line.replace(" | ", "\n    | ")
    yield "}\n"


def _comment(schema: Schema) -> Iterator[str]:
    if "description" in schema:
        comment = f"/** {' '.join(schema['description'].split())} */"
        yield from textwrap.wrap(comment, WIDTH - 2, subsequent_indent=" * ")


def _type(schema: Schema) -> str:  # noqa: PLR0911 - one case a keyword of JSON Schema
    match schema:
        case {"$ref": str(name)}:
            return name
        case {"anyOf": options}:
            return " | ".join(map(_type, options))
        case {"const": value}:
            return json.dumps(value)
        case {"enum": values}:
            return " | ".join(map(json.dumps, values))
        case {"type": "array", "prefixItems": items}:
            return f"[{', '.join(map(_type, items))}]"
        case {"type": "array"}:
            item = _type(schema.get("items", {}))
            return f"({item})[]" if "|" in item else f"{item}[]"
        case {"type": "object"}:
            return f"Record<string, {_type(schema.get('additionalProperties', {}))}>"
        case {"type": "null"}:
            return "null"
        case {"type": str(kind)}:
            return PLAIN[kind]
        case _:
            return "any"
