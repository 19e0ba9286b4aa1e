"""Units that the feedback of a choose-code question tells are those that its visit makes."""

import re
from collections.abc import Iterator

from generator.billing.claim import build_claim
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.item_checks import spot_of
from generator.checks.writing.held_minutes import spoken_texts
from generator.facts.corpus import Corpus
from generator.findings import Problems, counted
from generator.questions.kinds.answers import visit_of
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode

UNITS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:timed |full |more |further |15-minute |billable )?units?\b"
    r"(?P<whole> (?:here|in all|in total|altogether|today|this visit|for (?:the|this) (?:visit|day)"
    r"|on this claim))?",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:not|never|no|would|could|if|instead|ceiling|limit|MUE|up to|at most)\b"
)
SENTENCE = re.compile(r"(?<=[.?!;])\s+")
UNIT = 15


def units_of_another_visit(corpus: Corpus) -> Problems:
    """Feedback and reasons that tell other units than the engine and the minutes make."""
    for item in corpus.items.values():
        if not isinstance(item, ChooseCode):
            continue
        for at, text in spoken_texts(item):
            for stated, is_whole in _stated(text):
                billed, known = _units_of(corpus, item)
                if (
                    (stated not in billed)
                    if is_whole and billed
                    else stated > 1 and stated not in known
                ):
                    made = " or ".join(f"{one:g}" for one in sorted(billed))
                    sentence = (
                        f"This tells of {counted(int(stated), 'unit')}, and the visit makes"
                        f" {made or 'none'}; correct the number, or say of what it is."
                    )
                    yield spot_of(corpus, item, *at), sentence


def _stated(text: str) -> Iterator[tuple[float, bool]]:
    """Each number of units that a sentence states as it is, and whether it is of the visit."""
    for sentence in SENTENCE.split(text):
        if not SUPPOSED.search(sentence):
            for found in UNITS.finditer(sentence):
                yield number_of(found["n"]), bool(found["whole"])


def _units_of(corpus: Corpus, item: ChooseCode) -> tuple[set[float], set[float]]:
    """The units of each line and all together, and with them those that some minutes make."""
    result = build_claim(corpus, visit_of(item))
    billed: set[float] = set()
    for lines in result.claims:
        each = [units for _, units, _ in lines]
        billed |= {*each, sum(each)} if each else set()
    minutes = [one.minutes for one in item.visit.services if one.minutes]
    spent = {*minutes, sum(minutes)}
    counting = [one for rule in corpus.rules.values() for one in rule.counting]
    known = {float(one.units_in(many)) for one in counting for many in spent}
    return billed, billed | known | {float(many // UNIT) for many in spent}
