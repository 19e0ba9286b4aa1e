"""Rules of content: each yields a place and a sentence. Loading has checked the shape.

May import: authoring, billing, cache, facts, findings, questions.
"""

from collections.abc import Callable, Iterator

from generator.checks import (
    assignment_checks,
    edit_checks,
    effective_dates,
    item_checks,
    key_checks,
    lesson_checks,
    measure_checks,
    published_claim_checks,
    references,
    required_slots,
    template_checks,
    track_checks,
)
from generator.checks.writing import (
    answer_positions,
    cue_words,
    option_lengths,
    option_overlaps,
    reading_grade,
)
from generator.facts.corpus import Corpus
from generator.findings import Severity, Spot

Check = Callable[[Corpus], Iterator[tuple[Spot, str]]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("R201", references.dead_references),
    ("R202", references.misnamed_files),
    ("R203", references.names_taken),
    ("S211", required_slots.empty_slots),
    ("S212", required_slots.payers_without_a_word),
    ("D221", effective_dates.overlapping_periods),
    ("E231", edit_checks.pairs_with_themselves),
    ("U241", measure_checks.add_ons_of_another_measure),
    ("K301", key_checks.keys_not_derivable),
    ("K302", key_checks.two_best_answers),
    ("K303", key_checks.right_answer_not_offered),
    ("K304", key_checks.disagreeing_authors),
    ("K305", key_checks.keys_on_weak_facts),
    ("I311", item_checks.repeated_options),
    ("I312", item_checks.mislabelled_answers),
    ("I313", item_checks.catch_all_options),
    ("I314", option_overlaps.overlapping_options),
    ("I361", option_lengths.longest_by_far),
    ("I362", option_lengths.longest_too_often),
    ("I363", answer_positions.unequal_places),
    ("I364", cue_words.revealing_articles),
    ("I365", cue_words.revealing_numbers),
    ("I366", cue_words.absolutes_in_wrong_options),
    ("I367", cue_words.negatives_without_emphasis),
    ("I368", reading_grade.hard_to_read),
    ("C321", published_claim_checks.untested_claims),
    ("C322", published_claim_checks.misconceptions_nobody_holds),
    ("T331", lesson_checks.dead_links),
    ("T332", lesson_checks.sections_without_source),
    ("P341", template_checks.unknown_choices),
    ("P342", template_checks.unsound_templates),
    ("P343", template_checks.dry_pools),
    ("A351", assignment_checks.draws_too_large),
    ("A352", assignment_checks.held_back_in_lessons),
    ("A353", track_checks.checks_too_large),
    ("A354", track_checks.held_back_in_practice),
)

ADVICE = frozenset({"I361", "I362", "I363", "I364", "I365", "I366", "I367", "I368"})
"""Findings that a person may overrule: they warn, and nothing stops for them."""


def severity(code: str) -> Severity:
    """How serious findings of a check are."""
    return "warning" if code in ADVICE else "error"


def check(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    """Every problem as (spot, check's code, sentence); dead references end the run."""
    for code, problems in CHECKS:
        found = [(spot, code, sentence) for spot, sentence in problems(corpus)]
        yield from found
        if code == "R201" and found:
            return
