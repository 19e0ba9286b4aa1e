"""What a clinic lays over ours: it adds, it overrides in the open, and ours stays what it was."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from generator.overlays.apply import apply_overlay
from generator.overlays.overlay_files import clashes, read_overlay, with_additions
from generator.overlays.overrides import fact_digest
from generator.pages.variant_pages import published_templates
from tests.conftest import ROOT
from tests.overlays.conftest import HERE, PREFIX, files_in

OURS, THEIRS = "The strokes and what they were for.", "The strokes and the clock time."
DESCRIPTOR = "Words that only a license allows, each occurrence"


def test_the_page_shows_both_with_the_reason_and_who_says_so(laid: Callable) -> None:
    page = build_site(laid().corpus)["codes/97124.md"].decode()
    shown = page.split("## Documentation requirements")[1].split("\n## ")[0]
    assert THEIRS in shown and OURS in shown
    assert (
        shown.index(THEIRS)
        < shown.index("RightCode says:")
        < shown.index(OURS)
        < shown.index("An auditor asked for it.")
        < shown.index("The owner")
    )
    assert "sources/#handbook" in page and "sources/#trade-article" in page


def test_a_fact_without_words_is_shown_twice_as_well(laid: Callable) -> None:
    override = (
        "overrides:\n  - {id: one, fact: edits/97140-97124, replaces: 2026-04-01, reason: Our"
        " contract., says: The owner, sources: [handbook], as_of: 2026-01-05, instead: {indicator:"
        " 1}}\n"
    )
    site = build_site(laid({"content/overrides.yaml": override}).corpus)
    for path in ("codes/97124.md", "codes/97140.md", "clinic.md"):
        assert "Indicator: 0." in site[path].decode() and "Our contract." in site[path].decode(), (
            path
        )


def test_programs_are_told_both(laid: Callable) -> None:
    told = json.loads(build_site(laid().corpus)["codes/97124.json"])
    assert told["note_must_show"][0]["text"] == THEIRS
    assert [
        (entry["ours"]["text"], entry["theirs"]["text"], entry["says"])
        for entry in told["overridden"]
    ] == [(OURS, THEIRS, "The owner")]
    assert {"handbook", "trade-article"} <= set(told["sources"])


def test_what_is_not_overridden_is_the_very_same(base: Corpus, laid: Callable) -> None:
    corpus = laid().corpus
    assert corpus.codes["97140"] is base.codes["97140"]
    changed = {
        name
        for name in type(base.codes["97124"]).model_fields
        if getattr(corpus.codes["97124"], name) != getattr(base.codes["97124"], name)
    }
    assert changed == {"note_must_show"}
    assert base.codes["97124"].note_must_show[0].text == OURS


def test_nobody_can_write_what_an_override_carries_into_a_file(laid: Callable) -> None:
    files = {
        "content/glossary.yaml": (
            "terms:\n  - {id: mine, term: Mine, meaning: M., sources: [handbook], as_of:"
            " 2026-01-05, overridden: {id: x}}\n"
        )
    }
    assert [finding.code for finding in laid(files).findings] == ["M121"]


def test_after_an_update_of_ours_the_override_is_told_and_theirs_is_kept(base: Corpus) -> None:
    mark = fact_digest(base.codes["97124"].note_must_show[0])
    files = files_in(HERE / "base")
    files["content/overrides.yaml"] = files["content/overrides.yaml"].replace(
        b"2019-05-01", f'"{mark}"'.encode()
    )
    assert apply_overlay(base, read_overlay(files, PREFIX)).findings == ()
    code = base.codes["97124"]
    newer = code.model_copy(
        update={
            "note_must_show": (
                code.note_must_show[0].model_copy(
                    update={"text": "The strokes, their aim and the region."}
                ),
            )
        }
    )
    updated = replace(base, codes={**base.codes, "97124": newer})
    found = apply_overlay(updated, read_overlay(files, PREFIX)).findings
    assert [(finding.code, finding.place.path) for finding in found] == [
        ("O404", f"{PREFIX}content/overrides.yaml")
    ]
    assert (
        "The strokes, their aim and the region." in found[0].sentence
        and fact_digest(newer.note_must_show[0]) in found[0].sentence
    )


@pytest.mark.parametrize("entry", ["0", "practitioner"])
def test_a_question_of_ours_that_the_override_answers_otherwise_is_left_out(
    base: Corpus, laid: Callable, entry: str
) -> None:
    override = (
        f"overrides:\n  - {{id: one, fact: codes/97124, at: [mue, {entry}], replaces: 2026-04-01,"
        " reason: So., says: The owner, sources: [handbook], as_of: 2026-01-05,"
        " instead: {units: 6}}\n"
    )
    found = laid({"content/overrides.yaml": override})
    assert set(base.items) - set(found.corpus.items) == {"what-is-true-of-massage"}
    assert not [path for path in build_site(found.corpus) if "what-is-true-of-massage" in path]


def test_additions_stand_beside_ours_and_are_labeled(base: Corpus, laid: Callable) -> None:
    files = {
        "content/rules/notes.yaml": (
            "id: notes\ntitle: Notes by the evening\nsummary: Write them.\nstatements:\n  - {text:"
            " Before going home., sources: [handbook], as_of: 2026-01-05}\n"
        )
    }
    corpus = laid(files).corpus
    assert set(corpus.rules) == {*base.rules, "notes"}
    site = build_site(corpus)
    assert "our own" in site["learn/rules/notes.md"].decode()
    assert all("our own" not in site[f"learn/rules/{name}.md"].decode() for name in base.rules)


def test_a_licensed_descriptor_is_on_the_code_page_and_nowhere_else(laid: Callable) -> None:
    site = build_site(laid({"licensed/descriptors.yaml": f'"97124": {DESCRIPTOR}\n'}).corpus)
    assert [path for path, content in site.items() if DESCRIPTOR.encode() in content] == [
        "codes/97124.md"
    ]
    assert not [
        path for path, content in build_site(laid().corpus).items() if b"Descriptor" in content
    ]


@pytest.mark.parametrize("name", ["moodle", "gift", "csv", "anki", "h5p"])
def test_no_export_has_a_licensed_descriptor(laid: Callable, name: str) -> None:
    from generator.exports.format_registry import FORMATS
    from generator.exports.question_conversion import bank_export

    corpus = laid({"licensed/descriptors.yaml": f'"97124": {DESCRIPTOR}\n'}).corpus
    bare = laid().corpus
    assert FORMATS[name].export(*bank_export(corpus)) == FORMATS[name].export(*bank_export(bare))


def test_the_same_files_give_the_same_site(laid: Callable) -> None:
    assert build_site(laid().corpus) == build_site(laid().corpus)


def test_a_clinic_lists_its_own_templates_beside_ours(corpus: Corpus) -> None:
    mine = (ROOT / "quizzes" / "templates" / "hands-on-code.yaml").read_text(encoding="utf-8")
    files = {
        "clinic.yaml": b"name: Riverbend\n",
        "quizzes/templates/our-hands.yaml": mine.replace("id: hands-on-code", "id: our-hands"),
        "quizzes/variants.yaml": "seed: 7\nwritten:\n  - {template: our-hands, pool: 5}\n",
    }
    given = {path: raw if isinstance(raw, bytes) else raw.encode() for path, raw in files.items()}
    merged = with_additions(corpus, read_overlay(given, PREFIX))
    shown = {one.template.id: one.size for one in published_templates(merged)}
    assert shown["our-hands"] == 5 and "hands-on-code" in shown
    assert list(clashes(corpus, read_overlay(given, PREFIX))) == []
