"""1EdTech Common Cartridge 1.3.

The questions as a bank, and as an assessment that stands in the course.
"""

from collections.abc import Mapping, Sequence

from generator.exports.archives import archive
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.asi_item import item, make, metadata, root, rubric
from generator.exports.qti.cartridge_form import cartridge_form, cartridge_limitations, profile
from generator.exports.qti.qti_package import terms_not_carried
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

CC = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
WHERE = (
    f"{CC} http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imscp_v1p2_v1p0.xsd {LOM}"
    " http://www.imsglobal.org/profile/cc/ccv1p3/LOM/ccv1p3_lommanifest_v1p0.xsd"
)
SCHEMA = "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd"
MOST_ATTEMPTS = 5
pack, lom = XmlBuilder(CC, {"lomimscc": LOM, "xsi": XSI}), XmlBuilder(LOM, {"lomimscc": LOM})


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID.imscc`."""
    files = {
        "assessment/assessment.xml": document(root(_assessment(questions, plan), SCHEMA)),
        "bank/bank.xml": document(
            root(make("objectbank", {"ident": f"bank-{plan.id}"}, *_items(questions, plan)), SCHEMA)
        ),
        "imsmanifest.xml": document(_manifest(plan)),
    }
    return {f"{plan.id}.imscc": archive(files, plan.as_of)}


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """What the profile does not carry, and the pass mark."""
    listed = (
        Limitation(question.id, sentence)
        for question in questions
        for sentence in cartridge_limitations(question)
    )
    many = plan.attempts and plan.attempts > MOST_ATTEMPTS
    return (
        *terms_not_carried(plan, "pass mark", *(["number of attempts"] if many else ())),
        *listed,
    )


def _assessment(questions: Sequence[ExportQuestion], plan: Plan) -> Element:
    section = make("section", {"ident": "root_section"}, *_items(questions, plan))
    return make(
        "assessment",
        {"ident": f"test-{plan.id}", "title": plan.title},
        metadata(_rules(plan)),
        rubric(plan, {}),
        section,
    )


def _rules(plan: Plan) -> dict[str, str]:
    shown = "No" if plan.feedback == "never" else "Yes"
    attempts = (
        str(plan.attempts) if plan.attempts and plan.attempts <= MOST_ATTEMPTS else "Unlimited"
    )
    rules = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": shown,
        "qmd_hintspermitted": "No",
        "qmd_solutionspermitted": shown,
        "cc_maxattempts": attempts,
    }
    return (
        {**rules, "qmd_timelimit": str(plan.time_limit_minutes)}
        if plan.time_limit_minutes
        else rules
    )


def _items(questions: Sequence[ExportQuestion], plan: Plan) -> list[Element]:
    return [_item(question, plan) for question in questions]


def _item(question: ExportQuestion, plan: Plan) -> Element:
    shape = cartridge_form(question)
    fields = {
        "cc_profile": profile(shape),
        "cc_question_category": question.category,
        "cc_weighting": "1",
    }
    return item(question, shape, fields, mixed=plan.shuffled and not question.fixed_order)


def _manifest(plan: Plan) -> Element:
    about = pack(
        "metadata",
        {},
        pack("schema", {}, "IMS Common Cartridge"),
        pack("schemaversion", {}, "1.3.0"),
        _about(plan),
    )
    given = pack(
        "item",
        {"identifier": "item-assessment", "identifierref": "assessment"},
        pack("title", {}, plan.title),
    )
    tree = pack(
        "organization",
        {"identifier": "course", "structure": "rooted-hierarchy"},
        pack("item", {"identifier": "root"}, given),
    )
    listed = [_resource("assessment", "assessment"), _resource("bank", "question-bank")]
    return pack(
        "manifest",
        {"identifier": f"rightcode-{plan.id}", "xsi:schemaLocation": WHERE},
        about,
        pack("organizations", {}, tree),
        pack("resources", {}, *listed),
    )


def _resource(name: str, kind: str) -> Element:
    path = f"{name}/{name}.xml"
    return pack(
        "resource",
        {"identifier": name, "type": f"imsqti_xmlv1p2/imscc_xmlv1p3/{kind}"},
        pack("file", {"href": path}),
    )


def _about(plan: Plan) -> Element:
    title = lom("title", {}, lom("string", {"language": "en"}, plan.title))
    return lom("lom", {}, lom("general", {}, title))
