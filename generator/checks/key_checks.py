"""The key of every question follows from the facts, can be given as an answer, and is only one."""

from collections.abc import Iterator

from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.keys import (
    Key,
    Underivable,
    absent,
    derive_key,
    own_keys,
    values_on_the_way,
)
from generator.questions.kinds.choose_all.choose_all_model import ChooseAll, StatementOption
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from generator.questions.kinds.claim.claim_model import FillClaim
from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from generator.questions.kinds.mark_words.mark_words_model import MarkWords
from generator.questions.kinds.units.units_model import Units

FORMS = {
    "units": "rows",
    "claim": "codes",
    "mark-words": "note",
    "spot-the-error": "claim",
}  # where an answer comes from; else 'options'


def keys_not_derivable(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            derive_key(corpus, item)
        except Underivable as problem:
            spot = corpus.spot("items", name)
            yield (
                Spot(spot.path, spot.keys + problem.keys),
                f"The key of '{name}' cannot be derived: {problem}.",
            )


def two_best_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        if isinstance(item, ChooseCode | JudgeClaim) and len(key.right) > 1 and not item.contested:
            named = " and ".join(sorted(key.right))
            yield (
                spot / "visit",
                (
                    f"The facts leave {len(key.right)} best answers ({named}); make the visit"
                    " decide, or say in 'contested' why both are defended."
                ),
            )


def right_answer_not_offered(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        place, lacking = spot / FORMS.get(item.kind, "options"), " and ".join(absent(item, key))
        if lacking:
            yield place, _lacking(item, lacking)
        elif not key.right:
            yield (
                place,
                "By the facts no option is right; a question to choose from needs at least one.",
            )
        elif isinstance(item, FillClaim) and max(map(len, key.ways)) > item.lines:
            yield (
                spot / "lines",
                f"A right claim has {max(map(len, key.ways))} lines; give the form as many.",
            )


def _lacking(item: Item, names: str) -> str:
    match item:
        case Units():
            return f"The claim has units of {names}, for which no row asks; add it."
        case FillClaim():
            return f"The right claim needs {names}, which the form does not offer; add it."
        case MarkWords():
            return (
                f"The code rests on {names}, to which the note ties no words; write [[words|fact]]"
                " around them."
            )
        case _:
            return (
                f"By the facts the right answer is {names}, which is not among the options; add it."
            )


def disagreeing_authors(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for said in own_keys(item):
            right = said.id in key.right
            if said.right != right and said.id not in key.free:
                by_facts = " and ".join(sorted(key.right))
                yield (
                    Spot(spot.path, spot.keys + said.at),
                    (
                        f"The author's key says {_word(said.right)} of '{said.id}', the facts say"
                        f" {_word(right)} (right by the facts: {by_facts}); correct the"
                        f" {_part(item)}, the visit or the fact."
                    ),
                )


def keys_on_weak_facts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for reason in key.reasons:
            if reason.confidence == "low":
                said = (
                    f"The key rests on a fact of confidence low ({reason.text.rstrip('.')});"
                    " confirm it or ask about something else."
                )
                yield spot / ("claim" if isinstance(item, JudgeClaim) else "visit"), said
        for index, reference in enumerate(item.rests_on):
            if getattr(corpus.fact(reference), "confidence", "high") == "low":
                yield (
                    spot / "rests_on" / index,
                    (
                        f"'{reference}' has confidence low and cannot carry a question; confirm it"
                        " or ask about something else."
                    ),
                )
        yield from _weak_statements(corpus, spot, item)


def _weak_statements(corpus: Corpus, spot: Spot, item: Item) -> Iterator[tuple[Spot, str]]:
    for index, option in enumerate(item.options if isinstance(item, ChooseAll) else ()):
        on_the_way = (
            values_on_the_way(corpus, option.holds) if isinstance(option, StatementOption) else ()
        )
        if any(isinstance(value, Sourced) and value.confidence == "low" for value in on_the_way):
            slot = spot / "options" / index / "holds" / "slot"
            yield (
                slot,
                (
                    f"'{option.holds.slot}' of {option.holds.fact} has confidence low; confirm it"
                    " or ask about something else."
                ),
            )


def _keyed(corpus: Corpus) -> Iterator[tuple[Spot, Item, Key]]:
    for name, item in corpus.items.items():
        try:
            yield corpus.spot("items", name), item, derive_key(corpus, item)
        except Underivable:
            continue


def _part(item: Item) -> str:
    return {"units": "row", "claim": "line", "spot-the-error": "line", "mark-words": "note"}.get(
        item.kind, "option"
    )


def _word(right: bool) -> str:
    return "right" if right else "wrong"
