"""Reason codes beside a group that they do not come with: PR-45 for CO-45."""

import re

from generator.checks.figures.prose_figures import spot_in
from generator.checks.figures.sentences import sentences
from generator.facts.corpus import Corpus
from generator.findings import Problems

REASON = re.compile(r"\b(CO|PR|OA|PI)-(\d{1,3}|[A-Z]\d{1,2})\b")


def groups_of_other_reasons(corpus: Corpus) -> Problems:
    """Texts of ours that name a reason code with another group than its entry has."""
    groups: dict[str, list[str]] = {}
    for one in corpus.adjustments.values():
        groups.setdefault(one.number, []).extend(one.groups)
    for sentence in sentences(corpus) if groups else ():
        for found in REASON.finditer(sentence.text):
            known = groups.get(found[2])
            if known and found[1] not in known:
                usual = " or ".join(f"{group}-{found[2]}" for group in dict.fromkeys(known))
                yield (
                    spot_in(sentence, sentence.start + found.start()),
                    f"'{found[0]}' is a reason code with a group that it does not come with here;"
                    f" write {usual}, or add {found[1]} to 'groups' in content/adjustments.",
                )
