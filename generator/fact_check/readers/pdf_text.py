"""The process of `pdf_reader`: a PDF from standard input, its text out as JSON."""

import io
import json
import logging
import sys

from pypdf import PdfReader

if sys.platform != "win32":
    import resource

MEMORY = 1_500_000_000
"""Bytes of address space; where the system has no such limit, that on time remains."""
MAX_TEXT = 20_000_000


def main() -> None:
    """Write `{"text": …}`, or `{"problem": …}` with the reason."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answer = {"text": _text(sys.stdin.buffer.read())}
    except MemoryError:
        answer = {"problem": "the PDF needs too much memory"}
    except Exception as problem:  # a broken PDF may end in any exception of the library
        answer = {"problem": f"not a readable PDF ({type(problem).__name__}: {str(problem)[:200]})"}
    json.dump(answer, sys.stdout)


def _text(raw: bytes) -> str:
    logging.disable(logging.CRITICAL)
    pages, length = [], 0
    for page in PdfReader(io.BytesIO(raw)).pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MAX_TEXT:
            raise ValueError("more text than this reads")
    return "\n\n".join(pages)


if __name__ == "__main__":
    main()
