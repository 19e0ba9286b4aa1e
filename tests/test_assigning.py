"""An assignment gives the same questions every time, and only those its rules allow."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.facts.assignments import Assignment, on_curve
from generator.facts.corpus import Corpus
from generator.questions.assessed_codes import assessed_codes
from generator.questions.assignment_draw import chosen_items, fitting_items
from generator.questions.keys import derive_key

POINT = (  # the generator of P-256, NIST SP 800-186, §3.2.1.3
    "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"
)


def assignment(**given: object) -> Assignment:
    return Assignment.model_validate({"id": "made", "title": "Made", **given})


def ids(corpus: Corpus, **given: object) -> list[str]:
    return [item.id for item in chosen_items(corpus, assignment(**given))]


def test_named_questions_keep_their_order(corpus: Corpus) -> None:
    named = ["massage-vs-similar-12", "massage-vs-similar-02", "eight-minute-rule-units-05"]
    assert ids(corpus, items=named) == named


def test_a_draw_follows_the_named_questions_and_takes_none_of_them(corpus: Corpus) -> None:
    named = [item.id for item in corpus.quizzes["massage-vs-similar"].items[:10]]
    chosen = ids(corpus, items=named, draw=[{"count": 2, "quizzes": ["massage-vs-similar"]}])
    assert chosen[:10] == named
    assert sorted(chosen) == sorted(item.id for item in corpus.quizzes["massage-vs-similar"].items)


def test_the_same_seed_draws_the_same_and_another_draws_others(corpus: Corpus) -> None:
    draw = [{"count": 10}]
    assert ids(corpus, draw=draw, seed=1) == ids(corpus, draw=draw, seed=1)
    assert len(set(ids(corpus, draw=draw, seed=1)) & set(ids(corpus, draw=draw, seed=2))) < 5


def test_a_draw_does_not_hang_on_the_order_of_the_corpus(corpus: Corpus) -> None:
    turned = replace(
        corpus,
        items=dict(reversed(corpus.items.items())),
        quizzes=dict(reversed(corpus.quizzes.items())),
    )
    draw = [{"count": 12, "difficulty": [2]}]
    assert ids(corpus, draw=draw) == ids(turned, draw=draw)


def test_a_question_more_leaves_the_others_drawn(corpus: Corpus) -> None:
    draw = [{"count": 10, "kinds": ["choose-code"]}]
    before = ids(corpus, draw=draw)
    without = {name: item for name, item in corpus.items.items() if name != before[3]}
    quizzes = {
        name: quiz.model_copy(
            update={"items": tuple(item for item in quiz.items if item.id in without)}
        )
        for name, quiz in corpus.quizzes.items()
    }
    after = ids(replace(corpus, items=without, quizzes=quizzes), draw=draw)
    assert after[:9] == before[:3] + before[4:]


def test_a_drawn_question_meets_every_list(corpus: Corpus) -> None:
    draw = assignment(
        draw=[
            {
                "count": 1,
                "codes": ["97124", "97140"],
                "difficulty": [1, 2],
                "kinds": ["choose-code"],
                "objectives": ["tell-massage-from-manual-therapy"],
            }
        ]
    ).draw[0]
    found = fitting_items(corpus, draw)
    assert len(found) > 3
    for item in found:
        assert (
            item.kind == "choose-code"
            and item.difficulty < 3
            and "tell-massage-from-manual-therapy" in item.objectives
        )
        assert {"97124", "97140"} & set(assessed_codes(corpus, item, derive_key(corpus, item)))


def test_what_is_held_back_is_drawn_only_where_it_is_asked_for(corpus: Corpus) -> None:
    held = {name for name, item in corpus.items.items() if item.held_back}
    count = len(corpus.items) - len(held)
    assert not held & set(ids(corpus, draw=[{"count": 500 if count > 500 else count}]))
    drawn = set(ids(corpus, draw=[{"count": len(held), "held_back": "only"}]))
    twins = {name for name in held - drawn if corpus.enemies_of[name] & drawn}
    assert drawn <= held == drawn | twins
    assert held & set(ids(corpus, draw=[{"count": 500, "held_back": "included"}]))


def test_shuffled_is_another_order_of_the_same_questions(corpus: Corpus) -> None:
    draw = [{"count": 12}]
    written, mixed = ids(corpus, draw=draw), ids(corpus, draw=draw, order="shuffled")
    assert written != mixed and sorted(written) == sorted(mixed)


@pytest.mark.parametrize("name", ["first-steps", "end-of-term"])
def test_an_assignment_of_the_project_has_as_many_questions_as_it_says(
    corpus: Corpus, name: str
) -> None:
    given = corpus.assignments[name]
    chosen = chosen_items(corpus, given)
    assert len(chosen) == len(given.items) + sum(draw.count for draw in given.draw)
    assert len({item.id for item in chosen}) == len(chosen)


def test_a_public_key_is_a_point_of_the_curve() -> None:
    assert on_curve(POINT)
    assert assignment(items=["x"], public_key=POINT).public_key == POINT


@pytest.mark.parametrize(
    "text", [POINT[:-1] + "Q", POINT[:-4], "A" + POINT[1:], "B" + "A" * 86, "not base64!", ""]
)
def test_anything_else_is_none(text: str) -> None:
    assert not on_curve(text)


def test_a_moment_has_its_offset(with_files: Callable) -> None:
    said = (
        b"id: later\ntitle: Later\nitems: [calf-in-spasm]\nopens: 2026-12-01T08:00:00-05:00\ndue:"
        b" 2026-12-01T14:00:00Z\n"
    )
    checked = with_files({"quizzes/assignments/later.yaml": said})
    assert checked.findings == ()
    assert checked.corpus.assignments["later"].opens.isoformat() == "2026-12-01T08:00:00-05:00"


def test_no_draw_gives_near_twins(corpus: Corpus) -> None:
    assert corpus.enemies_of
    for seed in range(5):
        chosen = ids(corpus, seed=seed, draw=[{"count": 200}, {"count": 200}])
        twins = {twin for name in chosen for twin in corpus.enemies_of.get(name, ())}
        assert twins.isdisjoint(chosen)


def test_a_question_of_its_own_quiz_is_drawn_from_there_alone(corpus: Corpus) -> None:
    own = {item.id for item in corpus.items.values() if item.own_quiz_only}
    assert own.isdisjoint(ids(corpus, draw=[{"count": 500}]))
    quiz = corpus.quiz_of[min(own)]
    there = ids(corpus, draw=[{"count": len(quiz.items), "quizzes": [quiz.id]}])
    assert own & {item.id for item in quiz.items} <= set(there)
