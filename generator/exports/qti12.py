"""IMS QTI 1.2: one file with an assessment, a section for each quiz, in a content package."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.exports import common_limitations
from generator.exports.archives import archive
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.asi_form import ItemForm, form_of
from generator.exports.qti.asi_item import item, make, metadata, root, rubric
from generator.exports.qti.qti_package import claim_rows_limitation, terms_not_carried
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
TYPES = {
    "one": "multiple_choice_question",
    "many": "multiple_answers_question",
    "number": "numerical_question",
    "numbers": "fill_in_multiple_blanks_question",
}
"""As Canvas and what reads its files name them; others pass them over."""


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-qti12.zip`."""
    files = {
        "assessment.xml": document(root(_assessment(questions, plan), SCHEMA)),
        "imsmanifest.xml": document(_manifest(plan)),
    }
    return {f"{plan.id}-qti12.zip": archive(files, plan.as_of)}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """Claims as rows, words to mark as a list."""
    rules = (claim_rows_limitation, common_limitations.as_list)
    return (
        *terms_not_carried(plan, "pass mark"),
        *common_limitations.by_question(questions, rules),
    )


def _assessment(questions: Sequence[ExportQuestion], plan: Plan) -> Element:
    named = {"ident": f"test-{plan.id}", "title": plan.title}
    limit = (
        make("duration", {}, f"PT{plan.time_limit_minutes}M") if plan.time_limit_minutes else None
    )
    return make(
        "assessment",
        named,
        metadata(_rules(plan)),
        limit,
        rubric(plan, {"view": "Candidate"}),
        *_sections(questions, plan),
    )


def _rules(plan: Plan) -> dict[str, str]:
    rules = {
        "cc_maxattempts": str(plan.attempts or "unlimited"),
        "qmd_assessmenttype": "Examination",
    }
    if plan.pass_mark_percent is not None:
        rules["pass_mark_percent"] = str(plan.pass_mark_percent)
    return rules


def _sections(questions: Sequence[ExportQuestion], plan: Plan) -> Iterator[Element]:
    for number, (title, group) in enumerate(
        groupby(questions, lambda question: question.category), 1
    ):
        mixed = (
            make("selection_ordering", {}, make("order", {"order_type": "Random"}))
            if plan.shuffled
            else None
        )
        yield make(
            "section",
            {"ident": f"section-{number}", "title": title},
            mixed,
            *(_item(question, plan) for question in group),
        )


def _item(question: ExportQuestion, plan: Plan) -> Element:
    shape = form_of(question)
    return item(
        question,
        shape,
        _about(question, shape),
        mixed=plan.shuffled and not question.fixed_order,
    )


def _about(question: ExportQuestion, shape: ItemForm) -> dict[str, str]:
    return {
        "question_type": TYPES[shape.kind],
        "points_possible": "1",
        "keywords": " ".join(question.tags),
        "version": str(question.version),
        "facts": question.digest,
    }


def _manifest(plan: Plan) -> Element:
    pack = XmlBuilder(CP, {"xsi": XSI})
    about = pack(
        "metadata", {}, pack("schema", {}, "IMS Content"), pack("schemaversion", {}, "1.1.3")
    )
    resource = pack(
        "resource",
        {"identifier": "assessment", "type": "imsqti_xmlv1p2", "href": "assessment.xml"},
        pack("file", {"href": "assessment.xml"}),
    )
    return pack(
        "manifest",
        {"identifier": f"rightcode-{plan.id}"},
        about,
        pack("organizations"),
        pack("resources", {}, resource),
    )
