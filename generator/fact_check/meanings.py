"""Judges what is said of a code by the words the facts have for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from generator.fact_check.binding import Said, bind
from generator.fact_check.clauses import Clause, Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, found

BILLED = compiled(
    r"\b(?:bill(?:s|ed|ing)?(?! codes?\b)|report\w*|submit\w*|charg\w+|coded|code [a-z]+"
    r" (?:with|as|under)|code"
    r" it|use|using|documents?|documented|performs?|apply|captured|goes?|counts?|when)\b|^(?:code|report|bill) "
)
STRICT_DENIALS = (
    "C is not P",
    "C isn't P",
    "C does not cover P",
    "C does not mean P",
    "C is not for P",
    "C is not used for P",
    "C is not the code for P",
    "P is not C",
)


def judge_meanings(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """What a sentence says its codes are or are for."""
    for clause in reading.clauses:
        if clause.stance == "unclear" or reading.some_payers:
            continue
        said = bind(clause)
        for code, group in groupby(said, key=lambda one: one.code):
            yield from _of_code(knowledge, clause, code.values, tuple(group))


def _of_code(
    knowledge: Mapping[str, Any], clause: Clause, codes: tuple[str, ...], said: tuple[Said, ...]
) -> Iterator[Statement]:
    known = tuple(code for code in codes if code in knowledge["codes"])
    if len(known) != len(codes):
        return
    wrong = _conflict(knowledge, known, said)
    if clause.stance == "denied":
        yield from _denied(knowledge, clause, known, said, wrong)
    elif wrong:
        yield _wrong(knowledge, clause, known[0], said, wrong)
    elif any(_fits(knowledge, known, one) for one in said):
        fact = knowledge["codes"][known[0]]
        yield found(
            "supported",
            _kind(knowledge, clause, said, said[0]),
            known[0],
            f"Pattern 'code and meaning'; codes/{known[0]}: {fact['name']}.",
            fact["sources"],
        )


def _denied(
    knowledge: Mapping[str, Any],
    clause: Clause,
    codes: tuple[str, ...],
    said: tuple[Said, ...],
    wrong: tuple[Said, ...],
) -> Iterator[Statement]:
    """A denial is right where the phrase is another code's, and wrong only where it plainly denies the code its own name."""
    fact = knowledge["codes"][codes[0]]
    if wrong:
        yield found(
            "supported",
            _kind(knowledge, clause, said, wrong[0]),
            codes[0],
            f"Pattern 'denial'; codes/{codes[0]}: {fact['name']}.",
            fact["sources"],
        )
    elif (
        clause.text.rstrip(".") in STRICT_DENIALS
        and len(codes) == 1
        and codes[0] in _phrase(knowledge, said[0])["own"]
    ):
        why = (
            f"Pattern 'denial of its own meaning': it denies that {codes[0]} is"
            f" “{said[0].phrase.said}”. codes/{codes[0]}: {fact['name']}. {fact['meaning']}"
        )
        yield found("wrong", "definition", codes[0], why, fact["sources"], codes[0])


def _phrase(knowledge: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
    return knowledge["phrases"][said.phrase.values[0]]


def _fits(knowledge: Mapping[str, Any], codes: Iterable[str], said: Said) -> bool:
    fits = _phrase(knowledge, said)["fits"]
    return any(code in fits for code in codes)


def _conflict(
    knowledge: Mapping[str, Any], codes: tuple[str, ...], said: tuple[Said, ...]
) -> tuple[Said, ...]:
    """The phrases that make the statement wrong, or none.

    A phrase that another code owns decides unless it stands in a purpose after one that fits. Aims
    decide only where the first of them is foreign and most are, and nothing that is owned fits.
    """
    owned = [one for one in said if _phrase(knowledge, one)["own"]]
    fitting = [one for one in owned if _fits(knowledge, codes, one)]
    foreign = [one for one in owned if not _fits(knowledge, codes, one)]
    decisive = tuple(
        one
        for one in foreign
        if one.joint != "purpose" or not any(_fits(knowledge, codes, other) for other in said)
    )
    if decisive:
        return decisive
    aims = [one for one in said if not _phrase(knowledge, one)["own"]]
    strange = [
        one for one in aims if _phrase(knowledge, one)["aims"] and not _fits(knowledge, codes, one)
    ]
    if fitting or not strange or aims[0] is not strange[0] or 2 * len(strange) <= len(aims):
        return ()
    return tuple(strange)


def _kind(knowledge: Mapping[str, Any], clause: Clause, said: tuple[Said, ...], wrong: Said) -> str:
    """A technique where something is billed or one of a list is foreign; else a definition."""
    mixed = (
        len(said) > 1
        and _phrase(knowledge, wrong)["technique"]
        and any(one is not wrong and one.joint != "purpose" for one in said)
    )
    return "technique" if mixed or BILLED.search(clause.text) else "definition"


def _wrong(
    knowledge: Mapping[str, Any],
    clause: Clause,
    code: str,
    said: tuple[Said, ...],
    wrong: tuple[Said, ...],
) -> Statement:
    right = _right(knowledge, wrong)
    fact = knowledge["codes"][code]
    named = "”, “".join(dict.fromkeys(one.phrase.said for one in wrong[:4]))
    better = [f"codes/{name}: {knowledge['codes'][name]['name']}." for name in right[:3]]
    pattern = "code = meaning" if wrong[0].forward else "service billed with code"
    why = (
        f"Pattern '{pattern}': it says “{named}” of {code}. codes/{code}: {fact['name']}."
        f" {fact['meaning']} Instead {' '.join(better)}".strip()
    )
    sources = dict.fromkeys(
        [
            *fact["sources"],
            *(name for other in right[:1] for name in knowledge["codes"][other]["sources"]),
        ]
    )
    return found(
        "wrong",
        _kind(knowledge, clause, said, wrong[0]),
        code,
        why,
        tuple(sources),
        _sole(knowledge, code, right),
    )


def _right(knowledge: Mapping[str, Any], wrong: tuple[Said, ...]) -> list[str]:
    """The codes that most of the phrases belong to, those in use first."""
    votes: Counter[str] = Counter()
    for one in wrong:
        phrase = _phrase(knowledge, one)
        votes.update(
            code
            for code in phrase["own"] or phrase["aims"]
            if knowledge["codes"][code]["state"] == "active"
        )
    most = max(votes.values(), default=0)
    best = [code for code, count in votes.items() if count == most]
    return [code for code in best if code in knowledge["taught"]] or best


def _sole(knowledge: Mapping[str, Any], code: str, right: list[str]) -> str | None:
    """The one right code.

    Of several the one of the same family that lies nearest, as with the levels of an evaluation;
    else none.
    """
    if len(right) < 2:
        return right[0] if right else None
    family = [
        name
        for name in right
        if name.isdigit()
        and code.isdigit()
        and knowledge["codes"][name]["family"] == knowledge["codes"][code]["family"]
    ]
    near = sorted(family, key=lambda name: abs(int(name) - int(code)))
    if (
        near
        and abs(int(near[0]) - int(code)) <= 3
        and (len(near) == 1 or abs(int(near[0]) - int(code)) < abs(int(near[1]) - int(code)))
    ):
        return near[0]
    return right[0] if right == ["97014", "G0283"] else None
