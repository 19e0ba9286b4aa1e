"""One step of a worked example: when or for what, and what is so."""

from dataclasses import dataclass
from typing import Literal

from generator.billing.outcomes import Reason

StepStatus = Literal["done", "due", "late", "open"]


@dataclass(frozen=True)
class ExampleStep:
    label: str
    reason: Reason
    status: StepStatus = "done"
