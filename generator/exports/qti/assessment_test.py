"""The questions as a test of QTI 2.1 or 3.0: sections by quiz, rules by the plan."""

from collections.abc import Iterator
from itertools import groupby

from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.qti.identifiers import SCORE, item_id
from generator.exports.qti.qti_item import make, outcome
from generator.exports.xml_builder import Element


def assessment_test(questions: Questions, plan: Plan) -> Element:
    """The whole test."""
    seconds = (plan.time_limit_minutes or 0) * 60
    part = make.testPart(
        _session(plan),
        *_sections(questions, plan),
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    return make.assessmentTest(
        outcome(SCORE, "float", "0"),
        outcome("PASSED", "boolean"),
        make.timeLimits(maxTime=seconds) if seconds else None,
        part,
        _outcome_processing(len(questions), plan),
        identifier=f"test-{plan.id}",
        title=plan.title,
    )


def _session(plan: Plan) -> Element:
    """0 attempts are as many as one likes."""
    return make.itemSessionControl(
        maxAttempts=plan.attempts or 0,
        showFeedback=str(plan.feedback == "at-once").lower(),
        allowReview=str(plan.feedback in ("at-once", "at-end")).lower(),
    )


def _sections(questions: Questions, plan: Plan) -> Iterator[Element]:
    """A section for each run of questions from one quiz; one alone where they are mixed."""
    groups = groupby(questions, lambda question: plan.title if plan.shuffled else question.category)
    for number, (title, group) in enumerate(groups, 1):
        mixed = make.ordering(shuffle="true") if plan.shuffled else None
        instructions = _instructions(plan) if number == 1 and plan.instructions else None
        references = (
            make.assessmentItemRef(identifier=item_id(entry.id), href=f"items/{entry.id}.xml")
            for entry in group
        )
        yield make.assessmentSection(
            mixed,
            instructions,
            *references,
            identifier=f"section-{number}",
            title=title,
            visible="true",
        )


def _instructions(plan: Plan) -> Element:
    paragraphs = map(make.p, plan.instruction_paragraphs)
    return make.rubricBlock(*paragraphs, view="candidate", use="instructions")


def _outcome_processing(count: int, plan: Plan) -> Element:
    total = make.sum(make.testVariables(variableIdentifier=SCORE))
    scored = make.setOutcomeValue(total, identifier=SCORE)
    if plan.pass_mark_percent is None:
        return make.outcomeProcessing(scored)
    needed = make.baseValue(f"{count * plan.pass_mark_percent / 100:g}", baseType="float")
    passed = make.gte(make.variable(identifier=SCORE), needed)
    return make.outcomeProcessing(scored, make.setOutcomeValue(passed, identifier="PASSED"))
