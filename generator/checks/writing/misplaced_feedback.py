"""Feedback that stands at the wrong option: it tells of another wrong one and not of its own."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.checks.item_checks import keyed_items, spot_of
from generator.checks.writing.held_minutes import CODE
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Problems
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode
from generator.questions.kinds.registry import kind_of

OptionText = tuple[int, str, str]
"""Place of an option, its code, its feedback."""
DENIED = r"\b(?:[Nn]o|[Nn]ot|[Ww]ithout|[Nn]othing|[Nn]either)\b[^.;:]{0,40}\b"
ASKED = r"\b[^.;:]{0,20}\b(?:needs?|requires?|(?:was|were|is|are) not)\b"


def feedback_of_another(corpus: Corpus) -> Problems:
    """Wrong codes whose feedback names, denies or describes another wrong code instead."""
    for item, key in keyed_items(corpus):
        wrong = [one for one in _options(item) if one[1] not in key.right]
        right = _names_of(corpus, *sorted(key.right))
        for place, code, text in wrong:
            others = [one for one in wrong if one[1] != code]
            named = set(CODE.findall(text)) - {code}
            spoken = [one[1] for one in others if one[1] in named and not named & set(key.right)]
            found = () if code in text else spoken or _described(corpus, code, text, others, right)
            if found:
                sentence = (
                    f"The option is {code}, and its feedback tells of {found[0]}, which is another"
                    f" wrong option; say what is wrong with {code}, or move the sentence."
                )
                yield spot_of(corpus, item, "options", place, "feedback"), sentence


def _options(item: Item) -> Iterator[OptionText]:
    if isinstance(item, ChooseCode):
        for answer in kind_of(item).answers(item):
            option = item.options[int(answer.at[-1])]
            if CODE.fullmatch(answer.id):
                yield int(answer.at[-1]), answer.id, option.feedback


def _described(
    corpus: Corpus, code: str, text: str, others: Sequence[OptionText], right: frozenset[str]
) -> list[str]:
    """Others by whose names alone it denies or asks for something, or that describe this one."""
    if _names(text, _words_of(corpus, code)):
        return []
    found = []
    for _, other, back in others:
        theirs = _names_of(corpus, other) - _words_of(corpus, code) - right
        ours = _names_of(corpus, code) - _words_of(corpus, other) - right
        swapped = _names(text, theirs) and _names(back, ours)
        if _denied(text, theirs) or (swapped and not _names(back, _words_of(corpus, other))):
            found.append(other)
    return found


def _names_of(corpus: Corpus, *codes: str) -> frozenset[str]:
    """What the codes are called."""
    taught = [corpus.codes[name] for name in codes if name in corpus.codes]
    names = ((one.plain_name, *one.also_called, *one.words.means) for one in taught)
    return frozenset(word.lower() for several in names for word in several)


def _words_of(corpus: Corpus, code: str) -> frozenset[str]:
    """What the code is called, what it is for, and what may be said of it too."""
    words = corpus.codes[code].words if code in corpus.codes else None
    more = (*words.aims, *words.fits) if words else ()
    return _names_of(corpus, code) | {word.lower() for word in more}


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)


def _names(text: str, words: frozenset[str]) -> bool:
    return _pattern(words).search(text) is not None


def _denied(text: str, words: frozenset[str]) -> bool:
    for found in _pattern(words).finditer(text):
        before, after = text[: found.end()], text[found.start() :]
        if re.search(DENIED + re.escape(found[0]) + "$", before):
            return True
        if re.match(re.escape(found[0]) + ASKED, after):
            return True
    return False
