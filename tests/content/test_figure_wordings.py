"""Each kind of figure in prose: a right sentence agrees with the facts, a wrong one does not."""

import pytest

from generator.checks.figures.sentences import Sentence, Subject
from generator.checks.figures.stated import figures_in
from generator.facts.corpus import Corpus
from generator.findings import Spot

RULES = {
    "In 2025 the threshold was $2,410.": "The 2026 threshold is $2,580.",
    "It cuts the practice expense by 50%.": "It cuts the practice expense by 40 percent.",
    "Medicare pays 85 percent of its usual payment.": "Medicare pays 80% of its usual payment.",
    "The plan was sent within 30 days of the evaluation.": "Sent within 10 days of the evaluation.",
    "It lasts for the plan's duration or 90 days.": "It lasts for the plan's duration or 60 days.",
    "A signature follows within 14 days.": "A signature follows within 30 days.",
    "A report every ten treatment days.": "A report every 12 treatment days.",
    "G0281 requires 30 days of standard care.": "G0281 requires 14 days of standard wound care.",
    "Medicare covers up to 12 visits in 90 days.": "Medicare covers up to 12 visits in 60 days.",
    "And 8 more if the patient improves.": "And ten more if the patient improves.",
    "Visits 13 to 20 of the year need KX.": "Visits 13 to 24 of the year need KX.",
    "Chronic means 12 weeks or longer.": "Chronic means six weeks or longer.",
    "No visit for it in the past 7 days.": "No visit for it in the past 14 days.",
    "The call leads to a visit within 24 hours.": "The call leads to a visit within 48 hours.",
    "E-visit minutes add up over seven days.": "E-visit minutes add up over ten days.",
    "The app sent data on 20 of 30 days.": "The app sent data on 20 of 28 days.",
    "In 2025 the code needed 16 days of data.": "In 2025 the code needed 12 days of data.",
    "All five regions were manipulated.": "All six regions were manipulated.",
    "All four components are low.": "All five components are low.",
    "A unit, if the PT did 8 minutes or more of it.": "A unit, if she did 9 minutes or more of it.",
    "Only the PTA's minutes count toward the 10 percent.": "The PTA's count toward the 15 percent.",
    "Count visits in the 90 days and the year.": "Count visits in the 60 days and the year.",
    "Ask for a redetermination within 120 days.": "Ask for a redetermination within 180 days.",
    "Another rule for 15-minute therapy codes.": "Another rule for 16-minute therapy codes.",
}

CODES = {
    "97162 needs one or two personal factors.": "97162 needs four or five personal factors.",
    "97163 takes at least four elements.": "97163 takes at least six elements.",
    "97166 covers three to five deficits.": "97166 covers three to six deficits.",
    "Data of 16 to 30 days is 98976.": "Data of 16 to 31 days is 98976.",
    "The app is in the 2-to-15-day range.": "The app is in the 2-to-14-day range.",
    "For 16 days or more report 98977.": "For 20 days or more report 98977.",
    "A call of 11 to 20 minutes.": "A call of 11 to 25 minutes.",
    "Forty minutes allow three units.": "Forty minutes allow two units.",
    "In 97161 to 97163, 47 minutes are three units.": "47 minutes of 97110 are four units.",
    "The call with 98967 lasts at least 11 minutes.": "98967 starts at 12 minutes.",
    "97161 is one unit, whatever the minutes.": "97110 is one unit, whatever the minutes.",
    "97161 is one unit, regardless of minutes.": "97110 is one unit, regardless of minutes.",
    "97760 with 97763 on one day: indicator 0.": "97760 with 97763 on one day: indicator 1.",
    "97018 is column 2 to 97012.": "97018 is column 1 to 97012.",
    "About 20 minutes is typical of 97161.": "About 25 minutes is typical of 97161.",
    "15 days of data is 98984.": "16 days of data is 98984.",
    "97163 needs three factors, four elements.": "97163 needs three factors, six elements.",
    "97545 covers the first two hours.": "97545 covers the first three hours.",
    "45 minutes are 97129 × 1 and 97130 × 2.": "45 minutes are 97129 × 1 and 97130 × 3.",
    "3 to 5 deficits are moderate (97166).": "3 to 7 deficits are moderate (97166).",
    "With MAI 2, as for 97161, one a day.": "With MAI 3, as for 97161, one a day.",
    "At 20 minutes report 98980 instead.": "At 25 minutes report 98980 instead.",
    "The full two hours of a work hardening day.": "The full three hours of a work hardening day.",
    "90912 with 90901: indicator 0, and 1 in the hospital table.": (
        "90912 with 90901: indicator 0, and 0 in the hospital table."
    ),
    "By CPT's time rule 97551 takes 38 minutes.": "By CPT's time rule 97551 takes 45 minutes.",
}

DAYS = {
    "No edit with 97110 in CMS's July 2024 table.": "No edit with 97110 in CMS's July 2023 table.",
    "The code took effect in 2020 and ended in 2025.": "The code took effect in 2033.",
    "The MUE is 4 as of April 1, 2026.": "The MUE is 4 as of May 1, 2026.",
    "Active in the July 2024 fee schedule file.": "Active in the June 2024 fee schedule file.",
}


@pytest.mark.parametrize(("right", "wrong"), DAYS.items())
def test_days_of_tables(corpus: Corpus, right: str, wrong: str) -> None:
    assert _verdicts(corpus, right, "97124") == {True}
    assert False in _verdicts(corpus, wrong, "97124")


@pytest.mark.parametrize(("right", "wrong"), CODES.items())
def test_figures_of_codes(corpus: Corpus, right: str, wrong: str) -> None:
    assert _verdicts(corpus, right) == {True}
    assert False in _verdicts(corpus, wrong)


@pytest.mark.parametrize(("right", "wrong"), RULES.items())
def test_figures_of_rules(corpus: Corpus, right: str, wrong: str) -> None:
    assert _verdicts(corpus, right) == {True}
    assert False in _verdicts(corpus, wrong)


def test_it_in_the_entry_of_a_look_alike_is_the_look_alike(corpus: Corpus) -> None:
    right, wrong = "It is column 2.", "It is column 1."
    assert _verdicts(corpus, right, "97124", thing="codes/97140") == {True}
    assert _verdicts(corpus, wrong, "97124", thing="codes/97140") == {False}


def test_the_number_of_a_payers_term_stands_in_its_own_text(corpus: Corpus) -> None:
    spot = Spot("any.yaml", ("visit_limits", 0, "text"))
    for text, right in (("Adults have 15 PT visits.", True), ("Adults have 20 visits.", False)):
        sentence = Sentence(spot, 0, text, "", Subject(), "payers/medicaid-arizona")
        assert [figure.agrees for figure in figures_in(corpus, sentence)] == [right]


def _verdicts(corpus: Corpus, text: str, *codes: str, thing: str = "lessons/any") -> set[bool]:
    sentence = Sentence(Spot("any.yaml", ("text",)), 0, text, "", Subject(codes), thing)
    return {figure.agrees for figure in figures_in(corpus, sentence)}
