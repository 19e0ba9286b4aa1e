"""What the editions of SCORM share: a manifest with each unit, and the player as an asset."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, units
from generator.exports.lms.unit_page import assets_of
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import Element, XmlBuilder, document


@dataclass(frozen=True)
class ScormEdition:
    """What is particular to one edition.

    `item_rules` turns the pass mark in percent into the rules of a unit; `course_rules` are those
    of the course.
    """

    name: str
    version: str
    make: XmlBuilder
    schemas: str
    type_attribute: str
    item_rules: Callable[[int | None], Element | None]
    course_rules: Callable[[], Element | None] = lambda: None


def scorm_package(
    edition: ScormEdition, questions: Sequence[ExportQuestion], plan: Plan
) -> Mapping[str, bytes]:
    """`ID-NAME.zip`."""
    made, player = units(questions, plan, "'none'"), assets_of(plan).player
    files = {
        **{unit.address: unit.content for unit in made},
        **player,
        "imsmanifest.xml": document(_manifest(edition, made, plan)),
    }
    return {f"{plan.id}-{edition.name}.zip": archive(files, plan.as_of)}


def _manifest(edition: ScormEdition, made: tuple[PackageUnit, ...], plan: Plan) -> Element:
    make = edition.make
    metadata = make(
        "metadata",
        {},
        make("schema", {}, "ADL SCORM"),
        make("schemaversion", {}, edition.version),
    )
    organization = make(
        "organization",
        {"identifier": "course"},
        make("title", {}, plan.title),
        *(_item(edition, unit, plan) for unit in made),
        edition.course_rules(),
    )
    return make(
        "manifest",
        {
            "identifier": f"rightcode-{plan.id}",
            "version": "1.0",
            "xsi:schemaLocation": edition.schemas,
        },
        metadata,
        make("organizations", {"default": "course"}, organization),
        make("resources", {}, *(_sco(edition, unit) for unit in made), _player(edition, plan)),
    )


def _item(edition: ScormEdition, unit: PackageUnit, plan: Plan) -> Element:
    return edition.make(
        "item",
        {"identifier": f"item-{unit.number}", "identifierref": f"unit-{unit.number}"},
        edition.make("title", {}, unit.title),
        edition.item_rules(plan.pass_mark_percent),
    )


def _sco(edition: ScormEdition, unit: PackageUnit) -> Element:
    attributes = {
        "identifier": f"unit-{unit.number}",
        "type": "webcontent",
        edition.type_attribute: "sco",
        "href": unit.address,
    }
    return edition.make(
        "resource",
        attributes,
        edition.make("file", {"href": unit.address}),
        edition.make("dependency", {"identifierref": "player"}),
    )


def _player(edition: ScormEdition, plan: Plan) -> Element:
    attributes = {"identifier": "player", "type": "webcontent", edition.type_attribute: "asset"}
    paths = sorted(assets_of(plan).player)
    files = (edition.make("file", {"href": path}) for path in paths)
    return edition.make("resource", attributes, *files)
