"""Material that is no part of the repository: `make test-reference` alone reads it.

CMS's tables, the official schemas of exchange formats, the two judged articles, checkers of files:
in ../shared, or where RIGHTCODE_REFERENCE says.
"""

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exports.conftest import asked, odd
from tests.fact_check.conftest import check, checker, knowledge

__all__ = ["asked", "check", "checker", "knowledge", "odd"]
SHARED = Path(os.environ.get("RIGHTCODE_REFERENCE", ROOT.parent / "shared"))
SCHEMAS = SHARED / "reference" / "xsd"
TABLES = SHARED / "reference" / "cms"
ARTICLES = SHARED / "seeds"
CHECKERS = SHARED / "tools" / "checkers"


@pytest.fixture(autouse=True, scope="session")
def material() -> Path:
    """The folder beside the repository; without it nothing here can be tested."""
    assert SHARED.is_dir(), f"these tests compare with {SHARED}, which is not here"
    return SHARED
