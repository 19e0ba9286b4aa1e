"""Every fact that a rule of the checker names is in the content."""

import re
from collections.abc import Mapping
from typing import Any

from generator.fact_check.wordings import contrasts, figures, principles
from tests.conftest import ROOT

FACTS = re.compile(r'"((?:rules|misconceptions|refusals|claims)/[a-z0-9/-]+)"')
RULES = ROOT / "site_config/frontend/fact_check/core/rules"


def named() -> set[str]:
    """The facts that rules and wordings name."""
    by_rules = {
        name
        for path in RULES.glob("*.js")
        for name in FACTS.findall(path.read_text(encoding="utf-8"))
    }
    return by_rules | {row["fact"] for row in (*principles(), *figures())}


def test_every_fact_that_a_rule_names_is_in_the_content(knowledge: Mapping[str, Any]) -> None:
    assert len(named()) > 20
    missing = [name for name in sorted(named()) if not knowledge["facts"].get(name, {}).get("text")]
    assert missing == []


def test_no_statement_is_named_by_its_place() -> None:
    """A statement added before it would change that; its id stays."""
    assert [name for name in sorted(named()) if name.rpartition("/")[2].isdigit()] == []


def test_every_code_that_a_wording_tells_apart_is_known(knowledge: Mapping[str, Any]) -> None:
    codes = {code for one in contrasts() for _, *codes in one["rows"] for code in codes}
    assert len(codes) > 100 and codes <= set(knowledge["codes"])
