"""Documents of a patient's chart, and of the papers that a biller has beside it."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from generator.facts.base import ItemId, Model, Slug, Text
from generator.facts.submissions import Account, SubmittedClaim

DocumentKind = Literal[
    "card",
    "eligibility",
    "referral",
    "authorization",
    "evaluation",
    "plan-of-care",
    "daily-note",
    "progress-report",
    "claim",
    "remittance",
    "letter",
    "message",
    "policy",
    "ledger",
]


class AnsweredClaim(Model):
    """The claim that a remittance answers; the case's plan decides it."""

    visit_of: ItemId = Field(description="the step whose visit is billed")
    account: Account = Field(Account(), description="what the plan has on file about the patient")
    claim: SubmittedClaim = Field(description="its lines with their charges")


class ChartDocument(Model):
    """One record: what it is, and what stands in it."""

    id: Slug
    kind: DocumentKind
    title: Text = Field(description="what the record is and its date: 'Daily note 11/09/2026'")
    text: Text = Field(description="as the clinic has it; each line is a paragraph")
    answers: AnsweredClaim | None = Field(
        None,
        description="for a remittance: the claim; each line of the plan's answer is in 'text'",
    )


def document_text(document: Mapping[str, Any]) -> str:
    """The lines of a record as it is read out, after its title; of what an author wrote."""
    return f"{document.get('title', '')}: {str(document.get('text', '')).strip()}"
