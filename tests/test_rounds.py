"""Everything that is wrong is said in one round: of one file and of several."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.authoring.loader import load
from generator.build.site_checks import check_site
from generator.findings import format_findings, tally
from tests.conftest import ROOT

CODE = ROOT / "tests" / "broken" / "status-letter-of-another-status" / "content" / "codes"
QUIZ = ROOT / "tests" / "broken" / "key-that-disagrees" / "quizzes" / "broken.yaml"


def spoilt(path: Path, **changes: str) -> bytes:
    """A file with its pieces, named in any order, put otherwise."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def codes(checked: object) -> list[str]:
    return [f"{one.place.line} {one.code}" for one in checked.findings]


def test_a_code_is_told_its_shape_its_references_its_slots_and_its_letter_at_once(
    with_files: Callable,
) -> None:
    text = spoilt(
        CODE / "97112.yaml",
        **{"plain_name": "plain_nme", "sources: [cms-rules]": "sources: [cms-ruels]"},
        **{"  who: example\n": "", "minutes: 15": 'minutes: "15"'},
    )
    assert codes(with_files({"content/codes/97112.yaml": text})) == [
        "1 S211",
        "4 M121",
        "5 R201",
        "6 M123",
        "7 E232",
    ]


def test_a_question_with_an_unknown_key_is_also_told_that_its_own_key_is_wrong(
    with_files: Callable,
) -> None:
    text = spoilt(QUIZ, **{"    title:": "    author: Kim\n    title:"})
    assert set(codes(with_files({"quizzes/broken.yaml": text}))) >= {"8 M121", "19 K304"}


def test_a_misspelt_mark_is_no_missing_mark(with_files: Callable) -> None:
    text = QUIZ.read_bytes().replace(b'"97140", key: true', b'"97140"')
    text = text.replace(b'"97124", ', b'"97124", kye: true, ')
    found = codes(with_files({"quizzes/broken.yaml": text}))
    assert [one for one in found if "K304" in one] == [] and "17 M121" in found


def test_a_question_with_a_wrong_date_is_also_told_of_its_dead_references(
    with_files: Callable,
) -> None:
    text = spoilt(QUIZ, **{"date: 2026": "date: 4/2/26 # "}, **{"petrissage": "petrisage"})
    found = with_files({"quizzes/broken.yaml": text}).findings
    assert {"M123", "R201"} <= {one.code for one in found}
    assert not [one for one in found if one.code.startswith("K")], "its key is in doubt"


def test_a_file_that_is_no_yaml_keeps_no_other_from_being_checked(
    with_files: Callable, base_files: Mapping[str, bytes]
) -> None:
    glossary = base_files["content/glossary.yaml"].replace(b"cms-rules", b"cms-ruels")
    checked = with_files(
        {
            "content/payers/auto.yaml": b"id: auto\n  name: Auto\n",
            "content/glossary.yaml": glossary,
            "quizzes/broken.yaml": QUIZ.read_bytes(),
        }
    )
    assert {one.code for one in checked.findings} == {"Y102", "R201"}, "keys may rest on a payer"
    assert tally(checked.findings) == "2 errors, 0 warnings"


def test_what_was_cut_out_is_not_missed_elsewhere(
    with_files: Callable, base_files: Mapping[str, bytes]
) -> None:
    """A code with a mistake is still there for those who name it."""
    code = base_files["content/codes/97140.yaml"].replace(b"kind: timed", b"kind: tymed")
    checked = with_files({"content/codes/97140.yaml": code})
    assert [one.code for one in checked.findings] == ["M123"], format_findings(
        checked.findings, "text"
    )


def test_places_after_a_dropped_entry_are_those_of_the_file(with_files: Callable) -> None:
    text = QUIZ.read_text(encoding="utf-8")
    first = text[text.index("  - id:") :]
    second = first.replace("id: broken-item", "id: another-item")
    broken = first.replace("difficulty: 1", "difficulty: 7")
    both = text.replace(first, broken + second)
    found = with_files({"quizzes/broken.yaml": both.encode()})
    lines = both.splitlines()
    wrong = next(one for one in found.findings if one.code == "K304" and "97140" in one.sentence)
    assert "97140" in lines[wrong.place.line - 1] and wrong.place.line > len(lines) / 2


def test_links_of_every_sort_are_told_in_one_round(base_files: Mapping[str, bytes]) -> None:
    lesson = "content/learn/using-massage.md"
    text = base_files[lesson] + b"\n[[basiks]], [no page](no.md) and [no place](#no).\n"
    found = list(check_site(load({**base_files, lesson: text}).corpus))
    assert [code for _, code, _ in found] == ["T331", "T334", "T334"]
