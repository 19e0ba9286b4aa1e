"""The pages of the codes.

One each, the list, those only mentioned, and the way from what was done to the code.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.base import Fact
from generator.facts.codes import Code, Mue
from generator.facts.corpus import Corpus
from generator.facts.lesson_cases import Comparison
from generator.facts.published_claims import Claim
from generator.facts.quizzes import Quiz
from generator.facts.registers import Edit, Family, OtherCode, Payer
from generator.facts.techniques import CodeRule, Technique
from generator.pages import labels
from generator.pages.page import Link, Page

SYSTEMS = {"cpt": "CPT", "hcpcs": "HCPCS Level II"}


@dataclass(frozen=True)
class Box:
    """One line of the fact box that a biller scans.

    A question, a short answer, and the facts behind it.
    """

    label: str
    answer: str
    facts: tuple[object, ...] = ()


@dataclass(frozen=True)
class CoverageRow:
    payer: Payer
    answer: str
    fact: Fact


@dataclass(frozen=True)
class PairRow:
    """A pair as this code sees it: who is paid, who is not."""

    other: str
    other_name: str
    paid: str
    edit: Edit
    active: bool


@dataclass(frozen=True)
class ClaimRow:
    name: str
    claim: Claim


@dataclass(frozen=True)
class CodeView:
    code: Code
    system: str
    family: Family
    boxes: tuple[Box, ...]
    coverage: tuple[CoverageRow, ...]
    pairs: tuple[PairRow, ...]
    ended: tuple[PairRow, ...]
    claims: tuple[ClaimRow, ...]
    comparisons: tuple[Comparison, ...]
    quizzes: tuple[Quiz, ...]
    descriptor: str = ""


@dataclass(frozen=True)
class FamilyRow:
    family: Family
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class OtherView:
    codes: tuple[OtherCode, ...]


@dataclass(frozen=True)
class TechniqueRow:
    technique: Technique
    rules: tuple[CodeRule, ...]


def code_pages(corpus: Corpus) -> Iterator[Page]:
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
        boxes=tuple(_boxes(code, rows)),
        coverage=tuple(_coverage(corpus, code)),
        pairs=tuple(row for row in rows if row.active),
        ended=tuple(row for row in rows if not row.active and row.edit.indicator != 9),
        claims=tuple(_claim_row(corpus, name) for name in corpus.claims_by_code.get(code.code, ())),
        comparisons=corpus.comparisons_by_code.get(code.code, ()),
        quizzes=corpus.quizzes_by_code.get(code.code, ()),
        descriptor=corpus.overlay.descriptor(code.code) if corpus.overlay else "",
    )


def _boxes(code: Code, rows: tuple[PairRow, ...]) -> Iterator[Box]:
    unit = code.unit
    yield Box(
        "Timed?",
        labels.counted(unit).capitalize()
        + (f", at most {labels.count(unit.per_day, 'unit')} a day" if unit.per_day else ""),
        (unit,),
    )
    yield Box("Attendance", labels.CONTACT[unit.contact], (unit,))
    medicare = [entry for payer, entry in code.coverage.items() if payer.startswith("medicare")]
    yield from (Box("Medicare", labels.STATUS[entry.status], (entry,)) for entry in medicare[:1])
    ceilings = [mue for mue in code.mue if mue.setting == "practitioner"]
    yield from (Box("MUE", _ceiling(mue), (mue,)) for mue in ceilings[-1:])
    if code.modifiers:
        yield Box(
            "Needs",
            ", ".join(dict.fromkeys(need.modifier for need in code.modifiers)),
            code.modifiers[:1],
        )
    never = [row for row in rows if row.active and row.edit.indicator == 0]
    if never:
        yield Box(
            "Never with",
            ", ".join(row.other for row in never),
            tuple(row.edit for row in never[:1]),
        )


def _ceiling(mue: Mue) -> str:
    return (
        f"{labels.count(mue.units, 'unit')} a day; {labels.ADJUDICATION[mue.adjudication]}"
        if mue.units
        else "0: Medicare pays no unit"
    )


def _coverage(corpus: Corpus, code: Code) -> Iterator[CoverageRow]:
    for payer in sorted(
        corpus.payers.values(), key=lambda payer: (payer.kind != "medicare", payer.invented)
    ):
        if payer.invented:
            continue
        own = code.coverage.get(payer.id)
        answer = labels.STATUS[own.status] if own else "General word"
        yield CoverageRow(payer, answer, own or payer.general)


def _pair_rows(corpus: Corpus, code: str) -> Iterator[PairRow]:
    for edit in corpus.edits_by_code.get(code, ()):
        other = edit.column2 if edit.column1 == code else edit.column1
        yield PairRow(
            other,
            corpus.names[other],
            edit.column1,
            edit,
            edit.effective.end is None and edit.indicator != 9,
        )


def _claim_row(corpus: Corpus, name: str) -> ClaimRow:
    return ClaimRow(name, corpus.claims[name])


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
    described = (
        f"{len(corpus.codes)} therapy billing codes in plain words: what each is, how it is"
        " counted, when it is wrong."
    )
    return Page("codes/index.md", "codes.md.jinja", "Codes", described, families, "codes")


def _others(corpus: Corpus) -> Page:
    codes = tuple(sorted(corpus.other_codes.values(), key=lambda entry: entry.code))
    described = (
        "Codes that the facts mention and this site does not teach yet, each with its plain meaning"
        " and standing."
    )
    return Page(
        "codes/other.md",
        "other-codes.md.jinja",
        "Codes mentioned",
        described,
        OtherView(codes),
        "codes",
    )


def _techniques(corpus: Corpus) -> Page:
    rows = tuple(
        TechniqueRow(technique, technique.codes) for technique in corpus.techniques.values()
    )
    described = (
        "From what was done, and why, to the code: every technique the questions use, with its"
        " sources."
    )
    return Page(
        "codes/by-technique.md",
        "techniques.md.jinja",
        "From technique to code",
        described,
        rows,
        "codes",
    )
