"""What is held back for assessment is nowhere in the built site.

No page, no index, no bundle, in no encoding.
"""

from pathlib import Path

from generator.build.finish.finishing import read_folder
from generator.build.finish.folder_bundle import bundle_files
from generator.facts.corpus import Corpus
from tests.leaks import leaks, only_theirs

PAPERS = 24
"""Of so many quizzes the PDFs of one are read, which takes a second: what a quiz has in its other
formats it has on paper, from one export."""


def test_no_byte_of_the_built_site_has_them(corpus: Corpus, site: Path) -> None:
    papers = sorted(site.glob("downloads/*-paper.zip"))
    assert papers
    unread = set(papers) - set(papers[::PAPERS])
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path not in unread
    }
    assert len(files) > 400
    assert leaks(files, only_theirs(corpus)) == []


def test_nor_has_what_the_bundle_adds(corpus: Corpus, site: Path) -> None:
    files = read_folder(site)
    added = {path: new for path, new in bundle_files(files, {}).items() if files.get(path) != new}
    assert len(added) > 400
    assert leaks(added, only_theirs(corpus)) == []
