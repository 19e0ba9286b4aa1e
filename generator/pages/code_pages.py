"""The pages of the codes: one each, the lists, and the table from technique to code."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.payer_policy import medicare_coverage, policy_of
from generator.facts.base import Fact, Sourced
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus
from generator.facts.lesson_cases import Comparison
from generator.facts.published_claims import Claim
from generator.facts.quizzes import Quiz
from generator.facts.registers import Edit, Family, Payer
from generator.pages import labels
from generator.pages.page import Link, Page

SYSTEMS = {"cpt": "CPT", "hcpcs": "HCPCS Level II"}


@dataclass(frozen=True)
class FactBox:
    """One line of the fact box: a label, a short answer, and the facts behind it."""

    label: str
    answer: str
    facts: tuple[Sourced, ...] = ()


@dataclass(frozen=True)
class CoverageRow:
    """What a payer does with the code."""

    payer: Payer
    answer: str
    fact: Fact


@dataclass(frozen=True)
class PairRow:
    """An edit as this code sees it: the other code, and the one paid."""

    other: str
    other_name: str
    paid: str
    edit: Edit
    active: bool


@dataclass(frozen=True)
class JudgedClaimRow:
    """A published claim about the code."""

    name: str
    claim: Claim


@dataclass(frozen=True)
class CodeView:
    """The page of a code; `ended` are edits no longer in force."""

    code: Code
    system: str
    family: Family
    boxes: tuple[FactBox, ...]
    coverage: tuple[CoverageRow, ...]
    pairs: tuple[PairRow, ...]
    ended: tuple[PairRow, ...]
    claims: tuple[JudgedClaimRow, ...]
    comparisons: tuple[Comparison, ...]
    quizzes: tuple[Quiz, ...]
    descriptor: str = ""


@dataclass(frozen=True)
class FamilyRow:
    """A family and its codes on the index."""

    family: Family
    codes: tuple[Code, ...]


def code_pages(corpus: Corpus) -> Iterator[Page]:
    """The lists, then a page for each code taught."""
    yield _index(corpus)
    yield _others(corpus)
    yield _techniques(corpus)
    siblings = {family: _family_links(corpus, family) for family in corpus.families}
    for code in corpus.codes.values():
        yield _code_page(corpus, code, siblings[code.family])


def _code_page(corpus: Corpus, code: Code, siblings: tuple[Link, ...]) -> Page:
    return Page(
        path=f"codes/{code.code}.md",
        template="code.md.jinja",
        title=f"{code.code} {code.plain_name}",
        description=(
            f"{code.code}: {code.meaning.text} How it is counted, who may bill it, what it may not"
            " stand beside, common errors."
        ),
        view=_view(corpus, code),
        section="codes",
        boost=4,
        nearby=siblings,
        nearby_title=corpus.families[code.family].title,
        structured=(_defined_term(code),),
    )


def _view(corpus: Corpus, code: Code) -> CodeView:
    rows = tuple(_pair_rows(corpus, code.code))
    return CodeView(
        code=code,
        system=SYSTEMS[code.system],
        family=corpus.families[code.family],
        boxes=tuple(_boxes(corpus, code, rows)),
        coverage=tuple(_coverage(corpus, code)),
        pairs=tuple(row for row in rows if row.active),
        ended=tuple(row for row in rows if not row.active and row.edit.indicator != 9),
        claims=tuple(
            JudgedClaimRow(name, corpus.claims[name])
            for name in corpus.claims_by_code.get(code.code, ())
        ),
        comparisons=corpus.comparisons_by_code.get(code.code, ()),
        quizzes=corpus.quizzes_by_code.get(code.code, ()),
        descriptor=corpus.overlay.descriptor(code.code) if corpus.overlay else "",
    )


def _boxes(corpus: Corpus, code: Code, rows: tuple[PairRow, ...]) -> Iterator[FactBox]:
    unit = code.unit
    limit = f", at most {labels.count(unit.per_day, 'unit')} a day" if unit.per_day else ""
    yield FactBox("Timed?", labels.unit_text(unit).capitalize() + limit, (unit,))
    yield FactBox("Attendance", labels.CONTACT[unit.contact], (unit,))
    medicare = medicare_coverage(corpus, code)
    if medicare:
        yield FactBox("Medicare", labels.STATUS[medicare.status], (medicare,))
    ceilings = [mue for mue in code.mue if mue.setting == "practitioner"]
    yield from (FactBox("MUE", _ceiling(mue), (mue,)) for mue in ceilings[-1:])
    if code.modifiers:
        names = dict.fromkeys(need.modifier for need in code.modifiers)
        yield FactBox("Needs", ", ".join(names), code.modifiers[:1])
    never = [row for row in rows if row.active and row.edit.indicator == 0]
    if never:
        others = ", ".join(row.other for row in never)
        yield FactBox("Never with", others, (never[0].edit,))


def _ceiling(mue: Mue) -> str:
    return (
        f"{labels.count(mue.units, 'unit')} a day; {labels.ADJUDICATION[mue.adjudication]}"
        if mue.units
        else "0: Medicare pays no unit"
    )


def _coverage(corpus: Corpus, code: Code) -> Iterator[CoverageRow]:
    for payer in sorted(
        corpus.payers.values(), key=lambda payer: (not policy_of(payer).is_part_b, payer.invented)
    ):
        if payer.invented:
            continue
        own = code.coverage.get(payer.id)
        answer = labels.STATUS[own.status] if own else "General word"
        yield CoverageRow(payer, answer, own or payer.general)


def _pair_rows(corpus: Corpus, code: str) -> Iterator[PairRow]:
    for edit in corpus.edits_by_code.get(code, ()):
        other = edit.column2 if edit.column1 == code else edit.column1
        active = edit.effective.end is None and edit.indicator != 9
        yield PairRow(other, corpus.names[other], edit.column1, edit, active)


def _family_links(corpus: Corpus, family: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"{code.code} {code.plain_name}", f"codes/{code.code}.md")
        for code in corpus.codes_by_family.get(family, ())
    )


def _defined_term(code: Code) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "termCode": code.code,
        "name": code.plain_name,
        "alternateName": list(code.also_called),
        "description": code.meaning.text,
        "inDefinedTermSet": f"{SYSTEMS[code.system]} (bare code; meaning in RightCode's own words)",
    }


def _index(corpus: Corpus) -> Page:
    families = tuple(
        FamilyRow(family, corpus.codes_by_family.get(family.id, ()))
        for family in corpus.families.values()
    )
    words = labels.page_text("codes/index.md", count=len(corpus.codes))
    return Page("codes/index.md", "codes.md.jinja", *words, families, "codes")


def _others(corpus: Corpus) -> Page:
    """The codes only mentioned, each with whether it is deleted."""
    codes = sorted(corpus.other_codes.values(), key=lambda entry: entry.code)
    rows = tuple((code, code.status == "deleted") for code in codes)
    words = labels.page_text("codes/other.md")
    return Page("codes/other.md", "other-codes.md.jinja", *words, rows, "codes")


def _techniques(corpus: Corpus) -> Page:
    rows, words = tuple(corpus.techniques.values()), labels.page_text("codes/by-technique.md")
    return Page("codes/by-technique.md", "techniques.md.jinja", *words, rows, "codes")
