"""The pages are any engine's.

Zensical builds the small project's with the same headings and the same questions; of the real
content `make test-engines` says the same.
"""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.build.folder_writer import write_folder
from generator.build.project import asset_files, root_files
from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from tests.conftest import ROOT, MakeOnce

CONFIG = """
site_name: RightCode
docs_dir: docs
site_dir: out
theme: {{name: material, font: false}}
markdown_extensions: {extensions}
"""


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


SMALL = (
    "",
    "codes/97124",
    "practice/basics",
    "myths/massage-is-exercise",
    "learn/rules/eight-minute",
    "compare/by-hand",
)


def test_zensical_shows_the_same_headings_and_questions(
    small_site: Path, base: Corpus, make_once: MakeOnce
) -> None:
    made = make_once("zensical", lambda folder: render(folder, build_site(base)))
    same_on_both(small_site, made / "out", SMALL)


def same_on_both(ours: Path, theirs: Path, addresses: Sequence[str]) -> None:
    """The other engine made every page, and these with the headings and questions of MkDocs."""
    pages = [
        {path.relative_to(site) for path in site.rglob("index.html")} for site in (ours, theirs)
    ]
    assert pages[0] <= pages[1]
    for address in addresses:
        by_mkdocs, by_other = (
            (site / address / "index.html").read_text(encoding="utf-8") for site in (ours, theirs)
        )
        assert headings(by_mkdocs)
        assert headings(by_other) == headings(by_mkdocs), address
        assert questions(by_other) == questions(by_mkdocs), address
