"""A clinic's logo: a picture that can neither run nor fetch, by a list of what it may hold."""

import re
from collections.abc import Iterator

from lxml import etree

MAX_BYTES, MAX_PIXELS = 256 * 1024, 4096
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "svg g defs symbol use title desc metadata style path rect circle ellipse line polyline"
        " polygon text tspan linearGradient radialGradient stop clipPath mask pattern",
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"\S+",
        "id class style version baseProfile viewBox preserveAspectRatio width height x y x1 y1 x2"
        " y2 dx dy cx cy r rx ry fx fy d points pathLength transform offset role aria-label"
        " aria-labelledby aria-hidden focusable fill fill-opacity fill-rule stroke stroke-width"
        " stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray"
        " stroke-dashoffset opacity color display visibility overflow clip-path clip-rule mask"
        " stop-color stop-opacity gradientUnits gradientTransform spreadMethod clipPathUnits"
        " maskUnits maskContentUnits patternUnits patternContentUnits patternTransform"
        " paint-order shape-rendering vector-effect enable-background isolation mix-blend-mode"
        " font-family font-size font-style font-weight letter-spacing word-spacing text-anchor"
        " dominant-baseline text-rendering type media lang"
        " {http://www.w3.org/XML/1998/namespace}space {http://www.w3.org/XML/1998/namespace}lang",
    )
)
LINKS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
FETCHES = re.compile(r"[\\@]|(?i:url\s*\(\s*[\"']?\s*(?!#)|javascript:|image-set|expression)")
REMEDY = "save it as plain or optimized SVG, or as PNG"


def logo_flaw(name: str, raw: bytes) -> str | None:
    """Why the file is no picture for a page; None where it is one. Reads `MAX_BYTES` + 1 bytes."""
    if len(raw) > MAX_BYTES:
        return f"It is larger than {MAX_BYTES // 1024} KB, which no logo needs; {REMEDY}."
    if name.endswith(".png"):
        size = [int.from_bytes(raw[at : at + 4], "big") for at in (16, 20)]
        if raw[:8] != PNG or raw[12:16] != b"IHDR" or not all(0 < n <= MAX_PIXELS for n in size):
            return f"It is no PNG of at most {MAX_PIXELS} pixels a side; save it as one."
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return f"It is no SVG that can be read; {REMEDY}."
    return next((f"{flaw}; {REMEDY}." for flaw in _flaws(root)), None)


def _flaws(root: etree._Element) -> Iterator[str]:
    if root.getroottree().docinfo.internalDTD is not None:
        yield "It has a DOCTYPE, which a picture does not need"
    if root.tag != f"{SVG}svg":
        yield "Its outermost element is no <svg> of http://www.w3.org/2000/svg"
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if isinstance(node, etree._Comment):
            continue
        name = etree.QName(node).localname if isinstance(node.tag, str) else "?"
        if node.tag != f"{SVG}{name}" or name not in ELEMENTS:
            yield f"Line {node.sourceline} has <{name}>, which a logo may not hold"
            continue
        if name == "style" and FETCHES.search("".join(map(str, node.itertext()))):
            yield f"In line {node.sourceline} <style> fetches something"
        for attribute, value in node.attrib.items():
            if not _fits(str(attribute), str(value)):
                yield (
                    f"In line {node.sourceline} <{name}> has {etree.QName(attribute).localname}="
                    f'"{str(value)[:40]}", which a logo may not hold'
                )


def _fits(attribute: str, value: str) -> bool:
    if attribute in LINKS:
        return value.startswith("#")
    known = attribute in ATTRIBUTES or attribute.startswith("data-")
    return known and not FETCHES.search(value)
