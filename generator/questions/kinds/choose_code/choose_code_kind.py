"""One service, one code: what the engine selects for it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from pydantic import Field

from generator.billing.select_codes import select_code
from generator.facts.base import Slug, Text
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Mistake
from generator.facts.quizzes import AnswerOption, CodeOption, VisitItem
from generator.facts.visits import Service
from generator.questions.kinds.answers import (
    AnswerView,
    Key,
    OptionView,
    ask_clinician,
    asked_service,
    code_option_view,
    option_view,
    outcome_answers,
    visit_of,
)
from generator.questions.kinds.question_kind import OneOption, OptionKind
from generator.questions.variants.mistakes.code_mistakes import CODE_MISTAKES
from generator.questions.variants.scenario import Scenario, UnsoundVariantError, mistake_named

ANSWER = {"not-billable": "Not billable", "ask-therapist": "Ask the therapist"}
ANSWER_TEXT = {
    "not-billable": "Nothing is billed for it",
    "ask-therapist": "The note leaves out something the code depends on",
}
ANSWER_WORDS = {"not-billable": "not billable", "ask-therapist": "a question to the therapist"}


class ChooseCode(VisitItem):
    """One service, one best code (or none, or 'ask')."""

    kind: Literal["choose-code"]
    about: Slug | None = Field(
        None, description="id of the service asked about; may be left out where there is one"
    )
    prompt: Text = "Which code is reported for this service?"
    options: tuple[CodeOption | AnswerOption, ...] = Field(min_length=3, max_length=6)


class ChooseCodeKind(OneOption, OptionKind[ChooseCode]):
    """One best code, or none, or a question to the therapist."""

    name = "choose-code"
    label = "Choose the code"
    model = ChooseCode

    def derive(self, corpus: Corpus, item: ChooseCode) -> Key:
        """The engine's outcome for the service that is asked about."""
        visit = visit_of(item)
        outcome = select_code(corpus, visit, asked_service(visit, item.about))
        return Key(frozenset(outcome_answers(outcome)), outcome.reasons)

    def view(self, corpus: Corpus, item: ChooseCode, key: Key) -> AnswerView[None]:
        """Codes with their names, and the answers that are no code."""
        return AnswerView(
            tuple(_option(corpus, item, option, key) for option in item.options), None
        )

    def variants(self, corpus: Corpus, case: Scenario) -> Mapping[str, object]:
        """One right option, and as many wrong ones as the template asks for and mistakes give."""
        if case.template.right is None:
            text = "a question to choose from needs 'right', the feedback for its right option"
            raise UnsoundVariantError(text, "right")
        service = _asked(case)
        right = _best_answer(corpus, case, service)
        _cross_check(case, right)
        feedback = case.say(case.template.right, {"right": ANSWER_WORDS.get(right, right)})
        wrong = [
            _draft(answer, wrong_feedback(case, mistake, answer, (right,)), mistake.mistake)
            for answer, mistake in wrong_answers(corpus, case, (right,), service)
        ]
        if len(wrong) < 2:
            raise UnsoundVariantError(
                f"only {len(wrong)} of its mistakes lead to a wrong answer of their own; name more",
                "mistakes",
            )
        drafts = [_draft(right, feedback, None), *wrong]
        return {"about": service.id, "options": drafts[: case.template.options]}


def _option(
    corpus: Corpus, item: ChooseCode, option: CodeOption | AnswerOption, key: Key
) -> OptionView:
    if isinstance(option, CodeOption):
        return code_option_view(corpus, option, key)
    asks = option.answer == "ask-therapist"
    answer = ask_clinician(visit_of(item)) if asks else ANSWER[option.answer]
    return option_view(option, key, f"{answer}: {option.text or ANSWER_TEXT[option.answer]}")


def _draft(answer: str, feedback: str, mistake: str | None) -> dict[str, object]:
    name = "answer" if answer in ANSWER else "code"
    return {name: answer, "feedback": feedback, "mistake": mistake}


def _asked(case: Scenario) -> Service:
    about = case.template.about
    named = [service for service in case.facts.services if about in (None, service.id)]
    if len(named) != 1:
        raise UnsoundVariantError(
            "it is not clear which service is asked about; name one of the visit's in 'about'",
            "about",
        )
    return named[0]


def _best_answer(corpus: Corpus, case: Scenario, service: Service) -> str:
    answers = outcome_answers(select_code(corpus, case.visit, service))
    if len(answers) > 1:
        raise UnsoundVariantError(
            f"the facts leave {len(answers)} best answers ({' and '.join(answers)})", "draws"
        )
    return answers[0]


def _cross_check(case: Scenario, right: str) -> None:
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
    corpus: Corpus, case: Scenario, right: Collection[str], asked: Service | None = None
) -> Iterator[tuple[str, Mistake]]:
    """Each wrong answer once, with the mistake about a service that leads there.

    That is the service asked about, or else the one the mistake names. What is right by accident
    is dropped.
    """
    seen = set(right)
    for place, mistake in case.mistakes():
        make = mistake_named(CODE_MISTAKES, "codes", mistake, place)
        service = asked or _service_of(case, mistake, place)
        answer = make(corpus, case.visit, service, mistake)
        if answer and answer not in seen:
            seen.add(answer)
            yield answer, mistake


def _service_of(case: Scenario, mistake: Mistake, place: int) -> Service:
    for service in case.visit.services:
        if mistake.of in (None, service.id):
            return service
    raise UnsoundVariantError(f"the visit has no service '{mistake.of}'", "mistakes", place, "of")


def wrong_feedback(case: Scenario, mistake: Mistake, wrong: str, right: Collection[str]) -> str:
    """What a mistake says of the wrong answer it leads to."""
    named = " and ".join(ANSWER_WORDS.get(answer, answer) for answer in sorted(right))
    return case.say(mistake.feedback, {"wrong": ANSWER_WORDS.get(wrong, wrong), "right": named})
