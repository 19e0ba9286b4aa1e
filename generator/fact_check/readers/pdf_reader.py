"""PDF to blocks, in a process with a limit on its time and its memory."""

import json
import subprocess
import sys

from generator.fact_check.passages import Document, UnreadableDocumentError

SECONDS = 30


def read_pdf(raw: bytes) -> Document:
    """The text of a PDF, page after page; raises `UnreadableDocumentError`."""
    command = [sys.executable, "-m", "generator.fact_check.readers.pdf_text"]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS, check=False)
        answer = json.loads(done.stdout or b"{}")
    except subprocess.TimeoutExpired as problem:
        raise UnreadableDocumentError(
            f"the PDF took more than {SECONDS} seconds to read"
        ) from problem
    except ValueError as problem:
        raise UnreadableDocumentError("the PDF could not be read") from problem
    if "text" not in answer:
        raise UnreadableDocumentError(
            answer.get("problem", "the PDF could not be read, or needs too much memory")
        )
    return Document(answer["text"])
