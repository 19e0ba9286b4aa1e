"""A clinic's colours as custom properties, and whether text on them can be read."""

from collections.abc import Iterator

from generator.facts.clinics import Clinic, Colours
from generator.overlays.additions import Problem
from generator.overlays.overlay_files import OverlayFiles

MIN_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
LINK_BACKGROUNDS = {"link": ("#fdfcf8", "#f5f2e9"), "link_dark": ("#101918", "#172322")}
"""What links stand on: page and panel, as site_config/look/colours.css has them."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def low_contrast_colors(overlay: OverlayFiles, clinic: Clinic) -> Iterator[Problem]:
    if clinic.colours:
        for key, text, behind in _pairs(clinic.colours):
            found = contrast(text, behind)
            if found < MIN_CONTRAST:
                said = (
                    f"{text} on {behind} has a contrast of {found:.1f} to 1, and text needs {MIN_CONTRAST}"
                    " to 1; make one of them darker or lighter."
                )
                yield overlay.spot("colours", key), "O411", said


def clinic_css(colours: Colours) -> str:
    """The clinic's rules, to stand behind ours."""
    rules = [
        f"[data-md-color-scheme] {{ --md-primary-fg-color: {colours.header}; --md-primary-bg-color:"
        f" {colours.header_text}; --md-primary-bg-color--light: {colours.header_text};"
        f" --md-accent-bg-color: {colours.header_text}; }}"
    ]
    for scheme, link in (("default", colours.link), ("slate", colours.link_dark)):
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


def _pairs(colours: Colours) -> Iterator[tuple[str, str, str]]:
    yield (
        "header_text" if "header_text" in colours.model_fields_set else "header",
        colours.header_text,
        colours.header,
    )
    for key, pages in LINK_BACKGROUNDS.items():
        link = getattr(colours, key)
        worst = min(pages, key=lambda page: contrast(link, page)) if link else ""
        yield from [(key, link, worst)] if link else []


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
