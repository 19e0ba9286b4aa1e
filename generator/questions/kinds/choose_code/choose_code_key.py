"""One service, one code: what the engine chooses for it."""

from typing import assert_never

from generator.billing.outcomes import Ask, Billable, NotBillable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, asked_service, visit_of
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.option_ids import absent, answers, blamed, own_keys

__all__ = ["absent", "answers", "blamed", "derive", "own_keys"]


def derive(corpus: Corpus, item: ChooseCode) -> Key:
    visit = visit_of(item)
    outcome = select_code(corpus, visit, asked_service(visit, item.about))
    match outcome:
        case Billable():
            return Key(frozenset(outcome.codes), outcome.reasons)
        case NotBillable():
            return Key(frozenset({"not-billable"}), outcome.reasons)
        case Ask():
            return Key(frozenset({"ask-therapist"}), outcome.reasons)
        case _:
            assert_never(outcome)
