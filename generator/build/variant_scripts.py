"""The pages of templates, and the small scripts that bring further variants."""

import json
from functools import partial

from generator.build.html_pool import NodePool
from generator.cache.build_cache import NO_CACHE, BuildCache
from generator.facts.corpus import Corpus
from generator.pages.page_context import PageContext
from generator.pages.question_view import QuestionView
from generator.pages.renderer import question_html, render
from generator.pages.variant_pages import PublishedTemplate, published_templates, variant_page


def variant_files(corpus: Corpus, cache: BuildCache = NO_CACHE) -> dict[str, bytes]:
    """Page and scripts of every template the site carries."""
    found: dict[str, bytes] = {}
    for template in published_templates(corpus):
        found |= cache.get_or_build(
            ("endless", template.template.id), template, corpus, partial(_files, template)
        )
    return found


def _files(template: PublishedTemplate, corpus: Corpus) -> dict[str, bytes]:
    """The page last: by then its list numbers every source that its questions name."""
    published = variant_page(corpus, template)
    context = PageContext(corpus, published.page.path, as_of=published.page.as_of)
    for question in published.shown:
        question_html(context, question)
    scripts = {path: _script(context, path, questions) for path, questions in published.files}
    return {published.page.path: render(corpus, published.page, context).encode(), **scripts}


def _script(context: PageContext, path: str, questions: tuple[QuestionView, ...]) -> bytes:
    tree = NodePool()
    variants = [
        [str(question.item.id), tree.add(question_html(context, question))]
        for question in questions
    ]
    name = path.rpartition("/")[2]
    data = json.dumps(
        {"nodes": tree.nodes, "variants": variants}, ensure_ascii=False, separators=(",", ":")
    )
    return f"rightcodeVariants({json.dumps(name)},{data});\n".encode()
