"""cmi5: the player in a package with its course structure (cmi5 1.0 "Quartz", section 13)."""

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, assets_of, limitations, units
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.xml_builder import Element, XmlBuilder, document

COURSE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
ANY_STORE = "'self' https: http:"
"""The LMS names the store at launch, so the page cannot know its address before."""
make = XmlBuilder(COURSE)

__all__ = ["export", "limitations"]


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-cmi5.zip`."""
    made = units(questions, plan, ANY_STORE)
    course = make.course(
        *_described(plan.title, plan.instructions), id=f"urn:rightcode:course:{plan.id}"
    )
    files = {
        **{unit.address: unit.content for unit in made},
        **assets_of(plan).player,
        "cmi5.xml": document(make.courseStructure(course, *(_unit(unit, plan) for unit in made))),
    }
    return {f"{plan.id}-cmi5.zip": archive(files, plan.as_of)}


def _unit(unit: PackageUnit, plan: Plan) -> Element:
    """Passed by the pass mark if the plan has one, else completed."""
    mark = plan.pass_mark_percent
    return make.au(
        *_described(unit.title, plan.instructions),
        make.url(unit.address),
        id=f"urn:rightcode:unit:{plan.id}:{unit.number}",
        moveOn="Completed" if mark is None else "Passed",
        masteryScore=None if mark is None else f"{mark / 100:g}",
        launchMethod="AnyWindow",
    )


def _described(title: str, instructions: str) -> tuple[Element, Element]:
    return (
        make.title(make.langstring(title, lang="en-US")),
        make.description(make.langstring(instructions or title, lang="en-US")),
    )
