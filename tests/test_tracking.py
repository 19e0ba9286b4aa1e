"""What a track asks.

Its checks leave its practice alone, and no question is asked by two of them.
"""

import pytest

from generator.build.project import CheckedProject
from generator.facts.corpus import Corpus
from generator.questions.track_courses import ROUNDS, courses

TRACKS = (
    "first-week-as-a-biller",
    "coding-student",
    "physical-therapists-own-billing",
    "chiropractic-office",
    "front-desk-and-patients",
)


def test_the_five_tracks_are_there(corpus: Corpus) -> None:
    assert [
        track.id for track in sorted(corpus.tracks.values(), key=lambda track: track.order)
    ] == list(TRACKS)


@pytest.mark.parametrize("name", TRACKS)
def test_no_check_asks_what_the_track_practices_or_another_check_of_it_asks(
    corpus: Corpus, name: str
) -> None:
    found = courses(corpus.public, corpus.tracks[name])
    practiced = {item.id for course in found for item in course.practice}
    asked = [item.id for course in found for pool in course.pools for item in pool.items]
    assert len(asked) == len(set(asked))
    assert not practiced & set(asked)


@pytest.mark.parametrize("name", TRACKS)
def test_three_tries_of_a_check_ask_no_question_twice(corpus: Corpus, name: str) -> None:
    for course in courses(corpus.public, corpus.tracks[name]):
        for pool in course.pools:
            assert len(pool.items) == pool.count * ROUNDS, course.module.id


def test_where_the_bank_holds_too_little_a_check_asks_what_practice_asked(
    with_files, base_files
) -> None:
    path = "quizzes/tracks/a-first-day.yaml"
    checked: CheckedProject = with_files({path: base_files[path].replace(b"count: 2", b"count: 3")})
    assert checked.findings == ()
    (course,) = courses(checked.corpus, checked.corpus.tracks["a-first-day"])
    (pool,) = course.pools
    assert [item.id for item in pool.items][-1] == "calf-in-spasm"
    assert len(pool.items) == 3


def test_another_seed_draws_otherwise(corpus: Corpus) -> None:
    track = corpus.tracks["first-week-as-a-biller"]
    module = track.modules[2]
    other = module.model_copy(update={"check": module.check.model_copy(update={"seed": 99})})
    changed = track.model_copy(update={"modules": (*track.modules[:2], other, *track.modules[3:])})
    before, after = (courses(corpus, one)[2].pools[0].items for one in (track, changed))
    assert [item.id for item in before] != [item.id for item in after]
    assert courses(corpus, track) == courses(corpus, track)
