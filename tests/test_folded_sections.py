"""Sections of a page that a reader opens."""

from generator.build.folded_sections import fold_sections

OPEN = '<h2 id="use">When<a class="headerlink" href="#use">¶</a></h2>\n<p>One.</p>\n'
CLOSED = '<h2 class="rc-section-title" id="who">Who<a class="headerlink" href="#who">¶</a></h2>\n'


def test_a_section_ends_at_the_next_heading_and_its_title_holds_no_link():
    html = fold_sections(f"<h1>97124</h1>\n{OPEN}{CLOSED}<p>Two.</p>\n{OPEN}")
    assert html == (
        f"<h1>97124</h1>\n{OPEN}"
        '<details class="rc-more rc-section"><summary>'
        '<h2 class="rc-section-title" id="who">Who</h2></summary>\n<p>Two.</p></details>\n'
        f"{OPEN}"
    )


def test_a_part_of_a_section_may_be_folded_alone():
    part = '<h3 class="rc-section-title" id="aetna">Aetna</h3>\n'
    folded = '<details class="rc-more rc-section"><summary>' + part.strip() + "</summary>\n"
    html = fold_sections(f"{OPEN}{part}<p>Two.</p>\n{part}<p>Three.</p>\n{OPEN}")
    assert html == (f"{OPEN}{folded}<p>Two.</p></details>\n{folded}<p>Three.</p></details>\n{OPEN}")


def test_a_page_without_such_a_section_stays_as_it_is():
    assert fold_sections(OPEN) == OPEN
