"""Reports, certification, telehealth and the payment reduction.

The small rules that no claim line carries.
"""

from datetime import date, timedelta

import pytest

from generator.billing.claim import build_claim
from generator.billing.dated_rules import (
    certification_steps,
    reduced_units,
    report_steps,
    telehealth_steps,
)
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import CertificationExample, RelativeValue
from generator.facts.visits import Service, Visit
from tests.billing.conftest import billed, did

FIRST = date(2026, 3, 2)


def treated(count: int, every: int = 3) -> tuple[date, ...]:
    return tuple(FIRST + timedelta(days=every * number) for number in range(count))


def standings(facts: Corpus, treatments: tuple[date, ...], *reports: int) -> list[str]:
    return [
        step.status
        for step in report_steps(
            facts, treatments, tuple(treatments[number - 1] for number in reports)
        )
    ]


def test_a_report_falls_due_on_the_tenth_treatment_day_and_is_late_on_the_eleventh(
    facts: Corpus,
) -> None:
    assert standings(facts, treated(9)) == ["open"]
    assert standings(facts, treated(10)) == ["due"]
    assert standings(facts, treated(11)) == ["due", "late"]


def test_a_report_on_the_tenth_day_is_in_time_and_starts_the_count_anew(facts: Corpus) -> None:
    assert standings(facts, treated(10), 10) == ["done", "open"]
    assert standings(facts, treated(20), 10) == ["done", "due"]


def test_calendar_days_do_not_count(facts: Corpus) -> None:
    assert (
        standings(facts, treated(9, every=30)) == standings(facts, treated(9, every=1)) == ["open"]
    )


def test_the_days_to_the_next_report_are_told(facts: Corpus) -> None:
    (step,) = report_steps(facts, treated(6), ())
    assert (
        "6 treatment days so far: the next report is due on the 4th treatment day from here"
        in step.reason.text
    )


def certified(facts: Corpus, **dates: object) -> list[tuple[str, str]]:
    example = {
        "kind": "certification",
        "id": "x",
        "title": "x",
        "note": "x",
        "first_treatment": FIRST,
        "evaluation": FIRST,
        "order": True,
        **dates,
    }
    steps = certification_steps(facts, CertificationExample.model_validate(example))
    return [(step.label, step.status) for step in steps]


LAST, NEXT = ("April 1, 2026", "due"), ("May 31, 2026", "open")
CERTIFICATIONS = [
    ("on-the-last-day", {"signed": date(2026, 4, 1)}, [LAST, ("April 1, 2026", "done"), NEXT]),
    ("a-day-late", {"signed": date(2026, 4, 2)}, [LAST, ("April 2, 2026", "late"), NEXT]),
    ("thirty-days-late", {"signed": date(2026, 5, 1)}, [LAST, ("May 1, 2026", "late"), NEXT]),
    ("a-reason-is-due", {"signed": date(2026, 5, 2)}, [LAST, ("May 2, 2026", "late"), NEXT]),
    (
        "a-shorter-plan",
        {"signed": FIRST, "duration_days": 42},
        [LAST, ("March 2, 2026", "done"), ("April 13, 2026", "open")],
    ),
    (
        "a-longer-plan",
        {"signed": FIRST, "duration_days": 120},
        [LAST, ("March 2, 2026", "done"), NEXT],
    ),
    (
        "verbal-and-signed-in-14-days",
        {"verbal": date(2026, 4, 1), "signed": date(2026, 4, 15)},
        [LAST, ("April 1, 2026", "done"), ("April 15, 2026", "done"), NEXT],
    ),
    (
        "verbal-and-signed-on-the-15th-day",
        {"verbal": date(2026, 4, 1), "signed": date(2026, 4, 16)},
        [
            LAST,
            ("April 1, 2026", "done"),
            ("April 15, 2026", "late"),
            ("April 16, 2026", "late"),
            NEXT,
        ],
    ),
    (
        "verbal-alone",
        {"verbal": date(2026, 3, 20)},
        [LAST, ("March 20, 2026", "done"), ("April 3, 2026", "due"), NEXT],
    ),
    (
        "verbal-too-late",
        {"verbal": date(2026, 4, 2), "signed": date(2026, 4, 3)},
        [LAST, ("April 3, 2026", "late"), NEXT],
    ),
    ("order-and-proof", {"sent": date(2026, 4, 1)}, [LAST, ("April 1, 2026", "done"), NEXT]),
    ("sent-too-late", {"sent": date(2026, 4, 2)}, [LAST, ("April 2, 2026", "late")]),
    ("no-order", {"order": False, "sent": date(2026, 3, 9)}, [LAST, ("No signature", "late")]),
    ("no-proof", {}, [LAST, ("No signature", "late")]),
]


@pytest.mark.parametrize(
    ("dates", "steps"),
    [case[1:] for case in CERTIFICATIONS],
    ids=[case[0] for case in CERTIFICATIONS],
)
def test_a_plan_is_certified_by_signature_or_by_order_and_proof(
    facts: Corpus, dates: dict, steps: list
) -> None:
    assert certified(facts, **dates) == steps


def test_before_2025_nothing_stands_in_for_the_signature(facts: Corpus) -> None:
    day = date(2024, 12, 31)
    assert certified(facts, first_treatment=day, evaluation=day, sent=day)[1] == (
        "No signature",
        "late",
    )


def test_one_practice_expense_stays_whole_and_work_is_untouched(facts: Corpus) -> None:
    values = {
        "97110": RelativeValue(work=45, practice=42, malpractice=1),
        "97530": RelativeValue(work=44, practice=65, malpractice=1),
    }
    lines = billed(facts, did("97110", 30), did("97530", 15)).lines
    units = reduced_units(facts, "medicare-part-b", lines, values)
    assert [(unit.code, float(unit.practice)) for unit in units] == [
        ("97530", 65),
        ("97110", 21),
        ("97110", 21),
    ]
    assert [float(unit.before - unit.after) for unit in units] == [0, 21, 21]


def test_a_code_outside_the_reduction_is_left_out(facts: Corpus) -> None:
    values = {
        "97129": RelativeValue(work=1, practice=1, malpractice=1),
        "97110": RelativeValue(work=45, practice=42, malpractice=1),
    }
    lines = tuple(line for line in billed(facts, did("97129", 15), did("97110", 15)).lines)
    assert [unit.code for unit in reduced_units(facts, "medicare-part-b", lines, values)] == [
        "97110"
    ]


TELEHEALTH = [
    ("97140", "pt", date(2026, 3, 2), ["yes", "no"]),
    ("97110", "athletic-training", date(2026, 3, 2), ["no"]),
    ("97110", "pt", date(2028, 1, 1), ["ask"]),
]


@pytest.mark.parametrize(("code", "discipline", "day", "expected"), TELEHEALTH)
def test_telehealth_asks_for_the_practitioner_first_and_then_for_the_code(
    facts: Corpus, code: str, discipline: str, day: date, expected: list[str]
) -> None:
    assert [step.status for step in telehealth_steps(facts, code, discipline, day)] == expected


@pytest.mark.parametrize("code", ["92507", "92508"])
def test_speech_treatment_of_2027_is_asked_whoever_pays(facts: Corpus, code: str) -> None:
    """Its deletion or revision is announced for January 1, 2027."""
    for payer in facts.payers:
        service = Service(id="talk", code=code, minutes=40)
        visit = Visit(date=date(2027, 1, 5), payer=payer, discipline="slp", services=(service,))
        found = build_claim(facts, visit)
        assert not found.lines, payer
