"""The pruned sheet loses what no page can meet, and nothing else."""

from generator.build.finish.css_pruning import site_stylesheet

PAGE = b'<body class="md-main"><p class="rc-x">'


def look_of(
    theme: str, own: str = ".rc-x{color:red}", page: bytes = PAGE, script: bytes = b""
) -> str:
    files = {
        "assets/stylesheets/main.0abc.min.css": theme.encode(),
        "assets/site.css": own.encode(),
        "index.html": page,
        "assets/javascripts/bundle.js": script,
    }
    return site_stylesheet(files)["assets/look.css"].decode()


def test_braces_and_semicolons_in_texts_and_addresses_are_no_braces():
    css = look_of("a{b:url(\"data:x;y,<svg style='{}'>\")}.gone{d:e}c{d:url(data:x;base64,AB==)}")
    assert css.startswith("a{b:url(\"data:x;y,<svg style='{}'>\");}c{d:url(data:x;base64,AB==);}")


def test_commas_in_brackets_part_no_selectors():
    assert look_of(":is(a, b) c,d[e='f,g']{h:i}").startswith(':is(a, b) c,d[e="f,g"]{h:i;}')


def test_a_selector_goes_when_one_of_its_classes_is_on_no_page():
    assert look_of(".md-main a,.md-none a{color:red}").startswith(".md-main a{color:red;}")


def test_groups_left_empty_go_and_keyframes_stay():
    css = look_of('@charset "x";@media print{.gone{a:b}}@keyframes x{0%{a:b}}')
    assert css.startswith('@charset "x";@keyframes x{0%{a:b;}}')


def test_names_that_the_script_sets_stay_where_their_block_is_on_a_page():
    css = look_of(
        ".md-main--late{a:b}.md-other--late{a:b}", script=b'"md-main--late md-other--late"'
    )
    assert ".md-main--late" in css and "md-other" not in css


def test_a_block_whose_name_holds_a_hyphen_keeps_what_the_script_adds_to_it():
    css = look_of(
        ".md-search-result__item{a:b}.md-search-other__item{a:b}",
        page=b'<ol class="md-search-result">',
        script=b'"md-search-result__item md-search-other__item"',
    )
    assert ".md-search-result__item" in css and "md-search-other" not in css


def test_what_is_excluded_by_not_may_be_missing():
    assert ".md-main:not(.gone)" in look_of(".md-main:not(.gone){a:b}")


def test_properties_that_nobody_reads_go_and_nothing_behind_them():
    css = look_of(
        ':root{--idle:url("a;b");--used:1px}body{--idle-too:{}}.md-main{margin:var(--used)}'
    )
    assert "--idle:" not in css and "--used:1px" in css and ".md-main{margin:var(--used);}" in css


def test_the_last_property_of_a_rule_ends_with_it():
    assert look_of(":root{--idle:1px}.md-main{margin:0}").startswith(":root{}.md-main{margin:0;}")


def test_a_site_without_the_theme_gets_no_sheet():
    assert site_stylesheet({"index.html": PAGE, "assets/site.css": b""}) == {}
