"""The claim checker on the site: its form, and what it marks in judged articles."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.published_claims import Demonstration
from generator.pages.page import Page
from generator.pages.tool_links import CHECKED, CHECKER, beside_tools

EXAMPLE = "97124 is billed for therapeutic exercise. 97140 is manual therapy."


def fact_check_pages(corpus: Corpus) -> Iterator[Page]:
    """The form, and the articles checked where there are any."""
    beside = beside_tools(corpus)
    yield Page.of(
        CHECKER, "check-text", {"example": {"text": EXAMPLE}}, element="checker", **beside
    )
    if corpus.demonstrations:
        view = {"articles": [_marks(corpus, shown) for shown in corpus.demonstrations.values()]}
        yield Page.of(CHECKED, "checked-articles", view, **beside)


def _marks(corpus: Corpus, demonstration: Demonstration) -> dict[str, object]:
    """An article's marks."""
    article = corpus.articles[demonstration.article]
    marked = {claim for mark in demonstration.marks for claim in mark.claims}
    wrong = [claim for claim in article.claims if claim.verdict != "true"]
    names = ((f"{article.id}-{claim.id}", claim) for claim in wrong)
    return {
        "article": article,
        "demonstration": demonstration,
        "unmarked": [(name, claim) for name, claim in names if name not in marked],
        "right": len(article.claims) - len(wrong),
    }
