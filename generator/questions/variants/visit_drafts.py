"""What fell to a visit: the draft of its services filled with what was drawn."""

from collections.abc import Mapping

from generator.facts.question_templates import ServiceDraft, Template
from generator.facts.visits import VisitFacts
from generator.questions.variants.variant_space import DrawnValues


def visit_facts(template: Template, drawn: DrawnValues) -> VisitFacts:
    """The visit of one variant; raises pydantic's `ValidationError` where the pieces make none."""
    draft = template.visit
    circumstances = {
        name: value
        for choice in drawn.choices.values()
        for name, value in choice.circumstances.items()
    }
    necessary = {} if draft.necessary is None else {"necessary": draft.necessary}
    allowed = draft.allowed_so_far_usd
    return VisitFacts.model_validate(
        {
            "discipline": draft.discipline,
            "setting": draft.setting,
            "services": [_service(service, drawn) for service in draft.services],
            "allowed_so_far_usd": None if allowed is None else _number(allowed, drawn),
            **necessary,
            **circumstances,
        }
    )


def _service(draft: ServiceDraft, drawn: DrawnValues) -> Mapping[str, object]:
    own = draft.model_dump(exclude_none=True, exclude={"draw", "minutes", "details"})
    draws = (draft.draw,) if isinstance(draft.draw, str) else draft.draw
    done = [choice.service for choice in map(drawn.choices.__getitem__, draws) if choice.service]
    drawn_facts = {
        name: value
        for part in done
        for name, value in part.model_dump(exclude_none=True, exclude={"details"}).items()
    }
    by = [choice.by[draft.id] for choice in drawn.choices.values() if draft.id in choice.by]
    provider = {"by": by[0]} if by else {}
    details = {
        **draft.details,
        **{name: value for part in done for name, value in part.details.items()},
    }
    minutes = {} if draft.minutes is None else {"minutes": _number(draft.minutes, drawn)}
    return {
        **own,
        **drawn_facts,
        **provider,
        **minutes,
        "details": {str(name): _detail(value, drawn) for name, value in details.items()},
    }


def _number(value: int | str, drawn: DrawnValues) -> int:
    return drawn.numbers[value] if isinstance(value, str) else value


def _detail(value: bool | int | str, drawn: DrawnValues) -> bool | int | str:
    """`{regions}` stands for the number drawn under that name."""
    if isinstance(value, str) and value[:1] == "{" and value[1:-1] in drawn.numbers:
        return drawn.numbers[value[1:-1]]
    return value
