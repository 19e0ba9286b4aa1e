"""What the note gives of a service, by name, and whether a condition is met by it."""

from collections.abc import Mapping

from generator.facts.techniques import Attribute, Range, Technique, When
from generator.facts.visits import Service

Attributes = Mapping[str, bool | int | str | None]


def attributes_of(service: Service, technique: Technique | None = None) -> Attributes:
    """What the note gives of a service, by the names that rules use."""
    return {
        "purpose": service.purpose,
        "contact": _contact(service, technique),
        "minutes": service.minutes,
        **{str(name): value for name, value in service.details.items()},
    }


def _contact(service: Service, technique: Technique | None) -> str | None:
    """How patient and clinician are together; by video, what the service is in person."""
    usual = technique.contact if technique else None
    if service.contact == "remote" and technique:
        return usual or "one-on-one"
    return service.contact or usual


def fits(when: When, known: Attributes) -> bool | str:
    """Whether every condition holds; the first attribute that decides and is not known."""
    values: dict[Attribute, bool | int | str | None] = {name: known.get(name) for name in when}
    for attribute, value in values.items():
        if value is not None and not meets(value, when[attribute]):
            return False
    return next((attribute for attribute, value in values.items() if value is None), True)


def meets(value: bool | int | str, wanted: Range | tuple[bool | str, ...]) -> bool:
    """Whether a value is in the range or among the values; yes and 1 are not the same."""
    if isinstance(wanted, Range):
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return (wanted.at_least or 0) <= value and (
            wanted.at_most is None or value <= wanted.at_most
        )
    return any(isinstance(value, bool) == isinstance(one, bool) and value == one for one in wanted)
