"""Checkers and official schemas that are not ours take every file that we export."""

import dataclasses
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from generator.exports import anki, gift, h5p, moodle
from generator.exports.archives import unpacked
from generator.exports.lms import cmi5
from generator.exports.lms.scorm import SCORM_12, SCORM_2004
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.qti_package import QTI_21, QTI_30
from tests.e2e.launching import given, one_of_each, with_kinds
from tests.exports.hostile import hostile
from tests.exports.test_anki import anki_python
from tests.exports.test_lms_packages import SCHEMAS as SCORM_SCHEMAS
from tests.exports.tools import installed, run
from tests.reference.conftest import CHECKERS, SCHEMAS

__all__ = ["anki_python"]
PLAN = Plan("week-3", "Week 3: <massage> & more", date(2026, 11, 21), "Answer all.", attempts=1)
QTI = {"qti21": QTI_21, "qti30": QTI_30}
MANIFESTS = {"qti21": "imscp_v1p1.xsd", "qti30": "qtiv3p0/imsqtiv3p0_imscpv1p2_v1p0.xsd"}
STEPS = """export default async frame => {
  await frame.waitForSelector('rc-quiz[data-ready]');
  await frame.locator('.rc-option:visible').first().click();
  await frame.locator('.rc-check:visible').first().click();
};"""


def passed(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-1000:]
    return done.stdout.split()


def python(script: str, *arguments: object, interpreter: object = sys.executable) -> list[str]:
    """The words that a checker in Python says of a file that it takes."""
    command = [str(interpreter), str(CHECKERS / script), *map(str, arguments)]
    return passed(subprocess.run(command, capture_output=True, text=True, check=False))


def node(script: str, *arguments: object, package: str) -> list[str]:
    installed(package)
    return passed(run(CHECKERS / script, *arguments))


def only(files: Mapping[str, bytes]) -> bytes:
    (content,) = files.values()
    return content


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_moodle_xml(asked: tuple[ExportQuestion, ...], tmp_path: Path) -> None:
    path = written(tmp_path / "bank.xml", only(moodle.export(asked, PLAN)))
    assert python("check_moodle_xml.py", path)[-1] == str(len(asked))


def test_gift(asked: tuple[ExportQuestion, ...], tmp_path: Path) -> None:
    path = written(tmp_path / "bank.gift", only(gift.export(asked, PLAN)))
    node("check_gift.mjs", path, package="gift-pegjs")


def test_h5p(asked: tuple[ExportQuestion, ...], tmp_path: Path) -> None:
    path = written(tmp_path / "bank.h5p", h5p.export(asked, PLAN)[f"{PLAN.id}.h5p"])
    assert "valid" in node("check_h5p.mjs", path, package="@lumieducation/h5p-server")


def test_anki(asked: tuple[ExportQuestion, ...], anki_python: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "bank.apkg", only(anki.export(asked, PLAN)))
    said = python("check_apkg.py", path, len(asked), interpreter=anki_python)
    assert {f"new={len(asked)}", f"dup-on-reimport={len(asked)}"} <= set(said)


@pytest.mark.parametrize("edition", QTI)
def test_qti(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], edition: str, tmp_path: Path
) -> None:
    spoilt = [dataclasses.replace(hostile(one), id=f"{one.id}-hostile") for one in odd[-9:]]
    questions = (*asked, *odd, *spoilt)
    package = only(QTI[edition].export(questions, PLAN))
    path = written(tmp_path / "package.zip", package)
    assert python("check_qti.py", path, "--xsd", SCHEMAS / "qti")[-1] == str(len(questions))
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "qti" / MANIFESTS[edition]))
    assert schema.validate(etree.fromstring(unpacked(package)["imsmanifest.xml"])), schema.error_log


@pytest.fixture(scope="module")
def packed() -> tuple[tuple[ExportQuestion, ...], Plan]:
    corpus = with_kinds()
    return given(corpus, one_of_each(corpus), PLAN)


def test_qti_in_a_player(packed: tuple[tuple[ExportQuestion, ...], Plan], tmp_path: Path) -> None:
    asked, _ = packed
    path = written(tmp_path / "package.zip", only(QTI_30.export(asked, PLAN)))
    said = node("check_qti_render.mjs", path, package="@citolab/qti-components")
    assert said[-1] == str(len(asked))


@pytest.mark.parametrize("edition", [SCORM_12, SCORM_2004], ids=["scorm12", "scorm2004"])
def test_scorm(
    packed: tuple[tuple[ExportQuestion, ...], Plan], edition: ModuleType, tmp_path: Path
) -> None:
    path = written(tmp_path / "package.zip", only(edition.export(*packed)))
    steps = written(tmp_path / "steps.mjs", STEPS.encode())
    node("check_scorm.mjs", path, "--do", steps, package="scorm-again")
    python("check_scorm_manifest.py", path, "--xsd", SCORM_SCHEMAS)


def test_cmi5(packed: tuple[tuple[ExportQuestion, ...], Plan], tmp_path: Path) -> None:
    path = written(tmp_path / "package.zip", only(cmi5.export(*packed)))
    python("check_cmi5.py", path, "--xsd", SCHEMAS / "cmi5" / "CourseStructure.xsd")
