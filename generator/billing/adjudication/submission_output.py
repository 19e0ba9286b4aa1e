"""A submission as the browser's payer reads it: the file of `rightcode adjudicate`, as JSON."""

import json
from decimal import Decimal

from generator.facts.submissions import ClaimSubmission

Json = dict[str, object]


def submission_json(submission: ClaimSubmission) -> Json:
    """A claim as the browser's payer reads it: dollars as numbers, without what happened."""
    written = submission.model_dump(by_alias=True, exclude_defaults=True)
    del written["visit"]["services"]
    return dict(json.loads(json.dumps(written, default=_written)))


def _written(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)
