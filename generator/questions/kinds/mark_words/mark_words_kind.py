"""Words of the note on which the code rests."""

from generator.authoring.yaml_reader import Keys
from generator.exports.portable_question import NotePiece, WordMarks
from generator.questions.kinds.answer_key import Key, labelled_as_mistakes
from generator.questions.kinds.answer_view import AnswerView
from generator.questions.kinds.export_choices import export_choices
from generator.questions.kinds.mark_words.mark_words_key import answers, derive, own_keys
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.mark_words.mark_words_page import NoteBody, view
from generator.questions.kinds.mark_words.note_spans import spans
from generator.questions.kinds.marking import right_options, score_marks
from generator.questions.kinds.option_kind import NO_RIGHT_OPTION, PlainKind
from generator.questions.kinds.question_kind import AnswerForm


class MarkWordsKind(PlainKind):
    """Words tied to the facts behind the code, and no others."""

    name = "mark-words"
    label = "Mark the words"
    model = MarkWords
    form: AnswerForm = "several"
    answers_at = "note"
    part = "note"
    mislabelled_message = "This option is right, so no mistake leads to it; remove 'mistake'."
    template = "mark_words/mark_words.jinja"
    derive = staticmethod(derive)
    answers = staticmethod(answers)
    own_keys = staticmethod(own_keys)
    view = staticmethod(view)
    score = staticmethod(score_marks)
    right_picks = staticmethod(right_options)

    def mislabelled(self, item: MarkWords, key: Key) -> tuple[Keys, ...]:
        """Mistakes named at words that carry the code."""
        return labelled_as_mistakes(answers(item), key.right)

    def unanswerable(self, item: MarkWords, key: Key) -> tuple[str, str] | None:
        """Facts that carry the code and to which no words are tied."""
        absent = " and ".join(sorted(key.right - {span.id for span in spans(item.note)}))
        if absent:
            return "note", (
                f"The code rests on {absent}, to which the note ties no words; write [[words|fact]]"
                " around them."
            )
        return None if key.right else ("note", NO_RIGHT_OPTION)

    def response(self, item: MarkWords, view: AnswerView[NoteBody]) -> WordMarks:
        """The note without line breaks, blanks at both ends of a piece kept."""
        paragraphs = tuple(
            tuple(NotePiece(span.text.replace("\n", " "), span.id or None) for span in paragraph)
            for paragraph in view.body.paragraphs
        )
        return WordMarks(paragraphs, export_choices(view))
