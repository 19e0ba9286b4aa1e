"""Each folder in broken/ is one mistake of a clinic's.

`expected.txt` is what `rightcode check --overlay` says, at the clinic's own file.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import format_findings, has_errors
from tests.conftest import Approve
from tests.overlays.conftest import HERE, PREFIX, files_in

CASES = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
ONLY_TOLD = {
    "example-plan-that-is-still-there",
    "override-that-changes-an-answer",
    "override-that-prose-contradicts",
}


def test_the_sound_overlay_has_no_finding(laid: Callable) -> None:
    assert laid().findings == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_clinic_is_told_what_is_wrong_and_where(
    case: Path, laid: Callable, approve: Approve
) -> None:
    removed = {path.name.removeprefix("REMOVED-"): None for path in case.glob("REMOVED-*")}
    findings = laid({**files_in(case), **removed}).findings
    told = format_findings(findings, "text") + "\n"
    approve(case / "expected.txt", told)
    assert has_errors(findings) is (case.name not in ONLY_TOLD)
    assert {finding.place.path[: len(PREFIX)] for finding in findings} == {PREFIX}, (
        "a finding that is not at the clinic's own file"
    )
