"""Every finding by its code: what it means, what to do, an example (findings.yaml)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from generator.authoring.yaml_reader import parse_yaml
from generator.findings import Severity

TABLE = "findings.yaml"
PAGE = "docs/findings.md"
GROUPS: Mapping[str, str] = {
    "Y": "YAML",
    "L": "Files and ids",
    "M": "Keys and values",
    "R": "References and names",
    "S": "Sources and slots",
    "D": "Dates",
    "E": "Edits and status letters",
    "U": "Units",
    "K": "Keys of questions",
    "I": "Item writing",
    "W": "Wording",
    "C": "Claims, misconceptions, coverage by questions",
    "T": "Lessons",
    "Q": "Words of the search",
    "P": "Templates",
    "A": "Assignments and tracks",
    "V": "Visits and claims given to a command",
    "O": "Overlays of a clinic",
    "X": "Tables imported from CMS",
}
HEAD = """\
# All findings

What `rightcode check` and other commands may say, by code. An error stops the build; a warning is
advice. `pytest tests/test_schema.py --update-golden` writes this page from
`generator/authoring/findings.yaml`.
"""


@dataclass(frozen=True)
class FindingRule:
    """What findings of one code mean and what to do; the example is one as it is printed."""

    code: str
    means: str
    remedy: str
    severity: Severity = "error"
    example: str | None = None


@lru_cache(maxsize=1)
def finding_rules() -> Mapping[str, FindingRule]:
    """Every rule by its code, in the order of the table."""
    raw = files("generator.authoring").joinpath(TABLE).read_bytes()
    table: Any = parse_yaml(TABLE, raw).data
    return {code: FindingRule(code, **entry) for code, entry in table.items()}


def finding_text(code: str) -> str | None:
    """What a code means, for a terminal; None for no code of ours."""
    rule = finding_rules().get(code.upper())
    if rule is None:
        return None
    lines = (f"{rule.code} ({rule.severity}): {rule.means}", f"What to do: {rule.remedy}")
    return "\n".join((*lines, *((f"For example: {rule.example}",) if rule.example else ())))


def findings_page() -> str:
    """The page of all findings, in Markdown."""
    return "\n".join((HEAD, *_sections()))


def _sections() -> Iterator[str]:
    for letter, rules in groupby(finding_rules().values(), key=lambda rule: rule.code[0]):
        yield f"## {GROUPS[letter]}\n"
        for rule in rules:
            yield f"### {rule.code}{' (warning)' if rule.severity == 'warning' else ''}\n"
            yield f"{rule.means} {rule.remedy}\n"
            if rule.example:
                yield f"```text\n{rule.example}\n```\n"
