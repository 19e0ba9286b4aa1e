"""A page before it is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.pages.labels import page_text

NEARBY = 16
PRACTICE_SCRIPTS = (
    "practice",
    "practice-drill",
    "practice-due",
    "practice-exam",
    "practice-learn",
    "practice-progress",
    "practice-review",
)
SECTIONS = {
    "index": "home",
    "families": "codes",
    "guide": "compare",
    "denials": "tools",
    "sheets": "cheat sheets",
    "classroom": "for instructors",
    "clinics": "for clinics",
}


@dataclass(frozen=True)
class Link:
    """Words and the page (with anchor) they lead to, from the site's root."""

    text: str
    target: str


@dataclass(frozen=True)
class Card:
    """A page on an index: its path, what it is called, what it is, and a small note."""

    path: str
    title: str
    text: str
    note: str = ""

    @classmethod
    def of(cls, path: str) -> "Card":
        """The card of a page whose words are in labels.yaml."""
        return cls(path, *page_text(path))


@dataclass(frozen=True)
class PageAssets:
    """Names of style sheets and scripts in assets/, and whether the page has translations."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    translated: bool = False


ELEMENTS: Mapping[str, PageAssets] = {
    "": PageAssets((), ()),
    "quiz": PageAssets(("quiz",), ("quiz",), translated=True),
    "tools": PageAssets(("tools",), ("facts", "tools")),
    "tools-visit": PageAssets(("tools",), ("facts", "tools-visit")),
    "my-payer": PageAssets(("tools",), ("facts", "my-payer")),
    "remittance": PageAssets(("tools",), ("remittance",), translated=True),
    "desk": PageAssets(("tools", "desk"), ("desk",), translated=True),
    "list": PageAssets(("tools",), ("list",)),
    "timeline": PageAssets(("tools",), ("list",)),
    "sheet": PageAssets(("sheet",), ("sheet",)),
    "flashcards": PageAssets(("quiz", "practice", "flashcards"), ("flashcards",), translated=True),
    "checker": PageAssets(("checktext",), ("claims", "checktext")),
    "guide": PageAssets(("guide",), ("guide",)),
    "gradebook": PageAssets(("results",), ("results",), translated=True),
    "builder": PageAssets(("quiz", "tools", "builder"), ("builder",), translated=True),
    "writer": PageAssets(("quiz", "tools", "builder"), ("facts", "writer"), translated=True),
    "assignment": PageAssets(("quiz", "practice", "assignment"), ("assignment",), translated=True),
    "clinic": PageAssets(("tools", "clinic"), ("clinic",), translated=True),
    "certificates": PageAssets(("quiz", "practice", "tracks"), ("certificates",), translated=True),
    "tracks": PageAssets(("quiz", "practice", "tracks"), ("tracks",), translated=True),
    **{
        name: PageAssets(("quiz", "practice"), (name,), translated=True)
        for name in PRACTICE_SCRIPTS
    },
}


@dataclass(frozen=True)
class Page:
    """`path` ends in .md and counts from the site's root; `view` is what the template shows.

    Of `nearby`, all siblings, only the neighbors stay: a page must not grow with their number.
    `as_of` dates citations without a date; `heading` is shown in the place of the title.
    """

    path: str
    template: str
    title: str
    description: str
    view: Mapping[str, object] = field(default_factory=dict)
    nearby: tuple[Link, ...] = ()
    nearby_title: str = ""
    element: str = ""
    structured: tuple[Mapping[str, object], ...] = ()
    boost: int = 1
    as_of: date | None = None
    is_wide: bool = False
    heading: str = ""

    @classmethod
    def of(cls, path: str, template: str, view: Mapping[str, object] = {}, **more: Any) -> "Page":
        """A page whose words are in labels.yaml."""
        return cls(path, template, *page_text(path), view, **more)

    @property
    def section(self) -> str:
        """The part of the site it belongs to."""
        folder = self.path.partition("/")[0].removesuffix(".md")
        return SECTIONS.get(folder, folder)

    def __post_init__(self) -> None:
        here = next(
            (index for index, link in enumerate(self.nearby) if link.target == self.path), 0
        )
        start = max(0, min(here - NEARBY // 2, len(self.nearby) - NEARBY))
        object.__setattr__(self, "nearby", self.nearby[start : start + NEARBY])
