"""SCORM 1.2 and SCORM 2004, 4th edition: the player in a package.

A manifest with each unit, and the player as an asset (ADL Content Aggregation Model, 2001 and 1.1;
Sequencing and Navigation 1.1).
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.exports.archives import archive
from generator.exports.lms.package_units import PackageUnit, assets_of, limitations, units
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.xml_builder import XSI, Element, XmlBuilder, document

CP_12, ADL_12 = (
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2",
)
CP, ADL = "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
make_adl = XmlBuilder(ADL_12, adlcp=ADL_12)
rules = XmlBuilder(SEQUENCING, imsss=SEQUENCING)


@dataclass(frozen=True)
class ScormEdition:
    """`item_rules` turns the pass mark in percent into the rules of a unit."""

    name: str
    version: str
    make: XmlBuilder
    schemas: str
    type_attribute: str
    item_rules: Callable[[int | None], Element | None]
    course_rules: Callable[[], Element | None] = lambda: None

    limitations = staticmethod(limitations)

    def export(self, questions: Questions, plan: Plan) -> dict[str, bytes]:
        """`ID-scorm12.zip` or `ID-scorm2004.zip`."""
        made = units(questions, plan, "'none'")
        files = {
            **{unit.address: unit.content for unit in made},
            **assets_of(plan).player,
            "imsmanifest.xml": document(self._manifest(made, plan)),
        }
        return {f"{plan.id}-{self.name}.zip": archive(files, plan.as_of)}

    def _manifest(self, made: tuple[PackageUnit, ...], plan: Plan) -> Element:
        make = self.make
        organization = make.organization(
            make.title(plan.title),
            *(self._item(unit, plan) for unit in made),
            self.course_rules(),
            identifier="course",
        )
        return make.manifest(
            make.metadata(make.schema("ADL SCORM"), make.schemaversion(self.version)),
            make.organizations(organization, default="course"),
            make.resources(*map(self._sco, made), self._player(plan)),
            identifier=f"rightcode-{plan.id}",
            version="1.0",
            **{"xsi:schemaLocation": self.schemas},
        )

    def _item(self, unit: PackageUnit, plan: Plan) -> Element:
        return self.make.item(
            self.make.title(unit.title),
            self.item_rules(plan.pass_mark_percent),
            identifier=f"item-{unit.number}",
            identifierref=f"unit-{unit.number}",
        )

    def _sco(self, unit: PackageUnit) -> Element:
        return self.make.resource(
            self.make.file(href=unit.address),
            self.make.dependency(identifierref="player"),
            identifier=f"unit-{unit.number}",
            type="webcontent",
            **{self.type_attribute: "sco"},
            href=unit.address,
        )

    def _player(self, plan: Plan) -> Element:
        return self.make.resource(
            *(self.make.file(href=path) for path in sorted(assets_of(plan).player)),
            identifier="player",
            type="webcontent",
            **{self.type_attribute: "asset"},
        )


def _mastery(mark: int | None) -> Element | None:
    return None if mark is None else make_adl.masteryscore(str(mark))


def _sequencing(mark: int | None) -> Element:
    """The unit itself reports when it is completed and, by the pass mark, whether it is passed."""
    controls = rules.deliveryControls(completionSetByContent="true", objectiveSetByContent="true")
    if mark is None:
        return rules.sequencing(controls)
    objective = rules.primaryObjective(
        rules.minNormalizedMeasure(f"{mark / 100:g}"),
        objectiveID="score",
        satisfiedByMeasure="true",
    )
    return rules.sequencing(rules.objectives(objective), controls)


def _free_choice() -> Element:
    return rules.sequencing(rules.controlMode(choice="true", flow="true"))


SCORM_12 = ScormEdition(
    name="scorm12",
    version="1.2",
    make=XmlBuilder(CP_12, adlcp=ADL_12, xsi=XSI),
    schemas=f"{CP_12} imscp_rootv1p1p2.xsd {ADL_12} adlcp_rootv1p2.xsd",
    type_attribute="adlcp:scormtype",
    item_rules=_mastery,
)
SCORM_2004 = ScormEdition(
    name="scorm2004",
    version="2004 4th Edition",
    make=XmlBuilder(CP, adlcp=ADL, imsss=SEQUENCING, xsi=XSI),
    schemas=f"{CP} imscp_v1p1.xsd {ADL} adlcp_v1p3.xsd {SEQUENCING} imsss_v1p0.xsd",
    type_attribute="adlcp:scormType",
    item_rules=_sequencing,
    course_rules=_free_choice,
)
