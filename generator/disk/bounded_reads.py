"""Files and streams that a user named, read in bounds: what never ends is refused, not awaited."""

import errno
import os
import stat
import sys
from pathlib import Path


def read_regular(path: Path, most: int) -> bytes:
    """The content of a regular file; of a larger one `most` + 1 bytes, enough to refuse it.

    Raises `OSError` for devices, pipes and folders too.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no regular file; name one", str(path))
    with os.fdopen(handle, "rb") as file:
        return file.read(most + 1)


def read_standard_input(most: int) -> bytes:
    """What is piped in; of more than `most` bytes one more than that, enough to refuse it."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read(most + 1)
