"""A result as xAPI 1.0.3 statements, and back.

site_config/frontend/classroom/results/statements.js makes the same ones in a browser.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any, assert_never
from uuid import UUID, uuid5

from generator.questions.kinds.marking import Marking, Score
from generator.results.result_error import ResultError
from generator.results.result_file import FORMAT, Result, ResultAnswer, moment
from generator.results.result_reader import ReadProblem, Submission, read_value
from generator.results.scoring import form_of, right_picks, score

ROOT = "urn:rightcode:"
ATTEMPT, ANSWER = f"{ROOT}attempt", f"{ROOT}answer"
VERBS = "http://adlnet.gov/expapi/verbs/"
TYPES = "http://adlnet.gov/expapi/activities/"
HOME = "https://rightcode.invalid/"

Statement = dict[str, Any]


def statements(
    result: Result, keys: Mapping[str, Marking], pass_mark: float | None = None, home: str = HOME
) -> list[Statement]:
    """Begun, each answer, completed, passed or failed, ended.

    The same result gives the same ids: UUIDs of version 5 (RFC 9562).
    """
    answered = [_answered(result, answer, keys.get(answer.item), home) for answer in result.answers]
    asked = len(result.assignment.items or result.answers)
    right = sum(statement["result"].get("success", False) for statement in answered)
    found = {
        "scaled": _fraction(right / asked) if asked else 0,
        "raw": right,
        "min": 0,
        "max": asked,
    }
    duration = _duration(
        (moment(result.finished) - moment(result.started)) // timedelta(milliseconds=1)
    )
    completed = {"completion": True, "duration": duration}
    if pass_mark is None:
        ends = [_plain(result, home, "completed", {**completed, "score": found})]
    else:
        success = 100 * right >= pass_mark * asked
        judged = {"success": success, "score": found, "duration": duration}
        ends = [
            _plain(result, home, "completed", completed),
            _plain(result, home, "passed" if success else "failed", judged),
        ]
    return [
        _plain(result, home, "initialized"),
        *answered,
        *ends,
        _plain(result, home, "terminated", {"duration": duration}),
    ]


def _plain(
    result: Result, home: str, verb: str, more: Mapping[str, object] | None = None
) -> Statement:
    return {
        "id": _id(result, verb),
        "actor": _actor(result, home),
        "verb": {"id": VERBS + verb, "display": {"en": verb}},
        "object": _activity(result),
        **({"result": more} if more else {}),
        "context": _context(result),
        "timestamp": result.started if verb == "initialized" else result.finished,
    }


def _answered(
    result: Result, answer: ResultAnswer, marking: Marking | None, home: str
) -> Statement:
    found = (
        score(marking, answer.response) if marking and marking.version == answer.version else None
    )
    context = {
        **_context(result),
        "contextActivities": {
            "parent": [{"objectType": "Activity", "id": _activity(result)["id"]}]
        },
    }
    return {
        "id": _id(result, f"answered {answer.item}"),
        "actor": _actor(result, home),
        "verb": {"id": f"{VERBS}answered", "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": f"{ROOT}item:{answer.item}",
            "definition": _definition(marking),
        },
        "result": {
            "response": "[,]".join(answer.response),
            **_judged(found),
            "duration": _duration(answer.ms),
            "extensions": {ANSWER: _as_json(answer)},
        },
        "context": context,
        "timestamp": _moment(answer),
    }


def _judged(found: Score | None) -> dict[str, object]:
    return {"success": found.right, "score": {"scaled": _fraction(found.points)}} if found else {}


def _definition(marking: Marking | None) -> Statement:
    kind = f"{TYPES}cmi.interaction"
    if marking is None:
        return {"type": kind, "interactionType": "other"}
    named = {"type": kind, "name": {"en": marking.title}}
    form = form_of(marking)
    match form:
        case "lines":
            return {**named, "interactionType": "other"}
        case "numbers":
            ways = [
                "[,]".join(f"{option.id}.{way[option.id]}" for option in marking.options)
                for way in marking.ways
            ]
            return {**named, "interactionType": "fill-in", "correctResponsesPattern": ways}
        case "one" | "several":
            right = sorted(right_picks(marking))
            return {
                **named,
                "interactionType": "choice",
                "correctResponsesPattern": right if form == "one" else ["[,]".join(right)],
                "choices": [
                    {"id": option.id, "description": {"en": option.name}}
                    for option in marking.options
                ],
            }
        case _:
            assert_never(form)


def _id(result: Result, name: str) -> str:
    return str(uuid5(UUID(result.id), name))


def _actor(result: Result, home: str) -> Statement:
    learner = result.learner
    return {
        "objectType": "Agent",
        "name": learner.name,
        "account": {"homePage": home, "name": learner.id or learner.name},
    }


def _activity(result: Result) -> Statement:
    named = {"name": {"en": result.assignment.title}} if result.assignment.title else {}
    return {
        "objectType": "Activity",
        "id": f"{ROOT}assignment:{result.assignment.id}",
        "definition": {"type": f"{TYPES}assessment", **named},
    }


def _context(result: Result) -> Statement:
    attempt = _as_json(result)
    names = ("id", "attempt", "assignment", "learner", "site", "started", "finished")
    extension = {name: attempt[name] for name in names}
    return {"registration": result.id, "extensions": {ATTEMPT: extension}}


def _as_json(value: Result | ResultAnswer) -> dict[str, Any]:
    return value.model_dump(mode="json", exclude_none=True, exclude_unset=True)


def _duration(milliseconds: int) -> str:
    """As ISO 8601 has it, to the hundredth of a second."""
    return f"PT{max(0, milliseconds) / 1000:.2f}S"


def _fraction(value: float) -> float | int:
    rounded = int(1e4 * value + 0.5) / 1e4
    return int(rounded) if rounded == int(rounded) else rounded


def _moment(answer: ResultAnswer) -> str:
    at = moment(answer.started) + timedelta(milliseconds=answer.ms)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"


def results_in(
    statements: Iterable[Statement], source: str
) -> tuple[tuple[Submission, ...], tuple[ReadProblem, ...]]:
    """The results that a store's statements hold, by attempt.

    Statements of other programs are left alone. A statement counts once.
    """
    attempts: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for attempt, answer in _ours(statements):
        _, answers = attempts.setdefault(str(attempt.get("id")), (attempt, {}))
        if answer:
            answers[str(answer.get("item"))] = answer
    read, wrong = [], []
    for name, (attempt, answers) in attempts.items():
        value = {
            **attempt,
            "format": FORMAT,
            "version": 1,
            "answers": sorted(answers.values(), key=lambda answer: str(answer.get("started"))),
        }
        try:
            read.append(read_value(f"{source}#{name}", value))
        except ResultError as problem:
            wrong.append(ReadProblem(f"{source}#{name}", str(problem)))
    return tuple(read), tuple(wrong)


def _ours(
    statements: Iterable[Statement],
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    for statement in statements:
        attempt = _extension(statement, "context", ATTEMPT)
        if attempt:
            yield attempt, _extension(statement, "result", ANSWER)


def _extension(statement: Statement, part: str, name: str) -> dict[str, Any] | None:
    found: object = statement
    for step in (part, "extensions", name):
        found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None
