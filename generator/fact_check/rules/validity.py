"""Codes that have ended, and numbers that are no code."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, found

MENTION = compiled(
    r"\b(?:delet\w+|replac\w+|invalid|no longer|not a code|not a valid|no such|does not"
    r" exist|doesn't exist|never existed|typo\w*|history|range|series|through|looks? like|example"
    r" of)\b"
)


def judge_validity(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """A code used as if it could be billed though it has ended or never was one."""
    if (
        reading.framed
        or reading.asked
        or reading.past
        or MENTION.search(reading.tagged.text)
        or reading.some_payers
    ):
        return
    for clause in reading.clauses:
        if clause.stance != "said":
            continue
        for code in clause.codes:
            fact = knowledge["codes"].get(code)
            if fact is None and _is_near(knowledge, code):
                yield found(
                    "wrong",
                    "invalid-code",
                    code,
                    f"Pattern 'no such code': {code} is no code in use; families: the content names"
                    " every code of that range.",
                    _sources(knowledge, code),
                )
            elif fact and fact["state"] == "deleted":
                yield _ended(knowledge, code, fact)


def _is_near(knowledge: Mapping[str, Any], code: str) -> bool:
    return any(first <= code <= last for first, last in knowledge["whole"])


def _ended(knowledge: Mapping[str, Any], code: str, fact: Mapping[str, Any]) -> Statement:
    new = [
        name
        for name in fact["replaced_by"]
        if knowledge["codes"].get(name, {}).get("state") == "active"
    ]
    until = f"could be reported until {fact['last']}" if fact["last"] else "has been deleted"
    after = f" Now {', '.join(new)}." if new else ""
    return found(
        "wrong",
        "invalid-code",
        code,
        f"Pattern 'deleted code': codes/{code} {until}.{after}",
        fact["sources"],
        new[0] if len(new) == 1 else None,
    )


def _sources(knowledge: Mapping[str, Any], code: str) -> list[str]:
    near = (name for name in sorted(knowledge["codes"]) if name[:3] == code[:3])
    return next((knowledge["codes"][name]["sources"] for name in near), [])
