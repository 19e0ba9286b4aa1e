"""A package of QTI 2.1 or 3.0: an item a file, a test, a manifest."""

from collections.abc import Mapping, Sequence

from generator.exports.archives import archive
from generator.exports.loss_report import Loss
from generator.exports.plan import Plan
from generator.exports.portable_question import Claim, Question
from generator.exports.qti.assessment_test import test
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.manifest import Edition, manifest
from generator.exports.qti.qti_item import item
from generator.exports.xml_builder import document

ROWS = "the claim is filled in by rows, one for each code offered, instead of free lines"


def package(
    make: Dialect, edition: Edition, name: str, questions: Sequence[Question], plan: Plan
) -> Mapping[str, bytes]:
    files = {
        f"items/{question.id}.xml": document(item(make, question, shuffled=plan.shuffled))
        for question in questions
    }
    files |= {
        "test.xml": document(test(make, questions, plan)),
        "imsmanifest.xml": document(manifest(edition, questions, plan)),
    }
    return {f"{plan.id}-{name}.zip": archive(files, plan.as_of)}


def losses(questions: Sequence[Question], plan: Plan) -> tuple[Loss, ...]:
    """Nine kinds are native: choices, words to mark and numbers.

    A claim takes the nearest shape.
    """
    return (
        *untold(plan),
        *(
            Loss(question.id, ROWS)
            for question in questions
            if isinstance(question.response, Claim)
        ),
    )


def untold(plan: Plan, *others: str) -> tuple[Loss, ...]:
    """Terms of the assignment that a package cannot hold.

    Its days, feedback by a day, and `others`.
    """
    terms = {
        "opening": plan.opens,
        "due date": plan.due,
        "feedback after the due date": plan.feedback == "after-due" or None,
        **{
            name: {"pass mark": plan.pass_mark_percent, "number of attempts": plan.attempts}[name]
            for name in others
        },
    }
    left = [name for name, value in terms.items() if value is not None]
    return (
        (Loss("", f"not in this format, set it where the questions are given: {', '.join(left)}"),)
        if left
        else ()
    )
