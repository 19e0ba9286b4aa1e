"""Three pages of the small project, whole.

A change of theirs is looked at like a change of code: `--update-golden`, then the difference.
"""

import pytest

from generator.build.site_files import build_site
from generator.facts.corpus import Corpus
from tests.conftest import ROOT, Approve

GOLDEN = {
    "codes/97124.md": "code.md",
    "practice/basics.md": "quiz.md",
    "myths/massage-is-exercise.md": "myth.md",
}


@pytest.mark.parametrize(("page", "name"), GOLDEN.items())
def test_a_page_is_as_it_was_approved(base: Corpus, page: str, name: str, approve: Approve) -> None:
    approve(ROOT / "tests" / "golden" / name, build_site(base)[page])
