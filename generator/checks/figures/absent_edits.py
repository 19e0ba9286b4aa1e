"""Questions and pages that say that two codes have no NCCI edit.

'97140 has no NCCI edit with 97110', 'Medicare has no edit with 97161', 'no edit pairs them'.
"""

import re
from collections.abc import Iterator

from generator.checks.figures.edit_statements import AN_EDIT, NO_EDIT, Statement, Value
from generator.checks.figures.loose_edits import setting_of
from generator.checks.figures.sentences import CODE, Sentence
from generator.facts.corpus import Corpus

NAMED = rf"(?:\[\[)?{CODE}(?:\]\])?"
CODES = re.compile(CODE)
LIST = rf"(?P<other>{NAMED}(?:(?:, and|, or|,| and| or) {NAMED})*)"
OF_BOTH = re.compile(rf"\b(?P<one>{NAMED}) has (?P<n>no) (?:NCCI )?edit with {LIST}")
OF_ONE = re.compile(rf"\b(?:Medicare|It|CMS) has (?P<n>no) (?:NCCI )?edit with {LIST}")
BETWEEN = re.compile(
    rf"\b(?P<n>[Nn]o) NCCI edit (?:pairs|between|of) (?P<one>{NAMED}) (?:and|with)"
    rf" (?P<other>{NAMED})"
)
PAST = re.compile(r"\b(?:was|were|had|until|before|ended|since|from)\b")


def absent_edits(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """Each pair that a sentence about the present says to have no edit."""
    text = sentence.text
    if "no " not in text.lower() or "edit" not in text or PAST.search(text):
        return
    own = sentence.subject.codes
    for expression in (OF_BOTH, OF_ONE, BETWEEN):
        for match in expression.finditer(text):
            one = match.groupdict().get("one") or (own[0] if len(own) == 1 else "")
            for other in CODES.findall(match["other"]) if one else ():
                pair = (one.strip("[]"), other)
                both = (*corpus.edits_of(*pair), *corpus.edits_of(*reversed(pair)))
                setting = setting_of(sentence, match)
                edits = [edit for edit in both if edit.setting == setting]
                active = any(not edit.effective.end for edit in edits)
                found: frozenset[Value] = frozenset({AN_EDIT if active else NO_EDIT})
                if edits:
                    yield match, pair, "active", NO_EDIT, found
