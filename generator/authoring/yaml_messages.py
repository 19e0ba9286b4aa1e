"""What a YAML parser complains of, in an author's words."""

PROBLEMS = {
    "mapping values are not allowed": "a second colon stands in this line; put the text in quotes.",
    "cannot start any token": (
        "nothing starts with this character; indent with spaces, and put text that starts with @ or"
        " ` in quotes."
    ),
    "another document": "a second document starts here; a file holds one, so remove the dashes.",
    "undefined alias": "text that starts with * needs quotes.",
    "a constructor for the tag": (
        "tags are not used here; remove it, or put text that starts with ! in quotes."
    ),
    "unexpected end of stream": "a quote is opened here and never closed; close it.",
    "did not find expected key": (
        "a key is expected here; check the indentation, and quotes inside quoted text."
    ),
}


def plain_message(problem: str) -> str:
    """What to change; the parser's own words where the complaint is a rare one."""
    return next(
        (words for part, words in PROBLEMS.items() if part in problem),
        f"{problem}. Check indentation, colons and quotes.",
    )
