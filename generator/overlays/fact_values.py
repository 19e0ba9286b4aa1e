"""The values of a fact as words, to set two of them side by side."""

from generator.authoring.yaml_reader import Keys
from generator.facts.base import Sourced

BESIDE = {"sources", "as_of", "effective", "confidence", "contested", "overridden"}
"""Who says so, when and how surely: shown with the source."""


def keys_in_words(keys: Keys) -> str:
    """`(note_must_show, 1)` as “note must show, entry 2”."""
    return ", ".join(
        f"entry {key + 1}" if isinstance(key, int) else str(key).replace("_", " ") for key in keys
    )


def values_in_words(fact: Sourced) -> dict[str, str]:
    """What a fact says beyond who says it, as words."""
    dumped = fact.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        name.replace("_", " "): _word(value)
        for name, value in dumped.items()
        if name not in BESIDE and value not in ("", [], {})
    }


def _word(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value == int(value):
            return str(int(value))
        case list():
            return ", ".join(map(_word, value))
        case dict():
            return "; ".join(f"{name} {_word(entry)}" for name, entry in value.items())
        case _:
            return str(value)
