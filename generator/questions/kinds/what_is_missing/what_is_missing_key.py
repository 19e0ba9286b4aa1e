"""The key of `what-is-missing`."""

from generator.billing.claim import build_claim
from generator.facts.corpus import Corpus
from generator.questions.kinds.answer_key import Key, UnderivableError, distinct, visit_of
from generator.questions.kinds.what_is_missing.what_is_missing_model import (
    NOTHING,
    AskOption,
    WhatIsMissing,
    ask_id,
)


def derive(corpus: Corpus, item: WhatIsMissing) -> Key:
    """What the engine must ask; or nothing."""
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
    """Raises `Underivable` for minutes that are missing beside what the engine asks first.

    It asks one thing of a service at a time, so the learner would be marked wrong for them.
    """
    asked = {name.split(".")[1] for name in right if name.count(".") == 2}
    without_minutes = {service.id for service in item.visit.services if service.minutes is None}
    for index, option in enumerate(item.options):
        if not isinstance(option, AskOption):
            continue
        if (
            option.asks == "minutes"
            and option.of in asked & without_minutes
            and ask_id(option.of, "minutes") not in right
        ):
            raise UnderivableError(
                f"the visit gives no minutes of '{option.of}' either; add them, or leave out this"
                " option",
                "options",
                index,
            )
