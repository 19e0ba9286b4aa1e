"""The page of worked claims shows what the engine answers, and leads to every code's page."""

from dataclasses import replace

from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.adjudication.payer_case import dollars
from generator.facts.corpus import Corpus
from generator.pages.remittance_page import remittance_page
from generator.pages.renderer import render
from tests.seen import page_seen


def test_each_worked_claim_has_its_answer(corpus: Corpus) -> None:
    (page,) = remittance_page(corpus)
    text = render(corpus, page)
    for name, example in corpus.worked_claims.items():
        found = adjudicate(corpus, example.submission)
        assert f'id="{name}"' in text and example.title in text
        assert all(reason in text for reason in found.adjusted)
        assert found.rejections or dollars(found.paid) in text


def test_reason_and_remark_codes_are_links(corpus: Corpus) -> None:
    (page,) = remittance_page(corpus)
    links = page_seen(render(corpus, page)).all("a")
    led = {link.text: link.attributes["href"] for link in links}
    assert led["CO-97"].endswith("denials/co-97/") and led["PR-1"].endswith("denials/pr-1/")
    assert led["N851"].endswith("denials/n851/")


def test_invented_plans_say_so(corpus: Corpus) -> None:
    (page,) = remittance_page(corpus)
    text = render(corpus, page)
    invented = [plan for plan in corpus.plans.values() if plan.invented]
    assert invented and all(plan.text in text for plan in invented)
    assert all("fictional" in plan.name and "invented" in plan.text for plan in invented)


def test_no_page_without_a_worked_claim(corpus: Corpus) -> None:
    assert tuple(remittance_page(replace(corpus, worked_claims={}))) == ()
