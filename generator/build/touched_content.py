"""What a change of facts touches: answers, pages and sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.build.fact_changes import ChangedSlot, fact_changes
from generator.cache.build_cache import BuildCache
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.prose_figures import excerpt, spot_in
from generator.checks.figures.sentences import Sentence, sentences
from generator.checks.figures.stated import stated_figures
from generator.checks.figures.subjects import codes_in
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.renderer import render
from generator.questions.key_digest import facts_of
from generator.questions.key_words import compared, right_words
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key, UnderivableError
from generator.questions.kinds.choose_all.choose_all_kind import StatementOption
from generator.questions.kinds.choose_all.statement_facts import rests_on
from generator.questions.variants.expansion import pool_of
from generator.questions.variants.scenario import UnsoundVariantError

FIGURE = re.compile(rf"(?<![\w.,-]){NUMBER}(?![\w%]|[.,-]\d)", re.IGNORECASE)
DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?!\d)"
    r"|\b\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?\b|\b(?:19|20)\d\d\b"
)
"""Numbers of days, months and years, which no amount has."""
HEADS = ("title", "name")


@dataclass(frozen=True)
class ChangedAnswer:
    """A question or variant whose right answers differ, and the changes that made it so."""

    name: str
    spot: Spot
    old: str
    new: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class TouchedOption:
    """A statement of a question whose fact has other words or dates now: read the two again."""

    name: str
    spot: Spot
    text: str
    verdict: str
    change: ChangedSlot


@dataclass(frozen=True)
class StaleSentence:
    """A sentence with the old value of a changed slot; `certain` where it states it of the fact."""

    spot: Spot
    text: str
    change: ChangedSlot
    certain: bool


@dataclass(frozen=True)
class TouchedContent:
    """All that differs; `pages` is None where they cannot be made."""

    facts: tuple[ChangedSlot, ...]
    answers: tuple[ChangedAnswer, ...]
    options: tuple[TouchedOption, ...]
    pages: tuple[str, ...] | None
    sentences: tuple[StaleSentence, ...]


def compare(old: Corpus, new: Corpus) -> TouchedContent:
    """What differs in `new`, whose references all lead somewhere."""
    facts = tuple(fact_changes(old, new))
    answers = (*_answers(old, new, facts), *_variants(old, new, facts))
    options = tuple(_options(old, new, facts))
    return TouchedContent(facts, answers, options, _pages(old, new), tuple(_stale(new, facts)))


def _options(old: Corpus, new: Corpus, facts: Sequence[ChangedSlot]) -> Iterator[TouchedOption]:
    """Statements that rest on a slot that differs, whether or not their verdict does."""
    of_fact: dict[str, list[ChangedSlot]] = {}
    for change in facts:
        of_fact.setdefault(change.fact, []).append(change)
    for name, item in new.items.items():
        for place, option in enumerate(item.choices):
            if name not in old.items or not isinstance(option, StatementOption):
                continue
            near = of_fact.get(str(option.holds.fact), ())
            touching = [one for one in near if rests_on(option.holds, one.slot)]
            if touching:
                spot = new.spot("items", name) / "options" / place
                decided = compared(new, item, option.id)
                yield TouchedOption(f"question {name}", spot, option.text, decided, touching[0])


def _answers(old: Corpus, new: Corpus, facts: Sequence[ChangedSlot]) -> Iterator[ChangedAnswer]:
    for name, item in new.items.items():
        before = old.items.get(name)
        if before is not None:
            was, now = _right(old, before), _right(new, item)
            if was != now:
                because = _reasons(new, item, before, was, facts)
                yield ChangedAnswer(f"question {name}", new.spot("items", name), was, now, because)


def _variants(old: Corpus, new: Corpus, facts: Sequence[ChangedSlot]) -> Iterator[ChangedAnswer]:
    for variants in new.variants.values():
        for written in variants.written:
            template = str(written.template)
            before = _pool(old, template, variants.seed, written.pool)
            after = _pool(new, template, variants.seed, written.pool)
            for name, item in after.items():
                if name in before and (was := _right(old, before[name])) != (
                    now := _right(new, item)
                ):
                    spot = new.spot("templates", template)
                    because = _reasons(new, item, before[name], was, facts)
                    yield ChangedAnswer(f"variant {name}", spot, was, now, because)


def _pool(corpus: Corpus, template: str, seed: int, size: int) -> Mapping[str, Item]:
    try:
        pool = pool_of(corpus, corpus.templates[template], seed, size)
    except (KeyError, UnsoundVariantError):
        return {}
    return {item.id: item for item in pool}


def _right(corpus: Corpus, item: Item) -> str:
    """The right answers in a line, or why there are none."""
    try:
        key = derive_key(corpus, item)
    except UnderivableError as problem:
        return f"no answer ({problem})"
    return right_words(key)


def _reasons(
    new: Corpus, item: Item, before: Item, was: str, facts: Sequence[ChangedSlot]
) -> tuple[str, ...]:
    """The changed values of the facts behind an answer, and whether the question changed too."""
    used = {*facts_of(item, _key(new, item)), *map(str, item.rests_on)}
    holds = [option.holds for option in item.choices if isinstance(option, StatementOption)]
    near = [change for change in facts if change.fact in used | {str(one.fact) for one in holds}]
    touching = [
        change
        for change in near
        if any(change.fact == str(one.fact) and rests_on(one, change.slot) for one in holds)
    ]
    values = touching or [one for one in near or facts if one.is_value] or list(near or facts)
    reworded = ("the question itself was changed",) if item != before else ()
    return (*reworded, *map(str, values))


def _key(corpus: Corpus, item: Item) -> Key:
    try:
        return derive_key(corpus, item)
    except UnderivableError:
        return Key(frozenset(), ())


def _pages(old: Corpus, new: Corpus) -> tuple[str, ...] | None:
    """Paths of pages that are new, gone or different; of the newer state only those are made."""
    cache = BuildCache()
    try:
        before, after = _rendered(old, cache), _rendered(new, cache)
    except UnderivableError:
        return None
    return tuple(
        path for path in dict.fromkeys((*before, *after)) if before.get(path) != after.get(path)
    )


def _rendered(corpus: Corpus, cache: BuildCache) -> dict[str, str]:
    shown = corpus.public
    return {
        page.path: cache.get_or_build(page.path, page, shown, partial(_page, page))
        for page in all_pages(shown)
    }


def _page(page: Page, corpus: Corpus) -> str:
    return render(corpus, page)


def _stale(new: Corpus, facts: Sequence[ChangedSlot]) -> Iterator[StaleSentence]:
    """Sentences that state the number a changed slot had; then those that only name it."""
    wanted = [(change, float(str(change.old))) for change in facts if _is_number(change.old)]
    stated: set[tuple[Spot, int]] = set()
    for figure in stated_figures(new) if wanted else ():
        for change, value in wanted:
            if figure.fact == change.fact and figure.value == value and not figure.agrees:
                stated.add((figure.sentence.spot, figure.sentence.start))
                spot = spot_in(figure.sentence, figure.at)
                yield StaleSentence(spot, excerpt(figure.sentence, figure.at), change, True)
    for sentence in sentences(new) if wanted else ():
        for change, value in wanted:
            at = _place(sentence.text, value)
            new_here = (sentence.spot, sentence.start) not in stated
            if at is not None and new_here and _speaks_of(new, sentence, change):
                start = sentence.start + at
                text = excerpt(sentence, start)
                yield StaleSentence(spot_in(sentence, start), text, change, False)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _place(text: str, value: float) -> int | None:
    dates = tuple(match.span() for match in DATE.finditer(text))
    found = (
        match
        for match in FIGURE.finditer(text)
        if number_of(match[0]) == value
        and not any(start <= match.start() < end for start, end in dates)
    )
    return next((match.start() for match in found), None)


def _speaks_of(corpus: Corpus, sentence: Sentence, change: ChangedSlot) -> bool:
    if sentence.spot.keys and sentence.spot.keys[-1] in HEADS:
        return False
    if change.register == "codes":
        return change.name in (codes_in(corpus, sentence.text) or sentence.subject.codes)
    here = corpus.spots.get(f"{change.register}/{change.name}")
    return here is not None and here.path == sentence.spot.path
