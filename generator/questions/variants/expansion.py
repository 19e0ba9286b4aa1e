"""A template and a number to a question like any other, keyed by the engine."""

from collections.abc import Iterator
from itertools import chain, zip_longest

from pydantic import ValidationError

from generator.cache.build_cache import cached_by_facts
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Template
from generator.facts.quizzes import Item
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.registry import KINDS, AnyKind
from generator.questions.variants.note_wording import UnfilledHoleError
from generator.questions.variants.randomness import numbers
from generator.questions.variants.scenario import (
    Scenario,
    UnsoundVariantError,
    first_error,
    scenario,
)
from generator.questions.variants.variant_space import space_of
from generator.questions.weak_facts import weak_slots

SAMPLE = 40
LOOKED_THROUGH = 3  # for each variant taken, so that no answer is right all the time


def expand(corpus: Corpus, template: Template, number: int) -> Item | None:
    """The variant of that number; None where the limits allow none.

    Raises `Unsound` where it has not one best answer.
    """
    case = scenario(space_of(corpus, template), number)
    return _question(corpus, case) if case else None


def variants(corpus: Corpus, template: Template, seed: int) -> Iterator[tuple[int, Item]]:
    """Every variant once with its number, in the order that the seed gives.

    Raises `Unsound` at the first that is none.
    """
    space = space_of(corpus, template)
    for number in numbers(seed, template.id, space.size):
        try:
            case = scenario(space, number)
            if case:
                yield number, _question(corpus, case)
        except UnsoundVariantError as flaw:
            flaw.number = number
            raise


def _question(corpus: Corpus, case: Scenario) -> Item:
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
    _prove(corpus, kind, item)
    return item


def _head(case: Scenario) -> dict[str, object]:
    template = case.template
    same = ("version", "kind", "title", "difficulty", "objectives", "rests_on", "exhibits")
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


def _prove(corpus: Corpus, kind: AnyKind, item: Item) -> None:
    """Raises `Unsound` without a key, with several best answers, or one that cannot be given."""
    try:
        key = derive_key(corpus, item)
    except UnderivableError as problem:
        raise UnsoundVariantError(f"its key cannot be derived: {problem}", "visit") from problem
    if obstacle := kind.unanswerable(item, key):
        raise UnsoundVariantError(f"its right answer cannot be given: {obstacle[1]}", "mistakes")
    if kind.mislabeled(item, key):
        raise UnsoundVariantError("a mistake is said to lead to the right answer", "mistakes")
    if kind.form == "one" and len(key.right) != 1:
        raise UnsoundVariantError(
            f"the facts leave {len(key.right)} best answers ({' and '.join(sorted(key.right))})",
            "visit",
        )
    weak = any(reason.confidence == "low" for reason in key.reasons)
    if weak or any(weak_slots(corpus, item, key)):
        raise UnsoundVariantError("the key rests on a fact of confidence low", "visit")


@cached_by_facts
def pool_of(corpus: Corpus, template: Template, seed: int, size: int) -> tuple[Item, ...]:
    """`size` variants, or as many as there are; raises `Unsound`.

    Of questions to choose from those whose right answers take turns; others as the seed gives them.
    """
    single = KINDS[template.kind].form == "one"
    wanted = size * LOOKED_THROUGH if single else size
    different: dict[str, Item] = {}  # two draws may by chance be worded alike
    for _, item in variants(corpus, template, seed):
        different.setdefault(item.id, item)
        if len(different) == wanted:
            break
    by_answer: dict[str, list[Item]] = {}
    for item in different.values():
        right = min(derive_key(corpus, item).right) if single else ""
        by_answer.setdefault(right, []).append(item)
    turns = chain.from_iterable(zip_longest(*by_answer.values()))
    return tuple(filter(None, turns))[:size]
