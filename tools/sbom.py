"""The software bill of materials: what makes the site and what the site carries (CycloneDX 1.6).

`python -m tools.sbom` prints it. Lock files, the metadata of packages of exactly those
versions, and files of the repository go into it: the same commit gives the same bytes.
"""

import base64
import hashlib
import json
import re
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import metadata, requires
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from generator.notices.third_party import Component, components

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
PIN = re.compile(r"^([\w.-]+)==([^\s\\]+)((?:[\s\\]+--hash=sha256:\w+)+)", re.MULTILINE)
SPDX = re.compile(r"MIT|ISC|0BSD|[\w.]+-[\w.-]*\d[\w.-]*")
TESTS_ALONE = {"fake-indexeddb": "Apache-2.0"}  # of deno.json, in no script of the site
FONTS = "site_config/assets/fonts"

Entry = dict[str, object]
Graph = dict[str, list[str]]


def bill_of_materials(root: Path) -> Entry:
    """The bill of the project at `root`."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    project = settings["project"]
    ref = f"pkg:pypi/{project['name']}@{project['version']}"
    main = _component(ref, "MIT AND CC-BY-4.0") | {"type": "application"}
    (python, python_graph), (scripts, script_graph) = _python(root), _scripts(root)
    fonts = [_font(root, one) for one in components()["fonts"]]
    entries = {str(entry["bom-ref"]): entry for entry in (*python, *scripts, *fonts)}
    imports = json.loads((root / "deno.json").read_bytes())["imports"]
    direct = {*imports, *_names(project["dependencies"] + settings["build-system"]["requires"])}
    named = {name for name in entries if Component(name, "", "", {}).name in direct}
    first = [*named, *(str(font["bom-ref"]) for font in fonts)]
    graph = {ref: first} | python_graph | script_graph
    bill: Entry = {
        "metadata": {"lifecycles": [{"phase": "build"}], "component": main},
        "components": [entry for _, entry in sorted(entries.items())],
        "dependencies": [
            {"ref": name, "dependsOn": sorted(others)} for name, others in sorted(graph.items())
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill))
    head: Entry = {"$schema": SCHEMA, "bomFormat": "CycloneDX", "specVersion": "1.6"}
    return head | {"serialNumber": f"urn:uuid:{serial}", "version": 1} | bill


def _python(root: Path) -> tuple[list[Entry], Graph]:
    """requirements.txt: every file of a version that pip may take has a digest."""
    pins = {
        name: (f"pkg:pypi/{name}@{version}", re.findall(r"sha256:(\w+)", digests))
        for name, version, digests in PIN.findall((root / "requirements.txt").read_text("utf-8"))
    }
    entries = [
        _component(purl, _license(name))
        | _parts_of(name)
        | {
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/simple/{name}/",
                    "comment": "The digests of all files of this version",
                    "hashes": [{"alg": "SHA-256", "content": digest} for digest in digests],
                }
            ]
        }
        for name, (purl, digests) in pins.items()
    ]
    return entries, {
        purl: sorted({pins[other][0] for other in _names(requires(name) or ()) if other in pins})
        for name, (purl, _) in pins.items()
    }


def _names(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        if "extra ==" not in requirement and (found := re.match(r"[\w.-]+", requirement)):
            yield re.sub(r"[-_.]+", "-", found.group()).lower()


def _license(name: str) -> str:
    """An SPDX expression, or what the package calls its license."""
    about = metadata(name).json
    for field in ("license_expression", "license"):
        if SPDX.match(given := str(about.get(field, ""))) and "\n" not in given:
            return given
    named = (entry for entry in about.get("classifier", ()) if entry.startswith("License"))
    return next(named, "").rpartition(" :: ")[2]


def _parts_of(name: str) -> Entry:
    parts = [_component(one.purl, one.license) for one in _carried() if one.within == name]
    return {"components": parts} if parts else {}


def _scripts(root: Path) -> tuple[list[Entry], Graph]:
    """deno.lock, whose digests are those of the registry's archives."""
    locked: Mapping[str, Mapping[str, str]] = json.loads((root / "deno.lock").read_bytes())["npm"]
    purls, licenses = {}, {one.name: one.license for one in components()["scripts"]} | TESTS_ALONE
    names = {key: name_and_version(key) for key in locked}
    for key, (name, version) in names.items():
        purls[key] = purls[name] = f"pkg:npm/{quote(name, safe='/')}@{version}"
    entries = [
        _component(purls[key], licenses.get(names[key][0], ""))
        | ({"scope": "excluded"} if names[key][0] in TESTS_ALONE else {})
        | {"hashes": [_digest("SHA-512", base64.b64decode(entry["integrity"].partition("-")[2]))]}
        for key, entry in locked.items()
    ]
    return entries, {
        purls[key]: [purls[other] for other in entry.get("dependencies", ())]
        for key, entry in locked.items()
    }


def name_and_version(key: str) -> tuple[str, str]:
    """Of a key in deno.lock, such as `@noble/hashes@2.4.0`; after "_" stand its companions."""
    name, _, version = key.partition("_")[0].rpartition("@")
    return name, version


def _font(root: Path, one: Component) -> Entry:
    family = one.name.rpartition("/")[2]
    parts = [
        {"type": "file", "name": path.relative_to(root).as_posix(), "hashes": [_sha256(path)]}
        for path in sorted((root / FONTS).glob(f"{family}-*"))
    ]
    return _component(one.purl, one.license) | {"components": parts}


def _component(purl: str, license: str) -> Entry:
    """`license` is an SPDX expression, any other name, or empty where nothing is known."""
    one = Component(purl, license, "", {})
    carried = next((other for other in _carried() if other.purl == purl), None)
    group, _, name = one.name.rpartition("/")
    entry: Entry = {"type": "library", "bom-ref": purl, "name": name, "purl": purl}
    if group:
        entry["group"] = group
    if one.version:
        entry["version"] = one.version
    if license:
        entry["licenses"] = [_license_choice(license)]
    if carried:
        where = "site, packages for an LMS" if carried.player else "site"
        entry["properties"] = [{"name": "rightcode:carried", "value": where}]
    return entry


def _license_choice(license: str) -> Entry:
    if " OR " in license or " AND " in license:
        return {"expression": license}
    return {"license": {"id" if SPDX.fullmatch(license) else "name": license}}


def _carried() -> Iterable[Component]:
    return chain.from_iterable(components().values())


def _sha256(path: Path) -> Entry:
    return _digest("SHA-256", hashlib.sha256(path.read_bytes()).digest())


def _digest(algorithm: str, content: bytes) -> Entry:
    return {"alg": algorithm, "content": content.hex()}


if __name__ == "__main__":
    print(json.dumps(bill_of_materials(Path(__file__).parents[1]), indent=2))
