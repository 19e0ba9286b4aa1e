"""One example of each command, to be run in a project's folder; `--help` shows it."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "check": "--as-of 2026-12-31",
    "build": "--out site",
    "serve": "--address 127.0.0.1:8001",
    "pages": "--out build/pages",
    "schema": "",
    "explain": "massage-vs-similar-01",
    "where": "codes/97124/mue",
    "blueprint": "--format csv",
    "bundle": "--out build/rightcode.zip",
    "export": "moodle --quiz massage-vs-similar --out handout",
    "results": "--answer-keys keys.json --assignment end-of-term",
    "badge": "--new-key issuer.key",
    "units": "docs/examples/day.yaml --method cms",
    "edits": "97140 97124 --date 2026-10-05",
    "visit": "docs/examples/visit.yaml --payer commercial",
    "review": "docs/examples/claim.yaml --visit docs/examples/visit.yaml",
    "adjudicate": "docs/examples/submission.yaml",
    "on": "2026-10-05 97124",
    "import-cms": "ccipra-v324r0-f1.zip --quarter 2026q4",
    "fact-check": "content/learn/using-97124.md",
    "new clinic": "our-clinic",
    "new code": "97151",
    "new quiz": "shoulder-visits --kind units",
    "new question": "massage-vs-similar --kind what-is-missing",
    "new payer": 'our-plan --name "Our plan"',
    "new plan": "our-ppo --payer commercial",
    "new denial": "co-133",
    "new case": "case-stiff-knee",
    "new claim": "an-article-on-massage",
    "new template": "hands-or-machine",
    "new assignment": "midterm --quiz massage-vs-similar",
    "new track": "first-month --quiz massage-vs-similar",
}


def example(command: str) -> str:
    """The last line of a command's help."""
    return f"Example: rightcode {command} {EXAMPLES[command]}".rstrip()
