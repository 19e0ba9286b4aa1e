"""Checks of meaning, each a generator of (spot, sentence).

Shape was settled when the files were loaded.
"""

from collections.abc import Callable, Iterator

from generator.checks import (
    assignments,
    claims,
    dates,
    edits,
    items,
    keys,
    lessons,
    measures,
    references,
    slots,
    tracks,
    variants,
)
from generator.checks.writing import lengths, overlaps, places, reading, wording
from generator.corpus import Corpus
from generator.findings import Severity, Spot

Check = Callable[[Corpus], Iterator[tuple[Spot, str]]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("R201", references.dead_references),
    ("R202", references.misnamed_files),
    ("R203", references.names_taken),
    ("S211", slots.empty_slots),
    ("S212", slots.payers_without_a_word),
    ("D221", dates.overlapping_periods),
    ("E231", edits.pairs_with_themselves),
    ("U241", measures.add_ons_of_another_measure),
    ("K301", keys.keys_not_derivable),
    ("K302", keys.two_best_answers),
    ("K303", keys.right_answer_not_offered),
    ("K304", keys.disagreeing_authors),
    ("K305", keys.keys_on_weak_facts),
    ("I311", items.repeated_options),
    ("I312", items.blame_for_the_right_option),
    ("I313", items.catch_all_options),
    ("I314", overlaps.overlapping_options),
    ("I361", lengths.longest_by_far),
    ("I362", lengths.longest_too_often),
    ("I363", places.unequal_places),
    ("I364", wording.articles_that_tell),
    ("I365", wording.numbers_that_tell),
    ("I366", wording.absolutes_in_wrong_options),
    ("I367", wording.negatives_without_emphasis),
    ("I368", reading.hard_to_read),
    ("C321", claims.untested_claims),
    ("C322", claims.misconceptions_nobody_holds),
    ("T331", lessons.dead_links),
    ("T332", lessons.sections_without_source),
    ("P341", variants.unknown_choices),
    ("P342", variants.unsound_templates),
    ("P343", variants.dry_pools),
    ("A351", assignments.draws_too_large),
    ("A352", assignments.held_back_in_lessons),
    ("A353", tracks.checks_too_large),
    ("A354", tracks.held_back_in_practice),
)

ADVICE = frozenset({"I361", "I362", "I363", "I364", "I365", "I366", "I367", "I368"})
"""Findings that a person may overrule: they warn, and nothing stops for them."""


def severity(code: str) -> Severity:
    return "warning" if code in ADVICE else "error"


def check(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    """Every problem as (spot, check's code, sentence).

    Dead references end the run: other checks follow them.
    """
    for code, problems in CHECKS:
        found = [(spot, code, sentence) for spot, sentence in problems(corpus)]
        yield from found
        if code == "R201" and found:
            return
