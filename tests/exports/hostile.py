"""Questions whose every text tries to be more than text."""

from dataclasses import fields, is_dataclass, replace

from generator.exports.question import Question

SIGNS = "<script>alert(1)</script> & \"q\" 'a' ]]> <!-- =cmd|'/c calc'!A1 {{x}} %s \u202eRTL\u202c \U0001f9d1\u200d\u2695\ufe0f é"
CONTROL = "\x08\x00"
KEPT = {"id", "kind", "digest", "choice", "code", "codes", "objectives", "quiz", "address", "modifiers"}
"""Names and addresses: an author's text never stands there."""


def hostile(question: Question) -> Question:
    """The same question with the signs behind every text."""
    return _spoilt(question)


def _spoilt(thing: object) -> object:
    match thing:
        case str():
            return f"{thing} {SIGNS}{CONTROL}"
        case tuple():
            return tuple(map(_spoilt, thing))
        case _ if is_dataclass(thing):
            return replace(thing, **{field.name: _spoilt(getattr(thing, field.name)) for field in fields(thing) if field.name not in KEPT})
        case _:
            return thing
