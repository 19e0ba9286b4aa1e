"""The scripts that bring further variants.

Whole, the same in every build, and the questions that the page would show.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.build.html_pool import NodePool
from generator.build.variant_scripts import variant_files
from generator.facts.corpus import Corpus

CALL = re.compile(r'^rightcodeVariants\("([\w.-]+)",(.*)\);\n$', re.DOTALL)


@pytest.fixture(scope="module")
def files(site_files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {
        path: content
        for path, content in site_files.items()
        if path.startswith("practice/endless/")
    }


def test_every_variant_asked_for_is_there_once(corpus: Corpus, files: Mapping[str, bytes]) -> None:
    (holder,) = corpus.variants.values()
    for entry in holder.written:
        page = files[f"practice/endless/{entry.template}.md"].decode()
        on_page = re.findall(r'data-item="([\w-]+)"', page)
        later = [name for data in scripts_of(files, entry.template) for name, _ in data["variants"]]
        assert len(on_page) == holder.on_page
        assert len({*on_page, *later}) == len(on_page) + len(later) == entry.pool


def test_each_root_is_a_question(corpus: Corpus, files: Mapping[str, bytes]) -> None:
    for template in corpus.templates:
        for data in scripts_of(files, template):
            for name, root in data["variants"]:
                tag, attributes, _ = data["nodes"][root]
                assert (tag, attributes["class"], attributes["data-item"]) == (
                    "section",
                    "rc-item",
                    name,
                )


def test_a_file_is_small(files: Mapping[str, bytes]) -> None:
    assert max(len(content) for path, content in files.items() if path.endswith(".js")) < 300_000


def test_nothing_in_them_could_run(files: Mapping[str, bytes]) -> None:
    """No question has an attribute that runs script, or a script element other than data."""
    for path, content in files.items():
        if path.endswith(".js"):
            for node in data_of(content)["nodes"]:
                if isinstance(node, list):
                    assert node[0] != "script" or node[1]["type"] == "application/json"
                    assert not [name for name in node[1] if name.startswith("on")]
                    assert not str(node[1].get("href", "")).startswith("javascript:")


def test_the_same_content_gives_the_same_bytes(corpus: Corpus, files: Mapping[str, bytes]) -> None:
    """A template of each kind again, in another process than the site's."""
    (holder,) = corpus.variants.values()
    kinds = {corpus.templates[one.template].kind: one for one in holder.written}
    some = holder.model_copy(update={"written": tuple(kinds.values())})
    made = variant_files(replace(corpus, variants={"site": some}))
    assert len(kinds) >= 3 and made.keys() <= files.keys()
    scripts = {path for path in made if path.endswith(".js")}
    assert scripts and all(made[path] == files[path] for path in scripts)


def test_a_tree_holds_what_the_html_says() -> None:
    html = (
        '<p class="a &amp; b">Two &lt; three, <b>not</b> four.<br><input type="radio" disabled></p>'
    )
    tree = NodePool()
    root = tree.add(html)
    assert written(tree.nodes, root) == html.replace(" disabled", ' disabled=""')


def test_an_entity_is_a_sign_again() -> None:
    tree = NodePool()
    tree.add("<p>a &#124; b</p>")
    assert tree.nodes[0] == "a | b"


def test_equal_parts_stand_once() -> None:
    tree = NodePool()
    assert tree.add("<p><b>same</b></p>") == tree.add("<p><b>same</b></p>")
    tree.add("<div><b>same</b></div>")
    assert len(tree.nodes) == 4


def test_data_is_kept_to_the_letter() -> None:
    data = (
        '{"said": "A sentence long enough to stand alone.", "n": [1, 2], "again": "A sentence long'
        ' enough to stand alone."}'
    )
    tree = NodePool()
    root = tree.add(f'<div><script type="application/json">{data}</script></div>')
    assert f">{data}<" in written(tree.nodes, root)


def written(nodes: list, place: int) -> str:
    """A node as HTML again."""
    node = nodes[place]
    if isinstance(node, str):
        return node.replace("&", "&amp;").replace("<", "&lt;")
    tag, attributes, children = node
    inside = "".join(written(nodes, child) for child in children)
    named = "".join(
        f' {name}="{value.replace("&", "&amp;")}"' for name, value in attributes.items()
    )
    return f"<{tag}{named}>" + ("" if tag in ("br", "input") else f"{inside}</{tag}>")


def scripts_of(files: Mapping[str, bytes], template: str) -> list[dict]:
    return [
        data_of(content)
        for path, content in sorted(files.items())
        if re.fullmatch(rf"practice/endless/{template}\.\d+\.js", path)
    ]


def data_of(content: bytes) -> dict:
    match = CALL.match(content.decode())
    assert match
    return json.loads(match[2])
