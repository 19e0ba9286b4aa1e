"""The codes that are taught: all of them, with their lessons and cases."""

import re

from generator.billing.who_may import first_words
from generator.facts.corpus import Corpus

NAMED = (
    "97010 97012 97014 97016 97018 97032 97033 97035 97110 97112 97113 97116 97124 97129 97140"
    " 97150 97161 97162 97163 97164 97165 97166 97167 97168 97530 97533 97535 97542 97750 97760"
    " 97761 97763 98940 98941 98942 G0283"
)
MAIN = ("97110", "97112", "97124", "97140", "97530")
LESSONS = (
    "how-medical-coding-works how-cpt-is-built choosing-a-code using-97124 minutes-and-units"
    " what-the-note-must-show medical-necessity-and-coverage why-claims-are-denied"
    " massage-vs-similar-codes case-studies telehealth-and-remote-monitoring"
    " reading-your-bill"
)


def test_every_code_that_was_asked_for_is_taught(corpus: Corpus) -> None:
    assert set(NAMED.split()) - corpus.codes.keys() == set()


def test_every_main_code_has_a_case(corpus: Corpus) -> None:
    assert set(MAIN) <= {case.code for case in corpus.cases.values()}


def test_every_lesson_that_was_asked_for_is_written(corpus: Corpus) -> None:
    assert set(LESSONS.split()) - corpus.lessons.keys() == set()


def test_the_first_comparison_sets_massage_beside_its_neighbors(corpus: Corpus) -> None:
    assert set(corpus.comparisons["massage-vs-similar-codes"].codes) >= set(MAIN)


def test_a_code_that_takes_one_therapy_modifier_says_which(corpus: Corpus) -> None:
    said = {
        (code.code, modifier)
        for code in corpus.codes.values()
        for text in (*(w.text for w in code.who), *(e.why for e in code.common_errors))
        for modifier in re.findall(r"only (GP|GO|GN)\b", text)
    }
    listed = {(code.code, m.modifier) for code in corpus.codes.values() for m in code.modifiers}
    assert {("97161", "GP"), ("97167", "GO")} <= said <= listed


def test_no_code_takes_the_modifier_of_an_assistant_who_may_not_provide_it(
    corpus: Corpus,
) -> None:
    modifiers = {"pta": "CQ", "ota": "CO"}
    refused = {
        (name, modifiers[word.role])
        for name in corpus.codes
        for word in first_words(corpus, name)
        if word.role in modifiers and word.may == "no" and not word.payers
    }
    listed = {(name, m.modifier) for name, code in corpus.codes.items() for m in code.modifiers}
    assert {("96125", "CO"), ("97161", "CQ")} <= refused
    assert refused & listed == set()


def test_a_code_that_was_added_starts_on_the_day_its_history_says(corpus: Corpus) -> None:
    added = {
        code.code: (entry.effective.start, code.effective.start)
        for code in corpus.codes.values()
        for entry in code.history
        if entry.text.startswith("New code")
        or (code.code in entry.text and re.search(r"\b(was|were) added\b", entry.text))
    }
    assert {"90912", "98970", "G2250"} <= added.keys()
    assert {code: days for code, days in added.items() if days[0] != days[1]} == {}


def test_a_home_visit_is_made_by_the_clinician_of_its_code(corpus: Corpus) -> None:
    made = {
        (code.code, clinician, code.plain_name)
        for code in corpus.codes.values()
        if code.plain_name.startswith("Home health")
        for situation in code.right_when
        for clinician in re.findall(r"agency's ([A-Z]+)\b", situation.text)
    }
    assert {"G0151", "G0152", "G0153"} <= {code for code, *_ in made}
    assert [one for one in made if one[1] not in one[2].split()] == []


def test_what_becomes_of_a_claim_names_only_codes_of_that_error(corpus: Corpus) -> None:
    """A claim or fix copied from another code's page would name a code nobody billed."""
    stray = [
        (code.code, error.claim)
        for code in corpus.codes.values()
        for error in code.common_errors
        if _codes_in(error.claim, error.fix) - _codes_in(error.situation, error.wrong, error.right)
    ]
    assert not stray


def _codes_in(*texts: str) -> set[str]:
    return set(re.findall(r"\b(?:\d{5}|[GLS]\d{4}|\d{4}T)\b", " ".join(texts)))
