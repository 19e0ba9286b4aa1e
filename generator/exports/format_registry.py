"""The table of formats: what each makes of questions, and what it loses of them."""

from collections.abc import Callable, Mapping
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
    spreadsheets,
)
from generator.exports.games import (
    blooket,
    gimkit,
    google_forms,
    kahoot,
    quizlet,
    two_columns,
    wayground,
)
from generator.exports.limitations import Limitation
from generator.exports.lms import cmi5
from generator.exports.lms.package_units import refusal
from generator.exports.lms.scorm import SCORM_12, SCORM_2004
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.qti.qti_package import QTI_21, QTI_30


@dataclass(frozen=True)
class Format:
    """`export` gives files by name, the plan's id first; `limitations` what they cannot carry.

    One that `needs_player` plays the questions itself and needs `plan.player_assets`. `refusal`
    says why a plan cannot be given in it at all. A game's `fitting` are the questions that its
    limits let in; None where all are.
    """

    title: str
    export: Callable[[Questions, Plan], Mapping[str, bytes]]
    limitations: Callable[[Questions, Plan], tuple[Limitation, ...]]
    needs_player: bool = False
    refusal: Callable[[Plan], str | None] = lambda _plan: None
    fitting: Callable[[Questions], Questions] | None = None


FORMATS: Mapping[str, Format] = {
    "moodle": Format("Moodle XML", moodle.export, moodle.limitations),
    "gift": Format("GIFT", gift.export, gift.limitations),
    "csv": Format("CSV", csv_files.export, csv_files.limitations),
    "xlsx": Format("Spreadsheet", spreadsheets.export, spreadsheets.limitations),
    "anki": Format("Anki deck", anki.export, anki.limitations),
    "h5p": Format("H5P question set", h5p.export, h5p.limitations),
    "paper": Format("Printable paper", paper.export, paper.limitations),
    "qti12": Format("IMS QTI 1.2", qti12.export, qti12.limitations),
    "qti21": Format("IMS QTI 2.1", QTI_21.export, QTI_21.limitations),
    "qti30": Format("1EdTech QTI 3.0", QTI_30.export, QTI_30.limitations),
    "cartridge": Format(
        "Common Cartridge 1.1", common_cartridge.export, common_cartridge.limitations
    ),
    "scorm12": Format("SCORM 1.2", SCORM_12.export, SCORM_12.limitations, True, refusal),
    "scorm2004": Format(
        "SCORM 2004, 4th edition", SCORM_2004.export, SCORM_2004.limitations, True, refusal
    ),
    "cmi5": Format("cmi5", cmi5.export, cmi5.limitations, True, refusal),
    "kahoot": Format("Kahoot", kahoot.export, kahoot.limitations, fitting=kahoot.LAYOUT.fitting),
    "wayground": Format(
        "Wayground (Quizizz)",
        wayground.export,
        wayground.limitations,
        fitting=wayground.LAYOUT.fitting,
    ),
    "blooket": Format(
        "Blooket", blooket.export, blooket.limitations, fitting=blooket.LAYOUT.fitting
    ),
    "gimkit": Format("Gimkit", gimkit.export, gimkit.limitations, fitting=gimkit.LAYOUT.fitting),
    "google-forms": Format(
        "Google Forms quiz",
        google_forms.export,
        google_forms.limitations,
        fitting=google_forms.LAYOUT.fitting,
    ),
    "quizlet": Format("Quizlet", quizlet.export, quizlet.limitations),
    "flashcards": Format(
        "Flashcards, two columns",
        two_columns.export,
        two_columns.limitations,
        fitting=two_columns.fitting,
    ),
}
