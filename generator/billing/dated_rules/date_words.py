"""Days and ordinal numbers as sentences have them."""

from datetime import date


def day(value: date) -> str:
    """'5 October 2026'."""
    return f"{value.day} {value:%B %Y}"


def ordinal(number: int) -> str:
    """'1st', '2nd', '11th'."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def days(number: int) -> str:
    """'1 treatment day', 'no treatment days'."""
    return f"{number or 'no'} treatment day{'' if number == 1 else 's'}"
