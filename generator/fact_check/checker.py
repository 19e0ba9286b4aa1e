"""Goes through a document with what the headings, lists, tables, questions and sentences before tell of each sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.fact_check import language as words
from generator.fact_check.checker_tables import table_sentences
from generator.fact_check.clauses import ERROR_FRAME, GOOD_AIMS, read
from generator.fact_check.passages import Block, Passage
from generator.fact_check.patterns import IGNORE_CASE, compiled
from generator.fact_check.rules import judge
from generator.fact_check.sentences import sentences
from generator.fact_check.statement import Statement, found
from generator.fact_check.synthesis import (
    Setting,
    answered,
    echoed,
    fragment,
    listed,
    referred,
    techniques,
)
from generator.fact_check.tagging import Tagged, Tagger

WORTH_READING = compiled(
    r"\d{5}|[gs]\d{4}|unit|modifier|threshold|kx|minute|\bcap\b|medicare|\bcpt\b|codes?\b|^it\b|^they\b|technique|document|record|diagnos|progress"
    r" (?:report|note)|\b[gc][opnq]\b|mue|every insur",
    IGNORE_CASE,
)
ADVICE, REFUTED = compiled(words.ADVICE), compiled(words.REFUTED)
LABEL = compiled(r"^(?:Q|A|Question|Answer)\s*[:.]\s*", IGNORE_CASE)
FACT_LABEL = compiled(r"^(?:fact|reality|truth|the truth|correct|right)\s*:", IGNORE_CASE)
MYTH_LABEL = compiled(r"^(?:myth|false|wrong|incorrect|don'?t)\s*[:#0-9]", IGNORE_CASE)
FIGURES = compiled(r"unit|minute|\bcap\b|threshold|\bcpt\b|codes?\b|diagnos|progress|time")
TITLE = 30
SHOWN = 400
REMEMBERED = 4096


@dataclass
class _State:
    """What the text so far leaves behind."""

    setting: Setting = field(default_factory=Setting)
    framed_until: int = 0
    lead: str = ""
    fresh: bool = False


class Checker:
    """Judges documents by one table of knowledge."""

    def __init__(self, knowledge: Mapping[str, Any]) -> None:
        self.knowledge = knowledge
        self.tagger = Tagger(knowledge)
        self._judged = lru_cache(maxsize=REMEMBERED)(self._judge)

    def check(self, blocks: tuple[Block, ...]) -> tuple[Statement, ...]:
        """Every statement about a code, in the order of the text."""
        state = _State()
        return tuple(statement for block in blocks for statement in self._block(state, block))

    def _block(self, state: _State, block: Block) -> Iterator[Statement]:
        match block.kind:
            case "heading":
                yield from self._heading(state, block)
            case "table":
                state.lead = ""
                yield from self._table(state, block)
            case "item":
                yield from self._passage(state, block.passage, self._lead(state, block.passage))
            case _:
                yield from self._passage(state, block.passage, "")
                text = block.passage.text
                last = list(sentences(text[-1500:]))
                state.lead = last[-1][1] if last and text.endswith(":") else ""

    def _heading(self, state: _State, block: Block) -> Iterator[Statement]:
        text = block.passage.text
        state.lead = ""
        tagged = self.tagger.tag(text[:600])
        framed = bool(ERROR_FRAME.search(GOOD_AIMS.sub(" ", tagged.text)))
        state.setting.enter(block.level, tagged, framed)
        state.fresh = True
        yield from self._sentence(state, block.passage, 0, text[:600], framed, "")
        state.fresh = True

    def _lead(self, state: _State, passage: Passage) -> str:
        """The words a list item goes on from, where it needs them."""
        return state.lead if state.lead and (state.lead.endswith(":")) else ""

    def _table(self, state: _State, block: Block) -> Iterator[Statement]:
        for passage, text in table_sentences(self.tagger, block):
            for statement in self._judged(text, state.setting.framed):
                line, column = passage.place(0)
                yield statement.at(line, column, passage.text[:SHOWN])

    def _passage(self, state: _State, passage: Passage, lead: str) -> Iterator[Statement]:
        parts = list(sentences(passage.text))
        state.setting.near = state.fresh or bool(state.setting.question)
        myth = bool(MYTH_LABEL.match(passage.text))
        for number, (offset, text) in enumerate(parts):
            myth = myth and not FACT_LABEL.match(text)
            after = parts[number + 1][1] if number + 1 < len(parts) else ""
            framed = (
                myth or self._framed(state, text, bool(lead)) or bool(REFUTED.match(after.lower()))
            )
            yield from self._sentence(
                state, passage, offset, text, framed, lead if number == 0 else ""
            )
            state.fresh = len(text) < TITLE and state.setting.title(self.tagger.tag(text))

    def _framed(self, state: _State, text: str, item: bool) -> bool:
        """Whether the heading already calls what stands here an error.

        Advice under it is meant as said.
        """
        return state.setting.framed and not ADVICE.search(text.lower())

    def _sentence(
        self, state: _State, passage: Passage, offset: int, text: str, framed: bool, lead: str
    ) -> Iterator[Statement]:
        text = LABEL.sub("", text)
        setting, fresh = state.setting, state.fresh
        state.fresh = False
        if not (
            setting.question or fresh or lead or text.endswith("?") or WORTH_READING.search(text)
        ):
            return
        tagged = self.tagger.tag(text)
        meant = self._meant(setting, tagged, text, fresh, lead)
        statements = self._judged(meant, framed)
        if not statements and not framed:
            statements = self._later(setting, tagged, text)
        setting.learn(tagged, text, self.knowledge, statements)
        line, column = passage.place(offset)
        yield from (statement.at(line, column, text[:SHOWN]) for statement in statements)

    def _meant(self, setting: Setting, tagged: Tagged, text: str, fresh: bool, lead: str) -> str:
        """The sentence with what it leaves out.

        The question before, the words a list began with, the code it points to.
        """
        return (
            answered(setting, self.tagger, tagged, text)
            or (lead and listed(self.tagger, lead, tagged, text))
            or (fresh and fragment(setting, tagged, text))
            or referred(setting, tagged, text)
            or text
        )

    def _later(self, setting: Setting, tagged: Tagged, text: str) -> tuple[Statement, ...]:
        """What only the section makes a statement.

        A list of techniques, or an error of before that goes on.
        """
        listed_as = techniques(setting, self.knowledge, tagged, text)
        if listed_as:
            return tuple(one for one in self._judged(listed_as, False) if one.verdict == "wrong")
        return echoed(setting, self.knowledge, tagged)

    def _judge(self, text: str, framed: bool) -> tuple[Statement, ...]:
        """The verdicts on a sentence by itself; the same words are judged once only."""
        tagged = self.tagger.tag(text)
        if not tagged.tokens and not FIGURES.search(tagged.text):
            return ()
        statements = judge(self.knowledge, read(tagged, framed))
        if statements or not tagged.codes:
            return statements
        code = tagged.codes[0]
        why = (
            "Told as an error, asked or supposed; not judged."
            if framed
            else "No pattern fits this sentence."
        )
        return (
            (found("unknown", "definition", code, why),) if code in self.knowledge["codes"] else ()
        )
