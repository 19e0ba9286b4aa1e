"""What the name of a published file says: setting, quarter and part."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.cms.quarter import Quarter

Setting = Literal["practitioner", "hospital", "dme"]

SETTINGS: tuple[tuple[str, Setting], ...] = (
    ("ccipra|practitioner", "practitioner"),
    ("ccioph|hospital", "hospital"),
    ("dme", "dme"),
)
MONTHS = {"jan": 1, "apr": 4, "jul": 7, "oct": 10}
QUARTERS: tuple[tuple[str, Callable[[re.Match[str]], Quarter]], ...] = (
    (
        r"cci(?:pra|oph)-?v(\d\d)([0-3])r\d",
        lambda found: Quarter(1994 + int(found[1]), int(found[2]) + 1),
    ),
    (r"(20\d\d)[-_ ]?q([1-4])", lambda found: Quarter(int(found[1]), int(found[2]))),
    (r"eff[-_](\d\d)-\d\d-(20\d\d)", lambda found: Quarter.of_month(int(found[2]), int(found[1]))),
    (
        r"pprrvu(?:20)?(\d\d)[-_]?(jan|apr|jul|oct)",
        lambda found: Quarter.of_month(2000 + int(found[1]), MONTHS[found[2]]),
    ),
    (
        r"(?<!ppr)rvu(\d\d)([a-d])",
        lambda found: Quarter(2000 + int(found[1]), "abcd".index(found[2]) + 1),
    ),
)


@dataclass(frozen=True)
class Label:
    """What a name says; None where it does not say it. Part 0 is a table that is not parted."""

    setting: Setting | None
    quarter: Quarter | None
    part: int


def label_of(name: str) -> Label:
    """`ccipra-v323r0-f1.txt` as practitioner, 2026q4, part 1."""
    low = name.lower()
    setting = next((setting for pattern, setting in SETTINGS if re.search(pattern, low)), None)
    quarters = (read(found) for pattern, read in QUARTERS if (found := re.search(pattern, low)))
    part = re.search(r"[-_]f([1-9])\b", low)
    return Label(setting, next(quarters, None), int(part[1]) if part else 0)
