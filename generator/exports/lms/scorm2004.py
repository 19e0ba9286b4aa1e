"""SCORM 2004, 4th edition: the player in a package.

Content Aggregation Model 1.1; Sequencing and Navigation 1.1.
"""

from collections.abc import Mapping, Sequence

from generator.exports.lms.package_units import limitations
from generator.exports.lms.scorm_package import ScormEdition, scorm_package
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import XSI, Element, XmlBuilder

CP, ADL = "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"
make = XmlBuilder(SEQUENCING, {"imsss": SEQUENCING})

__all__ = ["export", "limitations"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-scorm2004.zip`."""
    return scorm_package(EDITION, questions, plan)


def _unit_rules(mark: int | None) -> Element:
    """The unit itself reports when it is completed and, by the pass mark, whether it is passed."""
    reported = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    controls = make("deliveryControls", reported)
    if mark is None:
        return make("sequencing", {}, controls)
    objective = make(
        "primaryObjective",
        {"objectiveID": "score", "satisfiedByMeasure": "true"},
        make("minNormalizedMeasure", {}, f"{mark / 100:g}"),
    )
    return make("sequencing", {}, make("objectives", {}, objective), controls)


def _free_choice() -> Element:
    return make("sequencing", {}, make("controlMode", {"choice": "true", "flow": "true"}))


EDITION = ScormEdition(
    name="scorm2004",
    version="2004 4th Edition",
    make=XmlBuilder(CP, {"adlcp": ADL, "imsss": SEQUENCING, "xsi": XSI}),
    schemas=f"{CP} imscp_v1p1.xsd {ADL} adlcp_v1p3.xsd {SEQUENCING} imsss_v1p0.xsd",
    type_attribute="adlcp:scormType",
    item_rules=_unit_rules,
    course_rules=_free_choice,
)
