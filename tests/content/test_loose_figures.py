"""Shorter wordings of figures: each is read, and another figure in it contradicts the facts."""

import pytest

from generator.checks.figures.sentences import Sentence, Subject
from generator.checks.figures.stated import figures_in
from generator.facts.corpus import Corpus
from generator.findings import Spot

WORDINGS = [
    ("97150", "In the table 97150 is column 1 and 97112 column {}, indicator 1.", "2", "1"),
    ("97810", "97813 is column 1 with it, indicator {}.", "0", "1"),
    ("97163", "Two levels on one day are an NCCI edit with indicator {}.", "0", "1"),
    ("97110", "Resisted work, 24 minutes, {} units.", "two", "three"),
    ("97110", "Together they are 23 minutes, which is {} units.", "two", "three"),
    ("97110", "Twenty-five minutes (23 to 37) are {} units.", "two", "four"),
    ("97110", "{} units for 23 minutes can be right.", "Two", "Four"),
    ("97110", "The second starts at {}.", "23", "24"),
    ("97110", "A remainder of {} minutes or more is also a unit.", "8", "9"),
    ("97110", "When a PTA provided the rest and the PT fewer than {} minutes of it.", "8", "10"),
    ("98940", "One or two regions are 98940, three or {} 98941, five 98942.", "four", "six"),
    ("98984", "98984 is 2 to {}.", "15", "17"),
    ("92607", "120 minutes is 92607 x 1 and 92608 x {}.", "2", "3"),
    ("98971", "Seventeen minutes in seven days is {} unit of 98971.", "one", "two"),
    ("97032", "Attended e-stim is timed, {} minutes per unit.", "15", "20"),
    ("97605", "The cutoff between the codes is {} sq cm.", "50", "60"),
    ("98966", "One call: 98966 for 5 to {} minutes.", "10", "12"),
    ("92508", "92508 is group treatment, {} unit for each patient.", "one", "two"),
    ("97550", "97550 took effect January 1, {}.", "2024", "1998"),
    ("98980", "98980 needs {} minutes.", "20", "25"),
]


@pytest.mark.parametrize(("code", "text", "right", "wrong"), WORDINGS, ids=lambda one: one)
def test_a_wording_is_read_and_another_figure_contradicts(
    corpus: Corpus, code: str, text: str, right: str, wrong: str
) -> None:
    assert {one.agrees for one in _read(corpus, code, text, right)} == {True}
    assert False in {one.agrees for one in _read(corpus, code, text, wrong)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("97110", "Resisted work, 24 minutes, three units would be wrong."),
        ("97140", "With indicator 1 and no separate service, the payment is recouped."),
        ("97545", "Three hours are 97545 for the first two and 97546 for the third."),
    ],
)
def test_what_is_denied_or_supposed_is_not_compared(corpus: Corpus, code: str, text: str) -> None:
    assert [one for one in _read(corpus, code, text) if not one.agrees] == []


def _read(corpus: Corpus, code: str, text: str, *figure: str) -> list:
    spot = Spot("quizzes/x.yaml", ("items", 0, "reason"))
    stated = text.format(*figure) if figure else text
    sentence = Sentence(spot, 0, stated, "", Subject((code,)), "quizzes/x")
    return list(figures_in(corpus, sentence))
