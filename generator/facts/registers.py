"""The registers.

Sources, families, glossary, changes, rules, pairs, payers, and codes that are only mentioned.
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

from generator.facts.base import (
    CodeId,
    Fact,
    FamilyId,
    Model,
    Slug,
    Sourced,
    SourceId,
    TermId,
    Text,
    repeated,
)
from generator.facts.codes import Role, Setting, Words
from generator.facts.named_entries import NamedFact, refuse_repeated_ids
from generator.facts.role_rules import RoleRule, ServiceCondition
from generator.facts.rule_examples import Example
from generator.facts.rule_figures import Counting, RuleValue
from generator.facts.web_address import read_address

LooseDate = datetime.date | Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]
SourceKind = Literal[
    "statute",  # an act of a legislature
    "rule",  # a regulation, or the rule that made it
    "court",  # a judgment
    "manual",  # a manual of CMS
    "transmittal",  # a change request, with its instructions
    "coverage",  # a national or local coverage decision, or its billing article
    "table",  # values by code: it holds no prose on use
    "guidance",  # what an agency or its contractor explains
    "payer",  # a payer's own policy
    "society",  # a professional association
    "vendor",  # trade press, firms, individuals
    "clinic",  # what a clinic keeps itself
]
CodeNumber = Annotated[
    str, StringConstraints(pattern=CodeId.pattern)
]  # a number that need not be in use


def _readable(value: str) -> str:
    if not read_address(value):
        raise ValueError(
            f"'{value[:80]}' is no address that browsers read as it is written; copy it out of the"
            " browser's address bar, where signs in the path are written as %20 and the like"
        )
    return value


class SourceEntry(Model):
    """A publication that says something; where it was read, and when."""

    publisher: Text
    title: Text
    section: Text | None = None
    address: (
        Annotated[str, StringConstraints(pattern=r"^https://\S+$"), AfterValidator(_readable)]
        | None
    ) = Field(None, description="opens the document, or its exact place; never a home page")
    how_to_find: Text | None = Field(
        None, description="what to look up and where, if no address opens the document itself"
    )
    date: LooseDate | None = Field(None, description="the date it states for itself")
    read: datetime.date
    kind: SourceKind
    known_as: Text | None = Field(
        None, description="its number in the evidence file the facts were judged in"
    )
    via: Text | None = Field(
        None, description="the copy that was read, where it was not the publisher's own"
    )
    reliability: Literal["primary", "secondary", "weak"]
    not_for: tuple[FamilyId, ...] = Field(
        (), description="families of codes to which its rules do not apply"
    )
    not_for_roles: tuple[Role, ...] = Field(
        (), description="who is treated by other rules than its own"
    )

    @model_validator(mode="after")
    def _can_be_opened(self) -> Self:
        if self.address is None and self.how_to_find is None and self.kind != "clinic":
            raise ValueError(
                "'address' is missing; add where it can be read, an address that starts with"
                " https://, or say under 'how_to_find' what to look up and where"
            )
        return self


class Sources(RootModel[dict[SourceId, SourceEntry]]):
    """Sources by id."""


class CodeRange(Sourced):
    """Numbers of which the content names every code in use; any other there is no code."""

    first: CodeNumber
    last: CodeNumber


class Family(Model):
    """Codes that belong together."""

    id: Slug
    title: Text
    summary: Text
    exam_share: int | None = Field(
        None,
        ge=0,
        le=100,
        description=(
            "percent of a practice exam's questions about codes, by how much of it outpatient"
            " clinics bill; a judgment, shown on the blueprint"
        ),
    )
    whole: tuple[CodeRange, ...] = Field(
        (),
        description=(
            "for `rightcode fact-check`: where a number that content does not name is no code"
        ),
    )


class Families(Model):
    """The families of codes."""

    families: tuple[Family, ...]


class OtherCode(Sourced):
    """A code that facts mention and the site does not teach."""

    code: CodeId
    plain_name: Text
    status: Literal["active", "deleted"]
    replaced_by: tuple[CodeId, ...] = ()
    timed: bool | None = Field(
        None, description="left out where the code is counted in some other way or it is not known"
    )
    minutes: int | None = Field(None, gt=0, description="minutes in one unit of a timed code")
    medicare: Literal["bundled", "non-covered"] | None = Field(
        None, description="why Medicare pays nothing for it"
    )
    words: Words = Words()


class OtherCodes(Model):
    """Codes that are mentioned only."""

    codes: tuple[OtherCode, ...]


class Term(Sourced):
    """A term of the glossary."""

    id: Slug
    term: Text
    also: tuple[Text, ...] = ()
    meaning: Text
    see: tuple[CodeId, ...] = ()


class Abbreviation(Model):
    """What letters in notes and texts stand for; a rule about it is in the glossary term."""

    id: Slug
    short: tuple[Text, ...] = Field(
        min_length=1, description="as texts write it, capitals included; a plural 's' is understood"
    )
    stands_for: Text
    meaning: Text | None = Field(
        None, description="one plain sentence, where the words do not say enough; no rule"
    )
    group: Literal["chart", "exam", "treatment", "condition", "people", "billing", "payer"]
    term: TermId | None = Field(None, description="the glossary term that states the rule")
    shown_in: Literal["everywhere", "notes", "glossary", "nowhere"] = Field(
        "everywhere",
        description=(
            "where readers get it on hover; `glossary` for what is ambiguous, `nowhere` for"
            " words in capitals that are no abbreviation"
        ),
    )


class Glossary(Model):
    """The terms of the glossary, and the abbreviations of notes and texts."""

    terms: tuple[Term, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


class Change(Fact):
    """Something that changed on `date`, which is a date of service."""

    id: Slug
    date: datetime.date
    title: Text
    codes: tuple[CodeId, ...] = ()


class Changes(Model):
    """Changes by date."""

    changes: tuple[Change, ...]


class Edit(Sourced):
    """A pair that is not paid together: column 1 is paid, column 2 is denied.

    Indicator 0: no modifier parts them. 1: a modifier may, for a truly separate service. 9: the
    edit never applied. An open `effective.from` means that the first day is not known here, only
    that the edit stood on `as_of`.
    """

    column1: CodeId
    column2: CodeId
    indicator: Literal[0, 1, 9]
    setting: Setting
    rationale: Text | None = None


class Edits(Model):
    """NCCI edits."""

    edits: tuple[Edit, ...]


class RuleStatement(NamedFact):
    """One sentence of a rule."""

    bypass_on_either: bool = Field(
        False, description="says that a bypass modifier may be on either code of an NCCI edit"
    )


class Rule(Model):
    """A rule that more than one code follows."""

    id: Slug
    title: Text
    summary: Text
    statements: tuple[RuleStatement, ...] = Field(min_length=1)
    values: tuple[RuleValue, ...] = ()
    counting: tuple[Counting, ...] = Field(
        (), description="for a rule that turns minutes into units: its constants, by date"
    )
    people: tuple[RoleRule, ...] = Field((), description="who may perform which codes")
    conditions: tuple[ServiceCondition, ...] = Field(
        (), description="what must be so before a service is billed; the engine asks"
    )
    examples: tuple[Example, ...] = Field(
        (), description="visits and dates to which the engine answers while the site is built"
    )

    @model_validator(mode="after")
    def _examples_differ(self) -> Self:
        if twice := repeated([example.id for example in self.examples]):
            raise ValueError(f"two examples have the id '{twice}'; give one of them another")
        return self

    @model_validator(mode="after")
    def _statements_differ(self) -> Self:
        refuse_repeated_ids("statements", self.statements)
        return self
