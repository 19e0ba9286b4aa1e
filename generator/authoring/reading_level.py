"""How hard a text is to read: the Flesch–Kincaid grade level.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of new readability
formulas for Navy enlisted personnel, Research Branch Report 8-75, Naval Technical Training Command,
1975: 0.39 words a sentence + 11.8 syllables a word − 15.59.
"""

import re
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)")
SHORTENED = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|min|Dr|Mr|Mrs|Ms|St|No|Pub|ch)\.", re.IGNORECASE
)
CODE_OR_NUMBER = re.compile(r"\$?\d(?:[\d.,:/-]*\d)?[%°]?|\b[A-Z]\d+\b|\b[A-Z][A-Z0-9]+s?\b")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouysxzh]es)$")


@lru_cache(maxsize=65536)
def reading_grade(text: str) -> float:
    """The US school grade that reads `text` with ease.

    A code, a number or an abbreviation is one short word: it is looked up, not spelt.
    """
    plain = CODE_OR_NUMBER.sub("x", SHORTENED.sub(lambda match: match[0][:-1], text))
    words = WORD.findall(plain)
    if not words:
        return 0.0
    sentences = sum(1 for part in SENTENCE_END.split(plain) if WORD.search(part))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables an English word has.

    Its groups of vowels without a silent ending.
    """
    lower = word.lower()
    groups = len(VOWELS.findall(lower))
    return max(1, groups - (1 if groups > 1 and SILENT.search(lower) else 0))
