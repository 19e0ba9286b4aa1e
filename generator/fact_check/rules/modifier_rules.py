"""What modifiers mean, and which codes take which."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Clause, Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, fact_of, found
from generator.fact_check.tokens import letters, spelled, spots

PHYSICAL, OCCUPATIONAL, SPEECH = (
    r"physical therap|\bpts?\b",
    r"occupational therap|\bots?\b",
    r"speech|\bslps?\b|language patholog",
)
AIDE_PT, AIDE_OT = (
    r"physical therapist assistant|physical therapy assistant|\bptas?\b",
    r"occupational therapist assistant|occupational therapy assistant|\botas?\b|\bcotas?\b",
)
DISCIPLINES = {"GP": compiled(PHYSICAL), "GO": compiled(OCCUPATIONAL), "GN": compiled(SPEECH)}
ASSISTANTS = {"CQ": compiled(AIDE_PT), "CO": compiled(AIDE_OT)}
AIDES, SHORT_AIDES = compiled(AIDE_PT + "|" + AIDE_OT), compiled(r"\b(?:pta|ota|cota)s?\b")
LINK = compiled(
    r"[=:(-]|\b(?:is|are|means?|stands?"
    r" for|for|shows?|marks?|indicates?|denotes?|identif\w+|signif\w+|used|uses?|represents?|tells?|says?|append\w*|add|needs?|requires?|services?|under|modifier)\b"
)
FOLLOWED = compiled(
    r"^,? ?(?:modifier"
    r" )?(?:[=:(-]|is\b|are\b|means?\b|stands?\b|for\b|marks?\b|shows?\b|indicates?\b|denotes?\b|signif|identif|represents?\b|tells?\b|says?\b)"
)
NAMES = compiled("|".join((PHYSICAL, OCCUPATIONAL, SPEECH, r"\bassistants?\b", AIDE_PT, AIDE_OT)))
NEGATED = compiled(r"\b(?:not|never|no|without|neither|nor)\b|n't\b")
CARRY = compiled(
    r"\b(?:append\w*|add\w*|requires?|required|needs?|needed|must|carry|carries|with|uses?|attach\w*|takes?|bill\w*|gets?|modifier)\b|-$"
)
SHARES = compiled(r"\b(\d{1,3}) ?(?:%|percent|per cent)")
PAYS = compiled(r"\b(?:pays?|paid|reimburs\w*|at)\b")
ALLOWED_SHARES = ("85", "88", "15", "12", "10", "100")
BELOW = compiled(
    r"\b(?:below|under|not (?:yet )?(?:reached|exceeded)|less than|within) (?:the )?(?:\w+"
    r" ){0,2}(?:threshold|cap|limit)"
)


def judge_modifiers(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """Discipline and assistant modifiers, KX and AT.

    Codes that take one discipline modifier only.
    """
    if "M" not in reading.tagged.text or reading.framed or reading.asked:
        return
    for clause in reading.clauses:
        if clause.of("M") and clause.stance == "said":
            yield from _meanings(knowledge, clause)
            yield from _fixed(knowledge, clause)
            yield from _special(knowledge, clause)


def _meanings(knowledge: Mapping[str, Any], clause: Clause) -> Iterator[Statement]:
    for value, text in _segments(clause):
        wrong = _other_discipline(value, text)
        if wrong and LINK.search(text) and not NEGATED.search(text):
            rule = "rules/assistants/0" if value in ASSISTANTS else "rules/therapy-modifiers/0"
            fact = fact_of(knowledge, rule)
            yield found(
                "wrong",
                "modifier",
                None,
                f"Pattern 'modifier and its meaning': {value} is given as {wrong}. {rule}:"
                f" {fact['text']}",
                fact["sources"],
            )


def _segments(clause: Clause) -> Iterator[tuple[str, str]]:
    """Each modifier with the words that tell of it.

    Those after it where the clause begins with one, else those before as well.
    """
    marks = [
        (spot, token)
        for spot, token in zip(spots(clause.text), clause.tokens)
        if token.letter == "M"
    ]
    first = bool(FOLLOWED.match(clause.text[marks[0][0] + 1 :])) or not NAMES.search(
        _spelled(clause, 0, marks[0][0])
    )
    ends = [spot for spot, _ in marks]
    for number, (spot, token) in enumerate(marks):
        after = ends[number + 1] if number + 1 < len(ends) else len(clause.text)
        before = ends[number - 1] + 1 if number else 0
        yield (
            token.values[0],
            (
                _spelled(clause, spot + 1, after)
                if first
                else _spelled(clause, before, spot if len(marks) > 1 else len(clause.text))
            ),
        )


def _spelled(clause: Clause, start: int, end: int) -> str:
    """A stretch of the clause with its phrases written out again."""
    first = letters(clause.text[:start])
    return spelled(clause.text[start:end], clause.tokens[first:], "CMT")


def _other_discipline(value: str, text: str) -> str | None:
    """The discipline or assistant that is named in place of the right one."""
    table = ASSISTANTS if value in ASSISTANTS else DISCIPLINES
    if value not in table or (
        value in ASSISTANTS and "assistant" not in text and not SHORT_AIDES.search(text)
    ):
        return None
    plain = AIDES.sub(" ", text) if value in DISCIPLINES else text
    if table[value].search(plain):
        return None
    other = next(
        (
            hit
            for name, pattern in table.items()
            if name != value and (hit := pattern.search(plain))
        ),
        None,
    )
    return f"“{other[0]}”" if other else None


def _fixed(knowledge: Mapping[str, Any], clause: Clause) -> Iterator[Statement]:
    named = {token.values[0] for token in clause.of("M")} & set(DISCIPLINES)
    if len(named) != 1 or not CARRY.search(clause.text):
        return
    for code in clause.codes:
        fixed = knowledge["codes"].get(code, {}).get("fixed")
        if fixed and fixed not in named:
            fact = fact_of(knowledge, "rules/therapy-modifiers/2")
            yield found(
                "wrong",
                "modifier",
                code,
                f"Pattern 'code with modifier': {code} takes {fixed}. rules/therapy-modifiers:"
                f" {fact['text']}",
                fact["sources"],
            )


def _special(knowledge: Mapping[str, Any], clause: Clause) -> Iterator[Statement]:
    values = {token.values[0] for token in clause.of("M")}
    code = clause.codes[0] if clause.codes else None
    if (
        "AT" in values
        and "maintenance" in clause.text
        and "active" not in clause.text
        and not NEGATED.search(clause.text)
    ):
        yield _rule(knowledge, "rules/chiropractic/2", "AT and maintenance", code)
    if "KX" in values and BELOW.search(clause.text):
        yield _rule(knowledge, "rules/therapy-modifiers/4", "KX below the threshold", code)
    shares = SHARES.findall(clause.text)
    if (
        values & {"CQ", "CO"}
        and PAYS.search(clause.text)
        and len(shares) == 1
        and shares[0] not in ALLOWED_SHARES
    ):
        yield _rule(knowledge, "rules/assistants/3", "the payment of CQ and CO", code)


def _rule(knowledge: Mapping[str, Any], rule: str, pattern: str, code: str | None) -> Statement:
    fact = fact_of(knowledge, rule)
    return found(
        "wrong", "modifier", code, f"Pattern '{pattern}'. {rule}: {fact['text']}", fact["sources"]
    )
