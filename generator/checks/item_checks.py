"""Questions: keys that follow from the facts, and sound options."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, VisitItem
from generator.facts.rule_examples import VisitExample
from generator.findings import Problems, Spot
from generator.questions.key_words import (
    WORDS,
    answer_words,
    compared,
    differing,
    joined,
    right_words,
    why,
)
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key, OwnKey, UnderivableError
from generator.questions.kinds.registry import kind_of
from generator.questions.weak_facts import weak_slots

CATCH_ALL = re.compile(
    r"\b(all|none|both) of (the|these)\b|\b(all|none) of the above\b", re.IGNORECASE
)


def keyed_items(corpus: Corpus, items: Iterable[Item] | None = None) -> Iterator[tuple[Item, Key]]:
    """Questions, or all, with their keys; those without are left to `keys_not_derivable`."""
    for item in corpus.items.values() if items is None else items:
        try:
            yield item, derive_key(corpus, item)
        except UnderivableError:
            continue


def spot_of(corpus: Corpus, item: Item, *keys: str | int) -> Spot:
    """The place in a question that `keys` lead to."""
    spot = corpus.spot("items", item.id)
    return Spot(spot.path, (*spot.keys, *keys))


def repeated_options(corpus: Corpus) -> Problems:
    """Options that are offered twice."""
    for item in corpus.items.values():
        seen: set[str] = set()
        for answer in kind_of(item).answers(item):
            if answer.id in seen:
                sentence = f"Option '{answer.id}' is here twice; remove one."
                yield spot_of(corpus, item, *answer.at), sentence
            seen.add(answer.id)
        yield from _asked_twice(corpus, item)


def _asked_twice(corpus: Corpus, item: Item) -> Problems:
    """The same thing asked for in other words, of a service and of the whole visit."""
    if not isinstance(item, VisitItem):
        return
    of_one: dict[str, int] = {}
    for index, option in enumerate(item.choices):
        asked, whom = (getattr(option, name, None) for name in ("asks", "whom"))
        is_thing = asked and asked != "nothing" and len(item.visit.services) == 1
        if is_thing and (first := of_one.setdefault(f"{asked} {whom}", index)) != index:
            sentence = f"This asks for '{asked}' as option {first + 1} does; remove one."
            yield spot_of(corpus, item, "options", index), sentence


def mislabeled_answers(corpus: Corpus) -> Problems:
    """Mistakes named at right answers."""
    for item, key in keyed_items(corpus):
        for at in kind_of(item).mislabeled(item, key):
            yield spot_of(corpus, item, *at), kind_of(item).mislabeled_message


def catch_all_options(corpus: Corpus) -> Problems:
    """Options such as 'all of the above'."""
    for item in corpus.items.values():
        for answer in kind_of(item).answers(item):
            if CATCH_ALL.search(answer.text or ""):
                sentence = (
                    "An option names an answer of its own; 'all/none of the above' tests reading,"
                    " not coding; write the answer out."
                )
                yield spot_of(corpus, item, *answer.at, "text"), sentence


def keys_not_derivable(corpus: Corpus) -> Problems:
    """Items whose key the facts do not decide."""
    for name, item in corpus.items.items():
        try:
            derive_key(corpus, item)
        except UnderivableError as problem:
            sentence = f"The key of '{name}' cannot be derived: {problem}."
            yield spot_of(corpus, item, *problem.keys), sentence


def two_best_answers(corpus: Corpus) -> Problems:
    """Items with one answer to choose and several right ones."""
    for item, key in keyed_items(corpus):
        if kind_of(item).form == "one" and len(key.right) > 1 and not item.contested:
            answers = " and ".join(sorted(key.right))
            sentence = (
                f"The facts leave {len(key.right)} best answers ({answers});"
                " make the visit decide, or say in 'contested' why both are defended."
            )
            yield spot_of(corpus, item, "visit"), sentence


def right_answer_not_offered(corpus: Corpus) -> Problems:
    """Right answers that the question gives no way to give."""
    for item, key in keyed_items(corpus):
        if obstacle := kind_of(item).unanswerable(item, key):
            place, sentence = obstacle
            yield spot_of(corpus, item, place), sentence


def disagreeing_authors(corpus: Corpus) -> Problems:
    """Authors' own verdicts that the facts contradict: on an option, or on a whole answer."""
    for item, key in keyed_items(corpus):
        kind = kind_of(item)
        own_keys = kind.own_keys(item)
        wrong = [
            own for own in own_keys if own.right != (own.id in key.right) and own.id not in key.free
        ]
        mine = {own.id for own in own_keys if own.right}
        yield from _disagreements(corpus, item, key, wrong, mine)
        whole = key.right_answers if not wrong and not kind.unanswerable(item, key) else ()
        if whole and mine not in whole:
            nearest = max(whole, key=lambda answer: len(answer & mine))
            sentence = (
                f"The author's key says {joined(mine) or 'nothing'}, and the whole answer is"
                f" {joined(nearest)}. {why(corpus, item, key)}{_correct(item)}"
            )
            yield spot_of(corpus, item, kind.answers_at), sentence


def _disagreements(
    corpus: Corpus, item: Item, key: Key, wrong: Sequence[OwnKey], mine: Collection[str]
) -> Problems:
    """Each slip once, the reasons with the first: a mark at the wrong option of one is one slip."""
    marked = [own for own in wrong if own.right]
    alone = kind_of(item).form == "one" and bool(marked)
    missed = [own.id for own in wrong if not own.right and alone]
    for place, own in enumerate(marked if alone else wrong):
        slot = compared(corpus, item, own.id)
        reasons = f" {slot}" if slot else ""
        if place == 0:
            right = right_words(differing(key, mine))
            because = slot or why(corpus, item, key, mine)
            reasons = f" Right is {right}. {because}".rstrip()
        sentence = f"{_disagreement(own, missed)}{reasons} {_correct(item)}"
        yield spot_of(corpus, item, *own.at), sentence


def _disagreement(own: OwnKey, missed: Sequence[str]) -> str:
    name = f"'{own.id}'" if own.id in WORDS else answer_words(own.id)
    if not own.marked:
        return f"{name} is right by the facts and not marked 'key: true'."
    right, other = ("right", "wrong") if own.right else ("wrong", "right")
    unmarked = f", and {joined(missed)} is not marked 'key: true'" if missed else ""
    return f"The author's key calls {name} {right}, the facts call it {other}{unmarked}."


def _correct(item: Item) -> str:
    return f"Correct the {kind_of(item).part}, the visit or the fact."


def keys_on_weak_facts(corpus: Corpus) -> Problems:
    """Keys that rest on facts of low confidence."""
    for item, key in keyed_items(corpus):
        for reason in key.reasons:
            if reason.confidence == "low":
                sentence = (
                    f"The key rests on a fact of confidence low ({reason.text.rstrip('.')});"
                    " confirm it or ask about something else."
                )
                yield spot_of(corpus, item, kind_of(item).decided_by), sentence
        for index, reference in enumerate(item.rests_on):
            if getattr(corpus.fact(reference), "confidence", "high") == "low":
                sentence = (
                    f"'{reference}' has confidence low and cannot carry a question; confirm it"
                    " or ask about something else."
                )
                yield spot_of(corpus, item, "rests_on", index), sentence
        for slot in weak_slots(corpus, item, key):
            sentence = (
                f"The key rests on {slot}, which has confidence low; confirm it or ask about"
                " something else."
            )
            yield spot_of(corpus, item, kind_of(item).decided_by), sentence
        for keys, sentence in kind_of(item).weak_facts(corpus, item):
            yield spot_of(corpus, item, *keys), sentence


def dates_to_come(corpus: Corpus) -> Problems:
    """Questions and examples of a year after the one in which the facts were judged."""
    days = [
        (spot_of(corpus, item, key), getattr(item, key, None))
        for item in corpus.items.values()
        for key in ("date", "to")
    ]
    days += [
        (corpus.spot("rules", name) / "examples" / index / "date", example.date)
        for name, rule in corpus.rules.items()
        for index, example in enumerate(rule.examples)
        if isinstance(example, VisitExample)
    ]
    for spot, day in days:
        if isinstance(day, date) and day.year > corpus.judged_on.year:
            sentence = (
                f"{day} lies in a later year than the facts, which were last judged as of"
                f" {corpus.judged_on}, so nothing is known of it; correct the year, or choose a"
                " date of service up to then."
            )
            yield spot, sentence
