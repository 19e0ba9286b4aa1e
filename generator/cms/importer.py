"""Published files into the store: all that were given, or none."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cms.archive_members import ArchiveMember, archive_members, head_of
from generator.cms.edit_rows import Batch, PeriodNumbers, read_pairs
from generator.cms.file_names import Quarter, TableSetting, label_of
from generator.cms.import_error import AGAIN, CmsImportError
from generator.cms.store_schema import Kind, path_in
from generator.cms.store_writer import Draft, open_draft
from generator.cms.tables import layout_of, read_ceilings, read_statuses
from generator.disk.damaged_zip import DAMAGED_ZIP

DAMAGE = (*DAMAGED_ZIP, SyntaxError)
"""Of the zip, or of the XML of a sheet."""
Advance = Callable[[int], None]


@dataclass(frozen=True)
class Task:
    """A table to read, and what its name, or the person who gave it, says of it."""

    member: ArchiveMember
    kind: Kind
    setting: str
    quarter: Quarter
    part: int


def plan(
    paths: Sequence[Path], setting: TableSetting | None, quarter: Quarter | None
) -> tuple[Task, ...]:
    """What is to be read, checked as far as names and headers go."""
    tasks = tuple(
        _task(member, setting, quarter) for path in paths for member in archive_members(path)
    )
    for index, task in enumerate(tasks):
        for other in tasks[:index]:
            _check_together(other, task)
    return tasks


def _check_together(other: Task, task: Task) -> None:
    if (other.kind, other.setting) != (task.kind, task.setting):
        return
    if task.kind == "pairs" and other.quarter != task.quarter:
        problem = f"it is of {task.quarter}, and {other.member.name} of {other.quarter}"
        raise CmsImportError(
            task.member.name,
            problem,
            "import the parts of one quarter together, and each quarter by itself",
        )
    if (other.quarter, other.part) == (task.quarter, task.part):
        problem = f"it is the same table and part as {other.member.name}"
        raise CmsImportError(
            task.member.name,
            problem,
            "give one of them; parts are told by the -f1 to -f4 of their published names",
        )


def import_files(root: Path, tasks: Sequence[Task], today: date, advance: Advance) -> None:
    """Read every task into the store below `root`, or raise `CmsImportError` and change nothing."""
    with open_draft(path_in(root), today) as draft:
        for task in tasks:
            with _refuse_damage(task.member), _pause_cycle_collector(not task.member.is_sheet):
                _import(draft, task, advance)


def _task(member: ArchiveMember, setting: TableSetting | None, quarter: Quarter | None) -> Task:
    with _refuse_damage(member):
        kind = layout_of(head_of(member), member.name).kind
    own, outer = label_of(member.file), label_of(member.path.name)
    if own.quarter and outer.quarter and own.quarter != outer.quarter and quarter is None:
        problem = f"the archive's name says {outer.quarter}, the file's in it {own.quarter}"
        raise CmsImportError(member.name, problem, "name the right one with --quarter")
    found = setting or own.setting or outer.setting or ""
    if kind == "pairs" and found not in ("practitioner", "hospital"):
        raise CmsImportError(
            member.name,
            "its name says no setting",
            "name it with --setting practitioner or --setting hospital",
        )
    quarter = quarter or own.quarter or outer.quarter
    if quarter is None:
        raise CmsImportError(
            member.name,
            "its name says no quarter",
            "name it with --quarter, such as --quarter 2026q4",
        )
    return Task(member, kind, "" if kind == "status" else found, quarter, own.part or outer.part)


def _import(draft: Draft, task: Task, advance: Advance) -> None:
    member, setting = task.member, task.setting
    rows: Sequence[tuple[object, ...]] = ()
    match task.kind:
        case "pairs":
            file, numbers = _start(draft, task, setting), PeriodNumbers(draft.spans, task.quarter)
            batches = _report_progress(read_pairs(member, numbers), member.size, advance)
            draft.finish(file, draft.add_pairs(file, batches), numbers.oldest_end)
            return
        case "mue":
            table, ceilings = "ceilings", read_ceilings(member)
            setting, rows = _mue_setting(task, ceilings.setting), ceilings.rows
        case "status":
            table, rows = "statuses", read_statuses(member)
    file = _start(draft, task, setting)
    draft.add_rows(table, file, rows)
    draft.finish(file, len(rows))
    advance(member.size)


def _start(draft: Draft, task: Task, setting: str) -> int:
    return draft.start(task.kind, setting, task.quarter, task.part, task.member.file)


def _mue_setting(task: Task, named: str | None) -> str:
    if named and task.setting and named != task.setting:
        problem = f"its header is of {named}, its name or --setting of {task.setting}"
        raise CmsImportError(task.member.name, problem, "give the file under its own name")
    if not (named or task.setting):
        problem = "neither its name nor its header says a setting"
        raise CmsImportError(task.member.name, problem, "name it with --setting")
    return named or task.setting


def _report_progress(batches: Iterator[Batch], size: int, advance: Advance) -> Iterator[Batch]:
    """The batches; `advance` gets the size of each once it is written, at the end the rest."""
    for batch in batches:
        yield batch
        advance(batch.size)
        size -= batch.size
    advance(size)


@contextmanager
def _refuse_damage(member: ArchiveMember) -> Iterator[None]:
    try:
        yield
    except DAMAGE as problem:
        detail = str(problem)[:120] or type(problem).__name__
        raise CmsImportError(
            member.name, f"it is damaged or cut short ({detail})", AGAIN
        ) from problem


@contextmanager
def _pause_cycle_collector(unsought: bool) -> Iterator[None]:
    """Rows of text are tuples without cycles; looking for some took a third of the time."""
    was_on = gc.isenabled()
    if unsought:
        gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
