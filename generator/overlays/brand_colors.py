"""A clinic's colors as custom properties, and whether text on them can be read."""

from collections.abc import Iterator

from generator.facts.clinics import Clinic, Colors
from generator.overlays.overlay_files import OverlayFiles, Problem

MIN_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
LINK_BACKGROUNDS = {"link": ("#fdfcf8", "#f5f2e9"), "link_dark": ("#101918", "#172322")}
"""What is behind links: page and panel, as site_config/look/colors.css has them."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colors as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def low_contrast_colors(overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    """Text and links that cannot be read on what is behind them."""
    for key, text, behind in _pairs(clinic.colors) if clinic.colors else ():
        ratio = contrast(text, behind)
        if ratio < MIN_CONTRAST:
            sentence = (
                f"{text} on {behind} has a contrast of {ratio:.1f} to 1, and text needs"
                f" {MIN_CONTRAST} to 1; make one of them darker or lighter."
            )
            yield overlay.spot("colors", key), "O411", sentence


def clinic_css(colors: Colors) -> str:
    """The clinic's style sheet, which follows ours."""
    rules = [
        f"[data-md-color-scheme] {{ --md-primary-fg-color: {colors.header}; --md-primary-bg-color:"
        f" {colors.header_text}; --md-primary-bg-color--light: {colors.header_text};"
        f" --md-accent-bg-color: {colors.header_text}; }}"
    ]
    for scheme, link in (("default", colors.link), ("slate", colors.link_dark)):
        if link:
            rules.append(
                f'[data-md-color-scheme="{scheme}"] {{ --md-typeset-a-color: {link};'
                f" --md-accent-fg-color: {link}; }}"
            )
    rules.append(".md-search__form { background-color: var(--md-default-bg-color); }")
    rules.append(
        ".md-search__input, .md-search__input::placeholder, .md-search__input + .md-search__icon {"
        " color: var(--md-default-fg-color); }"
    )
    rules.append(".md-tabs__item--active .md-tabs__link { box-shadow: 0 0.15rem 0 currentColor; }")
    rules.append(
        ".md-header :focus-visible, .md-tabs :focus-visible { outline-color: currentColor; }"
    )
    return "\n".join(rules) + "\n"


def _pairs(colors: Colors) -> Iterator[tuple[str, str, str]]:
    yield (
        "header_text" if "header_text" in colors.model_fields_set else "header",
        colors.header_text,
        colors.header,
    )
    for key, pages in LINK_BACKGROUNDS.items():
        link = getattr(colors, key)
        worst = min(pages, key=lambda page: contrast(link, page)) if link else ""
        yield from [(key, link, worst)] if link else []


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
