"""The gradebook.

A class's files in, the scores and figures of the command out, and nothing of what learners typed
ever runs.
"""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from generator.questions.kinds.marking import Marking
from generator.questions.kinds.registry import KINDS
from generator.results.answer_marking import keys_json, markings
from generator.results.gradebook import new_class_key
from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations
from tests.results.core import key_file, scored, seal
from tests.results.made import HOSTILE, class_of, raw, result, right_response

TO_DROP = """(files) => {
  const data = new DataTransfer();
  for (const [name, text] of files) {
    data.items.add(new File([text], name, { type: "application/json" }));
  }
  document.querySelector(".rc-drop").dispatchEvent(
    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
  );
}"""


@pytest.fixture(scope="module")
def keys(corpus) -> dict[str, Marking]:
    """Two questions of the site of every kind that it has."""
    by_kind: dict[str, list[str]] = {}
    for item in corpus.items.values():
        by_kind.setdefault(item.kind, []).append(item.id)
    assert set(by_kind) == set(KINDS)
    return markings(corpus, [name for names in by_kind.values() for name in names[:2]])


def sound(
    keys: dict[str, Marking], name: str = "Ann", number: int = 1, **changes: Any
) -> dict[str, Any]:
    return result(
        keys,
        name,
        {item: right_response(marking) for item, marking in keys.items()},
        number,
        **changes,
    )


def opened(visitor, address: str = "classroom/gradebook/") -> Page:
    page = visitor.open(address)
    page.wait_for_selector("rc-gradebook[data-ready]")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    return page


def give(page: Page, files: list[tuple[str, bytes]]) -> None:
    payload = [
        {"name": name, "mimeType": "application/json", "buffer": content} for name, content in files
    ]
    page.get_by_label("Drop result files here, or choose them").set_input_files(payload)


def saved(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_class_gets_the_scores_and_the_analysis_of_the_command(visit, keys):
    values = class_of(keys, 33)
    values[2]["answers"][0]["digest"] = "0" * 12
    values[3]["answers"][0]["version"] = 77
    files = [*raw(values), ("copy.json", raw(values)[5][1])]
    page = opened(visit)
    give(page, files)
    expect(page.locator(".rc-told")).to_have_text(
        "34 results, 3 flagged, 0 files could not be read."
    )
    found = scored(files, keys)
    head, *shown = lines(saved(page, "Save gradebook as CSV"))
    grades = found.tables[0]
    wanted = [
        dict(zip(grades["head"], ["" if cell is None else cell for cell in row], strict=True))
        for row in grades["rows"]
    ]
    assert len(shown) == len(wanted) == 34
    for line, row in zip(shown, wanted, strict=True):
        told = dict(zip(head, line, strict=True))
        assert (told["Learner"], told["File"], told["Flags"]) == (
            row["Learner"],
            row["File"],
            row["Flags"],
        )
        assert all(
            float(told[name]) == float(row[name])
            for name in ("Answered", "Counted", "Correct", "Points", "Percent", "Minutes")
        )
    (analysis,) = found.analyzes
    items = lines(saved(page, "Save item analysis as CSV"))[1:]
    assert [(line[0], float(line[5]), float(line[9])) for line in items] == [
        (
            item.id,
            pytest.approx(item.facility, abs=1e-4),
            pytest.approx(item.discrimination, abs=1e-4),
        )
        for item in analysis.items
    ]
    assert page.locator("svg.rc-plot[role=img]").count() == 2 + len(keys)
    assert not visit.complaints
    assert not [url for url in visit.requests if not url.startswith((visit.origin, "blob:"))]


def test_files_can_be_dropped_and_more_added(visit, keys):
    page = opened(visit)
    for name in ("Ann", "Bob"):
        page.evaluate(TO_DROP, [[f"{name}.json", json.dumps(sound(keys, name, len(name)))]])
        expect(page.locator(".rc-grades tbody tr", has_text=name)).to_contain_text(
            f"{len(keys)} of {len(keys)}"
        )
    give(
        page, [("Ann.json", json.dumps(sound(keys, "Ann", 3)).encode())]
    )  # the same file once more
    expect(page.locator(".rc-live > p")).to_have_count(3)
    expect(page.locator(".rc-grades tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Close all results").click()
    page.get_by_role("button", name="No, keep them open").click()
    expect(page.locator(".rc-grades tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Close all results").click()
    page.get_by_role("button", name="Yes, close them").click()
    expect(page.locator(".rc-grades")).to_have_count(0)
    expect(page.get_by_label("Drop result files here")).to_be_focused()


def test_hostile_names_are_shown_whole_and_stay_text(visit, keys):
    page = opened(visit)
    give(
        page,
        [
            (
                f"{place}<img src=x onerror=alert(1)>.json",
                json.dumps(sound(keys, name, place)).encode(),
            )
            for place, name in enumerate(HOSTILE)
        ],
    )
    expect(page.locator(".rc-grades tbody tr")).to_have_count(len(HOSTILE))
    names = page.locator(".rc-grades .rc-learner > bdi").all_text_contents()
    assert sorted(names) == sorted(name.strip().replace("\n", " ") for name in HOSTILE)
    assert page.locator("rc-gradebook").locator("img, script, iframe").count() == 0
    told = [line[0] for line in lines(saved(page, "Save gradebook as CSV"))[1:]]
    assert len(told) == len(HOSTILE) and not [
        name for name in told if name.startswith(("=", "+", "-", "@"))
    ]
    content = saved(page, "Save everything as a spreadsheet")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Gradebook", "Answers", "Questions", "Options"]
    assert {
        cell.data_type
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    } == {"s", "n"}
    assert {sheet.cell(2, 1).data_type for sheet in book} == {"s"} and "=HYPERLINK" in str(
        [row[0].value for row in book["Gradebook"].iter_rows()]
    )
    assert all(
        b"<f>" not in part
        for part in map(
            zipfile.ZipFile(io.BytesIO(content)).read,
            zipfile.ZipFile(io.BytesIO(content)).namelist(),
        )
    )
    assert not visit.complaints


def test_damaged_files_are_named_and_harm_no_other(visit, keys):
    page = opened(visit)
    damaged = [
        ("empty.json", b""),
        ("cut.json", b'{"format": "rig'),
        ("other.json", b"{}"),
        ("binary.json", b"\xff\xfe\x00"),
        ("deep.json", b"[" * 100_000),
        ("proto.json", b'{"__proto__": {"format": "rightcode-result"}}'),
    ]
    give(page, [*damaged, ("good.json", json.dumps(sound(keys)).encode())])
    expect(page.locator(".rc-unread li")).to_have_count(len(damaged))
    expect(page.locator(".rc-unread")).to_contain_text(
        "cut.json: It is not JSON, or it is incomplete."
    )
    expect(page.locator(".rc-grades tbody tr")).to_have_count(1)
    expect(page.locator(".rc-live > :last-child")).to_have_text(
        "1 result, 0 flagged, 6 files could not be read."
    )


def test_sealed_files_wait_for_the_class_key(visit, keys):
    key, other = new_class_key(), new_class_key()
    page = opened(visit)
    give(
        page,
        [
            (
                "sealed.json",
                json.dumps(seal(key["public"], sound(keys, "Sealed Sue"))).encode(),
            )
        ],
    )
    expect(page.locator(".rc-warning")).to_have_text(
        "1 encrypted file is waiting for the class key: open its file too."
    )
    give(page, [("wrong.json", key_file(other))])
    expect(page.locator(".rc-warning")).to_contain_text("the one you opened does not fit")
    give(page, [("class.json", key_file(key))])
    expect(page.locator(".rc-grades tbody tr")).to_contain_text("Sealed Sue")
    assert lines(saved(page, "Save gradebook as CSV"))[1][13] == "yes"
    assert key["private"] not in page.content()


def test_questions_that_are_not_on_the_site_are_scored_by_a_file_of_keys(visit, keys):
    name, marking = next(iter(keys.items()))
    away = {
        **keys,
        "not-on-the-site": Marking(
            **{**vars(marking), "id": "not-on-the-site", "title": "Held back"}
        ),
    }
    page = opened(visit)
    give(page, [("one.json", json.dumps(sound(away)).encode())])
    expect(page.locator(".rc-grades tbody tr")).to_contain_text(
        "not-on-the-site is not a question on this site"
    )
    expect(page.locator(".rc-grades tbody tr")).to_contain_text(f"{len(keys)} of {len(keys)}")
    give(page, [("keys.json", keys_json(away, "2026-01-01"))])
    expect(page.locator(".rc-grades tbody tr")).to_contain_text(f"{len(away)} of {len(away)}")
    assert not visit.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_once_results_are_open(visit_as, keys, scheme):
    page = opened(visit_as(color_scheme=scheme))
    give(page, [*raw(class_of(keys, 31)), ("bad.json", b"{")])
    expect(page.locator(".rc-heat")).to_be_visible()
    page.locator("details.rc-more").first.locator("summary").click()
    assert violations(page) == []


def test_a_narrow_page_does_not_scroll_sideways(visit_as, keys):
    page = opened(visit_as(viewport={"width": 320, "height": 640}))
    give(page, raw(class_of(keys, 31)))
    expect(page.locator(".rc-heat")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_it_speaks_spanish(visit_as, keys):
    page = opened(visit_as(viewport=PHONE), "classroom/gradebook/?lang=es")
    page.locator("rc-gradebook input").set_input_files(
        [
            {
                "name": "a.json",
                "mimeType": "application/json",
                "buffer": json.dumps(sound(keys)).encode(),
            }
        ]
    )
    expect(page.locator(".rc-told")).to_have_text(
        "1 resultado, 0 con alertas, 0 archivos que no se pudieron leer."
    )


def test_without_script_the_page_says_what_does_the_same(visit_as):
    visitor = visit_as(java_script_enabled=False)
    visitor.open("classroom/gradebook/")
    expect(visitor.page.locator(".rc-noscript-hint")).to_be_visible()
    expect(visitor.page.locator("rc-gradebook form")).to_be_hidden()
    expect(visitor.page.get_by_text("rightcode results FOLDER --out FOLDER")).to_be_visible()
