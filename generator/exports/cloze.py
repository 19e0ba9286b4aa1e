"""Numbers to fill in, in the notation that Moodle calls cloze (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type)."""

from generator.exports.markup import inline
from generator.exports.portable_question import NumberEntry, NumberField

BRACE = {ord("{"): "&#123;", ord("}"): "&#125;"}
INSIDE = {ord(sign): f"&amp;#{ord(sign)};" for sign in "~{}\\"}


def cloze_html(stem: str, numbers: NumberEntry) -> str:
    """The stem with a line for each number; braces of the stem are no blanks."""
    lines = "".join(
        f"<p>{inline(part.text).translate(BRACE)}: {_blank(part)}</p>" for part in numbers.parts
    )
    return f"{stem.translate(BRACE)}{lines}"


def _blank(part: NumberField) -> str:
    right = [f"={value}:0#{_feedback(part.feedback)}" for value in part.right]
    wrong = [f"%0%{entry.value}:0#{_feedback(entry.feedback)}" for entry in part.wrong]
    return f"{{1:NUMERICAL:{'~'.join((*right, *wrong, f'%0%*#{_feedback(part.feedback)}'))}}}"


def _feedback(text: str) -> str:
    """Escaped twice: Moodle decodes entities once before it shows feedback as HTML."""
    return inline(text).replace("&", "&amp;").translate(INSIDE)
