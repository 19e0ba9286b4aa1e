"""A corpus without what a clinic does not show, and without all that speaks of it.

No page, row, question or link is left.

Questions keep their keys: one stays only where its answer, worked out without the hidden facts, is
the same.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from generator.billing.claim import build_claim
from generator.checks.assignment_checks import draws_too_large
from generator.facts.base import CodeId, FactId, PayerId, Reference
from generator.facts.corpus import Corpus
from generator.facts.question_templates import FromPool, Template
from generator.facts.quizzes import Item
from generator.facts.registers import CodeRange, Family, Rule
from generator.facts.rule_examples import Example, ReductionExample, VisitExample
from generator.facts.techniques import CodeRule, Technique
from generator.facts.visits import Visit
from generator.overlays.lesson_trimming import trim_lesson
from generator.overlays.reference_pruning import REMOVED, IsHidden, mentions, prune
from generator.overlays.track_trimming import shown_tracks
from generator.questions.key_digest import facts_of
from generator.questions.keys import Underivable, derive_key

WHOLE_OR_NOT = (
    "edits",
    "comparisons",
    "cases",
    "items",
    "templates",
    "demonstrations",
    "assignments",
)
"""What is taken away whole where it names a hidden thing: half of it would be wrong."""
PRUNED = (
    "codes",
    "other_codes",
    "payers",
    "rules",
    "glossary",
    "changes",
    "claims",
    "misconceptions",
    "pools",
    "variants",
)
LOOKED_UP = "The code for this is not shown on this site; look it up before you bill."


def hide(corpus: Corpus, hidden: frozenset[str]) -> Corpus:
    """`corpus` where `hidden` is empty.

    What goes may take more with it, until nothing speaks of what is gone.
    """
    if not hidden:
        return corpus
    shown, gone = corpus, frozenset(hidden)
    while True:
        shown = _once(corpus, gone)
        more = frozenset(
            f"{name}/{key}"
            for name in _registers(corpus)
            for key in corpus.register(name)
            if key not in shown.register(name)
        )
        hides, numbers = _hides(corpus, gone), _numbers(gone)
        more |= frozenset(
            f"items/{name}"
            for name in shown.items
            if not _answered_alike(corpus, shown, name, hides, numbers)
        )
        if more <= gone:
            break
        gone |= more
    codes = frozenset(name.partition("/")[2] for name in hidden if name.startswith("codes/"))
    shown = replace(shown, overlay=replace(shown.overlay, hidden=codes) if shown.overlay else None)
    short = {spot.path for spot, _ in draws_too_large(shown)}
    assignments = {
        name: given
        for name, given in shown.assignments.items()
        if shown.spot("assignments", name).path not in short
    }
    return replace(
        shown, assignments=assignments, tracks=shown_tracks(shown, gone, _hides(corpus, gone))
    )


def _registers(corpus: Corpus) -> tuple[str, ...]:
    return (*WHOLE_OR_NOT, *PRUNED, "techniques", "articles", "quizzes", "lessons")


def _once(corpus: Corpus, gone: frozenset[str]) -> Corpus:
    hides = _hides(corpus, gone)
    numbers = _numbers(gone)
    kept: dict[str, Mapping[str, object]] = {}
    for register in WHOLE_OR_NOT:
        kept[register] = {
            name: thing
            for name, thing in _left(corpus, register, gone)
            if not mentions(thing, hides)
        }
    for register in PRUNED:
        found = ((name, prune(thing, hides)) for name, thing in _left(corpus, register, gone))
        kept[register] = {
            name: thing
            for name, thing in found
            if thing is not REMOVED and not _emptied(corpus.register(register)[name], thing)
        }
    kept["misconceptions"] = {
        name: myth
        for name, myth in kept["misconceptions"].items()
        if not numbers.search(f"{name} {myth.title}")
    }
    kept["articles"] = {
        name: article.model_copy(update={"claims": claims})
        for name, article in _left(corpus, "articles", gone)
        if (
            claims := tuple(
                kept["claims"][key]
                for claim in article.claims
                if (key := f"{name}-{claim.id}") in kept["claims"]
            )
        )
    }
    kept["items"] = {name: item for name, item in kept["items"].items() if not _says(item, numbers)}
    kept["templates"] = {
        name: template
        for name, template in kept["templates"].items()
        if _drawn_alike(corpus, template, hides) and not _says(template, numbers)
    }
    kept["techniques"] = {
        name: _technique(thing, hides)
        for name, thing in _left(corpus, "techniques", gone)
        if not _all_hidden(thing, hides)
    }
    kept["quizzes"] = {
        name: quiz.model_copy(
            update={"items": items, "codes": tuple(code for code in quiz.codes if not hides(code))}
        )
        for name, quiz in _left(corpus, "quizzes", gone)
        if (items := tuple(item for item in quiz.items if item.id in kept["items"]))
    }
    kept["families"] = _families(corpus, kept["codes"], hides)
    kept["rules"] = {
        name: _with_examples(corpus, rule, hides, numbers) for name, rule in kept["rules"].items()
    }
    kept_lessons = [
        (name, lesson)
        for name, lesson in _left(corpus, "lessons", gone)
        if not numbers.search(f"{name} {lesson.title}")
    ]
    shown = replace(corpus, **kept, lessons=dict(kept_lessons))
    return replace(
        shown, lessons={name: trim_lesson(lesson, shown) for name, lesson in kept_lessons}
    )


def _numbers(gone: frozenset[str]) -> re.Pattern[str]:
    """Finds the hidden codes in a text."""
    return re.compile(
        r"\b("
        + "|".join(sorted(name[6:] for name in gone if name.startswith("codes/")) or ["(?!)"])
        + r")\b"
    )


def _left(corpus: Corpus, register: str, gone: frozenset[str]) -> list[tuple[str, object]]:
    return [
        (name, thing)
        for name, thing in corpus.register(register).items()
        if f"{register}/{name}" not in gone
    ]


def _hides(corpus: Corpus, gone: frozenset[str]) -> IsHidden:
    edits = {
        "-".join(name.split("/")[1].split("-")[:2]) for name in gone if name.startswith("edits/")
    }

    def hides(reference: Reference) -> bool:
        if reference.kind != "facts":
            return f"{reference.kind}/{reference}" in gone
        register, _, name = reference.partition("/")
        return (name in edits) if register == "edits" else reference in gone

    return hides


def _says(thing: BaseModel, numbers: re.Pattern[str]) -> bool:
    return numbers.search(thing.model_dump_json()) is not None


def _emptied(before: object, after: object) -> bool:
    """What was about codes and is about none that is shown, or has lost the code that is right instead."""
    if getattr(before, "right_code", None) and not getattr(after, "right_code", None):
        return True
    return any(
        bool(getattr(before, key, ())) and not getattr(after, key, ())
        for key in ("about", "codes")
        if isinstance(getattr(before, key, ()), tuple)
    )


def _drawn_alike(corpus: Corpus, template: Template, hides: IsHidden) -> bool:
    """Whether every list that the template draws from is whole.

    Another list would draw other questions.
    """
    pools = (draw.pool for draw in template.draws.values() if isinstance(draw, FromPool))
    return not any(mentions(corpus.pools[pool], hides) for pool in pools)


def _all_hidden(technique: Technique, hides: IsHidden) -> bool:
    return all(rule.codes and any(map(hides, rule.codes)) for rule in technique.codes)


def _technique(technique: Technique, hides: IsHidden) -> Technique:
    """The rules stay in their places: where one is hidden, the next must not answer instead."""
    rules = tuple(_rule(rule) if any(map(hides, rule.codes)) else rule for rule in technique.codes)
    return technique if rules == technique.codes else technique.model_copy(update={"codes": rules})


def _rule(rule: CodeRule) -> CodeRule:
    return rule.model_copy(
        update={"codes": (), "not_billable": LOOKED_UP, "why": LOOKED_UP, "contested": None}
    )


def _families(corpus: Corpus, codes: Mapping[str, object], hides: IsHidden) -> dict[str, Family]:
    used = {code.family for code in codes.values()}
    numbers = [name for name in corpus.codes if name not in codes]
    return {
        name: _unsure(family, numbers) for name, family in corpus.families.items() if name in used
    }


def _unsure(family: Family, hidden: list[str]) -> Family:
    """Without the stretches in which a hidden code lies.

    There, a number that is not named may well be a code.
    """
    return family.model_copy(
        update={
            "whole": tuple(
                reach for reach in family.whole if not any(_within(reach, name) for name in hidden)
            )
        }
    )


def _within(reach: CodeRange, name: str) -> bool:
    return reach.first <= name <= reach.last


def _with_examples(corpus: Corpus, rule: Rule, hides: IsHidden, numbers: re.Pattern[str]) -> Rule:
    """The rule with those of its examples that are whole without what is hidden.

    A visit shown for several payers loses some of them.
    """
    shown = (_for_shown_payers(example, hides) for example in corpus.rules[rule.id].examples)
    kept = tuple(
        example
        for example in shown
        if example
        and not mentions(example, hides)
        and not _says(example, numbers)
        and not _bills_hidden(corpus, example, hides)
    )
    return rule if kept == rule.examples else rule.model_copy(update={"examples": kept})


def _for_shown_payers(example: Example, hides: IsHidden) -> Example | None:
    if not isinstance(example, VisitExample):
        return example
    payers = tuple(payer for payer in example.payers if not hides(PayerId(payer)))
    return example.model_copy(update={"payers": payers}) if payers else None


def _bills_hidden(corpus: Corpus, example: Example, hides: IsHidden) -> bool:
    """Whether the answer to an example, by all the facts, names a hidden code."""
    match example:
        case VisitExample():
            payers = example.payers
        case ReductionExample():
            payers = (example.payer,)
        case _:
            return False
    facts = {name: getattr(example.visit, name) for name in type(example.visit).model_fields}
    bills = (
        build_claim(corpus, Visit(date=example.date, payer=payer, **facts)) for payer in payers
    )
    return any(hides(CodeId(code)) for found in bills for code in _codes_in(found))


def _codes_in(found: object) -> set[str]:
    return set(re.findall(r"\b(?:\d{5}|[A-Z]\d{4})\b", repr(found)))


def _answered_alike(
    corpus: Corpus, shown: Corpus, name: str, hides: IsHidden, numbers: re.Pattern[str]
) -> bool:
    """Whether the same answer follows for the same reasons, none of which names a hidden code."""
    item: Item = shown.items[name]
    try:
        before, after = derive_key(corpus, item), derive_key(shown, item)
    except (Underivable, KeyError):
        return False
    told = [reason.text for reason in before.reasons]
    if before.right != after.right or told != [reason.text for reason in after.reasons]:
        return False
    return not any(map(numbers.search, told)) and not any(
        hides(FactId(fact)) for fact in facts_of(item, before)
    )
