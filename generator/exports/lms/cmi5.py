"""cmi5: the player in a package with its course structure (cmi5 1.0 "Quartz", section 13)."""

from collections.abc import Mapping, Sequence

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, limitations, units
from generator.exports.lms.unit_page import assets_of
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import Element, XmlBuilder, document

COURSE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
ANY_STORE = "'self' https: http:"
"""The LMS names the store at launch, so the page cannot know its address before."""
make = XmlBuilder(COURSE)

__all__ = ["export", "limitations", "structure"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-cmi5.zip`."""
    made = units(questions, plan, ANY_STORE)
    files = {
        **{unit.address: unit.content for unit in made},
        **assets_of(plan).player,
        "cmi5.xml": document(structure(made, plan)),
    }
    return {f"{plan.id}-cmi5.zip": archive(files, plan.as_of)}


def structure(made: tuple[PackageUnit, ...], plan: Plan) -> Element:
    """The course is passed by its pass mark where it has one, else completed."""
    description = plan.instructions or plan.title
    course = make(
        "course",
        {"id": f"urn:rightcode:course:{plan.id}"},
        _localized("title", plan.title),
        _localized("description", description),
    )
    return make("courseStructure", {}, course, *(_unit(unit, plan) for unit in made))


def _unit(unit: PackageUnit, plan: Plan) -> Element:
    mark = plan.pass_mark_percent
    rules = {
        "id": f"urn:rightcode:unit:{plan.id}:{unit.number}",
        "moveOn": "Completed" if mark is None else "Passed",
        "masteryScore": None if mark is None else f"{mark / 100:g}",
        "launchMethod": "AnyWindow",
    }
    return make(
        "au",
        rules,
        _localized("title", unit.title),
        _localized("description", plan.instructions or unit.title),
        make("url", {}, unit.address),
    )


def _localized(tag: str, text: str) -> Element:
    return make(tag, {}, make("langstring", {"lang": "en-US"}, text))
