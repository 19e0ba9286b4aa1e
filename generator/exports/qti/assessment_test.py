"""The questions as a test of QTI 2.1 or 3.0: sections by quiz, rules by the plan."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.identifiers import SCORE, item_id
from generator.exports.xml_builder import Element


def assessment_test(make: Dialect, questions: Sequence[ExportQuestion], plan: Plan) -> Element:
    """The whole test."""
    named = {"identifier": f"test-{plan.id}", "title": plan.title, **make.where}
    limit = (
        make("timeLimits", {"maxTime": plan.time_limit_minutes * 60})
        if plan.time_limit_minutes
        else None
    )
    part = make(
        "testPart",
        {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"},
        _session(make, plan),
        *_sections(make, questions, plan),
    )
    return make(
        "assessmentTest", named, *_outcomes(make), limit, part, _outcome(make, len(questions), plan)
    )


def _outcomes(make: Dialect) -> Iterator[Element]:
    zero = make("defaultValue", {}, make("value", {}, "0"))
    yield make(
        "outcomeDeclaration",
        {"identifier": SCORE, "cardinality": "single", "baseType": "float"},
        zero,
    )
    yield make(
        "outcomeDeclaration",
        {"identifier": "PASSED", "cardinality": "single", "baseType": "boolean"},
    )


def _session(make: Dialect, plan: Plan) -> Element:
    """0 attempts are as many as one likes."""
    at_once = str(plan.feedback == "at-once").lower()
    reviewed = str(plan.feedback in ("at-once", "at-end")).lower()
    return make(
        "itemSessionControl",
        {"maxAttempts": plan.attempts or 0, "showFeedback": at_once, "allowReview": reviewed},
    )


def _sections(make: Dialect, questions: Sequence[ExportQuestion], plan: Plan) -> Iterator[Element]:
    """A section for each run of questions from one quiz, in the order given.

    One alone where they are to be mixed.
    """
    groups = (
        [(plan.title, questions)]
        if plan.shuffled
        else [
            (name, tuple(group))
            for name, group in groupby(questions, lambda question: question.category)
        ]
    )
    for number, (title, group) in enumerate(groups, 1):
        mixed = make("ordering", {"shuffle": "true"}) if plan.shuffled else None
        instructions = _instructions(make, plan) if number == 1 and plan.instructions else None
        references = (
            make(
                "assessmentItemRef",
                {"identifier": item_id(entry.id), "href": f"items/{entry.id}.xml"},
            )
            for entry in group
        )
        yield make(
            "assessmentSection",
            {"identifier": f"section-{number}", "title": title, "visible": "true"},
            mixed,
            instructions,
            *references,
        )


def _instructions(make: Dialect, plan: Plan) -> Element:
    paragraphs = (
        make("p", {}, " ".join(part.split()))
        for part in plan.instructions.split("\n\n")
        if part.strip()
    )
    use = {"use": "instructions"} if make.dashed else {}
    return make("rubricBlock", {"view": "candidate", **use}, *make.content(*paragraphs))


def _outcome(make: Dialect, count: int, plan: Plan) -> Element:
    total = make("sum", {}, make("testVariables", {"variableIdentifier": SCORE}))
    scored = make("setOutcomeValue", {"identifier": SCORE}, total)
    if plan.pass_mark_percent is None:
        return make("outcomeProcessing", {}, scored)
    needed = make("baseValue", {"baseType": "float"}, f"{count * plan.pass_mark_percent / 100:g}")
    passed = make("gte", {}, make("variable", {"identifier": SCORE}), needed)
    return make(
        "outcomeProcessing", {}, scored, make("setOutcomeValue", {"identifier": "PASSED"}, passed)
    )
