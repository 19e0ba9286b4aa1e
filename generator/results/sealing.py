"""Encrypt and open results under the class's public key, as results/encryption.js does.

ECDH on P-256 (NIST SP 800-56A) with a key pair made for each file, HKDF-SHA-256 (RFC 5869) over the
shared secret, AES-256-GCM (NIST SP 800-38D). The class key's name is authenticated with the text,
so that a file cannot be passed off as another class's.
"""

import base64
import hashlib
import json
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pydantic import Field

from generator.results.result_error import ResultError
from generator.results.result_file import SEALED, Base64Url, Point, ResultModel, SealedResult
from generator.results.result_reader import Open, parse, validated

KEY_FORMAT = "rightcode-class-key"
INFO = b"rightcode-result-sealed 1"
CURVE = ec.SECP256R1()
SCALAR = 32


class ClassKey(ResultModel):
    """The class's key file: whoever has it reads the class's results."""

    format: str
    version: int
    key: str
    public: Point
    private: Base64Url = Field(
        min_length=43, max_length=43, description="the 32 bytes of the scalar"
    )


def new_class_key() -> dict[str, object]:
    """The content of a key file. `public` goes into the assignment; nothing else of it may."""
    made = ec.generate_private_key(CURVE)
    public = _point(made.public_key())
    scalar = made.private_numbers().private_value.to_bytes(SCALAR, "big")
    return {
        "format": KEY_FORMAT,
        "version": 1,
        "key": name_of(public),
        "public": encode(public),
        "private": encode(scalar),
    }


def read_class_key(raw: bytes) -> ClassKey:
    """Raises `Refused`."""
    value = parse(raw)
    if value.get("format") != KEY_FORMAT:
        raise ResultError(
            "This is no class key: give the file that `rightcode results --new-key` wrote."
        )
    key = validated(ClassKey, value)
    if _point(_private(key).public_key()) != decode(key.public):
        raise ResultError("The class key is damaged: its two halves do not belong together.")
    return key


def name_of(public: bytes) -> str:
    """What a key is called in files: 16 hexadecimal digits."""
    return hashlib.sha256(public).hexdigest()[:16]


def opener(keys: tuple[ClassKey, ...]) -> Open:
    """Opens what was sealed for any of `keys`; raises `Refused` for all else."""

    def opened(sealed: SealedResult) -> bytes:
        key = next((key for key in keys if name_of(decode(key.public)) == sealed.key), None)
        if key is None:
            known = "; the key given is another one" if keys else ""
            raise ResultError(
                f"It is sealed for the class key {sealed.key}{known}. Give that key's file with"
                " --key."
            )
        return open_sealed(key, sealed)

    return opened


def open_sealed(key: ClassKey, sealed: SealedResult) -> bytes:
    """The text; raises `Refused` where anything of the file was changed."""
    try:
        sender = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decode(sealed.ephemeral))
        cipher = AESGCM(_derived(_private(key).exchange(ec.ECDH(), sender), decode(sealed.salt)))
        return cipher.decrypt(decode(sealed.iv), decode(sealed.data), sealed.key.encode())
    except (InvalidTag, ValueError):
        raise ResultError(
            "It is sealed, but was changed or cut short since. Ask for it again."
        ) from None


def seal(public: str, text: bytes, chance: Callable[[int], bytes]) -> dict[str, object]:
    """`text` for the holder of the private key alone.

    `chance` gives as many random bytes as asked for.
    """
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decode(public))
    own, salt, iv = ec.generate_private_key(CURVE), chance(16), chance(12)
    name = name_of(decode(public))
    data = AESGCM(_derived(own.exchange(ec.ECDH(), receiver), salt)).encrypt(
        iv, text, name.encode()
    )
    ephemeral = encode(_point(own.public_key()))
    return {
        "format": SEALED,
        "version": 1,
        "key": name,
        "ephemeral": ephemeral,
        "salt": encode(salt),
        "iv": encode(iv),
        "data": encode(data),
    }


def key_file(key: dict[str, object]) -> bytes:
    """The key as a JSON file."""
    return (json.dumps(key, indent=1) + "\n").encode()


def _private(key: ClassKey) -> ec.EllipticCurvePrivateKey:
    try:
        return ec.derive_private_key(int.from_bytes(decode(key.private), "big"), CURVE)
    except ValueError:
        raise ResultError(
            "The class key is damaged: its private half is no number of the curve."
        ) from None


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derived(secret: bytes, salt: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, INFO).derive(secret)


def encode(raw: bytes) -> str:
    """Base64 of RFC 4648, section 5, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes of base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
