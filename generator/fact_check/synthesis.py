"""Sentences completed from what stands around them.

Headings, lists, questions, the sentence before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.fact_check import language as words
from generator.fact_check.patterns import IGNORE_CASE, compiled
from generator.fact_check.statement import Statement, found
from generator.fact_check.tagging import Tagged, Tagger

COREF = compiled(words.COREF, IGNORE_CASE)
FRAGMENT, CODE_ALONE = compiled(words.FRAGMENT), compiled(words.CODE_ALONE)
QUESTION_WHAT, QUESTION_WHICH = compiled(words.QUESTION_WHAT), compiled(words.QUESTION_WHICH)
YES, NO = compiled(words.YES, IGNORE_CASE), compiled(words.NO, IGNORE_CASE)
QUESTION_PHRASE, BILLED_SO = compiled(words.QUESTION_PHRASE), compiled(words.BILLED_SO)
CODE_TITLE, FRAGMENT_SHORT = compiled(words.CODE_TITLE), compiled(words.FRAGMENT_SHORT)
ASKED = compiled(
    r"^(is|are|does|do|can|may|should)\s+(?:(you|i|we|a therapist|therapists|one)\s+)?(.*)$",
    IGNORE_CASE,
)
CODE = compiled(r"(\b(?:\d{5}|[GS]\d{4})\b)\s*")
ECHO, TECHNIQUES, ASIDE = compiled(words.ECHO), compiled(words.TECHNIQUES), compiled(words.ASIDE)


LEVELS = 6


@dataclass
class Setting:
    """Headings in force, the codes last spoken of, an open question, and errors the document has already made."""

    headings: list[tuple[int, Tagged, bool]] = field(default_factory=list)
    focus: tuple[str, ...] = ()
    near: bool = False
    question: str = ""
    asked: Tagged | None = None
    errors: dict[str, set[str]] = field(default_factory=dict)

    @property
    def framed(self) -> bool:
        return any(framed for _, _, framed in self.headings)

    @property
    def section(self) -> tuple[str, ...]:
        """The codes of the nearest heading that names any."""
        return next((tagged.codes for _, tagged, _ in reversed(self.headings) if tagged.codes), ())

    def enter(self, level: int, tagged: Tagged, framed: bool) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, tagged, framed))
        self.focus = tagged.codes or self.section

    def title(self, tagged: Tagged) -> bool:
        """Whether a sentence is a code and nothing more, and so the title of what follows."""
        if not CODE_TITLE.match(tagged.text) or len(tagged.codes) != 1:
            return False
        self.enter(LEVELS + 1, tagged, self.framed)
        return True

    def learn(
        self,
        tagged: Tagged,
        text: str,
        knowledge: Mapping[str, Any],
        statements: tuple[Statement, ...],
    ) -> None:
        """Remember what the next sentences may point back to."""
        if tagged.codes:
            self.near = True
            self.focus = tagged.codes if len(tagged.codes) == 1 or len(tagged.of("C")) == 1 else ()
        self.question, self.asked = (text, tagged) if text.endswith("?") else ("", None)
        for statement in statements:
            if (
                statement.verdict == "wrong"
                and statement.kind in ("definition", "technique")
                and statement.code
            ):
                owners = {
                    code for token in tagged.of("P") for code in _owners(knowledge, token.values[0])
                }
                self.errors.setdefault(statement.code, set()).update(owners - {statement.code})


def _owners(knowledge: Mapping[str, Any], phrase: str) -> list[str]:
    entry = knowledge["phrases"][phrase]
    return entry["own"] or entry["aims"]


def answered(setting: Setting, tagger: Tagger, tagged: Tagged, text: str) -> str:
    """An answer made a sentence by its question, or nothing."""
    asked = setting.asked
    if asked is None or NO.match(text):
        return ""
    if YES.match(text) and asked.codes:
        return _asserted(setting.question)
    if (
        asked.codes
        and not asked.of("P")
        and not tagged.codes
        and QUESTION_WHAT.search(asked.text)
        and not COREF.search(text)
    ):
        return f"{' and '.join(asked.codes)}: {text}"
    which = bool(QUESTION_WHICH.search(asked.text) and CODE_ALONE.match(tagged.text))
    if (
        asked.of("P")
        and not asked.codes
        and not tagged.of("P")
        and (which or (QUESTION_PHRASE.match(asked.text) and BILLED_SO.match(tagged.text)))
    ):
        return f"{asked.of('P')[-1].said} is billed with {' and '.join(tagged.codes)}"
    return ""


def _asserted(question: str) -> str:
    """'Is X for Y?' as 'X is for Y.'"""
    plain = question.rstrip("? ")
    found_verb = ASKED.match(plain)
    if not found_verb:
        return plain
    verb, _, rest = found_verb.groups()
    if verb.lower() in ("is", "are"):
        return CODE.sub(lambda code: f"{code[1]} {verb.lower()} ", rest, count=1)
    return rest


def listed(tagger: Tagger, lead: str, tagged: Tagged, text: str) -> str:
    """A list item after the words that lead to the list: 'Use 97110 for:' and 'strength'."""
    start = tagger.tag(lead)
    if bool(start.codes) == bool(tagged.codes) or len(start.codes) > 1:
        return ""
    return f"{lead.rstrip(': ')} {text}" if start.codes or start.of("P") else ""


def fragment(setting: Setting, tagged: Tagged, text: str) -> str:
    """The first words under a heading that is a code, or a code alone under a heading that is a service."""
    if not setting.headings:
        return ""
    level, heading, _ = setting.headings[-1]
    if level > LEVELS and not FRAGMENT_SHORT.match(tagged.text):
        return ""
    if (
        len(heading.codes) == 1
        and not heading.of("P")
        and not tagged.codes
        and not COREF.search(text)
        and FRAGMENT.match(tagged.text)
    ):
        return f"{heading.codes[0]}: {text}"
    if (
        heading.of("P")
        and not heading.codes
        and not tagged.of("P")
        and CODE_ALONE.match(tagged.text)
    ):
        return f"{heading.of('P')[0].said}: {text}"
    return ""


def referred(setting: Setting, tagged: Tagged, text: str) -> str:
    """The sentence with 'this code' or 'it' replaced by the code last spoken of.

    'it' points no further back than its own paragraph.
    """
    if tagged.codes or not setting.focus:
        return ""
    pointer = COREF.search(text)
    if pointer is None or not (setting.near or "code" in pointer[0].lower()):
        return ""
    code = " and ".join(setting.focus)
    tail = text[pointer.end() :]
    tail = f" is{tail[2:]}" if tail.startswith(("'s ", "’s ")) else tail
    return f"{text[: pointer.start()]}{code}{tail}"


def techniques(setting: Setting, knowledge: Mapping[str, Any], tagged: Tagged, text: str) -> str:
    """A list of techniques in a section about one code, with one of that code among them, as a sentence about the code."""
    lead = TECHNIQUES.match(tagged.text)
    if tagged.codes or len(setting.section) != 1 or not lead or ASIDE.search(tagged.text):
        return ""
    code = setting.section[0]
    phrases = [knowledge["phrases"][token.values[0]] for token in tagged.of("P")]
    if not any(code in phrase["own"] for phrase in phrases) or "P" in lead[0]:
        return ""
    return f"{code} covers {text[tagged.of('P')[0].start :]}"


def echoed(setting: Setting, knowledge: Mapping[str, Any], tagged: Tagged) -> tuple[Statement, ...]:
    """A sentence without a code that goes on from an error the document has made about the code of its section."""
    if tagged.codes or len(setting.section) != 1 or not ECHO.search(tagged.text):
        return ()
    code = setting.section[0]
    foreign = setting.errors.get(code, set())
    said = [token for token in tagged.of("P") if foreign & set(_owners(knowledge, token.values[0]))]
    if not said or any(
        code in knowledge["phrases"][token.values[0]]["own"] for token in tagged.of("P")
    ):
        return ()
    fact = knowledge["codes"][code]
    right = next(iter(_owners(knowledge, said[0].values[0])))
    why = (
        f"Pattern 'an error goes on': the section is about {code}, and “{said[0].said}” is taken"
        f" for it. codes/{code}: {fact['name']}. {fact['meaning']}"
    )
    return (found("wrong", "technique", code, why, fact["sources"], right),)
