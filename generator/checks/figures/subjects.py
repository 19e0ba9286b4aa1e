"""Of which codes or pairs of codes a sentence speaks."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.cache.build_cache import cached_by_facts
from generator.checks.figures.sentences import CODE, Sentence
from generator.facts.codes import Code
from generator.facts.corpus import Corpus

NAMED = rf"(?:\[\[)?{CODE}(?:\]\])?"
GROUP = re.compile(rf"{NAMED}(?:(?:, and|, or|,| and(?: of)?| or| to) {NAMED})*")
FOLLOWING = re.compile(
    rf"(?:(?: units?)?(?: a day)? (?:for|of)|,? (?:is|are|report|use)|:) ({NAMED})"
)
CODES = re.compile(CODE)
PRONOUN = re.compile(r"\W*(It|Its|Each|Both|They|Their|All)\b")
AHEAD = re.compile(r" (?:over|under|with)\b")
AHEAD_OF = re.compile(rf" (?:over|under|with) ({GROUP.pattern})")
PAIR = re.compile(rf"(?:pair|edit) (?:of )?{NAMED} (?:and|with) {NAMED}")
ELSEWHERE = re.compile(r"\b(?:indicator|over|column|and)\b")
COLUMNS = re.compile(
    rf"({NAMED}) (?:is|stands in) column [12](?:, with indicator [01],)? (?:over|to|under)"
    rf" ({GROUP.pattern})"
)

FEWEST = 3  # letters of a name
GENERIC = {
    "evaluation": ("97161", "97162", "97163", "97165", "97166", "97167"),
    "re-evaluation": ("97164", "97168"),
}
"""Words for several codes that no one of them has as its name."""


def codes_in_question(
    corpus: Corpus, sentence: Sentence, match: re.Match[str], explicit: bool
) -> tuple[str, ...]:
    """The codes a figure is stated of: named beside it, or else those that its text is about."""
    if inside := CODES.findall(match[0]):
        return tuple(inside)
    if following := FOLLOWING.match(sentence.text, match.end()):
        return tuple(CODES.findall(following[1]))
    if sentence.text.startswith("|"):  # a row of a table speaks of the codes in one cell
        return codes_in(corpus, sentence.text) if len(GROUP.findall(sentence.text)) == 1 else ()
    if groups := GROUP.findall(sentence.text[: match.start()]):
        return _expanded(corpus, groups[-1])
    if owned := _named_by_words(corpus, sentence.text):
        return owned
    return () if explicit else _by_the_text(corpus, sentence)


def pairs_in_question(sentence: Sentence, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The pairs an indicator is stated of: two codes named, or one with the code of the text."""
    before = sentence.text[: match.start()]
    if AHEAD.match(sentence.text, match.end()):
        found = AHEAD_OF.match(sentence.text, match.end())
        codes = CODES.findall(found[1]) if found and len(sentence.subject.codes) == 1 else ()
        yield from ((sentence.subject.codes[0], other) for other in codes)
        return
    if pair := PAIR.search(before):
        first, second = CODES.findall(pair[0])
        yield first, second
        return
    for columns in COLUMNS.finditer(before):
        if not ELSEWHERE.search(before, columns.end()):
            yield from ((columns[1].strip("[]"), other) for other in CODES.findall(columns[2]))
    if COLUMNS.search(before) or "would" in before:
        return
    yield from _of_groups(sentence, before)


def _of_groups(sentence: Sentence, before: str) -> Iterator[tuple[str, str]]:
    groups = [CODES.findall(group) for group in GROUP.findall(before)]
    if not groups and re.match(r"\W*(The pair|It)\b", sentence.text):
        groups = [CODES.findall(group) for group in GROUP.findall(sentence.before)[-1:]]
    if groups and len(sentence.subject.codes) == 1 and sentence.subject.codes[0] not in groups[-1]:
        yield from ((sentence.subject.codes[0], other) for other in groups[-1])
    elif not groups and len(sentence.subject.edits) == 1:
        first, _, second = sentence.subject.edits[0].partition("-")
        yield first, second
    elif not groups and (pair := look_alike(sentence)):
        yield pair
    elif len(groups) == 2 and not sentence.subject.codes and "with" in before:
        yield from ((one, other) for one in groups[0] for other in groups[1] if one != other)


def look_alike(sentence: Sentence) -> tuple[str, str] | None:
    """The other code that an entry of a code's file is about, and the code of the file."""
    page = sentence.thing.removeprefix("codes/")
    if len(sentence.subject.codes) == 1 and sentence.thing.startswith("codes/"):
        other = sentence.subject.codes[0]
        return (other, page) if other != page else None
    return None


def _by_the_text(corpus: Corpus, sentence: Sentence) -> tuple[str, ...]:
    earlier = GROUP.findall(sentence.before.rpartition("\n\n")[2])
    if earlier and (len(sentence.subject.codes) != 1 or PRONOUN.match(sentence.text)):
        return _expanded(corpus, earlier[-1])
    if len(sentence.subject.codes) == 1:
        return sentence.subject.codes
    return _named_by_words(corpus, sentence.before.rpartition("\n")[2])


def _named_by_words(corpus: Corpus, text: str) -> tuple[str, ...]:
    """The code whose whole name stands in a text, if there is one."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', text.lower())} "
    named = [code for code, name in corpus.names.items() if f" {name.lower()} " in words]
    return tuple(named) if len(named) == 1 else ()


def codes_in(corpus: Corpus, text: str) -> tuple[str, ...]:
    """Every code that a text names, those between the two of a range among them."""
    return tuple(code for group in GROUP.findall(text) for code in _expanded(corpus, group))


def _expanded(corpus: Corpus, group: str) -> tuple[str, ...]:
    codes = CODES.findall(group)
    if " to " in group and len(codes) == 2:
        return tuple(name for name in corpus.codes if codes[0] <= name <= codes[1])
    return tuple(codes)


def services(corpus: Corpus, text: str) -> tuple[str, ...]:
    """The codes that a text names by number, or by a name that they have."""
    called = _names(corpus)
    words = (found[0].lower() for found in _expression(corpus).finditer(text))
    named = (code for word in words for code in called[word])
    return tuple(dict.fromkeys((*codes_in(corpus, text), *named)))


@cached_by_facts
def _names(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, code in corpus.codes.items():
        for called in (code.plain_name, code.plain_name.partition(",")[0], *code.also_called):
            if len(called) >= FEWEST and not re.search(CODE, called):
                found[called.lower()] = (*found.get(called.lower(), ()), name)
    for word, codes in GENERIC.items():
        found[word] = tuple(code for code in codes if code in corpus.codes)
    plural = {f"{word}s": codes for word, codes in found.items()}
    return {**plural, **found}


@cached_by_facts
def _expression(corpus: Corpus) -> re.Pattern[str]:
    """Any of the names; of two that begin alike the longer."""
    names = sorted(_names(corpus), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE)


def codes_about(corpus: Corpus, sentence: Sentence) -> Sequence[Code]:
    """Those that a sentence names, or else those that its text is about."""
    named = services(corpus, sentence.text)
    names = (*named, *sentence.subject.codes)
    if set(CODES.findall(sentence.text)) - corpus.codes.keys():
        return ()  # of a code that is only mentioned
    return [corpus.codes[one] for one in dict.fromkeys(names) if one in corpus.codes]
