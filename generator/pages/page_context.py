"""What the templates of one page may call: links relative to it, and its numbered citations."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.authoring.lesson_files import CITATION, LINK, LINKED
from generator.billing.reasons import Reason, sources_of
from generator.facts.base import Sourced
from generator.facts.corpus import Corpus
from generator.pages.abbreviations import Abbreviations, abbreviations_of
from generator.pages.citations import OWN_TAG, Citations
from generator.pages.escaping import plain
from generator.pages.site_paths import page_of, relative
from generator.pages.template_environment import environment

FUNCTIONS = (
    "prose",
    "note",
    "lesson",
    "to",
    "link",
    "anchor",
    "fact_link",
    "code_link",
    "cite_fact",
    "cite_reason",
    "cite_basis",
    "fact_text",
    "own",
)
MACROS = ("parts", "questions", "tools")
CODE = re.compile(r"\b(?:9\d{4}|G\d{4})\b")


class PageContext:
    """The functions of one page; its citations are numbered from one."""

    def __init__(
        self, corpus: Corpus, here: str, prefix: str = "", as_of: date | None = None
    ) -> None:
        """`prefix` keeps notes apart; `as_of` dates citations that name no date of their own."""
        self._corpus, self._here, self._as_of = corpus, here, as_of
        self.citations = Citations(corpus, self._address, prefix)

    @cached_property
    def functions(self) -> dict[str, Any]:
        """What templates may call, by name; `MACROS` hold the macros of a template each."""
        found: dict[str, Any] = {
            "corpus": self._corpus,
            "cite": self.citations.cite,
            "notes": self.citations.notes,
            **{name: getattr(self, name) for name in FUNCTIONS},
        }
        for name in MACROS:
            found[name] = environment().get_template(f"_{name}.jinja").make_module(found)
        return found

    def _address(self, target: str) -> str:
        return relative(self._here, target)

    def to(self, register: str, name: str) -> Markup:
        """The address of what `register/name` names."""
        return Markup(self._address(page_of(self._corpus, register, str(name))))

    def link(self, target: str) -> Markup:
        """The address of a page given by its path."""
        return Markup(self._address(target))

    def anchor(self, register: str, name: str, text: str) -> Markup:
        """A link to what `register/name` names."""
        return Markup(f'<a href="{self.to(register, name)}">{plain(text)}</a>')

    def fact_link(self, reference: str) -> Markup:
        """A link to `register/name`, with the text that such a link has."""
        register, _, name = reference.partition("/")
        return self.anchor(register, name, link_text(self._corpus, register, name))

    def code_link(self, code: str) -> Markup:
        """A code that leads to its page."""
        return Markup(f'<a class="rc-code" href="{self.to("codes", code)}">{code}</a>')

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return abbreviations_of(self._corpus)

    def prose(self, text: str) -> Markup:
        """Plain text in which codes lead to their pages and abbreviations say what they mean."""
        return Markup(CODE.sub(self._linked_code, self._abbreviations.in_prose(plain(text))))

    def note(self, lines: Iterable[str]) -> tuple[Markup, ...]:
        """The lines of a note in which abbreviations say what they mean."""
        return self._abbreviations.in_note(map(plain, lines))

    def _linked_code(self, match: re.Match[str]) -> str:
        code = match.group()
        name = self._corpus.names.get(code)
        if name is None or self._here == f"codes/{code}.md":
            return code
        return (
            f'<a class="rc-code" href="{self.to("codes", code)}" title="{plain(name)}">{code}</a>'
        )

    def cite_fact(self, reference: str) -> Markup:
        """The mark for a whole fact; nothing where its sources stand at its parts."""
        fact = self._corpus.fact(reference)
        return self.citations.cite(fact) if isinstance(fact, Sourced) else Markup("")

    def cite_reason(self, reason: Reason) -> Markup:
        """The mark for the sources a reason names itself."""
        return self.citations.cite_sources(reason.sources, reason.as_of)

    def cite_basis(self, reason: Reason) -> Markup:
        """The mark for the sources of a reason, or else of the facts it rests on."""
        return self.citations.cite_sources(sources_of(self._corpus, reason), reason.as_of)

    def fact_text(self, reference: str) -> str:
        """The text of a link to `register/name`."""
        register, _, name = reference.partition("/")
        return link_text(self._corpus, register, name)

    def own(self, register: str, name: str) -> Markup:
        """A label for what a clinic added; nothing for what is ours."""
        overlay = self._corpus.overlay
        is_own = overlay is not None and f"{register}/{name}" in overlay.own
        return Markup(OWN_TAG if is_own else "")

    def lesson(self, body: str) -> Markup:
        """An author's Markdown with its citations and links filled in; blocks are left."""
        cited = CITATION.sub(self._lesson_citation, self._abbreviations.in_markdown(body))
        return Markup(LINK.sub(self._lesson_link, cited))

    def _lesson_citation(self, match: re.Match[str]) -> str:
        as_of = date.fromisoformat(match["as_of"]) if match["as_of"] else self._as_of
        return self.citations.cite_sources((match["source"],), as_of)

    def _lesson_link(self, match: re.Match[str]) -> str:
        register, name = LINKED[match["register"]], match["name"]
        text = name if register == "codes" else link_text(self._corpus, register, name)
        return self.anchor(register, name, match["label"] or text)


def link_text(corpus: Corpus, register: str, name: str) -> str:
    """The text of a link to `register/name` that has none of its own."""
    if register == "codes":
        return f"{name} {corpus.names[name]}"
    if register == "edits":
        return f"the pair {name.replace('-', ' and ')}"
    if register == "claims":
        return "the claim as judged"
    thing = corpus.register(register)[name]
    found = (getattr(thing, key, None) for key in ("title", "term", "name"))
    return next(str(text) for text in found if text is not None)
