"""The sentences of the claim pipeline (data/messages.yaml), filled in."""

from collections.abc import Iterable, Mapping, Sequence

from generator.billing.data_tables import read_table
from generator.billing.outcomes import Reason

MESSAGES: Mapping[str, str] = read_table("messages")


def message(name: str, /, **values: object) -> str:
    """The sentence of that name with its blanks filled."""
    return MESSAGES[name].format_map(values)


def explain(
    name: str, rests_on: tuple[str, ...] = (), sources: Iterable[str] = (), /, **values: object
) -> Reason:
    """The sentence of that name as a reason, the facts it rests on, and who says so."""
    return Reason(message(name, **values), rests_on, tuple(sources))


def quantity(amount: int, word: str) -> str:
    """'1 unit', '2 units'."""
    return message(word if amount == 1 else f"{word}s", n=amount)


def amount_text(amount: int, of: str) -> str:
    """An amount of what a measured code is counted by: '20 square centimetres'."""
    return message(f"{of}-{'one' if amount == 1 else 'many'}", n=amount)


def join_names(names: Sequence[str]) -> str:
    """Names as in a sentence: 'a', 'a and b', 'a, b and c'."""
    return MESSAGES["and"].join(filter(None, (", ".join(names[:-1]), names[-1])))
