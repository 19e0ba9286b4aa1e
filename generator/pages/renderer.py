"""Pages to Markdown, and single questions to HTML."""

import json
from datetime import date
from html import escape

from generator.facts.corpus import Corpus
from generator.pages.page import ELEMENTS, Page
from generator.pages.page_context import PageContext
from generator.pages.question_view import QuestionView
from generator.pages.site_paths import relative
from generator.pages.template_environment import environment


def render(corpus: Corpus, page: Page, context: PageContext | None = None) -> str:
    """The Markdown of `page` with its head; a used `context` goes on with its citations."""
    context = context or PageContext(corpus, page.path, as_of=page.as_of)
    template = environment().get_template("_page.md.jinja")
    body = template.render(page=page, **context.functions, **page.view)
    return f"{_head(page, context.citations.newest)}\n{body.strip()}\n"


def render_question(corpus: Corpus, question: QuestionView, here: str) -> str:
    """One question as HTML for the page at `here`; the item's name is in its notes' ids."""
    context = PageContext(corpus, here, f"{question.item.id}-")
    template = environment().get_template("bank-item.html.jinja")
    return template.render(question=question, **context.functions)


def question_html(context: PageContext, question: QuestionView) -> str:
    """One question as a page shows it, by itself."""
    return str(context.functions["questions"].question(question))


def _head(page: Page, newest: date | None) -> str:
    """Meta data for the theme, one JSON value a line, which is YAML too."""
    assets = ELEMENTS[page.element]
    near = [
        {
            "text": link.text,
            "href": relative(page.path, link.target),
            "here": link.target == page.path,
        }
        for link in page.nearby
    ]
    fields = {
        "title": page.title,
        "description": escape(page.description),
        "section": page.section,
        "nearby": near,
        "nearby_title": page.nearby_title,
        "hide": [
            *([] if near else ["navigation"]),
            *(["toc"] if page.is_wide or page.section == "home" else []),
        ],
        "as_of": str(page.as_of or newest or ""),
        "element": page.element,
        "styles": assets.styles,
        "scripts": assets.scripts,
        "speaks": assets.translated,
        "search": {"boost": page.boost} if page.boost > 1 else {},
        "structured": [json.dumps(entry, ensure_ascii=False) for entry in page.structured],
    }
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    )
    return "---\n" + "\n".join(lines) + "\n---\n"
