"""How often the practice exam and the placement quiz ask about a family of codes."""

from collections import Counter
from collections.abc import Mapping

from generator.facts.corpus import Corpus

PLAIN = 1.0


def family_of(corpus: Corpus, codes: list[str]) -> str | None:
    """The family with the largest share among those of the codes that a question is about."""
    families = {str(corpus.codes[code].family) for code in codes if code in corpus.codes}
    return min(families, key=lambda name: (-(_share(corpus, name) or 0), name), default=None)


def exam_weights(corpus: Corpus, codes_of: Mapping[str, list[str]]) -> dict[str, float]:
    """By question: its family's share divided by the share of questions that the family has."""
    families = {name: family_of(corpus, codes) for name, codes in codes_of.items()}
    counted = Counter(family for family in families.values() if family)
    total = counted.total()

    def weight(family: str | None) -> float:
        share = _share(corpus, family)
        if family is None or share is None:
            return PLAIN
        return round(max(share, 0.1) / 100 * total / counted[family], 2)

    return {name: weight(family) for name, family in families.items()}


def _share(corpus: Corpus, family: str | None) -> int | None:
    found = corpus.families.get(family or "")
    return found.exam_share if found else None
