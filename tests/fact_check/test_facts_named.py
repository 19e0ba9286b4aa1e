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
