"""Pages to Markdown. The only module that imports jinja2."""

import json
import re
from datetime import date
from functools import cache
from html import escape

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.authoring.shortcodes import CITATION, LINK, LINKED
from generator.billing.outcomes import Reason
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.pages import labels
from generator.pages.citations import OWN_TAG, Citations
from generator.pages.escaping import plain
from generator.pages.page import ELEMENTS, Page, PageAssets
from generator.pages.question_view import QuestionView
from generator.pages.site_paths import page_of, relative

CODE = re.compile(r"\b(?:9\d{4}|G\d{4})\b")
NOTHING = PageAssets((), ())
BLANK_LINES = re.compile(r"\n\s*\n")


@cache
def environment() -> Environment:
    """Every value is escaped on its way out unless it is `Markup`, so no template can forget to.

    `autoescape` makes macros return `Markup`; the escaping itself is `plain`'s, since Markdown has
    signs of its own.
    """
    made = Environment(
        loader=PackageLoader("generator"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="<##",
        comment_end_string="##>",
        finalize=lambda value: value if isinstance(value, Markup) else plain(value),
    )
    made.filters.update(day=labels.day, tight=tight, json=script_json)
    made.globals.update(
        words=labels,
        count=labels.count,
        period=labels.period,
        condition=labels.condition,
        figure=labels.figure,
    )
    return made


def cache_compiled_templates(folder: str, templates: Environment | None = None) -> None:
    """Our templates, or another program's, are compiled once for each version of them, not once a run; `folder` exists."""
    (templates or environment()).bytecode_cache = FileSystemBytecodeCache(folder)


def tight(block: str) -> Markup:
    """HTML without blank lines, which would end a raw block in Markdown."""
    return Markup(BLANK_LINES.sub("\n", str(block).strip()))


def script_json(value: object) -> Markup:
    """JSON that is safe inside a script element: no character that could close it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def render(corpus: Corpus, page: Page, voice: "PageContext | None" = None) -> str:
    """The Markdown of `page`, with its head.

    A voice that has spoken before keeps the numbers of its citations.
    """
    said = (voice or PageContext(corpus, page.path, as_of=page.as_of)).words
    body = (
        environment()
        .get_template(page.template)
        .render(page=page, view=page.view, corpus=corpus, **said)
    )
    return f"{_head(page)}\n{body.strip()}\n"


def render_question(corpus: Corpus, question: QuestionView, here: str) -> str:
    """One question as HTML for the page at `here`, its notes with it.

    Their ids carry the item's name: questions are mixed freely.
    """
    voice = PageContext(corpus, here, f"{question.item.id}-")
    return (
        environment()
        .get_template("bank-item.html.jinja")
        .render(question=question, corpus=corpus, **voice.words)
    )


def question_html(voice: "PageContext", question: object) -> str:
    """One question as it stands on a page, by itself."""
    return str(
        environment().get_template("_question.jinja").make_module(voice.words).question(question)
    )


class PageContext:
    """How one page speaks of the rest of the site.

    Its links are relative, its citations numbered from one.
    """

    def __init__(
        self, corpus: Corpus, here: str, prefix: str = "", as_of: date | None = None
    ) -> None:
        self._corpus, self._here, self._as_of = corpus, here, as_of
        self.citations = Citations(corpus, self._address, prefix)

    @property
    def words(self) -> dict[str, object]:
        """What templates may call."""
        return {
            "prose": self.prose,
            "lesson": self.lesson,
            "to": self.to,
            "link": self.link,
            "cite": self.citations.cite,
            "cite_fact": self.cite_fact,
            "cite_reason": self.cite_reason,
            "fact_text": self.fact_text,
            "own": self.own,
            "notes": self.citations.notes,
        }

    def _address(self, target: str) -> str:
        return relative(self._here, target)

    def to(self, register: str, name: str) -> Markup:
        """The address of what `register/name` names."""
        return Markup(self._address(page_of(self._corpus, register, str(name))))

    def link(self, target: str) -> Markup:
        """The address of a page given by its path."""
        return Markup(self._address(target))

    def prose(self, text: str) -> Markup:
        """Plain text in which every code leads to its page."""
        return Markup(CODE.sub(self._code_link, plain(text)))

    def _code_link(self, match: re.Match[str]) -> str:
        code = match.group()
        name = self._corpus.names.get(code)
        if name is None or self._here == f"codes/{code}.md":
            return code
        return (
            f'<a class="rc-code" href="{self.to("codes", code)}" title="{plain(name)}">{code}</a>'
        )

    def cite_fact(self, reference: str) -> Markup:
        """The mark for a whole fact such as `edits/97140-97124`.

        Nothing where its sources stand at its parts.
        """
        fact = self._corpus.fact(reference)
        return self.citations.cite(fact) if isinstance(fact, Sourced) else Markup("")

    def cite_reason(self, reason: Reason) -> Markup:
        """The mark for the sources a reason names itself."""
        return self.citations.cite_sources(reason.sources, reason.as_of)

    def fact_text(self, reference: str) -> str:
        """What a link to `register/name` says."""
        register, _, name = reference.partition("/")
        return link_text(self._corpus, register, name)

    def own(self, register: str, name: str) -> Markup:
        """A label for what a clinic added; nothing for what is ours."""
        laid = self._corpus.overlay
        if laid is None or f"{register}/{name}" not in laid.own:
            return Markup("")
        return Markup(OWN_TAG)

    def lesson(self, body: str) -> Markup:
        """An author's Markdown with its citations and links filled in.

        Blocks are left for the template.
        """
        cited = CITATION.sub(self._lesson_citation, body)
        return Markup(LINK.sub(self._lesson_link, cited))

    def _lesson_citation(self, match: re.Match[str]) -> str:
        as_of = date.fromisoformat(match["as_of"]) if match["as_of"] else self._as_of
        return self.citations.cite_sources((match["source"],), as_of)

    def _lesson_link(self, match: re.Match[str]) -> str:
        register, name = LINKED[match["register"]], match["name"]
        words_shown = match["label"] or (
            name if register == "codes" else link_text(self._corpus, register, name)
        )
        return f'<a href="{self.to(register, name)}">{plain(words_shown)}</a>'


def link_text(corpus: Corpus, register: str, name: str) -> str:
    """What a link without words of its own says."""
    if register == "codes":
        return f"{name} {corpus.names[name]}"
    if register == "edits":
        return f"the pair {name.replace('-', ' and ')}"
    if register == "claims":
        return "the claim as judged"
    thing = corpus.register(register)[name]
    return next(getattr(thing, key) for key in ("title", "term", "name") if hasattr(thing, key))


def _head(page: Page) -> str:
    """Meta data for the theme, one JSON value a line, which is YAML too."""
    loads = ELEMENTS.get(page.element, NOTHING)
    near = [
        {
            "text": link.text,
            "href": relative(page.path, link.target),
            "here": link.target == page.path,
        }
        for link in page.nearby
    ]
    facts = {
        "title": page.title,
        "description": escape(page.description),
        "section": page.section,
        "nearby": near,
        "nearby_title": page.nearby_title,
        "hide": [
            *([] if near else ["navigation"]),
            *(["toc"] if page.is_wide or page.section == "home" else []),
        ],
        "element": page.element,
        "styles": loads.styles,
        "scripts": loads.scripts,
        "speaks": loads.speaks,
        "search": {"boost": page.boost} if page.boost > 1 else {},
        "structured": [json.dumps(entry, ensure_ascii=False) for entry in page.structured],
    }
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value
    )
    return "---\n" + "\n".join(lines) + "\n---\n"
