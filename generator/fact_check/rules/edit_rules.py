"""Two codes on one day: NCCI pairs, their modifier indicators, and edits that have ended."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, fact_of, found

PARTING = frozenset(("59", "XE", "XS", "XP", "XU", "X"))
NEED = compiled(
    r"\b(?:needs?|requires?|required|must|always|append\w*|add|adds|adding|attach\w*|use|uses?|put|apply|have"
    r" to|has to|necessary|mandatory|carry|carries|calls? for)\b"
)
PAID = compiled(
    r"\b(?:can|may|are|is|be|gets?|both|will|bill|billed|paid|payable|reimburs\w*|report\w*|allowed|works?|unbundl\w*|so"
    r" that)\b"
)
TOGETHER = compiled(
    r"\b(?:together|same (?:day|date|visit|session|claim|encounter)|one"
    r" (?:day|date|claim|visit)|that day|both (?:be"
    r" )?(?:paid|billed|payable|reimbursed|reported)|both)\b"
)
MAY = compiled(
    r"\b(?:can|may|are|is|be|allowed|okay|ok|fine|get|gets|will)\b[^.;]*\b(?:bill\w*|paid|pay|report\w*|payable|reimburs\w*|cod(?:e|ed)|submit\w*)|\bboth\b[^.;]*\b(?:paid|payable)|\b(?:you|therapists|providers|clinics)"
    r" (?:can|may) (?:bill|report|code)"
)
MAY_NOT = compiled(
    r"\b(?:cannot|can't|can not|may not|never|must not|should not|shouldn't|may never|are"
    r" not|aren't|is"
    r" not|not)\b[^.;]*\b(?:bill\w*|paid|pay|report\w*|payable|together|reimburs\w*)|\bmutually"
    r" exclusive\b|\bbundl\w+ (?:into|with|in)\b|\bis bundled\b"
)
WITHOUT = compiled(
    r"\b(?:without|no|not need|doesn't need|does not (?:need|require)|don't need|do not"
    r" (?:need|require)|not required|not needed|not necessary|unnecessary)\b"
)
INDICATOR = compiled(
    r"\bindicator(?: of| is| =|:|,| has| value)* ?(?:is )?(0|1|9|zero|one|nine)\b|\b(0|1|9)"
    r" indicator\b"
)
OTHER_CARE = compiled(
    r"\b(?:different|another|separate|other)"
    r" (?:provider|therapist|clinician|practitioner|discipline|day|date|days|person)\w*|\bhospital\b|\boutpatient"
    r" department\b|\bon separate days|two (?:therapists|providers)"
)
COLUMN = compiled(r"\bC is (?:the |a |in )?column (1|one|2|two)\b")
NOT_WITHOUT = compiled(r"\b(?:cannot|can't|may not|not|never)\b[^.;]*\bwithout\b")
BUNDLED = compiled(r"bundled (?:into|with) C")
OVERLAP = compiled(
    r"\bnot\b[^.;]*\b(?:overlap|need|require|same minutes)|more than|at the same time"
)
NEGATED = compiled(r"\b(?:not|never)\b|n't\b")
SPOKEN = compiled(
    r"M|\b(?:together|same|one|both|that day|bundl\w+|indicator|modifiers?|exclusive)\b"
)
EITHER = compiled(r"C\b[^.;]*\bor\b[^.;]*\bC\b|\bwith\b[^.;]*\bC\b[^.;]*\band with\b[^.;]*\bC\b")
NUMBERS = {"zero": 0, "one": 1, "nine": 9}


def judge_pairs(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """What a sentence says of two codes on one day."""
    if reading.framed or reading.asked or not SPOKEN.search(reading.tagged.text):
        return
    codes = _two(knowledge, reading)
    if codes is None or reading.past or OTHER_CARE.search(reading.tagged.text):
        return
    relation = _relation(knowledge, *codes)
    if relation is None:
        return
    text = " ; ".join(clause.text for clause in reading.clauses)
    modified = any(token.values[0] in PARTING for token in reading.tagged.of("M"))
    problem = _problem(text, relation, modified, reading)
    if problem:
        yield _wrong(knowledge, codes, relation, problem)
    elif relation["indicator"] == 0 and MAY_NOT.search(text):
        yield found(
            "supported",
            "pair",
            codes[0],
            f"Pattern 'pair'; {_name(codes, relation)}.",
            relation["sources"],
        )


def _two(knowledge: Mapping[str, Any], reading: Reading) -> tuple[str, str] | None:
    """The pair that is spoken of: two codes, or one and a service with one code.

    Of a list of evaluations the first stands for all.
    """
    groups = [token.values for token in reading.tagged.of("C")]
    spoken = tuple(dict.fromkeys(code for clause in reading.clauses for code in clause.codes))
    if EITHER.search(reading.tagged.text) or any(
        " or " in token.said or ", " in token.said for token in reading.tagged.of("C")
    ):
        return None
    if len(spoken) == 2:
        return spoken[0], spoken[1]
    if len(set(groups)) == 2 and all(
        len({knowledge["codes"].get(code, {}).get("family") for code in group}) == 1
        for group in groups
    ):
        return groups[0][0], next(group for group in groups if group != groups[0])[0]
    if len(spoken) != 1:
        return None
    named = {
        tuple(knowledge["phrases"][token.values[0]]["own"])
        for clause in reading.clauses
        for token in clause.of("P")
    }
    others = {own[0] for own in named if len(own) == 1 and own[0] != spoken[0]}
    return (spoken[0], others.pop()) if len(others) == 1 and len(named) <= 2 else None


def _relation(knowledge: Mapping[str, Any], one: str, two: str) -> Mapping[str, Any] | None:
    """The practitioner edit of two taught codes.

    An indicator of None where there is none in force.
    """
    if one not in knowledge["taught"] or two not in knowledge["taught"] or one == two:
        return None
    edit = knowledge["pairs"].get(f"practitioner:{'-'.join(sorted((one, two)))}")
    if edit is None:
        return {
            "indicator": None,
            "ended": None,
            "sources": fact_of(knowledge, "rules/ncci-pairs/5")["sources"],
            "column1": one,
        }
    return edit if edit["active"] else {**edit, "indicator": None}


def _problem(
    text: str, relation: Mapping[str, Any], modified: bool, reading: Reading
) -> str | None:
    """What is wrong with what is said of the pair, in a few words, or None."""
    indicator = relation["indicator"]
    stated = INDICATOR.search(text)
    if stated:
        said = stated[1] or stated[2]
        given = NUMBERS.get(said) if said in NUMBERS else int(said)
        return "another modifier indicator" if given != indicator and not _denied(reading) else None
    if (
        modified
        and indicator == 0
        and not _denied(reading)
        and (NEED.search(text) or PAID.search(text))
    ):
        return "a modifier that parts the pair"
    if (
        modified
        and indicator is None
        and NEED.search(text)
        and not reading.hedged
        and not _free(text)
    ):
        return "a modifier that is needed"
    if (
        indicator == 1
        and WITHOUT.search(text)
        and ("modifier" in text or modified)
        and not NOT_WITHOUT.search(text)
    ):
        return "that no modifier is needed"
    return _together(text, indicator, modified, reading)


def _together(text: str, indicator: int | None, modified: bool, reading: Reading) -> str | None:
    if not TOGETHER.search(text) and "mutually exclusive" not in text and not BUNDLED.search(text):
        return None
    if indicator == 0 and MAY.search(text) and not _denied(reading):
        return "payment of both"
    if (
        indicator is None
        and MAY_NOT.search(text)
        and not reading.hedged
        and not OVERLAP.search(text)
    ):
        return "that they are never paid together"
    return None


def _denied(reading: Reading) -> bool:
    return any(clause.stance != "said" for clause in reading.clauses)


def _free(text: str) -> bool:
    """Whether it says that the modifier is not needed; 'not without a modifier' says that it is."""
    if NOT_WITHOUT.search(text):
        return False
    return bool(WITHOUT.search(text)) or bool(NEGATED.search(text))


def _name(codes: tuple[str, str], relation: Mapping[str, Any]) -> str:
    if relation["indicator"] is not None:
        return (
            f"edits/{relation['column1']}-{relation['column2']}: modifier indicator"
            f" {relation['indicator']} (as of {relation['as_of']})"
        )
    if relation["ended"]:
        return (
            f"edits/{relation['column1']}-{relation['column2']}: the edit ended on"
            f" {relation['ended']}"
        )
    return f"{codes[0]} and {codes[1]} are no NCCI pair in the practitioner table that was read"


def _wrong(
    knowledge: Mapping[str, Any], codes: tuple[str, str], relation: Mapping[str, Any], problem: str
) -> Statement:
    told = {
        0: "Column 1 is paid, column 2 is denied, and no modifier parts them.",
        1: "A modifier may part them, for a truly separate service.",
        None: "NCCI asks for no modifier.",
    }
    why = (
        f"Pattern 'pair': it states {problem}. {_name(codes, relation)}."
        f" {told[relation['indicator']]}"
    )
    return found("wrong", "pair", codes[0], why, relation["sources"])
