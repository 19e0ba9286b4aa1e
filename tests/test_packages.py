"""Every quiz lies ready in every format, made of what is public, once."""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.build.project import BuiltSite, Project
from generator.build.site_files import build_site
from generator.exports.archives import unpacked
from generator.exports.format_registry import FORMATS
from generator.exports.question_conversion import quiz_export
from generator.findings import ProjectError
from generator.pages.download_page import DOWNLOAD_FORMATS, GAMES, SHARED, download_path
from generator.pages.labels import download_text
from tests.conftest import BASE, ROOT
from tests.overlays.test_hiding import HREF


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with a cache of its own."""
    folder = tmp_path_factory.mktemp("packed")
    shutil.copytree(BASE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".cache"))
    (folder / "site_config").symlink_to(ROOT / "site_config", target_is_directory=True)
    return folder


@pytest.fixture(scope="module")
def built(root: Path) -> BuiltSite:
    return Project(root).build()


def of_quizzes(packages: Mapping[str, Path]) -> dict[str, Path]:
    """Without the decks of flashcards, which say nothing of a quiz."""
    return {name: path for name, path in packages.items() if "/flashcards-" not in name}


@contextmanager
def retitled(root: Path, title: str) -> Iterator[None]:
    path = root / "quizzes/basics.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"^title: .*", f"title: {title}", text, count=1, flags=re.MULTILINE),
        encoding="utf-8",
    )
    yield
    path.write_text(text, encoding="utf-8")


def test_every_format_that_can_be_exported_lies_ready() -> None:
    assert set(DOWNLOAD_FORMATS) == set(FORMATS)


def test_a_format_without_words_on_the_page_is_named_with_its_file_and_key() -> None:
    assert all(all(download_text(name)) for name in DOWNLOAD_FORMATS)
    with pytest.raises(ProjectError, match=r"labels.yaml: 'download' .* 'handout: \[Title, "):
        download_text("handout")


def test_the_page_links_what_there_is_and_nothing_else(built: BuiltSite) -> None:
    targets = HREF.findall(built.files["classroom/downloads.md"].decode())
    assert {target.removeprefix("../../") for target in targets if "/downloads/" in target} == set(
        built.packages
    )


def test_a_file_is_what_the_export_of_that_quiz_gives(built: BuiltSite, base) -> None:
    asked, plan = quiz_export(base, base.quizzes["basics"])
    for form in DOWNLOAD_FORMATS:
        content = built.packages[download_path("basics", form)].read_bytes()
        if form in GAMES:
            continue
        if form in ("paper", "csv"):
            assert unpacked(content) == dict(sorted(FORMATS[form].export(asked, plan).items()))
        elif FORMATS[form].needs_player:
            files = unpacked(content)
            assert b"rc-quiz" in files["index.html"] and "assets/player.js" in files
            assert b"idb 8" in files["NOTICE.txt"]
        else:
            assert content == next(iter(FORMATS[form].export(asked, plan).values()))


def test_games_share_a_file_that_has_what_fits_them_and_says_what_does_not(built, base) -> None:
    asked, plan = quiz_export(base, base.quizzes["basics"])
    files = unpacked(built.packages[download_path("basics", SHARED)].read_bytes())
    told = files.pop("what-is-left-out.txt").decode()
    fitting = [form for form in map(FORMATS.get, GAMES) if not form.fitting or form.fitting(asked)]
    assert files == {
        path: content for form in fitting for path, content in form.export(asked, plan).items()
    }
    assert all(f"{FORMATS[name].title}: {len(asked)} question" in told for name in GAMES)


def test_another_build_makes_nothing_anew_and_gives_the_same_files(
    root: Path, built: BuiltSite, monkeypatch
) -> None:
    monkeypatch.setattr(
        "generator.build.download_packages._build_package", lambda *_: pytest.fail("made again")
    )
    assert Project(root).build().packages == built.packages


def test_the_same_quiz_is_packed_to_the_same_bytes(root: Path, built: BuiltSite) -> None:
    before = {path: kept.read_bytes() for path, kept in built.packages.items()}
    shutil.rmtree(root / ".cache/packages")
    assert {
        path: kept.read_bytes() for path, kept in Project(root).build().packages.items()
    } == before


def test_a_changed_question_is_packed_anew_and_a_preview_packs_nothing(
    root: Path, built: BuiltSite
) -> None:
    before = of_quizzes(built.packages)
    with retitled(root, "Another title"):
        assert of_quizzes(Project(root, preview=True).build().packages) == {}
        changed = of_quizzes(Project(root).build().packages)
    assert set(changed) == set(before) and not set(changed.values()) & set(before.values())


def test_of_a_quiz_no_more_than_three_sets_are_kept(root: Path, built: BuiltSite) -> None:
    for title in ("One", "Two", "Three", "Four"):
        with retitled(root, title):
            assert Project(root).build().packages
    assert len(list((root / ".cache/packages/basics").iterdir())) == 3


def test_a_bank_too_large_to_lie_ready_says_so(root: Path, built: BuiltSite, monkeypatch) -> None:
    monkeypatch.setattr("generator.pages.download_paths.MAX_QUIZZES", 0)
    without = Project(root).build()
    page = without.files["classroom/downloads.md"].decode()
    assert without.packages == {} and "too many to package in advance" in page
    assert not [target for target in HREF.findall(page) if "/downloads/" in target]


def test_what_is_built_of_a_corpus_says_nothing_of_what_lies_beside_it(base) -> None:
    """The pure core knows no files of packages."""
    assert not [path for path in build_site(base) if path.startswith("downloads/")]
