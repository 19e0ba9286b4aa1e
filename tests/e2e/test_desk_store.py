"""The result of a desk goes to the record store that its link names, and is read back whole."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.test_desk import SAME, Player, enter, opened, press
from tests.e2e.test_every_page import violations
from tests.results.core import scored

DESK = SAME.format(role="front-desk", clinic="pt", level=1, seed="7")


def played(page: Page) -> None:
    Player(page).days()
    press(page, "Finish and see the result")
    enter(page, "Your name", "Ann Lee")


def save(page: Page) -> dict[str, Any]:
    with page.expect_download() as download:
        press(page, "Save the result file")
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_bytes())
    return found


def test_statements_wait_for_their_store_are_sent_once_each_and_read_back(visit_as) -> None:
    visitor = visit_as()
    taken: list[dict[str, Any]] = []
    down = True

    def answer(route: Any) -> None:
        if down:
            return route.abort()
        sent = route.request.post_data_json
        taken.extend(sent)
        return route.fulfill(status=200, json=[one["id"] for one in sent])

    visitor.context.route("**/xAPI/statements", answer)
    page = visitor.open(f"practice/desk/?{DESK}&lrs={quote(visitor.origin + 'xAPI', safe='')}")
    page.wait_for_selector("rc-desk[data-ready]")
    played(page)
    hints = page.locator(".rc-desk__hand-in .rc-desk__hint")
    expect(hints.nth(1)).to_contain_text("The same is also sent to 127.0.0.1")
    assert violations(page) == []
    file = save(page)
    status = page.locator(".rc-sending")
    expect(status).to_contain_text("saved in this browser")
    down = False
    press(page, "Send again")
    expect(status).to_have_text("Everything was sent to the record store.")
    count = len(taken)
    save(page)
    expect(status).to_have_text("Everything was sent to the record store.")
    assert len({one["id"] for one in taken}) == len(taken) == count
    verbs = [one["verb"]["id"].rsplit("/", 1)[1] for one in taken]
    answers = ["answered"] * len(file["answers"])
    assert verbs == ["initialized", *answers, "completed", "terminated"]
    (row,) = scored([], {}, pages=[taken]).rows
    (other,) = scored([("desk.json", json.dumps(file).encode())], {}).rows
    assert row.submission.digest == other.submission.digest
    assert (row.counted, row.points) == (other.counted, other.points)
    assert row.counted == len(file["own_questions"]) and row.points > 0


def test_a_store_that_the_site_does_not_name_gets_nothing(visit_as) -> None:
    visitor = visit_as()
    store = quote("https://store.example/xAPI", safe="")
    page = visitor.open(f"practice/desk/?{DESK}&lrs={store}")
    page.wait_for_selector("rc-desk[data-ready]")
    played(page)
    hints = page.locator(".rc-desk__hand-in .rc-desk__hint")
    expect(hints.nth(1)).to_contain_text("cannot send to: submit the file")
    save(page)
    expect(page.locator(".rc-desk__saved")).to_contain_text("Saved")
    assert not [url for url in visitor.requests if url.startswith("https:")]


def test_a_link_names_the_store_and_what_is_none_is_left_alone(visit_as) -> None:
    page = opened(visit_as)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Record store").fill("https://lrs.example/xAPI?a=b&c")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("rc-desk")).to_contain_text("opied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("&lrs=https%3A%2F%2Flrs.example%2FxAPI%3Fa%3Db%26c")
    page = opened(visit_as, f"{DESK}&lrs=javascript:alert(1)")
    played(page)
    expect(page.locator(".rc-desk__hand-in .rc-desk__hint").nth(1)).to_have_text("")
    assert save(page)["learner"] == {"name": "Ann Lee"}
