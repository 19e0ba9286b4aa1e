"""Whatever the site carries of others goes with its license, word for word."""

import json
import re
import subprocess
import tomllib
from functools import cache
from html import unescape
from importlib.metadata import distribution
from importlib.resources import files
from itertools import chain
from pathlib import Path

import deno
import material
import pytest

from generator.build.frontend import package_player
from generator.build.project import asset_files
from generator.facts.corpus import Corpus
from generator.notices.third_party import Component, components, license_texts, notice
from generator.pages.license_page import license_page
from generator.pages.renderer import render
from tests.conftest import ROOT
from tools.sbom import PIN, TESTS_ALONE, name_and_version

FRONTEND = ROOT / "site_config" / "frontend"
FONTS = ROOT / "site_config" / "assets" / "fonts"
THEME = Path(material.__file__).parent / "templates"
GROUPS = components()
CARRIED = tuple(chain.from_iterable(GROUPS.values()))
PARTS = {one.name: one for one in CARRIED if one.within}
PACKAGE = re.compile(r"(?:@[\w.-]+/)?[\w.-]+")
LOCKED = json.loads((ROOT / "deno.lock").read_bytes())["npm"]
TEXTS = sorted(
    ((one, name, path) for one in CARRIED for name, path in one.texts.items() if path),
    key=lambda text: text[1],
)


def packages_of(entry: Path) -> set[str]:
    """The packages that a script and the modules it imports name."""
    asked = [deno.find_deno_bin(), "info", "--json", entry]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True)
    found = (one["specifier"] for one in json.loads(done.stdout)["modules"] if one["kind"] == "npm")
    return {name_and_version(specifier.removeprefix("npm:/"))[0] for specifier in found}


def with_their_own(packages: set[str]) -> set[tuple[str, str]]:
    """Name and version of the packages and of all that they need, from deno.lock."""
    keys = {name_and_version(key)[0]: key for key in LOCKED}
    found, waiting = set(), list(packages)
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += LOCKED[keys[name]].get("dependencies", [])
    return {name_and_version(keys[name]) for name in found}


def named(group: tuple[Component, ...]) -> set[tuple[str, str]]:
    return {(one.name, one.version) for one in group}


def test_every_library_in_the_scripts_has_a_notice_of_its_version() -> None:
    used = set().union(*map(packages_of, FRONTEND.glob("*.js")))
    assert named(GROUPS["scripts"]) == with_their_own(used)


def test_what_the_lock_file_names_is_in_the_scripts_or_for_tests_alone() -> None:
    unused = set(map(name_and_version, LOCKED)) - named(GROUPS["scripts"])
    assert {name for name, _ in unused} == set(TESTS_ALONE)


def test_a_package_for_an_lms_has_the_notices_of_what_its_player_carries() -> None:
    player = tuple(one for one in GROUPS["scripts"] if one.player)
    assert named(player) == with_their_own(packages_of(FRONTEND / "lms.js"))
    assert all(one.player for one in GROUPS["fonts"])


def test_the_theme_has_a_notice_of_its_version() -> None:
    pins = dict(
        (name, version) for name, version, _ in PIN.findall((ROOT / "requirements.txt").read_text())
    )
    theme = {one.name: one.version for one in GROUPS["theme"] if not one.within}
    assert theme == {name: pins[name] for name in ("mkdocs", "mkdocs-material")}


@cache
def source_maps() -> tuple[tuple[str, str], ...]:
    """Path and text of every module in the theme's scripts and sheets."""
    paths = [path for path in (THEME / "assets").rglob("*.map") if path.parent.name != "workers"]
    maps = [json.loads(path.read_bytes()) for path in paths]  # the worker is its search, left out
    assert len(maps) == 3, "the theme's own account of what it bundles"
    return tuple(
        (source, text or "")
        for one in maps
        for source, text in zip(
            one["sources"], one.get("sourcesContent") or [""] * len(one["sources"]), strict=True
        )
    )


def test_what_the_theme_bundles_has_a_notice() -> None:
    bundled = {
        PACKAGE.match(source.rpartition("node_modules/")[2])[0]
        for source, _ in source_maps()
        if "node_modules/" in source
    }
    icons = {"@mdi/svg", "@primer/octicons", "@fortawesome/fontawesome-free"}
    assert bundled == set(PARTS) - icons


def test_a_version_that_the_theme_tells_is_that_of_the_notice() -> None:
    told = {
        name: found[1]
        for name, sign in (("clipboard", r"clipboard\.js v([\d.]+)"),)
        for _, text in source_maps()
        if (found := re.search(sign, text))
    }
    assert told == {name: PARTS[name].version for name in ("clipboard",)}


def test_every_icon_of_the_theme_is_from_a_set_with_a_notice() -> None:
    sets = {path.split("/")[1] for one in PARTS.values() for path in one.texts.values() if path}
    drawn = {
        shape
        for name in sets
        for path in (THEME / ".icons" / name).rglob("*.svg")
        for shape in re.findall(r' d="([^"]+)"', path.read_text())
    }
    sheets = "".join(path.read_text() for path in (THEME / "assets").rglob("*.css"))
    shapes = set(re.findall(r"<svg [^>]*>.*?<path[^>]* d='([^']+)'", sheets))
    assert len(shapes) > 20 and shapes <= drawn


@cache
def npm_cache() -> Path:
    """Where Deno keeps packages; it brings those that are not there yet."""
    binary = deno.find_deno_bin()
    entries = sorted(path for path in FRONTEND.glob("*.js"))
    subprocess.run([binary, "cache", "--quiet", *entries], cwd=ROOT, check=True)
    told = subprocess.run([binary, "info", "--json"], capture_output=True, check=True).stdout
    return Path(json.loads(told)["npmCache"])


def original(one: Component, path: str) -> str:
    if one in GROUPS["fonts"]:
        return (FONTS / path).read_text(encoding="utf-8")
    if one.within:
        return (THEME / path).read_text(encoding="utf-8")
    if one.purl.startswith("pkg:pypi/"):
        return distribution(one.name).read_text(path) or ""
    (found,) = npm_cache().glob(f"*/{one.name}/{one.version}/{path}")
    return found.read_text(encoding="utf-8")


@pytest.mark.parametrize(("one", "name", "path"), TEXTS, ids=[name for _, name, _ in TEXTS])
def test_a_license_is_word_for_word_that_of_the_package(
    one: Component, name: str, path: str
) -> None:
    assert license_texts([one])[name].splitlines() == original(one, path).strip().splitlines()


def test_every_text_is_of_something_carried() -> None:
    there = {path.name for path in files("generator.notices").joinpath("texts").iterdir()}
    assert there == {f"{name}.txt" for name in license_texts(CARRIED)}


def test_every_license_names_who_holds_the_rights() -> None:
    silent = [
        one.name
        for one in CARRIED
        if not re.search("copyright|fontawesome.com|Pictogrammers", str(license_texts([one])), re.I)
    ]
    assert silent == []


def test_site_and_packages_carry_our_license_and_those_of_what_they_contain() -> None:
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert asset_files(ROOT)["NOTICE.txt"].decode() == notice(own, CARRIED)
    player = [one for one in CARRIED if one.player]
    assert package_player(ROOT)["NOTICE.txt"].decode() == notice(own, player)


def test_the_notice_holds_every_text_whole_and_once() -> None:
    text = notice("ours", CARRIED)
    assert [name for name, one in license_texts(CARRIED).items() if text.count(one) != 1] == []
    assert all(f"{one.name} {one.version}".strip() in text for one in CARRIED)


def test_the_page_of_licenses_shows_everything_carried_and_every_text(base: Corpus) -> None:
    shown = unescape(render(base, *license_page(base)))
    assert all(f"{one.name} {one.version}".strip() in shown for one in CARRIED)
    assert "CC BY 4.0" in shown and "MIT License" in shown
    words = " ".join(re.sub("<[^>]+>", " ", shown).split())
    missing = [
        name
        for name, text in license_texts(CARRIED).items()
        if " ".join(re.sub("<[^>]+>", " ", text).split()) not in words
    ]
    assert missing == []


def test_code_is_mit_and_content_is_cc_by() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n\nCopyright (c) 2026 The RightCode authors\n")
    assert "The texts in content/ and quizzes/" in text and "CC BY 4.0" in text
    assert "No CPT descriptor is in this repository" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE"])
