"""Numbers as prose writes them: digits, words, 'once' and 'twice'."""

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


def number_of(text: str) -> float:
    """What a text that `NUMBER` matches, 'once' or 'twice' stands for."""
    tens, _, ones = text.lower().partition("-")
    if tens in WORDS:
        return WORDS[tens] + WORDS.get(ones, 0)
    return float(text.replace(",", ""))
