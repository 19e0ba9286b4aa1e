"""Findings as text, JSON, SARIF and HTML. Knows no rules."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from html import escape
from typing import Any, Literal
from urllib.parse import quote

from generator.fact_check.statement import Statement

Format = Literal["text", "json", "sarif", "html"]
KINDS = {
    "definition": "A code is given another code's meaning",
    "technique": "A service is given another service's code",
    "timing": "Time and units are told wrongly",
    "coverage": "Who may bill, or what is paid, is told wrongly",
    "pair": "Two codes on one day are told wrongly",
    "modifier": "A modifier is told wrongly",
    "threshold": "A figure is not that of its year or code",
    "invalid-code": "A code has ended or never was one",
}
SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0"
    " 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid"
    " #767676;padding:.4rem;text-align:left;vertical-align:top}q{font-style:italic}"
)


@dataclass(frozen=True)
class CheckedFile:
    """A file and its statements; `problem` where it could not be read."""

    file: str
    statements: tuple[Statement, ...] = ()
    problem: str = ""

    @property
    def wrong(self) -> tuple[Statement, ...]:
        """The statements that contradict the facts."""
        return tuple(statement for statement in self.statements if statement.verdict == "wrong")


def formatted(files: Sequence[CheckedFile], form: Format) -> str:
    """The findings of all files in one format."""
    match form:
        case "json":
            found = [_data(checked) for checked in files]
            return json.dumps(found[0] if len(found) == 1 else found, indent=2, ensure_ascii=False)
        case "sarif":
            return json.dumps(_sarif(files), indent=2, ensure_ascii=False)
        case "html":
            return _html(files)
        case _:
            return "\n".join(line for checked in files for line in _lines(checked))


def _data(checked: CheckedFile) -> dict[str, Any]:
    error = {"error": checked.problem} if checked.problem else {}
    return {"file": checked.file, "statements": list(map(asdict, checked.statements)), **error}


def _lines(checked: CheckedFile) -> list[str]:
    if checked.problem:
        return [f"{checked.file}: cannot be read: {checked.problem}"]
    lines = []
    for one in checked.wrong:
        right = f" Right: {one.right_code}." if one.right_code else ""
        lines.append(
            f"{checked.file}:{one.line}:{one.column}: wrong ({one.kind}): “{one.text}”\n   "
            f" {one.why}{right}\n    Sources: {', '.join(one.sources) or 'none'}"
        )
    return lines


def _sarif(files: Sequence[CheckedFile]) -> dict[str, Any]:
    rules = [{"id": kind, "shortDescription": {"text": text}} for kind, text in KINDS.items()]
    order = list(KINDS)
    results = [
        _result(checked.file, one, order.index(one.kind))
        for checked in files
        for one in checked.wrong
    ]
    unread = [
        {
            "level": "error",
            "message": {"text": checked.problem},
            "locations": _locations(checked.file),
        }
        for checked in files
        if checked.problem
    ]
    run = {
        "tool": {"driver": {"name": "rightcode fact-check", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": unread}],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(file: str, one: Statement, index: int) -> dict[str, Any]:
    region = {"startLine": one.line, "startColumn": one.column, "snippet": {"text": one.text}}
    return {
        "ruleId": one.kind,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": one.why},
        "locations": _locations(file, region=region),
        "partialFingerprints": {"statement/v1": _fingerprint(one)},
        "properties": {"code": one.code, "rightCode": one.right_code, "sources": list(one.sources)},
    }


def _fingerprint(one: Statement) -> str:
    """The same for a statement that only moved, so that tools know it again."""
    parts = "\n".join((one.kind, one.code or "", " ".join(one.text.split())))
    return sha256(parts.encode()).hexdigest()


def _locations(file: str, **region: Any) -> list[dict[str, Any]]:
    uri = quote(os.fsencode(file.replace("\\", "/")))
    return [{"physicalLocation": {"artifactLocation": {"uri": uri}, **region}}]


def _html(files: Sequence[CheckedFile]) -> str:
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fact'
        f" check</title><style>{STYLE}</style>"
    )
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body><h1>Fact check of statements'
        f" about billing codes</h1>\n{''.join(map(_section, files))}</body></html>"
    )


def _section(checked: CheckedFile) -> str:
    title = f"<h2>{escape(checked.file)}</h2>\n"
    if checked.problem:
        return f"{title}<p>Cannot be read: {escape(checked.problem)}</p>\n"
    if not checked.wrong:
        return f"{title}<p>No statement contradicts the facts.</p>\n"
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Place", "It says", "Kind", "Right code", "Why", "Sources")
    )
    rows = "".join(map(_table_row, checked.wrong))
    return f"{title}<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>\n"


def _table_row(one: Statement) -> str:
    cells = (
        f"{one.line}:{one.column}",
        f"<q>{escape(one.text)}</q>",
        one.kind,
        one.right_code or "",
        escape(one.why),
        escape(", ".join(one.sources)),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
