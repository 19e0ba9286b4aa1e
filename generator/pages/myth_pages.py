"""A page for each important misconception, and for each published article judged."""

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
    """A misconception, published claims behind it, and quizzes about it."""

    myth: Misconception
    claims: tuple[tuple[str, Claim], ...]
    quizzes: tuple[Quiz, ...]


@dataclass(frozen=True)
class ArticleView:
    """An article, and how many of its claims have each verdict, in words."""

    article: Article
    counts: str


@dataclass(frozen=True)
class MythsView:
    """Misconceptions with and without a page, and the articles."""

    with_page: tuple[Misconception, ...]
    others: tuple[Misconception, ...]
    articles: tuple[ArticleView, ...]


def myth_pages(corpus: Corpus) -> Iterator[Page]:
    """The index, the misconceptions with a page, and the articles."""
    own = [myth for myth in corpus.misconceptions.values() if myth.page]
    rest = tuple(myth for myth in corpus.misconceptions.values() if not myth.page)
    articles = tuple(_article_view(article) for article in corpus.articles.values())
    nearby = tuple(Link(myth.title, f"myths/{myth.id}.md") for myth in own)
    index = "myths/index.md"
    view = MythsView(tuple(own), rest, articles)
    yield Page(index, "myths.md.jinja", *labels.page_text(index), view, "myths")
    named = {name: mistakes(quiz) for name, quiz in corpus.quizzes.items()}
    for myth in own:
        myth_view = _myth_view(corpus, myth, named)
        yield Page(
            f"myths/{myth.id}.md",
            "myth.md.jinja",
            myth.title,
            myth.truth,
            myth_view,
            "myths",
            nearby,
            "Myths",
            structured=_reviews(myth_view),
        )
    for article_view in articles:
        article = article_view.article
        yield Page(
            f"myths/articles/{article.id}.md",
            "article.md.jinja",
            article.title,
            article.described,
            article_view,
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
    counted: Counter[str] = Counter(claim.verdict for claim in article.claims)
    counts = (
        f"{counted[verdict]} {text.lower()}"
        for verdict, text in labels.VERDICT.items()
        if counted[verdict]
    )
    return ArticleView(article, ", ".join(counts))


def _reviews(view: MythView) -> tuple[dict[str, object], ...]:
    """schema.org ClaimReview of each published claim, or of the belief where none was found."""
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
