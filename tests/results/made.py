"""Results that tests make: of the quiz of kinds, by learners of known ability."""

import json
import random
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from generator.questions.kinds.marking import Marking

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = "2026-11-21T12:00:00Z"
HOSTILE = (
    '=HYPERLINK("https://example.org","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    'Ann "the quote" O\'Neil, Jr.',
    "\u202eevil\u202c",
    "مريم العلي",
    "😀 Zoë",
    "\t=1+1",
    "a\nb",
    "{{7*7}}",
    "constructor",
    "__proto__",
)


def stamp(after: float = 0) -> str:
    """A moment so many seconds after the start, as the page writes it."""
    at = START + timedelta(seconds=after)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"


def any_response(marking: Marking, chance: random.Random) -> list[str]:
    """Something that the page of the question lets one choose."""
    ids = [option.id for option in marking.options]
    match marking.kind:
        case "choose-code" | "judge-claim":
            return [chance.choice(ids)]
        case "units":
            return [f"{code}.{chance.randint(0, 3)}" for code in ids]
        case "claim":
            lines = [
                f"{place}.{code}.{chance.randint(1, 3)}"
                + chance.choice(("", ".GP", ".GP.KX", ".59.GP"))
                for place, code in enumerate(chance.choices(ids, k=chance.randint(0, 4)), 1)
            ]
            return lines or ["nothing"]
        case _:
            return chance.sample(ids, chance.randint(1, len(ids)))


def right_response(marking: Marking) -> list[str]:
    match marking.kind:
        case "choose-code" | "judge-claim":
            return [next(option.id for option in marking.options if option.right)]
        case "units":
            return [f"{code}.{units}" for code, units in marking.ways[0].items()]
        case "claim":
            return [
                ".".join((str(place), code, str(units), *modifiers))
                for place, (code, units, modifiers) in enumerate(marking.ways[0], 1)
            ] or ["nothing"]
        case _:
            return [option.id for option in marking.options if option.right]


def result(
    keys: Mapping[str, Marking],
    name: str,
    responses: Mapping[str, list[str]],
    number: int = 1,
    **changes: Any,
) -> dict[str, Any]:
    """A sound result of one learner; 30 seconds a question."""
    answers = [
        {
            "item": item,
            "version": keys[item].version,
            "digest": keys[item].digest,
            "response": response,
            "started": stamp(number + 30 * place),
            "ms": 20_000 + 100 * number,
        }
        for place, (item, response) in enumerate(responses.items())
    ]
    return {
        "format": "rightcode-result",
        "version": 1,
        "id": str(UUID(int=random.Random(f"{name}{number}").getrandbits(128), version=4)),
        "assignment": {"id": "week-three", "title": "Week three", "items": list(keys)},
        "learner": {"name": name},
        "attempt": 1,
        "started": stamp(number),
        "finished": stamp(number + 30 * len(answers)),
        "site": {"as_of": "2026-01-01"},
        "answers": answers,
        **changes,
    }


def class_of(keys: Mapping[str, Marking], size: int, seed: int = 1) -> list[dict[str, Any]]:
    """Learners from weak to strong.

    The strong answer rightly more often, and some leave a question out.
    """
    chance = random.Random(seed)
    found = []
    for number in range(size):
        ability = (number + 1) / (size + 1)
        responses = {}
        for name, marking in keys.items():
            if chance.random() < 0.95:
                responses[name] = (
                    right_response(marking)
                    if chance.random() < ability
                    else any_response(marking, chance)
                )
        found.append(result(keys, f"Learner {number:03}", responses, number))
    return found


def raw(values: Iterable[dict[str, Any]]) -> list[tuple[str, bytes]]:
    return [(f"{place:03}.json", json.dumps(value).encode()) for place, value in enumerate(values)]
