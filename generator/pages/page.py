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
class Page:
    """`path` ends in .md and counts from the site's root; `view` is what the template shows; scripts are loaded only where they are used.

    Of `nearby`, all siblings, only the neighbours are kept: a page must not grow with their number.
    `boost` lifts the page in search; `is_wide` gives it the room of its table of contents; `as_of` dates the citations of a lesson that name no date of their own.
    """

    path: str
    template: str
    title: str
    description: str
    view: object
    section: str = ""
    nearby: tuple[Link, ...] = ()
    nearby_title: str = ""
    has_quiz: bool = False
    structured: tuple[Mapping[str, object], ...] = field(default=())
    boost: int = 1
    as_of: date | None = None
    has_tools: bool = False
    has_checker: bool = False
    has_guide: bool = False
    is_wide: bool = False
    practice_script: str = ""
    has_gradebook: bool = False
    has_timeline: bool = False
    has_tracks: bool = False
    has_builder: bool = False
    has_assignment: bool = False

    def __post_init__(self) -> None:
        here = next((index for index, link in enumerate(self.nearby) if link.target == self.path), 0)
        start = max(0, min(here - NEARBY // 2, len(self.nearby) - NEARBY))
        object.__setattr__(self, "nearby", self.nearby[start : start + NEARBY])
