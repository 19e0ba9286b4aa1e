"""The codes that are taught: all of them, and each complete in every slot that applies."""

from typing import get_args

import pytest

from generator.facts.codes import Slot
from tests.content.facts import real

NAMED = [
    "97010",
    "97012",
    "97014",
    "97016",
    "97018",
    "97032",
    "97033",
    "97035",
    "97110",
    "97112",
    "97113",
    "97116",
    "97124",
    "97129",
    "97140",
    "97150",
    "97161",
    "97162",
    "97163",
    "97164",
    "97165",
    "97166",
    "97167",
    "97168",
    "97530",
    "97533",
    "97535",
    "97542",
    "97750",
    "97760",
    "97761",
    "97763",
    "98940",
    "98941",
    "98942",
    "G0283",
]
MAIN = ("97110", "97112", "97124", "97140", "97530")
LESSONS = (
    "how-medical-coding-works",
    "how-cpt-is-built",
    "choosing-a-code",
    "using-97124",
    "minutes-and-units",
    "what-the-note-must-show",
    "medical-necessity-and-coverage",
    "why-claims-are-denied",
    "massage-and-its-neighbours",
    "case-studies",
    "telehealth-and-remote-monitoring",
    "reading-your-bill",
)


@pytest.mark.parametrize("code", NAMED)
def test_a_code_that_the_issue_names_is_taught(code: str) -> None:
    assert code in real().codes


@pytest.mark.parametrize("code", real().codes)
def test_every_slot_is_filled_or_excused(code: str) -> None:
    entry = real().codes[code]
    filled = {slot for slot in get_args(Slot) if getattr(entry, slot)}
    assert sorted(filled) + sorted(entry.not_applicable) == sorted(filled) + sorted(
        set(get_args(Slot)) - filled
    )


@pytest.mark.parametrize("code", real().codes)
def test_a_code_tells_medicare_s_word_and_a_commercial_one(code: str) -> None:
    covered = real().codes[code].coverage
    assert "medicare-part-b" in covered
    kinds = {payer.kind for payer in real().payers.values() if not payer.invented}
    assert {
        "medicare",
        "commercial",
        "medicaid",
        "workers-comp",
        "va",
        "auto",
    } <= kinds, "a payer without its own word shows its general one"


@pytest.mark.parametrize("code", real().codes)
def test_a_code_is_either_taught_or_only_mentioned(code: str) -> None:
    assert code not in real().other_codes


@pytest.mark.parametrize("code", real().codes)
def test_an_error_is_not_mended_by_what_was_wrong(code: str) -> None:
    for error in real().codes[code].common_errors:
        assert error.wrong != error.right
        assert error.why not in (error.wrong, error.right)


@pytest.mark.parametrize("code", MAIN)
def test_a_main_code_has_a_case_done_right_and_done_wrong(code: str) -> None:
    cases = [case for case in real().cases.values() if case.code == code]
    assert cases
    told = [
        [(telling.note, telling.visit, telling.billed) for telling in (case.right, case.wrong)]
        for case in cases
    ]
    assert all(right != wrong for right, wrong in told)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_that_the_issue_names_is_written(lesson: str) -> None:
    assert lesson in real().lessons


def test_the_first_comparison_sets_massage_beside_its_neighbours() -> None:
    assert set(real().comparisons["massage-and-its-neighbours"].codes) >= {
        "97124",
        "97140",
        "97110",
        "97112",
        "97530",
    }
