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
MANUAL = re.compile(r"100-0(\d), ch(?:\.|apter) (\d+)")
CODE_SPAN = re.compile(r"(\d{5})(?: to (\d{5}))?")
OF_OTHER_CODES = ("not_when", "look_alikes", "doubts")
"""Fields of a code that may speak of older codes, or of what is not known of this one."""
ANNOUNCED = 1
"""Years by which a code is published before its first date of service, at most."""


def later_than_read(corpus: Corpus) -> Problems:
    """Facts as of a day later than their sources were read, and readings long after others."""
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
        known = [corpus.sources[name].read for name in fact.sources if name in corpus.sources]
        own = min(last, max(known, default=last))
        if fact.as_of > own:
            yield spot / "as_of", _later("as_of", fact.as_of, own, "its")


def _later(key: str, day: date, last: date, whose: str = "the") -> str:
    return (
        f"'{key}' is {day}, and {whose} last source was read on {last}; correct the date, or the"
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


def therapy_places(corpus: Corpus) -> Problems:
    """Places on Medicare's therapy code list that cite values or manuals, which do not give it."""
    kinds = {name: source.kind for name, source in corpus.sources.items()}
    for name, code in corpus.codes.items():
        for payer, entry in code.coverage.items():
            is_placed = entry.therapy in ("always", "sometimes")
            if is_placed and _cited(entry, kinds) <= {TABLE, "manual"}:
                sentence = (
                    "Neither relative values nor a manual say that a code is always or sometimes"
                    " therapy; cite the therapy code list."
                )
                yield corpus.spot("codes", name) / "coverage" / payer / "sources", sentence


def manuals_not_cited(corpus: Corpus) -> Problems:
    """Texts that name a chapter of a CMS manual which their sources lack."""
    for spot, _, _, fact in every_fact(corpus):
        for manual, chapter in MANUAL.findall(getattr(fact, "text", None) or ""):
            cited = f"cms-100-0{manual}-{chapter}"
            if not any(source.startswith(cited) for source in fact.sources):
                sentence = (
                    f"The text names Pub. 100-0{manual}, chapter {chapter}, and no source of that"
                    f" chapter is cited; add one whose id begins with {cited}."
                )
                yield spot / "sources", sentence


def _is_limited(corpus: Corpus, payer: str, status: str) -> bool:
    return status == "restricted" or not policy_of(corpus.payers[payer]).medicare_modifiers


def _cited(fact: Sourced, kinds: Mapping[str, SourceKind]) -> set[str]:
    return {kinds[source] for source in fact.sources}


def facts_of_other_families(corpus: Corpus) -> Problems:
    """Facts of codes to whose family the rules of their source do not apply."""
    for name, code in corpus.codes.items():
        for keys, fact in facts_of(code):
            role = getattr(fact, "role", None)
            for index, cited in enumerate(fact.sources):
                source = corpus.sources[cited]
                if code.family in source.not_for or role in source.not_for_roles:
                    whom = role if role in source.not_for_roles else f"codes of {code.family}"
                    sentence = f"'{cited}' does not apply to {whom}; cite the rule that does."
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
                " content/rules; correct one of them."
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


def sources_older_than_the_code(corpus: Corpus) -> Problems:
    """Facts of a code whose every source was published long before the code existed."""
    for name, code in corpus.codes.items():
        start = code.effective.start
        if start is None:
            continue
        for keys, fact in facts_of(code):
            years = [_year(corpus, source) for source in fact.sources]
            if keys[0] not in OF_OTHER_CODES and max(years) < start.year - ANNOUNCED:
                sentence = (
                    f"The code began on {start}, and its sources are of {max(years)} or earlier;"
                    " cite one that can know it."
                )
                spot = corpus.spot("codes", name)
                yield Spot(spot.path, (*spot.keys, *keys, "sources")), sentence


def _year(corpus: Corpus, name: str) -> int:
    """When a source was published; when it was read, if it does not say."""
    source = corpus.sources[name]
    return int(str(source.date or source.read)[:4])
