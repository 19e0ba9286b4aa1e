"""Errors as HTML: a banner over a page, or a page of its own; needs no script."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from generator.findings import UNSHOWN, Finding, counted, printable

BODY = re.compile(r"<body\b[^>]*>")
MOST = 50
STYLE = """
.rc-errors { position: sticky; bottom: 0; order: 1; z-index: 9; color: #fff; background: #8a1c1c;
  font: 16px/1.5 system-ui, sans-serif; border-top: 3px solid #ffb4a8; }
.rc-errors summary, .rc-errors div { padding: 8px 16px; }
.rc-errors summary { cursor: pointer; font-weight: 700; }
.rc-errors div { max-height: 40vh; overflow: auto; padding-top: 0; }
.rc-errors :focus-visible { outline: 3px solid #fff; outline-offset: -3px; }
.rc-errors ol, .rc-errors p { margin: 0 0 8px; max-width: 75em; }
.rc-errors ol { padding-left: 2em; }
.rc-errors li { margin-bottom: 8px; overflow-wrap: anywhere; }
.rc-errors code { display: block; font: 700 15px/1.5 ui-monospace, monospace; color: #ffd9d2;
  background: none; }
@media print { .rc-errors { display: none; } }
"""
BANNER = Markup("""<section class="rc-errors" role="alert"><style>{style}</style>
<details open><summary>{heading}</summary>
<div tabindex="0" role="group" aria-label="Errors"><ol>{entries}</ol>
<p>{more}Correct and save: the page then reloads by itself.\
<noscript> Without JavaScript, reload it yourself.</noscript></p></div></details></section>""")
ENTRY = Markup("<li><code>{place}</code>{sentence}{code}</li>")
BLANK = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing built yet</title></head>
<body><main><h1>Nothing built yet</h1>
<p>The site appears here as soon as the errors below are corrected.</p></main></body></html>"""
"""What stands in place of every page until a build succeeds."""


def with_banner(page: str, errors: Sequence[Finding], remark: str) -> str:
    """The page with its errors and a remark first in its body, the errors counted in its title."""
    if not errors:
        return page
    total = counted(len(errors), "error")
    banner = _banner(f"{total}. {remark}", errors)
    titled = page.replace("<title>", f"<title>({total}) ", 1)
    placed = BODY.sub(lambda body: f"{body[0]}{banner}", titled, count=1)
    return allow_inline(placed, "style-src", STYLE)


def allow_inline(page: str, directive: str, text: str) -> str:
    """The page, whose policy lets this one inline script or style through."""
    digest = b64encode(sha256(text.encode()).digest()).decode()
    return page.replace(f"{directive} 'self'", f"{directive} 'self' 'sha256-{digest}'", 1)


def _banner(heading: str, errors: Sequence[Finding]) -> Markup:
    left = len(errors) - MOST
    return BANNER.format(
        style=Markup(STYLE),
        heading=heading,
        entries=Markup("\n").join(map(_entry, errors[:MOST])),
        more=f"And {left} more; `rightcode check` lists all. " if left > 0 else "",
    )


def _entry(error: Finding) -> Markup:
    return ENTRY.format(
        place=UNSHOWN.sub("?", str(error.place)),
        sentence=printable(error.sentence),
        code=f" ({error.code})" if error.code else "",
    )
