"""Random submissions, right and wrong, the same for the same seed.

What the port in JavaScript is measured against.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, get_args

from generator.facts.corpus import Corpus
from generator.facts.plans import PayerPlan, PlanCoordination
from generator.facts.visits import Discipline
from tests.billing.random_visits import Maker

Json = dict[str, object]
NPI = "1234567893"
USUAL = ("97110", "97112", "97140", "97530", "97116", "97150", "97010", "97161", "97124", "97164")
THERAPY = (*["GP"] * 12, "GO", "GN", "")
WRONG_CODES = ("97199", "9711", "97110 ", "97A10", "A1234", "", "Ü7110", "99999", "97009")
WRONG_MODIFIERS = ("gp", "G", "GPX", "ZZ", "", "Q9")
DIAGNOSES = ("M17.11", "M25.661", "M54.51", "S83511A", "G81.91")
WRONG_DIAGNOSES = ("17.11", "M1", "m17.11", "M17.11111", "2026-03-02", "")
CHARGES = (0.01, 0.29, 1.15, 19.99, 40, 55.55, 68, 110, 233.33, 1999.95)
DAYS = ("2024-01-01", "2024-03-08", "2024-03-09", "2024-12-31", "2026-01-01", "2026-03-02")
MORE_DAYS = ("2025-06-02", "2026-07-01", "2026-10-05", "2027-01-04", "2023-12-31")
MADE = 12
ACCRUED = (0, 850, 2300, 2329.99, 2330, 2410, 2479.375, 2480, 3000)


def with_plans(corpus: Corpus) -> Corpus:
    """The facts with made-up plans of some payers, each of whose terms is odd in some way."""
    random = Random(2)
    payers = sorted({*random.sample(sorted(corpus.payers), MADE), "medicare-part-b"})
    made = {f"made-{payer}": _second(_plan(corpus, payer, random)) for payer in payers}
    return replace(corpus, plans={**corpus.plans, **made})


def _second(plan: PayerPlan) -> PayerPlan:
    """The plan, paying after others too where it may."""
    if plan.names("sequestration") or plan.names("assistant-payment"):
        return plan
    rule = PlanCoordination(text="It pays what it would, at most what is left.")
    return plan.model_copy(update={"coordination": rule})


def _plan(corpus: Corpus, payer: str, random: Random) -> PayerPlan:
    rules = ["ncci-edits", "mues", "mppr", "therapy-modifiers", "kx-threshold", "advance-notice"]
    percent = random.choice((100, 83, 117, None))
    fees = {str(code): random.choice((18, 40.05, 96.5)) for code in corpus.codes}
    rates: Json = {"fees": fees} if percent is None else {"percent_of_medicare": percent}
    if percent and random.random() < 0.5:
        rates["locality"] = random.choice(("manhattan", "ohio", "nowhere"))
    figures = [
        ("deductible", random.choice((50, 250.5)), "usd"),
        ("coinsurance", random.choice((20, 12.5)), "percent"),
        ("copay", random.choice((25, 30.5)), "usd"),
        ("sequestration", random.choice((2, 1.75)), "percent"),
        ("assistant-payment", random.choice((85, 87.5)), "percent"),
        ("timely-filing", *random.choice(((90, "days"), (1, "months"), (12, "months")))),
    ]
    return PayerPlan.model_validate(
        {
            "id": f"made-{payer}",
            "name": f"Made up for {payer}",
            "payer": payer,
            "invented": True,
            "text": "Invented.",
            "rates": rates,
            "applies": [rule for rule in rules if random.random() < 0.7],
            "figures": [_figure(random, *figure) for figure in figures if random.random() < 0.6],
            "excluded": {"97035": "The plan does not cover ultrasound."},
            **_permission(random),
        }
    )


def _figure(random: Random, key: str, amount: float, unit: str) -> Json:
    figure: Json = {"key": key, "amount": amount, "unit": unit, "text": f"The {key} is so."}
    return figure | ({"effective": {"from": "2026-01-01"}} if random.random() < 0.3 else {})


def _permission(random: Random) -> Json:
    codes = [] if random.random() < 0.5 else list(USUAL[:5])
    asked = {"text": "The plan must agree.", "from_visit": random.choice((1, 7))}
    limit = {"text": "It covers 20 visits.", "most": 20, "disciplines": ["pt", "ot"]}
    return {
        **({"authorization": {**asked, **({"codes": codes} if codes else {})}}),
        "visit_limits": [limit],
    }


ON_FILE = ("in_advantage_plan", "other_primary")


@dataclass(frozen=True)
class SubmissionMaker:
    """Draws a claim for a plan, and what the payer has on file."""

    maker: Maker

    def submission(self, plan: PayerPlan | None, payer: str) -> Json:
        random, day = self.maker.random, self.day(plan)
        lines = [self.line(day) for _ in range(random.choice((1, 2, 3, 3, 4, 5, 7)))]
        if self.maker.chance(0.15):
            lines.append({**random.choice(lines), "charge": random.choice(CHARGES)})
        received = _day(day) + timedelta(days=random.choice((0, 7, 7, 31, 31, 90, 365, 366)))
        if self.maker.chance(0.02):
            received -= timedelta(days=9)
        claim: Json = {"lines": lines}
        if self.maker.chance(0.8):
            claim["received"] = received.isoformat()
        if self.maker.chance(0.6):
            claim["header"] = self.header()
        return {
            **({"plan": str(plan.id)} if plan else {}),
            "visit": self.visit(day, payer),
            **({"account": self.account(day, lines)} if self.maker.chance(0.9) else {}),
            "claim": claim,
        }

    def day(self, plan: PayerPlan | None) -> str:
        """Mostly one on which the plan's terms are known."""
        random = self.maker.random
        usual = [day for day in DAYS if plan is None or plan.effective.covers(_day(day))]
        if self.maker.chance(0.6) and usual:
            return random.choice(usual)
        if self.maker.chance(0.15):
            return self.maker.day().isoformat()
        return random.choice(DAYS if self.maker.chance(0.8) else MORE_DAYS)

    def line(self, day: str) -> Json:
        random, chance = self.maker.random, self.maker.chance
        plan = [name for name in (random.choice(THERAPY),) if name]
        more = ["KX"] if chance(0.6) else []
        more += random.sample(
            ("59", "XS", "CQ", "CO", "GA", "GZ", "GY", "GX", "AT", "96"), 2
        ) * chance(0.12)
        line: Json = {
            "code": self.code(),
            "units": random.choice((1, 1, 1, 1, 2, 2, 3, 6)),
            "modifiers": [*plan, *more],
            "charge": random.choice(CHARGES) if chance(0.9) else random.randrange(1, 60_000) / 100,
            "pointers": random.sample("AB", random.choice((1, 2))),
        }
        if chance(0.1):
            line["date"] = (_day(day) - timedelta(days=random.choice((0, 1, 7)))).isoformat()
        return line | self.wrong() if chance(0.03) else line

    def code(self) -> str:
        random, corpus = self.maker.random, self.maker.corpus
        if self.maker.chance(0.65):
            return random.choice(USUAL)
        if self.maker.chance(0.4):
            edit = random.choice(tuple(corpus.edits.values()))
            return str(random.choice((edit.column1, edit.column2)))
        return str(
            random.choice(tuple(corpus.codes if self.maker.chance(0.9) else corpus.other_codes))
        )

    def wrong(self) -> Json:
        random = self.maker.random
        wrongs: tuple[Json, ...] = (
            {"code": random.choice(WRONG_CODES)},
            {"modifiers": ["GP", random.choice(WRONG_MODIFIERS)]},
            {"modifiers": ["GP", "GP", "KX", "CQ", "59"]},
            {"units": random.choice((0, -1, 999, 1000))},
            {"charge": random.choice((0, None))},
            {
                "pointers": random.choice(
                    ([], ["C"], ["A", "AB"], ["A", "B", "A", "B", "A"], ["\U0001d400"])
                )
            },
            {"rendering_npi": random.choice(("1234567890", "12345", "", NPI))},
        )
        return random.choice(wrongs)

    def header(self) -> Json:
        random = self.maker.random
        header: Json = {
            "member_number": "1EG4TE5MK73",
            "diagnoses": random.sample(DIAGNOSES, 2),
            "billing_npi": NPI,
            "rendering_npi": NPI,
        }
        wrongs: tuple[Json, ...] = (
            {"member_number": random.choice((None, ""))},
            {
                "diagnoses": random.choice(
                    ([], ["M17.11", random.choice(WRONG_DIAGNOSES)], ["M17.11"] * 13)
                )
            },
            {"billing_npi": random.choice((None, "", "1234567890", "x"))},
            {"rendering_npi": random.choice((None, "", "1234567890"))},
        )
        return header | random.choice(wrongs) if self.maker.chance(0.1) else header

    def account(self, day: str, lines: list[Json]) -> Json:
        random, some = self.maker.random, self.maker._some
        near = _day(day) + timedelta(days=random.choice((-30, -1, 0, 1, 30)))
        earlier = {"code": lines[0]["code"], "date": day, "modifiers": lines[0]["modifiers"]}
        other = {"code": "97110", "date": random.choice((day, "2024-03-08"))}
        return {
            **some({"deductible_met": lambda: random.choice((0, 100, 230.55, 283, 2000))}, 0.95),
            **some({"covered": lambda: {random.choice(("from", "to")): near.isoformat()}}, 0.1),
            **some({"earlier": lambda: [random.choice((earlier, other))]}, 0.08),
        }

    def visit(self, day: str, payer: str) -> Json:
        random, some = self.maker.random, self.maker._some
        usual = random.choice((*["pt"] * 10, "ot", "slp", "chiropractic"))
        return {
            "date": day,
            "payer": payer,
            "discipline": usual if self.maker.chance(0.95) else random.choice(get_args(Discipline)),
            "services": [{"code": "97110", "minutes": 15}],
            **some({"setting": lambda: "hospital"}, 0.2),
            **some({"allowed_so_far_usd": lambda: random.choice(ACCRUED)}, 0.9),
            **some({"visit_number": lambda: random.randrange(1, 10)}, 0.9),
            **some({"authorization": self.authorization}, 0.8),
            **some({"used_this_year": self.used}, 0.9),
            **some({"place": lambda: random.choice(("clinic", "home", "nursing-facility"))}, 0.04),
            **some({"home_health_plan": self.maker.coin, "snf_resident": self.maker.coin}, 0.015),
        }

    def used(self) -> Json:
        counts = {"pt": lambda: self.maker.random.choice((0, 3, 7, 12, 18, 20)), "ot": lambda: 0}
        return self.maker._some({**counts, "slp": lambda: 1}, 0.9)

    def authorization(self) -> Json:
        random, some = self.maker.random, self.maker._some
        if self.maker.chance(0.25):
            return random.choice(({}, {"on_file": False}, {"needed": False}, {"needed": True}))
        return {
            "number": "A-1",
            **some(
                {"dates": lambda: random.choice(({"to": "2024-03-08"}, {"from": "2026-03-02"}))},
                0.1,
            ),
            **some({"codes": lambda: random.sample(USUAL, 6)}, 0.1),
            **some({"visits": lambda: 12, "visits_used": lambda: random.choice((3, 12))}, 0.2),
        }


def random_submissions(corpus: Corpus, count: int, seed: int = 7) -> Iterator[Json]:
    """Of every plan in turn, and of payers without one."""
    drawing = SubmissionMaker(Maker(corpus, Random(seed)))
    own = [plan for name, plan in corpus.plans.items() if not name.startswith("made-")]
    medicare = [plan for plan in own if plan.payer == "medicare-part-b"]
    others = list(corpus.plans.values())
    for place in range(count):
        among = (own, medicare, others)[place % 3]
        plan = among[place // 3 % len(among)]
        if place % 50 == 0:
            yield beside_others(drawing.submission(None, "aetna"))
        else:
            often = 0.5 if plan.coordination else 0.06
            yield beside_others(drawing.submission(plan, str(plan.payer)), often)


def beside_others(given: Json, often: float = 0.06) -> Json:
    """The claim, sometimes beside another payer, drawn apart from all else."""
    random = Random(repr(given))
    if random.random() > often:
        return given
    account: Json = {name: True for name in ON_FILE if random.random() < 0.4}
    sent: Json = {"secondary": True} if random.random() < 0.5 else {}
    if random.random() < 0.4:
        sent["primary_paid"] = random.choice((0, 12.5, 61))
    if sent and random.random() < 0.7:
        sent_first: dict[str, Any] = dict(given)
        lines = [after_another(line, random) for line in sent_first["claim"]["lines"]]
        paid = [line["primary"]["paid"] for line in lines if "primary" in line]
        slip = 1 if random.random() < 0.1 else 0
        sent |= {"lines": lines, "primary_paid": round(sum(paid) + slip, 2)}
    return {
        **given,
        "account": {**given.get("account", {}), **account},
        "claim": {**given["claim"], **sent},
    }


def after_another(line: dict[str, Any], random: Random) -> dict[str, Any]:
    """The line with what a first payer made of it; now and then more than its charge."""
    if random.random() < 0.05:
        return line
    charge = line.get("charge") or 0
    paid = round(charge * random.choice((0, 0.2, 0.5)), 2)
    patient = round(charge * random.choice((0, 0.05, 0.3, 0.5, 0.51)), 2)
    return {**line, "primary": {"paid": paid, "patient": patient}}


def _day(text: str) -> date:
    return date.fromisoformat(text)
