"""The words of the interface: the tables of labels.yaml, and phrases made with them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any, Literal, assert_never

from generator.authoring.yaml_reader import parse_yaml
from generator.facts.clinics import Overridden
from generator.facts.codes import Unit
from generator.facts.rule_figures import RuleValue
from generator.facts.techniques import Range
from generator.findings import ProjectError
from generator.questions.kinds.choose_code import choose_code_kind

ANSWER = choose_code_kind.ANSWER
NAMES: Mapping[bool | str, str] = {True: "yes", False: "no"}
PLURAL = re.compile(r"s\b")


def _tables() -> Mapping[str, Mapping[Any, Any]]:
    path = files("generator.pages").joinpath("labels.yaml")
    found = parse_yaml(path.name, path.read_bytes(), any_keys=True)
    return found.data  # type: ignore[return-value]  # tables


TABLES = _tables()
"""The tables by name; templates call them `words`."""
STATUS = TABLES["status"]
CONTACT = TABLES["contact"]
CONTACT_SHORT = TABLES["contact_short"]
AMOUNT = TABLES["amount"]
SPAN = TABLES["span"]
VERDICT = TABLES["verdict"]
ADJUDICATION = TABLES["adjudication"]
SETTING = TABLES["setting"]
DISCIPLINE = TABLES["discipline"]
CASE_PLACE = TABLES["case_place"]
ATTRIBUTE = TABLES["attribute"]
ROLE = TABLES["role"]
ROLE_SHORT = TABLES["role_short"]
QUESTION = TABLES["question"]
EVENT = TABLES["event"]
PRACTICE_MODE = TABLES["practice_mode"]


def value_name(key: str) -> str:
    """What the value of a rule is called in a table: its key in words where nothing better is."""
    return str(TABLES["value_name"].get(key) or key.replace("-", " ").capitalize())


def page_text(path: str, **counts: int) -> tuple[str, str]:
    """Title and description of the page at `path`."""
    title, description = TABLES["page"][path]
    return title, description.format(**counts)


def page_title(path: str) -> str:
    """Title of the page at `path`."""
    return str(TABLES["page"][path][0])


def download_text(name: str) -> tuple[str, str]:
    """Title and use of a format of downloads; raises `ProjectError` where it has no words."""
    if name not in TABLES["download"]:
        raise ProjectError(
            f"generator/pages/labels.yaml: 'download' has no words for the format '{name}'; add"
            f" '{name}: [Title, What it is for.]' there."
        )
    title, use = TABLES["download"][name]
    return title, use


def day(value: date | str | None) -> str:
    """`2024-07-01` as 'July 1, 2024'; a looser date as it stands."""
    return f"{value:%B} {value.day}, {value.year}" if isinstance(value, date) else str(value or "")


def service_date(value: date) -> str:
    """`2024-07-01` as claims and charts write a date of service: '07/01/2024'."""
    return f"{value:%m/%d/%Y}"


def period(start: date | None, end: date | None) -> str:
    """The dates of service a fact holds for, in words; nothing where it always does."""
    if start and end:
        return f"on {day(start)}" if start == end else f"{day(start)} to {day(end)}"
    if start:
        return f"from {day(start)}"
    return f"until {day(end)}" if end else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """'1 unit', '2 units'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def condition(attribute: str, wanted: Range | tuple[bool | str, ...]) -> str:
    """A rule's condition in words: 'in order to restore motion', 'spinal regions: 3 to 4'."""
    name = ATTRIBUTE[attribute]
    if isinstance(wanted, Range):
        return f"{name}: {_range(wanted)}"
    values = " or ".join(NAMES.get(value, str(value).replace("-", " ")) for value in wanted)
    return f"{name} {values}" if attribute == "purpose" else f"{name}: {values}"


def amount_text(attribute: str, wanted: Range) -> str:
    """'1 patient', '3 to 4 spinal regions', '5 or more performance deficits'."""
    low, high, name = wanted.at_least or 0, wanted.at_most, ATTRIBUTE[attribute]
    amount = str(low) if low == high else _range(wanted)
    return f"{amount} {PLURAL.sub('', name, count=1) if low == high == 1 else name}"


def _range(wanted: Range) -> str:
    low = wanted.at_least or 0
    return f"{low} or more" if wanted.at_most is None else f"{low} to {wanted.at_most}"


def figure(value: RuleValue) -> str:
    """A rule's figure with its unit: '$2,480', '85 %'."""
    amount = f"{value.amount:,.2f}".removesuffix(".00")
    return {"usd": f"${amount}", "percent": f"{amount}%"}.get(value.unit, f"{amount} {value.unit}")


def unit_text(unit: Unit) -> str:
    """How a code is counted, in the few words of a table cell."""
    match unit.kind:
        case "timed":
            return f"timed, {unit.minutes} minutes per unit"
        case "untimed":
            return "untimed"
        case "measured":
            assert unit.measure, "the model sees to it"
            measure = unit.measure
            amount, span = AMOUNT[measure.of], SPAN[measure.span]
            if measure.of == "data_days":  # a band of days earns one unit, whatever its width
                return f"one unit from {measure.least} {amount} {span}"
            if measure.of == "area_cm2":
                return f"by wound area, {measure.size} sq cm per unit"
            return f"by total minutes {span}, {measure.size} minutes per unit"
        case _:
            assert_never(unit.kind)


def one_side(overridden: Overridden, side: Literal["ours", "theirs"]) -> str:
    """One side of a fact that a clinic overrides: its sentence, other values with their names."""
    values = ((entry.name, getattr(entry, side)) for entry in overridden.differences)
    return " ".join(
        value if name == "text" else f"{name.capitalize()}: {value}." for name, value in values
    )


def join_or(names: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    return _join(names, " or ")


def join_and(names: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return _join(names, " and ")


def _join(names: Sequence[str], last: str) -> str:
    return last.join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
