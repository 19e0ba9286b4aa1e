"""Identifiers that every edition takes: they begin with a letter, so a code needs one before it."""

RESPONSE, SCORE, FEEDBACK, SOLUTION = "RESPONSE", "SCORE", "FEEDBACK", "solution"
GENERAL = "general_fb"
"""Feedback whatever the answer, by the name that Canvas knows.

A cartridge keeps "solution" for another thing.
"""


def item_id(question: str) -> str:
    """A question."""
    return f"q-{question}"


def choice_id(choice: str) -> str:
    """A choice."""
    return f"c-{choice}"


def part_id(part: str) -> str:
    """The response to one number of several."""
    return f"UNITS-{part}"


def modifiers_id(row: str) -> str:
    """The response to the modifiers of a row."""
    return f"MODIFIERS-{row}"


def modifier_id(row: str, modifier: str) -> str:
    """A modifier in one row: identifiers do not repeat within an item."""
    return choice_id(f"{row}-{modifier}")


def wrong_id(part: str, value: int) -> str:
    """The feedback to a number that a mistake leads to."""
    return f"wrong-{part}-{value}"
