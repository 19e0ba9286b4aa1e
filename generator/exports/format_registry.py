"""The table of formats: what each makes of questions, and what it loses of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.exports import (
    anki,
    common_cartridge,
    csv_files,
    gift,
    h5p,
    moodle,
    paper,
    qti12,
    qti21,
    qti30,
    spreadsheets,
)
from generator.exports.limitations import Limitation
from generator.exports.lms import cmi5, scorm12, scorm2004
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion

Export = Callable[[Sequence[ExportQuestion], Plan], Mapping[str, bytes]]
Losses = Callable[[Sequence[ExportQuestion], Plan], tuple[Limitation, ...]]


@dataclass(frozen=True)
class Format:
    """`export` gives files by name, the plan's id leading.

    `limitations` says of each question what this format cannot carry.

    One that `needs_player` plays the questions itself and needs `plan.player_assets`.
    """

    name: str
    title: str
    export: Export
    limitations: Losses
    needs_player: bool = False


ALL = (
    Format("moodle", "Moodle XML", moodle.export, moodle.limitations),
    Format("gift", "GIFT", gift.export, gift.limitations),
    Format("csv", "CSV", csv_files.export, csv_files.limitations),
    Format("xlsx", "Spreadsheet", spreadsheets.export, spreadsheets.limitations),
    Format("anki", "Anki deck", anki.export, anki.limitations),
    Format("h5p", "H5P question set", h5p.export, h5p.limitations),
    Format("paper", "Printable paper", paper.export, paper.limitations),
    Format("qti12", "IMS QTI 1.2", qti12.export, qti12.limitations),
    Format("qti21", "IMS QTI 2.1", qti21.export, qti21.limitations),
    Format("qti30", "1EdTech QTI 3.0", qti30.export, qti30.limitations),
    Format(
        "cartridge", "Common Cartridge 1.3", common_cartridge.export, common_cartridge.limitations
    ),
    Format("scorm12", "SCORM 1.2", scorm12.export, scorm12.limitations, needs_player=True),
    Format(
        "scorm2004",
        "SCORM 2004, 4th edition",
        scorm2004.export,
        scorm2004.limitations,
        needs_player=True,
    ),
    Format("cmi5", "cmi5", cmi5.export, cmi5.limitations, needs_player=True),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in ALL}
