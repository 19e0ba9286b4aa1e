"""The small project that commands are run on, and documents to make hostile."""

from pathlib import Path

from tests.hostile.cases import Content

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "base"
CLINIC = ROOT / "tests" / "overlays" / "base"

VISIT = """discipline: pt
date: 2026-03-02
payer: medicare-part-b
setting: practitioner
plan_certified: true
necessary: true
abn: none
allowed_so_far_usd: 100.5
denial_wanted: false
services:
  - id: calf
    technique: petrissage
    purpose: ease-spasm
    contact: one-on-one
    minutes: 15
    by: therapist
    clinician: ann
    separate: true
    separate_by: structure
    details: {regions: 2, encounter: subsequent, area_cm2: 20}
  - {id: joint, code: "97140", minutes: 25, by: assistant}
"""

CLAIM = """lines:
  - {code: "97124", units: 1, modifiers: [GP, "59"]}
  - {code: "97140", units: 2, modifiers: [GP]}
"""

DAY = """discipline: pt
services:
  - {code: "97124", minutes: 20, by: therapist, timed: true}
  - {code: "97140", minutes: 25, by: assistant}
"""

ISSUER = (
    "name: Riverside Therapy School\nurl: https://riverside.example\nemail:"
    " office@riverside.example\n"
)


def project(where: str = "p") -> dict[str, Content]:
    """The small project's files, by their place in a case."""
    return {
        f"{where}/{path.relative_to(BASE).as_posix()}": path.read_bytes()
        for path in sorted(BASE.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def clinic(where: str = "c") -> dict[str, Content]:
    """A sound overlay's files."""
    return {
        f"{where}/{path.relative_to(CLINIC).as_posix()}": path.read_bytes()
        for path in sorted(CLINIC.rglob("*"))
        if path.is_file()
    }
