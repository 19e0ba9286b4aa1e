"""Random visits and days, valid and odd, the same for the same seed.

What the port in JavaScript is measured against.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import get_args

from generator.facts.codes import Contact
from generator.facts.corpus import Corpus
from generator.facts.techniques import COUNTED, YES_OR_NO, Range
from generator.facts.visits import Abn, By, Care, Discipline, SeparateBy
from tests.billing.invented import LIMITING

FIRST, LAST = date(1995, 12, 30), date(2028, 2, 1)
EDGES = (0, 1, 2, 7, 8, 14, 15, 16, 22, 23, 30, 37, 38)
THRESHOLDS = (
    0,
    2325,
    2405.001,
    2470,
    2475,
    2329.99,
    2330,
    2409.995,
    2410,
    2479.375,
    2479.5,
    2480,
    2480.01,
    5000,
)
USED = (0, 3, 7, 14, 19, 24, 29, 30, 31)
Json = dict[str, object]


@dataclass(frozen=True)
class Maker:
    """Draws from what the facts know, with a bent for what is hard.

    Ties, edges of dates, pairs, odd roles.
    """

    corpus: Corpus
    random: Random

    def visit(self) -> Json:
        medicare = self.chance(0.6)
        count = self.random.choice((1, 1, 2, 2, 3, 3, 4, 5, 7))
        codes, minutes = self._codes(count), self._minutes(count)
        services = [
            self._service(f"s{number}", code, spent)
            for number, (code, spent) in enumerate(zip(codes, minutes, strict=True))
        ]
        self.random.shuffle(services)
        if count > 1 and self.chance(0.15):
            services[0]["same_minutes_as"] = services[1]["id"]
        named = [service.get("same_minutes_as") for service in services]
        for service in services:
            if service["id"] not in named and service.get("minutes") in (7, 15, 38):
                del service["id"]  # it is then named by its place
        return {
            "date": self.day().isoformat(),
            "payer": (
                "medicare-part-b" if medicare else self.random.choice(sorted(self.corpus.payers))
            ),
            "discipline": self.random.choice(("pt", "pt", "pt", "ot", "ot", *get_args(Discipline))),
            "setting": "hospital" if self.chance(0.3) else "practitioner",
            "services": services,
            **self._some(
                {
                    "allowed_so_far_usd": lambda: self.random.choice(
                        (*THRESHOLDS, self.random.random() * 4000)
                    ),
                    "necessary": self.coin,
                    "abn": lambda: self.random.choice(("none", "required", "voluntary")),
                    "active_care": self.coin,
                    "denial_wanted": self.coin,
                    "plan_certified": self.coin,
                },
                0.3,
            ),
            **self._some(
                {
                    "allowed_today_usd": lambda: self.random.choice((0.5, 39, 80.005, 400)),
                    "unit_method": lambda: self.random.choice(("cms", "ama")),
                },
                0.2,
            ),
            **self._some(
                {
                    "place": lambda: self.random.choice(("clinic", "home", "nursing-facility")),
                    "home_health_plan": self.coin,
                    "snf_resident": self.coin,
                },
                0.04,
            ),
        }

    def day_to_count(self) -> Json:
        """Services by code alone, as `rightcode units` reads them."""
        count = self.random.randrange(0, 7)
        known = (
            *self.corpus.codes,
            *(code.unit.add_on for code in self.corpus.codes.values() if code.unit.add_on),
        )
        others = tuple(code for code in self.corpus.other_codes if code not in known)
        services = []
        for spent in self._minutes(count):
            own = self.chance(0.9)
            code = str(self.random.choice(known if own else others))
            service = {
                "code": code,
                "minutes": spent or 0,
                "by": self.random.choice(("therapist", "assistant")),
            }
            services.append(service if own else {**service, "timed": code in others[::2]})
        return {"services": services, "discipline": self.random.choice(("pt", "ot"))}

    def day(self) -> date:
        """A day at the edge of an edit, in the years most visits are in, or anywhere."""
        if self.chance(0.3):
            edit = self.random.choice(tuple(self.corpus.edits.values()))
            edge = (
                self.random.choice((edit.effective.start, edit.effective.end, edit.as_of))
                or edit.as_of
            )
            return edge + timedelta(days=self.random.choice((-1, 0, 1)))
        first = FIRST if self.chance(0.3) else date(2023, 12, 1)
        return first + timedelta(days=self.random.randrange((LAST - first).days))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def week(self) -> timedelta:
        """A few days, back or ahead."""
        return timedelta(days=self.random.randrange(-2, 8))

    def coin(self) -> bool:
        return self.chance(0.5)

    def _some(self, makers: dict[str, Callable[[], object]], share: float) -> Json:
        return {name: make() for name, make in makers.items() if self.chance(share)}

    def _codes(self, count: int) -> list[str]:
        """Timed codes, both codes of an edit, repeats, and sometimes one that is only named."""
        if self.chance(0.4):
            return self.random.choices(
                [name for name, code in self.corpus.codes.items() if code.unit.kind == "timed"],
                k=count,
            )
        found: list[str] = []
        while len(found) < count:
            if self.chance(0.03):
                found += self.random.sample(("97810", "97811", "97813", "97814"), 2)
            elif self.chance(0.35):
                edit = self.random.choice(tuple(self.corpus.edits.values()))
                found += [str(edit.column1), str(edit.column2)]
            elif found and self.chance(0.2):
                found.append(self.random.choice(found))
            else:
                found.append(
                    self.random.choice(
                        tuple(self.corpus.codes if self.chance(0.93) else self.corpus.other_codes)
                    )
                )
        return found[:count]

    def _minutes(self, count: int) -> list[int | None]:
        if self.chance(0.2):  # a tie
            return [self.random.choice(EDGES)] * count
        draw: tuple[Callable[[], int | None], ...] = (
            lambda: self.random.choice(EDGES),
            lambda: self.random.randrange(1, 8),
            lambda: self.random.randrange(0, 91),
            lambda: self.random.randrange(5, 40),
            lambda: None if self.chance(0.4) else 480,
        )
        return [self.random.choices(draw, (3, 3, 3, 6, 1))[0]() for _ in range(count)]

    def _service(self, name: str, code: str, minutes: int | None) -> Json:
        by = self.random.choices(
            ("therapist", "assistant", self.random.choice(get_args(By))), (6, 3, 1)
        )[0]
        separate = self.chance(0.25)
        done = self._technique() if self.chance(0.35) else self._coded(code)
        return {
            "id": name,
            **self._with_conditions(done),
            **({} if minutes is None else {"minutes": minutes}),
            "by": by,
            "separate": separate,
            **({"confirmed": self.coin()} if self.chance(0.15) else {}),
            **({"first": self.coin()} if self.chance(0.15) else {}),
            **(
                {"separate_by": self.random.choice(get_args(SeparateBy))}
                if separate and self.coin()
                else {}
            ),
            **self._some({"clinician": lambda: self.random.choice("AB")}, 0.2),
            **self._some({"contact": lambda: self.random.choice(get_args(Contact))}, 0.15),
        }

    def _with_conditions(self, done: Json) -> Json:
        """Most of what a condition asks, mostly as it must be."""
        conditions = [
            condition for rule in self.corpus.rules.values() for condition in rule.conditions
        ]
        details = {
            condition.attribute: condition.wanted == self.chance(0.9)
            for condition in conditions
            if self.chance(0.9)
        }
        return {**done, "details": {**details, **done.get("details", {})}}

    def _coded(self, code: str) -> Json:
        """A code, with the amount of which it is measured, most of the time."""
        taught = self.corpus.codes.get(self.corpus.bases.get(code, code))
        measure = taught.unit.measure if taught else None
        details: Json = dict(self._conditions((code,)))
        if measure and measure.of != "minutes" and not self.chance(0.1):
            details[measure.of] = self._amount(measure.least, measure.size)
        return {"code": code, **({"details": details} if details else {})}

    def _conditions(self, codes: Sequence[str]) -> Iterator[tuple[str, object]]:
        """What payers make coverage turn on, most of the time."""
        for payer in self.corpus.payers.values():
            for condition in payer.conditions:
                if set(codes) & set(condition.codes) and self.chance(0.7):
                    for attribute, wanted in condition.where.items():
                        yield attribute, self._value(wanted, "other")

    def _amount(self, least: int, size: int) -> int:
        edge = self.random.choice((1, least, size, size + least, 2 * size + least))
        return max(0, edge + self.random.choice((-1, 0, 0, 1)))

    def _technique(self) -> Json:
        technique = self.random.choice(tuple(self.corpus.techniques.values()))
        asked = dict.fromkeys(attribute for rule in technique.codes for attribute in rule.when)
        asked = [attribute for attribute in asked if attribute not in ("purpose", "contact")]
        details = {
            attribute: self._detail(technique.id, attribute)
            for attribute in asked
            if self.chance(0.85)
        }
        codes = [code for rule in technique.codes for code in rule.codes]
        details.update(self._conditions(codes))
        purposes = [
            value for rule in technique.codes for value in rule.when.get("purpose", ())
        ] or sorted(self.corpus.purposes)
        return {
            "technique": technique.id,
            **self._some(
                {
                    "purpose": lambda: self.random.choice(
                        purposes if self.chance(0.8) else sorted(self.corpus.purposes)
                    )
                },
                0.85,
            ),
            **({"details": details} if details else {}),
        }

    def _detail(self, technique: str, attribute: str) -> object:
        if self.chance(0.04):
            odd = (
                (True, False)
                if attribute in YES_OR_NO
                else (0, 1)
                if attribute in COUNTED
                else ("some",)
            )
            return self.random.choice(odd)
        wanted = self.random.choice(
            [
                rule.when[attribute]
                for rule in self.corpus.techniques[technique].codes
                if attribute in rule.when
            ]
        )
        return self._value(wanted)

    def _value(self, wanted: Range | tuple[bool | str, ...], *others: str) -> object:
        if isinstance(wanted, Range):
            edge = self.random.choice((wanted.at_least, wanted.at_most, 3)) or 0
            return max(0, edge + self.random.randrange(-3, 4))
        return self.random.choice((*wanted, *others))


def random_visits(corpus: Corpus, count: int, seed: int = 3) -> Iterator[Json]:
    maker = Maker(corpus, Random(seed))
    return (with_limits(corpus, with_notices(maker.visit())) for _ in range(count))


def with_notices(visit: Json) -> Json:
    """The visit, sometimes with the services that its notice names, drawn apart from all else."""
    random = Random(repr(visit))
    if random.random() > 0.08:
        return visit
    named = [
        {**service, "abn": random.choice(get_args(Abn))} if random.random() < 0.6 else service
        for service in visit["services"]
    ]
    return {**visit, "services": named}


def with_limits(corpus: Corpus, visit: Json) -> Json:
    """The visit with what the plan authorized and what is used, drawn apart from all else."""
    maker = Maker(corpus, Random(repr(visit)))
    if not maker.chance(0.2):
        return visit
    day = date.fromisoformat(str(visit["date"]))
    payer = LIMITING if LIMITING in corpus.payers and maker.chance(0.6) else visit["payer"]
    first, last = sorted((day - maker.week(), day + maker.week()))
    plan = {
        "needed": maker.coin,
        "codes": lambda: maker.random.sample(sorted(corpus.codes), 40),
        "dates": lambda: {"from": str(first), "to": str(last)},
        "number": lambda: "A-123",
        **{name: lambda: maker.random.randrange(4) for name in ("visits", "units")},
        **{f"{name}_used": lambda: maker.random.randrange(3) for name in ("visits", "units")},
    }
    of_plan = maker._some(plan, 0.5)
    used = {name: lambda: maker.random.choice(USED) for name in ("pt", "ot", "slp", "chiropractic")}
    limits = {
        "authorization": lambda: (
            of_plan if "number" in of_plan else {**of_plan, "on_file": maker.coin()}
        ),
        "visit_number": lambda: maker.random.randrange(1, 5),
        "used_this_year": lambda: maker._some(used, 0.7),
        "age": lambda: maker.random.choice((20, 21, 70)),
        "care": lambda: maker.random.choice(get_args(Care)),
    }
    return {**visit, "payer": payer, **maker._some(limits, 0.7)}


def crowded_visit(codes: Iterable[str], minutes: Sequence[int], **more: object) -> Json:
    """A Medicare visit with a service of each code; minutes by turns."""
    services = [
        {
            "id": f"s{place}",
            "code": code,
            "minutes": minutes[place % len(minutes)],
            "by": "therapist",
        }
        for place, code in enumerate(codes)
    ]
    head = {
        "date": "2026-03-02",
        "payer": "medicare-part-b",
        "discipline": "pt",
        "setting": "practitioner",
    }
    return {**head, **more, "services": services}


def random_days(corpus: Corpus, count: int, seed: int = 3) -> Iterator[Json]:
    maker = Maker(corpus, Random(seed))
    return (maker.day_to_count() for _ in range(count))
