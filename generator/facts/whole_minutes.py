"""Minutes as a therapist's clock gives them; each refusal says what to write instead."""

import math
import re
from typing import Annotated, TypeGuard

from pydantic import BeforeValidator, Field

MINUTES_IN_A_DAY = 1440


def is_finite_number(value: object) -> TypeGuard[int | float]:
    """Whether it is a number, and neither a truth nor infinite."""
    return type(value) is int or (isinstance(value, float) and math.isfinite(value))


def _whole_minutes(value: object) -> object:
    """Whole minutes of a day."""
    if not is_finite_number(value):
        raise ValueError(f"'minutes' is {value!r}; {_number_in(value)}")
    if value < 0:
        raise ValueError(f"'minutes' is {value}; minutes cannot be negative")
    if value != int(value):
        raise ValueError(f"'minutes' is {value}; give whole minutes")
    if value > MINUTES_IN_A_DAY:
        raise ValueError(f"'minutes' is {int(value)}; a day has {MINUTES_IN_A_DAY}")
    return int(value)


def _number_in(value: object) -> str:
    """What to write in place of a text: the number in it where there is one."""
    number = re.match(r"\d{1,4}\b", value) if isinstance(value, str) else None
    if number is None:
        return "give a whole number of minutes"
    beside = "quotes" if number[0] == value else "words"
    return f"write the number alone, without {beside}: {number[0]}"


Minutes = Annotated[int, BeforeValidator(_whole_minutes), Field(ge=0, le=MINUTES_IN_A_DAY)]
