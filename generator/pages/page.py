"""A page before it is rendered: where it lies, what it is called, what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Link:
    """Words and the page (with anchor) they lead to, from the site's root."""

    text: str
    target: str


NEARBY = 16


@dataclass(frozen=True)
class PageAssets:
    """What a page with an element needs.

    Names of style sheets and scripts in assets/, and whether it speaks other languages too.
    """

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    speaks: bool = False


def _practice(script: str) -> PageAssets:
    return PageAssets(("quiz", "practice"), (script,), speaks=True)


ELEMENTS: Mapping[str, PageAssets] = {
    "quiz": PageAssets(("quiz",), ("quiz",), speaks=True),
    "tools": PageAssets(("tools",), ("facts", "tools")),
    "timeline": PageAssets(("tools",), ("tools",)),
    "checker": PageAssets(("checktext",), ("claims", "checktext")),
    "guide": PageAssets(("guide",), ("guide",)),
    "gradebook": PageAssets(("results",), ("results",), speaks=True),
    "builder": PageAssets(("tools", "builder"), ("builder",), speaks=True),
    "assignment": PageAssets(("quiz", "practice", "assignment"), ("assignment",), speaks=True),
    "tracks": PageAssets(("quiz", "practice", "tracks"), ("tracks",), speaks=True),
    **{
        name: _practice(name)
        for name in (
            "practice",
            "practice-drill",
            "practice-learn",
            "practice-progress",
            "practice-review",
        )
    },
}


@dataclass(frozen=True)
class Page:
    """`path` ends in .md and counts from the site's root; `view` is what the template shows.

    `element` names what runs on it, if anything.

    Of `nearby`, all siblings, only the neighbours are kept: a page must not grow with their number.
    `boost` lifts the page in search; `is_wide` gives it the room of its table of contents; `as_of`
    dates the citations of a lesson that name no date of their own.
    """

    path: str
    template: str
    title: str
    description: str
    view: object
    section: str = ""
    nearby: tuple[Link, ...] = ()
    nearby_title: str = ""
    element: str = ""
    structured: tuple[Mapping[str, object], ...] = field(default=())
    boost: int = 1
    as_of: date | None = None
    is_wide: bool = False

    def __post_init__(self) -> None:
        here = next(
            (index for index, link in enumerate(self.nearby) if link.target == self.path), 0
        )
        start = max(0, min(here - NEARBY // 2, len(self.nearby) - NEARBY))
        object.__setattr__(self, "nearby", self.nearby[start : start + NEARBY])
