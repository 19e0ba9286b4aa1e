"""Whether a public key can be one.

A point of P-256 (NIST SP 800-186, §3.2.1.3), uncompressed (SEC 1, §2.3.3), in base64url.
"""

import base64
import binascii

PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B


def on_curve(text: str) -> bool:
    """Whether the text is 65 bytes, 0x04 first, then x and y with y² = x³ − 3x + b."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return False
    x, y = int.from_bytes(raw[1:33]), int.from_bytes(raw[33:])
    return (
        len(raw) == 65
        and raw[0] == 4
        and max(x, y) < PRIME
        and (y * y - (x**3 - 3 * x + B)) % PRIME == 0
    )
