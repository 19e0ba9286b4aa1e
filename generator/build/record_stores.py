"""The learning record stores that a site's owner names, to which a page may send."""

import re

ADDRESS = re.compile(
    r"(https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|http://(?:localhost|127\.0\.0\.1))(?::(\d{1,5}))?(?:/[^\s?#@;,'\"<>]*)?"
)
USUAL = ("https:443", "http:80")


def origins(addresses: list[str]) -> tuple[str, ...]:
    """`https://lrs.example.org` of `https://lrs.example.org/xapi/`, each once, in order.

    Raises ValueError for a wrong one; plain http is for this machine alone.
    """
    return tuple(dict.fromkeys(map(_origin, addresses)))


def _origin(address: str) -> str:
    if "@" in address:
        raise ValueError(
            f"stores: '{address}' has a name or password in it, which every reader could see;"
            " remove what stands before '@'."
        )
    found = ADDRESS.fullmatch(address.lower())
    if not found or int(found[2] or 1) not in range(1, 65_536):
        raise ValueError(
            f"stores: '{address}' is no address of a store; write https:// and its host, such as"
            " https://lrs.school.example/xapi/."
        )
    host, port = found[1], found[2]
    is_usual = port is None or f"{host.partition(':')[0]}:{int(port)}" in USUAL
    return host if is_usual else f"{host}:{int(port)}"
