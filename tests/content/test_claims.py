"""What the two articles say, judged; and what of it is wrong, corrected where it is taught."""

from generator.facts.corpus import Corpus


def test_both_articles_are_judged_claim_by_claim(corpus: Corpus) -> None:
    assert set(corpus.articles) >= {"seed-a-massage-explainer", "seed-b-exercise-mixup"}
    assert len(corpus.claims) >= 60


def test_more_than_one_verdict_was_needed(corpus: Corpus) -> None:
    assert len({claim.verdict for claim in corpus.claims.values()}) >= 3


def test_that_massage_is_no_exercise_stands_first(corpus: Corpus) -> None:
    myth = corpus.misconceptions["massage-is-exercise"]
    assert myth.page
    assert myth.right_code == "97110"
    assert "97124" in myth.about
