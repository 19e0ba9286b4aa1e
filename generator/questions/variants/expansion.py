"""A template and a number to a question like any other, keyed by the engine."""

from collections.abc import Iterator

from pydantic import ValidationError

from generator.facts.corpus import Corpus
from generator.facts.question_templates import Template
from generator.facts.quizzes import Item
from generator.questions.kinds.registry import KINDS
from generator.questions.variants.note_wording import UnfilledHoleError
from generator.questions.variants.proof import check_variant
from generator.questions.variants.randomness import numbers
from generator.questions.variants.scenario import (
    Scenario,
    UnsoundVariantError,
    first_error,
    scenario,
)
from generator.questions.variants.variant_space import space_of


def expand(corpus: Corpus, template: Template, number: int) -> Item | None:
    """The variant of that number; None where the limits allow none.

    Raises `Unsound` where it has not one best answer.
    """
    case = scenario(space_of(corpus, template), number)
    return question(corpus, case) if case else None


def variants(corpus: Corpus, template: Template, seed: int) -> Iterator[tuple[int, Item]]:
    """Every variant once with its number, in the order that the seed gives.

    Raises `Unsound` at the first that is none.
    """
    space = space_of(corpus, template)
    for number in numbers(seed, template.id, space.size):
        try:
            case = scenario(space, number)
            if case:
                yield number, question(corpus, case)
        except UnsoundVariantError as flaw:
            flaw.number = number
            raise


def question(corpus: Corpus, case: Scenario) -> Item:
    """The scenario with its answers. Raises `Unsound`."""
    kind = KINDS[case.template.kind]
    assert kind.variants
    try:
        item: Item = kind.model.model_validate({**_head(case), **kind.variants(corpus, case)})
    except UnfilledHoleError as hole:
        raise UnsoundVariantError(f"{hole}", "mistakes") from hole
    except ValidationError as problem:
        raise UnsoundVariantError(
            f"the pieces make no question ({first_error(problem)})", "mistakes"
        ) from problem
    check_variant(corpus, item)
    return item


def _head(case: Scenario) -> dict[str, object]:
    """What every kind of question has."""
    template = case.template
    same = ("version", "kind", "title", "difficulty", "objectives", "rests_on")
    return {
        **{name: getattr(template, name) for name in same},
        "id": case.id,
        "payer": case.drawn.payer,
        "date": case.drawn.day,
        "note": case.note,
        "visit": case.facts,
        "prompt": case.say(template.prompt),
        "reason": case.say(template.reason),
    }
