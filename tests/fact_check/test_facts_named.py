"""Every fact that a rule of the checker names is in the content."""

import re
from collections.abc import Mapping
from typing import Any

from tests.conftest import ROOT

FACTS = re.compile(r'"((?:rules|misconceptions|refusals|claims)/[a-z0-9/-]+)"')
RULES = ROOT / "site_config/frontend/fact_check/core/rules"


def test_every_fact_that_a_rule_names_is_in_the_content(knowledge: Mapping[str, Any]) -> None:
    named = {
        name
        for path in RULES.glob("*.js")
        for name in FACTS.findall(path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    missing = [name for name in sorted(named) if not knowledge["facts"].get(name, {}).get("text")]
    assert missing == []


OPENING_WORDS = {
    "rules/assistants/0": "CQ is for a PTA",
    "rules/assistants/4": "Medicare pays 85 percent",
    "rules/chiropractic/2": "AT on 98940 to 98942",
    "rules/eight-minute/0": "Total timed minutes",
    "rules/eight-minute/10": "This is Medicare's rule.",
    "rules/eight-minute/4": "Only one-on-one treatment minutes count.",
    "rules/kx-threshold/0": "There are two annual thresholds",
    "rules/midpoint/1": "Minutes are not pooled",
    "rules/ncci-pairs/11": "The tables change every quarter.",
    "rules/therapy-modifiers/0": "GP is for a PT plan of care",
    "rules/therapy-modifiers/2": "For Medicare some codes fit one plan only",
    "rules/therapy-modifiers/4": "KX attests",
    "rules/therapy-modifiers/6": "Modifier 97 means rehabilitative",
}
"""A statement is named by its place, which a statement added before it changes."""


def test_a_statement_named_by_its_place_is_the_one_meant(knowledge: Mapping[str, Any]) -> None:
    named = {
        name
        for path in RULES.glob("*.js")
        for name in FACTS.findall(path.read_text(encoding="utf-8"))
        if name.rpartition("/")[2].isdigit()
    }
    assert named == set(OPENING_WORDS)
    other = {
        name: text
        for name, words in OPENING_WORDS.items()
        if not (text := knowledge["facts"][name]["text"]).startswith(words)
    }
    assert other == {}
