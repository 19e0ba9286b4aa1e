"""The key of `other-payer` and `other-date`."""

from collections.abc import Iterator

from generator.billing.append_modifiers import BilledLine
from generator.billing.check_limits import units_by_code
from generator.billing.claim import ClaimResult, build_claim
from generator.billing.coded_services import base_of
from generator.billing.payer_policy import same_kind
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from generator.questions.kinds.answer_key import Key, UnderivableError, distinct, visit_of
from generator.questions.kinds.changed_claim_model import ChangedClaim, ChangeOption, modifiers_id
from generator.questions.kinds.right_claims import certain_claim, reasons_of
from generator.questions.kinds.what_is_missing.what_is_missing_model import NOTHING, ask_id


def derive(corpus: Corpus, item: ChangedClaim) -> Key:
    """What is on one of the two claims and not on the other."""
    _refuse_several_changes(item)
    before, after = certain_claim(corpus, item), build_claim(corpus, other_visit(item))
    if before.alternatives or after.alternatives:
        raise UnderivableError(
            "several claims are equally right, so what changes is open; change the minutes",
            "visit",
            "services",
        )
    asked = [question for question in after.questions if question not in before.questions]
    right = {ask_id(None, question.missing) for question in asked}
    uncounted = any(question.missing == "unit_method" for question in asked)
    right |= set(_changes(corpus, item, before, after, uncounted))
    reasons = distinct(
        [*(question.reason for question in asked), *reasons_of(after), *reasons_of(before)]
    )
    return Key(frozenset(right) or frozenset({NOTHING}), reasons)


def _refuse_several_changes(item: ChangedClaim) -> None:
    for index, option in enumerate(item.options):
        if isinstance(option, ChangeOption):
            changes = (option.units, option.modifiers, option.on_claim)
            if sum(change is not None for change in changes) != 1:
                text = "an option names one change: 'units', 'modifiers' or 'on_claim'"
                raise UnderivableError(text, "options", index)


def other_visit(item: ChangedClaim) -> Visit:
    """The same visit for the other payer, or on the other day."""
    if getattr(item, item.changes) == item.to:
        raise UnderivableError(f"'to' is the visit's own {item.changes}; name another one", "to")
    return visit_of(item).model_copy(update={item.changes: item.to})


def _changes(
    corpus: Corpus, item: ChangedClaim, before: ClaimResult, after: ClaimResult, uncounted: bool
) -> Iterator[str]:
    """Ids of what differs.

    Timed codes are left out where nobody knows how the other payer counts them.
    """
    old, new = units_by_code(before.lines), units_by_code(after.lines)
    comparable = same_kind(corpus.payers[item.payer], corpus.payers[other_visit(item).payer])
    for code in sorted({*old, *new}):
        if uncounted and corpus.codes[base_of(corpus, code)].unit.kind == "timed":
            continue
        if code not in new or code not in old:
            yield f"{code}.{'on' if code in new else 'off'}"
            continue
        if old[code] != new[code]:
            yield f"{code}.units.{new[code]}"
        now = _modifiers(after.lines, code)
        if comparable and now != _modifiers(before.lines, code):
            yield modifiers_id(code, now)


def _modifiers(lines: tuple[BilledLine, ...], code: str) -> frozenset[str]:
    return frozenset(modifier for line in lines if line.code == code for modifier in line.modifiers)
