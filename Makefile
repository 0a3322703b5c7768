# Leadline. `make help` lists what can be made; the first use of anything builds .venv once.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-warn-script-location

.PHONY: help demo test check bench-reading fuzz-reading chaos mutants bench-boards bench-load run reset pictures fmt lint types arrows lock clean
.DEFAULT_GOAL := help

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.ready-to-run  ## a partnership, its bot and a chat page on your own machine; Ctrl-C stops it
	@$(BIN)/python -m leadline demo

test: $(VENV)/.ready-to-test  ## every test
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.ready-to-test lint types arrows test  ## what must hold before a change lands: format, lint, types, arrows, tests

bench-reading: $(VENV)/.ready-to-test  ## how well and how fast messages are read, beside other date engines
	@$(BIN)/python -m benchmarks.reading

fuzz-reading: $(VENV)/.ready-to-test  ## read COUNT made-up messages of each kind, from SEED on, and hold each reading to its rules
	@$(BIN)/python -m benchmarks.reading.fuzz --count $(or $(COUNT),30000) --seed $(or $(SEED),1)

chaos: $(VENV)/.ready-to-test  ## kill the bot at random while it delivers and listens; count what is lost or doubled (minutes)
	@$(BIN)/python -m benchmarks.chaos

mutants: $(VENV)/.ready-to-test  ## take each guard away in a copy of the tree, and see a named test fail (minutes)
	@$(BIN)/python -m benchmarks.mutants

bench-boards: $(VENV)/.ready-to-test  ## what digests and status of large plans cost, on SQLite and PostgreSQL
	@$(BIN)/python -m benchmarks.boards

bench-load: $(VENV)/.ready-to-test  ## signed events beside a bare Bolt app, and a Monday of a hundred partnerships (SOAK=20: minutes at a steady rate)
	@$(BIN)/python -m benchmarks.load $(if $(SOAK),--soak $(SOAK))

lint: $(VENV)/.ready-to-test
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .

types: $(VENV)/.ready-to-test
	@$(BIN)/mypy

arrows: $(VENV)/.ready-to-test
	@$(BIN)/lint-imports

audit: $(VENV)/.ready-to-test  ## known vulnerabilities of the pinned packages (asks PyPI's advisory service)
	@$(BIN)/pip-audit --strict --progress-spinner off --require-hashes --disable-pip -r requirements/run.txt

sbom: $(VENV)/.ready-to-test  ## the list of components, as CycloneDX JSON, in build/sbom.json
	@mkdir -p build && $(BIN)/cyclonedx-py requirements requirements/run.txt --of JSON -o build/sbom.json && echo "build/sbom.json"

fmt: $(VENV)/.ready-to-test  ## put the code in its format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

pictures: $(VENV)/.ready-to-test  ## take README's picture of the demo's page, and others, with Chromium (in docs/pictures)
	@LEADLINE_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/scenarios/test_in_a_browser.py

run: $(VENV)/.ready-to-run  ## serve a real Slack workspace, with the settings of .env (see README)
	@$(BIN)/python -m leadline run

reset: $(VENV)/.ready-to-run  ## forget what was said in the demo and start its story over
	@$(BIN)/python -m leadline demo --reset

lock: $(VENV)/.ready-to-test  ## write requirements/*.txt anew from pyproject.toml (needs `uv` on the PATH)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra dev pyproject.toml -o requirements/dev.txt

clean:  ## remove .venv and every cache; what was said is kept
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Leadline needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)."; \
	  echo "If a newer one is installed, name it:  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Building .venv (once) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "This Python cannot make virtual environments. On Debian or Ubuntu:  sudo apt install python3-venv"; exit 1; }

$(VENV)/.ready-to-run: requirements/run.txt | $(VENV)/bin/python
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.ready-to-test: requirements/dev.txt | $(VENV)/bin/python
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@ $(VENV)/.ready-to-run
