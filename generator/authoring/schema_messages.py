"""Sentences about a file's shape, for people who write YAML and need not know Python."""

import re
from collections.abc import Sequence, Sized
from datetime import date

from pydantic_core import ErrorDetails

from generator.facts.base import CodeId, FactId, Keys, Reference
from generator.facts.rule_figures import WORDING
from generator.facts.tracks import ReadingId
from generator.findings import did_you_mean, listed, simplified

KEY = "[key]"
FEW_KINDS = 3
CURLY = "\u201c\u201d\u201e\u2018\u2019"
REASONS = {
    "sources": " with at least one id from content/sources.yaml",
    "as_of": ": the date as of which the source says so",
}
PATTERNS = {
    Reference.pattern: (
        "small letters and digits with single hyphens between them, such as 'massage-is-exercise'"
    ),
    WORDING: "a sentence's words with {n} for the figure once, such as 'every {n} days'",
    CodeId.pattern: 'a code such as "97124"',
    FactId.pattern: ("a register and a name in it, such as codes/97124 or edits/97140-97124"),
    ReadingId.pattern: (
        "a page as register and name, such as lessons/minutes-and-units or codes/97124"
    ),
    r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$": "a page's Markdown file, such as learn/payers.md",
    r"^\d{4}(-(0[1-9]|1[0-2]))?$": 'a year or month in quotes, such as "2026-04"',
    r"^[a-z][a-z_]*$": "small letters and underscores, such as 'ease_spasm'",
    r"^[a-z]+([_-][a-z0-9]+)*$": (
        "small letters with single hyphens or underscores between them, digits after the first word"
    ),
    r"^https://\S+$": "an address that starts with https://",
    r"^#[0-9a-fA-F]{6}$": 'a color of six hexadecimal digits in quotes, such as "#1f4e5f"',
    r"^[0-9a-f]{12}$": "the twelve-digit mark in quotes that `rightcode check` names",
    r"^[\w-][\w./-]*\.(svg|png)$": "the name of a file that ends in .svg or .png",
    r"^[A-Z]$": "one capital letter",
    r"^[A-Z0-9]{2}$": 'a modifier of two characters, such as GP or "59"',
    r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$": "an ICD-10-CM code, such as M54.2",
    r"^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$": "an ICD-10-CM code, such as M54.2",
    r"^\d{10}$": 'an NPI of ten digits in quotes, such as "1000000013"',
    r"^\d{1,5}\.\d\d$": 'dollars and cents in quotes, such as "48.00"',
    r"^([0-9]{1,3}|[A-Z][0-9]{1,2}|(M|MA|N)[0-9]+)$": (
        'the number of a reason or remark code, such as "97", B7 or N264'
    ),
}
EXPECTED = {
    "literal_error": "{expected}",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "string_too_long": "at most {max_length} characters",
    "tuple_type": "a list such as [a, b]",
    "model_type": "'key: value' lines",
    "dict_type": "'key: value' lines",
    "string_type": "text",
    "string_too_short": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}
MODELS = {
    "Range": "bounds such as {at_least: 2, at_most: 4}",
    "Period": "dates of service such as {from: 2026-01-01}",
}


def sentence(text: str) -> str:
    """`text` as a sentence."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else text + "."


def unknown_key(
    name: str, near: Sequence[str], free: Sequence[str], kinds: Sequence[str] = ()
) -> str:
    """A key that the model does not have; `free` are those that may still be added.

    `kinds` have it.
    """
    if re.search(r"[ .]", name):
        return (
            f"'{name}' is read as a key, since a comma ends a text within {{ }}; put the whole text"
            " in quotes."
        )
    if name == "hide" and "show" in free:
        return (
            "Unknown key 'hide'; 'show' leaves out whatever it does not list: write the codes,"
            " families, payers or tracks to show there."
        )
    hint = f"did you mean {listed(near, 'or')}? " if near else ""
    allowed = f"allowed here: {listed(free, 'and')}" if free else "no other key is allowed here"
    if 0 < len(kinds) <= FEW_KINDS:
        hint = f"it is of kind {listed(kinds, 'or')}. "
    text = f"{hint}{allowed[0].upper()}{allowed[1:]}" if hint else f"{allowed}; or remove it"
    return f"Unknown key '{name}'; {text}."


def unknown_choice(error: ErrorDetails) -> str:
    """A key that is none of those allowed."""
    near = _near(error["input"], _allowed(error))
    return sentence(f"Unknown key '{error['input']}'; write {error['ctx']['expected']}{near}")


def keyed_by_code(keys: Keys, value: object) -> str:
    """A list or a word where each entry's key is a code."""
    return (
        f"{_named(keys)} {_shown(value, None)}; each entry's key is the code itself, without"
        " 'codes': \"97124\": {text: …, sources: [source-id], as_of: 2026-04-01}."
    )


def not_together(names: Sequence[str]) -> str:
    """Keys of different members of a union."""
    return f"{listed(names, 'and')} do not stand together; keep one of them."


def missing(
    keys: Keys, names: Sequence[str], allowed: Sequence[str] = (), meaning: str = ""
) -> str:
    """A key, or one of several, that is missing; `allowed` are the values it chooses among."""
    if len(names) > 1:
        return f"{listed(names, 'or')} is missing; add one of them."
    described = REASONS.get(names[0]) or (meaning and f": {meaning}")
    reason = f": {listed(allowed, 'or')}" if allowed else described
    return sentence(f"{_named(keys)} is missing; add it{reason}")


def missing_tag(error: ErrorDetails, tags: Sequence[str]) -> str:
    """A union without the key that names its member."""
    return f"{error['ctx']['discriminator']} is missing; add it: {listed(tags, 'or')}."


def wrong_tag(error: ErrorDetails) -> str:
    """A union whose key names no member."""
    facts = error["ctx"]
    tags = re.findall(r"'([^']+)'", facts["expected_tags"])
    return sentence(
        f"{facts['discriminator']} is '{facts['tag']}'; write"
        f" {listed(tags, 'or')}{_near(facts['tag'], tags)}"
    )


def about_key(error: ErrorDetails) -> bool:
    """Whether a key itself is wrong rather than what stands under it."""
    return error["type"] == "invalid_key" or error["loc"][-1:] == (KEY,)


def wrong_value(keys: Keys, written: str | None, errors: Sequence[ErrorDetails]) -> str:
    """`errors` has one for each form that the value might have had."""
    error = errors[0]
    value = error["input"]
    if about_key(error):
        value, written = keys[-1], str(keys[-1])
    name = f"Key '{keys[-1]}'" if about_key(error) else _named(keys)
    if isinstance(value, str) and value[:1] in CURLY and len(value) > 1:
        return sentence(
            f"{name} is {value}, with the curly quotes of a word processor; write straight ones:"
            f' "{value.strip(CURLY)}"'
        )
    if read_as := _misread(value, written, errors):
        problem = f"{name} is {written}, which YAML reads as {read_as}"
        return sentence(f'{problem}; write it in quotes: "{written}"')
    match error["type"]:
        case "too_short":
            return sentence(
                f"{name} has {_entries(value)}; it needs at least {error['ctx']['min_length']}"
            )
        case "too_long":
            return sentence(
                f"{name} has {_entries(value)}; it takes at most {error['ctx']['max_length']}"
            )
    if isinstance(value, dict) and errors[0]["type"] == "tuple_type":
        return (
            f"{_named(keys)} is a list, and no dash begins its first entry; write"
            f" '- {next(iter(value), 'id')}: …', and the entry's other keys below this one."
        )
    wanted = " or ".join(dict.fromkeys(map(_expected, errors)))
    fits = "does not fit" if about_key(error) else _shown(value, written)
    return sentence(f"{name} {fits}; write {wanted}{_near_allowed(value, errors)}")


def _misread(value: object, written: str | None, errors: Sequence[ErrorDetails]) -> str | None:
    if written is None or not isinstance(value, bool | int | float | date):
        return None
    text_wanted = any(
        error["type"] in ("string_type", "invalid_key") or written in _allowed(error)
        for error in errors
    )
    date_wanted = any(error["type"].startswith("date") for error in errors)
    if not text_wanted or date_wanted:
        return None
    return (
        "yes or no"
        if isinstance(value, bool)
        else "a date"
        if isinstance(value, date)
        else "a number"
    )


def _expected(error: ErrorDetails) -> str:
    facts = error.get("ctx", {})
    match error["type"]:
        case "string_pattern_mismatch":
            return PATTERNS.get(facts["pattern"], f"text of the form {facts['pattern']}")
        case "model_type" if facts["class_name"] in MODELS:
            return MODELS[facts["class_name"]]
        case "string_type" if error["input"] is not None:
            return "text in quotes"
        case kind if kind.startswith("date"):
            return "a date such as 2026-04-01"
        case kind:
            return EXPECTED[kind].format(**facts) if kind in EXPECTED else error["msg"]


def _shown(value: object, written: str | None) -> str:
    if isinstance(value, list):
        return "is a list"
    if isinstance(value, dict):
        return "holds keys of its own"
    if value is None or value == "":
        return "is empty"
    shown = written if isinstance(written, str) else str(value)
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    return f"is '{shown}'" if isinstance(value, str) else f"is {shown}"


def _allowed(error: ErrorDetails) -> list[str]:
    return (
        re.findall(r"'([^']+)'", error["ctx"]["expected"])
        if error["type"] == "literal_error"
        else []
    )


def _near_allowed(value: object, errors: Sequence[ErrorDetails]) -> str:
    if not isinstance(value, str):
        return ""
    ids = any(error.get("ctx", {}).get("pattern") == Reference.pattern for error in errors)
    if ids and re.fullmatch(Reference.pattern, simplified(value)):
        return f"; here '{simplified(value)}'"
    return _near(value, [value for error in errors for value in _allowed(error)])


def _near(value: str, allowed: Sequence[str]) -> str:
    hint = did_you_mean(value, allowed, "")
    return hint and f"; {hint}"


def _named(keys: Keys) -> str:
    if not keys:
        return "the file"
    if isinstance(keys[-1], int):
        return f"entry {keys[-1] + 1} of {_named(keys[:-1])}"
    return f"'{keys[-1]}'"


def _entries(value: Sized) -> str:
    number = len(value)
    return f"{number} entry" if number == 1 else f"{number} entries"
