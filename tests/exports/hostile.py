"""Questions whose every text is meant to do harm, or is hard to carry."""

import dataclasses

from generator.exports.portable_question import ExportQuestion

TEXTS = {
    "title",
    "category",
    "note",
    "statement",
    "asks",
    "solution",
    "reason",
    "text",
    "facts",
    "contested",
    "publisher",
    "feedback",
    "payer",
    "turn",
    "caption",
}
MARKUP = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> & &amp; ]]> \"double\" 'single' `tick`"
)
NOTATION = (
    "~a =b #c {d} :e: ::f:: \\g \\n -> //h $CATEGORY: i [html] %100% {1:NUMERICAL:=1:0} *j* /k/"
    ' #import "l" $m$ _n_ @o <p>q</p> [sound:r.mp3] {{c1::s}} [[t]]'
)
FORMULA = '=HYPERLINK("https://evil.example","x")'
SIGNS = "é ñ ü עברית العربية \u202eright-to-left\u202c 中文 😀 𝒳 \u2028 \xa0"
CONTROL = "a\x00b\x0bc\x1bd\ufffee"
ALL = {
    "markup": MARKUP,
    "notation": NOTATION,
    "formula": FORMULA,
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "tab": "\t=1",
    "signs": SIGNS,
    "control": CONTROL,
    "apostrophe": "'=1",
}


def spoilt(value: object, text: str) -> object:
    """The same question with `text` before every text of it that authors write."""
    if isinstance(value, tuple):
        return tuple(spoilt(entry, text) for entry in value)
    if not dataclasses.is_dataclass(value):
        return value
    changed = {
        field.name: _changed(field.name, getattr(value, field.name), text)
        for field in dataclasses.fields(value)
    }
    return dataclasses.replace(value, **changed)


def _changed(name: str, value: object, text: str) -> object:
    if name in TEXTS and isinstance(value, str):
        return f"{text} {value}"
    if (
        name in TEXTS
        and isinstance(value, tuple)
        and all(isinstance(entry, str) for entry in value)
    ):
        return tuple(f"{text} {entry}" for entry in value)
    return spoilt(value, text)


def question_with(question: ExportQuestion, text: str) -> ExportQuestion:
    return spoilt(question, text)


def hostile(question: ExportQuestion) -> ExportQuestion:
    """With all of it before every text."""
    return question_with(question, " ".join(ALL.values()))
