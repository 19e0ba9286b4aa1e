"""Fill in a claim: code, units and modifiers of every line."""

from generator.authoring.yaml_reader import Keys
from generator.questions.kinds.answer_key import Key, labelled_as_mistakes
from generator.questions.kinds.fill_claim.fill_claim_drafts import offers
from generator.questions.kinds.fill_claim.fill_claim_export import response
from generator.questions.kinds.fill_claim.fill_claim_key import (
    answers,
    derive,
    needed_codes,
    own_keys,
)
from generator.questions.kinds.fill_claim.fill_claim_model import FillClaim
from generator.questions.kinds.fill_claim.fill_claim_page import view
from generator.questions.kinds.fill_claim.fill_claim_score import right_picks, score
from generator.questions.kinds.option_kind import PlainKind
from generator.questions.kinds.question_kind import AnswerForm


class FillClaimKind(PlainKind):
    """Any right claim is accepted, whatever the order of its lines and modifiers."""

    name = "claim"
    label = "Fill in the claim"
    model = FillClaim
    form: AnswerForm = "lines"
    answers_at = "codes"
    part = "line"
    mislabelled_message = "This option is right, so no mistake leads to it; remove 'mistake'."
    template = "fill_claim/fill_claim.jinja"
    variants = staticmethod(offers)
    derive = staticmethod(derive)
    answers = staticmethod(answers)
    own_keys = staticmethod(own_keys)
    view = staticmethod(view)
    response = staticmethod(response)
    score = staticmethod(score)
    right_picks = staticmethod(right_picks)

    def mislabelled(self, item: FillClaim, key: Key) -> tuple[Keys, ...]:
        """Mistakes named at codes of a right claim."""
        return labelled_as_mistakes(answers(item), needed_codes(key))

    def unanswerable(self, item: FillClaim, key: Key) -> tuple[str, str] | None:
        """Codes, modifiers and lines that the form lacks for a right claim."""
        modifiers = {modifier for name in key.right for modifier in name.split(".")[2:]}
        absent = [
            *sorted(needed_codes(key) - {str(entry.code) for entry in item.codes}),
            *(f"modifier {name}" for name in sorted(modifiers - set(item.modifiers))),
        ]
        if absent:
            named = " and ".join(absent)
            return "codes", f"The right claim needs {named}, which the form does not offer; add it."
        most = max(map(len, key.right_answers))
        if most <= item.lines:
            return None
        return "lines", f"A right claim has {most} lines; give the form as many."
