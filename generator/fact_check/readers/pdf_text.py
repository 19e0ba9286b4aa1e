"""The process that reads a PDF from its standard input and writes its text as JSON.

Run by `portable`.
"""

import io
import json
import sys

MEMORY = 1_500_000_000
MAX_TEXT = 20_000_000


def main() -> None:
    _limit()
    try:
        answer = {"text": _text(sys.stdin.buffer.read())}
    except MemoryError:
        answer = {"problem": "the PDF needs too much memory"}
    except Exception as problem:  # a broken PDF may end in any exception of the library
        answer = {"problem": f"not a readable PDF ({type(problem).__name__}: {str(problem)[:200]})"}
    json.dump(answer, sys.stdout)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return  # no such limits on this system; the time limit stays
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _text(raw: bytes) -> str:
    import logging

    from pypdf import PdfReader

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
