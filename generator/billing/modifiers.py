"""The modifiers of Medicare.

What each says, where it stands on the line, which contradict each other.
"""

from collections.abc import Iterable

from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.facts.registers import Edit

# No source for the order was read, so it is a convention: what decides payment of the line first,
# then whose plan
# it is, then who furnished it, then what is attested or announced.
ORDER = (
    "59",
    "XE",
    "XS",
    "XP",
    "XU",
    "AT",
    "GP",
    "GO",
    "GN",
    "CQ",
    "CO",
    "KX",
    "GA",
    "GX",
    "GY",
    "GZ",
)

PLAN = {"pt": "GP", "ot": "GO", "slp": "GN"}
ASSISTANT = {"pt": "CQ", "ot": "CO"}
NCCI_BYPASS = {"encounter": "XE", "structure": "XS", "practitioner": "XP", "other": "XU"}
BYPASS_MODIFIERS = ("59", *NCCI_BYPASS.values())

CONTRADICTIONS: tuple[tuple[frozenset[str], str, str], ...] = (
    (
        frozenset({"KX", "GA"}),
        "KX says that the service is necessary, GA that a denial for necessity is expected.",
        "rules/advance-notice",
    ),
    (
        frozenset({"KX", "GZ"}),
        "KX says that the service is necessary, GZ that a denial for necessity is expected.",
        "rules/advance-notice",
    ),
    (
        frozenset({"KX", "GY"}),
        "KX says that a covered service is necessary, GY that it is excluded.",
        "rules/advance-notice",
    ),
    (
        frozenset({"GA", "GZ"}),
        "GA says that a notice is on file, GZ that there is none.",
        "rules/advance-notice",
    ),
    (
        frozenset({"GA", "GX"}),
        "GA stands for a notice that was due, GX for one given of free will.",
        "rules/advance-notice",
    ),
    (
        frozenset({"GA", "GY"}),
        "GA expects a denial for necessity, GY says that the service is excluded.",
        "rules/advance-notice",
    ),
    (
        frozenset({"GX", "GZ"}),
        "GX says that a notice was given, GZ that there is none.",
        "rules/advance-notice",
    ),
    (
        frozenset({"GY", "GZ"}),
        "GY says that the service is excluded, GZ expects a denial for necessity.",
        "rules/advance-notice",
    ),
    (frozenset({"GP", "GO"}), "A line stands under one plan of care.", "rules/therapy-modifiers"),
    (frozenset({"GP", "GN"}), "A line stands under one plan of care.", "rules/therapy-modifiers"),
    (frozenset({"GO", "GN"}), "A line stands under one plan of care.", "rules/therapy-modifiers"),
    (
        frozenset({"CQ", "CO"}),
        "CQ goes with physical, CO with occupational therapy.",
        "rules/assistants",
    ),
    (frozenset({"CQ", "GO"}), "CQ stands with GP only.", "rules/assistants"),
    (frozenset({"CQ", "GN"}), "CQ stands with GP only.", "rules/assistants"),
    (frozenset({"CO", "GP"}), "CO stands with GO only.", "rules/assistants"),
    (frozenset({"CO", "GN"}), "CO stands with GO only.", "rules/assistants"),
    *(
        (
            frozenset({"59", finer}),
            f"{finer} says more exactly what 59 says; one of them is enough.",
            "rules/ncci-pairs",
        )
        for finer in NCCI_BYPASS.values()
    ),
)


def in_order(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers once each, as they stand on the line; unknown ones last."""
    found = dict.fromkeys(modifiers)
    return tuple(
        sorted(
            found, key=lambda modifier: ORDER.index(modifier) if modifier in ORDER else len(ORDER)
        )
    )


def contradictions(modifiers: Iterable[str]) -> tuple[Reason, ...]:
    """Why modifiers of one line cannot stand together; empty where they can."""
    present = frozenset(modifiers)
    return tuple(
        Reason(f"{' and '.join(in_order(pair))} contradict each other: {text}", (rule,))
        for pair, text, rule in CONTRADICTIONS
        if pair <= present
    )


def bypass_modifier(edit: Edit, ways: Iterable[str | None]) -> tuple[str, Reason]:
    """The modifier that parts an indicator-1 pair.

    The exact one where the note says what sets the services apart, else 59.
    """
    known = {way for way in ways if way}
    modifier = NCCI_BYPASS[known.pop()] if len(known) == 1 else "59"
    text = message(
        "pair-parted",
        modifier=modifier,
        column1=edit.column1,
        column2=edit.column2,
        table=edit.as_of,
    )
    return modifier, Reason(
        text, (f"edits/{edit.column1}-{edit.column2}", "rules/ncci-pairs"), tuple(edit.sources)
    )
