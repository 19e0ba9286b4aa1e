"""Questions that their own text decides: the note says who treated and where, if that matters."""

import re
from collections.abc import Iterator, Mapping

from generator.billing.modifiers import PLAN
from generator.billing.payer_policy import policy_of
from generator.checks.item_checks import keyed_items, spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.findings import Problems
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError

NAMED: Mapping[str, str] = {
    "pt": r"\bPTA?s?\b|physical therap",
    "ot": r"\b(C?OTA?|OTR)s?\b|occupational therap",
    "slp": r"\bSLPA?s?\b|speech",
    "chiropractic": r"chiropract|\bDC\b",
    "massage": r"massage therap|\bLMT\b",
    "athletic-training": r"athletic train|\bATC?\b",
    "hospital": r"hospital|outpatient dep|\bHOPD\b|\bward\b",
}
"""How a text names a discipline, somebody of it, or a setting other than a practice."""

AGE = re.compile(r"\b[A-Z][a-z]+ of (\d\d)\b|\b(\d\d) ?y/?o\b")
ENTITLED = re.compile(r"disab|\bALS\b|\bESRD\b|dialysis", re.IGNORECASE)
ADULT, OLD = 18, 65

LEANING = re.compile(
    r"^(?:[A-Z][\w ]{1,20}\. )?(?:The s|S)ame (?:kind|man|woman|worker|hand|knee)\b"
)
NARROWED = re.compile(r"for (?:a )?Medicare|Read as an account|as guidance|as a (?:test|reason)")
WARD = re.compile(r"\bward\b")
OTHERS: Mapping[str, tuple[str, ...]] = {
    "discipline": ("pt", "ot", "slp"),
    "setting": ("practitioner",),
}


def items_not_decided(corpus: Corpus) -> Problems:
    """Questions whose key another discipline or setting would change, which no word tells."""
    for item, key in keyed_items(corpus):
        if isinstance(item, VisitItem):
            for what in OTHERS:
                if any(other != key.right for other in _keys_elsewhere(corpus, item, what)):
                    sentence = _contradicted(item, what) or (
                        f"For another {what} the key would differ, and nothing says"
                        f" '{getattr(item.visit, what)}' here; name it in the note."
                    )
                    yield spot_of(corpus, item, "note"), sentence


def _contradicted(item: VisitItem, what: str) -> str | None:
    """What to say where the note names one other discipline than the visit."""
    own = getattr(item.visit, what)
    named = [one for one in OTHERS[what] if re.search(NAMED.get(one, "$^"), item.note, re.I)]
    if len(named) != 1:
        return None
    return (
        f"The note tells of {what} '{named[0]}', and the visit says '{own}'; correct one of them."
    )


def young_medicare_patients(corpus: Corpus) -> Problems:
    """Medicare patients under 65 of whom nothing says why they have it."""
    for item in corpus.items.values():
        medicare = policy_of(corpus.payers[item.payer]).medicare_modifiers
        if medicare and isinstance(item, VisitItem) and not ENTITLED.search(item.note):
            ages = [int(found[1] or found[2]) for found in AGE.finditer(item.note)]
            if any(ADULT <= age < OLD for age in ages):
                sentence = (
                    f"Medicare begins at {OLD}, or earlier for disability, ALS or ESRD; say which,"
                    " or give another age."
                )
                yield spot_of(corpus, item, "note"), sentence


def notes_that_lean(corpus: Corpus) -> Problems:
    """Notes that go on from another question, which may be asked without it."""
    for item in corpus.items.values():
        if found := LEANING.search(getattr(item, "note", None) or ""):
            sentence = (
                f"'{found[0]}' goes on from another question, and this one may be asked alone; say"
                " who it is."
            )
            yield spot_of(corpus, item, "note"), sentence


def inpatients_on_practice_claims(corpus: Corpus) -> Problems:
    """Patients of a ward on a claim to Part B, where the hospital's stay pays for therapy."""
    for item in corpus.items.values():
        is_part_b = policy_of(corpus.payers[item.payer]).is_part_b
        if is_part_b and (found := WARD.search(getattr(item, "note", None) or "")):
            sentence = (
                f"A patient on a {found[0]} is on no practice claim to Part B; treat an outpatient,"
                " or name another payer."
            )
            yield spot_of(corpus, item, "note"), sentence


def kx_without_amount(corpus: Corpus) -> Problems:
    """Medicare claims of therapy that offer KX and leave the threshold open."""
    for item, key in keyed_items(corpus):
        offered = "KX" in getattr(item, "modifiers", ())
        if not offered or not isinstance(item, VisitItem):
            continue
        medicare = policy_of(corpus.payers[item.payer]).medicare_modifiers
        lines = {modifier for line in key.right for modifier in line.split(".")[2:]}
        is_open = item.visit.allowed_so_far_usd is None and lines.intersection(PLAN.values())
        if medicare and is_open:
            sentence = (
                "Whether KX is due depends on what Medicare has allowed this year; state it in the"
                " note and as 'allowed_so_far_usd' of the visit, or leave KX out."
            )
            yield spot_of(corpus, item, "modifiers"), sentence


def narrowed_statements(corpus: Corpus) -> Problems:
    """Statements true in part whose question narrows them to the part that is false."""
    for item, key in keyed_items(corpus):
        in_part = key.right == {"misleading"}
        if in_part and (found := NARROWED.search(item.prompt or "")):
            sentence = (
                f"'{found[0]}' narrows the statement to where it is false, so that 'does not hold'"
                " is right as well; ask about it as it is written."
            )
            yield spot_of(corpus, item, "prompt"), sentence


def _keys_elsewhere(corpus: Corpus, item: VisitItem, what: str) -> Iterator[frozenset[str]]:
    """The keys for the others; none where the text names its own."""
    text = f"{item.note} {item.prompt or ''} {corpus.payers[item.payer].name}"
    own = getattr(item.visit, what)
    if own not in NAMED or re.search(NAMED[own], text, re.IGNORECASE):
        return
    for other in OTHERS[what]:
        if other != own:
            visit = item.visit.model_copy(update={what: other})
            try:
                yield derive_key(corpus, item.model_copy(update={"visit": visit})).right
            except UnderivableError:
                continue
