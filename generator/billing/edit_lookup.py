"""Which NCCI edit holds between two codes on a date of service.

Source of column order, indicators and dates: CMS, NCCI procedure-to-procedure edit files
(content/edits.yaml).
"""

from collections.abc import Sequence
from datetime import date

from generator.billing.reasons import MESSAGES, Reason, explain
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit


def edit_on(corpus: Corpus, column1: str, column2: str, day: date, setting: str) -> Edit | None:
    """The edit on a pair, in that column order, in force on a date of service.

    The practitioner table serves where the hospital's has the pair in neither column order.
    """
    here = _in_force(corpus, column1, column2, day)
    turned = _in_force(corpus, column2, column1, day)
    has_own = any(edit.setting == setting for edit in (*here, *turned))
    table = setting if has_own else "practitioner"
    # Of two edits whose first days are not known, the one that ended first is the older one.
    here.sort(key=lambda edit: edit.effective.end or date.max)
    return next((edit for edit in here if edit.setting == table), None)


def _in_force(corpus: Corpus, column1: str, column2: str, day: date) -> list[Edit]:
    edits = corpus.edits_of(column1, column2)
    return [edit for edit in edits if edit.indicator != 9 and edit.effective.covers(day)]


def edit_for_pair(corpus: Corpus, one: str, other: str, day: date, setting: str) -> Edit | None:
    """The edit between two codes, whichever of them is column 1."""
    return edit_on(corpus, one, other, day, setting) or edit_on(corpus, other, one, day, setting)


def certainly_in_force(edit: Edit, day: date) -> bool:
    """Whether the facts say that the edit held on `day`, not only that it had not ended.

    Without a first day it held from the day its table was read, and on the day it ended.
    """
    began = edit.effective.start is not None or day >= edit.as_of or day == edit.effective.end
    return began and not edit.undecided


def outside_tables(corpus: Corpus, *codes: str) -> tuple[str, ...]:
    """Codes whose pairs are not known: not taught here, or younger than the tables read."""
    taught = corpus.codes
    return tuple(
        code
        for code in codes
        if code not in taught or (taught[code].effective.start or date.min) > corpus.pairs_read_on
    )


def pair_outside(corpus: Corpus, one: str, other: str, outside: Sequence[str], day: date) -> Reason:
    """That a pair without an edit here may still be one."""
    pair = {"one": one, "other": other, "codes": MESSAGES["and"].join(outside)}
    table = corpus.pairs_read_on
    return explain("pair-outside", ("rules/ncci-pairs",), table=table, day=day, **pair)


def edit_name(edit: Edit) -> str:
    """The edit as a fact: `edits/97140-97124`."""
    return f"edits/{edit.column1}-{edit.column2}"


def edit_reason(name: str, edit: Edit, *rests_on: str, **values: object) -> Reason:
    """The sentence of that name about an edit, from its table and other facts."""
    pair = {"column1": edit.column1, "column2": edit.column2, "table": edit.as_of}
    return explain(name, (edit_name(edit), *rests_on), edit.sources, **pair, **values)
