"""House style: American spelling, US units, dates as prose writes them, and idioms to avoid.

An editor extends the lists in site_config/house_style.yaml; this module only applies them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from pydantic import Field, field_validator

from generator.authoring.file_kinds import FileKind
from generator.authoring.size_limits import place_in
from generator.facts.base import Model, Text
from generator.findings import Finding

PATH = "site_config/house_style.yaml"
WORD = re.compile(r"[a-z]+")
KEY = re.compile(r"(?:^|[{,])[ \t]*(?:- +)*\"?([a-z_]+)\"?:(?=\s)", re.MULTILINE)
PART_OF_WORD = re.compile(r"[\w-]")
NEAR = 4000
"""Characters before a match among which its key is looked for."""


class Remedy(Model):
    """What to write instead of a wording, and where the wording is right."""

    say: Text = Field(description="what to write instead; completes the word 'write'")
    but_not_in: tuple[Text, ...] = Field(
        default=(), description="keys (note) and beginnings of paths (docs/) where it is right"
    )


class FormatRule(Remedy):
    """A format to avoid and what to write instead."""

    find: Text = Field(description="a regular expression; quickest where it begins with a digit")
    only_in: tuple[Text, ...] = Field(
        default=(), description="beginnings of paths where it is wrong; everywhere if left out"
    )

    @field_validator("find")
    @classmethod
    def _is_pattern(cls, find: str) -> str:
        try:
            re.compile(find)
        except re.error as error:
            raise ValueError(f"'{find}' is no regular expression: {error}.") from error
        return find


Phrases = Mapping[Text, Remedy | Text]
Match = tuple[int, str, str, Remedy]
"""Where, the words found, the code of the finding, the remedy."""


class HouseStyle(Model):
    """Words, units and formats that texts of the site avoid, each with what to write instead."""

    also_read: tuple[Text, ...] = Field(
        default=(), description="files beside content/ and quizzes/ that are checked, as globs"
    )
    quoted: tuple[Text, ...] = Field(
        default=(), description="keys and beginnings of paths that hold the words of others"
    )
    spelling: Phrases = Field(default={}, description="British word: American word")
    units: Phrases = Field(default={}, description="metric unit after a number: US unit")
    formats: tuple[FormatRule, ...] = Field(default=(), description="dates, times, percentages")
    titles: tuple[FormatRule, ...] = Field(
        default=(), description="titles of questions that are no neutral label"
    )
    boilerplate: tuple[FormatRule, ...] = Field(
        default=(), description="feedback that would fit any option"
    )
    idioms: Phrases = Field(default={}, description="wording the trade does not use: its own")
    idioms_to_come: Phrases = Field(
        default={}, description="as idioms, not checked yet; move an entry up once the texts agree"
    )

    @cached_property
    def phrases(self) -> Mapping[str, tuple[frozenset[str], str, Remedy]]:
        """By phrase in small letters: its words, the code of its finding, what to write."""
        coded = (("W381", self.spelling), ("W384", self.idioms))
        return {
            phrase.lower(): (frozenset(WORD.findall(phrase.lower())), code, _remedy(instead))
            for code, listed in coded
            for phrase, instead in listed.items()
        }

    @cached_property
    def measured(self) -> re.Pattern[str]:
        """A number before any of the units."""
        units = "|".join(map(re.escape, sorted(self.units, key=len, reverse=True)))
        return re.compile(rf"\d[\d.,]*[ -]?({units or '(?!)'})(?![\w/-])")


KIND = FileKind("house-style", PATH, HouseStyle, lambda _: ())


def style_findings(style: HouseStyle, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Where texts, by path, use what the house style avoids."""
    for path, text in texts.items():
        if path.startswith(style.quoted):
            continue
        for start, found, code, remedy in _matches(style, text):
            right_in, key = (*style.quoted, *remedy.but_not_in), _key(text, start)
            elsewhere = isinstance(remedy, FormatRule) and not path.startswith(remedy.only_in or "")
            if key not in right_in and not path.startswith(right_in) and not elsewhere:
                sentence = f"'{' '.join(found.split())}' is not house style; write: {remedy.say}."
                yield Finding(place_in(path, text, start), code, sentence, "warning")


def _matches(style: HouseStyle, text: str) -> Iterator[Match]:
    lower = text.lower()
    words = set(WORD.findall(lower))
    for phrase, (own, code, remedy) in style.phrases.items():
        if own <= words:
            pattern = r"\s+".join(map(re.escape, phrase.split()))
            for found in re.finditer(rf"{pattern}(?![\w-])", lower):  # begins as text: quick
                start = found.start()
                if not PART_OF_WORD.match(lower[start - 1 : start]):
                    yield start, text[start : found.end()], code, remedy
    for found in style.measured.finditer(text):
        yield found.start(), found[0], "W382", _remedy(style.units[found[1]])
    ruled = (("W383", style.formats), ("W385", style.boilerplate), ("W386", style.titles))
    for code, rules in ruled:
        for rule in rules:
            for found in re.finditer(rule.find, text):
                yield found.start(), found[0], code, rule


def _remedy(instead: Remedy | str) -> Remedy:
    return Remedy(say=instead) if isinstance(instead, str) else instead


def _key(text: str, at: int) -> str | None:
    """The last YAML key before a place, or none."""
    keys = KEY.findall(text, max(0, at - NEAR), at)
    return keys[-1] if keys else None
