# `make site` builds the site, `make quick` looks over a change, `make test` passes every test.
# Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
PYTEST := $(BIN)/python -m pytest
ADDRESS ?= 127.0.0.1:8000
# Tests wait for browsers as much as they compute: two workers more than there are processors.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 2)')
SPREAD := --dist loadgroup --no-loadscope-reorder
export PYTHONDONTWRITEBYTECODE =

.PHONY: site serve quick check-content quick-tests test lint-and-scripts suite hostile stress test-reference \
	test-browsers test-engines lint bench bench-web lock sbom clean

site: $(VENV)/.site
	$(BIN)/rightcode build

serve: $(VENV)/.site
	@$(BIN)/rightcode serve --address $(ADDRESS)

# The check and the tests side by side, as below: each leaves a processor idle now and then.
quick: lint
	$(MAKE) --no-print-directory -j 2 check-content quick-tests

check-content:
	$(BIN)/rightcode check

quick-tests:
	$(PYTEST) -n 2 $(SPREAD) --quick

# What reads the sources runs beside the tests: one of them alone would leave a processor idle.
test: $(VENV)/.test $(VENV)/.tools
	$(BIN)/python tests/browser.py
	$(MAKE) --no-print-directory -j 2 lint-and-scripts suite

lint-and-scripts: lint $(VENV)/.tools
	$(BIN)/deno task check
	$(BIN)/deno task test

suite: $(VENV)/.tools
	$(PYTEST) -n $(WORKERS) $(SPREAD)

# Every case of the attack suite; `make test` runs the part of it that takes two minutes.
hostile: $(VENV)/.test $(VENV)/.tools
	$(BIN)/deno test --allow-read=site_config,tests --allow-env=LOG_STREAM,LOG_TOKENS tests/js/hostile
	RIGHTCODE_HOSTILE_EVERY=1 $(PYTEST) -n 2 tests/hostile tests/e2e/test_hostile_rows.py

# The browser's tests on a machine that is SLOWER times as slow: what does not wait fails there.
SLOWER ?= 4
stress: $(VENV)/.test $(VENV)/.tools
	RIGHTCODE_SLOWER=$(SLOWER) $(PYTEST) -n 2 $(SPREAD) tests/e2e

# What only those can run who have CMS's tables and the other references beside this folder.
test-reference: $(VENV)/.test $(VENV)/.tools
	$(PYTEST) tests/reference

# The site in Firefox and WebKit, which `make test` leaves out: half a gigabyte of programs.
test-browsers: $(VENV)/.test
	$(BIN)/python -m tests.e2e.browsers.programs
	$(PYTEST) tests/e2e/browsers

# The site built by ProperDocs, with MaterialX, and by Zensical, in place of MkDocs and Material.
test-engines: $(VENV)/.test
	$(BIN)/python tests/browser.py
	$(PYTEST) tests/e2e/engines tests/e2e/test_zensical.py

lint: $(VENV)/.test
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/deno task fmt
	$(BIN)/deno task lint

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

bench-web: $(VENV)/.test
	$(BIN)/python tests/browser.py
	$(BIN)/python -m benchmarks.web

# The versions and hashes of requirements*.txt anew, from pyproject.toml; `make lock UPGRADE=--upgrade`
# takes the newest that fit.
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/pip-compile --quiet --generate-hashes \
	--allow-unsafe --strip-extras --no-annotate --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host $(UPGRADE)
lock:
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	$(COMPILE) --build-deps-for editable --output-file requirements.txt pyproject.toml
	$(COMPILE) --build-deps-for editable --extra test --constraint requirements.txt \
		--output-file requirements-test.txt pyproject.toml
	$(COMPILE) --output-file tests/tools/anki.txt tests/tools/anki.in
	$(COMPILE) --output-file tests/tools/ralph.txt tests/tools/ralph.in
	$(COMPILE) --output-file tests/tools/check_jsonschema.txt tests/tools/check_jsonschema.in

# The software bill of materials, CycloneDX 1.6: what makes the site and what the site carries.
sbom: $(VENV)/.site
	@mkdir -p build
	$(BIN)/python -m tools.sbom > build/sbom.cdx.json

clean:
	rm -rf $(VENV) .cache site build *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(VENV)/bin/python pyproject.toml requirements.txt
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.txt
	$(PIP) --require-hashes -r requirements-test.txt
	touch $@

$(VENV)/.tools: $(VENV)/.test tests/tools/deno.json tests/tools/deno.lock
	cd tests/tools && ../../$(BIN)/deno install --quiet --frozen
	touch $@
