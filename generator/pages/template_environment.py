"""The Jinja environment of all templates. The only module that imports jinja2."""

import json
import re
from functools import cache

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    StrictUndefined,
)
from jinja2.ext import Extension
from markupsafe import Markup

from generator.pages import labels
from generator.pages.escaping import plain

CONTINUATION = re.compile(r"\n  (?=\S)")
CONTINUED = re.compile(r"  \S")
BLANK_LINES = re.compile(r"\n\s*\n")


class LineContinuation(Extension):
    """A template's line that is indented by two spaces continues the line before it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source with such lines joined by one space."""
        return CONTINUATION.sub(" ", source)


def line_in_file(source: str, line: int) -> int:
    """The line of a template's file on which `line` of its joined source begins."""
    lines = source.split("\n")
    begun = [at for at, text in enumerate(lines, 1) if at == 1 or not CONTINUED.match(text)]
    return begun[min(line, len(begun)) - 1]


@cache
def environment() -> Environment:
    """The environment, which escapes every value for Markdown and HTML unless it is `Markup`."""
    made = Environment(
        loader=ChoiceLoader(
            [PackageLoader("generator"), PackageLoader("generator", "questions/kinds")]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="<##",
        comment_end_string="##>",
        extensions=[LineContinuation],
        finalize=lambda value: value if isinstance(value, Markup) else plain(value),
    )
    made.filters.update(
        day=labels.day, service_date=labels.service_date, tight=tight, json=script_json
    )
    made.globals.update(
        labels=labels,
        words=labels.TABLES,
        count=labels.count,
        period=labels.period,
    )
    return made


def cache_compiled_templates(folder: str, templates: Environment | None = None) -> None:
    """Keep compiled templates, ours or another program's, in `folder`, which exists."""
    (templates or environment()).bytecode_cache = FileSystemBytecodeCache(folder)


def tight(block: str) -> Markup:
    """HTML without blank lines, which would end a raw block in Markdown."""
    return Markup(BLANK_LINES.sub("\n", str(block).strip()))


def script_json(value: object) -> Markup:
    """JSON that is safe inside a script element: no character that could close it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
