"""Questions as the assignment builder loads them, one small script each.

All that Moodle XML, GIFT, CSV and paper are written from.

What a program would have to derive is given: the key in words, the explanation, and a claim as
pairs.
"""

from collections.abc import Mapping
from functools import partial

from generator.build.question_bank import call
from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.exports.matching import matching
from generator.exports.plain_text import explanation, facts, source_text
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    NumberEntry,
    Response,
    SingleChoice,
    WordMarks,
)
from generator.exports.question_conversion import questions
from generator.exports.table_rows import key_text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Quiz


def question_files(corpus: Corpus, cache: BuildCache = NO_CACHE) -> dict[str, bytes]:
    """`bank/questions/….js` by path, for every question of a corpus from which those held back are left out."""
    found: dict[str, bytes] = {}
    for quiz in corpus.quizzes.values():
        found |= cache.get_or_build(("questions", quiz.id), quiz, corpus, partial(_of_quiz, quiz))
    return found


def _of_quiz(quiz: Quiz, corpus: Corpus) -> dict[str, bytes]:
    told = questions(corpus, quiz.items)
    return {
        f"bank/questions/{question.id}.js": call(f"questions/{question.id}", portable(question))
        for question in told
    }


def portable(question: ExportQuestion) -> dict[str, object]:
    """A question as plain JSON."""
    table = question.table
    return {
        "id": question.id,
        "version": question.version,
        "digest": question.digest,
        "kind": question.kind,
        "title": question.title,
        "category": question.category,
        "payer": question.payer,
        "date": question.date.isoformat(),
        "facts": facts(question),
        "note": question.note,
        "statement": question.statement,
        "table": table and {"caption": table.caption, "head": table.head, "rows": table.rows},
        "turn": question.turn,
        "asks": question.asks,
        "response": _response(question.response),
        "solution": question.solution,
        "explanation": explanation(question),
        "sources": [(source_text(source), source.address) for source in question.sources],
        "tags": question.tags,
        "codes": question.codes,
        "objectives": question.objectives,
        "difficulty": question.difficulty,
        "key": key_text(question),
    }


def _response(response: Response) -> Mapping[str, object]:
    match response:
        case NumberEntry(parts, _, most):
            told = [
                {
                    "id": part.id,
                    "text": part.text,
                    "right": part.right,
                    "feedback": part.feedback,
                    "wrong": [(wrong.value, wrong.feedback) for wrong in part.wrong],
                }
                for part in parts
            ]
            return {
                "type": "numbers",
                "parts": told,
                "most": most,
                "ways": len(response.right_answers),
            }
        case ClaimForm(codes, modifiers, lines, most, ways):
            pairs = matching(response)
            told = [(pair.text, pair.right, pair.feedback) for pair in pairs.pairs]
            return {
                "type": "claim",
                "choices": [*map(_choice, codes)],
                "modifiers": modifiers,
                "lines": lines,
                "most": most,
                "pairs": told,
                "wrong": pairs.wrong,
                "answers": pairs.answers,
                "ways": len(ways),
            }
        case WordMarks(paragraphs, choices):
            noted = [
                [(piece.text, piece.choice) for piece in paragraph] for paragraph in paragraphs
            ]
            return {"type": "marks", "paragraphs": noted, "choices": [*map(_choice, choices)]}
        case _:
            return {
                "type": "single" if isinstance(response, SingleChoice) else "several",
                "choices": [*map(_choice, response.choices)],
            }


def _choice(choice: ExportChoice) -> Mapping[str, object]:
    return {
        "id": choice.id,
        "text": choice.text,
        "right": choice.right,
        "feedback": choice.feedback,
        **({"free": True} if choice.free else {}),
    }
