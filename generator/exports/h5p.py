"""An H5P question set, content only: the libraries it names are those of the site that takes it.

Parameters as in the semantics.json of H5P.QuestionSet 1.20, H5P.MultiChoice 1.16, H5P.Blanks 1.14
and H5P.DragText 1.10.
"""

import json
import uuid
from collections.abc import Iterator, Sequence
from typing import assert_never

from generator.exports import common_limitations
from generator.exports.archives import archive
from generator.exports.limitations import Limitation
from generator.exports.markup import explanation_html, inline, paragraphs, stem_html
from generator.exports.matching import matching
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    SingleChoice,
    WordMarks,
)

LIBRARIES = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.Blanks": (1, 14),
    "H5P.DragText": (1, 10),
}
SPECIAL = {ord("*"): "∗", ord("/"): "⁄", ord(":"): "꞉", ord("\\"): "＼"}
NAMES = uuid.UUID("6e7cfdf0-1d0c-5b43-9d5a-5f0c5a7c9a11")

Json = dict[str, object]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    files = {
        "h5p.json": _written(_package(questions, plan)),
        "content/content.json": _written(_content(questions, plan)),
    }
    return {f"{plan.id}.h5p": archive(files, plan.as_of, first=("h5p.json",))}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    parts = (
        common_limitations.ties,
        common_limitations.as_matching,
        common_limitations.as_list,
        _own,
    )
    return (
        *common_limitations.terms(plan, ("pass mark", "when feedback is shown")),
        *(loss for question in questions for part in parts for loss in part(question)),
    )


def _own(question: ExportQuestion) -> Iterator[Limitation]:
    match question.response:
        case NumberEntry(parts=parts) if any(part.wrong for part in parts):
            yield Limitation(
                question.id,
                "feedback on each number and on likely wrong ones stands in the feedback at the end"
                " of the question",
            )
        case ClaimForm(codes=codes) if any(
            set("*/:\\") & set(choice.text + choice.feedback) for choice in codes
        ):
            yield Limitation(
                question.id,
                "stars, slashes, colons and backslashes beside the codes are shown by signs that"
                " look alike",
            )
        case MultipleChoice(choices) | WordMarks(choices=choices) if any(
            choice.free for choice in choices
        ):
            yield Limitation(
                question.id, "answers that count neither way count as wrong when chosen"
            )
        case _:  # nothing more is lost
            return


def _written(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode(
        "utf-8", "replace"
    )


def _package(questions: Sequence[ExportQuestion], plan: Plan) -> Json:
    used = ["H5P.QuestionSet", *sorted({_library(question) for question in questions})]
    return {
        "title": plan.title,
        "language": "en",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "en",
        "preloadedDependencies": [
            {
                "machineName": name,
                "majorVersion": LIBRARIES[name][0],
                "minorVersion": LIBRARIES[name][1],
            }
            for name in used
        ],
    }


def _content(questions: Sequence[ExportQuestion], plan: Plan) -> Json:
    shown = "on" if plan.feedback == "at-once" else "off"
    intro = {
        "showIntroPage": bool(plan.instructions),
        "startButtonText": "Start",
        "title": inline(plan.title),
        "introduction": paragraphs([plan.instructions]),
    }
    return {
        "introPage": intro,
        "progressType": "dots",
        "passPercentage": 50 if plan.pass_mark_percent is None else plan.pass_mark_percent,
        "randomQuestions": plan.shuffled,
        "questions": [_question(question, plan) for question in questions],
        "disableBackwardsNavigation": False,
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": plan.feedback in ("at-once", "at-end"),
            "showRetryButton": plan.attempts != 1,
            "message": "Your result:",
        },
        "override": {
            "checkButton": plan.feedback == "at-once",
            "showSolutionButton": shown,
            "retryButton": shown,
        },
    }


def _library(question: ExportQuestion) -> str:
    match question.response:
        case NumberEntry():
            return "H5P.Blanks"
        case ClaimForm():
            return "H5P.DragText"
        case SingleChoice() | MultipleChoice() | WordMarks():
            return "H5P.MultiChoice"
        case _:
            assert_never(question.response)


def _question(question: ExportQuestion, plan: Plan) -> Json:
    name = _library(question)
    parameters = {"H5P.Blanks": _blanks, "H5P.DragText": _drag, "H5P.MultiChoice": _multiple}[name](
        question, plan
    )
    return {
        "library": f"{name} {LIBRARIES[name][0]}.{LIBRARIES[name][1]}",
        "subContentId": str(uuid.uuid5(NAMES, question.id)),
        "metadata": {"contentType": name, "license": "U", "title": question.title},
        "params": parameters,
    }


def _multiple(question: ExportQuestion, plan: Plan) -> Json:
    single = isinstance(question.response, SingleChoice)
    marks = isinstance(question.response, WordMarks)
    return {
        "question": stem_html(question),
        "answers": [_choice(choice, plan) for choice in question.response.choices],
        **_at_the_end(question, plan),
        "behaviour": {
            "type": "auto",
            "singlePoint": False,
            "randomAnswers": single or not (question.fixed_order or marks),
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "showSolutionsRequiresInput": True,
            "passPercentage": 100,
            "singleAnswer": single,
        },
    }


def _choice(choice: ExportChoice, plan: Plan) -> Json:
    told = f"<div>{inline(choice.feedback)}</div>" if plan.feedback in ("at-once", "at-end") else ""
    return {
        "text": f"<div>{inline(choice.text)}</div>",
        "correct": choice.right,
        "tipsAndFeedback": {"tip": "", "chosenFeedback": told, "notChosenFeedback": ""},
    }


def _blanks(question: ExportQuestion, plan: Plan) -> Json:
    lines = [
        f"<p>{inline(_literal(part.text))} *{'/'.join(map(str, part.right))}*</p>"
        for part in question.response.parts
    ]
    return {
        "text": stem_html(question),
        "questions": ["".join(lines)],
        **_at_the_end(question, plan),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "caseSensitive": False,
            "separateLines": False,
        },
    }


def _drag(question: ExportQuestion, plan: Plan) -> Json:
    pairs = matching(question.response)
    lines = [
        f"{_literal(pair.text)} *{_literal(pair.right)}{_told(pair.feedback, plan)}*"
        for pair in pairs.pairs
    ]
    return {
        "taskDescription": stem_html(question),
        "textField": "\n".join(map(inline, lines)),
        "distractors": " ".join(f"*{_literal(wrong)}*" for wrong in pairs.wrong),
        **_at_the_end(question, plan),
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "instantFeedback": False,
        },
    }


def _told(feedback: str, plan: Plan) -> str:
    return (
        f"\\+{_literal(feedback)}\\-{_literal(feedback)}"
        if plan.feedback in ("at-once", "at-end")
        else ""
    )


def _literal(text: str) -> str:
    """Stars, slashes, colons and backslashes mean something between stars and have no escape there.

    Look-alikes stand in for them.
    """
    return text.translate(SPECIAL)


def _at_the_end(question: ExportQuestion, plan: Plan) -> Json:
    if plan.feedback not in ("at-once", "at-end"):
        return {}
    own = []
    if isinstance(question.response, NumberEntry):
        own = [f"{part.text}: {part.feedback}" for part in question.response.parts]
        own += [
            f"{part.id} × {wrong.value}: {wrong.feedback}"
            for part in question.response.parts
            for wrong in part.wrong
        ]
    told = f"{paragraphs([f'Right: {question.solution}.', *own])}{explanation_html(question)}"
    return {"overallFeedback": [{"from": 0, "to": 100, "feedback": told}]}
