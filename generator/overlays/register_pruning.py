"""Each register of a corpus without what is hidden, its lessons and examples among them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.authoring.lesson_files import BLOCK, INSERTED, LINK, LINKED
from generator.billing.claim import build_claim
from generator.facts.base import PayerId
from generator.facts.claim_forms import BLANK, ClaimFormGuide
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.figures import Figure, MinutesFigure
from generator.facts.lessons import Lesson
from generator.facts.published_claims import Article, Claim
from generator.facts.question_templates import FromPool, Template
from generator.facts.quizzes import Item, Quiz
from generator.facts.registers import Family, Rule
from generator.facts.rule_examples import Example, ReductionExample, VisitExample
from generator.facts.sheets import CheatSheet
from generator.facts.techniques import Technique
from generator.facts.visits import Visit
from generator.overlays.hidden_names import REMOVED, HiddenNames, prune

WHOLE_OR_NOT = (
    "edits",
    "comparisons",
    "cases",
    "figures",
    "worked_claims",
    "items",
    "templates",
    "demonstrations",
    "assignments",
)
"""What goes whole where it names a hidden thing: half of it would be wrong."""
PRUNED = (
    "codes",
    "other_codes",
    "payers",
    "plans",
    "fee_schedules",
    "rules",
    "glossary",
    "abbreviations",
    "changes",
    "claims",
    "misconceptions",
    "adjustments",
    "pools",
    "variants",
)
REGISTERS = (
    *WHOLE_OR_NOT,
    *PRUNED,
    "sheets",
    "claim_forms",
    "techniques",
    "articles",
    "quizzes",
    "lessons",
)
LOOK_UP = "The code for this is not shown on this site; look it up before you bill."
CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")


def without_hidden(corpus: Corpus, hidden: HiddenNames) -> Corpus:
    """The corpus with each register pruned once."""
    left: dict[str, dict[str, Any]] = {
        register: {
            name: thing
            for name, thing in corpus.register(register).items()
            if f"{register}/{name}" not in hidden.gone
        }
        for register in REGISTERS
    }
    shown: dict[str, Any] = {
        register: {
            name: thing for name, thing in left[register].items() if not hidden.mentioned(thing)
        }
        for register in WHOLE_OR_NOT
    }
    shown |= {register: dict(_pruned(left[register], hidden)) for register in PRUNED}
    shown["misconceptions"] = _not_about(shown["misconceptions"], hidden)
    shown["articles"] = dict(_articles(left["articles"], shown["claims"]))
    shown["items"] = {
        name: item for name, item in shown["items"].items() if not hidden.in_words(item)
    }
    shown["templates"] = dict(_templates(corpus, shown["templates"], hidden))
    shown["techniques"] = dict(_techniques(left["techniques"], hidden))
    shown["sheets"] = dict(_sheets(left["sheets"], shown["techniques"], hidden))
    shown["claim_forms"] = dict(_claim_forms(left["claim_forms"], hidden))
    shown["quizzes"] = dict(_quizzes(left["quizzes"], shown["items"], hidden))
    shown["families"] = dict(_families(corpus, shown["codes"]))
    shown["rules"] = {
        name: rule.model_copy(update={"examples": shown_examples(corpus, name, hidden)})
        for name, rule in shown["rules"].items()
    }
    shown["figures"] = {
        name: figure
        for name, figure in shown["figures"].items()
        if not hidden.in_words(figure) and _has_example(figure, shown["rules"])
    }
    lessons = _not_about(left["lessons"], hidden)
    found = replace(corpus, **shown, lessons=lessons)
    trimmed = {name: trim_lesson(lesson, found) for name, lesson in lessons.items()}
    return replace(found, lessons=trimmed)


def _has_example(figure: Figure, rules: Mapping[str, Rule]) -> bool:
    """Whether a figure still has the example it draws, if it draws one."""
    if not isinstance(figure, MinutesFigure):
        return True
    rule = rules.get(figure.rule.removeprefix("rules/"))
    return rule is not None and any(one.id == figure.example for one in rule.examples)


def _pruned(register: Mapping[str, Any], hidden: HiddenNames) -> Iterator[tuple[str, object]]:
    for name, thing in register.items():
        after = prune(thing, hidden.reference)
        if after is not REMOVED and not _is_emptied(thing, after):
            yield name, after


def _is_emptied(before: object, after: object) -> bool:
    if getattr(before, "right_code", None) and not getattr(after, "right_code", None):
        return True
    return any(
        bool(getattr(before, key, ())) and not getattr(after, key, ())
        for key in ("about", "codes")
        if isinstance(getattr(before, key, ()), tuple)
    )


def _not_about(register: Mapping[str, Any], hidden: HiddenNames) -> dict[str, Any]:
    return {
        name: thing
        for name, thing in register.items()
        if not hidden.in_text(f"{name} {thing.title}")
    }


def _articles(
    articles: Mapping[str, Article], claims: Mapping[str, Claim]
) -> Iterator[tuple[str, Article]]:
    for name, article in articles.items():
        keys = (f"{name}-{claim.id}" for claim in article.claims)
        if shown := tuple(claims[key] for key in keys if key in claims):
            yield name, article.model_copy(update={"claims": shown})


def _templates(
    corpus: Corpus, templates: Mapping[str, Template], hidden: HiddenNames
) -> Iterator[tuple[str, Template]]:
    """Those whose lists are whole: another list would draw other questions."""
    for name, template in templates.items():
        draws = (draw for draw in template.draws.values() if isinstance(draw, FromPool))
        is_drawn_alike = not any(hidden.mentioned(corpus.pools[draw.pool]) for draw in draws)
        if is_drawn_alike and not hidden.in_words(template):
            yield name, template


def _sheets(
    sheets: Mapping[str, CheatSheet], techniques: Mapping[str, object], hidden: HiddenNames
) -> Iterator[tuple[str, CheatSheet]]:
    """Without rows that name a hidden code; a sheet goes with the last thing that it lists."""
    for name, sheet in sheets.items():
        tables = (
            table.model_copy(update={"rows": rows})
            for table in sheet.tables
            if (rows := tuple(row for row in table.rows if not hidden.in_words(row)))
        )
        codes = tuple(code for code in sheet.codes if not hidden.code(code))
        asked = tuple(technique for technique in sheet.techniques if technique in techniques)
        see = tuple(page for page in sheet.see if not hidden.reference(page))
        changed = {"tables": tuple(tables), "codes": codes, "techniques": asked, "see": see}
        is_emptied = (sheet.codes and not codes) or (sheet.techniques and not asked)
        if not is_emptied and not hidden.in_text(f"{sheet.title} {sheet.summary}"):
            yield name, sheet.model_copy(update=changed)


def _claim_forms(
    forms: Mapping[str, ClaimFormGuide], hidden: HiddenNames
) -> Iterator[tuple[str, ClaimFormGuide]]:
    """With an empty box in the example where it had a hidden code."""
    for name, form in forms.items():
        parts = tuple(
            part.model_copy(
                update={
                    "boxes": tuple(
                        box.model_copy(update={"sample": BLANK})
                        if hidden.in_text(box.sample)
                        else box
                        for box in part.boxes
                    )
                }
            )
            for part in form.parts
        )
        yield name, form.model_copy(update={"parts": parts})


def _techniques(
    techniques: Mapping[str, Technique], hidden: HiddenNames
) -> Iterator[tuple[str, Technique]]:
    """The rules stay in their places: where one is hidden, the next must not answer instead."""
    for name, technique in techniques.items():
        is_hidden = [any(map(hidden.code, rule.codes)) for rule in technique.codes]
        if not all(is_hidden):
            without = {"codes": (), "not_billable": LOOK_UP, "why": LOOK_UP, "contested": None}
            rules = tuple(
                rule.model_copy(update=without) if hides else rule
                for rule, hides in zip(technique.codes, is_hidden, strict=True)
            )
            changed = technique.model_copy(update={"codes": rules})
            yield name, changed if any(is_hidden) else technique


def _quizzes(
    quizzes: Mapping[str, Quiz], items: Mapping[str, Item], hidden: HiddenNames
) -> Iterator[tuple[str, Quiz]]:
    for name, quiz in quizzes.items():
        if shown := tuple(item for item in quiz.items if item.id in items):
            codes = tuple(code for code in quiz.codes if not hidden.code(code))
            yield name, quiz.with_items(shown).model_copy(update={"codes": codes})


def _families(corpus: Corpus, codes: Mapping[str, Code]) -> Iterator[tuple[str, Family]]:
    """Without ranges in which a hidden code lies: a number not named there may be a code."""
    used = {code.family for code in codes.values()}
    hidden = [name for name in corpus.codes if name not in codes]
    for name, family in corpus.families.items():
        if name in used:
            ranges = (
                reach
                for reach in family.whole
                if not any(reach.first <= code <= reach.last for code in hidden)
            )
            yield name, family.model_copy(update={"whole": tuple(ranges)})


def trim_lesson(lesson: Lesson, shown: Corpus) -> Lesson:
    """The lesson; the same object where all is shown."""
    body = LINK.sub(lambda match: _link(match, shown), lesson.body)
    body = BLOCK.sub(
        lambda match: (
            match.group()
            if shown.fact(f"{INSERTED.get(match['block'], 'lessons')}/{match['name']}")
            else ""
        ),
        body,
    )
    return lesson if body == lesson.body else lesson.model_copy(update={"body": body})


def _link(match: re.Match[str], shown: Corpus) -> str:
    return (
        match.group()
        if shown.fact(f"{LINKED.get(match['register'], 'lessons')}/{match['name']}")
        else match["label"] or match["name"].replace("-", " ")
    )


def shown_examples(corpus: Corpus, rule: str, hidden: HiddenNames) -> tuple[Example, ...]:
    """A visit shown for several payers may lose some of them."""
    return tuple(
        example
        for example in _for_shown_payers(corpus.rules[rule].examples, hidden)
        if not hidden.mentioned(example)
        and not hidden.in_words(example)
        and not _bills_hidden(corpus, example, hidden)
    )


def _for_shown_payers(examples: tuple[Example, ...], hidden: HiddenNames) -> Iterator[Example]:
    for example in examples:
        if not isinstance(example, VisitExample):
            yield example
        elif payers := tuple(
            payer for payer in example.payers if not hidden.reference(PayerId(payer))
        ):
            yield example.model_copy(update={"payers": payers})


def _bills_hidden(corpus: Corpus, example: Example, hidden: HiddenNames) -> bool:
    match example:
        case VisitExample():
            payers = example.payers
        case ReductionExample():
            payers = (example.payer,)
        case _:
            return False
    facts = {name: getattr(example.visit, name) for name in type(example.visit).model_fields}
    claims = (
        build_claim(corpus, Visit(date=example.date, payer=payer, **facts)) for payer in payers
    )
    return any(hidden.code(code) for claim in claims for code in CODE.findall(repr(claim)))
