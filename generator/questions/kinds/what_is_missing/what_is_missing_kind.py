"""What must be asked before a visit is billed, of whom; or nothing."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.billing.claim import build_claim
from generator.facts.base import Slug, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Option, VisitItem
from generator.questions.kinds.answers import (
    AnswerView,
    Key,
    OptionView,
    UnderivableError,
    ask_clinician,
    distinct,
    option_view,
    visit_of,
)
from generator.questions.kinds.question_kind import OptionKind, SeveralOptions

WHOM = {
    "patient": "Ask the patient",
    "payer": "Ask the payer",
    "records": "Look it up",
}
NOTHING = "nothing"


def _something(value: str) -> str:
    if value == NOTHING:
        raise ValueError("'asks: nothing' is used alone; remove 'of' and 'whom'")
    return value


Asked = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+([_-][a-z0-9]+)*$", max_length=40),
    AfterValidator(_something),
]
Whom = Literal["therapist", "patient", "payer", "records"]


def ask_id(service: str | None, missing: str) -> str:
    """The answer that `missing` must be asked, of a service or of the whole visit."""
    return f"ask.{service}.{missing}" if service else f"ask.{missing}"


class AskOption(Option):
    """One thing that might have to be asked."""

    asks: Asked = Field(
        description=(
            "purpose, contact, minutes, an attribute of the technique, unit_method, code,"
            " necessary, abn, active_care, authorization, authorization_needed, visit_number,"
            " used_this_year, visit_limit, age, care; any other word for what nobody need ask"
        )
    )
    of: Slug | None = Field(None, description="id of the service, where it is asked of one")
    whom: Whom = "therapist"
    text: Text = Field(
        description="what is asked, as a noun phrase: 'how many minutes the kneading took'"
    )

    @property
    def answer_id(self) -> str:
        """What is asked, and of which service."""
        return ask_id(self.of, self.asks)


class NothingOption(Option):
    """The note has all it takes."""

    asks: Literal["nothing"]
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """Nothing."""
        return NOTHING


class WhatIsMissing(VisitItem):
    """Which of these things must be asked first; or nothing."""

    kind: Literal["what-is-missing"]
    prompt: Text = "What must be asked before this visit is billed?"
    options: tuple[NothingOption | AskOption, ...] = Field(min_length=3, max_length=7)


class WhatIsMissingKind(SeveralOptions, OptionKind[WhatIsMissing]):
    """Each thing that must be asked, or nothing."""

    name = "what-is-missing"
    label = "What is missing"
    objective = "ask-when-the-note-is-silent"
    whole_visit = True
    model = WhatIsMissing

    def derive(self, corpus: Corpus, item: WhatIsMissing) -> Key:
        """What the engine must ask; or nothing."""
        billed = build_claim(corpus, visit_of(item))
        right = frozenset(ask_id(entry.service, entry.missing) for entry in billed.questions)
        _refuse_hidden_gaps(item, right)
        if right:
            return Key(right, distinct(entry.reason for entry in billed.questions))
        reasons = distinct(reason for line in billed.lines for reason in line.reasons)
        return Key(frozenset({NOTHING}), reasons)

    def view(self, corpus: Corpus, item: WhatIsMissing, key: Key) -> AnswerView[None]:
        """Each question with whom to ask."""
        return AnswerView(tuple(_option(item, option, key) for option in item.options), None)


def _refuse_hidden_gaps(item: WhatIsMissing, right: frozenset[str]) -> None:
    """Raises `Underivable` for minutes that are missing beside what the engine asks first."""
    asked = {name.split(".")[1] for name in right if name.count(".") == 2}
    silent = asked & {service.id for service in item.visit.services if service.minutes is None}
    for index, option in enumerate(item.options):
        if (
            isinstance(option, AskOption)
            and option.asks == "minutes"
            and option.of in silent
            and option.answer_id not in right
        ):
            raise UnderivableError(
                f"the visit gives no minutes of '{option.of}' either; add them, or leave out this"
                " option",
                "options",
                index,
            )


def _option(item: WhatIsMissing, option: AskOption | NothingOption, key: Key) -> OptionView:
    if isinstance(option, NothingOption):
        return option_view(option, key, option.text or "Nothing is missing: bill it")
    right = option.answer_id in key.right
    whom = WHOM.get(option.whom) or ask_clinician(visit_of(item))
    return option_view(
        option,
        key,
        f"{whom}: {option.text}",
        ruling="Must be asked." if right else "Need not be asked.",
    )
