"""A clinic's colors can be read, and become custom properties."""

import re

import pytest

from generator.facts.clinics import Colors
from generator.overlays.brand_colors import LINK_BACKGROUNDS, MIN_CONTRAST, clinic_css, contrast
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ff0000", 1.0),
    ],
)
def test_contrast_is_what_the_guidelines_define(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(one, other) == contrast(other, one)


def test_links_are_measured_on_the_pages_of_our_own_sheet() -> None:
    css = (ROOT / "site_config" / "look" / "colors.css").read_text(encoding="utf-8")
    for scheme, key in (("default", "link"), ("slate", "link_dark")):
        block = css.split(f'[data-md-color-scheme="{scheme}"] {{')[1].split("}")[0]
        told = dict(re.findall(r"(--[\w-]+): (#\w+);", block))
        assert LINK_BACKGROUNDS[key] == (told["--md-default-bg-color"], told["--rc-panel"])


def test_the_sheet_sets_what_the_clinic_chose_and_leaves_the_rest() -> None:
    css = clinic_css(Colors(header="#5b2a6e", link="#6a2f80"))
    assert "--md-primary-fg-color: #5b2a6e" in css and "--md-primary-bg-color: #ffffff" in css
    assert '[data-md-color-scheme="default"] { --md-typeset-a-color: #6a2f80;' in css
    assert "slate" not in css
    assert contrast("#6a2f80", LINK_BACKGROUNDS["link"][0]) > MIN_CONTRAST
