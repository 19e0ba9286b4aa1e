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
PRECISION, RECALL = 0.99, 0.79
"""On statements that the rules were written with; on others recall is lower."""
HELD_BACK = Path(__file__).parent / "held_back"
HELD_BACK_PRECISION, HELD_BACK_RECALL, HELD_BACK_ALARMS = 0.92, 0.52, 2
"""On what nobody who wrote a rule has read; the bar is 0.97, 0.85 and none."""


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


def stated(pattern: str, key: str, folder: Path = FOLDER) -> list[Stated]:
    entries = [
        entry
        for path in sorted(folder.glob(pattern))
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


def scored(check: Check, statements: list[Stated]) -> tuple[float, float, str]:
    """Precision and recall, and both by kind and form."""
    rows = [(one, is_flagged(check, one)) for one in statements]
    hit = sum(flagged and one.wrong for one, flagged in rows)
    false = sum(flagged and not one.wrong for one, flagged in rows)
    precision, recall = hit / (hit + false), hit / sum(one.wrong for one, _ in rows)
    lines = [*table(rows, "kind"), "", *table(rows, "form"), ""]
    lines.append(f"precision {precision:.3f}, recall {recall:.3f}")
    return precision, recall, "\n".join(lines)


def test_statements_of_sites_are_judged_right(check: Check) -> None:
    precision, recall, lines = scored(check, stated("seen-*.yaml", "statements"))
    assert precision >= PRECISION and recall >= RECALL, lines


def test_what_is_held_back_is_judged_no_worse_than_before(check: Check) -> None:
    """The score that counts; no text is printed."""
    unseen = stated("unseen-*.yaml", "statements", HELD_BACK)
    precision, recall, lines = scored(check, unseen)
    silent = stated("silent-*.yaml", "passages", HELD_BACK)
    alarms = sum(is_flagged(check, one) for one in silent)
    print(f"\n{lines}; alarms at official wording {alarms} of {len(silent)}")
    assert len(unseen) >= 800 and len(silent) >= 100
    assert precision >= HELD_BACK_PRECISION and recall >= HELD_BACK_RECALL, lines
    assert alarms <= HELD_BACK_ALARMS


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
