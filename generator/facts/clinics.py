"""What a clinic lays over the content.

Its name and colors, what it shows, what it says otherwise, its licensed descriptors.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import Field, RootModel, StringConstraints

from generator.facts.base import (
    ALWAYS,
    CodeId,
    FactId,
    FamilyId,
    Model,
    PayerId,
    Period,
    Slug,
    Sourced,
    SourceId,
    Text,
)

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
CONTACT = (
    r"^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|https://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[\w./~%?=&+-]*)?)$"
)
Contact = Annotated[str, StringConstraints(max_length=200, pattern=CONTACT)]
"""Where readers report an error: an email address, or an https address such as a tracker's."""
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


def is_contact(text: str) -> bool:
    """Whether it is an address that readers may be sent to."""
    return len(text) <= 200 and re.fullmatch(CONTACT[1:-1], text) is not None


class Colors(Model):
    """Six hexadecimal digits each. Text on a color must stand out by 4.5 to 1."""

    header: Color = Field(description="behind the name and the tabs")
    header_text: Color = Field("#ffffff", description="the name and the tabs")
    link: Color | None = Field(
        None, description="links and marks on the light page; ours where left out"
    )
    link_dark: Color | None = Field(
        None, description="links and marks on the dark page; ours where left out"
    )


class Shown(Model):
    """What the clinic's site has of ours; a list left out means all.

    What the clinic adds is always shown.
    """

    codes: tuple[CodeId, ...] | None = Field(None, min_length=1)
    families: tuple[FamilyId, ...] | None = Field(
        None, min_length=1, description="codes of these families; codes named in 'codes' are added"
    )
    payers: tuple[PayerId, ...] | None = Field(None, min_length=1)
    tracks: tuple[Slug, ...] | None = Field(
        None, description="tracks to learn by; an empty list shows none"
    )


class Clinic(Model):
    """The head of an overlay: clinic.yaml."""

    name: Text = Field(max_length=60, description="shown in the header and in every page's title")
    invented: bool = Field(False, description="an example, made up and labeled so")
    about: Text | None = Field(None, description="a sentence for the page of the clinic's own")
    colors: Colors | None = None
    logo: Annotated[str, StringConstraints(pattern=r"^[\w-][\w./-]*\.(svg|png)$")] | None = Field(
        None, description="a file in this folder: logo.svg or logo.png"
    )
    contact: Contact | None = Field(
        None,
        description=(
            "where readers report an error: an email address, or the https address of an issue"
            " tracker; without it they copy the text of their report"
        ),
    )
    show: Shown = Shown()

    @property
    def logo_on_the_site(self) -> str | None:
        """The logo's path below the site's root."""
        return f"assets/clinic-logo.{self.logo.rpartition('.')[2]}" if self.logo else None


class Override(Model):
    """A fact of ours that the clinic says otherwise.

    Both are shown, with the reason and who says so.
    """

    id: Slug
    fact: FactId = Field(description="register and name of what is overridden, such as codes/97010")
    at: tuple[str | int, ...] = Field(
        (),
        description=(
            "keys that lead to the fact in its file, such as [coverage, commercial], into a list by"
            " the id of an entry or, where it has none, by its place; empty for a pair or a term"
        ),
    )
    replaces: Digest | date = Field(
        description="which wording of ours was read: its twelve-digit mark in quotes, or its as_of"
    )
    reason: Text = Field(description="why the clinic says otherwise, shown beside it")
    says: Text = Field(description="who decided: a person or office of the clinic")
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="ids in the overlay's content/sources.yaml, or ours"
    )
    as_of: date
    effective: Period = ALWAYS
    instead: dict[str, Any] = Field(
        min_length=1, description="the keys of the fact that change, with their new values"
    )


class Overrides(Model):
    """A clinic's overrides."""

    overrides: tuple[Override, ...]


class Descriptors(RootModel[dict[CodeId, Text]]):
    """Descriptors that the clinic has a license to show, by code."""


@dataclass(frozen=True)
class Difference:
    """One value of a fact as ours and as theirs."""

    name: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Overridden:
    """What stands behind a fact of the clinic's: ours, and why theirs is another."""

    id: str
    where: str
    """Which fact of the thing it is, in words; empty for the thing itself."""
    ours: Sourced
    differences: tuple[Difference, ...]
    reason: str
    says: str


@dataclass(frozen=True)
class OverriddenFact:
    """`register/name`, the fact as the clinic has it, and ours."""

    reference: str
    theirs: Sourced
    ours: Overridden


@dataclass(frozen=True)
class AppliedOverlay:
    """Which overlay lies over a corpus, and what came of it."""

    clinic: Clinic
    own: frozenset[str] = frozenset()
    """`register/name` of all that the clinic added."""
    overridden: tuple[OverriddenFact, ...] = ()
    hidden: frozenset[str] = frozenset()
    left_out: tuple[str, ...] = ()
    """Our questions whose answer the clinic's facts change."""
    descriptors: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def descriptor(self, code: str) -> str:
        """The licensed descriptor of `code`; empty where there is none."""
        return dict(self.descriptors).get(code, "")
