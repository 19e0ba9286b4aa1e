"""The tasks: who does what, on a phone or at a desk, from the home page to the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

from benchmarks.tasks.person import Person

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PLACEMENT = 6
"""Questions of the placement quiz."""
FOUND = ".rc-found__link"
TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = timedelta(days=40)


@dataclass(frozen=True)
class Task:
    """`before` prepares the browser and is not counted; then home is opened, if `home`."""

    name: str
    who: str
    screen: dict[str, int]
    do: Callable[[Person], None]
    before: Callable[[Page, str], None] = lambda page, origin: None
    home: bool = True


def student(person: Person) -> None:
    """From the first visit to the first recommended question, answered."""
    page = person.page
    person.tap(page.get_by_role("link", name="placement quiz"))
    person.tap(page.get_by_role("link", name="Physical therapy"))
    question = page.locator("rc-practice .rc-item")
    for _ in range(PLACEMENT):
        person.answer(question)
        person.tap(page.locator(".rc-next:visible"))
    person.tap(page.locator(".rc-proposals a").first)
    if page.locator(".rc-start:visible").count():
        person.tap(page.locator(".rc-start:visible"))
    person.answer(question)


def visit(person: Person) -> None:
    """97110 for 25 minutes and 97140 for 16, Medicare, by a PT: the claim lines."""
    page = person.page
    person.tap(page.get_by_role("link", name="Code a visit").first)
    page.locator("rc-visit[data-ready]").wait_for()
    person.type_ahead(page.get_by_role("combobox", name="Payer"), "medicare")
    person.choose(page.get_by_label("Discipline"), "physical therapy")
    for number, (code, minutes) in enumerate((("97110", "25"), ("97140", "16"))):
        if number:
            person.tap(page.get_by_role("button", name="Add a service"))
        row = page.locator(".rc-rows > .rc-row").nth(number)
        person.type_ahead(row.get_by_role("combobox", name="What was done"), code)
        person.type(row.locator("[name=minutes]"), minutes)
    person.tap(page.get_by_role("button", name="Code the visit"))
    person.see(page.locator("rc-visit tr", has_text="97110").first)
    person.see(page.locator("rc-visit tr", has_text="97140").first)


def denial(person: Person) -> None:
    """CO-97 on 97140: what it means and what to do."""
    person.search("CO-97 97140")
    person.tap(person.page.locator(FOUND).first)
    for cause in ("NCCI edit", "already processed"):
        person.see(person.page.locator(".rc-causes > li", has_text=cause))


def assignment(person: Person) -> None:
    """Ten questions on modifiers: looked at, picked, and a link to hand out."""
    page = person.page
    person.tap(page.locator(".md-tabs").get_by_role("link", name="For instructors"))
    person.tap(page.locator(".rc-cards").get_by_role("link", name="Assignment builder"))
    page.locator("rc-builder[data-ready]").wait_for()
    person.choose(page.locator("select[name=quizzes]"), "Modifiers")
    person.tap(page.locator(".rc-found").get_by_role("button", name="Preview").first)
    person.see(page.locator(".rc-found .rc-preview, .rc-found .rc-item").first)
    person.type(page.get_by_label("How many to pick"), "10")
    person.tap(page.get_by_role("button", name="Pick from these"))
    person.type(page.locator("input[name=title]"), "Modifiers")
    person.tap(page.get_by_role("button", name="Copy the link"))


def clinic(person: Person) -> None:
    """The site with the clinic's name, a link for staff, and who of two is done."""
    page = person.page
    clinics = page.locator(".md-tabs").get_by_role("link", name="For clinics")
    person.tap(clinics)
    person.tap(page.locator(".rc-cards").get_by_role("link", name="Set up your clinic"))
    person.type(page.locator("rc-clinic-setup [name=name]").first, "Riverbend Therapy")
    person.tap(page.get_by_role("button", name="Copy the link"))
    person.tap(clinics)
    person.tap(page.locator(".rc-cards a[href*=certificates]"))
    person.type(page.get_by_label("Staff list"), "Ann Lee\nBo Chen")
    person.open_file(page.get_by_label("Open certificates"), "ann-lee.pdf", b"%PDF-1.7 a scan")
    person.see(page.locator(".rc-staff-table"))


def review(person: Person) -> None:
    """Three questions are due: from home to the first of them."""
    person.tap(person.page.locator("rc-practice .rc-cards a"))
    person.see(person.page.locator("rc-practice .rc-item"))


def three_due(page: Page, origin: str) -> None:
    """Three answers, 40 days ago."""
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{origin}practice/mixed/")
    learner = Person(page)
    for number in range(3):
        if number:
            page.locator(".rc-next:visible").click()
        learner.answer(page.locator("rc-practice .rc-item"))
    page.wait_for_timeout(500)
    page.clock.set_fixed_time(TODAY + LATER)


def compare(person: Person) -> None:
    """97530 and 97110 side by side."""
    person.search("97530 97110")
    person.tap(person.page.locator(FOUND).first)
    person.see(person.page.get_by_role("heading", name="Side by side"))


def units(person: Person) -> None:
    """How many units 38 minutes are."""
    page = person.page
    person.tap(page.get_by_role("link", name="Count units"))
    page.locator("rc-units[data-ready]").wait_for()
    person.type_ahead(page.get_by_role("combobox", name="Code"), "97110")
    person.type(page.locator("[name=minutes]").first, "38")
    person.tap(page.get_by_role("button", name="Calculate units"))
    person.see(page.locator(".rc-way").first)


def question_with_kx(page: Page, origin: str) -> None:
    """The learner is at a question whose modifiers to choose from include KX."""
    page.goto(f"{origin}practice/claim-modifiers/")
    page.locator("rc-quiz[data-ready]").wait_for()


def letters(person: Person) -> None:
    """What KX is, without leaving the question."""
    person.search("KX")
    person.see(person.page.locator(FOUND).first)


def sheet(person: Person) -> None:
    """The 8-minute table, printed."""
    page = person.page
    person.tap(page.locator(".md-tabs").get_by_role("link", name="Cheat sheets"))
    person.tap(page.locator(".rc-cards").get_by_role("link", name="Minutes to units"))
    person.tap(page.get_by_role("button", name="Print this sheet"))


def meaning(person: Person) -> None:
    """What CO-97 means, by the denial finder."""
    page = person.page
    person.tap(page.get_by_role("link", name="Look up a denial"))
    page.locator("rc-filter[data-ready]").first.wait_for()
    person.type(page.get_by_label("Find a denial"), "CO-97")
    person.see(page.locator("tr:visible", has_text="CO-97").locator("td").first)


def claim_form(person: Person) -> None:
    """One question of a claim form: every box filled in, and what was right."""
    page = person.page
    person.search("claim form practice")
    person.tap(page.locator(FOUND, has_text="Fill in the claim form").first)
    page.locator("rc-quiz[data-ready]").wait_for()
    person.answer(page.locator("rc-quiz .rc-item:visible").first)


TASKS = (
    Task(
        "Placement quiz and the first recommended question", "student, first time", PHONE, student
    ),
    Task("97110 for 25 min, 97140 for 16, Medicare: claim lines", "biller", PHONE, visit),
    Task("CO-97 on 97140: what to do", "biller", PHONE, denial),
    Task("Ten questions on modifiers, one previewed, a link", "instructor", DESK, assignment),
    Task("Own name, a link for staff, who is done", "clinic owner", DESK, clinic),
    Task("Three reviews due: the first of them", "student, returning", PHONE, review, three_due),
    Task("97530 and 97110 side by side", "student", PHONE, compare),
    Task("Units for 38 minutes", "biller", PHONE, units),
    Task(
        "What KX is, while at a question", "student", PHONE, letters, question_with_kx, home=False
    ),
    Task("Print the 8-minute cheat sheet", "clinician", DESK, sheet),
    Task("CO-97: what it means", "biller", PHONE, meaning),
    Task("One claim form, filled in", "coding student", PHONE, claim_form),
)
