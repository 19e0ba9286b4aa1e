"""Evidence: no fact is later than what was read, and whoever set a limit is the one cited."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.billing.payer_policy import policy_of
from generator.checks.source_checks import TABLE, every_fact, facts_of
from generator.facts.base import Sourced
from generator.facts.codes import Telehealth
from generator.facts.corpus import Corpus
from generator.facts.registers import SourceKind
from generator.findings import Problems, Spot

LONGEST_PAUSE = 5
"""Years without a reading after which a later day is taken for a slip of the pen."""
STATUSES: Mapping[str, str] = {
    "A": "active",
    "B": "bundled",
    "I": "invalid",
    "N": "non-covered",
    "R": "restricted",
    "C": "carrier-priced",
}
"""What CMS's status indicators mean; a letter that is not here may stand with any status."""
CAN_SET_CONDITIONS = {"coverage", "manual", "rule", "statute", "payer", "clinic"}
TELEHEALTH_LIST = "Therapy codes read of the list"
CODE_SPAN = re.compile(r"(\d{5})(?: to (\d{5}))?")


def later_than_read(corpus: Corpus) -> Problems:
    """Facts as of a day on which nothing had been read, and readings long after all others."""
    days = sorted({source.read for source in corpus.sources.values()})
    slip = len(days) > 1 and days[-1].year - days[-2].year > LONGEST_PAUSE
    last = days[-2 if slip else -1] if days else date.max
    for name, source in corpus.sources.items():
        spot = corpus.spot("sources", name) / name
        if source.read > last:
            yield spot / "read", _later("read", source.read, last)
        if isinstance(source.date, date) and source.date > source.read:
            sentence = (
                f"'date' is {source.date}, after the day on which it was read ({source.read});"
                " correct one of them."
            )
            yield spot / "date", sentence
    for spot, _, _, fact in every_fact(corpus):
        if fact.as_of > last:
            yield spot / "as_of", _later("as_of", fact.as_of, last)


def _later(key: str, day: date, last: date) -> str:
    return (
        f"'{key}' is {day}, and the last source was read on {last}; correct the date, or the"
        " 'read' of the source."
    )


def status_letters(corpus: Corpus) -> Problems:
    """Status letters of Medicare with another status beside them than theirs."""
    for name, code in corpus.codes.items():
        for payer, entry in code.coverage.items():
            meant = STATUSES.get(entry.letter or "", entry.status)
            if meant != entry.status and policy_of(corpus.payers[payer]).is_part_b:
                sentence = (
                    f"Status letter {entry.letter} means '{meant}', and 'status' is"
                    f" '{entry.status}'; correct one of them."
                )
                yield corpus.spot("codes", name) / "coverage" / payer / "status", sentence


def limits_without_their_author(corpus: Corpus) -> Problems:
    """Restrictions and conditions that cite nobody who could have set them."""
    kinds = {name: source.kind for name, source in corpus.sources.items()}
    for name, code in corpus.codes.items():
        for payer, entry in code.coverage.items():
            spot = corpus.spot("codes", name) / "coverage" / payer / "sources"
            if not _cited(entry, kinds) - {TABLE} and _is_limited(corpus, payer, entry.status):
                sentence = (
                    "A table of Medicare's does not say what restricts the code or what another"
                    " payer does; cite the policy that says so."
                )
                yield spot, sentence
    for name, holder in corpus.payers.items():
        for index, condition in enumerate(holder.conditions):
            if not _cited(condition, kinds) & CAN_SET_CONDITIONS:
                sentence = (
                    "A condition of coverage cites whoever set it: a coverage decision, a manual,"
                    " a rule, a statute or the payer; add that source."
                )
                yield corpus.spot("payers", name) / "conditions" / index / "sources", sentence


def _is_limited(corpus: Corpus, payer: str, status: str) -> bool:
    return status == "restricted" or not policy_of(corpus.payers[payer]).medicare_modifiers


def _cited(fact: Sourced, kinds: Mapping[str, SourceKind]) -> set[str]:
    return {kinds[source] for source in fact.sources}


def facts_of_other_families(corpus: Corpus) -> Problems:
    """Facts of codes to whose family the rules of their source do not apply."""
    for name, code in corpus.codes.items():
        for keys, fact in facts_of(code):
            for index, cited in enumerate(fact.sources):
                if code.family in corpus.sources[cited].not_for:
                    sentence = (
                        f"'{cited}' does not apply to codes of {code.family}; cite the rule that"
                        " does."
                    )
                    spot = corpus.spot("codes", name)
                    yield Spot(spot.path, (*spot.keys, *keys, "sources", index)), sentence


def telehealth_lists_that_differ(corpus: Corpus) -> Problems:
    """Codes whose word on telehealth is not that of the list which the rules name."""
    named = {
        code
        for rule in corpus.rules.values()
        for statement in rule.statements
        if statement.text.startswith(TELEHEALTH_LIST)
        for code in _codes_in(statement.text)
    }
    entries = dict(_on_list(corpus)) if named else {}
    latest = max(((fact.as_of, fact.text) for fact in entries.values()), default=None)
    for name, fact in entries.items():
        if name not in named:
            sentence = (
                f"{name} is not among the codes of the statement '{TELEHEALTH_LIST} …' in"
                " content/rules; correct the one or the other."
            )
            yield corpus.spot("codes", name) / "telehealth", sentence
        elif (fact.as_of, fact.text) != latest:
            sentence = "The telehealth list is one list of one day; say what its latest entry says."
            yield corpus.spot("codes", name) / "telehealth", sentence
    for name in sorted(named & corpus.codes.keys() - entries.keys()):
        sentence = f"By content/rules {name} is on the telehealth list; make its status 'on-list'."
        yield corpus.spot("codes", name) / "telehealth", sentence


def _codes_in(text: str) -> Iterator[str]:
    for first, last in CODE_SPAN.findall(text):
        yield from map(str, range(int(first), int(last or first) + 1))


def _on_list(corpus: Corpus) -> Iterator[tuple[str, Telehealth]]:
    for name, code in corpus.codes.items():
        if code.telehealth and code.telehealth.status == "on-list":
            yield name, code.telehealth
