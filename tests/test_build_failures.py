"""Where a build failed is told by the author's file, line and column."""

import pytest
from jinja2 import TemplateSyntaxError

from generator.pages.template_environment import environment, line_in_file


@pytest.mark.parametrize("before", ["", "a\n", "a\n  goes on\n", "a\n  goes on\n  and on\n\nb\n"])
def test_an_error_in_a_template_is_on_the_line_of_its_file(before: str) -> None:
    source = f"{before}{{% if %}}\n"
    with pytest.raises(TemplateSyntaxError) as found:
        environment().from_string(source)
    assert line_in_file(source, found.value.lineno) == before.count("\n") + 1
