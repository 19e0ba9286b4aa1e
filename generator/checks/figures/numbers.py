"""Numbers as prose writes them: digits, words, 'once' and 'twice', 'seventh'."""

import re

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
    "once": 1,
    "twice": 2,
}
NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?"
    rf"|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[1:10])}))?|{'|'.join(reversed(ONES))})"
)
"""A regular expression for one number; 'fourteen' is tried before 'four'."""

ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"
    " eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth"
)
ORDINAL = rf"\b(?:{'|'.join(ORDINALS.split())}|\d+(?:st|nd|rd|th))\b"
"""A regular expression for the place of something in a row."""


def number_of(text: str) -> float:
    """What a text that `NUMBER` matches, 'once' or 'twice' stands for."""
    tens, _, ones = text.lower().partition("-")
    if tens in WORDS:
        return WORDS[tens] + WORDS.get(ones, 0)
    return float(text.replace(",", ""))


def ordinal_of(text: str) -> int:
    """What a text that `ORDINAL` matches stands for."""
    return int(text[:-2]) if text[0].isdigit() else ORDINALS.split().index(text.lower())


def numbers_in(text: str) -> set[float]:
    """Every number that a text names, places in a row among them."""
    figures = {number_of(one) for one in re.findall(rf"\b{NUMBER}\b", text, re.IGNORECASE)}
    return figures | {float(ordinal_of(one)) for one in re.findall(ORDINAL, text, re.IGNORECASE)}
