"""Patient cases: a step is a question of its own, and its chart says what came before."""

from collections.abc import Callable

import pytest
import yaml

from generator.checks.case_remittances import answer_of, remittance_line
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.pages.case_pages import patient_cases
from generator.pages.quiz_pages import quiz_pages
from generator.pages.renderer import render
from generator.questions.keys import derive_key
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "broken" / "remittance-that-no-plan-sends" / "quizzes/cases/calf.yaml"


def small_case(**changes: object) -> PatientCase:
    return PatientCase.model_validate({**yaml.safe_load(SMALL.read_text("utf-8")), **changes})


def test_a_step_holds_the_text_of_the_records_it_reads() -> None:
    (step,) = small_case().items
    assert step.note.splitlines() == [
        "Note: Kneaded the calf for 15 minutes to settle a spasm. No joint moved.",
        "Remittance: 97124 GP x1: billed $40.00, paid $40.00",
    ]
    assert [one.id for one in step.documents] == ["note", "remittance"] and not step.earlier
    assert step.own_quiz_only


def test_what_an_earlier_step_read_is_in_the_chart_of_the_next() -> None:
    (first,) = yaml.safe_load(SMALL.read_text("utf-8"))["items"]
    steps = [{**first, "reads": ["note"]}, {**first, "id": "calf-02", "reads": ["remittance"]}]
    one, two = small_case(items=steps).items
    assert [document.id for document in one.documents] == ["note"]
    assert [document.id for document in two.documents] == ["remittance"]
    assert [document.id for document in two.earlier] == ["note"]
    assert "Kneaded" not in two.note


def test_a_step_has_no_note_beside_its_records() -> None:
    (first,) = yaml.safe_load(SMALL.read_text("utf-8"))["items"]
    with pytest.raises(ValueError, match="put the text into a document"):
        small_case(items=[{**first, "note": "Kneaded."}])


def test_records_belong_to_cases_alone(with_files: Callable) -> None:
    quiz = yaml.safe_load((ROOT / "tests/base/quizzes/basics.yaml").read_text("utf-8"))
    quiz["items"][0]["reads"] = ["note"]
    (found,) = with_files({"quizzes/basics.yaml": yaml.safe_dump(quiz).encode()}).findings
    assert "quizzes/cases/" in found.sentence


def test_a_case_of_every_size_is_derived(corpus: Corpus) -> None:
    for case in patient_cases(corpus):
        assert len(case.items) >= 3, case.id
        for item in case.items:
            assert derive_key(corpus, item).right, item.id


def test_every_remittance_is_what_the_plan_answers(corpus: Corpus) -> None:
    for case in patient_cases(corpus):
        for document in case.chart:
            if document.answers:
                answer = answer_of(corpus, case, document.answers)
                assert answer and answer.lines, (case.id, document.id)
                for line in answer.lines:
                    assert remittance_line(line) in document.text
                    total = line.paid + sum(one.amount for one in line.adjustments)
                    assert total == line.billed


def test_pages_show_records_with_titles_and_fold_what_came_before(corpus: Corpus) -> None:
    pages = {page.path: page for page in quiz_pages(corpus)}
    assert "practice/cases.md" in pages
    text = render(corpus, pages["practice/case-knee-medicare.md"])
    assert text.count('class="rc-record__title"') > 6 and "Chart so far" in text
    assert "case-knee-medicare" not in render(corpus, pages["practice/index.md"])
