"""Work that makes much and leaves little to be collected."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """What is read lives until the work ends; the collector would walk it in vain."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
