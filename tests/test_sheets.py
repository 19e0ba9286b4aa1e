"""Cheat sheets and figures: what they show follows the facts."""

from dataclasses import replace

import pytest

from generator.facts.corpus import Corpus
from generator.facts.figures import MinutesFigure, TreeFigure
from generator.pages.figure_drawings import figure_view, visit_example
from generator.pages.minutes_figure import minutes_view
from generator.pages.page_context import PageContext
from generator.pages.renderer import render
from generator.pages.sheet_links import in_order, sheets_about
from generator.pages.sheet_pages import sheet_pages
from generator.pages.sheet_tables import SheetTableView, sheet_tables
from generator.pages.svg import WIDTH, width_of, wrapped


def with_counting(corpus: Corpus, size: int, least: int) -> Corpus:
    """The corpus with another constant in the rules that turn minutes into units."""
    rules = {
        name: rule.model_copy(
            update={
                "counting": tuple(
                    one.model_copy(update={"size": size, "least": least}) for one in rule.counting
                )
            }
        )
        for name, rule in corpus.rules.items()
    }
    return replace(corpus, rules=rules)


def table(corpus: Corpus, sheet: str, title: str) -> SheetTableView:
    return next(
        one for one in sheet_tables(corpus, corpus.sheets[sheet]) if one.title.startswith(title)
    )


def test_the_minutes_of_each_number_of_units_follow_the_rule(base: Corpus) -> None:
    lines = table(base, "units", "Minutes to units").lines
    assert [line.cells for line in lines[:3]] == [
        ("0", "0 to 7", "0 to 7"),
        ("1", "8 to 22", "8 to 22"),
        ("2", "23 to 37", "23 to 37"),
    ]
    changed = table(with_counting(base, 10, 6), "units", "Minutes to units").lines
    assert [line.cells[1] for line in changed[:3]] == ["0 to 5", "6 to 15", "16 to 25"]


def test_amounts_are_those_in_effect_when_the_rules_were_judged(base: Corpus) -> None:
    (line,) = table(base, "units", "Amounts").lines
    assert line.cells == ("Threshold", "$2,480", "January 1, 2026 to December 31, 2026")


def test_a_bar_shows_what_the_engine_counts(corpus: Corpus) -> None:
    example = visit_example(corpus, "rules/eight-minute", "forty-seven-minutes")
    assert example is not None
    assert minutes_view(corpus, example).words == (
        "47 timed minutes: 3 units (38 to 52).",
        "97112: 24 min = 1 × 15 + 9, 2 units.",
        "97110: 23 min = 1 × 15 + 8, 1 unit.",
        "Medicare: 3 units: 97112 × 2, 97110 × 1.",
        "Midpoint rule: 4 units: 97112 × 2, 97110 × 2.",
    )
    assert minutes_view(with_counting(corpus, 20, 11), example).words[0] == (
        "47 timed minutes: 2 units (31 to 50)."
    )


def test_codes_that_tie_are_shown_as_a_choice(corpus: Corpus) -> None:
    example = visit_example(corpus, "rules/eight-minute", "three-sevens")
    assert example is not None
    view = minutes_view(corpus, example)
    assert view.claims[0] == "Medicare: 1 unit: 1 of 97112, 97110 or 97140."
    assert {one.units_text for one in view.codes} == {"0 or 1 unit"}


def test_a_pair_that_ends_leaves_its_sheet(corpus: Corpus) -> None:
    pair = corpus.edits_of("97140", "97124")[0]
    lines = table(corpus, "pairs", "97140").lines
    assert lines[0].cells[1:] == ("97140", "97124", "0: none")
    left = {name: edit for name, edit in corpus.edits.items() if edit != pair}
    without = table(replace(corpus, edits=left), "pairs", "97140").lines
    assert len(without) == len(lines) - 1


def test_levels_of_an_evaluation_are_those_the_engine_asks_for(corpus: Corpus) -> None:
    found = table(corpus, "evaluations", "Physical therapy evaluation")
    assert [line.cells[0][:5] for line in found.lines] == ["97161", "97162", "97163"]
    assert found.lines[1].cells[1:] == (
        "1 or more",
        "3 or more",
        "evolving or unstable",
        "moderate or high",
    )


def test_a_line_of_a_code_has_its_limit_and_its_look_alike(corpus: Corpus) -> None:
    found = {
        line.cells[0][:5]: line.cells for line in table(corpus, "everyday-codes", "Codes").lines
    }
    assert len(found) == 20
    assert found["97124"][2:5] == ("timed, 15 min", "one-on-one", "4")
    assert found["97124"][5].startswith("97140")


def test_every_example_and_every_figure_of_a_rule_exists(corpus: Corpus) -> None:
    """A page leaves out what is not there, as it must where a clinic hides it."""
    for sheet in corpus.sheets.values():
        for wanted in sheet.examples:
            assert visit_example(corpus, wanted.rule, wanted.example), (sheet.id, wanted)
        for value in sheet.values:
            rule = value.rule.removeprefix("rules/")
            assert corpus.figure(rule, value.key, corpus.judged_on), (sheet.id, value)
    for figure in corpus.figures.values():
        if isinstance(figure, MinutesFigure):
            assert visit_example(corpus, figure.rule, figure.example), figure.id


def test_a_tree_ends_at_codes_by_their_names(base: Corpus) -> None:
    figure = base.figures["by-hand"]
    assert isinstance(figure, TreeFigure)
    words = [(line.depth, line.text) for line in figure_view(base, figure).words]
    assert words == [
        (0, "What do the hands do?"),
        (1, f"They stroke. 97124 {base.names['97124']}."),
        (1, f"They move a joint. 97140 {base.names['97140']}."),
    ]


def test_a_drawing_has_a_name_a_description_and_no_styles(corpus: Corpus) -> None:
    for figure in corpus.figures.values():
        svg = str(figure_view(corpus, figure).svg)
        assert f'<title id="fig-{figure.id}-title">' in svg and "<desc " in svg
        assert "style=" not in svg and "fill=" not in svg


@pytest.mark.parametrize("width", [60, 150, 340])
def test_wrapped_lines_are_no_wider_than_asked(width: int) -> None:
    text = "The therapist, hands-on; the patient is passive and does not move at all."
    lines = wrapped(text, width)
    assert " ".join(lines) == text
    assert all(width_of(line) <= width or " " not in line for line in lines)
    assert width_of("0") < WIDTH


def test_a_sheet_says_whose_rules_and_as_of_when(base: Corpus) -> None:
    page = next(page for page in sheet_pages(base) if page.path == "sheets/units.md")
    text = render(base, page, PageContext(base, page.path))
    assert "Medicare Part B." in text and "April 1, 2026" in text


def test_a_page_leads_to_its_sheets_and_they_to_it(corpus: Corpus) -> None:
    assert [sheet.id for sheet in sheets_about(corpus, "rules/midpoint")] == ["eight-minute"]
    assert [sheet.id for sheet in sheets_about(corpus, "codes/97140")] == [
        "everyday-codes",
        "pairs",
    ]
    assert len(in_order(corpus)) == 7


def test_no_text_of_a_drawing_is_empty(corpus: Corpus) -> None:
    for figure in corpus.figures.values():
        assert '"></text>' not in str(figure_view(corpus, figure).svg), figure.id
