"""MkDocs in a process of its own: a disk that takes no more ends it with a number, not a trace."""

import errno
import sys

from mkdocs.__main__ import cli

from generator.disk.output_error import DISK_REFUSED

NAMES = ("ENOSPC", "EFBIG", "EDQUOT", "EROFS", "EIO")
REFUSALS = {getattr(errno, name) for name in NAMES if hasattr(errno, name)}


def main() -> None:
    """The command line of MkDocs."""
    try:
        cli(prog_name="mkdocs")
    except OSError as problem:
        if problem.errno not in REFUSALS:
            raise
        print(problem.errno, file=sys.stderr)
        sys.exit(DISK_REFUSED)


if __name__ == "__main__":
    main()
