"""Files that hold a secret key."""

import os
from pathlib import Path


def write_secret(path: Path, content: bytes) -> None:
    """For its owner's eyes alone.

    Raises `FileExistsError` where one is there already: what was made with it could not be made or
    opened again.
    """
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
