"""Every fact says who says so, and as of when."""

import re
from datetime import date
from itertools import pairwise

from generator.build.project import CheckedProject
from generator.facts.corpus import Corpus
from generator.findings import format_findings
from tests.content.facts import all_facts

JUDGED = date(
    2026, 11, 29
)  # the day the evidence was judged: nothing can be known as of a later one


def test_the_content_has_no_finding(checked: CheckedProject) -> None:
    """Whatever `rightcode check` knows of is said here, and tested in tests/test_broken.py."""
    assert format_findings(checked.findings, "text") == ""


def test_every_fact_has_a_date_that_has_been(corpus: Corpus) -> None:
    facts = dict(all_facts(corpus))
    assert len(facts) > 5000
    assert [name for name, fact in facts.items() if fact.as_of > JUDGED] == []


def test_no_fact_names_a_source_twice(corpus: Corpus) -> None:
    twice = [name for name, fact in all_facts(corpus) if len(set(fact.sources)) < len(fact.sources)]
    assert twice == []


def test_every_source_was_read_by_the_day_the_evidence_was_judged(corpus: Corpus) -> None:
    later = [
        name
        for name, source in corpus.sources.items()
        if source.read > JUDGED or isinstance(source.date, date) and source.date > JUDGED
    ]
    assert later == []


def test_the_figures_of_a_rule_follow_one_another(corpus: Corpus) -> None:
    overlapping = []
    for name, rule in corpus.rules.items():
        periods: dict[str, list] = {}
        for value in rule.values:
            periods.setdefault(value.key, []).append(value.effective)
        overlapping += [
            f"{name}/{key}"
            for key, dated in periods.items()
            for earlier, later in pairwise(dated)
            if not (earlier.end and later.start and earlier.end < later.start)
        ]
    assert overlapping == []


PART_B_ONLY = {"cfr-42-410-61", "noridian-therapy-documentation-2024", "noridian-delivery-methods"}


def test_a_home_health_visit_does_not_rest_on_the_rules_of_part_b(corpus: Corpus) -> None:
    """An agency's plan and notes are in Pub. 100-02, chapter 7, and in 42 CFR 484."""
    home = {
        f"codes/{name}/"
        for name, code in corpus.codes.items()
        if code.family == "home-health-services"
    }
    wrong = [
        name
        for name, fact in all_facts(corpus)
        if name.startswith(tuple(home)) and PART_B_ONLY & set(fact.sources)
    ]
    assert home
    assert wrong == []


def test_what_private_payers_do_does_not_rest_on_medicare_s_tables_alone(corpus: Corpus) -> None:
    alone = [
        f"codes/{name}/coverage/{payer}"
        for name, code in corpus.codes.items()
        for payer, cover in code.coverage.items()
        if not payer.startswith("medicare")
        and all(corpus.sources[source].kind == "table" for source in cover.sources)
    ]
    assert alone == []


def test_which_code_a_technique_is_does_not_rest_on_a_table_alone(corpus: Corpus) -> None:
    alone = [
        name
        for name, fact in all_facts(corpus)
        if name.startswith("techniques/")
        and all(corpus.sources[source].kind == "table" for source in fact.sources)
    ]
    assert alone == []


def test_an_abbreviation_read_by_its_letters_has_its_article(corpus: Corpus) -> None:
    wrong = [
        name
        for name, fact in all_facts(corpus)
        if re.search(r"\b[Aa] (OTA?|SLPA?|NPP|LCD|NCD|MUE)s?\b", repr(fact))
    ]
    assert wrong == []


def test_a_place_on_the_therapy_code_list_does_not_rest_on_a_value_table(corpus: Corpus) -> None:
    """Relative values do not say which codes are always or sometimes therapy."""
    alone = [
        f"codes/{name}/coverage/{payer}"
        for name, code in corpus.codes.items()
        for payer, cover in code.coverage.items()
        if cover.therapy in ("always", "sometimes")
        and all(corpus.sources[source].kind in ("table", "manual") for source in cover.sources)
    ]
    assert alone == []


def test_what_a_speech_language_pathologist_may_do_is_in_its_own_section(corpus: Corpus) -> None:
    """Pub. 100-02, chapter 15: section 230.3, not 230.5 on incident to."""
    wrong = [
        f"codes/{name}"
        for name, code in corpus.codes.items()
        for person in code.who
        if person.role == "slp" and "cms-100-02-15-230-5" in person.sources
    ]
    assert wrong == []


def test_a_rule_that_a_line_always_needs_a_plan_modifier_names_its_payer(corpus: Corpus) -> None:
    wrong = [
        name
        for name, fact in all_facts(corpus)
        if re.search(r"(?<!Medicare) always with G[PON]\b", repr(fact))
    ]
    assert wrong == []


def test_a_fact_that_names_a_manual_cites_it(corpus: Corpus) -> None:
    """Whoever names a chapter of a CMS manual has it among the sources."""
    named = re.compile(r"100-0(\d), ch(?:\.|apter) (\d+)")
    wrong = [
        name
        for name, fact in all_facts(corpus)
        for manual, chapter in named.findall(getattr(fact, "text", None) or "")
        if not any(source.startswith(f"cms-100-0{manual}-{chapter}") for source in fact.sources)
    ]
    assert wrong == []
