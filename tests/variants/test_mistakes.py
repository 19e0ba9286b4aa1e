"""Each named mistake gives the answer that somebody who makes it would write."""

import re

import pytest

from generator.facts.corpus import Corpus
from generator.facts.question_templates import Mistake
from generator.facts.visits import Visit
from generator.questions.variants.counted_day import count_minutes
from generator.questions.variants.mistakes.code_mistakes import CODE_MISTAKES
from generator.questions.variants.mistakes.unit_mistakes import UNIT_MISTAKES
from tests.conftest import ROOT

PRESSES = {"technique": "strengthening-exercise", "purpose": "strength"}
GLIDES = {"technique": "joint-mobilization", "purpose": "restore-motion"}
KNEADING = {"technique": "petrissage", "purpose": "ease-spasm"}
TASK = {"technique": "transfer-practice", "purpose": "function"}


def visit(*services: dict, payer: str = "medicare-part-b", discipline: str = "pt") -> Visit:
    named = [{"id": f"s{place}", **service} for place, service in enumerate(services)]
    return Visit.model_validate(
        {"date": "2026-03-02", "payer": payer, "discipline": discipline, "services": named}
    )


@pytest.mark.parametrize(
    ("name", "services", "expected"),
    [
        (
            "each-counted-alone",
            ({**PRESSES, "minutes": 23}, {**TASK, "minutes": 23}),
            {"97110": 2, "97530": 2},
        ),
        (
            "forgot-the-remainder",
            ({**PRESSES, "minutes": 29}, {**TASK, "minutes": 14}),
            {"97110": 1, "97530": 0},
        ),
        (
            "every-start-a-unit",
            ({**PRESSES, "minutes": 31}, {**TASK, "minutes": 2}),
            {"97110": 3, "97530": 1},
        ),
        (
            "one-unit-per-8-minutes",
            ({**PRESSES, "minutes": 24}, {**TASK, "minutes": 15}),
            {"97110": 3, "97530": 1},
        ),
        (
            "one-unit-a-service",
            ({**PRESSES, "minutes": 44}, {**TASK, "minutes": 3}),
            {"97110": 1, "97530": 1},
        ),
        (
            "rest-to-the-longest",
            ({**PRESSES, "minutes": 31}, {**TASK, "minutes": 12}),
            {"97110": 3, "97530": 0},
        ),
        (
            "short-ones-dropped",
            ({**PRESSES, "minutes": 7}, {**TASK, "minutes": 16}),
            {"97110": 0, "97530": 1},
        ),
        (
            "session-length",
            ({**PRESSES, "minutes": 30}, {"technique": "rest", "minutes": 15}),
            {"97110": 3},
        ),
        (
            "untimed-by-time",
            ({**PRESSES, "minutes": 30}, {"technique": "paraffin-bath", "minutes": 25}),
            {"97110": 2, "97018": 2},
        ),
        (
            "untimed-in-the-pool",
            ({**PRESSES, "minutes": 30}, {"technique": "paraffin-bath", "minutes": 15}),
            {"97110": 3, "97018": 1},
        ),
        (
            "bundled-billed",
            ({**PRESSES, "minutes": 30}, {"technique": "hot-pack", "minutes": 15}),
            {"97110": 2, "97010": 1},
        ),
        (
            "counted-others",
            ({**PRESSES, "minutes": 15}, {**PRESSES, "minutes": 15, "by": "aide"}),
            {"97110": 2},
        ),
        (
            "pair-ignored",
            ({**GLIDES, "minutes": 15}, {**KNEADING, "minutes": 15}),
            {"97140": 1, "97124": 1},
        ),
    ],
)
def test_a_mistake_in_counting(
    corpus: Corpus, name: str, services: tuple[dict, ...], expected: dict[str, int]
) -> None:
    assert UNIT_MISTAKES[name](count_minutes(corpus, visit(*services))) == expected


def test_pooling_is_a_mistake_only_where_minutes_are_not_pooled(corpus: Corpus) -> None:
    services = ({**PRESSES, "minutes": 7}, {**TASK, "minutes": 7})
    pooled = UNIT_MISTAKES["pooled-where-it-should-not"]
    assert pooled(count_minutes(corpus, visit(*services, payer="commercial-midpoint"))) == {
        "97110": 1,
        "97530": 0,
    }
    assert pooled(count_minutes(corpus, visit(*services))) is None


@pytest.mark.parametrize(
    ("name", "service", "expected"),
    [
        ("massage-as-exercise", KNEADING, "97110"),
        ("hands-on-as-manual-therapy", KNEADING, "97140"),
        ("manual-therapy-as-massage", GLIDES, "97124"),
        (
            "watched-as-attended",
            {"technique": "electrical-stimulation", "contact": "supervised"},
            "97032",
        ),
        (
            "attended-as-watched",
            {"technique": "electrical-stimulation", "contact": "constant-attendance"},
            "G0283",
        ),
        ("machine-as-hands", {"technique": "mechanical-traction"}, "97140"),
        ("as-by-a-therapist", {**PRESSES, "by": "aide"}, "97110"),
        ("billed-all-the-same", {"technique": "hot-pack"}, "97010"),
        ("billed-all-the-same", PRESSES, None),
        ("bills-nothing", PRESSES, "not-billable"),
        ("asks-needlessly", PRESSES, "ask-therapist"),
    ],
)
def test_a_mistake_about_the_code(
    corpus: Corpus, name: str, service: dict, expected: str | None
) -> None:
    assert made(corpus, name, {**service, "minutes": 15}) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("level-by-minutes", "97163"),
        ("level-by-best-component", "97163"),
        ("one-level-higher", "97162"),
        ("one-level-lower", None),
    ],
)
def test_a_mistake_about_the_level(corpus: Corpus, name: str, expected: str | None) -> None:
    details = {
        "personal_factors": 0,
        "elements": 5,
        "presentation": "stable",
        "decision_making": "low",
    }
    assert (
        made(corpus, name, {"technique": "pt-evaluation", "minutes": 45, "details": details})
        == expected
    )


def test_59_parts_no_pair_with_indicator_0(corpus: Corpus) -> None:
    day = visit({**GLIDES, "minutes": 15}, {**KNEADING, "minutes": 15})
    mistake = Mistake(make="parted-by-59", feedback="No.")
    assert [
        CODE_MISTAKES["parted-by-59"](corpus, day, service, mistake) for service in day.services
    ] == [None, "97124"]


def test_the_code_of_another_payer(corpus: Corpus) -> None:
    service = {"technique": "electrical-stimulation", "contact": "supervised", "minutes": 15}
    assert made(corpus, "as-for-another-payer", service, payer="commercial-midpoint") == "97014"


def made(corpus: Corpus, name: str, service: dict, **more: object) -> str | None:
    day = visit(service)
    return CODE_MISTAKES[name](
        corpus, day, day.services[0], Mistake(make=name, feedback="No.", **more)
    )


def test_the_guide_for_authors_lists_every_mistake() -> None:
    guide = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    assert [name for name in (*CODE_MISTAKES, *UNIT_MISTAKES) if f"`{name}`" not in guide] == []


def test_no_feedback_names_a_service_by_its_place(corpus: Corpus) -> None:
    """A template's notes list the services in several orders."""
    by_place = re.compile(r"\b(first|second|third|last) (service|treatment)\b", re.IGNORECASE)
    assert not [
        (template.id, mistake.feedback)
        for template in corpus.templates.values()
        for mistake in template.mistakes
        if by_place.search(mistake.feedback)
    ]
