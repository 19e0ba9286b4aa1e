"""The payer's facts as scripts, which load in a site opened from a folder too."""

import json

from generator.build.adjudication_facts import adjudication_facts, shared_facts
from generator.facts.corpus import Corpus

SHARED = "assets/adjudication.js"


def shared_script(corpus: Corpus) -> bytes:
    """What every plan shares, as a script that sets `rightcodeAdjudication`."""
    return f"globalThis.rightcodeAdjudication={compact(shared_facts(corpus))};\n".encode()


def plan_scripts(corpus: Corpus) -> dict[str, bytes]:
    """All facts of each plan, as a script that adds them to `rightcodePlans`."""
    return {
        f"assets/plans/{plan.id}.js": (
            f"(globalThis.rightcodePlans??={{}})[{compact(plan.id)}]="
            f"{compact(adjudication_facts(corpus, plan))};\n"
        ).encode()
        for plan in corpus.plans.values()
    }


def compact(value: object) -> str:
    """The shortest JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
