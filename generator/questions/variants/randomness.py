"""The one place where chance enters, and it is given its seed."""

import random
from collections.abc import Iterator


def numbers(seed: int, name: str, size: int) -> Iterator[int]:
    """Numbers from 0 to below `size`, none twice, in an order that the seed and the name give."""
    source = random.Random(f"{seed}/{name}")
    if size <= 4096:
        yield from source.sample(range(size), size)
        return
    seen: set[int] = set()
    while len(seen) < size:
        number = source.randrange(size)
        if number not in seen:
            seen.add(number)
            yield number
