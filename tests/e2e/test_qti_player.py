"""QTI 3.0 items in a real player, @citolab/qti-components: shown, answered, scored.

The player is for this test alone and never shipped.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page

from generator.exports.archives import unpacked
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.qti.qti_package import QTI_30
from generator.exports.question_conversion import questions
from tests.e2e.conftest import new_context
from tests.e2e.launching import TOOLS, one_of_each, served, with_kinds
from tests.exports.answering import right_answers, wrong_answers
from tests.exports.hostile import hostile
from tests.exports.tools import installed

pytestmark = pytest.mark.xdist_group("qti")  # one package for all
PLAYER = TOOLS / "@citolab" / "qti-components" / "cdn" / "index.global.js"
PAGE = (
    b'<!doctype html><html lang="en"><title>QTI</title><body><script'
    b' src="/player.js"></script></body></html>'
)
LOAD = """async url => {
  await customElements.whenDefined('item-container');
  document.querySelector('qti-item')?.remove();
  const made = document.createElement('qti-item'), inner = document.createElement('item-container');
  inner.setAttribute('item-url', url); made.append(inner); document.body.append(made);
}"""
FIND = (
    "() => { const c = document.querySelector('item-container'); return"
    " c?.shadowRoot?.querySelector('qti-assessment-item') ??"
    " c?.querySelector('qti-assessment-item'); }"
)
UPDATED = f"""() => {{
  const item = ({FIND})();
  const parts = item && [...item.querySelectorAll(":not(qti-prompt)")];
  return parts?.every(node => node.hasUpdated !== false) &&
    [...item.querySelectorAll("qti-response-processing")].every(rules => rules.children.length);
}}"""
"""Every part was shown once (a prompt never is by itself), and templates became rules."""

SCORE = f"""async answers => {{
  const item = ({FIND})();
  await item.updateComplete;
  for (const [name, values] of Object.entries(answers)) {{
    const declared = `qti-response-declaration[identifier="${{name}}"]`;
    const single = item.querySelector(declared)?.getAttribute('cardinality') === 'single';
    item.updateResponseVariable(name, single ? values[0] ?? null : values);
  }}
  item.processResponse();
  return Number(item.getOutcome('SCORE')?.value);
}}"""


@pytest.fixture(scope="module")
def asked() -> tuple[ExportQuestion, ...]:
    corpus = with_kinds()
    return questions(corpus, one_of_each(corpus))


@pytest.fixture
def page(browser, asked: tuple[ExportQuestion, ...]) -> Iterator[Page]:
    installed("@citolab/qti-components")
    spoilt = tuple(map(hostile, asked[:3]))
    (content,) = QTI_30.export(asked, Plan("p", "P", date(2026, 1, 1))).values()
    (other,) = QTI_30.export(spoilt, Plan("h", "H", date(2026, 1, 1))).values()
    files = {
        **unpacked(content),
        **{f"hostile/{path}": value for path, value in unpacked(other).items()},
    }
    with served({**files, "index.html": PAGE, "player.js": PLAYER.read_bytes()}) as origin:
        context = new_context(browser)
        opened = context.new_page()
        opened.goto(f"{origin}index.html")
        yield opened
        context.close()


def shown(page: Page, path: str) -> None:
    page.evaluate(LOAD, f"/{path}")
    page.wait_for_function(UPDATED)


def test_every_kind_is_shown_and_scored(page: Page, asked: tuple[ExportQuestion, ...]) -> None:
    for question in asked:
        shown(page, f"items/{question.id}.xml")
        text = page.evaluate(f"({FIND})().innerText")
        assert question.asks in " ".join(text.split()), question.id
        for answer in right_answers(question):
            assert page.evaluate(SCORE, _filled(question, answer)) == 1, (question.id, answer)
        for answer in list(wrong_answers(question))[:6]:
            assert page.evaluate(SCORE, _filled(question, answer)) == 0, (question.id, answer)


def _filled(question: ExportQuestion, answer: dict[str, list[str]]) -> dict[str, list[str]]:
    """With every other response emptied, since the player keeps the answer before."""
    names = {
        name for other in (*right_answers(question), *wrong_answers(question)) for name in other
    }
    return {**dict.fromkeys(names, []), **answer}


def test_hostile_texts_run_nowhere(page: Page, asked: tuple[ExportQuestion, ...]) -> None:
    heard: list[str] = []
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    for question in asked[:3]:
        shown(page, f"hostile/items/{question.id}.xml")
        text = page.evaluate(f"({FIND})().innerText")
        assert "<script>alert(1)</script>" in text
    assert heard == []
