"""Templates place text: they are short, narrow, and decide nothing."""

from pathlib import Path

import pytest

from tests.conftest import ROOT

TEMPLATES = sorted(
    path
    for folder in ("generator/templates", "site_config/overrides")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)
LOGIC = ("{% set", "{%-", "-%}", "{{-", "-}}")
"""What belongs to the dataclasses of pages, and signs of a fight with white space."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_is_short_narrow_and_without_logic(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert [line for line in lines if len(line) > 100] == []
    assert len(lines) <= 60
    assert [sign for sign in LOGIC if sign in text] == []
