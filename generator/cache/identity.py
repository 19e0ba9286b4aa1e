"""Models as keys: compared by identity, since their own comparison walks through all of them."""

from pydantic import BaseModel


class Same:
    """A thing as the key of what was worked out for it; it lives as long as the key."""

    def __init__(self, thing: BaseModel) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing
