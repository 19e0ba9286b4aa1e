"""Addresses on the web, taken only where every browser reads them as they are written.

Nothing that a browser would mend: no white space, no user name, a host that exists by its form.
The browser has the same rule (site_config/frontend/shared/web_address.js); tests/js/addresses.json
holds both to one table.
"""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple

MAX_LENGTH = 2000
LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
ADDRESS = re.compile(
    r"([Hh][Tt][Tt][Pp][Ss]?)://"
    rf"(\[[0-9A-Fa-f:.]{{2,45}}\]|{LABEL}(?:\.{LABEL})*)"
    r"(?::([0-9]{1,5}))?"
    r"((?:[/?#](?:%[0-9A-Fa-f]{2}|[^\x00-\x20\x7f-\xa0\s\"<>\\^`{|}%\ufeff\ud800-\udfff])*)?)"
)
NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
LOCAL = ("localhost", "127.0.0.1")


class WebAddress(NamedTuple):
    """The parts of an address; scheme and host in small letters, the port None if unnamed."""

    scheme: str
    host: str
    port: int | None
    rest: str

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read what is sent there."""
        return self.scheme == "https" or self.host in LOCAL


def read_address(text: str) -> WebAddress | None:
    """The parts of an http or https address; None where a browser would refuse or mend it."""
    found = ADDRESS.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if not found or int(found[3] or 0) > 65_535 or not _is_host(found[2]):
        return None
    return WebAddress(
        found[1].lower(), found[2].lower(), int(found[3]) if found[3] else None, found[4]
    )


def _is_host(host: str) -> bool:
    labels = host.split(".")
    try:
        if host.startswith("["):
            IPv6Address(host[1:-1])
        elif NUMBER.fullmatch(labels[-1]):
            IPv4Address(host)
        elif len(host) > 253 or not all(map(_is_label, labels)):
            return False
    except AddressValueError:
        return False
    return True


def _is_label(label: str) -> bool:
    """Whether a label that says it is written in punycode is."""
    if not label.lower().startswith("xn--"):
        return True
    try:
        text = label[4:].encode().decode("punycode")
    except UnicodeError:
        return False
    return text.isprintable() and not text.isascii()
