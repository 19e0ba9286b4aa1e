"""A payer's differences are asked of PayerPolicy; nothing else compares its id or kind."""

import ast
import re
from collections.abc import Iterator

import pytest

from generator.billing.payer_policy import (
    medicare_coverage,
    modifiers_known,
    part_b_coverage,
    policy_of,
)
from generator.facts.corpus import Corpus
from tests.conftest import ROOT

POLICY = ROOT / "generator" / "billing" / "payer_policy.py"
MODULES = [path for path in (ROOT / "generator").rglob("*.py") if path != POLICY]
TEMPLATES = sorted((ROOT / "generator").rglob("*.jinja"))
COMPARED_IN_A_TEMPLATE = re.compile(r"payer[\w.]*\s*[!=]=|[!=]=\s*['\"]medicare|\.kind\b.*medicare")


def comparisons(tree: ast.AST) -> Iterator[str]:
    """Comparisons with a payer's kind or id, however they are written."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others) if any(
                is_payer(side) for side in (left, *others)
            ):
                yield ast.unparse(node)
            case ast.Call(
                func=ast.Attribute(attr="startswith"), args=[ast.Constant(value=str(text))]
            ) if text.startswith("medicare"):
                yield ast.unparse(node)


def is_payer(side: ast.expr) -> bool:
    """A payer's kind, or a literal that names a kind or an id."""
    match side:
        case ast.Attribute(attr="kind", value=value):
            return "payer" in ast.unparse(value)
        case ast.Constant(value=str(text)):
            return text == "medicare" or text.startswith("medicare-")
    return False


def test_no_module_compares_a_payer() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): list(comparisons(ast.parse(path.read_text("utf-8"))))
        for path in MODULES
    }
    assert {path: compared for path, compared in found.items() if compared} == {}


def test_no_template_compares_a_payer() -> None:
    found = {
        path.name: COMPARED_IN_A_TEMPLATE.findall(path.read_text("utf-8")) for path in TEMPLATES
    }
    assert {path: compared for path, compared in found.items() if compared} == {}


@pytest.mark.parametrize(
    "written",
    [
        "corpus.payers[visit.payer].kind != 'medicare'",
        "'medicare-part-b' == visit.payer",
        "payer.startswith('medicare')",
        "payer.kind in known",
    ],
)
def test_a_comparison_is_seen(written: str) -> None:
    assert list(comparisons(ast.parse(written))) == [ast.unparse(ast.parse(written))]


def test_part_b_runs_all_of_medicares_rules_and_home_health_none(facts: Corpus) -> None:
    part_b, home = (
        policy_of(facts.payers[name]) for name in ("medicare-part-b", "medicare-home-health")
    )
    assert part_b.is_part_b and part_b.part_of_medicare
    assert home.part_of_medicare
    assert not (home.applies_ncci_edits or home.applies_mues or home.medicare_modifiers)


def test_no_other_payer_is_taken_for_medicare(facts: Corpus) -> None:
    others = [payer for name, payer in facts.payers.items() if not name.startswith("medicare")]
    assert others and not any(policy_of(payer).part_of_medicare for payer in others)


def test_only_part_b_fills_in_the_claim_form_its_own_way(facts: Corpus) -> None:
    for name, payer in facts.payers.items():
        policy, own = policy_of(payer), name == "medicare-part-b"
        assert policy.wants_none_in_11 is own, name
        assert policy.dates_manipulation_from_its_start is own, name
        assert policy.names_the_certifier_in_17 is own, name
        assert policy.takes_corrections_in_22 is not own, name
        assert policy.takes_one_pointer is own, name


def test_a_home_health_code_says_two_things_of_medicare(facts: Corpus) -> None:
    code = facts.codes["G0151"]
    assert medicare_coverage(facts, code) is code.coverage["medicare-home-health"]
    assert part_b_coverage(facts, code) is code.coverage["medicare-part-b"]


def test_what_a_payer_wants_on_a_line_is_known_of_some_only(facts: Corpus) -> None:
    known = {name for name, payer in facts.payers.items() if modifiers_known(payer)}
    assert {"medicare-part-b", "commercial-midpoint", "unitedhealthcare", "anthem"} <= known
    assert not known & {"commercial", "medicaid", "va-community-care", "auto-florida-pip"}
