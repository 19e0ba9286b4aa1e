"""The learning record stores that a site's owner names, to which a page may send."""

from generator.facts.web_address import read_address

USUAL = {"https": 443, "http": 80}
UNFIT = frozenset("?#;,'")


def origins(addresses: list[str]) -> tuple[str, ...]:
    """`https://lrs.example.org` of `https://lrs.example.org/xapi/`, each once, in order.

    Raises ValueError for a wrong one; plain http is for this machine alone.
    """
    return tuple(dict.fromkeys(map(_origin, addresses)))


def _origin(address: str) -> str:
    if "@" in address:
        raise ValueError(
            f"stores: '{address}' has a name or password in it, which every reader could see;"
            " remove what comes before '@'."
        )
    found = read_address(address)
    if not found or not found.is_private or "[" in found.host or set(found.rest) & UNFIT:
        raise ValueError(
            f"stores: '{address[:80]}' is no address of a store; write https:// and its host, such"
            " as https://lrs.school.example/xapi/."
        )
    is_usual = found.port in (None, USUAL[found.scheme])
    return f"{found.scheme}://{found.host}" + ("" if is_usual else f":{found.port}")
