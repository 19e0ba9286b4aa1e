"""The claim checker on the site: what it marks in two judged articles, and what it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.demonstration import Demonstration
from generator.facts.published_claims import Article, Claim
from generator.pages.page import Page

TEXT = (
    "check-text",
    "Check a text",
    (
        "Paste a text about therapy codes: what the facts contradict is underlined, with the"
        " reason, the right code and the sources. It does not leave the browser."
    ),
)
CHECKED = (
    "checked-articles",
    "What the checker finds in two articles",
    "Every sentence it marks as wrong, by place and in our words, and what it leaves unmarked.",
)

EXAMPLE = "97124 is billed for therapeutic exercise. 97140 is manual therapy."


@dataclass(frozen=True)
class ArticleMarks:
    """An article with its marks.

    `left` are claims judged wrong by hand that no mark stands for, `right` the number judged true.
    """

    article: Article
    shown: Demonstration
    left: tuple[tuple[str, Claim], ...]
    right: int


def fact_check_pages(corpus: Corpus) -> Iterator[Page]:
    """The page that checks a text and, where there are any, the checked articles."""
    name, title, text = TEXT
    yield Page(
        f"tools/{name}.md", "check-text.md.jinja", title, text, EXAMPLE, "tools", element="checker"
    )
    if corpus.demonstrations:
        name, title, text = CHECKED
        view = tuple(_marks(corpus, shown) for shown in corpus.demonstrations.values())
        yield Page(f"tools/{name}.md", "checked-articles.md.jinja", title, text, view, "tools")


def _marks(corpus: Corpus, shown: Demonstration) -> ArticleMarks:
    article = corpus.articles[shown.article]
    named = {claim for mark in shown.marks for claim in mark.claims}
    judged = [(f"{article.id}-{claim.id}", claim) for claim in article.claims]
    left = tuple(
        (name, claim) for name, claim in judged if claim.verdict != "true" and name not in named
    )
    return ArticleMarks(
        article, shown, left, sum(claim.verdict == "true" for claim in article.claims)
    )
