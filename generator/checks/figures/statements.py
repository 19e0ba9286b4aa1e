"""Statements to choose from: the figure in their words is the one that is compared with a fact."""

import re
from collections.abc import Iterator

from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.sentences import CODE
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.choose_all.choose_all_kind import StatementOption
from generator.questions.kinds.choose_all.statement_facts import values_along

FIGURE = re.compile(rf"\b(?!{CODE}){NUMBER}\b", re.IGNORECASE)
DAY = re.compile(r"\b(?:(?:\d+ )?[A-Z][a-z]+ (?:\d+, )?)?(?:19|20)\d\d\b")
HOUR = re.compile(r"\b(half |quarter of )?an hour\b")
MINUTES = {"half ": 30, "quarter of ": 15, None: 60}
IT_IS = re.compile(
    rf"\b(?:It|That|The value|The ceiling) (?:is|was) (?P<n>{NUMBER})\b(?! ?%)"
    rf"|^(?P<m>{NUMBER}) is the value of (?-i:[A-Z])",
    re.IGNORECASE,
)


def misstated(corpus: Corpus, item: Item) -> Iterator[tuple[int, str, str]]:
    """Each statement whose words or feedback name another figure: its index, field, sentence."""
    for index, option in enumerate(item.choices):
        if isinstance(option, StatementOption) and type(option.holds.equals) is int:
            compared = option.holds.equals
            named = _figures(option.text)
            if named and compared not in named:
                yield (
                    index,
                    "text",
                    f"The statement does not name {compared}, which 'holds' compares with"
                    f" '{option.holds.slot}' of {option.holds.fact}; make the two agree.",
                )
            *_, known = values_along(corpus, option.holds, item.date)
            for found in IT_IS.finditer(option.feedback):
                shown = found["n"] or found["m"]
                if type(known) is int and number_of(shown) != known:
                    yield (
                        index,
                        "feedback",
                        f"The feedback says {shown}, the facts say {known}"
                        f" ('{option.holds.slot}' of {option.holds.fact}); correct it or the fact.",
                    )


def _figures(text: str) -> set[float]:
    """The numbers that a text names, hours in minutes."""
    hours = {MINUTES[found[1]] for found in HOUR.finditer(text)}
    return {number_of(found) for found in FIGURE.findall(DAY.sub("", text))} | hours
