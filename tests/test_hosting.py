"""What a host is advised to do, and the owner's files in the root of the site."""

import re
from pathlib import Path

import pytest

from generator.build.finish.finishing import LEFT_OUT
from generator.build.finish.folder_bundle import bundle_files
from generator.build.project import root_files
from tests.conftest import ROOT

DOCS = ROOT / "docs"
NETLIFY = (DOCS / "hosting" / "_headers").read_text(encoding="utf-8")
NGINX = (DOCS / "hosting" / "nginx.conf").read_text(encoding="utf-8")
FOR_THE_HOST = ("_headers", "_redirects", "CNAME", ".nojekyll")


def sent_by_netlify() -> dict[str, str]:
    everywhere = NETLIFY.partition("/*\n")[2].partition("\n/")[0]
    return dict(line.strip().split(": ", 1) for line in everywhere.splitlines())


def sent_by_nginx() -> dict[str, str]:
    return dict(re.findall(r'^ +add_header (\S+) "([^"]+)" always;$', NGINX, re.MULTILINE))


def test_the_ready_files_send_the_same_headers() -> None:
    assert sent_by_netlify() == sent_by_nginx()


def test_they_forbid_frames_sniffing_referrers_and_devices() -> None:
    sent = sent_by_nginx()
    assert sent.pop("Permissions-Policy").count("=()") == 10
    assert sent == {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }


def test_braces_and_lines_of_the_nginx_file_are_whole() -> None:
    lines = [line.strip() for line in NGINX.splitlines() if line and not line.startswith("#")]
    assert NGINX.count("{") == NGINX.count("}")
    assert [line for line in lines if line and not line.endswith((";", "{", "}"))] == []


DOCS = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md"])
def test_hosting_is_told_where_a_host_looks(page: str) -> None:
    assert "(docs/hosting.md)" in (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", "SECURITY.md", *(f"docs/{page.name}" for page in DOCS)],
)
def test_links_between_documents_lead_to_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", text)
    assert [one for one in targets if not (ROOT / page).parent.joinpath(one).exists()] == []


def test_the_owners_files_come_into_the_root_of_the_site(tmp_path: Path) -> None:
    folder = tmp_path / "site_config" / "root"
    (folder / ".well-known").mkdir(parents=True)
    for name in (*FOR_THE_HOST, ".well-known/security.txt"):
        (folder / name).write_text(name)
    assert set(root_files(tmp_path)) == {*FOR_THE_HOST, ".well-known/security.txt"}


@pytest.mark.parametrize("name", ["_headers", "_redirects", "_worker.js", "CNAME"])
def test_what_a_host_keeps_to_itself_is_in_no_offline_copy(name: str) -> None:
    """A host answers 404 for them, and a version that is not whole is not kept at all."""
    assert LEFT_OUT.search(name)
    assert name not in bundle_files({name: b"", "index.html": b"<html>"}, {})


def test_what_readers_are_given_stays_in_the_offline_copy() -> None:
    assert not LEFT_OUT.search("NOTICE.txt") and not LEFT_OUT.search("robots.txt")
    assert "NOTICE.txt" in bundle_files({"NOTICE.txt": b"MIT"}, {})
