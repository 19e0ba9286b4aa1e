"""The bill of materials is valid CycloneDX 1.6 and leaves nothing out."""

import base64
import json
from hashlib import sha256

import pytest
from packageurl import PackageURL

from tests.conftest import ROOT
from tools.sbom import PIN, bill_of_materials, name_and_version


@pytest.fixture(scope="module")
def bill() -> dict:
    return bill_of_materials(ROOT)


def by_ref(bill: dict) -> dict[str, dict]:
    parts = (part for one in bill["components"] for part in one.get("components", ()))
    return {one["bom-ref"]: one for one in (*bill["components"], *parts) if "bom-ref" in one}


def test_it_is_valid_by_the_standards_own_schema(bill: dict) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator  # every worker would wait for it

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None


def test_its_graph_is_whole(bill: dict) -> None:
    from cyclonedx.model.bom import Bom

    assert Bom.from_json(json.loads(json.dumps(bill))).validate()
    refs = {*by_ref(bill), bill["metadata"]["component"]["bom-ref"]}
    assert {one for entry in bill["dependencies"] for one in entry["dependsOn"]} <= refs


def test_the_same_files_give_the_same_bytes(bill: dict) -> None:
    assert json.dumps(bill_of_materials(ROOT)) == json.dumps(bill)
    assert "timestamp" not in bill["metadata"]


def test_every_python_package_is_in_it_with_all_its_digests(bill: dict) -> None:
    pins = PIN.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    found = by_ref(bill)
    for name, version, digests in pins:
        (archive,) = found[f"pkg:pypi/{name}@{version}"]["externalReferences"]
        assert len(archive["hashes"]) == digests.count("--hash")
        assert all(one["content"] in digests for one in archive["hashes"])


def test_every_script_package_is_in_it_with_its_digest(bill: dict) -> None:
    locked = json.loads((ROOT / "deno.lock").read_bytes())["npm"]
    found = by_ref(bill)
    for key, entry in locked.items():
        name, version = name_and_version(key)
        (digest,) = found[f"pkg:npm/{name.replace('@', '%40')}@{version}"]["hashes"]
        sealed = base64.b64encode(bytes.fromhex(digest["content"])).decode()
        assert f"sha512-{sealed}" == entry["integrity"]


def test_every_font_is_in_it_with_its_digest(bill: dict) -> None:
    told = {
        part["name"]: part["hashes"][0]["content"]
        for one in bill["components"]
        for part in one.get("components", ())
        if part["type"] == "file"
    }
    fonts = (ROOT / "site_config" / "assets" / "fonts").glob("*.woff2")
    assert told == {
        path.relative_to(ROOT).as_posix(): sha256(path.read_bytes()).hexdigest() for path in fonts
    }


def test_every_component_has_a_package_url_and_a_license(bill: dict) -> None:
    found = by_ref(bill)
    assert [ref for ref in found if PackageURL.from_string(ref).to_string() != ref] == []
    assert [ref for ref, one in found.items() if one["purl"] != ref or not one["licenses"]] == []


def test_what_only_tests_use_is_marked_as_such(bill: dict) -> None:
    left_out = {one["name"] for one in bill["components"] if one.get("scope") == "excluded"}
    assert left_out == {"fake-indexeddb"}
