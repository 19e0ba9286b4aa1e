"""A logo is a picture: what could run, fetch or be endless is refused with a reason."""

import struct
from pathlib import Path

import pytest

from generator.overlays.logo import MAX_BYTES, logo_flaw
from tests.conftest import ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
X = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HOSTILE = {
    "script": "<script>hostile()</script>",
    "handler": "<path onload='hostile()'/>",
    "handler in capitals": "<path ONLOAD='hostile()'/>",
    "outside picture": "<image href='https://evil.example/x.png'/>",
    "outside use": "<use href='https://evil.example/x.svg#a'/>",
    "old outside use": f"<use {X} xlink:href='data:image/svg+xml;base64,aa'/>",
    "foreign object": "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
    "HTML": "<script xmlns='http://www.w3.org/1999/xhtml'>hostile()</script>",
    "link": "<a href='javascript:hostile()'><text>x</text></a>",
    "animation": "<set attributeName='href' to='javascript:hostile()'/>",
    "imported style": "<style>@import 'https://evil.example'</style>",
    "style that fetches": "<style>path{fill:url( 'https://evil.example/x')}</style>",
    "style with escapes": r"<style>path{fill:u\72l(https://evil.example/x)}</style>",
    "attribute that fetches": "<path fill='url(https://evil.example/x#a)'/>",
    "inline style that fetches": "<path style='fill:URL(//evil.example/x)'/>",
    "instruction": "<?xml-stylesheet href='javascript:hostile()'?>",
    "editor's own": "<g xmlns:s='urn:x' s:label='x'/>",
    "deep": "<g>" * 5_000 + "</g>" * 5_000,
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_a_logo_that_could_act_is_refused(inside: str) -> None:
    assert logo_flaw("logo.svg", SVG.replace("<path", f"{inside}<path").encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"plain words",
        b"<!doctype html><script>hostile()</script>",
        b"<svg/>",
        SVG.replace("<path", "<script/><path").encode("utf-16"),
        b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        + SVG.replace("<path", "<text>&x;</text><path").encode(),
        b"<?xml-stylesheet href='javascript:hostile()'?>" + SVG.encode(),
        SVG.encode() + b" " * MAX_BYTES,
    ],
)
def test_a_file_that_is_no_plain_svg_is_refused(raw: bytes) -> None:
    assert logo_flaw("logo.svg", raw)


def test_pictures_are_taken() -> None:
    gradient = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<style>.b{fill:url(#a)}</style><!-- drawn --><use href="#a"/><path class="b" '
    )
    assert logo_flaw("logo.svg", SVG.encode()) is None
    assert logo_flaw("logo.svg", SVG.replace("<path ", gradient).encode()) is None
    logos = ("site_config/assets/logo.svg", "site_config/clinics/riverbend/logo.svg")
    assert not [name for name in logos if logo_flaw(name, (ROOT / name).read_bytes())]
    icon = Path(ROOT / "site_config/assets/icons/icon-180.png").read_bytes()
    assert logo_flaw("logo.png", icon) is None
    huge = icon[:16] + struct.pack(">II", 100_000, 100_000) + icon[24:]
    assert logo_flaw("logo.png", huge) and logo_flaw("logo.png", SVG.encode())
