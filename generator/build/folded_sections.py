"""Sections that a reader opens: a heading of the class `rc-section-title`, and its text."""

import re

HEADING = re.compile(r'<(h[23])\b[^>]*\bclass="rc-section-title"[^>]*>.*?</\1>', re.DOTALL)
SECTION, SUBSECTION = re.compile(r"(?=<h2\b)"), re.compile(r"(?=<h[23]\b)")
PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def fold_sections(html: str) -> str:
    """The content of a page with each such section closed; other engines show them open.

    The heading stays a heading, in the summary: the table of contents and links lead to it.
    """
    return "".join(
        _folded(section)
        if HEADING.match(section)
        else "".join(map(_folded, SUBSECTION.split(section)))
        for section in SECTION.split(html)
    )


def _folded(section: str) -> str:
    heading = HEADING.match(section)
    if not heading:
        return section
    title = PERMALINK.sub("", heading[0])  # a summary holds no link
    body = section[heading.end() :]
    opening = f'<details class="rc-more rc-section"><summary>{title}</summary>\n'
    return f"{opening}{body.strip()}</details>\n"
