"""What is taught wrongly: a page for each important misconception and each article judged."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.published_claims import Article, Claim, Misconception
from generator.facts.quizzes import Quiz
from generator.pages import labels
from generator.pages.page import Link, Page
from generator.questions.keys import mistakes

RATING = {"false": 1, "misleading": 2, "outdated": 2, "unverifiable": 3, "true": 5}


@dataclass(frozen=True)
class MythView:
    myth: Misconception
    claims: tuple[tuple[str, Claim], ...]
    quizzes: tuple[Quiz, ...]


@dataclass(frozen=True)
class ArticleView:
    article: Article
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class MythsView:
    with_page: tuple[Misconception, ...]
    others: tuple[Misconception, ...]
    articles: tuple[ArticleView, ...]


def myth_pages(corpus: Corpus) -> Iterator[Page]:
    own = [myth for myth in corpus.misconceptions.values() if myth.page]
    rest = tuple(myth for myth in corpus.misconceptions.values() if not myth.page)
    articles = tuple(_article_view(article) for article in corpus.articles.values())
    nearby = tuple(Link(myth.title, f"myths/{myth.id}.md") for myth in own)
    described = (
        "Wrong statements about therapy codes that are in print, judged one by one, and what is"
        " true instead."
    )
    yield Page(
        "myths/index.md",
        "myths.md.jinja",
        "Myths",
        described,
        MythsView(tuple(own), rest, articles),
        "myths",
    )
    named = {name: mistakes(quiz) for name, quiz in corpus.quizzes.items()}
    for myth in own:
        view = _myth_view(corpus, myth, named)
        yield Page(
            f"myths/{myth.id}.md",
            "myth.md.jinja",
            myth.title,
            myth.truth,
            view,
            "myths",
            nearby,
            "Myths",
            structured=_reviews(corpus, view),
        )
    for view in articles:
        article = view.article
        yield Page(
            f"myths/articles/{article.id}.md",
            "article.md.jinja",
            article.title,
            article.described,
            view,
            "myths",
            nearby,
            "Myths",
        )


def _myth_view(
    corpus: Corpus, myth: Misconception, named: Mapping[str, frozenset[str]]
) -> MythView:
    claims = tuple(
        (name, claim) for name, claim in corpus.claims.items() if claim.misconception == myth.id
    )
    quizzes = tuple(quiz for quiz in corpus.quizzes.values() if myth.id in named[quiz.id])
    return MythView(myth, claims, quizzes)


def _article_view(article: Article) -> ArticleView:
    counted = Counter(claim.verdict for claim in article.claims)
    return ArticleView(
        article,
        tuple((verdict, counted[verdict]) for verdict in labels.VERDICT if counted[verdict]),
    )


def _reviews(corpus: Corpus, view: MythView) -> tuple[dict[str, object], ...]:
    """schema.org ClaimReview.

    Of each published claim behind the myth, or of the belief itself where none was found in print.
    """
    found = [(claim.says, claim.verdict, claim.as_of) for _, claim in view.claims]
    return tuple(
        _review(*entry) for entry in found or [(view.myth.belief, "false", view.myth.as_of)]
    )


def _review(says: str, verdict: str, as_of: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": says,
        "datePublished": str(as_of),
        "author": {"@type": "Organization", "name": "RightCode"},
        "itemReviewed": {"@type": "Claim", "name": says},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATING[verdict],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": labels.VERDICT[verdict],
        },
    }
