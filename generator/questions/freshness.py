"""What has to be read again, and by when."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from generator.cache.build_cache import cached_by_facts
from generator.facts.base import Sourced, nested
from generator.facts.corpus import Corpus
from generator.questions.key_digest import facts_of
from generator.questions.keys import derive_key

REGISTERS = (
    "codes",
    "other_codes",
    "techniques",
    "payers",
    "rules",
    "edits",
    "glossary",
    "claims",
    "misconceptions",
    "sheets",
    "adjustments",
    "figures",
    "claim_forms",
    "diagnoses",
)
SLOTS = {
    "mue": "ceilings",
    "coverage": "standing",
    "not_covered": "standing",
    "substitutions": "standing",
    "refusals": "standing",
    "authorizations": "standing",
    "visit_limits": "standing",
    "telehealth": "telehealth",
    "values": "figures",
}
SOON = timedelta(days=90)
CMS = "https://www.cms.gov/medicare/"
NCCI = f"{CMS}coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-"


@dataclass(frozen=True)
class Interval:
    """How many months a fact may go unread, why so many, and where to read it again."""

    title: str
    months: int
    reason: str
    place: str
    address: str = ""


INTERVALS: Mapping[str, Interval] = {
    "pairs": Interval(
        "NCCI pairs",
        3,
        "CMS publishes a new table of pairs each quarter.",
        "CMS's NCCI PTP edit files",
        f"{NCCI}procedure-procedure-ptp-edits",
    ),
    "ceilings": Interval(
        "Daily ceilings (MUE)",
        3,
        "CMS publishes new values each quarter.",
        "CMS's MUE files",
        f"{NCCI}medically-unlikely-edits",
    ),
    "standing": Interval(
        "Standing with payers",
        12,
        "The physician fee schedule and its therapy list come out once a year; plans renew by the"
        " year.",
        "CMS's Physician Fee Schedule Look-Up Tool, or the plan's policy",
        f"{CMS}physician-fee-schedule/search",
    ),
    "telehealth": Interval(
        "Telehealth list",
        12,
        "The list is revised with the fee schedule of each year.",
        "CMS's list of telehealth services",
        f"{CMS}coverage/telehealth/list-services",
    ),
    "figures": Interval(
        "Figures of rules",
        12,
        "Thresholds, percentages and counts of days are set by the year.",
        "CMS's Therapy Services page",
        f"{CMS}coding-billing/therapy-services",
    ),
    "others": Interval(
        "Meanings, counting and other words",
        24,
        "They change when a code or a manual does, which is seldom; changes are announced long"
        " before.",
        "their sources",
    ),
}
"""By sort of fact, the one published most often first."""

RANK = {sort: place for place, sort in enumerate(INTERVALS)}
GroupKey = tuple[date, str, date | None]


@dataclass(frozen=True)
class DatedFact:
    """One sourced statement."""

    due: date
    sort: str
    reference: str
    slot: str
    as_of: date
    start: date | None
    end: date | None
    key: str
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """The fact and its slot."""
        return f"{self.reference} {self.slot}".rstrip()

    def series(self, start: date | None) -> tuple[object, ...]:
        """What this fact and those that follow it share, and a first day."""
        return self.reference, self.slot.partition(".")[0], self.key, start


@cached_by_facts
def dated_facts(corpus: Corpus) -> tuple[DatedFact, ...]:
    """Every statement in force with its review date, in that order.

    What had ended when it was read is history and is left out.
    """
    found = (
        fact
        for register in REGISTERS
        for name, thing in corpus.register(register).items()
        for fact in _facts_in(register, name, thing)
    )
    return tuple(sorted(found, key=_order))


def _questions_on(corpus: Corpus) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, item in corpus.items.items():
        for fact in facts_of(item, derive_key(corpus, item)):
            found.setdefault(fact, []).append(name)
    return found


@dataclass(frozen=True)
class Review:
    """Facts of one sort that were read on one day, or that end on one."""

    sort: str
    day: date
    as_of: date | None
    facts: tuple[DatedFact, ...]
    questions: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, each once."""
        return tuple(dict.fromkeys(name for fact in self.facts for name in fact.sources))


def reviews(corpus: Corpus) -> tuple[Review, ...]:
    """All that is to be read again, by review date.

    What ends before then becomes history instead: `ending` names it.
    """
    lasting = (fact for fact in dated_facts(corpus) if fact.end is None or fact.end >= fact.due)
    return _grouped(corpus, lasting, lambda fact: (fact.due, fact.sort, fact.as_of))


def stale(corpus: Corpus, day: date) -> tuple[Review, ...]:
    """What was to be read again on or before `day`."""
    return tuple(review for review in reviews(corpus) if review.day <= day)


def ending(corpus: Corpus, day: date, within: timedelta = SOON) -> tuple[Review, ...]:
    """What holds on `day` and ends within so many days, by its last day."""
    facts = (
        fact
        for fact in (*dated_facts(corpus), *_lives(corpus))
        if fact.end and day <= fact.end <= day + within
    )
    return _grouped(corpus, facts, lambda fact: (fact.end or day, fact.sort, None))


def lapsed(corpus: Corpus, day: date) -> tuple[Review, ...]:
    """What ended before `day` and has no entry that follows it, by its last day.

    The end of a code or an edit is known and is no lapse.
    """
    known = dated_facts(corpus)
    begun = {fact.series(fact.start) for fact in known}
    facts = (
        fact
        for fact in known
        if fact.slot
        and fact.end
        and fact.end < day
        and fact.series(fact.end + timedelta(days=1)) not in begun
    )
    return _grouped(corpus, facts, lambda fact: (fact.end or day, fact.sort, None))


def review_date(as_of: date, sort: str) -> date:
    """`as_of` and the months of its sort later; the last day of a shorter month."""
    year, month = divmod(as_of.year * 12 + as_of.month - 1 + INTERVALS[sort].months, 12)
    _, last = monthrange(year, month + 1)
    return date(year, month + 1, min(as_of.day, last))


def _order(fact: DatedFact) -> tuple[object, ...]:
    return (fact.due, RANK[fact.sort], fact.as_of, fact.reference, fact.slot)


def _grouped(
    corpus: Corpus, facts: Iterable[DatedFact], by: Callable[[DatedFact], GroupKey]
) -> tuple[Review, ...]:
    resting = _questions_on(corpus)

    def review(key: GroupKey, group: Iterable[DatedFact]) -> Review:
        day, sort, as_of = key
        named = tuple(group)
        questions = {name for fact in named for name in resting.get(_pair(fact), ())}
        return Review(sort, day, as_of, named, tuple(sorted(questions)))

    ordered = sorted(facts, key=lambda fact: (by(fact)[0], RANK[fact.sort], *_order(fact)))
    return tuple(review(key, group) for key, group in groupby(ordered, by))


def _pair(fact: DatedFact) -> str:
    """Questions name a pair by its two codes, a code that is only mentioned like any other."""
    register, _, name = fact.reference.partition("/")
    if register == "edits":
        name = "-".join(name.split("-")[:2])
    return f"{'codes' if register == 'other_codes' else register}/{name}"


def _lives(corpus: Corpus) -> Iterator[DatedFact]:
    for name, code in corpus.codes.items():
        if end := code.effective.end:
            yield _dated(f"codes/{name}", "effective", "others", code.meaning, end)


@lru_cache(maxsize=16384)
def _facts_in(register: str, name: str, thing: object) -> tuple[DatedFact, ...]:
    """The sourced statements in a thing, which is walked once, however often the site is built."""
    found = []
    for keys, value in nested(thing):
        top = str(keys[0]) if keys else ""
        if not isinstance(value, Sourced) or top == "history":
            continue
        sort = "pairs" if register == "edits" else SLOTS.get(top, "others")
        end = value.effective.end
        if end is None or end >= value.as_of:
            slot = ".".join(map(str, keys))
            found.append(_dated(f"{register}/{name}", slot, sort, value, end))
    return tuple(found)


def _dated(reference: str, slot: str, sort: str, value: Sourced, end: date | None) -> DatedFact:
    return DatedFact(
        review_date(value.as_of, sort),
        sort,
        reference,
        slot,
        value.as_of,
        value.effective.start,
        end,
        str(getattr(value, "key", "")),
        tuple(value.sources),
    )
