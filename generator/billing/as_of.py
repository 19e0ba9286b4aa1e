"""What was true on a date of service.

Codes, pairs, figures and dated words of rules, as far as the facts of this site reach.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from generator.billing.edit_lookup import certainly_in_force, edit_on
from generator.billing.payer_policy import policy_of
from generator.facts.base import Period
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Change, Edit, OtherCode, Payer, Rule, RuleValue

Json = dict[str, Any]
MOST_CHANGES = 5


def facts_in_effect(
    corpus: Corpus,
    day: date,
    payer: str,
    codes: Collection[str] = (),
    setting: str = "practitioner",
) -> Json:
    """Days as ISO text.

    With `codes`, only what concerns one of them; the figures and words of rules concern all.

    A code's `state` is active, not-yet or ended by its own days; where they are not known here,
    undated, or deleted for one that is no longer in use. A pair is `certain` where the facts say
    that it stood rather than that it had not ended.
    """
    return {
        "date": day.isoformat(),
        "payer": _payer(corpus.payers[payer], day),
        "setting": setting,
        "codes": [
            _code(corpus, name, day, payer, setting)
            for name in sorted({*corpus.codes, *corpus.other_codes})
            if not codes or name in codes
        ],
        "pairs": [
            _pair(edit, day)
            for edit in _edits(corpus, day, setting)
            if not codes or {edit.column1, edit.column2} & set(codes)
        ],
        "figures": [
            _figure(rule, value)
            for rule in corpus.rules.values()
            for value in rule.values
            if value.effective.covers(day)
        ],
        "rules": [
            {"rule": rule.id, "text": said.text, **_span(said.effective)}
            for rule in corpus.rules.values()
            for said in rule.statements
            if _dated(said.effective) and said.effective.covers(day)
        ],
        "changes": _changes(
            [
                change
                for change in corpus.changes.values()
                if not codes or set(change.codes) & set(codes)
            ],
            day,
        ),
    }


def state_on(code: Code | OtherCode, day: date) -> str:
    life = code.effective
    if life.start and day < life.start:
        return "not-yet"
    if life.end and day > life.end:
        return "ended"
    if isinstance(code, OtherCode) and code.status == "deleted" and not life.end:
        return "deleted"
    return "active" if life.start else "undated"


def _code(corpus: Corpus, name: str, day: date, payer: str, setting: str) -> Json:
    code = corpus.codes.get(name) or corpus.other_codes[name]
    said: Json = {
        "code": name,
        "name": code.plain_name,
        "state": state_on(code, day),
        **_span(code.effective),
    }
    if isinstance(code, OtherCode):
        return {
            **said,
            **(
                {"replacedBy": [str(other) for other in code.replaced_by]}
                if code.replaced_by
                else {}
            ),
        }
    entry = code.coverage.get(payer)
    if entry and entry.effective.covers(day):
        said["coverage"] = entry.status
    mue = next(
        (mue for mue in code.mue if mue.setting == setting and mue.effective.covers(day)), None
    )
    if mue and policy_of(corpus.payers[payer]).applies_mues:
        said["mue"] = {"units": mue.units, "asOf": mue.as_of.isoformat()}
    return said


def _edits(corpus: Corpus, day: date, setting: str) -> Iterator[Edit]:
    for column1, column2 in sorted(corpus.edits_by_pair):
        edit = edit_on(corpus, column1, column2, day, setting)
        if edit:
            yield edit


def _pair(edit: Edit, day: date) -> Json:
    return {
        "column1": str(edit.column1),
        "column2": str(edit.column2),
        "indicator": edit.indicator,
        "setting": edit.setting,
        **_span(edit.effective),
        "asOf": edit.as_of.isoformat(),
        "certain": certainly_in_force(edit, day),
    }


def _figure(rule: Rule, value: RuleValue) -> Json:
    return {
        "rule": rule.id,
        "key": value.key,
        "amount": plain(value.amount),
        "unit": value.unit,
        **_span(value.effective),
    }


def plain(amount: float) -> float | int:
    """A whole number without its decimal point."""
    return int(amount) if amount == int(amount) else amount


def _payer(payer: Payer, day: date) -> Json:
    swaps = [
        {"code": str(swap.code), "use": str(swap.use)}
        for swap in payer.substitutions
        if swap.effective.covers(day)
    ]
    return {
        "id": str(payer.id),
        "name": payer.name,
        "method": payer.unit_method,
        "substitutions": swaps,
    }


def _changes(changes: Sequence[Change], day: date) -> Json:
    """The last few before the day or on it, newest first, and the next few after it."""
    ordered = sorted(changes, key=lambda change: (change.date, change.id))
    before, after = (
        [change for change in ordered if change.date <= day],
        [change for change in ordered if change.date > day],
    )
    return {
        "before": [_change(change) for change in before[::-1][:MOST_CHANGES]],
        "after": [_change(change) for change in after[:MOST_CHANGES]],
    }


def _change(change: Change) -> Json:
    return {"id": change.id, "date": change.date.isoformat(), "title": change.title}


def _dated(period: Period) -> bool:
    return bool(period.start or period.end)


def _span(period: Period) -> Json:
    return {
        name: day.isoformat() for name, day in (("from", period.start), ("to", period.end)) if day
    }
