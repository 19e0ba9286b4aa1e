"""The facts in effect on a date of service, as far as the facts of this site reach."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from generator.billing.edit_lookup import certainly_in_force, edit_on
from generator.billing.payer_policy import policy_of
from generator.facts.base import PayerId, Period
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.registers import Change, Edit, OtherCode

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
    undated, or deleted for one that is no longer in use. An edit is `certain` where the facts say
    that it held rather than that it had not ended.
    """

    def concerned(*names: str) -> bool:
        return not codes or bool(set(names) & set(codes))

    return {
        "date": day.isoformat(),
        "payer": _payer(corpus.payers[payer], day),
        "setting": setting,
        "codes": [
            _code(corpus, name, day, payer, setting)
            for name in sorted({*corpus.codes, *corpus.other_codes})
            if concerned(name)
        ],
        "pairs": [
            _edit(edit, day)
            for pair in sorted(corpus.edits_by_pair)
            if concerned(*pair) and (edit := edit_on(corpus, *pair, day, setting))
        ],
        "figures": _figures(corpus, day),
        "rules": _statements(corpus, day),
        "changes": _changes([one for one in corpus.changes.values() if concerned(*one.codes)], day),
    }


def state_on(code: Code | OtherCode, day: date) -> str:
    """Whether a number is a code on a day: active, not-yet, ended, deleted or undated."""
    life = code.effective
    if life.start and day < life.start:
        return "not-yet"
    if life.end and day > life.end:
        return "ended"
    if isinstance(code, OtherCode) and code.status == "deleted" and not life.end:
        return "deleted"
    return "active" if life.start else "undated"


def plain(amount: float) -> float | int:
    """A whole number without its decimal point."""
    return int(amount) if amount == int(amount) else amount


def _code(corpus: Corpus, name: str, day: date, payer: str, setting: str) -> Json:
    code = corpus.codes.get(name) or corpus.other_codes[name]
    found: Json = {
        "code": name,
        "name": code.plain_name,
        "state": state_on(code, day),
        **_span(code.effective),
    }
    if isinstance(code, OtherCode):
        replaced_by = [str(other) for other in code.replaced_by]
        return {**found, **({"replacedBy": replaced_by} if replaced_by else {})}
    coverage = code.coverage.get(PayerId(payer))
    if coverage and coverage.effective.covers(day):
        found["coverage"] = coverage.status
    mue = code.mue_on(day, setting)
    if mue and policy_of(corpus.payers[payer]).applies_mues:
        found["mue"] = {"units": mue.units, "asOf": mue.as_of.isoformat()}
    return found


def _figures(corpus: Corpus, day: date) -> list[Json]:
    return [
        {
            "rule": rule.id,
            "key": value.key,
            "amount": plain(value.amount),
            "unit": value.unit,
            **_span(value.effective),
        }
        for rule in corpus.rules.values()
        for value in rule.values
        if value.effective.covers(day)
    ]


def _statements(corpus: Corpus, day: date) -> list[Json]:
    return [
        {"rule": rule.id, "text": statement.text, **span}
        for rule in corpus.rules.values()
        for statement in rule.statements
        if (span := _span(statement.effective)) and statement.effective.covers(day)
    ]


def _edit(edit: Edit, day: date) -> Json:
    return {
        "column1": str(edit.column1),
        "column2": str(edit.column2),
        "indicator": edit.indicator,
        "setting": edit.setting,
        **_span(edit.effective),
        "asOf": edit.as_of.isoformat(),
        "certain": certainly_in_force(edit, day),
    }


def _payer(payer: Payer, day: date) -> Json:
    return {
        "id": str(payer.id),
        "name": payer.name,
        "method": payer.unit_method,
        "substitutions": [
            {"code": str(swap.code), "use": str(swap.use)}
            for swap in payer.substitutions
            if swap.effective.covers(day)
        ],
    }


def _changes(changes: Iterable[Change], day: date) -> Json:
    known = [
        (change.date, {"id": change.id, "date": change.date.isoformat(), "title": change.title})
        for change in sorted(changes, key=lambda change: (change.date, change.id))
    ]
    before = [change for when, change in reversed(known) if when <= day]
    after = [change for when, change in known if when > day]
    return {"before": before[:MOST_CHANGES], "after": after[:MOST_CHANGES]}


def _span(period: Period) -> Json:
    days = (("from", period.start), ("to", period.end))
    return {name: day.isoformat() for name, day in days if day}
