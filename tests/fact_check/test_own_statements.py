"""What is known to be right comes out clean: our own documents, as our facts and lessons do."""

import re

import pytest

from generator.build.site_checks import site_problems
from generator.facts.corpus import Corpus
from tests.conftest import ROOT
from tests.fact_check.conftest import Check

SENTENCE_END = re.compile(r"[.;](?:\s|$)")
VERB = re.compile(r"\b(?:is|are|has|have|covers)\b")


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


def test_a_code_may_be_called_what_its_own_file_calls_it(check: Check, corpus: Corpus) -> None:
    """By its names, its other names and words, and the first words of its meaning."""
    said = [
        f"{code.code} is {words[:1].lower()}{words[1:]}."
        for code in corpus.codes.values()
        for words in (
            code.plain_name,
            *code.also_called,
            *code.words.means,
            SENTENCE_END.split(code.meaning.text)[0],
        )
        if not VERB.search(words)
    ]
    found = check("\n\n".join(said))
    assert len(said) > 1200
    assert [one.text for one in found if one.verdict == "wrong"] == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("92508 is group treatment.", False),
        ("92507 is group treatment.", True),
        ("92523 is an evaluation of speech sounds and language.", False),
        ("92522 is an evaluation of speech sounds and language.", True),
        ("92523 is an evaluation of speech sounds.", False),
    ],
)
def test_what_two_codes_share_is_said_of_both(check: Check, text: str, is_wrong: bool) -> None:
    found = check(text)
    assert any(one.verdict == "wrong" for one in found) is is_wrong
