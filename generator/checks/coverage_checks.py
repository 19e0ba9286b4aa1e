"""What questions and pages cover: claims, misconceptions, objectives and codes."""

from collections import Counter

from generator.authoring.placeholders import MARK
from generator.facts.base import FactId
from generator.facts.corpus import Corpus
from generator.findings import Problems, counted
from generator.questions.blueprint import blueprint
from generator.questions.keys import mistakes
from generator.questions.kinds.answers import UnderivableError

WRONG = ("false", "misleading")
PER_DENIAL = 2
"""Questions to practice on the page of a reason or remark code, at least."""


def untested_claims(corpus: Corpus) -> Problems:
    """Wrong claims that no question tests."""
    tested = {name for item in corpus.items.values() for name in item.tested_claims}
    for name, claim in corpus.claims.items():
        if claim.about and claim.verdict in WRONG and name not in tested:
            sentence = (
                f"No question tests claim '{name}' ({claim.verdict}); write one, or add it to"
                " an item's 'corrects'."
            )
            yield corpus.spot("claims", name) / "id", sentence


def misconceptions_nobody_holds(corpus: Corpus) -> Problems:
    """Misconceptions without a page, a claim or an option that leads to them."""
    met: set[str | None] = {claim.misconception for claim in corpus.claims.values()}
    met |= {mistake for item in corpus.items.values() for mistake in mistakes(item)}
    for name, misconception in corpus.misconceptions.items():
        if name not in met and not misconception.page:
            sentence = (
                f"No claim and no option leads to misconception '{name}', and it has no page;"
                " name it in a claim's 'misconception' or an option's 'mistake', or delete it."
            )
            yield corpus.spot("misconceptions", name) / "id", sentence


def hidden_claims(corpus: Corpus) -> Problems:
    """Wrong claims about codes none of which has a page to show them on."""
    for name, claim in corpus.claims.items():
        if claim.about and claim.verdict in WRONG and not set(claim.about) & set(corpus.codes):
            sentence = (
                "None of the codes in 'about' has a page, so the correction is shown nowhere; name"
                " one of content/codes."
            )
            yield corpus.spot("claims", name) / "about", sentence


def untested_objectives(corpus: Corpus) -> Problems:
    """Objectives that no question has."""
    tested = {str(name) for item in corpus.items.values() for name in item.objectives}
    for name in corpus.objectives:
        if name not in tested:
            sentence = (
                f"No question has the objective '{name}'; write one, or delete the objective."
            )
            yield corpus.spot("objectives", name) / "id", sentence


def _is_begun(corpus: Corpus, code: str) -> bool:
    """Whether the file of a code is one that `rightcode new` wrote and nobody has filled."""
    return code in corpus.codes and MARK in corpus.codes[code].meaning.text


def too_few_questions(corpus: Corpus) -> Problems:
    """Taught codes and misconceptions below their number, where the bank is to be complete."""
    registers = {"code": ("codes", "code"), "misconception": ("misconceptions", "id")}
    complete = any(holder.complete for holder in corpus.variants.values())
    try:
        holes = blueprint(corpus).holes if complete and not corpus.overlay else ()
    except UnderivableError:  # a finding of its own
        return
    for hole in holes:
        if hole.sort in registers and not _is_begun(corpus, hole.name):
            register, key = registers[hole.sort]
            count = counted(hole.found, "question")
            sentence = (
                f"{hole.name} has {count} and needs {hole.wanted} in a complete bank"
                " (quizzes/variants.yaml); write more."
            )
            yield corpus.spot(register, hole.name) / key, sentence


def denials_without_questions(corpus: Corpus) -> Problems:
    """Reason and remark codes that fewer than two questions rest on."""
    named = Counter(
        fact for item in corpus.items.values() for fact in item.rests_on if not item.held_back
    )
    for name, denial in corpus.adjustments.items():
        count = named[FactId(f"adjustments/{name}")]
        if count < PER_DENIAL:
            sentence = (
                f"Questions to practice {denial.code}: {count} of {PER_DENIAL}; write one that has"
                f" 'adjustments/{name}' in 'rests_on'."
            )
            yield corpus.spot("adjustments", name) / "id", sentence
