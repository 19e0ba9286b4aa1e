"""What plans take and cover, as prose states it: deductible, coinsurance, visits a year.

'The Part B deductible is $283', '20 percent coinsurance', 'sequestration takes 2 percent'. In a
question they are those of its case's plan or of its payer's usual one on its date; elsewhere
Medicare's, where the sentence names Medicare.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.billing.payer_policy import policy_of
from generator.checks.figures.amounts import Statement
from generator.checks.figures.code_values import Values
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.loose_amounts import is_denied, is_of_a_mistake
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.sentences import Sentence
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.payers import Payer
from generator.facts.plans import FigureKey, PayerPlan
from generator.facts.quizzes import Item

N = rf"(?P<n>{NUMBER})(?<!,)"
PERCENT = rf"{N}(?: ?%| percent)"
TAKEN: Mapping[FigureKey, tuple[CuedPattern, ...]] = {
    "deductible": (
        CuedPattern(rf"\bdeductible (?:is|was|of|of 20\d\d (?:is|was)|in 20\d\d is) \${N}", re.I),
        CuedPattern(rf"\${N} (?:Part B |yearly |annual )?deductible\b", re.IGNORECASE),
    ),
    "coinsurance": (
        CuedPattern(rf"\b{PERCENT} coins(?:urance)?\b", re.IGNORECASE),
        CuedPattern(rf"\bcoinsurance (?:is|of) {PERCENT}", re.IGNORECASE),
        CuedPattern(rf"\b(?:her|his|patient's) {PERCENT} of\b", re.IGNORECASE),
    ),
    "sequestration": (
        CuedPattern(rf"\bsequestration(?:,| takes| cuts| of| is) {PERCENT}", re.IGNORECASE),
    ),
    "copay": (CuedPattern(rf"\bcopay(?:ment)? (?:is|of) \${N}", re.IGNORECASE),),
}
PAYS = CuedPattern(rf"\bpays {PERCENT} of the allowed amount\b", re.IGNORECASE)
VISITS = CuedPattern(
    rf"\b{N} (?:treatment |outpatient |therapy |combined |(?:PT|OT|SLP|chiropractic) )?visits"
    r" (?:(?:of (?:PT|OT|SLP)(?:,| and| or)? ?(?:PT|OT|SLP)?) )?(?:together )?"
    r"(?:a|per|in a|each|every) (?:calendar |benefit |plan )?year\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b20\d\d\b")
MEDICARE = re.compile(r"\b(?:Medicare|Part B|sequestration)\b", re.IGNORECASE)
ALL = 100


def plan_amounts(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states in these wordings, unless it denies or supposes it."""
    if is_of_a_mistake(sentence):
        return
    item = _item(corpus, sentence)
    for plan in _plans(corpus, sentence, item):
        for match, slot, values in _of_plan(plan, sentence, item):
            if values and not is_denied(sentence, match):
                yield match, f"plans/{plan.id}", slot, number_of(match["n"]), values
    for match in VISITS.finditer(sentence.text):
        name, limits = _limits(corpus, sentence, item)
        if limits and not is_denied(sentence, match):
            yield match, name, "visit_limits.most", number_of(match["n"]), limits


def _of_plan(
    plan: PayerPlan, sentence: Sentence, item: Item | None
) -> Iterator[tuple[re.Match[str], str, Values]]:
    for key, expressions in TAKEN.items():
        for expression in expressions:
            for match in expression.finditer(sentence.text):
                yield match, f"figures.{key}", _values(plan, key, sentence.text, item)
    for match in PAYS.finditer(sentence.text):
        shares = _values(plan, "coinsurance", sentence.text, item)
        rest: Values = frozenset(ALL - one for one in shares if isinstance(one, float))
        yield match, "figures.coinsurance", rest


def _values(plan: PayerPlan, key: FigureKey, text: str, item: Item | None) -> Values:
    """The plan's figures: of the year that a text names, else of the question's date, else all."""
    days = [date(int(year), 6, 30) for year in YEAR.findall(text)] or ([item.date] if item else [])
    figures = [one for one in plan.figures if one.key == key]
    in_force = [one for one in figures if any(one.effective.covers(day) for day in days)]
    return frozenset(float(one.amount) for one in (in_force if days else figures))


def _item(corpus: Corpus, sentence: Sentence) -> Item | None:
    """The question in which a sentence stands."""
    register, _, name = sentence.thing.partition("/")
    keys = sentence.spot.keys
    quiz = corpus.quizzes.get(name) if register == "quizzes" else None
    if quiz and keys[:1] == ("items",) and len(keys) > 1:
        return quiz.items[int(keys[1])]
    return None


def _plans(corpus: Corpus, sentence: Sentence, item: Item | None) -> Iterator[PayerPlan]:
    """The plan that a sentence speaks of; none where that is open."""
    usual = {plan.payer: plan for plan in corpus.plans.values() if plan.usual}
    if item is None:
        if MEDICARE.search(sentence.text):
            yield from (
                plan for name, plan in usual.items() if policy_of(corpus.payers[name]).is_part_b
            )
        return
    quiz = corpus.quizzes[sentence.thing.partition("/")[2]]
    own = corpus.plans.get(quiz.plan or "") if isinstance(quiz, PatientCase) else None
    plan = own if own and own.payer == item.payer else usual.get(item.payer)
    if plan:
        yield plan


def _limits(corpus: Corpus, sentence: Sentence, item: Item | None) -> tuple[str, Values]:
    """Whose visits a year a sentence tells, and how many they are."""
    if item is None:
        payer = corpus.payers.get(sentence.thing.removeprefix("payers/"))
        return sentence.thing, _most(payer)
    quiz = corpus.quizzes[sentence.thing.partition("/")[2]]
    plan = corpus.plans.get(quiz.plan or "") if isinstance(quiz, PatientCase) else None
    if plan and plan.visit_limits:
        return f"plans/{plan.id}", frozenset(float(one.most) for one in plan.visit_limits)
    return f"payers/{item.payer}", _most(corpus.payers[item.payer])


def _most(payer: Payer | None) -> Values:
    return frozenset(float(one.most) for one in payer.visit_limits) if payer else frozenset()
