"""SCORM 1.2: the player in a package (ADL SCORM 1.2, Content Aggregation Model, 2001)."""

from collections.abc import Mapping, Sequence

from generator.exports.lms.package_units import limitations
from generator.exports.lms.scorm_package import ScormEdition, scorm_package
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.xml_builder import XSI, Element, XmlBuilder

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
make_adl = XmlBuilder(ADL, {"adlcp": ADL})

__all__ = ["export", "limitations"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-scorm12.zip`."""
    return scorm_package(EDITION, questions, plan)


def _mastery(mark: int | None) -> Element | None:
    return None if mark is None else make_adl("masteryscore", {}, str(mark))


EDITION = ScormEdition(
    name="scorm12",
    version="1.2",
    make=XmlBuilder(CP, {"adlcp": ADL, "xsi": XSI}),
    schemas=f"{CP} imscp_rootv1p1p2.xsd {ADL} adlcp_rootv1p2.xsd",
    type_attribute="adlcp:scormtype",
    item_rules=_mastery,
)
