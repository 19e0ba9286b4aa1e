"""Practice without end: a page for each template, with its first variants.

The others follow on demand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.question_templates import Template
from generator.pages.page import Link, Page
from generator.pages.question_view import QuestionView, question_views
from generator.questions.variants.variant_pools import pool_of
from generator.questions.variants.variant_space import space_of

CHUNK = 20
INDEX = "practise/endless/index.md"


@dataclass(frozen=True)
class VariantView:
    """`questions` stand in the page.

    `later` are the files that bring the others, each with so many.
    """

    template: Template
    questions: tuple[QuestionView, ...]
    later: tuple[str, ...]
    total: int
    objectives: dict[str, str]


@dataclass(frozen=True)
class VariantPage:
    """A page and the questions of each file that it loads later."""

    page: Page
    files: tuple[tuple[str, tuple[QuestionView, ...]], ...]


@dataclass(frozen=True)
class PublishedTemplate:
    """A template with the seed and the number of the variants that the site carries."""

    template: Template
    seed: int
    size: int


@dataclass(frozen=True)
class TemplateLink:
    template: Template
    total: int
    cases: int


def variant_index(corpus: Corpus) -> Iterator[Page]:
    if not corpus.variants:
        return
    links = tuple(
        TemplateLink(one.template, one.size, space_of(corpus, one.template).cases)
        for one in published_templates(corpus)
    )
    described = (
        f"{len(links)} kinds of scenario that never run dry: after each one, another one like it."
    )
    yield Page(INDEX, "endless.md.jinja", "Another one like this", described, links, "practise")


def path_of(name: str) -> str:
    return f"practise/endless/{name}.md"


def variant_page(corpus: Corpus, written: PublishedTemplate) -> VariantPage:
    """The page of one template, with its variants."""
    template = written.template
    shown = next(iter(corpus.variants.values())).on_page
    views = question_views(corpus, pool_of(corpus, template, written.seed, written.size))
    nearby = tuple(
        Link(one.template.title, path_of(one.template.id)) for one in published_templates(corpus)
    )
    chunks = tuple(views[start : start + CHUNK] for start in range(shown, len(views), CHUNK))
    files = tuple(
        (f"practise/endless/{template.id}.{number}.js", chunk)
        for number, chunk in enumerate(chunks, 1)
    )
    objectives = {name: corpus.objectives[name].text for name in template.objectives}
    view = VariantView(
        template, views[:shown], tuple(path for path, _ in files), len(views), objectives
    )
    page = Page(
        path_of(template.id),
        "endless-template.md.jinja",
        template.title,
        template.summary,
        view,
        "practise",
        nearby,
        "Another one like this",
        element="quiz",
    )
    return VariantPage(page, files)


def published_templates(corpus: Corpus) -> tuple[PublishedTemplate, ...]:
    """The templates that the site carries, in the order they are shown."""
    found = [
        PublishedTemplate(corpus.templates[entry.template], holder.seed, entry.pool)
        for holder in corpus.variants.values()
        for entry in holder.written
    ]
    return tuple(sorted(found, key=lambda written: (written.template.order, written.template.id)))
