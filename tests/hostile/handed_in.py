"""Result files, sealed ones, keys and tables, sound and to be made hostile."""

import base64
import hashlib
import io
import json
import random
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.hostile.cases import Content
from tests.hostile.projects import project

ITEMS = ("calf-in-spasm", "what-is-true-of-massage")


def result(number: int = 1, name: str = "Sound Learner", **changes: Any) -> dict[str, Any]:
    """A sound result of the small project's assignment."""
    return {
        "format": "rightcode-result",
        "version": 1,
        "id": f"11111111-1111-4111-8111-{number:012x}",
        "assignment": {"id": "first-week", "title": "The first week", "items": list(ITEMS)},
        "learner": {"name": name, "id": f"s-{number}"},
        "attempt": 1,
        "started": "2026-03-02T09:00:00Z",
        "finished": "2026-03-02T09:10:00.000Z",
        "site": {"as_of": "2026-01-01"},
        "answers": [
            {
                "item": item,
                "version": version,
                "digest": "0123456789ab",
                "response": response,
                "started": "2026-03-02T09:00:01Z",
                "ms": 20_000,
                "confidence": "sure",
                "dispute": "The payer says otherwise.",
            }
            for item, version, response in (
                (ITEMS[0], 1, ["97124"]),
                (ITEMS[1], 2, ["timed", "one-on-one"]),
            )
        ],
        **changes,
    }


def raw(value: object) -> bytes:
    """As the page saves it."""
    return json.dumps(value).encode()


SOUND = {"r/000-sound.json": raw(result()), "r/zzz-sound.json": raw(result(2, "Last Learner"))}
"""Two sound files, one read before all others and one after."""


def room() -> dict[str, Content]:
    """The project and the two sound files."""
    return {**project(), **SOUND}


def table_file(kind: str, query: str) -> bytes:
    """A CSV or Parquet file of a query."""
    import tempfile
    from pathlib import Path

    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t"
        duckdb.sql(
            f"COPY ({query}) TO '{path}' ({'FORMAT parquet' if kind == 'parquet' else 'HEADER'})"
        )
        return path.read_bytes()


def zipped(files: dict[str, bytes], level: int = 9) -> bytes:
    """A zip."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


CURVE = ec.SECP256R1()


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def class_key(number: int) -> dict[str, object]:
    """A class's key file, the same for the same number."""
    made = ec.derive_private_key(number, CURVE)
    point = _point(made.public_key())
    return {
        "format": "rightcode-class-key",
        "version": 1,
        "key": hashlib.sha256(point).hexdigest()[:16],
        "public": _encoded(point),
        "private": _encoded(number.to_bytes(32, "big")),
    }


def sealed_for(key: dict[str, object], content: bytes) -> dict[str, object]:
    """Any content, well sealed: ECDH on P-256, HKDF-SHA-256, AES-256-GCM, as the schema says."""
    draw = random.Random(str(key["key"]))
    own = ec.derive_private_key(draw.getrandbits(200), CURVE)
    padded = str(key["public"]) + "="
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, base64.urlsafe_b64decode(padded))
    salt, iv = draw.randbytes(16), draw.randbytes(12)
    info = b"rightcode-result-sealed 1"
    cipher = AESGCM(HKDF(hashes.SHA256(), 32, salt, info).derive(own.exchange(ec.ECDH(), receiver)))
    return {
        "format": "rightcode-result-sealed",
        "version": 1,
        "key": key["key"],
        "ephemeral": _encoded(_point(own.public_key())),
        "salt": _encoded(salt),
        "iv": _encoded(iv),
        "data": _encoded(cipher.encrypt(iv, content, str(key["key"]).encode())),
    }
