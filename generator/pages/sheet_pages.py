"""Cheat sheets: an index, and a page each that prints on one sheet of paper."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.sheets import CheatSheet
from generator.pages.figure_drawings import FigureView, figure_view, minutes_figure, visit_example
from generator.pages.flashcards import has_deck
from generator.pages.labels import page_title
from generator.pages.page import Card, Link, Page
from generator.pages.sheet_links import in_order
from generator.pages.sheet_tables import sheet_tables

INDEX = "sheets/index.md"


def sheet_pages(corpus: Corpus) -> Iterator[Page]:
    """Nothing where there are no sheets."""
    sheets = in_order(corpus)
    if not sheets:
        return
    cards = tuple(map(sheet_card, sheets))
    drawn = tuple(figure_view(corpus, figure) for figure in corpus.figures.values())
    yield Page.of(INDEX, "sheets", {"cards": cards, "figures": drawn}, boost=2)
    nearby = tuple(Link(card.title, card.path) for card in cards)
    for sheet in sheets:
        yield _sheet_page(corpus, sheet, nearby)


def sheet_card(sheet: CheatSheet) -> Card:
    """A sheet on an index."""
    return Card(f"sheets/{sheet.id}.md", sheet.title, sheet.summary)


def _sheet_page(corpus: Corpus, sheet: CheatSheet, nearby: tuple[Link, ...]) -> Page:
    tables = sheet_tables(corpus, sheet)
    days = [fact.as_of for table in tables for line in table.lines for fact in line.facts]
    return Page(
        f"sheets/{sheet.id}.md",
        "sheet",
        sheet.title,
        sheet.summary,
        {
            "sheet": sheet,
            "tables": tables,
            "has_deck": has_deck(sheet),
            "figures": tuple(_figures(corpus, sheet)),
            "newest": max(days),
            "oldest": min(days),
            "see": tuple(name for name in sheet.see if corpus.fact(name)),
        },
        nearby,
        page_title(INDEX),
        element="sheet",
        boost=2,
        is_wide=True,
    )


def _figures(corpus: Corpus, sheet: CheatSheet) -> Iterator[FigureView]:
    """The worked cases of minutes; other examples are a table."""
    for wanted in sheet.examples if sheet.part == "minutes" else ():
        example = visit_example(corpus, wanted.rule, wanted.example)
        if example:
            yield minutes_figure(corpus, example, f"{sheet.id}-{example.id}", example.title)
