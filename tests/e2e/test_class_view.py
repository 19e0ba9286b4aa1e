"""Who of a class has handed in what, on the gradebook's page."""

import json

from playwright.sync_api import expect

from tests.e2e.practicing import focus_on
from tests.e2e.test_every_page import violations
from tests.e2e.test_gradebook import (
    TO_DROP,
    keys,  # noqa: F401 - a fixture
    lines,
    opened,
    saved,
    sound,
)

LIST = "Ash, Ann\nBob Birch\nCem Çelik\n=cmd()"


def test_who_is_missing_shows_once_the_class_list_is_pasted(visit, keys):  # noqa: F811
    results = [sound(keys, "Ann Ash", 1), sound(keys, "Zoe", 2), sound(keys, "bob birch", 3)]
    results[2]["answers"] = results[2]["answers"][:1]
    page = opened(visit)
    page.evaluate(TO_DROP, [[f"{n}.json", json.dumps(one)] for n, one in enumerate(results)])
    rows = page.locator(".rc-class-table tbody tr")
    expect(rows).to_have_count(3)
    expect(page.locator(".rc-class-count")).to_have_text("2 of 3 finished everything.")
    focus_on(page, "Class list")
    page.keyboard.type(LIST)
    expect(rows).to_have_count(5)
    expect(rows.nth(0)).to_contain_text("Finished")
    expect(rows.nth(1)).to_contain_text(f"1 of {len(keys)} answered")
    expect(rows.nth(2)).to_contain_text("Not handed in")
    expect(rows.nth(4)).to_contain_text("Zoe (not on the list)")
    expect(page.locator(".rc-class-count")).to_have_text("1 of 4 finished everything.")
    head, *table = lines(saved(page, "Save this table as CSV"))
    assert head[:2] == ["Learner", "On the list"] and len(head) == 6
    assert [line[0] for line in table] == ["Ash, Ann", "Bob Birch", "Cem Çelik", "'=cmd()", "Zoe"]
    assert [line[2] for line in table][2] == "Not handed in"
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert not visit.complaints
