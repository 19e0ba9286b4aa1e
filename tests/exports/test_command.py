"""`rightcode export` as an instructor uses it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.exports.format_registry import FORMATS
from tests.conftest import BASE, ROOT


def export(*arguments: object, root: Path = BASE):
    return CliRunner().invoke(app, ["export", *map(str, arguments), "--root", str(root)])


def test_a_format_is_written_with_its_report(tmp_path: Path) -> None:
    done = export("gift", "--assignment", "first-week", "--out", tmp_path / "new" / "folder")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == {
        "first-week-gift.txt",
        "first-week-gift-report.txt",
    }
    assert "GIFT: first-week-gift.txt" in done.output and "2 questions written to" in done.output
    assert "pass mark, due date" in (
        tmp_path / "new" / "folder" / "first-week-gift-report.txt"
    ).read_text(encoding="utf-8")


def test_all_writes_every_format_twice_the_same(
    tmp_path: Path, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    for name in ("one", "two"):
        assert (
            export(
                "all", "--assignment", "first-week", "--out", tmp_path / name, root=small_project
            ).exit_code
            == 0
        )
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two
    told = one["first-week-all-report.txt"].decode()
    assert all(f"{format.title}: 2 questions." in told for format in FORMATS.values())


def test_a_project_without_the_player_says_what_it_cannot_write(tmp_path: Path) -> None:
    done = export("scorm12", "--quiz", "basics", "--out", tmp_path / "out")
    assert (
        done.exit_code == 2
        and "site_config/frontend" in done.output
        and not (tmp_path / "out").exists()
    )


def test_without_an_assignment_every_question_is_written(tmp_path: Path) -> None:
    assert export("csv", "--out", tmp_path).exit_code == 0
    assert (tmp_path / "rightcode-questions.csv").read_bytes().count(b"calf-in-spasm") == 1


def test_one_quiz_can_be_asked_for(tmp_path: Path) -> None:
    assert export("moodle", "--quiz", "basics", "--out", tmp_path).exit_code == 0
    assert (tmp_path / "basics-moodle.xml").is_file()


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert export("gift", "--out", tmp_path).exit_code == 0
    assert (tmp_path / "mine.txt").read_text() == "mine" and not [
        path for path in tmp_path.iterdir() if path.name.startswith(".")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("moodel",), "There is no format 'moodel'; did you mean 'moodle'?"),
        (
            ("gift", "--assignment", "first-weak"),
            "There is no assignment 'first-weak'; did you mean 'first-week'?",
        ),
        (("gift", "--quiz", "zzz"), "There is no quiz 'zzz'; there is basics."),
        (
            ("gift", "--quiz", "basics", "--assignment", "first-week"),
            "Name an assignment or a quiz, not both.",
        ),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_one_and_nothing_is_written(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = export(*arguments, "--out", tmp_path / "out")
    assert (done.exit_code, done.output.strip()) == (2, said)
    assert not (tmp_path / "out").exists()


def test_a_project_with_a_mistake_is_not_exported(tmp_path: Path) -> None:
    broken = ROOT / "tests" / "broken" / "assignment-without-questions"
    done = export("gift", "--out", tmp_path / "out", root=broken)
    assert done.exit_code == 1 and "M124" in done.output and not (tmp_path / "out").exists()


def test_an_assignment_that_withholds_feedback_is_not_given_to_a_player_that_shows_it(
    tmp_path: Path, small_project: Path
) -> None:
    path = small_project / "quizzes/assignments/first-week.yaml"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\nfeedback: after-due\n", "utf-8")
    options = ("--assignment", "first-week", "--out", tmp_path / "out")
    alone = export("scorm12", *options, root=small_project)
    assert alone.exit_code == 2 and "feedback after-due" in alone.output
    assert not (tmp_path / "out").exists()
    every = export("all", *options, root=small_project)
    assert every.exit_code == 0, every.output
    report = (tmp_path / "out/first-week-all-report.txt").read_text("utf-8")
    assert report.count("not written, since") == 3
    assert not list((tmp_path / "out").glob("*scorm*")) and list((tmp_path / "out").glob("*qti12*"))
