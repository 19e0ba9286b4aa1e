"""Which fields the libraries of H5P know, and of which type."""

from typing import Any

CHECKED = {"enableRetry": bool, "enableSolutionsButton": bool, "enableCheckButton": bool}
AT_END = [{"from": int, "to": int, "feedback": str}]
TIPS = {"tip": str, "chosenFeedback": str, "notChosenFeedback": str}
CHOICE = {"text": str, "correct": bool, "tipsAndFeedback": TIPS}
FIELDS: dict[str, dict[str, Any]] = {
    "H5P.MultiChoice 1.16": {
        "question": str,
        "answers": [CHOICE],
        "overallFeedback": AT_END,
        "behaviour": {
            **CHECKED,
            "type": ("auto", "multi", "single"),
            "singlePoint": bool,
            "randomAnswers": bool,
            "showSolutionsRequiresInput": bool,
            "passPercentage": int,
        },
    },
    "H5P.Blanks 1.14": {
        "text": str,
        "questions": [str],
        "overallFeedback": AT_END,
        "behaviour": {**CHECKED, "caseSensitive": bool, "separateLines": bool},
    },
    "H5P.DragText 1.10": {
        "taskDescription": str,
        "textField": str,
        "distractors": str,
        "overallFeedback": AT_END,
        "behaviour": {**CHECKED, "instantFeedback": bool},
    },
}
SET_FIELDS = {
    "introPage": {
        "showIntroPage": bool,
        "startButtonText": str,
        "title": str,
        "introduction": str,
    },
    "progressType": ("textual", "dots"),
    "passPercentage": int,
    "randomQuestions": bool,
    "questions": [dict],
    "disableBackwardsNavigation": bool,
    "endGame": {
        "showResultPage": bool,
        "showSolutionButton": bool,
        "showRetryButton": bool,
        "message": str,
    },
    "override": {
        "checkButton": bool,
        "showSolutionButton": ("on", "off"),
        "retryButton": ("on", "off"),
    },
}
"""The fields of the semantics.json of each library, as far as a question set needs them: of a
field that it does not know a library says nothing, and takes its own value for it."""


def unknown_fields(value: object, shape: object, path: str = "") -> list[str]:
    """Where a value has a field that the shape does not, or one of another type."""
    match value, shape:
        case dict(), dict():
            extra = [f"{path}.{name}" for name in value if name not in shape]
            inner = [
                unknown_fields(one, shape[name], f"{path}.{name}")
                for name, one in value.items()
                if name in shape
            ]
        case list(), list():
            extra, inner = [], [unknown_fields(one, shape[0], f"{path}[]") for one in value]
        case _, tuple():
            extra, inner = [] if value in shape else [path], []
        case _:
            extra, inner = [] if type(value) is shape else [path], []
    return [*extra, *(name for names in inner for name in names)]
