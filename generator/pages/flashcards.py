"""Flashcards, made of the facts: codes, modifiers, denial codes, chart shorthand, the glossary."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.billing.who_may import first_words
from generator.facts.base import Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Abbreviation, Term
from generator.facts.sheets import CheatSheet, SheetRow, SheetTable
from generator.pages import labels
from generator.pages.abbreviations import grouped

BLANK = "…"
"""What stands for a word that would give the other side away."""
SHORTHAND = "chart"
SHEET_DECKS = (("modifiers", "Modifiers"), ("denials", "Denial codes"))
"""Sheets whose rows are cards: the code first, then what it means."""
DIGEST = 12
ROLES = tuple(labels.ROLE_SHORT.values())


@dataclass(frozen=True)
class CardLine:
    """A line of a card's back: what it is about, and the fact."""

    label: str
    text: str
    contested: bool = False


@dataclass(frozen=True)
class Flashcard:
    """One side is `term`, the other `meaning`; `lines` are shown with either answer."""

    id: str
    term: str
    meaning: str
    lines: tuple[CardLine, ...]
    target: str
    name: str = ""
    context: str = ""
    contested: bool = False
    hides: tuple[str, ...] = ()
    blank: str = BLANK

    @property
    def question(self) -> str:
        """The meaning without what would give the term away."""
        hidden = (self.term, *self.hides)
        found = "|".join(rf"(?<!\w){re.escape(word)}s?(?!\w)" for word in hidden if word)
        asked = re.sub(found, self.blank, self.meaning, flags=re.IGNORECASE)
        begun = re.sub(rf"^(?:(?:An?|The) )?{BLANK}: ", "", asked)
        return begun if begun == asked else begun[0].upper() + begun[1:]

    @property
    def digest(self) -> str:
        """Changes with what the card says, so that it comes back."""
        text = repr((self.term, self.name, self.meaning, self.lines))
        return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]


@dataclass(frozen=True)
class Deck:
    """Cards that are learned together; `borrowed` are cards of other decks, by id."""

    id: str
    title: str
    cards: tuple[Flashcard, ...] = ()
    borrowed: tuple[Flashcard, ...] = ()

    @property
    def all(self) -> tuple[Flashcard, ...]:
        """Its cards, wherever they are shown."""
        return (*self.borrowed, *self.cards)


def deck_of_family(family: str) -> str:
    """The id of the deck of a family's codes."""
    return f"family-{family}"


def has_deck(sheet: CheatSheet) -> bool:
    """Whether there is a deck of what a cheat sheet holds, by the sheet's id."""
    return sheet.part == "codes" or sheet.id in dict(SHEET_DECKS)


def decks(corpus: Corpus) -> tuple[Deck, ...]:
    """The everyday codes, each family, modifiers, denial codes, shorthand and the glossary."""
    families = tuple(_families(corpus))
    by_code = {card.term: card for deck in families for card in deck.cards}
    found = (*_everyday(corpus, by_code), *families, *_sheets(corpus), *_words(corpus))
    return tuple(deck for deck in found if deck.all)


def _everyday(corpus: Corpus, by_code: dict[str, Flashcard]) -> Iterator[Deck]:
    for sheet in corpus.sheets.values():
        if sheet.part == "codes":
            cards = tuple(by_code[code] for code in map(str, sheet.codes) if code in by_code)
            yield Deck(sheet.id, sheet.title, borrowed=cards)


def _families(corpus: Corpus) -> Iterator[Deck]:
    for family in corpus.families.values():
        codes = corpus.codes_by_family.get(family.id, ())
        cards = (_code_card(corpus, code) for code in codes if _is_taught(corpus, code))
        yield Deck(deck_of_family(family.id), family.title, tuple(cards))


def _is_taught(corpus: Corpus, code: Code) -> bool:
    return code.effective.covers(corpus.judged_on) and _is_sure(corpus, code.meaning)


def _is_sure(corpus: Corpus, fact: Sourced) -> bool:
    """Whether a learner should know it by heart."""
    return fact.confidence != "low" and fact.holds_on(corpus.judged_on)


def _code_card(corpus: Corpus, code: Code) -> Flashcard:
    return Flashcard(
        id=f"card-{code.code.lower()}",
        term=str(code.code),
        name=code.plain_name,
        meaning=code.meaning.text,
        lines=tuple(_code_lines(corpus, code)),
        target=f"codes/{code.code}",
        contested=code.meaning.contested is not None,
        blank="This code",
    )


def _code_lines(corpus: Corpus, code: Code) -> Iterator[CardLine]:
    unit = code.unit
    if _is_sure(corpus, unit):
        limit = f", at most {labels.count(unit.per_day, 'unit')} a day" if unit.per_day else ""
        counted = labels.unit_text(unit).capitalize() + limit
        yield CardLine("Units", counted, unit.contested is not None)
        yield CardLine("Attendance", labels.CONTACT_SHORT[unit.contact].capitalize())
    if who := _who(corpus, code):
        yield CardLine("Who", who)
    for like in code.look_alikes[:1]:
        if _is_sure(corpus, like):
            name = corpus.names.get(like.code, "")
            text = f"{like.code} {name}. {like.text}"
            yield CardLine("Not to confuse with", text, like.contested is not None)


def _who(corpus: Corpus, code: Code) -> str:
    """Who bills it and who else performs it by what holds for any payer."""
    may: dict[str, list[str]] = {"perform-and-bill": [], "perform": []}
    for word in first_words(corpus, code.code):
        if not word.payers and word.may in may and _is_sure(corpus, word.fact):
            may[word.may].append(labels.ROLE_SHORT[word.role])
    ordered = (sorted(names, key=ROLES.index) for names in may.values())
    bill, perform = map(labels.join_and, ordered)
    permissions = zip((bill, perform), map(labels.TABLES["may"].__getitem__, may), strict=True)
    return "; ".join(f"{names} {text}" for names, text in permissions if names)


def _sheets(corpus: Corpus) -> Iterator[Deck]:
    for name, title in SHEET_DECKS:
        sheet = corpus.sheets.get(name)
        if sheet:
            yield Deck(name, title, tuple(_sheet_cards(corpus, sheet)))


def _sheet_cards(corpus: Corpus, sheet: CheatSheet) -> Iterator[Flashcard]:
    for table in sheet.tables:
        for row in table.rows:
            if _is_sure(corpus, row):
                yield _row_card(sheet, table, row)


def _row_card(sheet: CheatSheet, table: SheetTable, row: SheetRow) -> Flashcard:
    term, meaning, *rest = row.cells
    slug = re.sub(r"[^a-z0-9]+", "-", term.lower()).strip("-")
    return Flashcard(
        id=f"card-{sheet.id}-{slug}",
        term=term,
        meaning=meaning,
        lines=tuple(map(CardLine, table.columns[2:], rest)),
        target=f"sheets/{sheet.id}",
        context=table.title if table.is_looked_up else "",
        contested=row.contested is not None,
        hides=tuple(term.split(", ")),
    )


def _words(corpus: Corpus) -> Iterator[Deck]:
    for group, heading, entries in grouped(corpus):
        if group == SHORTHAND:
            yield Deck("shorthand", heading, tuple(map(_short_card, entries)))
    terms = (term for term in corpus.glossary.values() if _is_sure(corpus, term))
    yield Deck("glossary", "Glossary", tuple(map(_term_card, terms)))


def _short_card(entry: Abbreviation) -> Flashcard:
    return Flashcard(
        id=f"card-short-{entry.id}",
        term=", ".join(_written(entry.short)),
        meaning=entry.stands_for,
        lines=(CardLine("Meaning", entry.meaning),) if entry.meaning else (),
        target=f"glossary/{entry.term}" if entry.term else "",
        hides=entry.short,
    )


def _written(short: Iterable[str]) -> tuple[str, ...]:
    """The ways to write it, without those that differ in capitals or a plural alone."""
    return tuple(
        {word.lower().removesuffix("s"): word for word in reversed(tuple(short))}.values()
    )[::-1]


def _term_card(term: Term) -> Flashcard:
    also = [word for word in term.also if word.lower() not in term.term.lower()]
    return Flashcard(
        id=f"card-term-{term.id}",
        term=term.term,
        meaning=term.meaning,
        lines=(CardLine("Also called", ", ".join(also)),) if also else (),
        target=f"glossary/{term.id}",
        contested=term.contested is not None,
        hides=term.also,
    )
