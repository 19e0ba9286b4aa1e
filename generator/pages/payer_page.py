"""The page of payers: a table to compare them, then each with what its policy says."""

from dataclasses import dataclass

from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.payer_policy import policy_of
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.pages import labels
from generator.pages.page import Page

ASK = "Ask"
KINDS = labels.TABLES["payer_kind"]


COLUMNS = (
    "Minutes to units",
    "Therapy modifier",
    "Assistant modifier",
    "Units per day",
    "Prior authorization",
    "Visit limit per year",
)


@dataclass(frozen=True)
class PayerRow:
    """A payer in a few words, one for each of `COLUMNS`; what is not known says to ask."""

    payer: Payer
    words: tuple[str, ...]

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Each word with the name of its column."""
        return tuple(zip(COLUMNS, self.words, strict=True))


@dataclass(frozen=True)
class PayerGroup:
    """The payers of one kind."""

    title: str
    rows: tuple[PayerRow, ...]

    @property
    def payers(self) -> tuple[Payer, ...]:
        """The payers alone."""
        return tuple(row.payer for row in self.rows)


def payer_page(corpus: Corpus) -> Page:
    """Every payer by its kind, in the order of labels.yaml; the general word on a kind first."""
    by_kind: dict[str, list[PayerRow]] = {kind: [] for kind in KINDS}
    for payer in sorted(
        corpus.payers.values(), key=lambda one: (one.code_pages, one.invented, one.name)
    ):
        by_kind[payer.kind].append(_row(payer))
    groups = (PayerGroup(KINDS[kind], tuple(rows)) for kind, rows in by_kind.items() if rows)
    return Page.of("learn/payers.md", "payers", {"groups": tuple(groups), "columns": COLUMNS})


def _row(payer: Payer) -> PayerRow:
    by_medicare = policy_of(payer).medicare_modifiers
    plan = tuple(PLAN.values()) if by_medicare else (want.modifier for want in payer.modifiers)
    marked = by_medicare or payer.assistants is not None
    limits = dict.fromkeys(f"{limit.most} {limit.of}" for limit in payer.visit_limits)
    words = (
        labels.TABLES["counting"][payer.unit_method],
        ", ".join(dict.fromkeys(plan)) or ASK,
        ", ".join(ASSISTANT.values()) if marked else "None" if payer.invented else ASK,
        str(min(cap.units for cap in payer.caps)) if payer.caps else "",
        _authorization(payer),
        " or ".join(limits),
    )
    return PayerRow(payer, words)


def _authorization(payer: Payer) -> str:
    """Whether it is required, in a word; where codes and disciplines differ, of most of them."""
    rules = [rule for rule in payer.authorizations if not rule.codes]
    required = sorted({rule.from_visit for rule in rules if rule.needed == "yes"})
    if required:
        return f"From visit {' or '.join(map(str, required))}"
    return (ASK if rules[0].needed == "depends" else "None") if rules else ""
