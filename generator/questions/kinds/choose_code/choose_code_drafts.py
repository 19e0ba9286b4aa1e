"""Options of a question to choose from.

The engine's answer, and the answers that named mistakes lead to.
"""

from collections.abc import Iterator, Mapping

from generator.billing.outcomes import Ask, Billable, NotBillable
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Mistake
from generator.facts.visits import Service
from generator.questions.variants.mistakes.code_mistakes import CODE_MISTAKES
from generator.questions.variants.scenario import Scenario, UnsoundVariantError

ANSWERS = ("not-billable", "ask-therapist")
ANSWER_WORDS = {"not-billable": "not billable", "ask-therapist": "a question to the therapist"}


def options(corpus: Corpus, case: Scenario) -> Mapping[str, object]:
    """`options` and `about`.

    One right option, and as many wrong ones as the template asks for and mistakes give.
    """
    if case.template.right is None:
        text = "a question to choose from needs 'right', the feedback for its right option"
        raise UnsoundVariantError(text, "right")
    service = asked(case)
    right = best_answer(corpus, case, service)
    _cross_check(case, right)
    feedback = case.say(case.template.right, {"right": ANSWER_WORDS.get(right, right)})
    made = [_option(right, feedback, None)]
    for answer, feedback, mistake in wrong_answers(corpus, case, service, right):
        if len(made) < case.template.options:
            made.append(_option(answer, feedback, mistake.mistake))
    if len(made) < 3:
        raise UnsoundVariantError(
            f"only {len(made) - 1} of its mistakes lead to a wrong answer of their own; name more",
            "mistakes",
        )
    return {"about": service.id, "options": made}


def asked(case: Scenario) -> Service:
    """The service that is asked about."""
    named = [
        service for service in case.facts.services if case.template.about in (None, service.id)
    ]
    if len(named) != 1:
        raise UnsoundVariantError(
            "it is not clear which service is asked about; name one of the visit's in 'about'",
            "about",
        )
    return named[0]


def best_answer(corpus: Corpus, case: Scenario, service: Service) -> str:
    """The one best answer by the engine alone."""
    match select_code(corpus, case.visit, service):
        case Billable(codes) if len(codes) == 1:
            return codes[0]
        case Billable(codes):
            raise UnsoundVariantError(
                f"the facts leave {len(codes)} best answers ({' and '.join(codes)})", "draws"
            )
        case NotBillable():
            return "not-billable"
        case Ask():
            return "ask-therapist"


def _cross_check(case: Scenario, right: str) -> None:
    """The author's own word for the key, where there is one, is the engine's."""
    for draw, choice in case.drawn.choices.items():
        if choice.key and choice.key != right:
            raise UnsoundVariantError(
                f"the author's key for the choice '{choice.id}' is {choice.key}, by the facts it is"
                f" {right}",
                "draws",
                draw,
            )
    if case.template.keys and right not in case.template.keys:
        raise UnsoundVariantError(
            f"by the facts {right} is right, which is not among the author's 'keys'", "keys"
        )


def wrong_answers(
    corpus: Corpus, case: Scenario, service: Service, right: str
) -> Iterator[tuple[str, str, Mistake]]:
    """Each wrong answer once, with the feedback of the mistake that leads there.

    What is right by accident is dropped.
    """
    seen = {right}
    for place, mistake in case.mistakes():
        make = CODE_MISTAKES.get(mistake.make)
        if make is None:
            raise UnsoundVariantError(
                f"no mistake about codes is called '{mistake.make}'", "mistakes", place, "make"
            )
        answer = make(corpus, case.visit, service, mistake)
        if answer and answer not in seen:
            seen.add(answer)
            yield (
                answer,
                case.say(
                    mistake.feedback,
                    {
                        "wrong": ANSWER_WORDS.get(answer, answer),
                        "right": ANSWER_WORDS.get(right, right),
                    },
                ),
                mistake,
            )


def _option(answer: str, feedback: str, mistake: str | None) -> dict[str, object]:
    named = {"answer": answer} if answer in ANSWERS else {"code": answer}
    return {**named, "feedback": feedback, "mistake": mistake}
