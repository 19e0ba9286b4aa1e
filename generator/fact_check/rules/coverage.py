"""Who may bill, and what Medicare pays."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Clause, Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, found
from generator.fact_check.tokens import spelled

MEDICARE = compiled(r"\bmedicare\b|\bcms\b|\bpart b\b")
PAYS = compiled(
    r"\b(?:pays?|paid|payable|reimburs\w*|covers?|covered|accepts?|accepted|recogni[sz]\w*|bill|bills|billed|use|uses|used|report|reports|reported|submit\w*|expects?|wants?|requires?)\b"
)
PAYS_LIST = compiled(r"[:=(|-]")
REFUSES = compiled(
    r"\bmedicare(?: part b)? (?:does not|doesn't|never|will not|won't|no longer)"
    r" (?:cover|covers|pay|pays|reimburse|recognize|accept)(?: for)? C(?: at all| ever)?\.?$|^C is"
    r" (?:not|never) (?:covered|paid|reimbursed|recognized|accepted) by medicare\.?$"
)
ROLES = (
    ("massage-therapist", r"\bmassage therapists?\b|\blmts?\b|\bmassage practitioners?\b"),
    ("chiropractor", r"\bchiropract(?:or|ors)\b|\bchiros?\b"),
    ("pta", r"\bptas?\b|\bphysical therapist assistants?\b|\bphysical therapy assistants?\b"),
    ("ota", r"\botas?\b|\bcotas?\b|\boccupational therapy assistants?\b"),
    ("pta", r"\bassistants?\b"),
    ("aide", r"\baides?\b|\btechs?\b|\btechnicians?\b"),
    ("athletic-trainer", r"\bathletic trainers?\b"),
    ("student", r"\bstudents?\b"),
    ("pt", r"\bphysical therapists?\b|\bpts\b"),
    ("ot", r"\boccupational therapists?\b|\bots\b"),
)
ANY_ROLE = compiled("|".join(pattern for _, pattern in ROLES))
ROLE_PATTERNS = tuple((role, compiled(pattern)) for role, pattern in ROLES)
DOES = compiled(
    r"\b(?:bills?|billed|billing|deliver\w*|supervis\w*|does|do|treats?|perform|performed|provided|administer\w*|reports?|reported|uses?|performs?|furnish\w*|provides?|pays?|paid|reimburs\w*|covers?|covered|submits?)\b"
)
AIDED = compiled(
    r"\b(?:under|with|by|of|from|while) (?:the |a )?(?:\w+ )?(?:physical therapist|occupational"
    r" therapist|therapist)'?s?\b|\bassist\w* (?:by|with)\b|\bask\w*\b|\bmany\b.*\bprefer"
)
TOLD = compiled(
    r"\b(?:bundl\w+|status|convert\w*|instead|switch\w*|chang\w+|denie\w*|zero|only as|part of)\b"
)
INCIDENT = compiled(r"\bincident[- ]to\b")


def judge_coverage(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """Codes Medicare does not pay said to be paid, and the other way about.

    People who may not furnish or bill.
    """
    if reading.framed or reading.asked:
        return
    if "C" not in reading.tagged.text and not ANY_ROLE.search(reading.spoken):
        return
    whole = bool(MEDICARE.search(reading.tagged.text))
    for clause in reading.clauses:
        if clause.stance == "unclear":
            continue
        medicare = bool(MEDICARE.search(clause.text)) or (whole and len(reading.clauses) == 1)
        yield from _payment(knowledge, clause, reading) if medicare else ()
        if clause.stance == "said" and (medicare or not reading.hedged):
            yield from _people(
                knowledge, clause, medicare or bool(INCIDENT.search(clause.text) and whole)
            )


def _payment(knowledge: Mapping[str, Any], clause: Clause, reading: Reading) -> Iterator[Statement]:
    for code in clause.codes:
        fact = knowledge["codes"].get(code)
        if fact is None or fact["instead"] in reading.tagged.codes or reading.past:
            continue
        unpaid = fact["medicare"] in ("bundled", "invalid", "non-covered", "excluded")
        if (
            unpaid
            and clause.stance == "said"
            and PAYS.search(clause.text)
            and not _told(clause.text)
        ):
            why = (
                f"Pattern 'Medicare pays': {code} is {fact['medicare']} for Medicare. codes/{code}:"
                f" {fact['name']}. {fact['medicare_text']}"
            )
            yield found(
                "wrong", "coverage", code, why.strip(), fact["medicare_sources"], fact["instead"]
            )
        elif unpaid and clause.stance == "denied":
            yield found(
                "supported",
                "coverage",
                code,
                f"Pattern 'Medicare does not pay'; codes/{code}: {fact['medicare']}.",
                fact["medicare_sources"],
            )
        elif fact["medicare"] == "active" and REFUSES.search(clause.text):
            why = (
                f"Pattern 'Medicare refuses': codes/{code} is active for Medicare."
                f" {fact['medicare_text']}"
            )
            yield found("wrong", "coverage", code, why, fact["medicare_sources"])


def _told(text: str) -> bool:
    return bool(TOLD.search(text))


def _people(knowledge: Mapping[str, Any], clause: Clause, medicare: bool) -> Iterator[Statement]:
    text = spelled(clause.text, clause.tokens, "CMT")
    if not ANY_ROLE.search(text) or not DOES.search(text):
        return
    role = _role(text, clause)
    if role is None:
        return
    codes = clause.codes or (
        _services(knowledge, clause) if medicare and role == "massage-therapist" else ()
    )
    refusal = knowledge["facts"].get(f"refusals/{role}") if medicare else None
    for code in codes[:3]:
        fact = knowledge["codes"].get(code)
        if refusal and code not in refusal["but"]:
            yield found(
                "wrong",
                "coverage",
                code,
                f"Pattern 'who may bill' ({role}). payers/medicare-part-b: {refusal['text']}",
                refusal["sources"],
            )
        elif fact and role in fact["no"]:
            yield found(
                "wrong",
                "coverage",
                code,
                f"Pattern 'who may bill' ({role}). codes/{code}: {fact['no'][role][0]}",
                fact["no"][role][1],
            )


def _role(text: str, clause: Clause) -> str | None:
    """The one kind of person that acts in the clause.

    None where several are named or somebody else does the work.
    """
    first = [
        (match.start(), role) for role, pattern in ROLE_PATTERNS if (match := pattern.search(text))
    ]
    if not first or (
        AIDED.search(text)
        and not any(role in ("massage-therapist", "athletic-trainer") for _, role in first)
    ):
        return None
    roles = {role for _, role in first if role not in ("pt", "ot")} or {role for _, role in first}
    return roles.pop() if len(roles) == 1 else None


def _services(knowledge: Mapping[str, Any], clause: Clause) -> tuple[str, ...]:
    owned = [knowledge["phrases"][token.values[0]]["own"] for token in clause.of("P")]
    return tuple(dict.fromkeys(own[0] for own in owned if len(own) == 1))
