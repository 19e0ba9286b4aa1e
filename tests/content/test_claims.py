"""What the two articles say, judged; and what of it is wrong, corrected where it is taught."""

from generator.facts.corpus import Corpus


def test_both_articles_are_judged_claim_by_claim(corpus: Corpus) -> None:
    assert set(corpus.articles) >= {"seed-a-massage-explainer", "seed-b-exercise-mixup"}
    assert len(corpus.claims) >= 60


def test_every_wrong_claim_about_a_code_is_shown_on_the_page_of_a_taught_one(
    corpus: Corpus,
) -> None:
    hidden = [
        name
        for name, claim in corpus.claims.items()
        if claim.verdict in ("false", "misleading")
        and claim.about
        and not set(claim.about) & corpus.codes.keys()
    ]
    assert hidden == []


def test_every_correction_says_more_than_the_claim(corpus: Corpus) -> None:
    assert [name for name, claim in corpus.claims.items() if claim.correction == claim.says] == []


def test_no_true_claim_names_another_code_as_right(corpus: Corpus) -> None:
    claims = corpus.claims.items()
    assert [name for name, claim in claims if claim.right_code and claim.verdict == "true"] == []


def test_more_than_one_verdict_was_needed(corpus: Corpus) -> None:
    assert len({claim.verdict for claim in corpus.claims.values()}) >= 3


def test_every_misconception_says_how_to_notice_it(corpus: Corpus) -> None:
    silent = [
        name
        for name, myth in corpus.misconceptions.items()
        if not myth.tell_apart or myth.belief == myth.truth
    ]
    assert silent == []


def test_that_massage_is_no_exercise_stands_first(corpus: Corpus) -> None:
    myth = corpus.misconceptions["massage-is-exercise"]
    assert myth.page
    assert myth.right_code == "97110"
    assert "97124" in myth.about
