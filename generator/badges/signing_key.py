"""An issuer's Ed25519 key.

In a PEM file of its own, and as the `did:key` that names its public half in every badge.

RFC 8032 (Ed25519), RFC 8037 (EdDSA in JOSE), W3C did:key with multicodec 0xed01 and base58btc.
"""

import base64
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from generator.results.result_error import ResultError

MULTICODEC = b"\xed\x01"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


@dataclass(frozen=True)
class IssuerKey:
    """An issuer's key pair."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public half."""
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    @property
    def did(self) -> str:
        """The public half as did:key."""
        return f"did:key:{self.fingerprint}"

    @property
    def fingerprint(self) -> str:
        """The public key in multibase."""
        return "z" + base58(MULTICODEC + self.public)

    @property
    def jwk(self) -> dict[str, str]:
        """The public half alone."""
        return {"crv": "Ed25519", "kty": "OKP", "x": base64url(self.public)}

    def sign(self, message: bytes) -> bytes:
        """64 bytes; the same message always gives the same ones."""
        return self.private.sign(message)


def new_key() -> IssuerKey:
    """A random key."""
    return IssuerKey(Ed25519PrivateKey.generate())


def key_file(key: IssuerKey) -> bytes:
    """The key as PEM, not encrypted."""
    return key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_key(raw: bytes) -> IssuerKey:
    """Raises `ResultError` for anything but an unencrypted Ed25519 key in PEM."""
    try:
        found = load_pem_private_key(raw, password=None)
    except TypeError:
        raise ResultError(
            "The key is locked with a password, which this command cannot ask for; give an unlocked"
            " copy, or make a key with --new-key."
        ) from None
    except (ValueError, UnsupportedAlgorithm):
        raise ResultError(
            "This is no private key in PEM; give the file that `rightcode badge --new-key` wrote."
        ) from None
    if not isinstance(found, Ed25519PrivateKey):
        raise ResultError(
            "This is a key of another kind; badges are signed with Ed25519. Make one with"
            " `rightcode badge --new-key`."
        )
    return IssuerKey(found)


def base64url(raw: bytes) -> str:
    """Base64 of RFC 4648, section 5, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def base58(raw: bytes) -> str:
    """Bitcoin's alphabet; leading zero bytes as leading ones."""
    number, digits = int.from_bytes(raw, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        digits = BASE58[rest] + digits
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + digits
