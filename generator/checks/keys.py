"""The key of every question follows from the facts, is among the options, and is only one."""

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.findings import Spot
from generator.keys import Key, Underivable, derive_key, option_id, values_on_the_way
from generator.model.base import Sourced
from generator.model.item import ChooseAll, Item, JudgeClaim, StatementOption


def keys_not_derivable(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            derive_key(corpus, item)
        except Underivable as problem:
            spot = corpus.spot("items", name)
            yield Spot(spot.path, spot.keys + problem.keys), f"The key of '{name}' cannot be derived: {problem}."


def two_best_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        if not isinstance(item, ChooseAll) and len(key.right) > 1 and not item.contested:
            answers = " and ".join(sorted(key.right))
            yield spot / "visit", f"The facts leave {len(key.right)} best answers ({answers}); make the visit decide, or say in 'contested' why both are defended."


def right_answer_not_offered(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        absent = key.right - {option_id(option) for option in item.options}
        if absent:
            yield spot / "options", f"By the facts the right answer is {' and '.join(sorted(absent))}, which is not among the options; add it."
        elif not key.right:
            yield spot / "options", "By the facts no option is right; a question to choose from needs at least one."


def disagreeing_authors(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for index, option in enumerate(item.options):
            right = option_id(option) in key.right
            if option.key is not None and option.key != right:
                by_facts = " and ".join(sorted(key.right))
                yield (
                    spot / "options" / index / "key",
                    f"The author's key says {_word(option.key)} of '{option_id(option)}', the facts say {_word(right)} "
                    f"(right by the facts: {by_facts}); correct the option, the visit or the fact.",
                )


def keys_on_weak_facts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for reason in key.reasons:
            if reason.confidence == "low":
                said = f"The key rests on a fact of confidence low ({reason.text.rstrip('.')}); confirm it or ask about something else."
                yield spot / ("claim" if isinstance(item, JudgeClaim) else "visit"), said
        for index, reference in enumerate(item.rests_on):
            if getattr(corpus.fact(reference), "confidence", "high") == "low":
                yield spot / "rests_on" / index, f"'{reference}' has confidence low and cannot carry a question; confirm it or ask about something else."


        yield from _weak_statements(corpus, spot, item)


def _weak_statements(corpus: Corpus, spot: Spot, item: Item) -> Iterator[tuple[Spot, str]]:
    for index, option in enumerate(item.options):
        on_the_way = values_on_the_way(corpus, option.holds) if isinstance(option, StatementOption) else ()
        if any(isinstance(value, Sourced) and value.confidence == "low" for value in on_the_way):
            slot = spot / "options" / index / "holds" / "slot"
            yield slot, f"'{option.holds.slot}' of {option.holds.fact} has confidence low; confirm it or ask about something else."


def _keyed(corpus: Corpus) -> Iterator[tuple[Spot, Item, Key]]:
    for name, item in corpus.items.items():
        try:
            yield corpus.spot("items", name), item, derive_key(corpus, item)
        except Underivable:
            continue


def _word(right: bool) -> str:
    return "right" if right else "wrong"
