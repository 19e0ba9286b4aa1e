"""A package's files.

A page for each unit of at most fifty questions, and the player beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exports.limitations import Limitation
from generator.exports.lms.unit_page import page
from generator.exports.plan import Plan
from generator.exports.player_assets import PART, parts
from generator.exports.portable_question import ExportQuestion


@dataclass(frozen=True)
class PackageUnit:
    """What an LMS starts and grades.

    Number from 1, address within the package, the title it shows.
    """

    number: int
    address: str
    title: str
    content: bytes


def units(questions: Sequence[ExportQuestion], plan: Plan, connect: str) -> tuple[PackageUnit, ...]:
    """The questions, split; `connect` is what the pages may ask of others."""
    split = tuple(parts([question.id for question in questions]))
    return tuple(
        _unit(ids, number, len(split), plan, connect) for number, ids in enumerate(split, 1)
    )


def _unit(ids: tuple[str, ...], number: int, count: int, plan: Plan, connect: str) -> PackageUnit:
    width = len(str(count))
    title = plan.title if count == 1 else f"{plan.title}, part {number} of {count}"
    address = "index.html" if count == 1 else f"part-{number:0{width}}.html"
    name = plan.id if count == 1 else f"{plan.id}-{number}"
    written = page(plan, ids, name=name, title=title, connect=connect)
    return PackageUnit(number, address, title, written)


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """No question loses anything: it is the site's own player.

    What the assignment asks and the player does not do is said of all.
    """
    sentences = []
    if plan.feedback != "at-once":
        sentences.append(
            "feedback is shown at once after each answer, not as the assignment asks"
            f" ({plan.feedback})"
        )
    if plan.time_limit_minutes:
        sentences.append(
            f"the time limit of {plan.time_limit_minutes} minutes is not kept by the package; set"
            " it in the LMS"
        )
    if plan.opens or plan.due:
        sentences.append("when it opens and is due is not kept by the package; set it in the LMS")
    if len(questions) > PART:
        sentences.append(
            f"the questions lie in {-(-len(questions) // PART)} units, each with a score of its own"
        )
    return tuple(Limitation("", sentence) for sentence in sentences)
