"""The commands as a person meets them: what they say, how they end, and what they leave on disk."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from typer.testing import CliRunner

from generator.cli import app
from generator.disk.owned_folder import MARK
from tests.conftest import BASE, lay_small_project
from tests.seen import seen

QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
DEAD_SOURCE = ("content/glossary.yaml", "[cms-rules]", "[cms-ruels]")
TOLD = (
    "content/glossary.yaml:2:90: error R201: There is no 'cms-ruels' in content/sources.yaml; did"
    " you mean 'cms-rules'?"
)
DEAD_LINK = ("content/learn/using-massage.md", "Strokes that", "[Strokes](nowhere.md) that")


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # else it looks like an exit with 1 that says nothing
    return result.exit_code, result.stdout, result.stderr


def mkdocs(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env=QUIET,
        capture_output=True,
        text=True,
        check=False,
    )


def spoil(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def test_check_says_what_it_looked_at_where_nothing_is_wrong() -> None:
    assert run("check", "--root", BASE) == (
        0,
        "",
        "0 errors, 0 warnings in 2 codes, 2 claims, 3 questions, 1 quiz, 3 sources.\n",
    )


def test_check_names_each_problem_at_its_place_and_fails(small_project: Path) -> None:
    spoil(small_project, *DEAD_SOURCE)
    status, out, err = run("check", "--root", small_project)
    assert (status, out) == (1, f"{TOLD}\n")
    assert err.endswith("\nMore may follow once these are fixed.\n")


def test_check_writes_json_for_programs(small_project: Path) -> None:
    spoil(small_project, *DEAD_SOURCE)
    status, out, err = run("check", "--root", small_project, "--format", "json")
    assert (status, err) == (1, "")
    assert [
        (finding["path"], finding["line"], finding["column"], finding["code"])
        for finding in json.loads(out)
    ] == [("content/glossary.yaml", 2, 90, "R201")]


def test_check_writes_annotations_for_code_review(small_project: Path) -> None:
    spoil(small_project, *DEAD_SOURCE)
    status, out, _ = run("check", "--root", small_project, "--format", "github")
    assert (status, out.split("::")[1]) == (
        1,
        "error file=content/glossary.yaml,line=2,col=90,title=R201",
    )


def test_check_knows_no_other_format() -> None:
    status, _, err = run("check", "--root", BASE, "--format", "xml")
    assert status == 2
    assert "xml" in err


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The small project with its site, and what was said while it was built."""
    root = lay_small_project(tmp_path_factory.mktemp("once") / "project")
    status, _, said = run("build", "--root", root)
    assert status == 0, said
    return root, said


@pytest.fixture
def built(built_once: tuple[Path, str], tmp_path: Path) -> Path:
    return shutil.copytree(built_once[0], tmp_path / "built", symlinks=True)


@pytest.mark.parametrize(
    "arguments", (("pages", ""), ("export", "--out", ""), ("check", "--root="))
)
def test_an_argument_that_an_unset_variable_left_empty_is_refused(
    arguments: tuple[str, ...],
) -> None:
    result = CliRunner().invoke(app, arguments)
    after = (arguments[-1] or arguments[-2]).rstrip("=")
    assert (result.exit_code, result.output) == (
        2,
        f"error: The argument after {after} is empty; give it a value, or leave it out.\n",
    )


def test_build_says_how_many_pages_it_made_and_where(built_once: tuple[Path, str]) -> None:
    root, said = built_once
    made = held(root / "site")
    assert {
        "index.html",
        "codes/97124/index.html",
        "practice/basics/index.html",
        "llms.txt",
        "codes/97124.json",
        "about/licenses/index.html",
        "NOTICE.txt",
    } <= set(made)
    assert not any("lunr/" in path or "workers/" in path for path in made), "the theme's search"
    first, *blueprint = [
        line for line in said.splitlines() if not line.startswith("Building; the first time")
    ]
    assert (
        first
        == f"Built {sum(path.endswith('index.html') for path in made)} pages in {root / 'site'}."
    )
    assert [line.partition(":")[0] for line in blueprint] == ["Blueprint", "Holes"]


def test_a_build_of_which_nothing_changed_does_nothing(built: Path) -> None:
    """Any file of the project is what a site is made from, and so is the site as it was made."""
    up_to_date = "is up to date: nothing that it is made from has changed."
    before = held(built / "site")
    status, _, said = run("build", "--root", built)
    assert (status, up_to_date in said, held(built / "site")) == (0, True, before)
    page = "codes/97124/index.html"
    (built / "site" / page).unlink()
    assert up_to_date not in run("build", "--root", built)[2]
    assert held(built / "site") == before
    spoil(built, "mkdocs.yml", "site_name: RightCode", "site_name: CodeRight")
    assert up_to_date not in run("build", "--root", built)[2]
    assert b"CodeRight" in held(built / "site")[page]


def test_build_again_leaves_nothing_of_a_page_that_is_gone(built: Path) -> None:
    for path in (
        "content/learn/using-massage.md",
        "quizzes/tracks/a-first-day.yaml",
    ):  # the track reads the lesson
        (built / path).unlink()
    assert run("build", "--root", built)[0] == 0
    assert [
        path for path in held(built / "site") if "using-massage" in path or "a-first-day" in path
    ] == []
    assert sorted(path.name for path in built.iterdir() if path.name.startswith(".")) == [".cache"]


@pytest.mark.parametrize(
    ("mistake", "told"),
    [(DEAD_SOURCE, TOLD), (DEAD_LINK, "'nowhere.md' leads nowhere")],
    ids=["content", "link"],
)
def test_a_failed_build_leaves_the_last_good_site_and_says_why(
    built: Path, mistake: tuple[str, str, str], told: str
) -> None:
    before = held(built / "site")
    spoil(built, *mistake)
    status, _, err = run("build", "--root", built)
    assert status == 1
    assert told in err
    assert held(built / "site") == before
    assert sorted(path.name for path in built.iterdir() if path.name.startswith(".")) == [".cache"]


def test_mkdocs_by_itself_leaves_it_too_and_says_what_is_wrong(built: Path) -> None:
    before = held(built / "site")
    spoil(built, *DEAD_SOURCE)
    done = mkdocs(built)
    assert done.returncode == 1
    assert TOLD in done.stdout + done.stderr
    assert held(built / "site") == before


def test_mkdocs_by_itself_builds_the_same_site(built: Path) -> None:
    before = held(built / "site")
    done = mkdocs(built)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    unlike = {path for path, content in held(built / "site").items() if before.get(path) != content}
    assert unlike - {"sitemap.xml", "sitemap.xml.gz"} == set()


def test_no_answer_stands_in_the_search_index(built: Path) -> None:
    index = (built / "site" / "assets" / "search-index.js").read_text(encoding="utf-8")
    assert "Right. Kneading relieves the spasm." in (
        built / "site" / "practice" / "basics" / "index.html"
    ).read_text(encoding="utf-8")
    assert [
        text
        for text in ("Kneading relieves the spasm", "The patient did nothing", "data-right")
        if text in index
    ] == []
    assert "effleurage" in index


def test_a_title_cannot_bring_a_script_into_a_page(small_project: Path) -> None:
    hostile = "</title><script>alert(1)</script> & &lt;b&gt;"
    spoil(small_project, "quizzes/basics.yaml", "title: The basics", f"title: '{hostile}'")
    assert run("build", "--root", small_project)[0] == 0
    page = seen(
        (small_project / "site" / "practice" / "basics" / "index.html").read_text(encoding="utf-8")
    )
    assert [
        script.attributes
        for script in page.all("script")
        if not {"src", "type"} & script.attributes.keys()
    ] == []
    assert page.all("title")[0].text == f"{hostile} - RightCode"
    assert page.all("h1")[0].text.rstrip("¶") == hostile


def test_pages_writes_what_the_plugin_hands_to_mkdocs(small_project: Path, tmp_path: Path) -> None:
    assert run("pages", "--root", small_project, "--out", tmp_path / "out")[0] == 0
    config = load_config(str(small_project / "mkdocs.yml"))
    config.plugins._current_plugin = "rightcode"  # MkDocs sets it around each event
    plugin = config.plugins["rightcode"]
    plugin.on_pre_build(config=config)
    handed = {
        file.src_uri: file.content_bytes for file in plugin.on_files(Files([]), config=config)
    }
    packed = {path: kept.read_bytes() for path, kept in plugin.packages.items()}
    assert (
        held(tmp_path / "out") == {**handed, **packed} and "downloads/basics-scorm12.zip" in packed
    )


def test_pages_refuses_a_folder_of_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    status, _, err = run("pages", "--root", BASE, "--out", tmp_path)
    assert (status, err) == (
        2,
        f"error: {tmp_path} holds files that rightcode did not write: thesis.txt. Name another"
        " folder, or move them away first; files that belong in the site, such as CNAME, live in"
        " site_config/root.\n",
    )
    assert held(tmp_path) == {"thesis.txt": b"mine"}


def test_pages_writes_nothing_where_anything_is_wrong(small_project: Path, tmp_path: Path) -> None:
    spoil(small_project, *DEAD_SOURCE)
    assert run("pages", "--root", small_project, "--out", tmp_path / "out")[:2] == (1, f"{TOLD}\n")
    assert not (tmp_path / "out").exists()


def test_schema_writes_a_schema_for_each_kind(tmp_path: Path) -> None:
    assert run("schema", "--root", tmp_path)[0] == 0
    assert "quiz.json" in {path.name for path in (tmp_path / "site_config" / "schema").iterdir()}


def test_build_refuses_a_folder_of_somebody_elses(small_project: Path) -> None:
    (small_project / "site").mkdir()
    (small_project / "site" / "thesis.txt").write_text("mine")
    assert run("build", "--root", small_project)[0] == 2
    assert held(small_project / "site") == {"thesis.txt": b"mine"}


def test_the_owners_own_files_are_in_every_site(small_project: Path) -> None:
    looks = small_project / "site_config"
    shared = looks.resolve()
    looks.unlink()
    looks.mkdir()
    for path in shared.iterdir():
        (looks / path.name).symlink_to(path)
    own = looks / "root"
    for path in ("CNAME", ".nojekyll", ".well-known/security.txt"):
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_text(path)
    for _ in range(2):
        assert run("build", "--root", small_project)[0] == 0
    made = held(small_project / "site")
    assert made["CNAME"] == b"CNAME" and made[".nojekyll"] == b".nojekyll"
    assert made[".well-known/security.txt"] == b".well-known/security.txt"
