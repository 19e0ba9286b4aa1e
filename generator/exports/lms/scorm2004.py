"""SCORM 2004, 4th edition.

The player in a package with its manifest (Content Aggregation Model 1.1; Sequencing and Navigation
1.1).
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, assets_of, limitations, units
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import XSI, XmlBuilder, document

CP, ADL = "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
WHERE = f"{CP} imscp_v1p1.xsd {ADL} adlcp_v1p3.xsd {SEQUENCING} imsss_v1p0.xsd"
make = XmlBuilder(CP, {"adlcp": ADL, "imsss": SEQUENCING, "xsi": XSI})
make_sequencing = XmlBuilder(SEQUENCING, {"imsss": SEQUENCING})

__all__ = ["export", "limitations", "manifest"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-scorm2004.zip`."""
    made = units(questions, plan, "'none'")
    player = assets_of(plan).player
    files = {
        **{unit.address: unit.content for unit in made},
        **player,
        "imsmanifest.xml": document(manifest(made, plan, player)),
    }
    return {f"{plan.id}-scorm2004.zip": archive(files, plan.as_of)}


def manifest(
    made: tuple[PackageUnit, ...], plan: Plan, player: Mapping[str, bytes]
) -> etree._Element:
    items = (_item(unit, plan) for unit in made)
    free = make_sequencing(
        "sequencing", {}, make_sequencing("controlMode", {"choice": "true", "flow": "true"})
    )
    organization = make(
        "organization", {"identifier": "course"}, make("title", {}, plan.title), *items, free
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
    files = [make("file", {"href": path}) for path in sorted(player)]
    shared = make(
        "resource",
        {"identifier": "player", "type": "webcontent", "adlcp:scormType": "asset"},
        *files,
    )
    return make(
        "manifest",
        {"identifier": f"rightcode-{plan.id}", "version": "1.0", "xsi:schemaLocation": WHERE},
        make(
            "metadata",
            {},
            make("schema", {}, "ADL SCORM"),
            make("schemaversion", {}, "2004 4th Edition"),
        ),
        make("organizations", {"default": "course"}, organization),
        make("resources", {}, *resources, shared),
    )


def _item(unit: PackageUnit, plan: Plan) -> etree._Element:
    named = {"identifier": f"item-{unit.number}", "identifierref": f"unit-{unit.number}"}
    return make("item", named, make("title", {}, unit.title), _sequencing(plan.pass_mark_percent))


def _sequencing(mark: int | None) -> etree._Element:
    """The unit itself says when it is completed and, by the pass mark, whether it is passed."""
    ended = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    controls = make_sequencing("deliveryControls", ended)
    if mark is None:
        return make_sequencing("sequencing", {}, controls)
    measure = make_sequencing("minNormalizedMeasure", {}, f"{mark / 100:g}")
    objective = make_sequencing(
        "primaryObjective", {"objectiveID": "score", "satisfiedByMeasure": "true"}, measure
    )
    return make_sequencing("sequencing", {}, make_sequencing("objectives", {}, objective), controls)


def _sco(unit: PackageUnit) -> dict[str, str]:
    return {
        "identifier": f"unit-{unit.number}",
        "type": "webcontent",
        "adlcp:scormType": "sco",
        "href": unit.address,
    }
