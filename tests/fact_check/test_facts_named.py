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
    "rules/acupuncture-benefit/0": "Since January 21, 2020, Medicare",
    "rules/advance-notice/3": "KX and GA contradict each",
    "rules/advance-notice/4": "An ABN does not make",
    "rules/assistants/0": "CQ is for a PTA",
    "rules/assistants/1": "The modifier is needed when",
    "rules/assistants/4": "Medicare pays 85 percent of",
    "rules/assistants/7": "In private practice an assistant",
    "rules/assistants/8": "SLP has no assistant modifier,",
    "rules/assistants/9": "An assistant does not evaluate,",
    "rules/caregiver-training/0": "Training the caregivers of one",
    "rules/caregiver-training/4": "A caregiver is a family",
    "rules/caregiver-training/6": "The record must show that",
    "rules/certification/5": "Needed therapy should not be",
    "rules/chiropractic/2": "AT on 98940 to 98942",
    "rules/chiropractic/4": "Medicare does not cover a",
    "rules/choosing-a-code/0": "The service performed and documented",
    "rules/choosing-a-code/6": "Billing massage as manual therapy",
    "rules/documentation/4": "The length of the session",
    "rules/eight-minute/0": "Total timed minutes of the",
    "rules/eight-minute/10": "This is Medicare's rule. Some",
    "rules/eight-minute/4": "Only one-on-one treatment minutes count.",
    "rules/evaluation-levels/1": "PT, moderate (97162): one or",
    "rules/evaluation-levels/2": "PT, high (97163): three or",
    "rules/evaluation-levels/4": "OT counts performance deficits: one",
    "rules/evaluation-levels/5": "Typical minutes: 97161 20, 97162",
    "rules/evaluation-levels/6": "A re-evaluation (97164, 97168) needs",
    "rules/kx-threshold/0": "There are two annual thresholds:",
    "rules/kx-threshold/1": "The allowed amount counts, including",
    "rules/kx-threshold/6": "At $3,000 for PT and",
    "rules/maintenance-care/0": "Medicare does not require improvement.",
    "rules/midpoint/1": "Minutes are not pooled across",
    "rules/mue/4": "The MUE does not establish",
    "rules/ncci-pairs/11": "The tables change every quarter.",
    "rules/ncci-pairs/7": "There is no edit between",
    "rules/one-on-one-time/1": "One-on-one minutes do not have",
    "rules/one-on-one-time/4": "Two therapists who treat one",
    "rules/one-on-one-time/5": "Watching for safety during e-stim",
    "rules/progress-report/1": "The clinician writes it. An",
    "rules/remote-monitoring/0": "98975 is set-up and patient",
    "rules/students-and-aides/0": "An aide performs no skilled",
    "rules/therapy-modifiers/0": "GP is for a PT",
    "rules/therapy-modifiers/2": "For Medicare some codes fit",
    "rules/therapy-modifiers/3": 'A "sometimes therapy" code needs',
    "rules/therapy-modifiers/4": "KX attests that services above",
    "rules/therapy-modifiers/5": "CQ and CO mean that",
    "rules/therapy-modifiers/6": "Modifier 97 means rehabilitative services,",
    "rules/time-rule/5": "Time below the midpoint is",
    "rules/who-may-bill/0": "Apart from a physician or",
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
