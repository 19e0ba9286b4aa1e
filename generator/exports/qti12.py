"""IMS QTI 1.2: one file with an assessment of one section, in a content package.

One section: programs read a section with an order of its own as a group to pick from.
"""

from functools import partial

from generator.exports.archives import archive
from generator.exports.limitations import (
    as_entries,
    as_list,
    as_matching,
    claim_feedback,
    collect_for_package,
    shared_points,
    ties,
    uncounted_answers,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, Questions
from generator.exports.qti.asi_form import asi_form
from generator.exports.qti.asi_item import item, make, metadata, root, rubric
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
TYPES = {
    "one": "multiple_choice_question",
    "many": "multiple_answers_question",
    "number": "numerical_question",
    "blanks": "fill_in_multiple_blanks_question",
    "pairs": "matching_question",
}
"""As Canvas and what reads its files name them; others pass them over."""

pack = XmlBuilder(CP, xsi=XSI)


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-qti12.zip`."""
    files = {
        "assessment.xml": document(root(_assessment(questions, plan), SCHEMA)),
        "imsmanifest.xml": document(_manifest(plan)),
    }
    return {f"{plan.id}-qti12.zip": archive(files, plan.as_of)}


limitations = partial(
    collect_for_package,
    rules=(
        ties,
        as_matching,
        as_list,
        as_entries,
        claim_feedback,
        shared_points,
        uncounted_answers,
    ),
    terms=("pass mark", "mixed order of questions"),
)


def _assessment(questions: Questions, plan: Plan) -> Element:
    limit = make.duration(f"PT{plan.time_limit_minutes}M") if plan.time_limit_minutes else None
    return make.assessment(
        metadata(_rules(plan)),
        limit,
        rubric(plan, "Candidate"),
        make.section(*(_item(question, plan) for question in questions), ident="root_section"),
        ident=f"test-{plan.id}",
        title=plan.title,
    )


def _rules(plan: Plan) -> dict[str, str]:
    rules = {
        "cc_maxattempts": str(plan.attempts or "unlimited"),
        "qmd_assessmenttype": "Examination",
    }
    if plan.pass_mark_percent is not None:
        rules["pass_mark_percent"] = str(plan.pass_mark_percent)
    return rules


def _item(question: ExportQuestion, plan: Plan) -> Element:
    form = asi_form(question)
    fields = {
        "question_type": TYPES[form.kind],
        "points_possible": "1",
        "category": question.category,
        "keywords": " ".join(question.tags),
        "version": str(question.version),
        "facts": question.digest,
    }
    return item(question, form, plan, fields)


def _manifest(plan: Plan) -> Element:
    path = "assessment.xml"
    resource = pack.resource(
        pack.file(href=path), identifier="assessment", type="imsqti_xmlv1p2", href=path
    )
    return pack.manifest(
        pack.metadata(pack.schema("IMS Content"), pack.schemaversion("1.1.3")),
        pack.organizations(),
        pack.resources(resource),
        identifier=f"rightcode-{plan.id}",
    )
