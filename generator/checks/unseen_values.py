"""Values of tables: a question that rests on one shows it in its note or in an exhibit.

Nobody is asked to know a table by heart, at any level: a biller looks it up. What Medicare's own
rules say is no table; the site teaches it.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.billing.edit_lookup import edit_for_pair
from generator.billing.payer_policy import policy_of
from generator.billing.select_codes import select_codes
from generator.checks.draw_checks import looked_at
from generator.checks.item_checks import keyed_items, spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.facts.visits import Visit
from generator.findings import Problems
from generator.questions.exhibits import exhibit_tables, other_payers
from generator.questions.kinds.answers import Key, UnderivableError, visit_of
from generator.questions.kinds.registry import kind_of
from generator.questions.variants.expansion import pool_of
from generator.questions.variants.scenario import UnsoundVariantError

WORDS: Mapping[str, str] = {
    "pairs": "an NCCI edit",
    "mues": "an MUE",
    "thresholds": "the year's KX threshold",
    "policy": "the payer's own policy",
}
NOTED: Mapping[str, str] = {
    "pairs": r"\bNCCI\b|\bindicator [019]\b",
    "mues": r"\bMUEs? (of|is|are) \d",
    "thresholds": r"\$[12],?\d{3} threshold|threshold (of|is) \$",
    "policy": r"\bpolicy\b|\bguideline\b",
}
"""How a note gives the value itself."""
SAMPLE = 8
"""Variants of a template that are looked at."""
VALUE_WORDS = re.compile(r"\bindicator\b|\bMAI\b|\bceiling (is|of)\b", re.IGNORECASE)


def values_not_shown(corpus: Corpus) -> Problems:
    """Questions whose key rests on a value that neither note nor exhibit shows."""
    for item, key in keyed_items(corpus):
        for sentence in _not_shown(corpus, item, key):
            yield spot_of(corpus, item, "note"), sentence
    for name in corpus.templates:
        sentences = {
            sentence
            for item, key in keyed_items(corpus, _sample(corpus, name))
            for sentence in _not_shown(corpus, item, key)
        }
        for sentence in sorted(sentences):
            yield corpus.spot("templates", name) / "note", sentence


def _not_shown(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    shown = {exhibit.table for exhibit in item.exhibits}
    for table in sorted(tables_needed(corpus, item, key) - shown):
        if not re.search(NOTED[table], getattr(item, "note", ""), re.IGNORECASE):
            yield (
                f"The key rests on {WORDS[table]}, which a learner cannot see; add 'exhibits:"
                f" [{{table: {table}}}]', or give it in the note."
            )


def _sample(corpus: Corpus, template: str) -> tuple[Item, ...]:
    """Some variants; none of a template with flaws, which another check names."""
    try:
        return pool_of(corpus, corpus.templates[template], *looked_at(corpus, template))[:SAMPLE]
    except UnsoundVariantError:
        return ()


def idle_exhibits(corpus: Corpus) -> Problems:
    """Exhibits with nothing in them, and statements that only repeat what one shows."""
    for item, key in keyed_items(corpus):
        codes = kind_of(item).view(corpus, item, key).codes if item.exhibits else ()
        for place, exhibit in enumerate(item.exhibits):
            one = item.model_copy(update={"exhibits": (exhibit,)})
            if not any(table.rows for table in exhibit_tables(corpus, one, codes)):
                sentence = (
                    f"The exhibit '{exhibit.table}' has no row; name the codes it is to show in"
                    " 'codes', or remove it."
                )
                yield spot_of(corpus, item, "exhibits", place), sentence
        tables = {exhibit.table for exhibit in item.exhibits}
        for place, option in enumerate(item.choices):
            if _table_of(option) in tables and VALUE_WORDS.search(getattr(option, "text", "")):
                sentence = (
                    "The exhibit shows this value; let the statement say what follows from it."
                )
                yield spot_of(corpus, item, "options", place, "text"), sentence


def tables_needed(corpus: Corpus, item: Item, key: Key) -> frozenset[str]:
    """The tables whose values decide the key, those left out that the site teaches."""
    stated = frozenset(filter(None, map(_table_of, item.choices)))
    return stated or frozenset(_of_visits(corpus, item, key))


def _table_of(option: object) -> str | None:
    """The table whose value a statement is about."""
    holds = getattr(option, "holds", None)
    if holds is None:
        return None
    if str(holds.fact).startswith("edits/"):
        return "pairs"
    return "mues" if holds.slot.startswith("mue.") else None


def _of_visits(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    form = kind_of(item).form
    visits = _visits(item)
    if form != "one" and any(_has_pair(corpus, visit, _claimed(item)) for visit in visits):
        yield "pairs"
    if form not in ("one", "numbers") and any(_nears_threshold(corpus, one) for one in visits):
        yield "thresholds"
    facts = {fact for reason in key.reasons for fact in reason.rests_on}
    if "ask.pair" in key.right:
        yield "pairs"
    for payer in other_payers(corpus, item) if visits else ():
        counts = payer.unit_method != "not-known" and form != "one"
        if counts or f"payers/{payer.id}" in facts:
            yield "policy"


def _visits(item: Item) -> tuple[Visit, ...]:
    """The visit, and the same one for the other payer or on the other date."""
    try:
        visit = visit_of(item)
    except UnderivableError:
        return ()
    changes, to = getattr(item, "changes", ""), getattr(item, "to", None)
    return (visit, visit.model_copy(update={changes: to})) if to else (visit,)


def _claimed(item: Item) -> frozenset[str]:
    """The codes of the claim that is shown, whether the visit bills them or not."""
    claim = getattr(item, "claim", None)
    return frozenset(str(line.code) for line in claim) if isinstance(claim, tuple) else frozenset()


def _has_pair(corpus: Corpus, visit: Visit, claimed: frozenset[str]) -> bool:
    if not policy_of(corpus.payers[visit.payer]).applies_ncci_edits:
        return False
    selected = select_codes(corpus, visit)
    codes = {entry.code for entry in selected.coded}
    codes |= {code for question in selected.missing for code in question.codes}
    return any(
        edit_for_pair(corpus, one, other, visit.date, visit.setting)
        for together in (codes, claimed)
        for one, other in combinations(sorted(together), 2)
    )


def _nears_threshold(corpus: Corpus, visit: Visit) -> bool:
    medicare = policy_of(corpus.payers[visit.payer]).medicare_modifiers
    return medicare and visit.allowed_so_far_usd is not None
