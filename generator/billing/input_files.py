"""Input of the commands: text to a visit, a claim or a day, or every problem at its place."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.authoring.schema_errors import schema_findings
from generator.authoring.size_limits import UnreadableFileError
from generator.authoring.yaml_reader import YamlSource, parse_yaml
from generator.billing.coded_services import base_of
from generator.billing.detail_words import wrong_words
from generator.billing.word_search import entries, find, techniques_called
from generator.billing.written_claims import CountedDay
from generator.facts.base import PART_B, Keys
from generator.facts.corpus import Corpus
from generator.facts.submissions import MOST_LINES
from generator.facts.visits import MOST_SERVICES, Visit
from generator.facts.whole_minutes import MINUTES_IN_A_DAY
from generator.findings import Finding

Input = TypeVar("Input", bound=BaseModel)

NOTHING: Mapping[str, object] = MappingProxyType({})
CUT = re.compile(rb"(- )?[a-z_]+:[^\n]*\n( +)\S")
MOST_HINTS = 4
REGISTERS = {"payer": "payers", "technique": "techniques", "purpose": "purposes"}


def read(
    corpus: Corpus,
    model: type[Input],
    path: str,
    raw: bytes,
    over: Mapping[str, object] = NOTHING,
) -> Input:
    """`raw` (YAML or JSON) as `model`; raises `UnreadableFileError` with all problems, sorted.

    A visit may be pasted as it stands in a question, or with the whole question. What is `over` it
    replaces its own.
    """
    lacking = _cut(path, raw)
    try:
        return _read(corpus, model, parse_yaml(path, b" " * lacking + raw), over)
    except UnreadableFileError as problem:
        findings = (_moved(finding, lacking) for finding in problem.findings)
        raise UnreadableFileError(*findings) from problem


def _read(
    corpus: Corpus, model: type[Input], source: YamlSource, over: Mapping[str, object]
) -> Input:
    if issubclass(model, Visit):
        source = _pasted(corpus, source, over)
    _reject_many(source)
    source = replace(source, data=_with_techniques(corpus, source.data))
    found = [*_unknown_names(corpus, source, source.data, ()), *_day_too_long(source)]
    try:
        result = model.model_validate(source.data)
    except ValidationError as problem:
        places = {finding.place for finding in found}
        shapes = schema_findings(source, problem, model)
        found += (finding for finding in shapes if finding.place not in places)
        raise UnreadableFileError(*sorted(found)) from problem
    if isinstance(result, CountedDay):
        found += _uncountable(corpus, source, result)
    if isinstance(result, Visit):
        words = wrong_words(corpus, result)
        found += (Finding(source.place(keys), "V141", sentence) for keys, sentence in words)
    if found:
        raise UnreadableFileError(*sorted(found))
    return result


def defaults_of(raw: bytes, over: Mapping[str, object]) -> list[str]:
    """Which of payer and date neither a pasted visit nor what is over it names."""
    source = parse_yaml("", b" " * _cut("", raw) + raw)
    around = source.at((0,)) if isinstance(source.data, list) else source.data
    visit = around.get("visit", around) if isinstance(around, dict) else {}
    given = {*over, *(around if isinstance(around, dict) else ()), *visit}
    return [name for name in ("payer", "date") if name not in given]


def _cut(path: str, raw: bytes) -> int:
    """How many spaces the first line lacks, where it was pasted without its indentation."""
    found = CUT.match(raw)
    lacking = len(found[2]) - len(found[1] or b"") if found else 0
    padded = b" " * lacking + raw
    return lacking if lacking > 0 and not _parses(path, raw) and _parses(path, padded) else 0


def _parses(path: str, raw: bytes) -> bool:
    try:
        return bool(parse_yaml(path, raw))
    except UnreadableFileError:
        return False


def _moved(finding: Finding, spaces: int) -> Finding:
    """The finding where it is in what was pasted."""
    place = finding.place
    column = max(1, place.column - spaces) if place.line == 1 else place.column
    return replace(finding, place=replace(place, column=column))


def _pasted(corpus: Corpus, source: YamlSource, over: Mapping[str, object]) -> YamlSource:
    """The visit of a question, or of its `visit:` block, with the payer and the date beside it.

    A block that names neither is for Medicare, on the day as of which the facts are judged.
    """
    within: Keys = (0,) if isinstance(source.data, list) and len(source.data) == 1 else ()
    around = source.at(within)
    visit = around.get("visit") if isinstance(around, dict) else None
    if not isinstance(around, dict) or not isinstance(visit, dict):
        data = source.data
        return replace(source, data={**data, **over}) if isinstance(data, dict) else source
    found = {"payer": PART_B, "date": corpus.judged_on, **around}
    beside = {name: found[name] for name in ("payer", "date") if name not in visit}
    return replace(
        source,
        data={**visit, **beside, **over},
        within=(*within, "visit"),
        beside=frozenset(beside),
    )


def _reject_many(source: YamlSource) -> None:
    """Before anything is looked up: what a visit, a day or a claim cannot have so many of."""
    for key, most in (("services", MOST_SERVICES), ("lines", MOST_LINES)):
        entries = source.at((key,))
        if isinstance(entries, list) and len(entries) > most:
            sentence = f"'{key}' has {len(entries)} entries; it takes at most {most}."
            raise UnreadableFileError(Finding(source.key_place((key,)), "V140", sentence))


def unknown_code(corpus: Corpus, code: object) -> str | None:
    """The sentence about a code that the facts do not have; no other is guessed. Else None."""
    if isinstance(code, int) and not isinstance(code, bool):
        return f'Code {code} is a number here; write it in quotes, "{code}".'
    if code in corpus.codes or code in corpus.other_codes:
        return None
    return f"Unknown code '{code}'; check its digits, or name another."


def _unknown_names(
    corpus: Corpus, source: YamlSource, value: object, keys: Keys
) -> Iterator[Finding]:
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _unknown_names(corpus, source, entry, (*keys, index))
    if not isinstance(value, dict):
        return
    for key, entry in value.items():
        here = (*keys, key)
        if key == "code" and isinstance(entry, str | int) and _needs_facts(entry, value):
            sentence = unknown_code(corpus, entry)
            if sentence:
                yield Finding(source.place(here), "V131", sentence)
        elif key in REGISTERS and isinstance(entry, str):
            names = tuple(corpus.register(REGISTERS[key]))
            if entry not in names:
                near = _suggested(corpus, entry) if key == "technique" else ""
                sentence = f"Unknown {key} '{entry}'{near or _hint(entry, names)}"
                yield Finding(source.place(here), "V132", sentence)
        else:
            yield from _unknown_names(corpus, source, entry, here)


def _needs_facts(code: str | int, service: dict[object, object]) -> bool:
    """Whether the facts must have the code: arithmetic takes any said to be timed or not."""
    return not (isinstance(code, str) and isinstance(service.get("timed"), bool))


def _with_techniques(corpus: Corpus, data: object) -> object:
    """The input with the technique's id wherever a service names one in a note's own words."""
    if not isinstance(data, dict) or not isinstance(data.get("services"), list):
        return data
    return {**data, "services": [_with_technique(corpus, entry) for entry in data["services"]]}


def _with_technique(corpus: Corpus, service: object) -> object:
    if not isinstance(service, dict) or not isinstance(service.get("technique"), str):
        return service
    if service["technique"] in corpus.techniques:
        return service
    named = techniques_called(corpus, service["technique"])
    return {**service, "technique": named[0]} if len(named) == 1 else service


def _suggested(corpus: Corpus, words: str) -> str:
    """What the words of an unknown technique may mean: techniques and codes."""
    near = find(entries(corpus), words)[:MOST_HINTS]
    named = [name.removeprefix("techniques/").replace("codes/", "code ") for name in near]
    return f"; it may be {' or '.join(named)}." if named else ""


def _hint(name: str, names: tuple[str, ...]) -> str:
    near = _nearest(name, names)
    return f"; the nearest is {near}." if near else "; name one that the facts have."


def _nearest(name: str, names: tuple[str, ...]) -> str | None:
    for shared in (max(4, len(name) - 1), 2 if name.isdigit() else 4):
        alike = [other for other in names if len(name) > 2 and other.startswith(name[:shared])]
        if alike:
            return min(alike, key=lambda other: (_distance(name, other), other))
    return next(iter(difflib.get_close_matches(name, names, 1, 0.7)), None)


def _distance(name: str, other: str) -> tuple[int, int]:
    one, two = ("".join(filter(str.isdecimal, text)) for text in (name, other))
    return abs(len(name) - len(other)), abs(int(one) - int(two)) if one and two else 0


def _day_too_long(source: YamlSource) -> Iterator[Finding]:
    services = source.data.get("services") if isinstance(source.data, dict) else None
    entries = services if isinstance(services, list) else []
    minutes = [entry.get("minutes") for entry in entries if isinstance(entry, dict)]
    total = sum(
        int(spent)
        for spent in minutes
        if isinstance(spent, int | float) and 0 < spent <= MINUTES_IN_A_DAY and spent == int(spent)
    )
    if total > MINUTES_IN_A_DAY:
        sentence = f"The services last {total} minutes together; a day has {MINUTES_IN_A_DAY}."
        yield Finding(source.key_place(("services",)), "V133", sentence)


def _uncountable(corpus: Corpus, source: YamlSource, day: CountedDay) -> Iterator[Finding]:
    first: dict[str, bool] = {}
    for index, service in enumerate(day.services):
        code, timed = service.code, service.timed
        entry = corpus.codes.get(base_of(corpus, code))
        place = source.place(("services", index, "code" if timed is None else "timed"))
        if timed is None:
            if entry is None:
                sentence = (
                    f"Whether {code} is timed is not known here; add 'timed: true' or 'timed:"
                    " false'."
                )
                yield Finding(place, "V134", sentence)
            continue
        if first.setdefault(code, timed) != timed:
            sentence = f"{code} is said to be both timed and untimed; correct one of them."
            yield Finding(place, "V139", sentence)
        if entry and timed != (entry.unit.kind == "timed"):
            sentence = f"{code} is {entry.unit.kind}; correct or remove 'timed'."
            yield Finding(place, "V135", sentence)
