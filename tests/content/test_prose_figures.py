"""Figures in prose: enough of them are recognized, and a changed fact contradicts them all."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.checks.figures.stated import StatedFigure, stated_figures
from generator.facts.base import Period
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.measures import Measure
from generator.facts.registers import Edit, Rule

A_YEAR = timedelta(days=400)
FEWEST = {
    "indicator": 750,
    "column": 630,
    "ended": 140,
    "active": 100,
    "active again": 45,
    "edits as_of": 60,
    "effective": 490,
    "mue.units": 160,
    "mue.units or unit.per_day": 180,
    "mue.adjudication": 55,
    "unit.minutes": 415,
    "coverage.letter": 115,
    "codes.when.minutes": 285,
    "codes.when.data_days": 230,
    "codes.when.area_cm2": 100,
    "values de-minimis": 95,
    "counting": 150,
    "codes.when.deficits": 42,
    "codes.when.elements": 40,
    "counted units": 240,
    "unit.kind": 240,
    "codes.when.muscles": 50,
    "counting size": 33,
    "authorizations.from_visit": 15,
    "codes.when.regions": 75,
    "table's day": 530,
    "values kx-pt-slp or kx-ot": 32,
    "values messages": 42,
    "values period": 55,
    "values related-service-before": 17,
    "values standard-care": 40,
    "values treatment-days-between-reports": 22,
}
"""By slot, how many sentences state it. Fewer are found where a wording is no longer read."""


@pytest.fixture(scope="module")
def stated(corpus: Corpus) -> list[StatedFigure]:
    return list(stated_figures(corpus))


def test_the_figures_that_prose_states_are_recognized(stated: list[StatedFigure]) -> None:
    counts = Counter(figure.slot for figure in stated)
    assert {slot: counts[slot] for slot, least in FEWEST.items() if counts[slot] < least} == {}
    assert len(stated) >= 6600


def test_a_ceiling_in_an_error_of_a_code_file_is_read_of_that_code(
    stated: list[StatedFigure],
) -> None:
    """'CMS's unlikely-edit value for a practitioner is four', where the error names no code."""
    places = {
        (figure.fact, figure.sentence.spot.keys[2])
        for figure in stated
        if figure.fact == figure.sentence.thing
        and figure.slot.startswith("mue.units")
        and figure.sentence.spot.keys[0] == "common_errors"
    }
    assert ("codes/97124", "why") in places
    assert len(places) >= 30


def test_a_changed_fact_contradicts_its_sentences(
    corpus: Corpus, stated: list[StatedFigure]
) -> None:
    """A sentence about the past may keep a value that is gone; no other may.

    '15-minute unit' beside no code is read only where it agrees, so not all are contradicted.
    """
    changed = replace(
        corpus,
        codes={name: _otherwise(code) for name, code in corpus.codes.items()},
        edits={name: _turned(edit) for name, edit in corpus.edits.items()},
        rules={name: _raised(rule) for name, rule in corpus.rules.items()},
    )
    altered = {slot for slot in FEWEST if not slot.startswith("codes.when.")}
    altered -= {"effective", "active", "counted units", "table's day", "unit.kind"}
    altered -= {"counting size", "authorizations.from_visit"}  # not changed here
    before = Counter(figure.slot for figure in stated)
    found = [figure for figure in stated_figures(changed) if figure.slot in altered]
    agree = Counter(figure.slot for figure in found if figure.agrees)
    contradicted = Counter(figure.slot for figure in found if not figure.agrees)
    assert sum(agree.values()) <= 5, agree
    few = {slot for slot in altered if contradicted[slot] < 0.6 * before[slot]}
    assert few == set(), contradicted


def test_an_edit_in_force_contradicts_that_there_is_none(corpus: Corpus) -> None:
    edits = {name: _reopened(edit) for name, edit in corpus.edits.items()}
    found = [
        figure
        for figure in stated_figures(replace(corpus, edits=edits))
        if figure.slot == "active" and not figure.agrees
    ]
    assert len(found) >= 45


def _otherwise(code: Code) -> Code:
    mue = tuple(
        one.model_copy(
            update={
                "units": one.units + 10,
                "adjudication": one.adjudication and one.adjudication % 3 + 1,
            }
        )
        for one in code.mue
    )
    unit = code.unit.model_copy(
        update={
            "minutes": code.unit.minutes and code.unit.minutes + 7,
            "per_day": code.unit.per_day and code.unit.per_day + 10,
            "measure": code.unit.measure and _larger(code.unit.measure),
            "earlier": (),
        }
    )
    coverage = {
        payer: one.model_copy(update={"letter": one.letter and "Z"})
        for payer, one in code.coverage.items()
    }
    return code.model_copy(update={"mue": mue, "unit": unit, "coverage": coverage})


def _larger(measure: Measure) -> Measure:
    amounts = {"size": measure.size + 100, "least": measure.least + 100}
    return measure.model_copy(update={**amounts, "first": measure.first and measure.first + 100})


def _turned(edit: Edit) -> Edit:
    """The edit with its columns and indicator exchanged; one that was open ends."""
    end = edit.effective.end
    return edit.model_copy(
        update={
            "column1": edit.column2,
            "column2": edit.column1,
            "indicator": {0: 1, 1: 0, 9: 9}[edit.indicator],
            "effective": Period.between(None, end - A_YEAR if end else date(2100, 1, 1)),
            "as_of": edit.as_of - A_YEAR,
        }
    )


def _reopened(edit: Edit) -> Edit:
    return edit.model_copy(update={"effective": Period()})


def _raised(rule: Rule) -> Rule:
    values = tuple(one.model_copy(update={"amount": one.amount + 1}) for one in rule.values)
    counting = tuple(one.model_copy(update={"least": one.least + 1}) for one in rule.counting)
    return rule.model_copy(update={"values": values, "counting": counting})
