"""Mistakes that lead to another code."""

from collections.abc import Callable, Mapping

from generator.billing.edit_lookup import edit_for_pair
from generator.billing.reasons import NotBillable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Done, Mistake
from generator.facts.visits import Service, Visit
from generator.questions.kinds.answers import outcome_answers

CodeMistake = Callable[[Corpus, Visit, Service, Mistake], str | None]

LEVELS: Mapping[
    str, tuple[tuple[int, str], ...]
] = {  # minutes that people take for a level, and the code they write
    "pt-evaluation": ((45, "97163"), (30, "97162"), (0, "97161")),
    "ot-evaluation": ((60, "97167"), (45, "97166"), (0, "97165")),
}
HIGHEST: Mapping[str, tuple[Mapping[str, object], ...]] = {
    "pt-evaluation": (
        {
            "personal_factors": 3,
            "elements": 4,
            "presentation": "unstable",
            "decision_making": "high",
        },
        {
            "personal_factors": 1,
            "elements": 3,
            "presentation": "evolving",
            "decision_making": "moderate",
        },
    ),
    "ot-evaluation": (
        {"deficits": 5, "decision_making": "high", "history": "extensive"},
        {"deficits": 3, "decision_making": "moderate", "history": "expanded"},
    ),
}
RANKS: Mapping[str, tuple[str, ...]] = {
    "presentation": ("stable", "evolving", "unstable"),
    "decision_making": ("low", "moderate", "high"),
    "history": ("brief", "expanded", "extensive"),
}


def taken_for(corpus: Corpus, visit: Visit, service: Service, mistake: Mistake) -> str | None:
    """The code it would be, were the service what the mistake takes it for."""
    if mistake.instead is None:
        return None
    # Nothing is said of the person: somebody who may bill is taken to have done it.
    by = "assistant" if service.by == "assistant" else "therapist"
    changes = {
        "by": by,
        **mistake.instead.model_dump(exclude_none=True, exclude_defaults=True),
    }
    if "technique" in changes:
        changes = {"purpose": None, "details": {}, "contact": None, **changes}
    return answer(corpus, visit, service.model_copy(update={"code": None, **changes}))


def as_for_another_payer(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The code for the payer that the mistake names."""
    if mistake.payer is None:
        return None
    return answer(corpus, visit.model_copy(update={"payer": mistake.payer}), service)


def as_by_a_therapist(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The code it would be, had somebody furnished it whom the payer pays."""
    by_other = visit.discipline in ("massage", "athletic-training", "chiropractic")
    whole = visit.model_copy(update={"discipline": "pt"}) if by_other else visit
    return answer(corpus, whole, service.model_copy(update={"by": "therapist"}))


def level_by_minutes(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The level that people take the minutes for."""
    steps = LEVELS.get(str(service.technique), ())
    return next((code for least, code in steps if (service.minutes or 0) >= least), None)


def level_by_best_component(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The highest level that any component reaches by itself."""
    for level in HIGHEST.get(str(service.technique), ()):
        if any(
            _reaches(name, service.details[name], least)
            for name, least in level.items()
            if name in service.details
        ):
            return answer(corpus, visit, service.model_copy(update={"details": dict(level)}))
    return None


def bypassed_with_59(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The code of a pair with indicator 0 that somebody bills all the same."""
    own = answer(corpus, visit, service)
    others = (answer(corpus, visit, other) for other in visit.services if other.id != service.id)
    edits = (
        edit_for_pair(corpus, own, other, visit.date, visit.setting)
        for other in others
        if own and other
    )
    denied = any(edit and edit.indicator == 0 and edit.column2 == own for edit in edits)
    return own if denied else None


def billed_all_the_same(
    corpus: Corpus, visit: Visit, service: Service, mistake: Mistake
) -> str | None:
    """The code that fits a service which this payer does not pay."""
    outcome = select_code(corpus, visit, service)
    return outcome.codes[0] if isinstance(outcome, NotBillable) and outcome.codes else None


def answer(corpus: Corpus, visit: Visit, service: Service) -> str | None:
    """What the engine says of one service: a code, or the answer that is no code.

    None where authorities disagree.
    """
    answers = outcome_answers(select_code(corpus, visit, service))
    return answers[0] if len(answers) == 1 else None


def _reaches(name: str, value: object, least: object) -> bool:
    ranks = RANKS.get(name)
    rank = ranks.index if ranks else int
    return rank(str(value)) >= rank(str(least))


def _levels_above(step: int) -> CodeMistake:
    def find(corpus: Corpus, visit: Visit, service: Service, _: Mistake) -> str | None:
        row = [code for _, code in reversed(LEVELS.get(str(service.technique), ()))]
        right = answer(corpus, visit, service)
        place = row.index(right) + step if right in row else -1
        return row[place] if 0 <= place < len(row) else None

    return find


def _as(**done: object) -> CodeMistake:
    instead = Done(**done)
    return lambda corpus, visit, service, mistake: taken_for(
        corpus, visit, service, mistake.model_copy(update={"instead": instead})
    )


CODE_MISTAKES: Mapping[str, CodeMistake] = {
    "taken-for": taken_for,
    "massage-as-exercise": _as(technique="strengthening-exercise"),
    "hands-on-as-manual-therapy": _as(technique="joint-mobilization"),
    "manual-therapy-as-massage": _as(technique="massage", purpose="ease-spasm"),
    "balance-as-exercise": _as(technique="strengthening-exercise"),
    "activity-as-exercise": _as(technique="strengthening-exercise"),
    "exercise-as-activity": _as(technique="transfer-practice"),
    "exercise-as-movement-control": _as(technique="balance-training"),
    "treadmill-as-gait-training": _as(technique="gait-training"),
    "watched-as-attended": _as(contact="constant-attendance"),
    "attended-as-watched": _as(contact="supervised"),
    "group-as-one-on-one": _as(contact="one-on-one"),
    "one-on-one-as-group": _as(technique="group-exercise"),
    "machine-as-hands": _as(technique="manual-traction"),
    "hands-as-machine": _as(technique="mechanical-traction"),
    "as-for-another-payer": as_for_another_payer,
    "as-by-a-therapist": as_by_a_therapist,
    "bills-nothing": lambda *_: "not-billable",
    "asks-needlessly": lambda *_: "ask-therapist",
    "level-by-minutes": level_by_minutes,
    "level-by-best-component": level_by_best_component,
    "one-level-higher": _levels_above(1),
    "one-level-lower": _levels_above(-1),
    "parted-by-59": bypassed_with_59,
    "billed-all-the-same": billed_all_the_same,
}
