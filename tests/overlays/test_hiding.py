"""What a clinic does not show is in no page, list, question or link.

What stays keeps its answer.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

import pytest

from generator.build.site_files import build_site
from generator.facts.base import Fact, nested
from generator.facts.corpus import Corpus
from generator.notices.third_party import NOTICE
from generator.overlays.apply import apply_overlay
from generator.overlays.hidden_names import mentions
from generator.overlays.overlay_files import read_overlay
from generator.pages.site_paths import address_of
from generator.questions.keys import derive_key
from generator.questions.track_courses import courses

HREF = re.compile(r'href=\\?"([^"#\\]*)')
SOURCE = re.compile(
    r'<a href=\\"\.\./\.\./sources/.*?</a>'
)  # a publication may have a number in its title
SHOWN = {"98940", "97110", "97140"}
HEAD = (
    b"name: X\nshow:\n  tracks: [first-week-as-a-biller, front-desk-and-patients]\n  codes:"
    b' ["98940", "97110", "97140"]\n  payers: [medicare-part-b, va-community-care]\n'
)


@pytest.fixture(scope="module")
def shown(corpus: Corpus) -> Corpus:
    found = apply_overlay(corpus, read_overlay({"clinic.yaml": HEAD}, "../clinic/"))
    assert found.findings == ()
    return found.corpus


@pytest.fixture(scope="module")
def built(shown: Corpus) -> Mapping[str, bytes]:
    return build_site(shown)


def test_the_codes_and_payers_named_are_those_that_stay(shown: Corpus) -> None:
    assert set(shown.codes) == SHOWN
    assert set(shown.payers) == {"medicare-part-b", "va-community-care"}
    assert len(shown.items) >= 5


def test_a_track_stays_with_the_modules_that_can_still_be_taken(
    corpus: Corpus, shown: Corpus
) -> None:
    assert set(shown.tracks) <= {"first-week-as-a-biller", "front-desk-and-patients"}
    for name, track in shown.tracks.items():
        assert {module.id for module in track.modules} <= {
            module.id for module in corpus.tracks[name].modules
        }
        for course in courses(shown, track):
            assert course.practice and all(len(pool.items) >= pool.count for pool in course.pools)


def test_a_hidden_code_has_no_page_and_no_file(corpus: Corpus, built: Mapping[str, bytes]) -> None:
    hidden = set(corpus.codes) - SHOWN
    assert [path for path in built if any(name in path for name in hidden)] == []


def test_nothing_refers_to_what_is_hidden(shown: Corpus) -> None:
    kept = {
        "codes": {*shown.codes, *shown.other_codes},
        "payers": set(shown.payers),
        "items": set(shown.items),
        "quizzes": set(shown.quizzes),
    }
    registers = (
        "codes",
        "rules",
        "edits",
        "items",
        "quizzes",
        "cases",
        "comparisons",
        "techniques",
        "misconceptions",
        "claims",
        "glossary",
        "changes",
        "assignments",
        "templates",
    )
    found = [
        f"{register}/{name}"
        for register in registers
        for name, thing in shown.register(register).items()
        if mentions(
            thing,
            lambda reference: reference.kind in kept and reference not in kept[reference.kind],
        )
    ]
    assert found == []


def test_a_word_on_hidden_codes_or_payers_becomes_no_word_on_all(
    corpus: Corpus, shown: Corpus
) -> None:
    """An empty list says all; so what named some before and names none now has to go."""

    def of_all(whole: Corpus) -> set[tuple[str, str]]:
        return {
            (name, fact.text)
            for register in ("codes", "payers", "rules")
            for thing in whole.register(register).values()
            for _, fact in nested(thing)
            if isinstance(fact, Fact)
            for name in ("codes", "payers")
            if getattr(fact, name, None) == ()
        }

    assert of_all(shown) <= of_all(corpus)


def test_no_question_names_a_hidden_code(corpus: Corpus, built: Mapping[str, bytes]) -> None:
    hidden = re.compile("|".join(sorted(set(corpus.codes) - SHOWN)))
    assert [
        path
        for path, content in built.items()
        if path.startswith("bank/items/") and hidden.search(SOURCE.sub("", content.decode()))
    ] == []


def test_the_list_of_codes_and_the_calculators_offer_what_is_shown(
    corpus: Corpus, built: Mapping[str, bytes]
) -> None:
    hidden = re.compile("|".join(sorted(set(corpus.codes) - SHOWN)))
    for path in (
        "codes/index.md",
        "tools/units.md",
        "tools/visit.md",
        "tools/pairs.md",
        "compare/index.md",
    ):
        assert hidden.findall(built[path].decode().split("## Sources {#")[0]) == [], path


def test_no_link_leads_to_what_is_gone(built: Mapping[str, bytes]) -> None:
    there = {address_of(path) for path in built} | {".", NOTICE}  # the notice lies with the scripts
    assert sorted(set(_dead(built, there))) == []


def test_every_question_that_stays_has_the_answer_it_had(corpus: Corpus, shown: Corpus) -> None:
    for name, item in shown.items.items():
        assert derive_key(corpus, corpus.items[name]).right == derive_key(shown, item).right, name


def test_a_technique_whose_code_is_hidden_is_not_answered_with_the_next_rule(
    corpus: Corpus, shown: Corpus
) -> None:
    for name, technique in shown.techniques.items():
        assert len(technique.codes) == len(corpus.techniques[name].codes)
        for before, after in zip(corpus.techniques[name].codes, technique.codes, strict=True):
            assert (
                after == before
                if set(before.codes) <= {*shown.codes, *shown.other_codes}
                else after.not_billable
            )


def test_a_number_among_hidden_ones_is_not_called_no_code(shown: Corpus) -> None:
    assert not [
        reach
        for family in shown.families.values()
        for reach in family.whole
        if reach.first <= "97124" <= reach.last
    ]


def _dead(built: Mapping[str, bytes], there: set[str]) -> Iterator[tuple[str, str]]:
    for path, content in built.items():
        here = "practice/x" if path.startswith("bank/items/") else address_of(path)
        if path.endswith(".md") or path.startswith("bank/items/"):
            for target in HREF.findall(content.decode()):
                if "/downloads/" in target:  # packed beside these files: tests/test_packages.py
                    continue
                if (
                    target
                    and not target.startswith("http")
                    and posixpath.normpath(posixpath.join(here, target.split("?")[0])) not in there
                ):
                    yield path, target
