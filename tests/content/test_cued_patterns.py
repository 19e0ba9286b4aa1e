"""The words that a wording is looked for by stand in every text that it matches."""

import re

import pytest

from generator.checks.figures import (
    amounts,
    loose_amounts,
    loose_bounds,
    loose_counts,
    loose_units,
    patterns,
    plan_amounts,
)
from generator.checks.figures.cued_patterns import CuedPattern, cues_of
from generator.checks.figures.sentences import sentences
from generator.facts.corpus import Corpus

MODULES = (amounts, loose_amounts, loose_bounds, loose_counts, loose_units, plan_amounts)


@pytest.mark.parametrize(
    ("expression", "cues"),
    [
        ("a plain word", ("a plain word",)),
        ("units?", ("unit",)),
        ("ab*cde", ("cde",)),
        ("ab{0,3}cde", ("cde",)),
        ("ab+c", ("ab",)),
        (r"MUEs? \bof (?P<n>\d|one)", ("mue",)),
        (r"\b(?:less|fewer) than (?P<n>\d|one)(?= minutes)", (" minutes",)),
        ("(?:spinal )?regions", ("regions",)),
        ("(?:spinal ){0,2}?regions", ("regions",)),
        ("(?!never)of (?<!never)", ("of ",)),
        ("[^|)(]*? of", (" of",)),
        ("[]a]bc", ("bc",)),
        (r"(?:first|\(second\)) x", ("first", "second")),
        ("first|second", ("first", "second")),
        (r"first|\d", ("",)),
        ("|".join("abcdefghijklmnop"), ("",)),
    ],
)
def test_words_without_which_nothing_matches(expression: str, cues: tuple[str, ...]) -> None:
    assert cues_of(expression) == cues


def test_no_wording_matches_without_its_words(corpus: Corpus) -> None:
    wordings = {
        id(one): one
        for module in MODULES
        for value in vars(module).values()
        for one in _patterns_in(value)
    }
    wordings |= {id(one.expression): one.expression for one in patterns.PATTERNS}
    assert len(wordings) > 180
    texts = list(dict.fromkeys(one.text for one in sentences(corpus) if re.search(r"\d", one.text)))
    missed = [
        (one.expression.pattern, text)
        for one in wordings.values()
        for text in texts[::5]
        if not any(cue in text.lower() for cue in one.cues) and one.expression.search(text)
    ]
    assert missed == []


def _patterns_in(value: object) -> list[CuedPattern]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [one for entry in value for one in _patterns_in(entry)]
    return [value] if isinstance(value, CuedPattern) else []
