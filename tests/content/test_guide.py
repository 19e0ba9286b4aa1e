"""The guide leads to every technique and every taught code it can lead to.

Families compare all their members.
"""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.pages.family_pages import family_pages
from generator.pages.guide_page import GuideChoice, guide_choices, guide_page
from generator.pages.renderer import render


def every_choice(corpus: Corpus) -> Iterator[GuideChoice]:
    waiting = list(guide_choices(corpus))
    while waiting:
        choice = waiting.pop()
        yield choice
        waiting += choice.choices


def test_every_technique_can_be_chosen(corpus: Corpus) -> None:
    assert {name for choice in every_choice(corpus) for name in choice.techniques} == set(
        corpus.techniques
    )


def test_every_code_that_a_technique_has_is_an_answer(corpus: Corpus) -> None:
    answered = {
        code.code
        for choice in every_choice(corpus)
        if choice.answer
        for code in choice.answer.codes
    }
    assert answered == {
        code
        for technique in corpus.techniques.values()
        for rule in technique.codes
        for code in rule.codes
        if code in corpus.codes
    }


def test_every_choice_leads_on_or_answers(corpus: Corpus) -> None:
    assert [
        choice.id for choice in every_choice(corpus) if bool(choice.choices) == bool(choice.answer)
    ] == []


def test_no_two_choices_share_an_id(corpus: Corpus) -> None:
    ids = [choice.id for choice in every_choice(corpus)]
    assert len(ids) == len(set(ids))


def test_no_list_of_choices_is_endless(corpus: Corpus) -> None:
    assert [choice.id for choice in every_choice(corpus) if len(choice.choices) > 25] == []


def test_the_page_stays_light(corpus: Corpus) -> None:
    (page,) = guide_page(corpus)
    assert len(render(corpus, page)) < 400_000


def test_families_compare_every_code(corpus: Corpus) -> None:
    compared = {
        member.code.code for page in family_pages(corpus) for member in page.view["members"]
    }
    assert compared == set(corpus.codes)
