"""ProperDocs in place of MkDocs, and MaterialX in place of Material: the same site.

Each is laid beside the project's own packages, of which it needs the rest.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import MakeOnce
from tests.e2e.conftest import ROOT, Visitor, new_context, serving
from tests.e2e.test_zensical import headings, questions
from tests.e2e.waiting import search_for


@dataclass(frozen=True)
class Engine:
    """A package, the module that builds, and the theme it is named by in mkdocs.yml."""

    package: str
    module: str
    theme: str = "material"


ENGINES = {
    "properdocs": Engine("properdocs", "properdocs"),
    "materialx": Engine("materialx", "mkdocs", "materialx"),
}


@pytest.fixture(scope="module", params=ENGINES)
def built(request: pytest.FixtureRequest, make_once: MakeOnce) -> Path:
    engine = ENGINES[request.param]
    return make_once(f"engine-{request.param}", lambda folder: build(folder, engine)) / "site"


def build(folder: Path, engine: Engine) -> None:
    """The real project by links, its configuration with the engine's theme."""
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name not in ("mkdocs.yml", "site", ".git"):
            (folder / path.name).symlink_to(path)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = config.replace("  name: material\n", f"  name: {engine.theme}\n")
    (folder / "mkdocs.yml").write_text(named, encoding="utf-8")
    packages = folder / "packages"
    pinned = ("--require-hashes", "-r", ROOT / "tests" / "tools" / f"{engine.package}.txt")
    run(folder, {}, "pip", "install", "--quiet", "--no-deps", "--target", packages, *pinned)
    found = {"PYTHONPATH": f"{packages}{os.pathsep}{ROOT}"}
    run(folder, found, engine.module, "build", "--strict", "--site-dir", folder / "site")


def run(folder: Path, variables: dict[str, str], *arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def addresses(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("index.html")}


def test_it_has_every_page_with_the_same_headings_and_questions(site: Path, built: Path):
    assert addresses(built) == addresses(site)
    for address in sorted(addresses(site)):
        ours, theirs = ((one / address).read_text(encoding="utf-8") for one in (site, built))
        assert headings(ours), address
        assert headings(theirs) == headings(ours), address
        assert questions(theirs) == questions(ours), address


@pytest.fixture
def seen(browser, built: Path) -> Iterator[Visitor]:
    context = new_context(browser)
    with serving(built) as origin:
        yield Visitor(context, origin)
    context.close()


def test_it_looks_right_searches_and_asks(seen: Visitor):
    page = seen.open("learn/")
    search_for(page, "hot pack")
    expect(page.locator(".rc-found__link").first).to_contain_text("97010")
    page = seen.open("practice/massage-vs-similar/")
    page.wait_for_selector("rc-quiz[data-ready]")
    page.locator(".rc-option:visible").first.click()
    page.locator(".rc-check:visible").first.click()
    expect(page.locator(".rc-verdict:visible").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not seen.complaints
