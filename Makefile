# The workflow as words. `make demo` and `make test` need Python 3.11+ and pip, nothing else.
PYTHON ?= python3
RUN := .venv/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet

.PHONY: demo test check fix deep gate bench faults

demo: .venv/installed  ## the main job end to end on this machine alone; WEB=1: then as pages, until Ctrl-C
	$(RUN) -m tracker demo $(if $(WEB),--web)

test: .venv/developer  ## every test
	$(RUN) -m pytest -n auto

check: .venv/developer  ## what must be green before a commit
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	$(if $(TESTED),@echo "tests: passed by make test just now",$(RUN) -m pytest -q -n auto)

faults: .venv/developer  ## the forty faults of feeds and pages against the tests that provoke them
	@$(RUN) -m tests.feeds.faults.listing

gate: .venv/developer  ## quality floors on the development data, where present
	$(RUN) -m tests.gate.score

bench: .venv/developer  ## how fast dates and events are read, mentions linked, pages answered
	$(RUN) -m tests.bench.dates
	$(RUN) -m tests.bench.mentions
	$(RUN) -m tests.bench.linking
	$(RUN) -m tests.bench.answers

fix: .venv/developer  ## let the tools tidy up
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

deep: .venv/developer  ## long property tests and coverage
	HYPOTHESIS_PROFILE=deep $(RUN) -m coverage run -m pytest
	$(RUN) -m coverage report

.venv/created:
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/created pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt setuptools
	$(PIP) install --no-build-isolation -c constraints.txt -e .
	touch $@

.venv/developer: .venv/installed
	$(PIP) install --no-build-isolation -c constraints.txt -e '.[dev]'
	touch $@
