"""Words in a form in which spelling, number and hyphens no longer matter, and phrases found by them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.fact_check.patterns import compiled

WORD = compiled(r"[A-Za-z]+|\d+")
PARENTHESIS = compiled(r"\([^)]*\)")
LOOSE = compiled(r"[,(]")
TIGHT_GAP = compiled(r"^(?:[ /-]| - | / |'s |s' )?$")
LOOSE_GAP = compiled(r"^(?:[ /-]| - | / |'s |s' |, | \()?$")
BRITISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("oedema", "edema"),
    ("programme", "program"),
    ("manoeuvre", "maneuver"),
)
LONGEST = 8


@lru_cache(maxsize=20_000)
def normal(word: str) -> str:
    """`Exercises` and `exercise`, `mobilisation` and `mobilization` become one."""
    word = word.lower()
    for british, american in BRITISH:
        word = word.replace(british, american)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def key_of(phrase: str) -> tuple[str, bool, bool]:
    """The normal form of a phrase of the content; whether it must stand in capitals.

    Whether a comma or bracket may part it.
    """
    capitals = phrase.isupper() and len(phrase) <= 5
    return " ".join(map(normal, WORD.findall(phrase))), capitals, bool(LOOSE.search(phrase))


class Finder:
    """Finds the longest known phrase at each word."""

    def __init__(self, phrases: Mapping[str, Mapping[str, object]]) -> None:
        self.phrases = phrases
        self.longest: dict[str, int] = {}
        for phrase in phrases:
            first, *rest = phrase.split(" ")
            self.longest[first] = max(self.longest.get(first, 0), len(rest) + 1)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and normal form of each phrase in `text`, none of them overlapping."""
        found = [(word.start(), word.end(), word[0]) for word in WORD.finditer(text)]
        names = [normal(word) for _, _, word in found]
        index = 0
        while index < len(found):
            size = self._longest_at(text, found, names, index)
            if size:
                yield (
                    found[index][0],
                    found[index + size - 1][1],
                    " ".join(names[index : index + size]),
                )
            index += max(size, 1)

    def _longest_at(
        self, text: str, found: Sequence[tuple[int, int, str]], names: Sequence[str], index: int
    ) -> int:
        for size in range(min(self.longest.get(names[index], 0), len(found) - index), 0, -1):
            known = self.phrases.get(" ".join(names[index : index + size]))
            if known is not None and _fits(text, found[index : index + size], known):
                return size
        return 0


def _fits(text: str, words: Sequence[tuple[int, int, str]], known: Mapping[str, object]) -> bool:
    if known["capitals"] and not words[0][2][:2].isupper():
        return False
    gap = LOOSE_GAP if known["loose"] else TIGHT_GAP
    return all(gap.match(text[left[1] : right[0]]) for left, right in zip(words, words[1:]))
