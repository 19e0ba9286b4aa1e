"""What is known to be right comes out clean: our own documents, as our facts and lessons do."""

from generator.build.site_checks import site_problems
from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.fact_check.conftest import Check


def test_our_documents_say_nothing_wrong(check: Check) -> None:
    wrong = [
        (path.name, one.line, one.text, one.why)
        for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
        for one in check(path.read_bytes(), path.name)
        if one.verdict == "wrong"
    ]
    assert wrong == []


def test_our_lessons_and_facts_say_nothing_wrong_and_link_to_pages(corpus: Corpus) -> None:
    assert list(site_problems(corpus)) == []


def test_a_fee_is_no_swallow_study(check: Check) -> None:
    """FEES is 92612; the checker reads no letter case."""
    found = check("The Physician Fee Schedule gives 97110 a fee. Its fees change every year.")
    assert [one for one in found if one.verdict == "wrong"] == []
