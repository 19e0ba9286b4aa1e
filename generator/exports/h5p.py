"""An H5P question set, content only: the libraries it names are those of the site that takes it.

Parameters as in the semantics.json of H5P.QuestionSet 1.20 and 1.21, H5P.MultiChoice 1.16,
H5P.Blanks 1.14 and H5P.DragText 1.10. A field of text takes no tag there, and one of HTML only
those that every library of these knows: paragraphs and emphasis, no tables, quotations or links.
The libraries spell the name of a field as the British do, and pass over one they do not know.
"""

import json
import uuid
from functools import partial
from typing import assert_never

from generator.exports.archives import archive
from generator.exports.limitations import as_entries, as_list, as_matching, collect, ties
from generator.exports.matching import matching
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ChoiceResponse,
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    NumberEntry,
    NumberField,
    Questions,
    SingleChoice,
    WordMarks,
)
from generator.exports.question_text import (
    explanation,
    inline,
    paragraphs,
    scenario,
    source_text,
)

QUESTION_SETS = (20, 21)
"""The editions of H5P.QuestionSet in use: a site takes a package for the one that it has."""
LIBRARIES = {
    "H5P.MultiChoice": (1, 16),
    "H5P.Blanks": (1, 14),
    "H5P.DragText": (1, 10),
}
SPECIAL = {ord("*"): "∗", ord("/"): "⁄", ord(":"): "꞉", ord("\\"): "＼"}
BUTTONS = {"enableRetry": True, "enableSolutionsButton": True, "enableCheckButton": True}
NAMES = uuid.UUID("6e7cfdf0-1d0c-5b43-9d5a-5f0c5a7c9a11")

Json = dict[str, object]


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.h5p` for the older edition of the question set, and `ID-1.21.h5p` for the other."""
    made = [(question, *_parameters(question, plan)) for question in questions]
    used = {library: LIBRARIES[library] for library in sorted({library for _, library, _ in made})}
    content = _written(_content(plan, [_question(*one, plan) for one in made]))
    packages = {}
    for edition in QUESTION_SETS:
        package = _package(plan, {"H5P.QuestionSet": (1, edition), **used})
        files = {"h5p.json": _written(package), "content/content.json": content}
        name = plan.id if edition == QUESTION_SETS[0] else f"{plan.id}-1.{edition}"
        packages[f"{name}.h5p"] = archive(files, plan.as_of, first=("h5p.json",))
    return packages


def _own(question: ExportQuestion) -> str | None:
    match question.response:
        case NumberEntry(parts) if any(part.wrong for part in parts):
            return (
                "feedback on each number and on likely wrong ones is in the feedback at the end"
                " of the question"
            )
        case ClaimForm(codes=codes) if any(
            set("*/:\\") & set(choice.text + choice.feedback) for choice in codes
        ):
            return (
                "stars, slashes, colons and backslashes beside the codes are shown by signs that"
                " look alike"
            )
        case MultipleChoice(choices) | WordMarks(choices=choices) if any(
            choice.free for choice in choices
        ):
            return "answers that count neither way count as wrong when chosen"
        case _:
            return None


def _heavier(question: ExportQuestion) -> str | None:
    match question.response:
        case NumberEntry(parts) if len(parts) > 1:
            points, part = len(parts), "number"
        case ClaimForm(codes) if len(codes) > 1:
            points, part = len(codes), "code"
        case _:
            return None
    return (
        f"weighs {points} points in the set, one for each {part}, where other questions weigh one"
    )


def _shown_plainly(question: ExportQuestion) -> str | None:
    rows = bool(question.table or question.exhibits)
    tables = "tables of the note are sentences; " if rows else ""
    return f"{tables}the sources are named without their links"


limitations = partial(
    collect,
    rules=(ties, as_matching, as_list, as_entries, _own, _heavier, _shown_plainly),
    carried=("pass mark", "when feedback is shown"),
)


def _written(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode(
        "utf-8", "replace"
    )


def _package(plan: Plan, used: dict[str, tuple[int, int]]) -> Json:
    return {
        "title": plan.title,
        "language": "en",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "en",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor}
            for name, (major, minor) in used.items()
        ],
    }


def _content(plan: Plan, questions: list[Json]) -> Json:
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
        "questions": questions,
        "disableBackwardsNavigation": False,
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": _gives_feedback(plan),
            "showRetryButton": plan.attempts != 1,
            "message": "Your result:",
        },
        "override": {
            "checkButton": plan.feedback == "at-once",
            "showSolutionButton": shown,
            "retryButton": shown,
        },
    }


def _question(question: ExportQuestion, library: str, parameters: Json, plan: Plan) -> Json:
    return {
        "library": f"{library} {LIBRARIES[library][0]}.{LIBRARIES[library][1]}",
        "subContentId": str(uuid.uuid5(NAMES, question.id)),
        "metadata": {"contentType": library, "license": "U", "title": question.title},
        "params": {**parameters, **_at_the_end(question, plan)},
    }


def _parameters(question: ExportQuestion, plan: Plan) -> tuple[str, Json]:
    stem, response = _stem(question), question.response
    match response:
        case NumberEntry(parts):
            return "H5P.Blanks", {
                "text": stem,
                "questions": ["".join(map(_blank, parts))],
                "behaviour": {**BUTTONS, "caseSensitive": False, "separateLines": False},
            }
        case ClaimForm():
            return "H5P.DragText", {"taskDescription": stem, **_drag(response, plan)}
        case ChoiceResponse():
            sort = "single" if isinstance(response, SingleChoice) else "multi"
            return "H5P.MultiChoice", {
                "question": stem,
                "answers": [_choice(choice, plan) for choice in response.choices],
                "behaviour": {
                    **BUTTONS,
                    "type": sort,
                    "singlePoint": True,
                    "randomAnswers": not question.fixed_order,
                    "showSolutionsRequiresInput": True,
                    "passPercentage": 100,
                },
            }
        case _:
            assert_never(response)


def _stem(question: ExportQuestion) -> str:
    """Tables as sentences, words to mark with their numbers in brackets."""
    asks = f"<p><strong>{inline(question.asks)}</strong></p>"
    return f"{paragraphs(scenario(question))}{asks}"


def _choice(choice: ExportChoice, plan: Plan) -> Json:
    feedback = f"<div>{inline(choice.feedback)}</div>" if _gives_feedback(plan) else ""
    return {
        "text": f"<div>{inline(choice.text)}</div>",
        "correct": choice.right,
        "tipsAndFeedback": {"tip": "", "chosenFeedback": feedback, "notChosenFeedback": ""},
    }


def _blank(part: NumberField) -> str:
    return f"<p>{inline(_literal(part.text))} *{'/'.join(map(str, part.right))}*</p>"


def _drag(form: ClaimForm, plan: Plan) -> Json:
    pairs = matching(form)
    lines = (
        f"{_literal(pair.text)} *{_literal(pair.right)}{_drop_feedback(pair.feedback, plan)}*"
        for pair in pairs.pairs
    )
    return {
        "textField": "\n".join(map(inline, lines)),
        "distractors": " ".join(f"*{_literal(wrong)}*" for wrong in pairs.wrong),
        "behaviour": {**BUTTONS, "instantFeedback": False},
    }


def _drop_feedback(feedback: str, plan: Plan) -> str:
    text = _literal(feedback)
    return f"\\+{text}\\-{text}" if _gives_feedback(plan) else ""


def _gives_feedback(plan: Plan) -> bool:
    return plan.feedback in ("at-once", "at-end")


def _literal(text: str) -> str:
    """With look-alikes for the signs that have no escape between stars."""
    return text.translate(SPECIAL)


def _at_the_end(question: ExportQuestion, plan: Plan) -> Json:
    if not _gives_feedback(plan):
        return {}
    own = []
    if isinstance(question.response, NumberEntry):
        own = [f"{label}: {text}" for label, text in question.response.feedback]
    sources = "; ".join(map(source_text, question.sources))
    listed = [f"Sources: {sources}."] if sources else []
    texts = (f"Right: {question.solution}.", *own, *explanation(question), *listed)
    plain = inline(" ".join(texts))  # escaped once: H5P does not escape an entity again
    return {"overallFeedback": [{"from": 0, "to": 100, "feedback": plain}]}
