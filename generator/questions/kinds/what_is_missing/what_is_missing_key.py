"""What the engine asks before a visit is billed, or nothing."""

from generator.billing.claim import build_claim
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, Underivable, distinct, visit_of
from generator.questions.kinds.option_ids import NOTHING, absent, answers, ask_id, blamed, own_keys
from generator.questions.kinds.what_is_missing.what_is_missing_model import AskOption, WhatIsMissing

__all__ = ["absent", "answers", "blamed", "derive", "own_keys"]


def derive(corpus: Corpus, item: WhatIsMissing) -> Key:
    visit = visit_of(item)
    billed = build_claim(corpus, visit)
    right = frozenset(ask_id(question.service, question.missing) for question in billed.questions)
    _refuse_hidden_gaps(item, right)
    if right:
        return Key(right, distinct([question.reason for question in billed.questions]))
    return Key(
        frozenset({NOTHING}), distinct([reason for line in billed.lines for reason in line.reasons])
    )


def _refuse_hidden_gaps(item: WhatIsMissing, right: frozenset[str]) -> None:
    """The engine asks one thing of a service at a time, so minutes that are missing too would be held against the learner."""
    asked = {name.split(".")[1] for name in right if name.count(".") == 2}
    silent = {service.id for service in item.visit.services if service.minutes is None}
    for index, option in enumerate(item.options):
        if not isinstance(option, AskOption):
            continue
        if (
            option.asks == "minutes"
            and option.of in asked & silent
            and ask_id(option.of, "minutes") not in right
        ):
            raise Underivable(
                f"the visit gives no minutes of '{option.of}' either; add them, or leave out this"
                " option",
                "options",
                index,
            )
