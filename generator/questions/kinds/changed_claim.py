"""What changes on the claim of one visit for another payer, or on another date."""

import datetime
from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from pydantic import Field

from generator.billing.check_limits import units_by_code
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.coded_services import base_of
from generator.billing.payer_policy import modifiers_known
from generator.billing.reasons import quantity
from generator.billing.written_claims import LineLike
from generator.facts.base import CodeId, PayerId, Text
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Option, VisitItem
from generator.facts.visits import MOST_UNITS, Modifier, Visit
from generator.questions.kinds.answers import (
    AnswerView,
    ClaimShown,
    Key,
    OptionView,
    UnderivableError,
    distinct,
    option_view,
    visit_of,
)
from generator.questions.kinds.question_kind import OptionKind, SeveralOptions
from generator.questions.kinds.right_claims import certain_claim, reasons_of
from generator.questions.kinds.what_is_missing.what_is_missing_kind import NOTHING, Asked, ask_id


class ChangeOption(Option):
    """One thing that may change for a code.

    Its units, its modifiers, or whether it is on the claim.
    """

    code: CodeId
    units: int | None = Field(
        None,
        ge=1,
        le=MOST_UNITS,
        strict=True,
        description="it has so many units now, and had others",
    )
    modifiers: tuple[Modifier, ...] | None = Field(
        None, description="it carries exactly these now, and did not"
    )
    on_claim: bool | None = Field(
        None, description="true: it is added to the claim; false: it comes off"
    )
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """The code and its change."""
        if self.units is not None:
            return f"{self.code}.units.{self.units}"
        if self.modifiers is not None:
            return _modifiers_id(self.code, self.modifiers)
        return f"{self.code}.{'on' if self.on_claim else 'off'}"


def _modifiers_id(code: str, modifiers: Iterable[str]) -> str:
    return f"{code}.modifiers.{'-'.join(sorted(modifiers)) or 'none'}"


class AskFirstOption(Option):
    """Something that must be asked now and need not before."""

    asks: Asked = Field(description="what must be asked, e.g. unit_method or pair")
    text: Text

    @property
    def answer_id(self) -> str:
        """What is asked."""
        return ask_id(None, self.asks)


class SameOption(Option):
    """The claim stays as it is."""

    change: Literal["nothing"]
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """Nothing."""
        return NOTHING


class ChangedClaim(VisitItem):
    """What changes on the claim; the claim of the first visit is shown."""

    changes: ClassVar[Literal["payer", "date"]]

    if TYPE_CHECKING:

        @property
        def to(self) -> PayerId | datetime.date:
            """The other payer or date."""

    options: tuple[ChangeOption | AskFirstOption | SameOption, ...] = Field(
        min_length=3, max_length=7
    )


ChangeT = TypeVar("ChangeT", bound=ChangedClaim)


class ChangedClaimKind(SeveralOptions, OptionKind[ChangeT], Generic[ChangeT]):
    """The first claim is shown; each option is a change of it."""

    @abstractmethod
    def names(self, corpus: Corpus, item: ChangeT) -> tuple[str, str]:
        """The two payers or dates."""

    def derive(self, corpus: Corpus, item: ChangeT) -> Key:
        """What is on one of the two claims and not on the other."""
        _refuse_several_changes(item)
        before, after = certain_claim(corpus, item), build_claim(corpus, _other_visit(item))
        if before.alternatives or after.alternatives:
            raise UnderivableError(
                "several claims are equally right, so what changes is open; change the minutes",
                "visit",
                "services",
            )
        asked = [question for question in after.questions if question not in before.questions]
        right = {ask_id(None, question.missing) for question in asked}
        waiting = {code for question in asked for code in question.codes}
        right |= set(_changes(corpus, item, before, after, waiting))
        reasons = [question.reason for question in asked]
        return Key(
            frozenset(right or {NOTHING}),
            distinct([*reasons, *reasons_of(after), *reasons_of(before)]),
        )

    def view(self, corpus: Corpus, item: ChangeT, key: Key) -> AnswerView[None]:
        """The claim of the first visit, and what may become of it."""
        lines = certain_claim(corpus, item).lines
        units = units_by_code(lines)
        before, now = self.names(corpus, item)
        return AnswerView(
            tuple(_option(option, key, units) for option in item.options),
            None,
            claim=ClaimShown(f"The claim: {before}", lines),
            now=now,
        )


def _refuse_several_changes(item: ChangedClaim) -> None:
    for index, option in enumerate(item.options):
        if isinstance(option, ChangeOption):
            changes = (option.units, option.modifiers, option.on_claim)
            if sum(change is not None for change in changes) != 1:
                text = "an option names one change: 'units', 'modifiers' or 'on_claim'"
                raise UnderivableError(text, "options", index)


def _other_visit(item: ChangedClaim) -> Visit:
    if getattr(item, item.changes) == item.to:
        raise UnderivableError(f"'to' is the visit's own {item.changes}; name another one", "to")
    return visit_of(item).model_copy(update={item.changes: item.to})


def _changes(
    corpus: Corpus,
    item: ChangedClaim,
    before: ClaimResult,
    after: ClaimResult,
    waiting: Collection[str],
) -> Iterator[str]:
    """Ids of what differs; codes that wait for an answer are left out."""
    old, new = units_by_code(before.lines), units_by_code(after.lines)
    payers = (corpus.payers[item.payer], corpus.payers[_other_visit(item).payer])
    unknown = [payer.name for payer in payers if not modifiers_known(payer)]
    for code in sorted({*old, *new}):
        if base_of(corpus, code) in waiting:
            continue
        if code not in new or code not in old:
            yield f"{code}.{'on' if code in new else 'off'}"
            continue
        if old[code] != new[code]:
            yield f"{code}.units.{new[code]}"
        now = _modifiers(after.lines, code)
        if unknown and payers[0] != payers[1]:
            text = f"which modifiers {unknown[0]} wants on {code} is not known; name another payer"
            raise UnderivableError(text, "to")
        if now != _modifiers(before.lines, code):
            yield _modifiers_id(code, now)


def _modifiers(lines: Sequence[LineLike], code: str) -> set[str]:
    return {modifier for line in lines if line.code == code for modifier in line.modifiers}


def _option(
    option: ChangeOption | AskFirstOption | SameOption, key: Key, units: dict[str, int]
) -> OptionView:
    code = option.code if isinstance(option, ChangeOption) else None
    view = option_view(option, key, option.text or _text(option, units), code)
    return replace(view, shares_code=True)


def _text(option: ChangeOption | AskFirstOption | SameOption, units: dict[str, int]) -> str:
    match option:
        case SameOption():
            return "Nothing changes"
        case AskFirstOption():
            return option.text
        case ChangeOption(units=int() as number):
            before = f" instead of {units[option.code]}" if option.code in units else ""
            return quantity(number, "unit") + before
        case ChangeOption(modifiers=()):
            return "without a modifier"
        case ChangeOption(modifiers=tuple() as modifiers):
            return f"with {' and '.join(modifiers)} on the line"
        case ChangeOption():
            return "is added to the claim" if option.on_claim else "comes off the claim"
