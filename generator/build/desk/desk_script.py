"""All that arrives at the desk, as a script that sets `rightcodeDesk`."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import TypeGuard

from generator.billing.adjudication.payer_case import reason_codes, remark_codes
from generator.billing.adjudication.submission_output import submission_json
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason
from generator.build.browser_entries import Json, lean
from generator.build.desk.desk_questions import DeskQuestion, desk_questions
from generator.build.desk.desk_visits import PROBE, DeskVisit, desk_visits
from generator.build.desk.guidelines import payer_rows, plan_rows
from generator.build.desk.sent_claims import SentClaim, sent_claims
from generator.build.payer_scripts import compact
from generator.exports.portable_question import ClaimTable, choices_of
from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.facts.quizzes import Item, Quiz
from generator.pages.site_paths import page_of, relative
from generator.questions.kinds.claim_form.claim_form_kind import FillForm
from generator.questions.kinds.claim_form.diagnosis_rules import LETTERS, boxed, pointers
from generator.questions.kinds.claim_form.form_fields import PROFESSIONAL

SCRIPT = "assets/desk-work.js"
PAGE = "practice/desk.md"
MARKUP = Decimal("1.8")
"""What the desk's clinic charges, over Medicare's national price; the clinic is invented."""
LEAST_CHARGE = 40


def desk_script(corpus: Corpus) -> bytes:
    """Everything, as one script, loaded once somebody sits down."""
    return f"globalThis.rightcodeDesk={compact(desk_json(corpus))};\n".encode()


def desk_json(corpus: Corpus) -> Json:
    """Visits, sent claims, questions, and what payers and the clinic say of them."""
    visits = tuple(desk_visits(corpus))
    asked = tuple(desk_questions(corpus))
    sent = tuple(
        claim
        for number, visit in enumerate(one for one in visits if one.state == "bill")
        for claim in sent_claims(corpus, visit, number)
    )
    payers = sorted({*(one.visit.payer for one in visits), *(one.item.payer for one in asked)})
    return {
        "asOf": str(corpus.judged_on),
        "docs": {
            name: document
            for quiz, item in (
                *((one.quiz, one.item) for one in visits),
                *((one.quiz, one.item) for one in asked),
            )
            for name, document in _documents(quiz, item)
        },
        "visits": [_visit(corpus, one) for one in visits],
        "sent": [_sent(corpus, one) for one in sent],
        "causes": {
            f"{page}/{cause.id}": [
                cause.remedy,
                cause.text,
                cause.step,
                relative(PAGE, page_of(corpus, "adjustments", page)),
            ]
            for one in sent
            for page, cause in one.causes.values()
        },
        "questions": [_question(corpus, one) for one in asked],
        "payers": {name: _payer(corpus, name, corpus.judged_on) for name in payers},
        "plans": {
            one.id: {"name": one.name, "rows": list(plan_rows(one, corpus.judged_on))}
            for one in corpus.plans.values()
        },
        "charges": dict(_charges(corpus)),
        "values": _values(corpus),
        "denials": _denials(corpus),
        "denialPages": f"{relative(PAGE, 'denials/index.md')}",
    }


def _visit(corpus: Corpus, found: DeskVisit) -> Json:
    submission = submission_json(found.submission(found.right_lines or PROBE))
    return {
        **_place(found.quiz, found.item),
        "level": found.level,
        "discipline": found.visit.discipline,
        "state": found.state,
        "payer": str(found.visit.payer),
        "plan": found.plan.id,
        "date": str(found.visit.date),
        "received": str(found.received),
        "docs": [name for name, _ in _documents(found.quiz, found.item)],
        "visit": submission["visit"],
        "account": submission.get("account", {}),
        "ways": [
            [[code, units, list(modifiers)] for code, units, modifiers in lines]
            for lines in found.billed.claims
        ],
        "why": _why(corpus, found),
        "not": [_reason(corpus, one.reason) for one in found.billed.not_billed],
        "ask": [_reason(corpus, one.reason) for one in found.billed.questions],
        "asked": sorted({code for one in found.billed.questions for code in one.codes}),
        **_diagnoses(corpus, found),
        "reason": found.item.reason,
    }


def _place(quiz: Quiz, item: Item) -> Json:
    """Whose it is: a patient of a case by name, else the title of the question."""
    in_case = isinstance(quiz, PatientCase)
    patient = quiz.title.partition(":")[0].partition(",")[0] if in_case else None
    if isinstance(item, FillForm):
        patient = item.case.patient
    step = [one.id for one in quiz.items].index(item.id)
    return lean(
        {
            "id": item.id,
            "version": item.version,
            "case": quiz.id if in_case else None,
            "step": step,
            "patient": patient,
            "page": relative(PAGE, f"practice/{quiz.id}.md"),
        }
    )


def _documents(quiz: Quiz, item: Item) -> Iterator[tuple[str, list[object]]]:
    """Kind, title and paragraphs of what a biller has at hand; records to come are not there."""
    known = {one.id for one in (*item.earlier, *item.documents)}
    chart = quiz.chart if isinstance(quiz, PatientCase) else ()
    for one in chart if item.documents else ():
        if one.id not in known:
            continue
        yield f"{quiz.id}/{one.id}", [one.kind, one.title, _paragraphs(one.text)]
    if not item.documents:
        yield item.id, ["daily-note", "", _paragraphs(str(getattr(item, "note", "")))]


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]


def _why(corpus: Corpus, found: DeskVisit) -> Json:
    """Of each code billed, the reasons of its line."""
    return {
        line.code: [_reason(corpus, one) for one in line.reasons] for line in found.billed.lines
    }


def _reason(corpus: Corpus, reason: Reason) -> list[str]:
    """Its words, and the page of the first fact that it rests on."""
    pages = (reference.split("/", 1) for reference in reason.rests_on)
    page = next((page_of(corpus, register, name) for register, name in pages), None)
    return [reason.text, *([relative(PAGE, page)] if page else [])]


def _diagnoses(corpus: Corpus, found: DeskVisit) -> Json:
    """Box 21 of a case that has its diagnoses, and what each line points to."""
    item = found.item
    if not _has_pointers(item) or not found.billed.lines:
        return {}
    listed = boxed(corpus, item, item.case)
    return {
        "pointers": _pointers(corpus, found),
        "diagnoses": [
            [LETTERS[at], code, corpus.diagnoses[code].name]
            for at, (code, _) in enumerate(listed.listed)
        ],
    }


def _has_pointers(item: Item) -> TypeGuard[FillForm]:
    """Whether the case has a CMS-1500 with lines; a UB-04 has no pointers."""
    return isinstance(item, FillForm) and item.form_id == PROFESSIONAL and bool(item.codes)


def _pointers(corpus: Corpus, found: DeskVisit) -> dict[str, str]:
    """The letters of each code billed, of a case that has its diagnoses."""
    item = found.item
    if not _has_pointers(item):
        return {}
    listed = boxed(corpus, item, item.case)
    most = 1 if policy_of(corpus.payers[item.payer]).takes_one_pointer else 4
    return {line.code: pointers(item.case, listed, line.code, most) for line in found.billed.lines}


def _sent(corpus: Corpus, claim: SentClaim) -> Json:
    of = claim.of
    letters = _pointers(corpus, of)
    changed = submission_json(of.submission(claim.lines, claim.received, claim.account))
    return lean(
        {
            "id": f"{of.item.id}~{claim.name}",
            "of": of.item.id,
            "kind": claim.kind,
            "lines": [
                [line.code, line.units, list(line.modifiers), letters.get(right.code, "A")]
                if letters
                else [line.code, line.units, list(line.modifiers)]
                for line, right in zip(claim.lines, (*of.right_lines, *claim.lines), strict=False)
            ],
            "received": str(claim.received),
            "paper": list(claim.paper) if claim.paper else None,
            "account": changed.get("account") if claim.account != of.account else None,
            "causes": {
                str(number): f"{page}/{cause.id}" for number, (page, cause) in claim.causes.items()
            },
        }
    )


def _question(corpus: Corpus, found: DeskQuestion) -> Json:
    asked, item = found.asked, found.item
    return lean(
        {
            **_place(found.quiz, item),
            "level": found.level,
            "discipline": found.discipline,
            "kind": found.arrived,
            "payer": str(item.payer),
            "date": str(item.date),
            "docs": [name for name, _ in _documents(found.quiz, item)],
            "asks": asked.asks,
            "turn": asked.turn,
            "table": _table(asked.table) if asked.table else None,
            "exhibits": [_table(one) for one in asked.exhibits],
            "several": type(asked.response).__name__ == "MultipleChoice",
            "options": [
                [one.id, one.text, int(one.right), int(one.free), one.feedback]
                for one in choices_of(asked.response)
            ],
            "reason": asked.reason,
        }
    )


def _table(table: ClaimTable) -> list[object]:
    return [table.caption, table.head, table.rows]


def _payer(corpus: Corpus, name: str, day: date) -> Json:
    payer = corpus.payers[name]
    return {
        "name": payer.name,
        "rows": list(payer_rows(corpus, payer, day)),
        "page": relative(PAGE, page_of(corpus, "payers", name)),
    }


def _charges(corpus: Corpus) -> Iterator[tuple[str, int]]:
    """Whole dollars for a unit of each code, from Medicare's price or the highest plan's fee."""
    fees: dict[str, Decimal] = {}
    for plan in corpus.plans.values():
        for code, fee in plan.rates.fees.items():
            fees[code] = max(fee, fees.get(code, Decimal(0)))
    for schedule in corpus.fee_schedules.values():
        factor = schedule.conversion_factors[-1].amount
        for code, one in schedule.values.items():
            price = Decimal(one.work + one.practice + one.malpractice) / 100 * factor
            fees[code] = max(price, fees.get(code, Decimal(0)))
    for name in sorted(corpus.codes):
        charge = (fees.get(name, Decimal(0)) * MARKUP).to_integral_value(ROUND_CEILING)
        yield str(name), max(LEAST_CHARGE, int(charge))


def _values(corpus: Corpus) -> Json:
    """The relative values of the newest schedule: work, practice expense, malpractice."""
    newest = max(corpus.fee_schedules.values(), key=lambda one: one.id, default=None)
    if not newest:
        return {}
    return {
        "title": newest.title,
        "page": relative(PAGE, page_of(corpus, "fee_schedules", newest.id)),
        "codes": {
            code: [one.work, one.practice, one.malpractice] for code, one in newest.values.items()
        },
    }


def _denials(corpus: Corpus) -> Json:
    """The pages of the reason and remark codes that the payer can send."""
    ids = {
        spelling: str(one.id) for one in corpus.adjustments.values() for spelling in one.spellings
    }
    return {code: ids[code] for code in (*reason_codes(), *remark_codes()) if code in ids}
