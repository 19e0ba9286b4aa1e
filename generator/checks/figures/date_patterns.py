"""How prose states the first and last days of facts, and the days that the facts have."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from generator.cache.build_cache import cached_by_facts
from generator.facts.base import Period, nested
from generator.facts.corpus import Corpus

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(
    r"\b(?:since|from|until|through|effective|beginning|ended|ends|on or after"
    r"|(?:ended|ends|began|begun|begins|starts|repealed|withdrawn|deleted|new|took effect) on"
    r"|took effect|takes effect"
    r"|replaced (?:it|them|(?:\[\[)?[\dG]\d{4}(?:\]\])?)(?:, [^,.;]{1,30},)? on|dated)"
    rf" \**(?P<n>(?:{MONTHS}) \d{{1,2}}, (?:19|20)\d\d)\b(?! to\b)",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:(?:ended|began|begun|deleted|took effect|expired|new) (?:with|in)|since|through)"
    r" (?P<n>(?:19|20)\d\d)\b"
    r"|\breplaced (?:it|them|(?:\[\[)?[\dG]\d{4}(?:\]\])?) in (?P<m>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
OF_TABLES = re.compile(
    r"\b(?:tables?|fee schedule|MUEs?|NCCI|edits?|active|MPPR|reduction|status|same was true)\b",
    re.IGNORECASE,
)
"""Words beside which a day is that of a table of CMS, or the first or last of an edit."""

VERSION = re.compile(
    r"(?:\b(?:in|on|of|for|and|by|the|The|CMS's)|,|\() "
    rf"?(?P<n>(?:{MONTHS}) (?:\d{{1,2}}, )?20\d\d)\b"
)
ONE_DAY = timedelta(days=1)


def day_of(text: str) -> str:
    """A date or a month as ISO writes it."""
    if "," not in text:
        return datetime.strptime(text, "%B %Y").date().isoformat()[:7]
    return datetime.strptime(text, "%B %d, %Y").date().isoformat()


@cached_by_facts
def days_of_tables(corpus: Corpus) -> frozenset[str]:
    """The days of the tables that were read, and those from which changes apply."""
    tables = {str(one.date) for one in corpus.sources.values() if one.kind == "table"}
    return frozenset(tables | {one.date.isoformat() for one in corpus.changes.values()})


@cached_by_facts
def days_of_facts(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """For each code, rule and payer the first and last days in its facts, and in all rules.

    Under '' those of all together, for texts about none of them.
    """
    things = {
        f"{register}/{name}": set(days_in(thing))
        for register in ("codes", "rules", "payers")
        for name, thing in corpus.register(register).items()
    }
    for code in corpus.codes:
        for edit in corpus.edits_by_code.get(code, ()):
            things[f"codes/{code}"].update(days_in(edit))
    shared = {day for name, days in things.items() if name.startswith("rules/") for day in days}
    for change in corpus.changes.values():
        shared.update({*days_in(change), change.date, change.date - ONE_DAY})
    things[""] = set().union(*things.values())
    return {
        name: frozenset(day.isoformat() for day in days | shared) for name, days in things.items()
    }


def days_in(thing: object) -> Iterator[date]:
    """The ends of every period, each with the day beside it, which prose may name instead."""
    for _, value in nested(thing):
        if isinstance(value, Period):
            if value.start:
                yield from (value.start, value.start - ONE_DAY)
            if value.end:
                yield from (value.end, value.end + ONE_DAY)
