"""1EdTech Common Cartridge 1.1: the questions as a bank, and as an assessment in the course.

The oldest edition that is still written is the one that every program imports.

A question has one field, and no alternatives within a condition (QTI profile).
"""

from generator.exports.archives import archive
from generator.exports.limitations import (
    ENTRIES,
    MARKS,
    Limitation,
    collect_for_package,
    first_of_two,
    uncounted_answers,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    FormEntries,
    MultipleChoice,
    NumberEntry,
    Questions,
    WordMarks,
)
from generator.exports.qti.asi_form import always
from generator.exports.qti.asi_item import item, make, metadata, root, rubric
from generator.exports.qti.identifiers import RESPONSE, choice_id
from generator.exports.qti.item_form import (
    Condition,
    FormField,
    ItemForm,
    choice_feedback,
    choice_form,
    chosen,
    number_feedback,
)
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

CC = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
WHERE = (
    f"{CC} http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_imscp_v1p2_v1p0.xsd {LOM}"
    " http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lommanifest_v1p0.xsd"
)
SCHEMA = "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd"
MOST_ATTEMPTS = 5
NOTHING = ExportChoice("nothing", "Nothing goes on the claim", False, "")
pack, lom = XmlBuilder(CC, lomimscc=LOM, xsi=XSI), XmlBuilder(LOM, lomimscc=LOM)


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.imscc`."""
    bank = make.objectbank(*_items(questions, plan), ident=f"bank-{plan.id}")
    files = {
        "assessment/assessment.xml": document(root(_assessment(questions, plan), SCHEMA)),
        "bank/bank.xml": document(root(bank, SCHEMA)),
        "imsmanifest.xml": document(_manifest(plan)),
    }
    return {f"{plan.id}.imscc": archive(files, plan.as_of)}


def limitations(questions: Questions, plan: Plan) -> tuple[Limitation, ...]:
    """What the profile does not carry, and the pass mark."""
    many = (plan.attempts or 0) > MOST_ATTEMPTS
    terms = ("pass mark", "number of attempts") if many else ("pass mark",)
    return collect_for_package(
        questions, plan, (_no_tags, _own, _every_box, uncounted_answers, first_of_two), terms
    )


def _every_box(question: ExportQuestion) -> str | None:
    """Moodle gives the whole mark for the right options, whatever else is ticked."""
    if not isinstance(question.response, ClaimForm | MultipleChoice | WordMarks):
        return None
    return "a program may give full credit when every option is ticked, as Moodle does"


def _no_tags(_question: ExportQuestion) -> str:
    return "codes, objectives, level, version and digest are not carried as tags"


def _own(question: ExportQuestion) -> str | None:
    match question.response:
        case NumberEntry(parts) if len(parts) > 1:
            return (
                f"the numbers of {', '.join(part.id for part in parts)} are asked in one field,"
                " separated by commas; feedback on a wrong number is in the general feedback"
            )
        case ClaimForm(right_answers=equal):
            several = f"; {len(equal)} claims are equally right, a program may take the first alone"
            return (
                "only the codes of the claim are asked; its units and modifiers stand in the"
                f" feedback{several if len(equal) > 1 else ''}"
            )
        case WordMarks():
            return MARKS
        case FormEntries():
            return ENTRIES
        case _:
            return None


def _assessment(questions: Questions, plan: Plan) -> Element:
    return make.assessment(
        metadata(_rules(plan)),
        rubric(plan),
        make.section(*_items(questions, plan), ident="root_section"),
        ident=f"test-{plan.id}",
        title=plan.title,
    )


def _rules(plan: Plan) -> dict[str, str]:
    shown = "No" if plan.feedback == "never" else "Yes"
    rules = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": shown,
        "qmd_hintspermitted": "No",
        "qmd_solutionspermitted": shown,
    }
    if plan.attempts and plan.attempts <= MOST_ATTEMPTS:  # without it they are unlimited
        rules["cc_maxattempts"] = str(plan.attempts)
    if plan.time_limit_minutes:
        rules["qmd_timelimit"] = str(plan.time_limit_minutes)
    return rules


def _items(questions: Questions, plan: Plan) -> list[Element]:
    return [_item(question, plan) for question in questions]


def _item(question: ExportQuestion, plan: Plan) -> Element:
    form = _form(question)
    fields = {
        "cc_profile": f"cc.{_profile(form)}.v0p1",
        "cc_question_category": question.category,
        "cc_weighting": "1",
    }
    return item(question, form, plan, fields)


def _profile(form: ItemForm) -> str:
    match form.kind:
        case "one":
            return "multiple_choice"
        case "many":
            return "multiple_response"
        case _:
            return "fib"


def _form(question: ExportQuestion) -> ItemForm:
    response = question.response
    match response:
        case NumberEntry():
            return _numbers(response)
        case ClaimForm():
            return _codes(response)
        case _:
            return choice_form(response)


def _numbers(numbers: NumberEntry) -> ItemForm:
    """One box: the numbers in the order of the parts, with blanks after the commas or without."""
    parts = numbers.parts
    single = len(parts) == 1
    instructions = (
        f"Write the units of {parts[0].id}."
        if single
        else "Write the numbers in this order, separated by commas:"
        f" {', '.join(part.text for part in parts)}."
    )
    texts = dict.fromkeys(
        comma.join(map(str, answer)) for answer in numbers.right_answers for comma in (",", ", ")
    )
    feedback = (entry for part in parts for entry in number_feedback(part, RESPONSE))
    return ItemForm(
        "text",
        (FormField("text", RESPONSE),),
        tuple((Condition("is", RESPONSE, text),) for text in texts),
        tuple(feedback) if single else always(feedback),
        (instructions,),
    )


def _codes(claim: ClaimForm) -> ItemForm:
    choices = (*claim.codes, NOTHING)
    offered = tuple((choice_id(choice.id), choice.text) for choice in choices)
    sets = dict.fromkeys(
        frozenset(line.code for line in answer) or frozenset({NOTHING.id})
        for answer in claim.right_answers
    )
    return ItemForm(
        "many",
        (FormField("many", RESPONSE, choices=offered),),
        tuple(tuple(chosen(choice, choice.id in right) for choice in choices) for right in sets),
        choice_feedback(claim.codes, missed=True),
        ("Choose every code that goes on the claim. Units and modifiers are in the answer.",),
    )


def _manifest(plan: Plan) -> Element:
    title = lom.title(lom.string(plan.title, language="en"))
    about = pack.metadata(
        pack.schema("IMS Common Cartridge"),
        pack.schemaversion("1.1.0"),
        lom.lom(lom.general(title)),
    )
    assessment = pack.item(
        pack.title(plan.title), identifier="item-assessment", identifierref="assessment"
    )
    tree = pack.organization(
        pack.item(assessment, identifier="root"),
        identifier="course",
        structure="rooted-hierarchy",
    )
    return pack.manifest(
        about,
        pack.organizations(tree),
        pack.resources(_resource("assessment", "assessment"), _resource("bank", "question-bank")),
        identifier=f"rightcode-{plan.id}",
        **{"xsi:schemaLocation": WHERE},
    )


def _resource(name: str, kind: str) -> Element:
    return pack.resource(
        pack.file(href=f"{name}/{name}.xml"),
        identifier=name,
        type=f"imsqti_xmlv1p2/imscc_xmlv1p1/{kind}",
    )
