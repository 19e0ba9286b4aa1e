"""1EdTech QTI 3.0 (final, 2022): a content package with an item a file and a test."""

from collections.abc import Mapping, Sequence

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.dialect import QTI_30
from generator.exports.qti.manifest import Edition
from generator.exports.qti.qti_package import limitations, package

EDITION = Edition(
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "http://ltsc.ieee.org/xsd/LOM",
    "QTI Package",
    "3.0.0",
    "imsqti_item_xmlv3p0",
    "imsqti_test_xmlv3p0",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
    " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
)

__all__ = ["export", "limitations"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-qti30.zip`."""
    return package(QTI_30, EDITION, "qti30", questions, plan)
