"""The pages of the codes: one each, the lists, and the table from technique to code."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import get_args

from markupsafe import Markup

from generator.billing.payer_policy import medicare_coverage, policy_of
from generator.billing.who_may import RoleWord, conditions_of, first_words
from generator.facts.base import Fact, Sourced
from generator.facts.codes import Code, Mue, Role
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.registers import Edit
from generator.facts.techniques import CodeRule
from generator.pages import labels
from generator.pages.escaping import plain
from generator.pages.page import Link, Page
from generator.pages.sheet_links import sheets_about

ROLES = get_args(Role)
SYSTEMS = {"cpt": "CPT", "hcpcs": "HCPCS Level II"}
ASK_THE_PLAN = labels.STATUS["not-known"]
FactBox = tuple[str, str, tuple[Sourced, ...]]
"""One line of the fact box: a label, a short answer, and the facts behind it."""


@dataclass(frozen=True)
class PairRow:
    """An edit as this code sees it: the other code, and the one paid."""

    other: str
    other_name: str
    paid: str
    edit: Edit
    active: bool


def code_pages(corpus: Corpus) -> Iterator[Page]:
    """The lists, then a page for each code taught."""
    yield _index(corpus)
    yield _others(corpus)
    yield Page.of("codes/by-technique.md", "techniques", _techniques(corpus), element="list")
    yield from _without_code(corpus)
    siblings = {family: _family_links(corpus, family) for family in corpus.families}
    for code in corpus.codes.values():
        yield _code_page(corpus, code, siblings[code.family])


def _code_page(corpus: Corpus, code: Code, siblings: tuple[Link, ...]) -> Page:
    return Page(
        path=f"codes/{code.code}.md",
        template="code",
        title=f"{code.code} {code.plain_name}",
        description=(
            f"{code.code}: {code.meaning.text} Units and time, who can bill it, NCCI edits,"
            " common errors."
        ),
        view=_view(corpus, code),
        boost=4,
        nearby=siblings,
        nearby_title=corpus.families[code.family].title,
        structured=(_defined_term(code),),
        heading=Markup('<span class="rc-number">{}</span> {}').format(
            code.code, plain(code.plain_name)
        ),
    )


def _view(corpus: Corpus, code: Code) -> dict[str, object]:
    """`ended` are edits no longer in force."""
    rows = tuple(_pair_rows(corpus, code.code))
    claims = corpus.claims_by_code.get(code.code, ())
    coverage = tuple(_coverage(corpus, code))
    return {
        "code": code,
        "names": tuple(dict.fromkeys((*code.also_called, *_notes_words(corpus, code.code)))),
        "family": corpus.families[code.family],
        "boxes": tuple(_boxes(corpus, code, rows)),
        "coverage": [row for row in coverage if row[1] != ASK_THE_PLAN],
        "ask_the_plan": [row for row in coverage if row[1] == ASK_THE_PLAN],
        "people": tuple(_people(corpus, code, by_payer=False)),
        "people_by_payer": tuple(_people(corpus, code, by_payer=True)),
        "conditions": conditions_of(corpus, code.code),
        "pairs": [row for row in rows if row.active],
        "ended": [row for row in rows if not row.active and row.edit.indicator != 9],
        "claims": [(name, corpus.claims[name]) for name in claims],
        "sheets": sheets_about(corpus, f"codes/{code.code}"),
        "comparisons": corpus.comparisons_by_code.get(code.code, ()),
        "quizzes": corpus.quizzes_by_code.get(code.code, ()),
        "descriptor": corpus.overlay.descriptor(code.code) if corpus.overlay else "",
    }


def _boxes(corpus: Corpus, code: Code, rows: tuple[PairRow, ...]) -> Iterator[FactBox]:
    unit = code.unit
    limit = f", at most {labels.count(unit.per_day, 'unit')} a day" if unit.per_day else ""
    yield "Timed?", labels.unit_text(unit).capitalize() + limit, (unit,)
    yield "Attendance", labels.CONTACT[unit.contact], (unit,)
    medicare = medicare_coverage(corpus, code)
    if medicare:
        yield "Medicare", labels.STATUS[medicare.status], (medicare,)
    ceilings = [mue for mue in code.mue if mue.setting == "practitioner"]
    yield from (("MUE", _ceiling(mue), (mue,)) for mue in ceilings[-1:])
    if code.modifiers:
        names = dict.fromkeys(need.modifier for need in code.modifiers)
        yield "Modifiers that may apply", ", ".join(names), code.modifiers[:1]
    never = [
        row
        for row in rows
        if row.active and row.edit.indicator == 0 and row.edit.setting == "practitioner"
    ]
    if never:
        others = ", ".join(row.other for row in never)
        yield "Never paid with (Medicare, practitioner claim)", others, (never[0].edit,)


def _ceiling(mue: Mue) -> str:
    return (
        f"{labels.count(mue.units, 'unit')} a day; {labels.ADJUDICATION[mue.adjudication]}"
        if mue.units
        else "0: Medicare pays no units"
    )


def _people(corpus: Corpus, code: Code, by_payer: bool) -> Iterator[tuple[str, str, Fact]]:
    """Roles of which the same is said, what they may do, and the fact; whose word is named.

    What no payer says alone, or else what single payers say.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[RoleWord]] = {}
    for word in first_words(corpus, code.code):
        if bool(word.payers) != by_payer:
            continue
        groups.setdefault((word.fact.text, word.may, word.payers), []).append(word)
    for words in sorted(groups.values(), key=lambda words: ROLES.index(words[0].role)):
        names = [labels.ROLE[word.role] for word in words]
        payers = [corpus.payers[payer].name for payer in words[0].payers]
        whose = f" ({labels.join_or(payers)})" if payers else ""
        yield f"{labels.join_or(names)}{whose}", words[0].may, words[0].fact


def _coverage(corpus: Corpus, code: Code) -> Iterator[tuple[Payer, str, Fact]]:
    for payer in sorted(
        corpus.payers.values(), key=lambda one: (not policy_of(one).is_part_b, one.code_pages)
    ):
        own, named = code.coverage.get(payer.id), _named_by(payer, code.code)
        if payer.invented or (payer.code_pages == "where-named" and not (own or named)):
            continue
        if own:
            yield payer, labels.STATUS[own.status], own
        else:
            yield payer, *(named or (ASK_THE_PLAN, payer.general))


def _named_by(payer: Payer, code: str) -> tuple[str, Fact] | None:
    """A heading for what the payer's own file says of a code, and the fact."""
    found: Iterator[tuple[str, Fact]] = chain(
        (
            (labels.STATUS["non-covered"], fact)
            for name, fact in payer.not_covered.items()
            if name == code
        ),
        ((f"Use {swap.use}", swap) for swap in payer.substitutions if swap.code == code),
        (
            ("Excluded for some providers", refusal)
            for refusal in payer.refusals
            if code in refusal.codes
        ),
        (
            (f"At most {labels.count(cap.units, 'unit')} a day", cap)
            for cap in payer.caps
            if code in cap.codes
        ),
    )
    return next(found, None)


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
    words = labels.page_text("codes/index.md", count=len(corpus.codes))
    names = {
        code.code: (*code.also_called, *_notes_words(corpus, code.code))
        for code in corpus.codes.values()
    }
    return Page("codes/index.md", "codes", *words, {"names": names}, element="list")


def _without_code(corpus: Corpus) -> Iterator[Page]:
    """Nothing where every technique has a code of its own."""
    techniques = [one for one in corpus.techniques.values() if one.no_code]
    if techniques:
        yield Page.of("codes/no-code.md", "no-code", {"techniques": techniques})


def _notes_words(corpus: Corpus, code: str) -> tuple[str, ...]:
    """What notes write for techniques that may lead to the code."""
    words = (
        word
        for technique in corpus.techniques.values()
        if any(code in rule.codes and not _is_group(rule) for rule in technique.codes)
        for word in (*technique.words, *technique.shorthand)
    )
    return tuple(dict.fromkeys(words))


def _techniques(corpus: Corpus) -> dict[str, object]:
    """`everyday` are the codes of one-on-one work, where a technique has any."""
    everyday = {}
    for technique in corpus.techniques.values():
        rules = [rule for rule in technique.codes if not _is_group(rule)] or technique.codes
        everyday[technique.id] = tuple(dict.fromkeys(chain(*(rule.codes for rule in rules))))
    return {"everyday": everyday}


def _is_group(rule: CodeRule) -> bool:
    return rule.when.get("contact") == ("group",)


def _others(corpus: Corpus) -> Page:
    codes = sorted(corpus.other_codes.values(), key=lambda entry: entry.code)
    return Page.of("codes/other.md", "other-codes", {"codes": codes}, element="list")
