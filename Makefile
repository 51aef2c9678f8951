# The commands of this project; README and CI call these and nothing else.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
UV ?= uv
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet

.PHONY: run test check chaos fuzz eval bench lock audit clean

run: $(VENV)/.installed
	@$(BIN)/dateline up --seeds

# A file's tests share its servers, so they stay together.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Hundreds of articles in flight while something breaks, and what each setting is good for: some twelve minutes.
chaos: $(VENV)/.installed-dev
	DATELINE_CHAOS_ARTICLES=300 $(BIN)/python -m pytest tests/chaos

# Any text to reader and resolver, any request to the API, for some minutes: make fuzz MINUTES=60
MINUTES ?= 5
fuzz: $(VENV)/.installed-dev
	DATELINE_FUZZ_MINUTES=$(MINUTES) $(BIN)/python -m pytest tests/hostile

# How well expressions are read, on corpora that are no part of the project: make eval ARGS=--halves
eval: $(VENV)/.installed-dev
	@$(BIN)/python -m measure.eval $(ARGS)

# Speed beside other readers, growth, memory, start: make bench ARGS=growth
bench: $(VENV)/.installed-dev
	@$(BIN)/python -m measure.bench $(ARGS)

# Last in its rule, so that an environment whose making was interrupted is made anew.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or later, and none was found: install it, or say where it is: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: install its venv package (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version) ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.txt pyproject.toml $(VENV)/.made
	@echo "Installing what Dateline needs (a minute the first time) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# Known weaknesses of what is pinned, as the Python Packaging Advisory Database has them. What could not be looked up
# fails as well: it is not known to be sound.
audit: .audit/bin/pip-audit
	.audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements.txt

.audit/bin/pip-audit: $(VENV)/.made
	@$(BIN)/python -m venv .audit
	@.audit/bin/python -m pip --disable-pip-version-check -qq install pip-audit

# Pins every dependency anew, with hashes and without any registry's address.
lock:
	$(LOCK) --group build --output-file requirements.txt
	$(LOCK) --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) .audit .bench data build *.egg-info .mypy_cache .ruff_cache .pytest_cache
