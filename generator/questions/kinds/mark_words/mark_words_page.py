"""What a note with words to mark shows."""

from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import AnswerView, OptionView
from generator.questions.kinds.mark_words.mark_words_key import asked_code
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.mark_words.note_spans import NoteSpan, pieces, spans

CARRIES = {
    "technique": "What was done.",
    "purpose": "What it was done for, which decides.",
    "minutes": "The minutes that become units.",
    "contact": "Who was with the patient, and how.",
    "separate": "What sets it apart from the other service.",
    "by": "Who did it.",
}
OTHER_SERVICE = "This belongs to another service of the visit."
NOT_ASKED = "It is needed on the claim, but it does not make the code what it is."
NOTHING = "No code rests on this."


@dataclass(frozen=True)
class NoteBody:
    """Paragraphs of the note as pieces, some of which can be marked."""

    paragraphs: tuple[tuple[NoteSpan, ...], ...]


def view(corpus: Corpus, item: MarkWords, key: Key) -> AnswerView[NoteBody]:
    """The note, its tied words to be marked."""
    code = asked_code(corpus, item)
    service = next(name.partition(".")[0] for name in sorted(key.right))
    options = tuple(_option(item, span, key, service) for span in spans(item.note))
    asked = "on which the line of" if item.asks == "line" else "on which the code"
    prompt = item.prompt or f"Mark the words {asked} {code} rests."
    plain = "".join(piece.text for piece in pieces(item.note))
    body = NoteBody(_paragraphs(item.note))
    return AnswerView(options, body, prompt=prompt, note=plain, note_inside=True)


def _option(item: MarkWords, span: NoteSpan, key: Key, service: str) -> OptionView:
    own = item.spans.get(span.tie)
    right = span.id in key.right
    feedback = own.feedback if own else _feedback(span, right, service)
    return OptionView(
        span.id,
        None,
        span.text,
        right,
        feedback,
        own.mistake if own else None,
        ruling="It carries the code." if right else "It does not.",
    )


def _feedback(span: NoteSpan, right: bool, service: str) -> str:
    if span.fact is None:
        return NOTHING
    name, fact = span.fact
    if right:
        return CARRIES.get(fact, f"The {fact.replace('_', ' ')}, which decides.")
    return NOT_ASKED if name == service else OTHER_SERVICE


def _paragraphs(note: str) -> tuple[tuple[NoteSpan, ...], ...]:
    """Cut at blank lines, with each piece left whole; ids are those of the whole note."""
    found: list[list[NoteSpan]] = [[]]
    for piece in pieces(note):
        first, *others = piece.text.split("\n\n") if not piece.tie else [piece.text]
        found[-1].append(NoteSpan(first, piece.tie, piece.id))
        found += [[NoteSpan(other)] for other in others]
    return tuple(tuple(paragraph) for paragraph in found)
