"""The payers that questions name, as topics to practice."""

from collections import Counter
from collections.abc import Sequence

from generator.facts.corpus import Corpus
from generator.pages.practice_pages import BankEntry, PracticeTopic


def questions_by_payer(listed: Sequence[BankEntry]) -> Counter[str]:
    """How many questions name each payer, of those that a drawing may give."""
    return Counter(entry["payer"] for entry in listed if not entry.get("ownQuizOnly"))


def payer_topics(corpus: Corpus, listed: Sequence[BankEntry]) -> tuple[PracticeTopic, ...]:
    """A topic for each payer, the most asked first."""
    quiz = {entry["payer"]: entry["quiz"] for entry in reversed(listed)}
    return tuple(
        PracticeTopic(corpus.payers[name].name, (f"payer-{name}",), quiz[name], count)
        for name, count in questions_by_payer(listed).most_common()
    )
