"""What a unit of a code stands for that is counted by an amount of its own."""

from typing import Literal

from pydantic import Field

from generator.facts.base import ALWAYS, Model, Period

Amount = Literal["minutes", "area_cm2", "data_days", "month_minutes"]
Span = Literal["day", "visit", "30-days", "calendar-month", "episode"]


class Measure(Model):
    """What one unit of a measured code stands for: so much of something within a span of time."""

    of: Amount
    size: int = Field(gt=0, description="amount in one unit: minutes, square centimeters or days")
    least: int = Field(
        gt=0,
        description=(
            "the smallest amount that earns a unit, beyond what the base code covers for an add-on"
        ),
    )
    first: int | None = Field(
        None, gt=0, description="the smallest amount that earns the first unit, where less does"
    )
    span: Span = "day"
    effective: Period = Field(ALWAYS, description="dates of service; for an earlier measure only")
