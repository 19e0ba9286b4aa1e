"""What is asked of a visit can change its claim."""

from collections.abc import Iterator, Sequence

import pytest

from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.coded_services import MissingInformation
from generator.billing.decision_tree import Value, values_named
from generator.facts.corpus import Corpus
from generator.facts.techniques import COUNTED, YES_OR_NO
from generator.facts.visits import Visit
from tests.billing.conftest import billed, did
from tests.billing.random_visits import Json, random_visits

OF_THE_VISIT: dict[str, Sequence[Value]] = {
    "necessary": (True, False),
    "active_care": (True, False),
    "abn": ("none", "required", "voluntary"),
    "unit_method": ("cms", "ama"),
    "visit_number": (1, 99),
    "age": (5, 70),
    "care": ("rehabilitative", "habilitative"),
}
PLAN: Sequence[Json] = ({"needed": False}, {"needed": True, "on_file": False})
OF_THE_PLAN: dict[str, tuple[str, Sequence[Json]]] = {
    "authorization": ("authorization", PLAN),
    "authorization_needed": ("authorization", PLAN),
    "used_this_year": (
        "used_this_year",
        tuple(dict.fromkeys(("pt", "ot", "slp", "massage"), used) for used in (0, 99)),
    ),
}
"""The field of the visit that a question is about, and its answers."""
HOLDING = ("authorization", "authorization_needed")
PARTS_OF_AN_EVALUATION = ("decision_making", "presentation")
"""The note must give them, whatever the level comes to."""
OF_A_SERVICE = ("purpose", "contact")
CONTACTS = ("one-on-one", "supervised", "group", "constant-attendance")
VISITS = 700


def answers_to(corpus: Corpus, asked: str) -> Sequence[Value] | Sequence[Json]:
    """The answers that a question may get; none where it is about no field of a visit."""
    if asked in OF_THE_PLAN:
        return OF_THE_PLAN[asked][1]
    if asked in OF_THE_VISIT:
        return OF_THE_VISIT[asked]
    if asked in ("data_days", "minutes", *PARTS_OF_AN_EVALUATION) or asked in COUNTED:
        return ()  # two services of one code are measured together
    if asked in YES_OR_NO:
        return (True, False)
    purposes = tuple(corpus.purposes)
    own = {"purpose": purposes, "contact": CONTACTS}
    return own.get(asked) or values_named(corpus.techniques.values()).get(asked, ())


def answered(visit: Json, question: MissingInformation, value: Value | Json) -> Json:
    asked = question.missing
    if asked in OF_THE_PLAN:
        return {**visit, OF_THE_PLAN[asked][0]: value}
    if asked == "abn":  # where services name their notice, the answer is about theirs
        named = [{**one, **({"abn": value} if one["abn"] else {})} for one in visit["services"]]
        return {**visit, "abn": value, "services": named}
    if asked in OF_THE_VISIT:
        return {**visit, asked: value}

    def with_answer(service: Json) -> Json:
        if service["id"] != question.service:
            return service
        if asked in OF_A_SERVICE:
            return {**service, asked: value}
        return {**service, "details": {**service["details"], asked: value}}

    return {**visit, "services": [with_answer(service) for service in visit["services"]]}


def seen(found: ClaimResult, question: MissingInformation) -> str:
    """What a biller sees of a claim but for the question."""
    others = [one for one in found.questions if one != question]
    return repr((found.claims, [(one.code, one.reason) for one in found.not_billed], others))


def _asks_further(before: ClaimResult, found: ClaimResult) -> bool:
    """Whether something else must be asked before the answer decides."""
    return any(one not in before.questions for one in found.questions)


def useless(corpus: Corpus, visit: Visit) -> Iterator[tuple[str, Json]]:
    given = visit.model_dump(mode="json", by_alias=True)
    before = build_claim(corpus, visit)
    if any(one.missing in HOLDING for one in before.questions):
        yield from useless(corpus, Visit.model_validate({**given, "authorization": PLAN[0]}))
        return  # a line that is held shows nothing of what else is asked
    for question in before.questions:
        values = answers_to(corpus, question.missing)
        found = [
            build_claim(corpus, Visit.model_validate(answered(given, question, value)))
            for value in values
        ]
        more = any(_asks_further(before, one) for one in found)
        if len(values) > 1 and not more and len({seen(one, question) for one in found}) == 1:
            yield question.missing, given


def test_no_question_is_asked_whose_answer_changes_nothing(facts: Corpus) -> None:
    visits = map(Visit.model_validate, random_visits(facts, VISITS))
    assert [found for visit in visits for found in useless(facts, visit)] == []


@pytest.mark.parametrize("by", ["aide", "massage-therapist"])
def test_what_is_refused_anyway_is_not_asked_about(facts: Corpus, by: str) -> None:
    found = billed(facts, {"technique": "squats", "minutes": 15, "by": by})
    assert found.questions == ()
    assert [entry.code for entry in found.not_billed] == [None]


def test_a_visit_without_a_line_is_not_asked_for_its_modifiers(facts: Corpus) -> None:
    nothing = did("97110", 7)
    found = billed(facts, nothing, necessary=False, allowed_so_far_usd=5000)
    assert (found.lines, found.questions) == ((), ())
