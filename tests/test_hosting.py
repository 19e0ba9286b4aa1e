"""What a host is advised to do, and the owner's files in the root of the site."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.build.finish.finishing import LEFT_OUT
from generator.build.finish.folder_bundle import bundle_files
from generator.build.project import root_files
from tests.conftest import ROOT

DOCS = ROOT / "docs"
DATED = "SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)"
NETLIFY = (DOCS / "hosting" / "_headers").read_text(encoding="utf-8")
NGINX = (DOCS / "hosting" / "nginx.conf").read_text(encoding="utf-8")
FOR_THE_HOST = ("_headers", "_redirects", "CNAME", ".nojekyll")


WORKFLOW = (DOCS / "hosting" / "github-pages.yml").read_text(encoding="utf-8")
TABLE = (DOCS / "hosting.md").read_text(encoding="utf-8")
PINNED = re.compile(r"uses: (actions/[\w-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def sent_by_headers_file() -> dict[str, str]:
    everywhere = NETLIFY.partition("/*\n")[2].partition("\n/")[0]
    return dict(line.strip().split(": ", 1) for line in everywhere.splitlines())


def sent_by_netlify() -> dict[str, dict[str, str]]:
    text = (DOCS / "hosting" / "netlify.toml").read_text(encoding="utf-8")
    return {part["for"]: part["values"] for part in tomllib.loads(text)["headers"]}


def sent_by_nginx() -> dict[str, str]:
    return dict(re.findall(r'^ +add_header (\S+) "([^"]+)" always;$', NGINX, re.MULTILINE))


def told_in_the_table() -> dict[str, str]:
    return dict(re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \|", TABLE, re.MULTILINE))


def test_the_ready_files_send_the_same_headers() -> None:
    assert sent_by_headers_file() == sent_by_nginx() == sent_by_netlify()["/*"]
    assert sent_by_netlify()["/sw.js"] == {"Cache-Control": "no-cache"}
    assert NETLIFY.endswith("/sw.js\n  Cache-Control: no-cache\n")


def test_the_docs_name_the_headers_that_the_files_send() -> None:
    told, sent = told_in_the_table(), sent_by_headers_file()
    assert told.pop("Permissions-Policy") == "camera=(), …"
    assert "camera=()" in sent.pop("Permissions-Policy")
    assert told == sent


def test_they_forbid_frames_sniffing_referrers_and_devices() -> None:
    sent = sent_by_nginx()
    assert sent.pop("Permissions-Policy").count("=()") == 10
    assert sent == {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }


def test_the_workflow_builds_as_everybody_and_names_actions_by_commit() -> None:
    jobs = yaml.safe_load(WORKFLOW)["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert [step["run"] for step in steps if "run" in step] == [f"{DATED} make site"]
    assert {job["timeout-minutes"] for job in jobs.values()} == {10, 20}
    assert yaml.safe_load(WORKFLOW)["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(PINNED.findall(WORKFLOW)) == len(used) == 4


def test_netlify_builds_as_everybody() -> None:
    text = (DOCS / "hosting" / "netlify.toml").read_text(encoding="utf-8")
    build = tomllib.loads(text)["build"]
    assert (build["command"], build["publish"]) == (f"{DATED} make site", "site")


def test_braces_and_lines_of_the_nginx_file_are_whole() -> None:
    lines = [line.strip() for line in NGINX.splitlines() if line and not line.startswith("#")]
    assert NGINX.count("{") == NGINX.count("}")
    assert [line for line in lines if line and not line.endswith((";", "{", "}"))] == []


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    """Without the certificate, which is the owner's."""
    plain = re.sub(r" *ssl_certificate.*\n", "", NGINX).replace("listen 443 ssl", "listen 18443")
    folders = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{one}_temp_path {tmp_path}/{one};\n" for one in folders)
    whole = f"pid {tmp_path}/pid; events {{}} http {{ access_log off;\n{own}{plain} }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    command = ["nginx", "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md"])
def test_hosting_is_told_where_a_host_looks(page: str) -> None:
    assert "(docs/hosting.md)" in (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", "SECURITY.md", *(f"docs/{page.name}" for page in PAGES)],
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
