"""The codes that are taught: all of them, with their lessons and cases."""

import re

from generator.billing.who_may import first_words
from generator.facts.corpus import Corpus
from tests.cms.extracts import STATUSES

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
KINDS_OF_PAYER = {"medicare", "commercial", "medicaid", "workers-comp", "va", "auto"}


def test_every_code_that_was_asked_for_is_taught(corpus: Corpus) -> None:
    assert set(NAMED.split()) - corpus.codes.keys() == set()


def test_every_code_says_what_medicare_part_b_does(corpus: Corpus) -> None:
    assert [
        name for name, code in corpus.codes.items() if "medicare-part-b" not in code.coverage
    ] == []


def test_the_letter_of_a_code_s_status_and_its_word_are_one(corpus: Corpus) -> None:
    covered = {name: code.coverage["medicare-part-b"] for name, code in corpus.codes.items()}
    assert [
        name
        for name, one in covered.items()
        if one.letter in STATUSES and STATUSES[one.letter] != one.status
    ] == []


def test_a_payer_of_every_kind_is_real(corpus: Corpus) -> None:
    """A code without a payer's own word shows the general one of its kind."""
    assert {payer.kind for payer in corpus.payers.values() if not payer.invented} >= KINDS_OF_PAYER


def test_no_code_is_both_taught_and_only_mentioned(corpus: Corpus) -> None:
    assert corpus.codes.keys() & corpus.other_codes.keys() == set()


def test_no_error_is_corrected_by_what_was_wrong(corpus: Corpus) -> None:
    empty = [
        f"{name}: {error.situation}"
        for name, code in corpus.codes.items()
        for error in code.common_errors
        if error.wrong == error.right or error.why in (error.wrong, error.right)
    ]
    assert empty == []


def test_every_main_code_has_a_case_and_each_is_right_and_wrong_in_different_ways(
    corpus: Corpus,
) -> None:
    cases = [case for case in corpus.cases.values() if case.code in MAIN]
    assert {case.code for case in cases} == set(MAIN)
    told = [
        [(one.note, one.visit, one.billed) for one in (case.right, case.wrong)] for case in cases
    ]
    assert [right for right, wrong in told if right == wrong] == []


def test_every_lesson_that_was_asked_for_is_written(corpus: Corpus) -> None:
    assert set(LESSONS.split()) - corpus.lessons.keys() == set()


def test_the_first_comparison_sets_massage_beside_its_neighbors(corpus: Corpus) -> None:
    assert set(corpus.comparisons["massage-vs-similar-codes"].codes) >= set(MAIN)


def test_what_restricts_a_code_is_said_by_a_source_that_can_say_it(corpus: Corpus) -> None:
    silent = [
        (name, payer)
        for name, code in corpus.codes.items()
        for payer, entry in code.coverage.items()
        if entry.status == "restricted"
        if not {corpus.sources[source].kind for source in entry.sources} - {"table"}
    ]
    assert silent == []


def test_a_condition_of_coverage_cites_who_set_it(corpus: Corpus) -> None:
    unread = [
        (name, condition.text)
        for name, payer in corpus.payers.items()
        for condition in payer.conditions
        if not {corpus.sources[source].kind for source in condition.sources}
        & {"coverage", "manual", "rule", "statute", "payer", "clinic"}
    ]
    assert unread == []


def test_the_telehealth_list_is_one_list_of_one_day(corpus: Corpus) -> None:
    entries = {name: code.telehealth for name, code in corpus.codes.items() if code.telehealth}
    listed = {name: entry for name, entry in entries.items() if entry.status == "on-list"}
    assert len({(entry.text, entry.as_of) for entry in listed.values()}) == 1
    (told,) = (
        statement.text
        for statement in corpus.rules["telehealth"].statements
        if statement.text.startswith("Therapy codes read of the list")
    )
    named = {
        str(code)
        for first, last in re.findall(r"(\d{5})(?: to (\d{5}))?", told)
        for code in range(int(first), int(last or first) + 1)
    }
    assert named & corpus.codes.keys() == listed.keys()


def test_no_word_on_a_role_is_unread(corpus: Corpus) -> None:
    words = [word.fact.text for code in corpus.codes for word in first_words(corpus, code)]
    assert [text for text in words if "not read" in text or "not looked into" in text] == []
