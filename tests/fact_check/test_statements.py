"""Statements in the manner of many sites, right and wrong, and passages of official wording.

The sites and their sentences are invented. The scores are printed by kind and by form.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.fact_check.conftest import Check

FOLDER = Path(__file__).parent / "statements"
PRECISION, RECALL = 0.97, 0.5
"""On statements that the rules were written with; on others recall is lower."""


@dataclass(frozen=True)
class Stated:
    """A statement of a site, or a passage, and what it is."""

    text: str
    form: str
    kind: str = ""
    wrong: bool = False

    @property
    def file(self) -> str:
        """The name that says how it is read."""
        return "text.html" if self.form == "html" else "text.md"


def stated(pattern: str, key: str) -> list[Stated]:
    entries = [
        entry
        for path in sorted(FOLDER.glob(pattern))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))[key]
    ]
    return [
        Stated(
            entry["text"],
            entry.get("form", ""),
            entry.get("kind", ""),
            entry.get("verdict") == "wrong",
        )
        for entry in entries
    ]


def is_flagged(check: Check, one: Stated) -> bool:
    return any(found.verdict == "wrong" for found in check(one.text, one.file))


def table(rows: list[tuple[Stated, bool]], by: str) -> list[str]:
    """Found of the wrong ones and false alarms of the right ones, by kind or form."""
    counts = Counter((getattr(one, by), one.wrong, flagged) for one, flagged in rows)
    names = sorted({name for name, _, _ in counts})
    return [
        f"{name:<16}{counts[name, True, True]:>4} of"
        f" {counts[name, True, True] + counts[name, True, False]:>4}, false"
        f" {counts[name, False, True]:>3} of"
        f" {counts[name, False, True] + counts[name, False, False]:>4}"
        for name in names
    ]


def test_statements_of_sites_are_judged_right(check: Check) -> None:
    rows = [(one, is_flagged(check, one)) for one in stated("seen-*.yaml", "statements")]
    hit = sum(flagged and one.wrong for one, flagged in rows)
    false = sum(flagged and not one.wrong for one, flagged in rows)
    precision, recall = hit / (hit + false), hit / sum(one.wrong for one, _ in rows)
    lines = [*table(rows, "kind"), "", *table(rows, "form"), ""]
    lines.append(f"precision {precision:.3f}, recall {recall:.3f}")
    print("\n" + "\n".join(lines))
    assert precision >= PRECISION and recall >= RECALL, "\n".join(lines)


def test_official_wording_draws_no_alarm(check: Check) -> None:
    passages = stated("silent-*.yaml", "passages")
    assert len(passages) >= 120
    assert [one.text for one in passages if is_flagged(check, one)] == []


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("９７１２４ is therapeutic exercise.", "full-width digits"),
        ("97124 is thera\u00adpeutic exer\u200bcise.", "a soft hyphen and no width"),
        ("97124 is a ﬁxed name for therapeutic exercise.", "a ligature"),
        ("CPT97124\u00a0is therapeutic exercise.", "no space before, a hard space after"),
    ],
)
def test_odd_signs_hide_no_statement(check: Check, odd: str, plain: str) -> None:
    assert is_flagged(check, Stated(odd, plain))
