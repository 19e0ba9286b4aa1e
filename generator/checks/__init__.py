"""Rules of content: each yields a place and a sentence. Loading has checked the shape.

May import: authoring, billing, cache, facts, findings, questions.
"""

from collections.abc import Callable, Iterator

from generator.authoring.finding_registry import finding_rules
from generator.checks import (
    case_charts,
    case_remittances,
    code_checks,
    coverage_checks,
    draw_checks,
    evidence_checks,
    group_codes,
    item_checks,
    lesson_markup,
    payer_conditions,
    payer_texts,
    plan_checks,
    references,
    source_checks,
    statement_slots,
    undecided_items,
    unseen_values,
)
from generator.checks.figures import prose_figures
from generator.checks.writing import (
    cue_words,
    feedback_and_note,
    feedback_texts,
    guessing,
    held_minutes,
    misplaced_feedback,
    note_abbreviations,
    note_and_visit,
    option_flaws,
    people_and_day,
    question_slips,
    quiz_texts,
    reading_remarks,
    repeated_minutes,
    revealing_words,
    stated_units,
    visit_figures,
)
from generator.facts.corpus import Corpus
from generator.findings import Problems, Severity, Spot

Check = Callable[[Corpus], Problems]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("R201", references.dead_references),
    ("R202", references.misnamed_files),
    ("R203", references.names_taken),
    ("R204", code_checks.taught_and_mentioned),
    ("R205", payer_conditions.misspelt_conditions),
    ("R206", plan_checks.unusable_plans),
    ("R207", case_remittances.remittances_of_no_plan),
    ("R208", payer_conditions.misspelt_details),
    ("R210", case_charts.charts_beside_their_case),
    ("S211", code_checks.empty_slots),
    ("S212", code_checks.payers_without_a_word),
    ("S213", source_checks.addresses_of_no_document),
    ("S214", source_checks.facts_beyond_their_sources),
    ("S215", source_checks.lessons_beyond_their_sources),
    ("S216", source_checks.weak_facts_called_certain),
    ("S217", prose_figures.figures_beyond_facts),
    ("S221", evidence_checks.later_than_read),
    ("S222", evidence_checks.limits_without_their_author),
    ("S223", evidence_checks.facts_of_other_families),
    ("S224", evidence_checks.telehealth_lists_that_differ),
    ("S225", evidence_checks.therapy_places),
    ("S226", evidence_checks.manuals_not_cited),
    ("S227", evidence_checks.sources_older_than_the_code),
    ("S228", payer_texts.values_beside_their_texts),
    ("S229", plan_checks.terms_beside_the_payer),
    ("S230", group_codes.groups_of_other_reasons),
    ("D221", code_checks.overlapping_periods),
    ("E231", code_checks.pairs_with_themselves),
    ("E232", evidence_checks.status_letters),
    ("E233", code_checks.errors_that_correct_nothing),
    ("U241", code_checks.add_ons_of_another_measure),
    ("K301", item_checks.keys_not_derivable),
    ("K302", item_checks.two_best_answers),
    ("K303", item_checks.right_answer_not_offered),
    ("K304", item_checks.disagreeing_authors),
    ("K305", item_checks.keys_on_weak_facts),
    ("K306", undecided_items.items_not_decided),
    ("K307", prose_figures.misstated_statements),
    ("K308", unseen_values.values_not_shown),
    ("K309", note_and_visit.keys_beside_rests_on),
    ("K310", statement_slots.slots_by_place),
    ("I311", item_checks.repeated_options),
    ("I312", item_checks.mislabeled_answers),
    ("I313", item_checks.catch_all_options),
    ("I314", option_flaws.overlapping_options),
    ("I315", held_minutes.minutes_not_held),
    ("I319", held_minutes.minutes_not_in_note),
    ("I320", note_and_visit.minutes_of_another_service),
    ("I321", note_and_visit.people_of_the_note),
    ("I322", note_and_visit.reasons_for_another_code),
    ("I323", feedback_and_note.sides_of_the_note),
    ("I324", feedback_and_note.payers_of_the_note),
    ("I325", feedback_and_note.codes_called_by_another),
    ("I326", people_and_day.days_of_the_note),
    ("I327", people_and_day.people_not_in_note),
    ("I328", misplaced_feedback.feedback_of_another),
    ("I329", stated_units.units_of_another_visit),
    ("I330", question_slips.feedback_of_the_other_verdict),
    ("I331", question_slips.sums_that_do_not_add_up),
    ("I332", question_slips.objectives_of_other_codes),
    ("I333", question_slips.payers_beside_the_question),
    ("I334", people_and_day.times_of_the_note),
    ("I335", question_slips.codes_that_are_nowhere),
    ("I336", visit_figures.disciplines_of_the_note),
    ("I337", visit_figures.figures_of_the_visit),
    ("I338", visit_figures.diagnoses_of_the_note),
    ("I316", feedback_texts.short_feedback),
    ("I317", feedback_texts.repeated_feedback),
    ("I318", unseen_values.idle_exhibits),
    ("I361", option_flaws.longest_by_far),
    ("I362", option_flaws.longest_too_often),
    ("I363", option_flaws.unequal_places),
    ("I364", cue_words.revealing_articles),
    ("I365", cue_words.revealing_numbers),
    ("I366", cue_words.absolutes_in_wrong_options),
    ("I367", cue_words.negatives_without_emphasis),
    ("I368", cue_words.hard_to_read),
    ("I370", item_checks.dates_to_come),
    ("I371", undecided_items.young_medicare_patients),
    ("I372", undecided_items.notes_that_lean),
    ("I373", undecided_items.inpatients_on_practice_claims),
    ("I379", undecided_items.kx_without_amount),
    ("I374", undecided_items.narrowed_statements),
    ("I375", revealing_words.revealing_titles),
    ("I376", revealing_words.revealing_prompts),
    ("I377", guessing.keys_that_can_be_guessed),
    ("I378", repeated_minutes.repeated_minutes),
    ("W371", reading_remarks.remarks_on_reading),
    ("W372", reading_remarks.wrong_wordings),
    ("W373", note_abbreviations.unknown_abbreviations),
    ("C321", coverage_checks.untested_claims),
    ("C322", coverage_checks.misconceptions_nobody_holds),
    ("C323", coverage_checks.hidden_claims),
    ("C324", coverage_checks.untested_objectives),
    ("C325", coverage_checks.too_few_questions),
    ("C326", quiz_texts.miscounted_summaries),
    ("C327", quiz_texts.repeated_questions),
    ("C328", quiz_texts.codes_without_a_question),
    ("C329", coverage_checks.denials_without_questions),
    ("T331", references.dead_links),
    ("T332", references.sections_without_source),
    ("T333", lesson_markup.foreign_markup),
    ("P341", draw_checks.unknown_choices),
    ("P342", draw_checks.unsound_templates),
    ("P343", draw_checks.dry_pools),
    ("A351", draw_checks.draws_too_large),
    ("A352", draw_checks.held_back_in_lessons),
    ("A353", draw_checks.checks_too_large),
    ("A354", draw_checks.held_back_in_practice),
    ("A355", draw_checks.checks_without_fresh_questions),
)


def severity(code: str) -> Severity:
    """How serious findings of a check are: who is warned may go on."""
    rule = finding_rules().get(code)
    return rule.severity if rule else "error"


def check(corpus: Corpus) -> Iterator[tuple[Spot, str, str]]:
    """Every problem as (spot, check's code, sentence); dead references end the run."""
    for code, problems in CHECKS:
        found = [(spot, code, sentence) for spot, sentence in problems(corpus)]
        yield from found
        if code == "R201" and found:
            return
