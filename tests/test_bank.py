"""The bank of questions: whole, small on first load, and honest about changed rules."""

import dataclasses
import json
import re
from functools import cache

import pytest

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.build.question_bank import bank_files, fnv_hash
from generator.build.site_files import build_site
from generator.checks.references import BESIDE_QUIZZES
from generator.facts.corpus import Corpus
from generator.pages.placement_pool import ROLES
from generator.pages.practice_pages import PAIRS_SHOWN, bank_entries, practice_pages
from generator.pages.question_hints import hints
from generator.pages.question_view import question_views
from generator.pages.quiz_pages import in_order
from generator.pages.renderer import render
from generator.questions.key_digest import item_digest
from tests.conftest import ROOT, read_once

ITEM = "massage-vs-similar-01"


def loaded() -> Corpus:
    return load(read_files(ROOT), read_once).corpus.public


@cache
def corpus() -> Corpus:
    return loaded()


@cache
def bank() -> dict[str, object]:
    return {path: value_of(content) for path, content in bank_files(corpus()).items()}


def value_of(content: bytes) -> object:
    """What the one call in a bank file hands over."""
    name, value = re.fullmatch(r'rightcodeBank\("([^"]+)",(.*)\);\n', content.decode()).groups()
    assert name
    return json.loads(value)


def many(count: int) -> Corpus:
    """The real questions again and again under other ids, until there are `count`."""
    items = list(corpus().items.values())
    made = tuple(
        items[number % len(items)].model_copy(update={"id": f"made-{number}"})
        for number in range(count)
    )
    quizzes = {
        f"made-{start}": quiz(made[start : start + 10], start) for start in range(0, count, 10)
    }
    return dataclasses.replace(corpus(), items={item.id: item for item in made}, quizzes=quizzes)


def quiz(items: tuple, start: int):
    return next(iter(corpus().quizzes.values())).model_copy(
        update={"id": f"made-{start}", "items": items}
    )


@pytest.mark.parametrize(
    ("text", "hashed"), [("", 2166136261), ("a", 3826002220), ("foobar", 3214735720)]
)
def test_ids_are_hashed_as_the_published_vectors_of_fnv_1a_say(text, hashed):
    assert fnv_hash(text) == hashed


def test_every_question_lies_once_in_the_index_and_once_by_itself():
    listed = [
        entry["id"]
        for path, value in bank().items()
        if path.startswith("bank/index/")
        for entry in value
    ]
    alone = [
        path.removeprefix("bank/items/").removesuffix(".js")
        for path in bank()
        if path.startswith("bank/items/")
    ]
    assert sorted(listed) == sorted(alone) == sorted(corpus().items)


def test_a_question_in_the_bank_is_the_question_of_its_quiz_page(site_files):
    for quiz in corpus().quizzes.values():
        page = site_files[f"practice/{quiz.id}.md"].decode()
        for item in quiz.items:
            assert bare(bank()[f"bank/items/{item.id}.js"]["html"]) in bare(page), item.id


def bare(html: str) -> str:
    """Without what depends on the page.

    A question's number, the way to it, and the numbers of citations with what they open.
    """
    html = (
        re.sub(r"<div class=\"rc-popovers\">.*", "", html, flags=re.DOTALL)
        if html.startswith("<section")
        else html
    )
    html = re.sub(r"Question \d+", "Question", html)
    html = re.sub(r'href="(?:\.\./[\w-]+/)?#q-', 'href="#q-', html)
    return re.sub(r'<button type="button" class="rc-cite".*?</button>', "", html).strip()


def test_ids_within_one_question_carry_its_name_since_questions_are_mixed():
    for item in corpus().items:
        html = bank()[f"bank/items/{item}.js"]["html"]
        assert all(item in name for name in re.findall(r'\bid="([^"]+)"', html))
        assert set(re.findall(r'popovertarget="([^"]+)"', html)) <= set(
            re.findall(r'\bid="([^"]+)"', html)
        )


def test_what_is_loaded_first_does_not_grow_with_the_bank():
    small, large = many(50), many(1000)
    assert first_load(large) <= first_load(small) * 1.2


def first_load(made: Corpus) -> int:
    """Bytes of the page of mixed practice and of one shard, the largest."""
    page = next(
        page
        for page in practice_pages(made, in_order(made), ())
        if page.path == "practice/mixed.md"
    )
    shards = [
        content for path, content in bank_files(made).items() if path.startswith("bank/index/")
    ]
    return len(render(made, page).encode()) + int(sum(map(len, shards)) / len(shards))


@pytest.mark.parametrize("role", ROLES)
def test_the_placement_quiz_asks_a_role_what_it_bills_on_every_level(role: str):
    pool = bank()[f"bank/check/{role}.js"]
    everyday = set(ROLES[role].get("codes", "").split())
    assert everyday <= corpus().codes.keys()
    assert {entry["difficulty"] for entry in pool} == {1, 2, 3}
    assert len({name for entry in pool for name in entry["objectives"]}) >= 8
    assert len(pool) <= 36
    assert not everyday or all(everyday.issuperset(entry["codes"]) for entry in pool)


def test_every_question_has_a_hint_that_names_its_objective_and_none_names_the_key():
    for quiz in corpus().quizzes.values():
        for view in question_views(corpus(), quiz.items):
            first, *rest = hints(corpus(), view)
            assert first.startswith("This question tests whether you can ")
            assert rest
            assert not any("right" in hint.lower().split() for hint in rest), view.item.id


def test_the_pairs_people_confuse_have_questions():
    pairs = {pair for entry in bank_entries(corpus()) for pair in entry["pairs"]}
    assert {
        "97124-97140",
        "97110-97530",
        "97110-97112",
        "97112-97530",
        "97032-G0283",
        "97110-97150",
    } <= pairs
    drill = next(
        page
        for page in practice_pages(corpus(), in_order(corpus()), ())
        if page.path == "practice/drill.md"
    )
    texts = [topic.text.partition(":")[0] for topic in drill.view["topics"]]
    assert sum(" or " in text for text in texts) <= PAIRS_SHOWN


def changed(**update: object) -> Corpus:
    """The corpus with another 97110."""
    code = corpus().codes["97110"].model_copy(update=update)
    return dataclasses.replace(corpus(), codes={**corpus().codes, "97110": code})


def digest(of: Corpus, item: str = ITEM) -> str:
    return item_digest(of, of.items[item])


def test_a_changed_rule_changes_the_digest_of_the_questions_that_rest_on_it_alone():
    unit = corpus().codes["97110"].unit
    other = changed(unit=unit.model_copy(update={"minutes": 10}))
    assert digest(other) != digest(corpus())
    untouched = next(
        item
        for item in corpus().items.values()
        if not any("97110" in fact for fact in item.rests_on) and "97110" not in str(item)
    )
    assert digest(other, untouched.id) == digest(corpus(), untouched.id)


@pytest.mark.parametrize("slot", ["also_called", "common_errors", "look_alikes", "diagnoses"])
def test_what_no_answer_rests_on_leaves_the_digest_as_it_is(slot):
    assert digest(changed(**{slot: None if slot == "diagnoses" else ()})) == digest(corpus())


def test_reading_the_same_rule_again_on_another_day_changes_no_digest():
    unit = corpus().codes["97110"].unit
    again = changed(
        unit=unit.model_copy(
            update={"as_of": unit.as_of.replace(year=2027), "sources": unit.sources[:1]}
        )
    )
    assert digest(again) == digest(corpus())


def test_the_same_corpus_gives_the_same_bytes():
    assert bank_files(corpus()) == bank_files(loaded())


def test_the_script_of_the_ways_to_practice_is_loaded_by_their_pages_alone(site_files):
    loading = {
        path
        for path, content in site_files.items()
        if path.endswith(".md") and re.search(rb"^element: \"practice", content, re.MULTILINE)
    }
    assert loading == {
        f"practice/{way}.md"
        for way in (
            "index",  # the card of what waits
            "check",
            "learn",
            "drill",
            "mixed",
            "review",
            "missed",
            "exam",
            "progress",
            "data",
        )
    }


def test_every_page_beside_the_quizzes_has_a_name_that_no_quiz_may_take(base: Corpus) -> None:
    beside = {
        path.split("/")[1].removesuffix(".md")
        for path in build_site(base)
        if path.startswith("practice/") and path.endswith(".md")
    }
    assert beside - set(base.quizzes) - {"index"} <= {
        *BESIDE_QUIZZES,
        *(f"track-{name}" for name in base.tracks),
    }
