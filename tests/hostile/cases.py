"""A case: a command, the files it finds, and what it may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MEGABYTE = 1 << 20
HERE = "@here"
"""In an argument: the case's own folder, for paths that a command takes from its root."""


@dataclass(frozen=True)
class Repeat:
    """A file too large to carry about: `head`, `unit` so many times, `tail`."""

    unit: bytes
    count: int
    head: bytes = b""
    tail: bytes = b""


@dataclass(frozen=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True)
class Folder:
    """An empty folder with a mode."""

    mode: int = 0o755


@dataclass(frozen=True)
class Locked:
    """A file with a mode."""

    content: bytes
    mode: int


@dataclass(frozen=True)
class Pipe:
    """A named pipe that nobody writes to."""


Content = bytes | Pipe | Repeat | Link | Folder | Locked


@dataclass(frozen=True)
class Case:
    """One run of a command in a folder of its own.

    `files` are made there first, by path; the command is started in it. `want` is "refused" where
    the input is certainly bad, "fine" where it is certainly good, else "any". `says` are patterns
    that the output must hold, `never` patterns that it must not hold. `may` are patterns of paths
    that the command may make or change; all else must stay as it was.
    """

    name: str
    argv: tuple[str, ...]
    files: Mapping[str, Content] = field(default_factory=dict)
    want: str = "any"
    place: str = ""
    """A pattern that the output must hold wherever the exit is not 0."""
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    stdin: bytes = b""
    env: Mapping[str, str] = field(default_factory=dict)
    problems: int = 1
    seconds: float = 10
    """Of the processor."""
    patience: float = 90
    """Seconds by the clock, for a machine that does much else; fewer where a run only waits."""
    largest_file: int | None = None
    """What RLIMIT_FSIZE allows, as a full disk would."""
    full_disk: str | None = None
    """A folder of the case that is made a file system of 64 KB."""
    outputs: tuple[str, ...] = ()
    """Paths that must be there afterwards."""
    holds: tuple[tuple[str, str], ...] = ()
    """Paths of files, and a pattern that each must hold afterwards."""
    first: tuple[tuple[str, ...], ...] = ()
    """Commands that are run before, and whose end does not matter."""
    between: Mapping[str, Content] = field(default_factory=dict)
    """Files that are laid after those, over what is there."""
    stdout: str = ""
    """"closed", "full" or "ascii": where standard output goes, if not into a pipe of UTF-8."""
    stays: tuple[str, ...] = ()
    """Files whose bytes must be the same afterwards, whatever `may` says."""


@dataclass(frozen=True)
class Outcome:
    """What a run did."""

    code: int
    signal: int
    out: str
    err: str
    wall: float
    processor: float
    megabytes: float
    stopped: str = ""
    made: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
