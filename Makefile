# Two commands: `make site` builds the site, `make test` passes every test. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input -c constraints.txt

.PHONY: site test serve bench bench-web clean

site: $(VENV)/.site
	$(BIN)/rightcode build

serve: $(VENV)/.site
	$(BIN)/rightcode serve

test: $(VENV)/.test
	$(BIN)/python tests/browser.py
	cd tests/tools && ../../$(BIN)/deno install --quiet --frozen
	$(BIN)/deno task check
	$(BIN)/deno task test
	$(BIN)/python -m pytest

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

bench-web: $(VENV)/.test
	$(BIN)/python tests/browser.py
	$(BIN)/python -m benchmarks.web

clean:
	rm -rf $(VENV) .cache site build *.egg-info

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) -e .
	touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) -e '.[test]'
	touch $@
