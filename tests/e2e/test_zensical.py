"""The pages are any engine's.

Zensical builds them with the same headings and the same questions.
"""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build.folder_writer import write_folder
from generator.build.project import asset_files, root_files
from tests.conftest import ROOT, MakeOnce

pytestmark = pytest.mark.xdist_group("zensical")  # one build, which nobody else waits for
CONFIG = """
site_name: RightCode
docs_dir: docs
site_dir: out
theme: {{name: material, font: false}}
markdown_extensions: {extensions}
"""


@pytest.fixture(scope="module")
def rendered(make_once: MakeOnce, site_files: Mapping[str, bytes]) -> Path:
    return make_once("zensical", lambda folder: render(folder, site_files)) / "out"


def render(folder: Path, pages: Mapping[str, bytes]) -> None:
    """What `rightcode pages` writes, without the archives."""
    write_folder(folder / "docs", {**pages, **asset_files(ROOT), **root_files(ROOT)})
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(extensions="[attr_list, tables, toc]"), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--config-file", str(config)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def headings(html: str) -> list[str]:
    body = html.partition("<article")[2].partition("</article>")[0]
    found = re.findall(r"<h([1-3])[^>]*>(.*?)</h\1>", body, re.DOTALL)
    plain = [re.sub(r"<[^>]+>|¶|&para;", "", text) for _, text in found]
    return [" ".join(text.split()) for text in plain]


def questions(html: str) -> list[str]:
    return re.findall(r'data-item="([^"]+)"', html)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "codes/97124",
        "practice/massage-vs-similar",
        "myths/massage-is-exercise",
        "learn/minutes-and-units",
        "compare/exercise-or-activity",
    ],
)
def test_zensical_shows_the_same_headings_and_questions(site, rendered, address):
    ours = (site / address / "index.html").read_text(encoding="utf-8")
    theirs = (rendered / address / "index.html").read_text(encoding="utf-8")
    assert headings(ours)
    assert headings(theirs) == headings(ours)
    assert questions(theirs) == questions(ours)


def test_zensical_has_every_page(site, rendered):
    def addresses(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("index.html")}

    assert addresses(site) <= addresses(rendered)
