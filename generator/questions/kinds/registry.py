"""The kinds of question there are.

To add one: a folder here with a module of its model and a class with what `QuestionKind` asks for
and, if plain options do not show it, a template; a line in `_ALL`; and a folder and a line in the
browser's quiz/kinds. No other module of the generator names a kind.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal, Union

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from generator.facts.assignments import Draw
from generator.facts.patient_cases import PatientCase
from generator.facts.question_templates import Template
from generator.facts.quizzes import Item, Quiz
from generator.questions.kinds.choose_all.choose_all_kind import ChooseAllKind
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCodeKind
from generator.questions.kinds.claim_form.claim_form_kind import ClaimFormKind
from generator.questions.kinds.fill_claim.fill_claim_kind import FillClaimKind
from generator.questions.kinds.judge_claim.judge_claim_kind import JudgeClaimKind
from generator.questions.kinds.mark_words.mark_words_kind import MarkWordsKind
from generator.questions.kinds.other_date.other_date_kind import OtherDateKind
from generator.questions.kinds.other_payer.other_payer_kind import OtherPayerKind
from generator.questions.kinds.question_kind import QuestionKind
from generator.questions.kinds.spot_the_error.spot_the_error_kind import SpotTheErrorKind
from generator.questions.kinds.units.units_kind import UnitsKind
from generator.questions.kinds.what_is_missing.what_is_missing_kind import WhatIsMissingKind

AnyKind = QuestionKind[Any, Any]
_ALL: tuple[AnyKind, ...] = (
    ChooseCodeKind(),
    ChooseAllKind(),
    JudgeClaimKind(),
    UnitsKind(),
    FillClaimKind(),
    ClaimFormKind(),
    SpotTheErrorKind(),
    WhatIsMissingKind(),
    MarkWordsKind(),
    OtherPayerKind(),
    OtherDateKind(),
)
KINDS: dict[str, AnyKind] = {kind.name: kind for kind in _ALL}


def kind_of(item: Item) -> AnyKind:
    """The kind of an item."""
    return KINDS[item.kind]


class _LateType:
    """A type that pydantic makes when it builds the model, so that `with_kind` changes it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler.generate_schema(self.make())


def _any_item() -> Any:
    models = tuple(kind.model for kind in KINDS.values())
    return Annotated[Union[models], Field(discriminator="kind")]  # noqa: UP007 - a tuple of types


def complete_models() -> None:
    """Fills the kinds into the models of files that name them."""
    for model, name, make in (
        (Quiz, "AnyItem", _any_item),
        (PatientCase, "AnyItem", _any_item),
        (Draw, "KindName", lambda: Literal[tuple(KINDS)]),
        (
            Template,
            "KindName",
            lambda: Literal[tuple(kind.name for kind in KINDS.values() if kind.variants)],
        ),
    ):
        late = Annotated[Any, _LateType(make)]
        model.model_rebuild(force=True, _types_namespace={name: late})


@contextmanager
def with_kind(kind: AnyKind) -> Iterator[None]:
    """One more kind, for a test; raises `ValueError` where the name is taken."""
    if kind.name in KINDS:
        raise ValueError(f"there is a kind {kind.name} already")
    KINDS[kind.name] = kind
    complete_models()
    try:
        yield
    finally:
        del KINDS[kind.name]
        complete_models()
