# The commands of this project. Each makes what it needs first, from the pinned lists; a second run needs no network.
SHELL := /bin/bash
BIN := .venv/bin
# As in .npmrc, which npm reads beside package.json only.
NPM_HABITS := --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund --loglevel=error
PYTHONS := $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11

.PHONY: help env serve build pdf test bench bench-readme bench-proofs lighthouse accessibility pictures guides icons lock clean

## make help    this list
help:
	@sed -n 's/^## //p' Makefile

## make env     .venv and node_modules, from requirements.txt and package-lock.json (PYTHON=... chooses the Python)
env: node_modules/.installed

## make serve   the site at http://127.0.0.1:8000, built again whenever a file is saved
serve: env
	@$(BIN)/policy serve

## make build   the site in site/
build: env
	@$(BIN)/policy build

## make pdf     the site in site/, and in it the whole policy as policy.pdf; a Chromium is needed
pdf: env
	@$(BIN)/policy pdf

## make test    everything CI runs, a real browser included (PYTEST=... is handed to pytest)
test: env
	@echo "Lint: ruff"
	@$(BIN)/ruff check --quiet
	@echo "Format: ruff"
	@$(BIN)/ruff format --check --quiet || { echo "Run: $(BIN)/ruff format" >&2; exit 1; }
	@echo "Types: mypy"
	@$(BIN)/mypy --no-error-summary
	@echo "Rooms: import-linter"
	@$(BIN)/lint-imports --no-logo
	@echo "Policy and trees: policy check"
	@$(BIN)/policy check
	@echo "Browser: a Chromium for the tests"
	@$(BIN)/python tests/site/chromium.py
	@echo "Tests: pytest"
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST)

## make bench   how fast the site is, beside its peers, in a real browser (ROUNDS=... for a short run)
bench: env bench/node_modules/.installed
	@$(BIN)/python tests/site/chromium.py
	@$(BIN)/python -m bench $(if $(ROUNDS),--rounds $(ROUNDS))

## make bench-readme  the table of the last bench, written into README.md
bench-readme: env
	@$(BIN)/python -m bench --readme

## make bench-proofs  how the cost of a proof grows, beside listing every path
bench-proofs: env
	@$(BIN)/python -m bench.proofs

## make lighthouse  what Lighthouse says of three pages on a phone; 1 where a goal is missed (ROUNDS=... for a short run)
lighthouse: env bench/lighthouse/node_modules/.installed
	@$(BIN)/python tests/site/chromium.py
	@$(BIN)/python -m bench.lighthouse $(if $(ROUNDS),--rounds $(ROUNDS))

## make accessibility  the check by hand, done by a script: keyboard, headings, large letters, forced colours and more
accessibility: env
	@$(BIN)/python -m tests.site.by_hand

## make pictures  eight pages on a phone and a desk, by day and by night, in pictures/; and the two of the README
pictures: env
	@$(BIN)/python -m tests.pictures

## make guides  docs/guides/problems, written anew after a change in a message or in macros/problem_codes.yml
guides: env
	@$(BIN)/python -m tests.problem_pages

## make icons   the mark as PNG pictures, drawn anew after a change in overrides/assets/icons/mark.svg
icons: env
	@$(BIN)/python -m tests.icons

## make lock    renew requirements*.txt and package-lock.json after a change in pyproject.toml or package.json
lock: env
	@echo "Finding the newest versions that pyproject.toml allows"
	@$(BIN)/python -m venv .cache/lock
	@.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@set -e; compile() { .cache/lock/bin/uv pip compile --quiet --no-header --no-annotate \
	    --generate-hashes --only-binary :all: --no-python-downloads "$$@"; }; \
	{ echo "# What .venv holds, for Python 3.11 to 3.14 on Linux, macOS and Windows. Written by \`make lock\` from pyproject.toml."; \
	  compile pyproject.toml --group build --group test --universal --python-version 3.11; } > requirements.txt.new; \
	{ echo "# The wheels that run inside Pyodide, never in .venv. Written by \`make lock\` from pyproject.toml."; \
	  compile --group pyodide --no-deps --python-version 3.14; } > requirements-pyodide.txt.new; \
	mv requirements.txt.new requirements.txt; mv requirements-pyodide.txt.new requirements-pyodide.txt
	@echo "Finding the newest versions that package.json allows"
	@rm -rf package-lock.json node_modules  # npm writes no hash for what is already installed
	@$(BIN)/npm install --package-lock-only
	@rm -rf bench/package-lock.json bench/node_modules
	@$(BIN)/npm install --package-lock-only --prefix bench $(NPM_HABITS)
	@rm -rf bench/lighthouse/package-lock.json bench/lighthouse/node_modules
	@$(BIN)/npm install --package-lock-only --prefix bench/lighthouse $(NPM_HABITS)

## make clean   remove everything that was made or downloaded
clean:
	@rm -rf .venv .cache node_modules bench/node_modules bench/lighthouse/node_modules pictures site .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# An environment whose Python has gone from the machine is made anew.
$(shell $(BIN)/python -c '' 2> /dev/null || rm -f .venv/.made)

# A Python 3.11 to 3.14 that can make an environment.
.venv/.made:
	@for python in $(PYTHONS); do \
	  $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2> /dev/null || continue; \
	  found=$$python; \
	  $$python -c 'import ensurepip, venv' 2> /dev/null || continue; \
	  echo "Making .venv with $$($$python --version)"; \
	  $$python -m venv --clear .venv && touch $@; exit; \
	done; \
	if [ "$$found" ]; then \
	  echo "$$found cannot make an environment: install its venv module (on Debian: apt-get install python3-venv)." >&2; \
	else \
	  echo "No Python 3.11 to 3.14 was found: install one, or name it: make env PYTHON=/path/to/python3" >&2; \
	fi; exit 1

.venv/.installed: .venv/.made requirements.txt pyproject.toml
	@echo "Installing the Python packages of requirements.txt (about 150 MB the first time)"
	@set -o pipefail; $(BIN)/python -m pip install --disable-pip-version-check \
	  --require-hashes --no-deps --only-binary :all: -r requirements.txt \
	  | sed -nE 's/^ *(Downloading|Using cached) ([^ ]+\.whl) .*/  \2/p; s/^Installing .*/  unpacking them all/p'
	@echo "Installing the command: policy"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-index --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.installed: .venv/.installed package-lock.json .npmrc
	@echo "Installing the npm packages of package-lock.json (about 15 MB the first time)"
	@$(BIN)/npm ci --loglevel=error
	@touch $@

# The peers of the bench: nothing else needs them.
bench/node_modules/.installed: node_modules/.installed bench/package-lock.json
	@echo "Installing the peers that the bench holds us against (12 MB the first time)"
	@$(BIN)/npm ci --prefix bench --prefer-offline $(NPM_HABITS)
	@touch $@

# Only `make lighthouse` needs it.
bench/lighthouse/node_modules/.installed: node_modules/.installed bench/lighthouse/package-lock.json
	@echo "Installing Lighthouse (40 MB the first time)"
	@$(BIN)/npm ci --prefix bench/lighthouse --prefer-offline $(NPM_HABITS)
	@touch $@
