"""Runs cases, each in a child forked from a process that has the tool in memory.

Each line of its input, `[CASES, RESULTS, FOLDER, WIDTH]`, names a file of pickled cases to run and
one for their outcomes. A fork costs milliseconds, and no case can harm the next.
"""

import contextlib
import ctypes
import fnmatch
import hashlib
import json
import os
import pickle
import re
import resource
import select
import shutil
import signal
import stat
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.hostile import warm
from tests.hostile.cases import (
    HERE,
    MEGABYTE,
    Case,
    Content,
    Folder,
    Link,
    Locked,
    Outcome,
    Pipe,
    Repeat,
)

MOST_OUTPUT = 4 * MEGABYTE
MOST_MEMORY = 1024 * MEGABYTE
"""Beyond it a run is ended, so that the machine lives; the bar is lower."""

TICK = 0.05
PAGE, TICKS = os.sysconf("SC_PAGESIZE"), os.sysconf("SC_CLK_TCK")
WITHOUT_OVERRIDE = ~0b1110 & 0xFFFFFFFF
"""Capabilities less those by which root passes over a folder's mode."""

TOOL: list[Callable[[], Any]] = []
"""The command line, in the process from which every case is forked."""

WARM: dict[str, int] = {}
"""Memory of that process before what a command makes for itself was made there."""

CLONE_NEWNS, MS_REC, MS_PRIVATE = 0x00020000, 0x4000, 0x40000


@dataclass
class Large:
    """Files of a job that are too large to be written for each case, in a folder of their own."""

    folder: bytes = b""
    files: dict[Repeat, tuple[bytes, bytes]] = field(default_factory=dict)
    """Where the content is, and its version."""


LARGE = Large()


@dataclass
class Run:
    """A case that is running."""

    case: Case
    place: Path
    before: Mapping[str, str]
    pid: int
    base: int
    streams: dict[int, str]
    start: float = field(default_factory=time.monotonic)
    text: dict[str, bytearray] = field(
        default_factory=lambda: {"out": bytearray(), "err": bytearray()}
    )
    stopped: str = ""


def lay(place: Path, files: Mapping[str, Content]) -> None:
    """The files of a case on disk; modes last, so that a locked folder can be filled."""
    modes: list[tuple[str, int]] = []
    for name, content in files.items():
        path = os.path.join(os.fsencode(place), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _make(path, content)
        if isinstance(content, Locked | Folder):
            modes.append((name, content.mode))
    for name, mode in reversed(modes):
        os.chmod(os.path.join(os.fsencode(place), os.fsencode(name)), mode)


def _make(path: bytes, content: Content) -> None:
    match content:
        case bytes() | Locked():
            if os.path.islink(path):
                os.unlink(path)
            _write(path, [content if isinstance(content, bytes) else content.content])
        case Repeat(unit=b"\x00", head=b"", tail=b""):  # a file with a hole costs nothing
            _write(path, [])
            os.truncate(path, content.count)
        case Repeat() if LARGE.folder and len(content.unit) * content.count > MEGABYTE:
            _link_large(path, content)
        case Repeat():
            _write(path, _pieces(content))
        case Pipe():
            os.mkfifo(path)
        case Link():
            os.symlink(content.target, path)
        case Folder():
            os.makedirs(path, exist_ok=True)


def _link_large(path: bytes, content: Repeat) -> None:
    """The content as one file on disk, however many cases of a job find it."""
    made, version = LARGE.files.get(content, (LARGE.folder + b"/%d" % len(LARGE.files), b""))
    if not version or _version(made) != version:
        os.makedirs(LARGE.folder, exist_ok=True)
        _write(made, _pieces(content))
        LARGE.files[content] = made, _version(made)
    if os.path.lexists(path):
        os.unlink(path)
    os.link(made, path)


def _version(path: bytes) -> bytes:
    """What changes when somebody writes to a file."""
    state = os.stat(path)
    return b"%d %d" % (state.st_size, state.st_mtime_ns)


def _write(path: bytes, pieces: Any) -> None:
    with open(path, "wb") as file:
        file.writelines(pieces)


def _pieces(content: Repeat) -> Iterator[bytes]:
    yield content.head
    many = max(1, min(content.count, MEGABYTE // max(1, len(content.unit))))
    block, (blocks, rest) = content.unit * many, divmod(content.count, many)
    for _ in range(blocks):
        yield block
    yield content.unit * rest + content.tail


def digests(place: Path) -> dict[str, str]:
    """Every path below `place` with what it is; of a large file its size and time."""
    found: dict[str, str] = {}
    for folder, folders, names in os.walk(place):
        for name in [*folders, *names]:
            path = os.path.join(folder, name)
            found[os.path.relpath(path, place)] = _digest(path)
    return found


def _digest(path: str) -> str:
    state = os.lstat(path)
    if stat.S_ISLNK(state.st_mode):
        return f"link {os.readlink(path)}"
    if stat.S_ISDIR(state.st_mode):
        return "folder"
    if not stat.S_ISREG(state.st_mode):
        return "other"
    if state.st_size > MEGABYTE:
        return f"large {state.st_size} {state.st_mtime_ns}"
    with open(path, "rb") as file:
        return hashlib.blake2b(file.read(), digest_size=12).hexdigest()


def start(case: Case, place: Path) -> Run:
    """The case's child, on its way."""
    place.mkdir(parents=True)
    lay(place, case.files)
    for argv in case.first:
        _beforehand(argv, place)
    lay(place, case.between)
    before = digests(place)
    (out, out_end), (err, err_end) = os.pipe(), os.pipe()
    given = os.memfd_create("given")
    os.write(given, case.stdin)
    os.lseek(given, 0, os.SEEK_SET)
    base = WARM.get("bytes") or _memory("self")
    pid = os.fork()
    if pid == 0:
        for end, number in ((given, 0), (out_end, 1), (err_end, 2)):
            os.dup2(end, number)
        os.closerange(3, 256)
        _child(case, place)
    for end in (out_end, err_end, given):
        os.close(end)
    return Run(case, place, before, pid, base, {out: "out", err: "err"})


def _beforehand(argv: tuple[str, ...], place: Path) -> None:
    pid = os.fork()
    if pid == 0:
        quiet = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(quiet, number)
        _child(Case("first", argv), place)
    os.waitpid(pid, 0)


def _child(case: Case, place: Path) -> None:
    """Becomes the command and never comes back."""
    code = 70
    try:
        os.setpgid(0, 0)
        os.chdir(place)
        os.environ.update(case.env)
        _limit(case, place)
        sys.argv = ["rightcode", *(word.replace(HERE, str(place)) for word in case.argv)]
        _streams(case)
        code = _command()
    except BaseException:
        traceback.print_exc()
        code = 1
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
        with contextlib.suppress(BaseException):
            sys.stderr.flush()
        os._exit(code & 0xFF)


def _streams(case: Case) -> None:
    if case.stdout == "closed":
        reader, writer = os.pipe()
        os.close(reader)
        os.dup2(writer, 1)
    elif case.stdout == "full":
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    encoding = "ascii" if case.stdout == "ascii" else "utf-8"
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding=encoding, errors="strict", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _command() -> int:
    try:
        TOOL[0]()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    return 0


def _limit(case: Case, place: Path) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if case.full_disk and os.geteuid() == 0:
        library.unshare(CLONE_NEWNS)
        library.mount(None, b"/", None, MS_REC | MS_PRIVATE, None)
        disk = os.fsencode(place / case.full_disk)
        os.makedirs(disk, exist_ok=True)
        if library.mount(b"tmpfs", disk, b"tmpfs", 0, b"size=65536"):
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    elif case.full_disk:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    if case.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (case.largest_file, case.largest_file))
    if os.geteuid() == 0:  # root that a folder's mode stops, as it stops everyone else
        header = (ctypes.c_uint32 * 2)(0x20080522, 0)
        data = (ctypes.c_uint32 * 6)()
        if library.capget(header, data) == 0:
            data[0] &= WITHOUT_OVERRIDE
            library.capset(header, data)


def _memory(pid: int | str) -> int:
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def _processor(pid: int) -> float:
    """Seconds of the processor, of a process and its ended children."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return sum(map(int, file.read().rpartition(")")[2].split()[11:15])) / TICKS
    except (OSError, ValueError):
        return 0


def _starved(pid: int) -> float:
    """Seconds in which it could have gone on, had a processor been free."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0


def _group(pid: int) -> list[int]:
    """A process and its children's children."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            below = [int(one) for one in file.read().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in below for one in _group(child))]


def watch(run: Run) -> None:
    """Ends a run that takes too much of anything."""
    case, took = run.case, time.monotonic() - run.start
    group = _group(run.pid)
    used, starved = sum(map(_processor, group)), sum(map(_starved, group))
    if used > case.seconds + 1:
        run.stopped = f"after {used:.0f} s of the processor"
    elif took - starved > case.patience:
        run.stopped = f"after {took:.0f} s by the clock, {used:.1f} of the processor"
    elif any(len(text) > MOST_OUTPUT for text in run.text.values()):
        run.stopped = "at 4 MB of output"
    elif sum(map(_memory, _group(run.pid))) - run.base > MOST_MEMORY:
        run.stopped = "at 1 GB of memory"
    if run.stopped:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)


def read(run: Run, stream: int) -> None:
    """What the run has written since."""
    piece = os.read(stream, 65536)
    if piece:
        run.text[run.streams[stream]] += piece
    else:
        os.close(stream)
        del run.streams[stream]


def finish(run: Run, status: int, used: resource.struct_rusage) -> Outcome:
    """The outcome of a run whose child has ended; its folder is cleared away."""
    wall = time.monotonic() - run.start
    with contextlib.suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
    for stream in list(run.streams):
        while stream in run.streams and select.select([stream], [], [], 0.2)[0]:
            read(run, stream)
        if stream in run.streams:
            os.close(stream)
    case, after = run.case, digests(run.place)
    allowed = _allowed(case)
    outcome = Outcome(
        code=os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else -1,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        out=run.text["out"].decode("utf-8", "replace"),
        err=run.text["err"].decode("utf-8", "replace"),
        wall=wall,
        processor=used.ru_utime + used.ru_stime,
        megabytes=(used.ru_maxrss * 1024 - run.base) / MEGABYTE,
        stopped=run.stopped,
        made=tuple(name for name in after if name not in run.before and not allowed(name)),
        changed=tuple(
            name
            for name, what in run.before.items()
            if name in after and after[name] != what and (name in case.stays or not allowed(name))
        ),
        gone=tuple(
            name
            for name in run.before
            if name not in after and (name in case.stays or not allowed(name))
        ),
        missing=(
            *(name for name in case.outputs if name not in after),
            *(
                f"{name} with {text}"
                for name, text in case.holds
                if not _holds(run.place / name, text)
            ),
        ),
    )
    _clear(run.place)
    return outcome


def _holds(path: Path, text: str) -> bool:
    try:
        return re.search(text, path.read_text(encoding="utf-8", errors="replace")) is not None
    except OSError:
        return False


def _allowed(case: Case) -> Any:
    return lambda name: any(
        fnmatch.fnmatch(name, pattern) or fnmatch.fnmatch(name, f"{pattern}/*")
        for pattern in case.may
    )


def _clear(place: Path) -> None:
    for folder, folders, _ in os.walk(place):
        for name in folders:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                with contextlib.suppress(OSError):
                    os.chmod(path, 0o700)
    shutil.rmtree(place, ignore_errors=True)


def run_all(cases: list[Case], folder: Path, width: int) -> list[Outcome]:
    """The outcomes, in order; `width` cases at once."""
    waiting, running = list(enumerate(cases))[::-1], dict[int, tuple[int, Run]]()
    outcomes: dict[int, Outcome] = {}
    while waiting or running:
        while waiting and len(running) < width:
            number, case = waiting.pop()
            run = start(case, folder / f"{number:05}")
            running[run.pid] = number, run
        streams = {stream: run for _, run in running.values() for stream in run.streams}
        silent = any(not run.streams for _, run in running.values())
        for stream in select.select(list(streams), [], [], 0.001 if silent else TICK)[0]:
            read(streams[stream], stream)
        for pid, (number, run) in list(running.items()):
            ended, status, used = os.wait4(pid, os.WNOHANG)
            if ended:
                outcomes[number] = finish(run, status, used)
                del running[pid]
            else:
                watch(run)
    return [outcomes[number] for number in range(len(cases))]


def _warm() -> None:
    """The tool, and what its runs would make each for itself, which counts as theirs."""
    TOOL.append(warm.tool())
    WARM["bytes"] = _memory("self")
    warm.prepare()


def main() -> None:
    """Each line of the input is a job: a child runs its cases, and its status is written."""
    _warm()
    for line in sys.stdin:
        source, target, folder, width = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _job(Path(source), Path(target), Path(folder), width)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    os._exit(0)  # some libraries complain of what a usual end finds


def _job(source: Path, target: Path, folder: Path, width: int) -> None:
    """Runs the cases of a file, and never comes back."""
    code = 1
    LARGE.folder = os.fsencode(folder / "large")
    try:
        target.write_bytes(pickle.dumps(run_all(pickle.loads(source.read_bytes()), folder, width)))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        shutil.rmtree(LARGE.folder, ignore_errors=True)
        os._exit(code)


if __name__ == "__main__":
    main()
