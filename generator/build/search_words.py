"""What codes, techniques and payers go by, as a script that the guide loads when somebody types."""

import json
from collections.abc import Mapping

from generator.billing.word_search import phrases_by_reference
from generator.facts.corpus import Corpus

SCRIPT = "assets/words.js"


def words_script(corpus: Corpus) -> bytes:
    """A script that sets `rightcodeSearchWords`: phrases by register and name."""
    payers = {f"payers/{name}": payer.also_called for name, payer in corpus.payers.items()}
    table: Mapping[str, object] = {**phrases_by_reference(corpus), **payers}
    words = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.rightcodeSearchWords={words};\n".encode()
