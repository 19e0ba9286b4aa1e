"""Findings as text for people, JSON for programs, and annotations for code review.

Knows no rules.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from generator.findings import Finding

Format = Literal["text", "json", "github"]


def format_findings(findings: Sequence[Finding], form: Format) -> str:
    """The findings, a line each, as JSON or as annotations."""
    match form:
        case "json":
            return json.dumps(
                [{**asdict(finding.place), **_plain(finding)} for finding in findings],
                indent=2,
                ensure_ascii=False,
            )
        case "github":
            return "\n".join(map(_annotation, findings))
        case _:
            return "\n".join(map(_line, findings))


def _plain(finding: Finding) -> dict[str, str]:
    return {"severity": finding.severity, "code": finding.code, "sentence": finding.sentence}


def _line(finding: Finding) -> str:
    return f"{finding.place}: {finding.severity} {finding.code}: {finding.sentence}"


def _annotation(finding: Finding) -> str:
    place = finding.place
    sentence = finding.sentence.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return (
        f"::{finding.severity}"
        f" file={place.path},line={place.line},col={place.column},title={finding.code}::{sentence}"
    )
