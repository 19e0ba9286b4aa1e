"""How a learner practises: shared steps of the tests of the ways to practise."""

from playwright.sync_api import Page, expect

READ = """async () => {
  const open = () => new Promise((resolve, reject) => {
    const request = indexedDB.open("rightcode");
    request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error);
  });
  const database = await open();
  const all = await new Promise(resolve => { database.transaction("attempts").objectStore("attempts").getAll().onsuccess = ({target}) => resolve(target.result); });
  database.close();
  return all;
}"""
"""Every answer in the database, oldest first by nothing but its id."""

CHOOSE = """wanted => {
  const section = document.querySelector('.rc-player .rc-item, rc-quiz .rc-item:not([hidden])');
  const rows = [...section.querySelectorAll('.rc-answer [data-option][data-right]')].filter(row => (row.dataset.right === 'true') === wanted);
  const single = section.querySelector('.rc-option input').type === 'radio';
  for (const row of single || !wanted ? rows.slice(0, 1) : rows)
    section.querySelector(`.rc-option[data-option="${CSS.escape(row.dataset.option)}"] input`).click();
}"""


def open_way(page: Page, origin: str, way: str, search: str = "") -> Page:
    page.goto(f"{origin}practise/{way}/{search}")
    page.wait_for_selector("rc-practice[data-ready]")
    return page


def answer(page: Page, right: bool = True) -> None:
    """Answers the question that is shown, as the page itself says is right."""
    before = page.locator(".rc-item__title").first
    expect(before).to_be_visible()
    page.evaluate(CHOOSE, right)
    page.locator(".rc-check:visible").first.click()
    expect(page.locator(".rc-verdict").first).to_be_visible()


def go_on(page: Page) -> None:
    """To the next question, which is another one, or to the result."""
    before = page.locator(".rc-stage").inner_text()
    page.locator(".rc-next").click()
    page.wait_for_function("before => document.querySelector('.rc-stage').innerText !== before", arg=before)


def attempts(page: Page) -> list[dict[str, object]]:
    return page.evaluate(READ)


def stored(page: Page, count: int) -> list[dict[str, object]]:
    """The answers kept, once there are `count` of them."""
    for _ in range(40):
        found = attempts(page)
        if len(found) >= count:
            break
        page.wait_for_timeout(50)
    assert len(found) == count, found
    return found
