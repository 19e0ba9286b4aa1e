"""IMS QTI 2.1 (final, 2012): a content package with an item a file and a test."""

from collections.abc import Mapping, Sequence

from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.dialect import QTI_21
from generator.exports.qti.manifest import Edition
from generator.exports.qti.qti_package import limitations, package

EDITION = Edition(
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://ltsc.ieee.org/xsd/LOM",
    "QTIv2.1 Package",
    "1.0.0",
    "imsqti_item_xmlv2p1",
    "imsqti_test_xmlv2p1",
    "http://www.imsglobal.org/xsd/imscp_v1p1"
    " http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
)

__all__ = ["export", "limitations"]


def export(questions: Sequence[ExportQuestion], plan: Plan) -> Mapping[str, bytes]:
    """`ID-qti21.zip`."""
    return package(QTI_21, EDITION, "qti21", questions, plan)
