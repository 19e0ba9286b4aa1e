"""What one payer does that others do not: the only place that asks which payer it is."""

from dataclasses import dataclass
from datetime import date

from generator.facts.codes import Code, Coverage
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer


@dataclass(frozen=True)
class PayerPolicy:
    """A payer's rules, as far as they are known; what is not known of others must be asked."""

    part_of_medicare: bool
    """Part B, or home health."""
    applies_ncci_edits: bool
    """Known to run Medicare's NCCI edits."""
    applies_mues: bool
    """Known to hold units to Medicare's MUEs; others have caps of their own."""
    medicare_modifiers: bool
    """Plan, assistant and necessity modifiers by Medicare's rules, not by a list of the payer's."""
    may_follow_part_b: bool = False
    """A Medicare Advantage plan: where its file is silent, it may do as Part B or not, so ask."""

    @property
    def is_part_b(self) -> bool:
        """Whether all of Medicare's rules for therapy lines hold."""
        return self.applies_ncci_edits and self.applies_mues and self.medicare_modifiers

    @property
    def wants_none_in_11(self) -> bool:
        """Whether NONE in box 11, with box 4 empty, says that it pays first."""
        return self.is_part_b

    @property
    def dates_manipulation_from_its_start(self) -> bool:
        """Whether box 14 of a chiropractor's claim holds the first treatment, not the onset."""
        return self.is_part_b

    @property
    def names_the_certifier_in_17(self) -> bool:
        """Whether who refers the patient is who certifies the plan of care."""
        return self.is_part_b

    @property
    def takes_corrections_in_22(self) -> bool:
        """Whether a claim may replace an earlier one."""
        return not self.is_part_b

    @property
    def takes_one_pointer(self) -> bool:
        """Whether box 24E of a line holds one letter, not up to four."""
        return self.is_part_b


def policy_of(payer: Payer) -> PayerPolicy:
    """The rules of a payer, by its kind."""
    part_b, plan = payer.kind == "medicare", payer.kind == "medicare-advantage"
    return PayerPolicy(part_b or payer.kind == "home-health", part_b, part_b, part_b, plan)


def modifiers_known(payer: Payer) -> bool:
    """Whether it is known which modifiers the payer wants; an example plan wants what it lists."""
    return policy_of(payer).medicare_modifiers or payer.invented or bool(payer.modifiers)


def marks_assistants(payer: Payer, day: date) -> bool:
    """Whether a line of an assistant carries CQ or CO for this payer."""
    fact = payer.assistants
    return policy_of(payer).medicare_modifiers or bool(fact and fact.effective.covers(day))


def part_b_coverage(corpus: Corpus, code: Code) -> Coverage | None:
    """What the code says of Part B."""
    return next(
        (
            entry
            for name, entry in code.coverage.items()
            if policy_of(corpus.payers[name]).is_part_b
        ),
        None,
    )


def therapy_designation(corpus: Corpus, code: Code) -> str | None:
    """Medicare Part B's designation of the code: always therapy, sometimes, or no."""
    coverage = part_b_coverage(corpus, code)
    return coverage.therapy if coverage else None


def medicare_coverage(corpus: Corpus, code: Code) -> Coverage | None:
    """What the code says first of any part of Medicare."""
    entries = code.coverage.items()
    return next(
        (entry for name, entry in entries if policy_of(corpus.payers[name]).part_of_medicare), None
    )
