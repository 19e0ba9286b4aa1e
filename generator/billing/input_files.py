"""Input of the commands: text to a visit, a claim or a day, or every problem at its place."""

import difflib
from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.authoring.schema_errors import shape_findings
from generator.authoring.yaml_reader import Keys, Source, Unreadable, parse
from generator.billing.coded_services import base_of
from generator.billing.written_claims import CountedDay
from generator.facts.corpus import Corpus
from generator.facts.visits import MINUTES_IN_A_DAY
from generator.findings import Finding

Thing = TypeVar("Thing", bound=BaseModel)

NAMES = {"payer": "payers", "technique": "techniques", "purpose": "purposes"}


def read(corpus: Corpus, model: type[Thing], path: str, raw: bytes) -> Thing:
    """`raw` (YAML or JSON) as `model`; raises `Unreadable` with every problem, sorted by place."""
    source = parse(path, raw)
    named = (*_unknown_names(corpus, source, source.data, ()), *_too_long_a_day(source))
    try:
        thing = model.model_validate(source.data)
    except ValidationError as problem:
        taken = {finding.place for finding in named}
        shapes = (
            finding
            for finding in shape_findings(source, problem, model)
            if finding.place not in taken
        )
        raise Unreadable(*sorted((*named, *shapes))) from problem
    flaws = (
        *named,
        *(_uncountable(corpus, source, thing) if isinstance(thing, CountedDay) else ()),
    )
    if flaws:
        raise Unreadable(*sorted(flaws))
    return thing


def unknown_code(corpus: Corpus, code: object) -> str | None:
    """The sentence that names a code the facts do not have, with the nearest one.

    None where they have it.
    """
    if isinstance(code, int) and not isinstance(code, bool):
        return f'Code {code} is a number here; write it in quotes, "{code}".'
    if code in corpus.codes or code in corpus.other_codes:
        return None
    return f"Unknown code '{code}'{_hint(_near(str(code), (*corpus.codes, *corpus.other_codes)))}"


def _unknown_names(corpus: Corpus, source: Source, value: object, keys: Keys) -> Iterator[Finding]:
    """Codes, payers, techniques and purposes that the facts do not have, wherever they stand."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _unknown_names(corpus, source, entry, (*keys, index))
    if not isinstance(value, dict):
        return
    for key, entry in value.items():
        here = (*keys, key)
        if key == "code" and isinstance(entry, str | int):
            sentence = unknown_code(corpus, entry)
            if sentence:
                yield Finding(source.place(here), "V131", sentence)
        elif key in NAMES and isinstance(entry, str) and entry not in corpus.register(NAMES[key]):
            yield Finding(
                source.place(here),
                "V132",
                f"Unknown {key} '{entry}'{_hint(_near(entry, tuple(corpus.register(NAMES[key]))))}",
            )
        else:
            yield from _unknown_names(corpus, source, entry, here)


def _near(name: str, names: tuple[str, ...]) -> str | None:
    """The name it was likely meant to be: one that begins alike, nearest in length and number.

    Else by its letters.
    """
    for shared in (max(4, len(name) - 1), 2 if name.isdigit() else 4):
        begun = [other for other in names if len(name) > 2 and other.startswith(name[:shared])]
        if begun:
            return min(begun, key=lambda other: (_distance(name, other), other))
    return next(iter(difflib.get_close_matches(name, names, 1, 0.7)), None)


def _distance(name: str, other: str) -> tuple[int, int]:
    numbers = ["".join(filter(str.isdigit, text)) for text in (name, other)]
    return abs(len(name) - len(other)), (
        abs(int(numbers[0]) - int(numbers[1])) if all(numbers) else 0
    )


def _hint(near: str | None) -> str:
    return f"; the nearest is {near}." if near else "; name one that the facts have."


def _too_long_a_day(source: Source) -> Iterator[Finding]:
    services = source.data.get("services") if isinstance(source.data, dict) else None
    minutes = (
        [entry.get("minutes") for entry in services if isinstance(entry, dict)]
        if isinstance(services, list)
        else []
    )
    total = sum(
        int(spent)
        for spent in minutes
        if isinstance(spent, int | float) and 0 < spent <= MINUTES_IN_A_DAY and spent == int(spent)
    )
    if total > MINUTES_IN_A_DAY:
        yield Finding(
            source.key_place(("services",)),
            "V133",
            f"The services last {total} minutes together; a day has {MINUTES_IN_A_DAY}.",
        )


def _uncountable(corpus: Corpus, source: Source, day: CountedDay) -> Iterator[Finding]:
    """Whether a code is timed, where the input and the facts disagree, the input disagrees with itself, or neither says."""
    said: dict[str, bool] = {}
    for index, service in enumerate(day.services):
        if (
            service.timed is not None
            and said.setdefault(service.code, service.timed) != service.timed
        ):
            sentence = f"{service.code} is said to be both timed and untimed; correct one of them."
            yield Finding(source.place(("services", index, "timed")), "V139", sentence)
        entry = corpus.codes.get(base_of(corpus, service.code))
        if entry is None and service.timed is None:
            sentence = (
                f"Whether {service.code} is timed is not known here; add 'timed: true' or 'timed:"
                " false'."
            )
            yield Finding(source.place(("services", index, "code")), "V134", sentence)
        elif entry and service.timed is not None and service.timed != (entry.unit.kind == "timed"):
            yield Finding(
                source.place(("services", index, "timed")),
                "V135",
                f"{service.code} is {entry.unit.kind}; correct or remove 'timed'.",
            )
