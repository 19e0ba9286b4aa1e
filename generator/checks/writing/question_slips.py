"""Slips of one question: sums, payers, objectives, and feedback for the other verdict."""

import re
from collections.abc import Iterator

from generator.checks.figures.sentences import stated_texts
from generator.checks.item_checks import keyed_items, spot_of
from generator.checks.writing.held_minutes import spoken_texts
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption, Item, VisitItem
from generator.findings import Problems, Spot, listed
from generator.questions.kinds.registry import KINDS

CODE = re.compile(r"\b(?:\d{5}|[A-Z]\d{4})\b")
THERAPY = re.compile(r"\b(?:9[278]\d{3}|G\d{4})\b")
"""Numbers of the kind that therapists bill."""

SUM = re.compile(
    r"(?<![\d.+-] )(?<![\d.])\b(?P<parts>\d+(?: \+ \d+)+) (?:=|makes?|is|are) (?P<total>\d+)"
    r"\b(?![.,]\d| [+x×])"
)
AS_RIGHT = re.compile(r"^(?:Correct|Right|Yes|Exactly|Well done)[.:,;!]", re.IGNORECASE)
AS_WRONG = re.compile(
    r"^(?:Wrong|Incorrect|Not right|Not correct)\b|\bso (?:this|it) is (?:wrong|incorrect)\b",
    re.IGNORECASE,
)
FEWEST = 2
"""An objective that names one code may be met by that code's relatives."""


def feedback_of_the_other_verdict(corpus: Corpus) -> Problems:
    """Wrong options whose feedback praises them, and right ones whose feedback calls them wrong."""
    for item, key in keyed_items(corpus):
        for index, option in enumerate(item.choices):
            own = str(option.code) if isinstance(option, CodeOption) else None
            is_right = own in key.right if own else bool(getattr(option, "key", False))
            text = option.feedback or ""
            if other := _contrary_verdict(text, own, is_right=is_right):
                sentence = (
                    f"This option is {'right' if is_right else 'wrong'}, and its feedback says"
                    f" '{other}'; correct the feedback, or move it to the option that it is about."
                )
                yield spot_of(corpus, item, "options", index, "feedback"), sentence


def codes_that_are_nowhere(corpus: Corpus) -> Problems:
    """Therapy codes in a question's texts that no file has: a slip in a digit."""
    for name, item in corpus.items.items():
        spot = corpus.spot("items", name)
        for keys, text, _ in stated_texts(item, name):
            for number in dict.fromkeys(THERAPY.findall(text)):
                if number not in corpus.codes and number not in corpus.other_codes:
                    sentence = (
                        f"No file of codes has {number}; check its digits, or add it to"
                        " content/other_codes.yaml."
                    )
                    yield Spot(spot.path, (*spot.keys, *keys)), sentence


def objectives_of_other_codes(corpus: Corpus) -> Problems:
    """Objectives about codes none of which the question names."""
    for item in corpus.items.values():
        if not isinstance(item, VisitItem):
            continue
        named = {*CODE.findall(repr(item)), *codes_of_techniques(corpus, item)}
        for index, name in enumerate(item.objectives):
            codes = sorted(set(CODE.findall(corpus.objectives[name].text)))
            if len(codes) >= FEWEST and not named & {*codes}:
                sentence = (
                    f"The objective '{name}' is about {listed(codes, 'and')}, and the question"
                    " names neither; choose the objective that it tests."
                )
                yield spot_of(corpus, item, "objectives", index), sentence


def payers_beside_the_question(corpus: Corpus) -> Problems:
    """Questions of one answer that rest on payers only of whom they do not ask."""
    for item in corpus.items.values():
        if not isinstance(item, VisitItem) or KINDS[item.kind].form != "one":
            continue
        own = {item.payer, getattr(item, "to", item.payer)}
        others = [one for one in item.rests_on if one.startswith("payers/")]
        if others and not own & {one.partition("/")[2] for one in others}:
            sentence = (
                f"This rests on {listed(others, 'and')}, and 'payer' is '{item.payer}'; name"
                f" payers/{item.payer}, or correct 'payer'."
            )
            yield spot_of(corpus, item, "rests_on", item.rests_on.index(others[0])), sentence


def sums_that_do_not_add_up(corpus: Corpus) -> Problems:
    """'12 + 9 = 22' in feedback and reasons."""
    for item in corpus.items.values():
        if isinstance(item, VisitItem):
            for at, text in spoken_texts(item):
                for found in SUM.finditer(text):
                    total = sum(map(int, found["parts"].split(" + ")))
                    if total != int(found["total"]):
                        sentence = f"'{found[0]}' does not add up: the sum is {total}; correct it."
                        yield spot_of(corpus, item, *at), sentence


def _contrary_verdict(text: str, code: str | None, *, is_right: bool) -> str | None:
    if found := (AS_WRONG if is_right else AS_RIGHT).search(text):
        return found[0]
    if code:
        verdict = "wrong|incorrect" if is_right else "right|correct"
        called = re.search(rf"\b{code} is (?:the )?(?:{verdict})(?: (?:code|here))?[.;]", text)
        return called[0] if called else None
    return None


def codes_of_techniques(corpus: Corpus, item: Item) -> Iterator[str]:
    """Codes to which the techniques of a question's visit may lead."""
    for service in item.visit.services if isinstance(item, VisitItem) else ():
        technique = corpus.techniques.get(service.technique or "")
        yield from CODE.findall(repr(technique.codes)) if technique else ()
