"""The law: a claim line rests only on facts that are known, read and in force.

The judgment here is written apart from the engine's, from the facts alone, so that both would have
to be wrong in one way. The sweep is every code by every person, payer and edge of a date.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.edit_lookup import certainly_in_force
from generator.facts.base import PayerId, Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payer_terms import Refusal
from generator.facts.visits import Service, Visit
from tests.billing.conftest import billed, did, judged, lines, visit
from tests.billing.invented import with_invented
from tests.billing.random_visits import Maker

PEOPLE = {
    "pt": ("pt", "therapist"),
    "pta": ("pt", "assistant"),
    "ot": ("ot", "therapist"),
    "ota": ("ot", "assistant"),
    "slp": ("slp", "therapist"),
    "slpa": ("slp", "assistant"),
    "student": ("pt", "student"),
    "aide": ("ot", "aide"),
    "physician": ("pt", "physician"),
    "chiropractor": ("chiropractic", "therapist"),
    "massage-therapist": ("massage", "therapist"),
    "athletic-trainer": ("athletic-training", "therapist"),
}
ROLES = {pair: name for name, pair in PEOPLE.items()}
METHODS = {"cms": "eight-minute", "ama": "midpoint"}
UNSETTLED = ("restricted", "carrier-priced", "varies", "not-known")
NEVER = ("bundled", "invalid", "non-covered", "excluded")
TODAY, TURN = date(2026, 10, 6), date(2027, 1, 1)
OTHERS = 1
MEDICARE = ("medicare-part-b", "medicare-home-health")


@pytest.fixture(scope="module")
def made(facts: Corpus) -> Corpus:
    """The authored facts, and codes that leave something open in every way."""
    return with_invented(facts)


def broken(corpus: Corpus, described: Visit, found: ClaimResult) -> Iterator[str]:
    """Every fact that a line of the claim rests on and must not."""
    waiting = {code for question in found.questions for code in question.codes}
    for line in found.lines:
        for fault in _of_line(corpus, described, line):
            yield f"{described.date} {described.payer} {line.code}: {fault}"
        if line.code in waiting:
            yield f"{line.code}: billed while a question waits"
    if found.lines and not _method_is_known(corpus, described, found):
        yield "timed units by a method that is not known"
    yield from _pairs(corpus, described, {line.code for line in found.lines})


def _of_line(corpus: Corpus, described: Visit, line: BilledLine) -> Iterator[str]:
    code = corpus.codes.get(line.code)
    if code is None:
        yield "not taught"
        return
    base = corpus.bases.get(line.code, line.code)
    of_line = [one for one in described.services if _is_of(corpus, one, base)]
    if not code.effective.covers(described.date):
        yield "no code on that day"
    if not code.unit.holds_on(described.date):
        yield "its unit"
    denial = "GY" in line.modifiers or _is_refused(corpus, described, line.code)
    yield from () if denial else _of_coverage(corpus, described, code, of_line)
    yield from () if denial else _of_people(corpus, described, code, of_line)
    yield from _of_modifiers(corpus, described, code, line, of_line)


def _is_refused(corpus: Corpus, described: Visit, code: str) -> bool:
    """Whether a line goes out only for the denial that the payer's own rule makes certain."""
    payer = corpus.payers[described.payer]
    return described.abn == "required" and (
        any("necessity" in one.denied_as and code in one.codes for one in payer.refusals)
        or any(one.then != "kx-there" and code in one.codes for one in payer.conditions)
    )


def _is_of(corpus: Corpus, service: Service, base: str) -> bool:
    """Whether a line of `base` or its add-on may be of this service; 97014 becomes G0283."""
    code = "G0283" if service.code == "97014" and base == "G0283" else service.code
    return code is None or corpus.bases.get(code, code) == base


def _of_coverage(
    corpus: Corpus, described: Visit, code: Code, services: list[Service]
) -> Iterator[str]:
    coverage, payer = code.coverage.get(PayerId(described.payer)), corpus.payers[described.payer]
    confirmed = any(service.confirmed for service in services)
    medicare = payer.kind in ("medicare", "home-health")
    if coverage is None:
        if medicare and not confirmed:
            yield "coverage of which nothing is said"
        return
    if not coverage.effective.covers(described.date):
        yield "coverage out of its dates"
    if coverage.status in NEVER:
        yield f"coverage {coverage.status}"
    if (coverage.status in UNSETTLED or coverage.undecided) and not confirmed:
        yield f"coverage {coverage.status}"
    if payer.kind == "medicare" and coverage.therapy is None:
        yield "whether it is therapy"


def _of_people(
    corpus: Corpus, described: Visit, code: Code, services: list[Service]
) -> Iterator[str]:
    """A line needs one service at least that rests on nothing open."""
    found = [tuple(_of_service(corpus, described, code, service)) for service in services]
    yield from found[0] if all(found) else ()


def _of_service(corpus: Corpus, described: Visit, code: Code, service: Service) -> Iterator[str]:
    payer, day = corpus.payers[described.payer], described.date
    role = ROLES.get((described.discipline, service.by), service.by)
    if service.confirmed:
        return
    yield from (f"doubt: {one.text}" for one in code.doubts if one.bars(payer.id, role, day))
    said = [
        *((one, one.may) for one in code.who if one.role == role),
        *((one, "no") for one in payer.refusals if role in one.roles and _is_named(one, code)),
        *(
            (one, one.may)
            for rule in corpus.rules.values()
            for one in rule.people
            if role in one.roles and (not one.codes or code.code in one.codes)
        ),
    ]
    said = [(one, may) for one, may in said if one.effective.covers(day)]
    own = [(one, may) for one, may in said if isinstance(one, Refusal) or payer.id in one.payers]
    anyones = [(one, may) for one, may in said if not isinstance(one, Refusal) and not one.payers]
    fact, may = next(iter([*own, *anyones]), (None, "of whom nothing is said"))
    if may not in ("perform", "perform-and-bill") or (fact and fact.undecided):
        yield f"who: {role} {may}"


def _is_named(refusal: Refusal, code: Code) -> bool:
    return (not refusal.codes or code.code in refusal.codes) and code.code not in refusal.but_pays


def _of_modifiers(
    corpus: Corpus, described: Visit, code: Code, line: BilledLine, services: list[Service]
) -> Iterator[str]:
    if corpus.payers[described.payer].kind != "medicare" or "GY" in line.modifiers:
        return
    day, coverage = described.date, code.coverage.get(PayerId(described.payer))
    therapy = coverage is not None and coverage.therapy in ("always", "sometimes")
    is_manipulation = any(need.modifier == "AT" for need in code.modifiers)
    if therapy and not is_manipulation:
        if not {"GP", "GO", "GN"} & set(line.modifiers):
            yield "a therapy line without a plan"
        if not _holds(corpus.rules["therapy-modifiers"].statements, day):
            yield "the plan's modifier"
        used, pool = described.allowed_so_far_usd, described.discipline
        key = "kx-ot" if pool == "ot" else "kx-pt-slp"
        notice = {"GA", "GZ"} & set(line.modifiers)
        if used is not None and not notice and corpus.figure("kx-threshold", key, day) is None:
            yield "the year's threshold"
    marked = described.discipline in ("pt", "ot")
    if (
        marked
        and any(
            one.by == "assistant" and not any(_of_service(corpus, described, code, one))
            for one in services
            if one.code
        )
        and not all(
            corpus.figure("assistants", name, day) for name in ("assistant-payment", "de-minimis")
        )
    ):
        yield "the assistant's modifier"


def _holds(facts: Iterable[Sourced], day: date) -> bool:
    return any(fact.holds_on(day) for fact in facts)


def _method_is_known(corpus: Corpus, described: Visit, found: ClaimResult) -> bool:
    """By the facts, by the payer's own answer, or since it does not matter."""
    payer, day = corpus.payers[described.payer], described.date
    if all(corpus.codes[line.code].unit.kind != "timed" for line in found.lines):
        return True
    own = payer.unit_method if payer.unit_fact.holds_on(day) else "not-known"
    method = own if own in METHODS else described.unit_method
    if method:
        return _holds(corpus.rules[METHODS[method]].counting, day)
    answered = (described.model_copy(update={"unit_method": name}) for name in METHODS)
    return all(build_claim(corpus, one).claims == found.claims for one in answered)


def _pairs(corpus: Corpus, described: Visit, codes: set[str]) -> Iterator[str]:
    medicare = corpus.payers[described.payer].kind == "medicare"
    excluded = described.denial_wanted
    for one in sorted(codes):
        for other in sorted(codes - {one}):
            held = [
                edit
                for edit in corpus.edits_of(one, other)
                if edit.indicator != 9
                and edit.effective.covers(described.date)
                and edit.setting in ("practitioner", described.setting)
            ]
            if (
                held
                and not excluded
                and not (medicare and certainly_in_force(held[0], described.date))
            ):
                yield f"the pair {one} {other}"
            young = corpus.codes[one].effective.start
            listed = held or corpus.edits_of(other, one)
            is_young = young is not None and young > corpus.pairs_read_on
            if medicare and not excluded and is_young and not listed:
                yield f"the pair {one} {other}, younger than the tables"


def edges(corpus: Corpus, code: Code) -> tuple[date, ...]:
    """Today, the turn to 2027, and both sides of each day on which a fact of the code changes."""
    dated = [code.unit, *code.who, *code.coverage.values(), *code.doubts]
    found = {TODAY, TURN, date(2026, 12, 31), date(2027, 1, 5), date(2024, 7, 1)}
    for period in (code.effective, *(fact.effective for fact in dated)):
        if period.start:
            found |= {period.start, period.start - timedelta(days=1)}
        if period.end:
            found |= {period.end, period.end + timedelta(days=1)}
    return tuple(sorted(found))


def swept(corpus: Corpus) -> Iterator[Visit]:
    """Every code by every person and edge of a date, with all that a note can give.

    For both parts of Medicare, and for other payers by turns.
    """
    amounts = {"area_cm2": 30, "data_days": 20, "month_minutes": 45}
    random, others = Random(7), tuple(name for name in corpus.payers if name not in MEDICARE)
    for name, code in corpus.codes.items():
        services = {
            by: Service(id="one", code=name, minutes=120, by=by, details=amounts)
            for _, by in PEOPLE.values()
        }
        for day in edges(corpus, code):
            for discipline, by in PEOPLE.values():
                for payer in (*MEDICARE, *random.sample(others, OTHERS)):
                    yield Visit.model_construct(
                        date=day,
                        payer=PayerId(payer),
                        discipline=discipline,
                        setting="practitioner",
                        services=(services[by],),
                        active_care=True,
                        necessary=True,
                        allowed_so_far_usd=100,
                        allowed_today_usd=90,
                        unit_method=None,
                        place=None,
                        home_health_plan=None,
                        snf_resident=None,
                        abn=None,
                        denial_wanted=False,
                        plan_certified=True,
                    )


def test_no_line_of_any_code_person_payer_and_date_rests_on_what_is_not_known(
    made: Corpus,
) -> None:
    faults, seen = [], 0
    for described in swept(made):
        found = build_claim(made, described)
        seen += bool(found.lines)
        faults += broken(made, described, found)
        assert found.lines or found.questions or found.not_billed, "a service vanishes"
    assert faults == []
    assert seen > 2000, "the sweep has nothing to judge"


def test_no_line_of_a_random_visit_rests_on_what_is_not_known(made: Corpus) -> None:
    @settings(max_examples=400, deadline=None)
    @given(seed=st.integers(0, 2**32))
    def of_seed(seed: int) -> None:
        described = Visit.model_validate(Maker(made, Random(seed)).visit())
        assert list(broken(made, described, build_claim(made, described))) == []

    of_seed()


REPORTED = [  # the input, and what must be asked before anything is billed
    ("pt", did("97129", 15), "who"),
    ("ot", did("92526", 30), "who"),
    ("pt", did("97039", 15), "coverage"),
    ("pt", did("97139", 15), "coverage"),
    ("pt", did("97799", 15), "coverage"),
    ("ot", did("98986", details={"data_days": 10}), "who"),
]


@pytest.mark.parametrize(("discipline", "service", "asked"), REPORTED)
def test_what_used_to_be_billed_in_silence_is_asked(
    facts: Corpus, discipline: str, service: dict, asked: str
) -> None:
    """In `visit` and in the review of a claim alike, in the words of the fact."""
    described = visit(service, discipline=discipline, date="2026-10-06")
    found = build_claim(facts, described)
    assert lines(found) == [] and [one.missing for one in found.questions] == [asked]
    (line,) = judged(facts, described, f"{service['code']}x1").lines
    assert [fault.name for fault in line.faults] == ["visit-open"]
    assert found.questions[0].reason.text in line.faults[0].reason.text


def test_what_the_payer_has_confirmed_is_billed(facts: Corpus) -> None:
    asked = billed(facts, did("97039", 15), date="2026-10-06")
    told = billed(facts, did("97039", 15, confirmed=True), date="2026-10-06")
    assert (lines(asked), lines(told)) == ([], ["97039x1 GP"])


@pytest.mark.parametrize("payer", ["medicare-part-b", "commercial-midpoint"])
def test_speech_treatment_of_2027_is_asked(facts: Corpus, payer: str) -> None:
    told = {"discipline": "slp", "payer": payer}
    assert lines(billed(facts, did("92507", 40), date="2026-12-31", **told))
    found = billed(facts, did("92507", 40), date="2027-01-05", **told)
    assert lines(found) == [] and len(found.questions) == 1
