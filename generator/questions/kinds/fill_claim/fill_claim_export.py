"""A claim to fill in, for other programs."""

from generator.exports.portable_question import ClaimForm, ExportLine
from generator.questions.kinds.answer_view import AnswerView
from generator.questions.kinds.export_choices import export_choices
from generator.questions.kinds.fill_claim.fill_claim_model import FillClaim
from generator.questions.kinds.fill_claim.fill_claim_page import ClaimBody


def response(item: FillClaim, view: AnswerView[ClaimBody]) -> ClaimForm:
    """The form and the right claims; the order of modifiers counts for nothing."""
    right_answers = tuple(
        tuple(
            ExportLine(str(line.code), line.units, tuple(sorted(line.modifiers))) for line in claim
        )
        for claim in view.body.claims
    )
    modifiers = tuple(map(str, item.modifiers))
    return ClaimForm(export_choices(view), modifiers, item.lines, right_answers)
