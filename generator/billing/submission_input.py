"""Text to a submission: a visit as `visit` takes it, with the claim beside it.

Every problem of both is named at its place.
"""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import ValidationError

from generator.authoring.schema_errors import schema_findings
from generator.authoring.size_limits import UnreadableFileError
from generator.authoring.yaml_reader import YamlSource, parse_yaml
from generator.billing.input_files import read
from generator.facts.corpus import Corpus
from generator.facts.submissions import (
    MOST_TYPED,
    ClaimSubmission,
    Envelope,
    SubmittedLine,
)
from generator.facts.visits import Visit
from generator.findings import Finding

KEYS = ("plan", "account", "claim")
LINE_KEYS = tuple(SubmittedLine.model_fields)
DEFAULT_CHARGE = 100
"""Dollars for a unit of a question's line, which has no charge."""


def read_submission(
    corpus: Corpus, path: str, raw: bytes, over: Mapping[str, object]
) -> ClaimSubmission:
    """The submission in `raw`; raises `UnreadableFileError` with all problems, sorted.

    `over` may name a `plan` instead of its own.
    """
    source = _beside(parse_yaml(path, raw), over)
    found: list[Finding] = [*_unknown_plan(corpus, source)]
    visit = envelope = None
    try:
        envelope = Envelope.model_validate(source.data)
    except ValidationError as problem:
        found += schema_findings(source, problem, Envelope)
    try:
        visit = read(corpus, Visit, path, raw)
    except UnreadableFileError as problem:
        found += problem.findings
    if found or visit is None or envelope is None:
        raise UnreadableFileError(*sorted(found))
    return ClaimSubmission(
        plan=envelope.plan, account=envelope.account, claim=envelope.claim, visit=visit
    )


def _beside(source: YamlSource, over: Mapping[str, object]) -> YamlSource:
    """Plan, account and claim of the file, or of the one question in it."""
    within = (0,) if isinstance(source.data, list) and len(source.data) == 1 else ()
    around = source.at(within)
    if not isinstance(around, dict):
        return replace(source, data=around)
    data = {**{key: around[key] for key in KEYS if key in around}, **over}
    if _is_question_claim(data.get("claim")):
        data["claim"] = {"lines": [_charged(line) for line in data["claim"]]}
    return replace(source, data=data, within=within)


def _is_question_claim(claim: object) -> bool:
    """Whether it is the list of lines that a question shows, without charges."""
    return isinstance(claim, list) and all(isinstance(line, dict) for line in claim)


def _charged(line: dict[str, object]) -> dict[str, object]:
    """What a claim has of a question's line, with a charge."""
    units = line.get("units")
    charge = DEFAULT_CHARGE * units if type(units) is int and 0 < units < MOST_TYPED else None
    return {"charge": charge, **{key: line[key] for key in LINE_KEYS if key in line}}


def _unknown_plan(corpus: Corpus, source: YamlSource) -> list[Finding]:
    name = source.at(("plan",))
    if not isinstance(name, str) or name in corpus.plans:
        return []
    known = ", ".join(sorted(corpus.plans))
    sentence = f"Unknown plan '{name}'; known are {known}."
    return [Finding(source.place(("plan",)), "V132", sentence)]
