"""Why an output cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DISK_REFUSED = 74
"""How a process of ours ends when the disk takes no more; its last line is the error's number."""


class OutputError(Exception):
    """An output that cannot or must not be written; the sentence names the remedy."""


@contextmanager
def disk_errors_explained(out: Path) -> Iterator[None]:
    """What the disk refuses while `out` is written becomes an `OutputError`."""
    try:
        yield
    except OSError as problem:
        raise OutputError(
            f"{problem.filename or out} cannot be written ({problem.strerror}); make room or name"
            " another place."
        ) from problem
