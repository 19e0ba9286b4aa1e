"""New files: the smallest complete one of each sort, its example texts marked to be replaced."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from generator.authoring.placeholders import MARK
from generator.facts.corpus import Corpus
from generator.facts.published_claims import Claim
from generator.facts.quizzes import Quiz

PATHS: Mapping[str, str] = {
    "code": "content/codes/{}.yaml",
    "payer": "content/payers/{}.yaml",
    "claim": "content/claims/{}.yaml",
    "quiz": "quizzes/{}.yaml",
    "template": "quizzes/templates/{}.yaml",
    "track": "quizzes/tracks/{}.yaml",
    "assignment": "quizzes/assignments/{}.yaml",
    "case": "quizzes/cases/{}.yaml",
    "plan": "content/plans/{}.yaml",
    "denial": "content/adjustments/{}.yaml",
}
"""Where a new file of each sort lies, by its id."""
TITLES = {
    "code": "What the service is called, in a few words",
    "payer": "The payer's full name",
    "claim": "What the article is about, in our words",
    "track": "What it teaches, in a few words",
    "assignment": "What is handed out, in a few words",
    "case": "Patient, problem and payer, in a few words",
    "plan": "The plan's name (fictional)",
    "denial": "What it is about, in a few words",
}
START = files("generator.authoring") / "starters"
ABSENT = "none"
"""In place of an id where there is none yet; the check then says what to add."""
ITEM = re.compile(r"^( *)- ", re.MULTILINE)


@dataclass(frozen=True)
class Start:
    """What a new thing is called; its title is a placeholder where left out.

    `objective` is what a question tests, if there is such an objective.
    """

    id: str
    title: str = ""
    day: date = date.max
    family: str = ""
    quiz: str = ""
    payer: str = ""
    objective: str = ""


def new_file(corpus: Corpus, sort: str, start: Start, kind: str = "") -> bytes:
    """The content of a new file; a quiz holds a question of the kind."""
    blanks = _blanks(corpus, sort, start)
    text = _filled(f"{sort}.yaml", blanks)
    if sort == "quiz":
        first = Start(f"{start.id}-01", day=start.day, objective=start.objective)
        text += _indented(new_question(corpus, kind, first), "  ")
    return text.encode()


def new_question(corpus: Corpus, kind: str, start: Start) -> str:
    """A question of a kind, as an entry of a list."""
    blanks = {**_blanks(corpus, "question", start), "kind": kind}
    if start.objective in corpus.objectives:
        blanks["objective"] = start.objective
    return _filled("questions/head.yaml", blanks) + _filled(f"questions/{kind}.yaml", blanks)


def with_question(raw: bytes, question: str) -> bytes:
    """The text of a quiz with the question after its last one; all else stays as it is."""
    text = raw.decode()
    newline = "\r\n" if "\r\n" in text else "\n"
    _, _, items = text.partition("\nitems:")
    dash = ITEM.search(items)
    added = _indented(question, dash[1] if dash else "  ").replace("\n", newline)
    return f"{text.rstrip()}{newline * 2}{added}".encode()


def as_step(question: str, record: str) -> str:
    """A question as a step of a patient case: it reads a record in place of a note of its own."""
    reads = f"  reads: [{record}] # records of the chart that it is about; their text is its note"
    if re.search(r"^  note:", question, re.MULTILINE):
        return re.sub(r"^  note:.*$", reads, question, count=1, flags=re.MULTILINE)
    return re.sub(r"^  rests_on:.*$", rf"\g<0>\n{reads}", question, count=1, flags=re.MULTILINE)


def id_from(text: str) -> str:
    """What an id made of the text could be."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _blanks(corpus: Corpus, sort: str, start: Start) -> dict[str, str]:
    """What the corpus has for the blanks of a starter: ids that exist, and days that are judged."""
    day = min(start.day, corpus.judged_on)
    quizzes = corpus.public.quizzes
    quiz = quizzes.get(start.quiz) or min(quizzes.values(), key=_order, default=None)
    source = _first(sorted(corpus.sources, key=lambda name: _rank(corpus, name)))
    read = corpus.sources[source].read if source in corpus.sources else None
    title = MARK + TITLES.get(sort, "A short title that gives no answer away")
    return {
        "id": start.id,
        "name": json.dumps(start.title or title, ensure_ascii=False),
        "day": day.isoformat(),
        "written_day": f"{day:%m/%d/%Y}",
        "number": start.id.rpartition("-")[2].upper(),
        "groups": start.id.rpartition("-")[0].upper(),
        "payer": start.payer or _commercial(corpus),
        "first_day": day.replace(month=1, day=1).isoformat(),
        "system": "cpt" if start.id[:1].isdecimal() else "hcpcs",
        "family": start.family or _first(corpus.families),
        "source": source,
        "read": min(day, read or day).isoformat(),
        "objective": _first(corpus.objectives),
        "claim": _first(name for name, claim in corpus.claims.items() if _is_plain(claim)),
        "reading": f"lessons/{_first(_lessons(corpus))}",
        "quiz": quiz.id if quiz else ABSENT,
        "practiced": str(quiz.items[0].objectives[0]) if quiz else ABSENT,
    }


def _rank(corpus: Corpus, source: str) -> int:
    """Manuals first; a table of values cannot say what a service is."""
    return {"manual": 0, "table": 2}.get(corpus.sources[source].kind, 1)


def _lessons(corpus: Corpus) -> Iterator[str]:
    """Lessons to learn from; pages about the site are none."""
    return (name for name, lesson in corpus.lessons.items() if lesson.section == "learn")


def _is_plain(claim: Claim) -> bool:
    return claim.verdict == "true" and claim.confidence == "high" and not claim.contested


def _commercial(corpus: Corpus) -> str:
    """A payer that stands for many, before one of a name."""
    payers = [one for one in corpus.payers.values() if one.kind == "commercial"]
    return _first(one.id for one in sorted(payers, key=lambda one: one.id != one.kind))


def _order(quiz: Quiz) -> int:
    return quiz.order


def _first(names: Iterable[str]) -> str:
    return next(iter(names), ABSENT)


def _filled(name: str, blanks: Mapping[str, str]) -> str:
    text = (START / name).read_text(encoding="utf-8")
    for blank, value in blanks.items():
        text = text.replace(f"{{{blank}}}", value)
    return text


def _indented(text: str, margin: str) -> str:
    return "".join(f"{margin}{line}" if line.strip() else line for line in text.splitlines(True))
