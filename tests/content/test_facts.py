"""`rightcode check` knows every rule of content; the tests know no other."""

from generator.build.project import CheckedProject
from generator.findings import format_findings


def test_the_content_has_no_error(checked: CheckedProject) -> None:
    """What is an error is in docs/findings.md, and tested in tests/test_broken.py."""
    errors = [finding for finding in checked.findings if finding.severity == "error"]
    assert format_findings(errors, "text") == ""
