"""A page for each important misconception, and for each published article judged."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.facts.corpus import Corpus
from generator.facts.published_claims import Article, Claim, Misconception
from generator.pages import labels
from generator.pages.page import Link, Page
from generator.questions.keys import mistakes

RATING = {"false": 1, "misleading": 2, "outdated": 2, "unverifiable": 3, "true": 5}


def myth_pages(corpus: Corpus) -> Iterator[Page]:
    """The index, the misconceptions with a page, and the articles."""
    own = [myth for myth in corpus.misconceptions.values() if myth.page]
    rest = [myth for myth in corpus.misconceptions.values() if not myth.page]
    articles = [(article, _counts(article)) for article in corpus.articles.values()]
    nearby = tuple(Link(myth.title, f"myths/{myth.id}.md") for myth in own)
    index = "myths/index.md"
    view = {"with_page": own, "others": rest, "articles": articles}
    yield Page.of(index, "myths", view)
    named = [(quiz, mistakes(quiz)) for quiz in corpus.quizzes.values()]
    for myth in own:
        claims = [entry for entry in corpus.claims.items() if entry[1].misconception == myth.id]
        quizzes = [quiz for quiz, made in named if myth.id in made]
        yield Page(
            f"myths/{myth.id}.md",
            "myth",
            myth.title,
            myth.truth,
            {"myth": myth, "claims": claims, "quizzes": quizzes},
            nearby,
            "Myths",
            structured=_reviews(myth, claims),
        )
    for article, counts in articles:
        yield Page(
            f"myths/articles/{article.id}.md",
            "article",
            article.title,
            article.described,
            {"article": article, "counts": counts},
            nearby,
            "Myths",
        )


def _counts(article: Article) -> str:
    counted: Counter[str] = Counter(claim.verdict for claim in article.claims)
    return ", ".join(
        f"{counted[verdict]} {text.lower()}"
        for verdict, text in labels.VERDICT.items()
        if counted[verdict]
    )


def _reviews(
    myth: Misconception, claims: Iterable[tuple[str, Claim]]
) -> tuple[dict[str, object], ...]:
    found = [(claim.says, claim.verdict, claim.as_of) for _, claim in claims]
    return tuple(_review(*entry) for entry in found or [(myth.belief, "false", myth.as_of)])


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
