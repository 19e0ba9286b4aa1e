"""A package of QTI 2.1 or 3.0: an item a file, a test, a manifest."""

from collections.abc import Iterator, Mapping, Sequence

from generator.exports import common_limitations
from generator.exports.archives import archive
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion
from generator.exports.qti.assessment_test import assessment_test
from generator.exports.qti.dialect import Dialect
from generator.exports.qti.manifest import Edition, manifest
from generator.exports.qti.qti_item import item
from generator.exports.xml_builder import document


def package(
    make: Dialect, edition: Edition, name: str, questions: Sequence[ExportQuestion], plan: Plan
) -> Mapping[str, bytes]:
    """`ID-NAME.zip`."""
    files = {
        f"items/{question.id}.xml": document(item(make, question, shuffled=plan.shuffled))
        for question in questions
    }
    files |= {
        "test.xml": document(assessment_test(make, questions, plan)),
        "imsmanifest.xml": document(manifest(edition, questions, plan)),
    }
    return {f"{plan.id}-{name}.zip": archive(files, plan.as_of)}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """Nine kinds are native: choices, words to mark and numbers.

    A claim takes the nearest shape.
    """
    rules = (claim_rows_limitation,)
    return (*terms_not_carried(plan), *common_limitations.by_question(questions, rules))


def claim_rows_limitation(question: ExportQuestion) -> Iterator[Limitation]:
    """A claim has a row for each code."""
    if isinstance(question.response, ClaimForm):
        yield Limitation(
            question.id,
            "the claim is filled in by rows, one for each code offered, instead of free lines",
        )


def terms_not_carried(plan: Plan, *others: str) -> tuple[Limitation, ...]:
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
        (
            Limitation(
                "", f"not in this format, set it where the questions are given: {', '.join(left)}"
            ),
        )
        if left
        else ()
    )
