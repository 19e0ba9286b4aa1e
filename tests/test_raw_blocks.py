"""Questions skip Markdown and search, and come back where they were."""

from generator.raw_blocks import cut, mend, put_back

PAGE = "# Quiz\n\n<!-- rc:cut -->\n<p>*one*</p>\n<!-- rc:end -->\n\nBetween.\n\n<!-- rc:cut -->\n<p>two</p>\n<!-- rc:end -->\n"


def test_blocks_leave_the_page_and_its_words_stay() -> None:
    rest, blocks = cut(PAGE)
    assert blocks == ("<p>*one*</p>\n", "<p>two</p>\n")
    assert "one" not in rest and "two" not in rest and "rc:" not in rest
    assert rest.index("# Quiz") < rest.index("Between.")


def test_blocks_come_back_in_their_order_and_unchanged() -> None:
    rest, blocks = cut(PAGE)
    assert put_back(rest, blocks) == "# Quiz\n\n<p>*one*</p>\n\n\nBetween.\n\n<p>two</p>\n\n"


def test_a_page_without_blocks_is_left_as_it_is() -> None:
    assert cut("# Page\n\nText.\n") == ("# Page\n\nText.\n", ())
    assert put_back("<h1>Page</h1>", ()) == "<h1>Page</h1>"


def test_a_block_may_hold_what_a_pattern_would_take_for_a_sign() -> None:
    rest, blocks = cut("<!-- rc:cut -->\n<p>\\1 \\g<0> $&</p>\n<!-- rc:end -->\n")
    assert put_back(rest, blocks) == "<p>\\1 \\g<0> $&</p>\n\n"


def test_checkboxes_lose_the_attribute_that_only_text_fields_may_have() -> None:
    assert mend('<input type="checkbox" id="__drawer" autocomplete="off">') == '<input type="checkbox" id="__drawer">'
