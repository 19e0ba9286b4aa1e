"""A page for each question template: its first variants; the others are loaded on demand."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.question_templates import Template
from generator.pages.labels import count, page_text, page_title
from generator.pages.page import Card, Link, Page
from generator.pages.question_view import QuestionView, question_views
from generator.questions.variants.expansion import pool_of

CHUNK = 20
INDEX = "practice/endless/index.md"
MORE = (
    "Every scenario is generated, and its answer key comes from the same facts as everything"
    " else here."
)


@dataclass(frozen=True)
class VariantPage:
    """A page, the questions on it, and those of each file that it loads later."""

    page: Page
    shown: tuple[QuestionView, ...]
    files: tuple[tuple[str, tuple[QuestionView, ...]], ...]


@dataclass(frozen=True)
class PublishedTemplate:
    """A template with the seed and the number of its variants on the site."""

    template: Template
    seed: int
    size: int


def variant_index(corpus: Corpus) -> Iterator[Page]:
    """Nothing where the site has no variants."""
    if not corpus.variants:
        return
    published = published_templates(corpus)
    cards = tuple(
        Card(
            path_of(one.template.id),
            one.template.title,
            one.template.summary,
            f"{count(one.size, 'scenario')} here",
        )
        for one in published
    )
    view = {"cards": cards, "more": MORE}
    yield Page(INDEX, "cards", *page_text(INDEX, count=len(cards)), view)


def path_of(name: str) -> str:
    """The path of a template's page."""
    return f"practice/endless/{name}.md"


def variant_page(corpus: Corpus, published: PublishedTemplate) -> VariantPage:
    """The page of one template, with its variants."""
    template = published.template
    shown = next(iter(corpus.variants.values())).on_page
    views = question_views(corpus, pool_of(corpus, template, published.seed, published.size))
    chunks = (views[start : start + CHUNK] for start in range(shown, len(views), CHUNK))
    files = tuple(
        (f"practice/endless/{template.id}.{number}.js", chunk)
        for number, chunk in enumerate(chunks, 1)
    )
    page = Page(
        path_of(template.id),
        "variant-template",
        template.title,
        template.summary,
        {
            "template": template,
            "shown": views[:shown],
            "files": tuple(path for path, _ in files),
            "total": len(views),
        },
        tuple(
            Link(one.template.title, path_of(one.template.id))
            for one in published_templates(corpus)
        ),
        page_title(INDEX),
        element="quiz",
    )
    return VariantPage(page, views[:shown], files)


def published_templates(corpus: Corpus) -> tuple[PublishedTemplate, ...]:
    """The templates with variants on the site, in the order in which they are shown."""
    found = [
        PublishedTemplate(corpus.templates[entry.template], holder.seed, entry.pool)
        for holder in corpus.variants.values()
        for entry in holder.written
    ]
    return tuple(sorted(found, key=lambda one: (one.template.order, one.template.id)))
