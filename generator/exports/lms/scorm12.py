"""SCORM 1.2.

The player in a package with its manifest (ADL SCORM 1.2, Content Aggregation Model, 2001).
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, assets_of, limitations, units
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import XSI, XmlBuilder, document

CP, ADL = (
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2",
)
WHERE = f"{CP} imscp_rootv1p1p2.xsd {ADL} adlcp_rootv1p2.xsd"
make = XmlBuilder(CP, {"adlcp": ADL, "xsi": XSI})
make_adl = XmlBuilder(ADL, {"adlcp": ADL})

__all__ = ["export", "limitations", "manifest"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-scorm12.zip`."""
    made = units(questions, plan, "'none'")
    player = assets_of(plan).player
    files = {
        **{unit.address: unit.content for unit in made},
        **player,
        "imsmanifest.xml": document(manifest(made, plan, player)),
    }
    return {f"{plan.id}-scorm12.zip": archive(files, plan.as_of)}


def manifest(
    made: tuple[PackageUnit, ...], plan: Plan, player: Mapping[str, bytes]
) -> etree._Element:
    items = (_item(unit, plan) for unit in made)
    organization = make(
        "organization", {"identifier": "course"}, make("title", {}, plan.title), *items
    )
    resources = [
        make(
            "resource",
            _sco(unit),
            make("file", {"href": unit.address}),
            make("dependency", {"identifierref": "player"}),
        )
        for unit in made
    ]
    shared = make(
        "resource",
        {"identifier": "player", "type": "webcontent", "adlcp:scormtype": "asset"},
        *_files(player),
    )
    return make(
        "manifest",
        {"identifier": f"rightcode-{plan.id}", "version": "1.0", "xsi:schemaLocation": WHERE},
        make("metadata", {}, make("schema", {}, "ADL SCORM"), make("schemaversion", {}, "1.2")),
        make("organizations", {"default": "course"}, organization),
        make("resources", {}, *resources, shared),
    )


def _item(unit: PackageUnit, plan: Plan) -> etree._Element:
    mark = plan.pass_mark_percent
    mastery = None if mark is None else make_adl("masteryscore", {}, str(mark))
    return make(
        "item",
        {"identifier": f"item-{unit.number}", "identifierref": f"unit-{unit.number}"},
        make("title", {}, unit.title),
        mastery,
    )


def _sco(unit: PackageUnit) -> dict[str, str]:
    return {
        "identifier": f"unit-{unit.number}",
        "type": "webcontent",
        "adlcp:scormtype": "sco",
        "href": unit.address,
    }


def _files(player: Mapping[str, bytes]) -> list[etree._Element]:
    return [make("file", {"href": path}) for path in sorted(player)]
