"""Findings for people, for programs and for code review."""

import json

from generator.findings import Finding, Place, format_findings

FINDINGS = (
    Finding(
        Place("content/edits.yaml", 3, 5),
        "E231",
        "97124 is paired with itself; correct column 1 or column 2.",
    ),
    Finding(Place("quizzes/ü.yaml"), "K302", "100% sure:\ntwo answers, “both”.", "warning"),
)


def test_text_has_a_line_for_each_finding_that_an_editor_can_follow() -> None:
    assert (
        format_findings(FINDINGS, "text")
        == "content/edits.yaml:3:5: error E231: 97124 is paired with itself; correct column 1 or"
        " column 2.\nquizzes/ü.yaml:1:1: warning K302: 100% sure: two answers, “both”."
    )


def test_json_names_each_part_of_a_finding() -> None:
    assert json.loads(format_findings(FINDINGS, "json")) == [
        {
            "path": "content/edits.yaml",
            "line": 3,
            "column": 5,
            "severity": "error",
            "code": "E231",
            "sentence": "97124 is paired with itself; correct column 1 or column 2.",
        },
        {
            "path": "quizzes/ü.yaml",
            "line": 1,
            "column": 1,
            "severity": "warning",
            "code": "K302",
            "sentence": "100% sure: two answers, “both”.",
        },
    ]


def test_github_gets_annotations_on_one_line_each() -> None:
    assert (
        format_findings(FINDINGS, "github")
        == "::error file=content/edits.yaml,line=3,col=5,title=E231::97124 is paired with itself;"
        " correct column 1 or column 2.\n::warning"
        " file=quizzes/ü.yaml,line=1,col=1,title=K302::100%25 sure: two answers, “both”."
    )


def test_no_findings_are_no_lines_and_an_empty_list() -> None:
    assert (
        format_findings((), "text"),
        format_findings((), "github"),
        json.loads(format_findings((), "json")),
    ) == (
        "",
        "",
        [],
    )
