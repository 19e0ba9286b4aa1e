"""A clinic's overlay at the command line: made, checked, built, exported, and ours left alone."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build.content_files import read_files
from generator.build.editor_schemas import json_schemas
from generator.build.project import incremental_project
from generator.facts.corpus import Corpus
from generator.findings import has_errors
from generator.overlays.apply import apply_overlay
from generator.overlays.overlay_folder import open_overlay
from generator.questions.keys import derive_key
from tests.conftest import BASE, ROOT
from tests.overlays.conftest import HERE
from tests.test_cli import held, run

RIVERBEND = ROOT / "site_config" / "clinics" / "riverbend"
DESCRIPTOR = "Words that only a license allows, each occurrence"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new overlay, which no test changes."""
    folder = tmp_path_factory.mktemp("new") / "ours"
    assert run("new", "clinic", folder, "--name", 'O"Brien & Sons: PT')[0] == 0
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return shutil.copytree(HERE / "base", tmp_path / "clinic")


def test_a_new_overlay_is_sound_over_the_real_content(made: Path, corpus: Corpus) -> None:
    found = apply_overlay(corpus, open_overlay(made, ROOT)).findings
    assert [finding.code for finding in found] == ["O415"], "its example plan"


def test_a_new_overlay_keeps_licensed_words_out_of_git_and_its_schemas_beside_it(
    made: Path,
) -> None:
    assert "licensed/" in (made / ".gitignore").read_text(encoding="utf-8").splitlines()
    wired = json.loads((made / ".vscode" / "settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    assert (
        wired["./schema/clinic.json"] == ["clinic.yaml"]
        and "!quizzes/objectives.yaml" in wired["./schema/quiz.json"]
    )
    known = json_schemas()
    assert all((made / name).read_bytes() == known[Path(name).name] for name in wired)
    for path in (path for path in made.rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).is_file(), path


def test_a_new_overlay_has_the_date_of_other_new_files(made: Path, corpus: Corpus) -> None:
    text = (made / "content" / "payers" / "our-main-plan.yaml").read_text(encoding="utf-8")
    dates = set(re.findall(r"as_of: (\S+)", text))
    assert dates == {min(date.today(), corpus.judged_on).isoformat()}


def test_a_folder_with_something_in_it_is_left_alone(made: Path) -> None:
    before = held(made)
    status, _, said = run("new", "clinic", made)
    assert (status, "not empty" in said) == (2, True)
    assert held(made) == before


def test_a_name_too_long_for_the_header_is_refused(tmp_path: Path) -> None:
    status, _, said = run("new", "clinic", tmp_path / "ours", "--name", "x" * 61)
    assert (status, "60" in said, (tmp_path / "ours").exists()) == (2, True, False)


@pytest.mark.parametrize("command", ["check", "serve", "build"])
def test_an_overlay_that_is_not_there_is_told_with_the_way_to_make_one(
    command: str, tmp_path: Path
) -> None:
    status, out, said = run(command, "--root", BASE, "--overlay", tmp_path / "nowhere")
    assert (status, out, "rightcode new clinic" in said) == (2, "", True)


def test_check_names_the_clinics_file_as_it_is_reached_from_the_project(small: Path) -> None:
    (small / "clinic.yaml").write_text("name: Riverbend\ncolour: {}\n", encoding="utf-8")
    status, out, _ = run("check", "--root", BASE, "--overlay", small)
    path = out.partition(":2:1: error M121")[0]
    assert status == 1 and (BASE / path).resolve() == (small / "clinic.yaml").resolve()


def test_build_makes_the_clinics_site_and_ours_stays_ours(small: Path, small_project: Path) -> None:
    (small / "licensed").mkdir()
    (small / "licensed" / "descriptors.yaml").write_text(
        f'"97124": {DESCRIPTOR}\n', encoding="utf-8"
    )
    files = read_files(small_project)
    for out, options in (("theirs", ("--overlay", small)), ("ours", ())):
        status, _, said = run(
            "build", "--root", small_project, "--out", small_project / out, *options
        )
        assert status == 0, said
    theirs, ours = held(small_project / "theirs"), held(small_project / "ours")
    assert read_files(small_project) == files
    assert b"<title>97124 Massage - Riverbend</title>" in theirs["codes/97124/index.html"]
    assert b"<title>97124 Massage - RightCode</title>" in ours["codes/97124/index.html"]
    assert {path for path, content in theirs.items() if DESCRIPTOR.encode() in content} == {
        "codes/97124/index.html",
    }
    assert not [
        path
        for path, content in ours.items()
        if DESCRIPTOR.encode() in content or b"Riverbend" in content
    ]


def test_a_failed_build_leaves_the_clinics_last_good_site(small: Path, small_project: Path) -> None:
    target = small_project / "site"
    assert run("build", "--root", small_project, "--overlay", small)[0] == 0
    before = held(target)
    (small / "clinic.yaml").write_text("name: [\n", encoding="utf-8")
    status, _, said = run("build", "--root", small_project, "--overlay", small)
    assert (status, held(target) == before) == (1, True)
    assert "clinic.yaml:" in said


def test_what_is_served_follows_a_change_of_the_clinics(small: Path, small_project: Path) -> None:
    project = incremental_project(small_project, small)
    first = project.build().files
    path = small / "content" / "overrides.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("An auditor asked for it.", "The owner wants it."),
        encoding="utf-8",
    )
    second = project.build().files
    assert (
        b"An auditor asked for it." in first["codes/97124.md"]
        and b"The owner wants it." in second["codes/97124.md"]
    )
    assert {path for path in first if first[path] != second[path]} == {
        "codes/97124.md",
        "codes/97124.json",
        "clinic.md",
    }


def test_a_logo_outside_the_folder_is_not_read(small: Path) -> None:
    (small.parent / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (small / "logo.svg").symlink_to(small.parent / "secret.svg")
    (small / "clinic.yaml").write_text("name: Riverbend\nlogo: logo.svg\n", encoding="utf-8")
    assert "O412" in run("check", "--root", BASE, "--overlay", small)[1]


def test_the_worked_example_is_sound_and_keyed_by_its_own_payer(corpus: Corpus) -> None:
    overlaid = apply_overlay(corpus, open_overlay(RIVERBEND, ROOT))
    assert [finding.code for finding in overlaid.findings] == ["O408", "O414"]
    assert not has_errors(overlaid.findings)
    ours = overlaid.corpus
    key = derive_key(ours, ours.items["millbrook-balance-24-strength-23"])
    assert sorted(key.right) == ["97110.2", "97112.2"]
    assert ours.overlay.clinic.invented and "invented" in ours.overlay.clinic.name


def test_the_worked_example_is_not_part_of_the_public_site() -> None:
    assert not [path for path, content in read_files(ROOT).items() if b"Millbrook" in content]
