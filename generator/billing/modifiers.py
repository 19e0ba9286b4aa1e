"""The modifiers of Medicare (data/modifiers.yaml): order on the line, contradictions, bypass."""

from collections.abc import Iterable, Mapping, Sequence

from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.edit_lookup import edit_reason
from generator.billing.outcomes import Reason
from generator.facts.registers import Edit

ORDER: Sequence[str] = MODIFIER_TABLE["order"]
PLAN: Mapping[str, str] = MODIFIER_TABLE["plan"]
ASSISTANT: Mapping[str, str] = MODIFIER_TABLE["assistant"]
NCCI_BYPASS: Mapping[str, str] = MODIFIER_TABLE["bypass"]
BYPASS_MODIFIERS = ("59", *NCCI_BYPASS.values())


def in_order(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers once each, in their order on the line; unknown ones last."""
    known = {modifier: place for place, modifier in enumerate(ORDER)}
    return tuple(sorted(dict.fromkeys(modifiers), key=lambda name: known.get(name, len(known))))


def contradictions(modifiers: Iterable[str]) -> tuple[Reason, ...]:
    """Why modifiers of one line contradict each other; empty where they do not."""
    present = frozenset(modifiers)
    return tuple(
        Reason(
            f"{' and '.join(in_order(pair))} contradict each other: {entry['why'].format(*pair)}",
            (entry["rule"],),
        )
        for entry in MODIFIER_TABLE["contradictions"]
        for pair in entry["pairs"]
        if present.issuperset(pair)
    )


def bypass_modifier(edit: Edit, separate_by: Iterable[str | None]) -> tuple[str, Reason]:
    """The modifier that bypasses an indicator-1 edit, and why.

    The exact one where the note says what sets the services apart, else 59.
    """
    apart = {reason for reason in separate_by if reason}
    modifier = NCCI_BYPASS[apart.pop()] if len(apart) == 1 else "59"
    return modifier, edit_reason("pair-parted", edit, "rules/ncci-pairs", modifier=modifier)
