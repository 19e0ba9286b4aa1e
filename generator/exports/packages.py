"""Formats that are packages: banks and tests by IMS, and the player for an LMS. The last three need `plan.stage`."""

from generator.exports import common_cartridge, qti12, qti21, qti30
from generator.exports.formats import Format
from generator.exports.lms import cmi5, scorm12, scorm2004

PACKAGES = (
    Format("qti12", "IMS QTI 1.2", qti12.export, qti12.losses),
    Format("qti21", "IMS QTI 2.1", qti21.export, qti21.losses),
    Format("qti30", "1EdTech QTI 3.0", qti30.export, qti30.losses),
    Format("common-cartridge", "Common Cartridge 1.3", common_cartridge.export, common_cartridge.losses),
    Format("scorm12", "SCORM 1.2", scorm12.export, scorm12.losses),
    Format("scorm2004", "SCORM 2004, 4th edition", scorm2004.export, scorm2004.losses),
    Format("cmi5", "cmi5", cmi5.export, cmi5.losses),
)
