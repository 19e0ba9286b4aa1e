"""Feedback and reasons hold to what the note tells: sides, the payer, the names of codes."""

import re
from collections.abc import Iterator, Mapping

from generator.checks.item_checks import spot_of
from generator.checks.writing.held_minutes import spoken_texts
from generator.facts.corpus import Corpus
from generator.facts.quizzes import VisitItem
from generator.findings import Problems

SIDE = re.compile(r"\b(left|right|[LR]) ([a-z]{3,})\b")
OTHER = {"left": "right", "right": "left"}
FULL = {"L": "left", "R": "right"}
PATIENT = re.compile(
    r"\b(?P<payer>Medicaid|Medicare|TRICARE|Aetna|Cigna|Humana|Anthem|UnitedHealthcare)"
    r" (?:patient|member|beneficiary|enrollee)\b",
    re.IGNORECASE,
)
CARD = re.compile(
    r"\b(?:[Cc]ard|[Ii]nsurance|[Pp]ayer)\b[^:\n]{0,40}: ?\n?\s*"
    r"(?P<payer>Medicaid|Medicare|TRICARE|Aetna|Cigna|Humana|Anthem|UnitedHealthcare)\b"
    r"(?! (?:Advantage|supplement))"
)
CALLED = re.compile(r"\b(\d{5}|[A-Z]\d{4}) (?:is|means) (?:an? |the )?([a-z][a-z -]+)")


def sides_of_the_note(corpus: Corpus) -> Problems:
    """Texts that name the other side of a part of the body than the note does."""
    for item in _visit_items(corpus):
        noted = {(_side(found[1]), found[2]) for found in SIDE.finditer(item.note)}
        for at, text in spoken_texts(item):
            for found in SIDE.finditer(text):
                side, part = _side(found[1]), found[2]
                if (OTHER[side], part) in noted and (side, part) not in noted:
                    sentence = f"The note tells of the {OTHER[side]} {part}, and this of the {side}"
                    yield spot_of(corpus, item, *at), f"{sentence}; correct one of them."


def payers_of_the_note(corpus: Corpus) -> Problems:
    """Notes about a patient of one payer in a question that names another."""
    for item in _visit_items(corpus):
        payer = corpus.payers[item.payer]
        known = f"{payer.id} {payer.name} {payer.kind}".lower()
        for found in (*PATIENT.finditer(item.note), *CARD.finditer(item.note)):
            if found["payer"].lower() not in known:
                sentence = (
                    f"The note tells of a '{found[0]}', and 'payer' is '{item.payer}'; correct"
                    " one of them."
                )
                yield spot_of(corpus, item, "note"), sentence


def codes_called_by_another(corpus: Corpus) -> Problems:
    """Texts that say of a code that it is what another code is named."""
    names = {code.plain_name.lower(): name for name, code in corpus.codes.items()}
    for item in _visit_items(corpus):
        for at, text in spoken_texts(item):
            for code, name in _miscalled(text, names):
                sentence = (
                    f"This calls {code} '{name}', which is {names[name]}; correct the code or"
                    " the words."
                )
                yield spot_of(corpus, item, *at), sentence


def _miscalled(text: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for found in CALLED.finditer(text):
        called = [name for name in names if f"{found[2]} ".startswith(f"{name} ")]
        if called and found[1] not in (names[name] for name in called):
            yield found[1], max(called, key=len)


def _visit_items(corpus: Corpus) -> Iterator[VisitItem]:
    return (item for item in corpus.items.values() if isinstance(item, VisitItem))


def _side(word: str) -> str:
    return FULL.get(word, word)
