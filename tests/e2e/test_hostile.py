"""What an author, an address or a file contains is text.

Nothing of it runs, and the policy would stop it if it did.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import expect

from tests.conftest import MakeOnce, lay_small_project
from tests.e2e.conftest import Visitor, build_site, new_context, serving
from tests.e2e.waiting import HEARD, STARTED, search_for, settled, until

HOSTILE = (
    "<img src=x onerror=hostile()>",
    "</script><script>hostile()</script>",
    "</blockquote></section><svg onload=hostile()>",
    "{{ 7 * 7 }}{% raw %}",
    "<a href=javascript:hostile()>click</a>",
    "[link](javascript:hostile())",
    '"><input autofocus onfocus=hostile()>',
    "<!-- rc:end --><iframe srcdoc='<script>hostile()</script>'>",
    "<rc-quiz data-quiz=x></rc-quiz>",
    "&lt;script&gt;hostile()&lt;/script&gt;",
)
REFRESH = '"><meta http-equiv=refresh content="0;url=x">'
ARMED = (
    "window.ran = []; window.hostile = (what) => window.ran.push(what ?? 'ran'); window.alert ="
    " window.prompt = window.confirm = (text) => window.ran.push(text);"
)
RUN = "window.ran"


def quoted(text: str) -> str:
    return json.dumps(text)


def poisoned(root: Path) -> Path:
    """The small project with every kind of hostile text wherever an author may write.

    In a title, a note, options, feedback, a reason and a fact.
    """
    project = lay_small_project(root)
    everything = " ".join(HOSTILE)
    quiz = project / "quizzes/basics.yaml"
    quiz.write_text(
        _poison(
            quiz.read_text(encoding="utf-8"),
            ("title", "note", "feedback", "reason", "summary", "prompt", "text"),
            everything,
        ),
        encoding="utf-8",
    )
    code = project / "content/codes/97124.yaml"
    text = re.sub(
        r"(right: )(\d{5})$", r'\1"\2"', code.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    code.write_text(
        _poison(text, ("meaning", "situation", "why", "wrong", "plain_name"), everything),
        encoding="utf-8",
    )
    lesson = project / "content/learn/using-massage.md"
    lesson.write_text(
        _poison(lesson.read_text(encoding="utf-8"), ("title", "summary"), everything),
        encoding="utf-8",
    )
    _poison_config(project / "mkdocs.yml", everything)
    return project


def _poison_config(path: Path, hostile: str) -> None:
    """Texts of mkdocs.yml: a name, a description, a line below every page, the navigation."""
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in ("site_name", "site_description", "site_author", "copyright"):
        config[name] = f"{config.get(name, '')} {REFRESH}{hostile}"
    config["nav"] = [
        {f"{title} {REFRESH}{hostile}": page}
        for one in config["nav"]
        for title, page in one.items()
    ]
    for one in config["theme"]["palette"]:
        one["toggle"]["name"] = REFRESH
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


def _poison(text: str, keys: tuple[str, ...], hostile: str) -> str:
    """Every one-line value of one of `keys` gets `hostile` behind it."""
    lines = []
    for line in text.split("\n"):
        head, colon, value = line.partition(": ")
        if colon and head.strip(" -") in keys and value and value[0] not in "|>{[&*":
            plain = json.loads(value) if value.startswith('"') else value.strip("'")
            lines.append(f"{head}: {quoted(f'{plain} {hostile}')}")
        else:
            lines.append(line)
    return "\n".join(lines)


@pytest.fixture(scope="module")
def hostile_origin(make_once: MakeOnce) -> Iterator[str]:
    with serving(make_once("hostile", build_poisoned) / "site") as address:
        yield address


def build_poisoned(root: Path) -> None:
    build_site(poisoned(root) / "site", "--root", root)


def build_for_a_hostile_clinic(root: Path) -> None:
    project = lay_small_project(root)
    (project / "clinic").mkdir()
    (project / "clinic" / "clinic.yaml").write_text(
        yaml.safe_dump({"name": REFRESH, "about": " ".join((REFRESH, *HOSTILE))}), encoding="utf-8"
    )
    build_site(project / "site", "--root", root, "--overlay", project / "clinic")


PLANTED = etree.XPath(
    "//meta[@http-equiv and @http-equiv != 'Content-Security-Policy'] | //@onerror | //@onload"
    " | //@onfocus | //@srcdoc | //iframe | //a[contains(@href, 'javascript:')]"
    " | //script[contains(., 'hostile')][not(contains(@type, 'json'))]"
)


@pytest.mark.parametrize("build", [build_poisoned, build_for_a_hostile_clinic])
def test_no_text_becomes_markup(make_once: MakeOnce, build: Callable[[Path], None]) -> None:
    name = {build_poisoned: "hostile"}.get(build, "hostile-clinic")
    pages = list((make_once(name, build) / "site").rglob("*.html"))
    planted = {page.as_posix(): PLANTED(html.parse(page)) for page in pages}
    assert len(pages) > 40
    assert {page: found for page, found in planted.items() if found} == {}
    assert all("http-equiv=refresh" in page.read_text(encoding="utf-8") for page in pages)


@pytest.fixture
def victim(browser, hostile_origin: str) -> Iterator[Visitor]:
    context = new_context(browser)
    context.add_init_script(ARMED)
    yield Visitor(context, hostile_origin)
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "codes/97124/",
        "codes/",
        "practice/",
        "practice/basics/",
        "practice/mixed/",
        "practice/learn/",
        "practice/exam/",
    ],
)
def test_nothing_an_author_wrote_runs(victim, address):
    page = settled(victim.open(address))
    page.keyboard.press("Tab")
    page.wait_for_function(STARTED)
    page.evaluate(HEARD)
    assert page.evaluate(RUN) == []
    assert not [
        found
        for found in victim.complaints
        if "Content Security Policy" in found or "Error" in found
    ]
    assert (
        page.locator(
            "a[href^='javascript:'], iframe, article [onerror], article [onload], article [onfocus]"
        ).count()
        == 0
    )


def test_hostile_text_is_shown_as_it_was_written_and_answered(victim):
    page = victim.open("practice/basics/")
    page.wait_for_selector("rc-quiz[data-ready]")
    item = page.locator(".rc-item:visible").first
    assert "<img src=x onerror=hostile()>" in item.inner_text()
    assert "{{ 7 * 7 }}" in item.inner_text()
    item.locator(".rc-option").first.click()
    item.locator(".rc-check").click()
    expect(item.locator(".rc-verdict")).to_be_visible()
    assert "<svg onload=hostile()>" in item.locator(".rc-panel").inner_text()
    assert page.evaluate(RUN) == []


def test_search_shows_hostile_text_as_text(victim):
    page = victim.open("codes/97124/")
    search_for(page, "massage hostile")
    expect(page.locator(".rc-found__link").first).to_be_visible()
    before = page.locator(".rc-found__status").inner_text()
    search_for(page, "<img src=x onerror=hostile()>")
    expect(page.locator(".rc-found__status")).not_to_have_text(before)
    page.evaluate(HEARD)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize(
    "address",
    [
        "?q=<img src=x onerror=hostile()>",
        "?h=</title><script>hostile()</script>",
        "?lang=<svg onload=hostile()>",
        "#<img src=x onerror=hostile()>",
        "?lang=../../../x",
    ],
)
def test_nothing_in_an_address_runs(visit_as, address):
    visitor = visit_as()
    visitor.context.add_init_script(ARMED)
    page = visitor.open(f"practice/massage-vs-similar/{address}")
    settled(page).keyboard.press("Tab")
    page.wait_for_function(STARTED)
    page.evaluate(HEARD)
    assert page.evaluate(RUN) == []


def test_the_policy_stops_what_gets_in_all_the_same(visit):
    """Were text taken for HTML, its script, handler, frame, style or form would not run."""
    page = visit.open("practice/massage-vs-similar/")
    page.evaluate(f"() => {{ {ARMED} }}")
    page.evaluate("""() => {
  document.body.insertAdjacentHTML(
    "beforeend",
    "<img src=x onerror=hostile()><a id=bad href='javascript:hostile()'>x</a>" +
    "<iframe src='data:text/html,<script>parent.hostile()</script>'></iframe>",
  );
  const script = document.createElement("script");
  script.textContent = "hostile()";
  document.body.append(script);
  document.querySelector("#bad").click();
}""")
    until(page, lambda: sum("Content Security Policy" in told for told in visit.complaints) >= 4)
    page.evaluate(HEARD)
    assert page.evaluate(RUN) == []


def test_the_policy_has_no_unsafe_part_and_stands_on_every_page(site):
    for path in site.rglob("*.html"):
        policy = (
            path.read_text(encoding="utf-8")
            .partition('Content-Security-Policy" content="')[2]
            .partition('"')[0]
        )
        scripts = re.search(r"script-src 'self'( 'sha256-[\w+/]+=*')?;", policy)
        assert "default-src 'none'" in policy and scripts, path
        assert not scripts[1] or path.name == "404.html"  # which stands alone, at any depth
        assert "unsafe" not in policy and "*" not in policy, path
