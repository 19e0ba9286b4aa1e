"""The table of formats: what each makes of questions, and what it loses of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.exports import anki, comma, gift, h5p, moodle, paper, sheets
from generator.exports.plan import Plan
from generator.exports.question import Question
from generator.exports.report import Loss

Export = Callable[[Sequence[Question], Plan], Mapping[str, bytes]]
Losses = Callable[[Sequence[Question], Plan], tuple[Loss, ...]]


@dataclass(frozen=True)
class Format:
    """`export` gives files by name, the plan's id leading; `losses` says of each question what this format cannot carry."""

    name: str
    title: str
    export: Export
    losses: Losses


ALL = (
    Format("moodle", "Moodle XML", moodle.export, moodle.losses),
    Format("gift", "GIFT", gift.export, gift.losses),
    Format("csv", "CSV", comma.export, comma.losses),
    Format("xlsx", "Spreadsheet", sheets.export, sheets.losses),
    Format("anki", "Anki deck", anki.export, anki.losses),
    Format("h5p", "H5P question set", h5p.export, h5p.losses),
    Format("paper", "Printable paper", paper.export, paper.losses),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in ALL}
