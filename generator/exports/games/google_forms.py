"""Google Forms: a script for script.google.com that builds the quiz, since Forms imports no file.

Calls by https://developers.google.com/apps-script/reference/forms (read 2026-11-30). Forms grades
all or nothing, and has no key for typed answers from a script: one number is picked from a list.
"""

import json
from functools import partial
from pathlib import Path

from generator.exports.games.game_layout import GameLayout, mixed, one_line
from generator.exports.limitations import (
    as_entries,
    as_list,
    mixed_answers,
    ties,
    uncounted_answers,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ExportQuestion,
    NumberEntry,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import explanation, scenario, source_text, xml_text

LAYOUT = GameLayout("Google Forms", several=True, numbers=True)
SCRIPT = Path(__file__).with_name("build_form.gs")
PER_FORM = 50
"""A script may run six minutes, and each question takes it some seconds."""


def together(_question: ExportQuestion) -> str:
    """There is one feedback for right answers, one for wrong ones."""
    return "feedback on each answer and the reasons are shown together, whatever was answered"


limitations = partial(
    LAYOUT.limitations,
    rules=(together, as_entries, as_list, mixed_answers, ties, uncounted_answers),
)


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-google-forms.gs`, or one with a number for every fifty questions."""
    inside = LAYOUT.fitting(questions)
    forms = [inside[at : at + PER_FORM] for at in range(0, len(inside), PER_FORM)] or [()]
    if len(forms) == 1:
        return {f"{plan.id}-google-forms.gs": _script(forms[0], plan, plan.title)}
    return {
        f"{plan.id}-google-forms-{number}.gs": _script(
            form, plan, f"{plan.title}, part {number} of {len(forms)}"
        )
        for number, form in enumerate(forms, 1)
    }


def _script(questions: Questions, plan: Plan, title: str) -> bytes:
    """ASCII alone, so that no sign of a text can pass for code or turn it round."""
    quiz = {
        "title": xml_text(title),
        "description": xml_text(plan.instructions),
        "shuffled": plan.shuffled,
        "questions": [_question(question) for question in questions],
    }
    return SCRIPT.read_bytes() + f"const QUIZ = {json.dumps(quiz, indent=1)};\n".encode("ascii")


def _question(question: ExportQuestion) -> dict[str, object]:
    links = {source.address: source_text(source) for source in question.sources}
    return {
        "form": _form(question),
        "asks": one_line(_asks(question)),
        "before": xml_text("\n\n".join(scenario(question))),
        "answers": _answers(question),
        "feedback": xml_text("\n\n".join(_feedback(question))),
        "links": [
            [address, one_line(text)]
            for address, text in links.items()
            if address.startswith("https://")
        ],
    }


def _form(question: ExportQuestion) -> str:
    match question.response:
        case NumberEntry():
            return "number"
        case SingleChoice():
            return "one"
        case _:
            return "several"


def _asks(question: ExportQuestion) -> str:
    response = question.response
    named = f" {response.parts[0].text}" if isinstance(response, NumberEntry) else ""
    return f"{question.asks}{named}"


def _answers(question: ExportQuestion) -> list[tuple[str, bool]]:
    response = question.response
    if isinstance(response, NumberEntry):
        right = response.parts[0].right
        return [(str(number), number in right) for number in range(response.maximum + 1)]
    return [(one_line(choice.text), choice.right) for choice in mixed(question)]


def _feedback(question: ExportQuestion) -> list[str]:
    response = question.response
    feedback = (
        response.feedback
        if isinstance(response, NumberEntry)
        else [(choice.text, choice.feedback) for choice in mixed(question)]
    )
    lines = (f"{label}: {text}" for label, text in feedback)
    return [f"Right: {question.solution}.", *lines, *explanation(question)]
