"""The claim checker on the site: its form, and what it marks in judged articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.facts.corpus import Corpus
from generator.facts.demonstration import Demonstration
from generator.facts.published_claims import Article, Claim
from generator.pages.labels import page_text
from generator.pages.page import Page

FORM, ARTICLES = "tools/check-text.md", "tools/checked-articles.md"
EXAMPLE = "97124 is billed for therapeutic exercise. 97140 is manual therapy."


@dataclass(frozen=True)
class CheckTextView:
    """The text in the form at first, and what the facts are as of."""

    example: str
    judged_on: date
    has_articles: bool


@dataclass(frozen=True)
class ArticleMarks:
    """An article with its marks.

    `unmarked` are claims judged wrong by hand that no mark names, `right` the number judged true.
    """

    article: Article
    demonstration: Demonstration
    unmarked: tuple[tuple[str, Claim], ...]
    right: int


def fact_check_pages(corpus: Corpus) -> Iterator[Page]:
    """The form, and the articles checked where there are any."""
    form = CheckTextView(EXAMPLE, corpus.judged_on, bool(corpus.demonstrations))
    words = page_text(FORM)
    yield Page(FORM, "check-text.md.jinja", *words, form, "tools", element="checker")
    if corpus.demonstrations:
        view = tuple(_marks(corpus, shown) for shown in corpus.demonstrations.values())
        yield Page(ARTICLES, "checked-articles.md.jinja", *page_text(ARTICLES), view, "tools")


def _marks(corpus: Corpus, demonstration: Demonstration) -> ArticleMarks:
    article = corpus.articles[demonstration.article]
    marked = {claim for mark in demonstration.marks for claim in mark.claims}
    wrong = [claim for claim in article.claims if claim.verdict != "true"]
    names = ((f"{article.id}-{claim.id}", claim) for claim in wrong)
    unmarked = tuple((name, claim) for name, claim in names if name not in marked)
    return ArticleMarks(article, demonstration, unmarked, len(article.claims) - len(wrong))
