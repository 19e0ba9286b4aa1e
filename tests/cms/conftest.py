"""A store with one good import."""

from pathlib import Path

import pytest

from tests.cms.made import (
    PAIRS,
    bring_in,
    pair_text,
    write,
)


@pytest.fixture
def stocked(tmp_path: Path) -> Path:
    """A project whose store holds the third quarter."""
    bring_in(tmp_path, write(tmp_path, "ccipra-v322r0-f1.txt", pair_text(PAIRS[:2])))
    return tmp_path
