# Every verb builds what it needs first, so each is enough on a fresh clone.
# Needed beforehand: Python 3.11 or later with pip and venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
STAMP := $(VENV)/.ready
COMPILED := build/.compiled
# Two workers suit the smallest machine the project supports; override with JOBS=0 for none.
JOBS ?= 2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup lock test figures lab lint format typecheck docs cluster-demo benchmark clean

help: ## show the verbs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(COMPILED) ## build the environment in .venv (seconds when it is up to date)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("discourse needs Python 3.11 or later, this is %d.%d; try: make PYTHON=python3.12 setup" % v[:2])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv && $(BIN)/uv --version | grep -qF "uv $(UV_VERSION)" || $(BIN)/python -m pip install --quiet "uv==$(UV_VERSION)"
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --compile-bytecode --require-hashes requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation \
		--config-settings editable_mode=compat --editable .
	@$(BIN)/python -m compileall -q discourse
	@touch $@

# Machine code of what goes through texts word by word: the same results without it, at half the speed.
$(COMPILED): $(STAMP) setup.py discourse/compiled.py $(wildcard discourse/negation/*.py discourse/quotation/*.py discourse/tokens/*.py) \
		$(addprefix discourse/evidence/,names.py number_words.py numbers.py phrases.py places.py)
	@$(BIN)/python -m discourse.compiled
	@mkdir -p build && touch $@

lock: $(STAMP) ## resolve the ranges of pyproject.toml anew into requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras \
		--generate-hashes --no-annotate --no-header pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group benchmark \
		--constraint requirements.lock \
		--generate-hashes --no-annotate --no-header --output-file benchmarks/requirements.lock

test: $(COMPILED) ## run the tests and the examples in the docstrings
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

figures: $(COMPILED) ## run the notebooks and write figures/
	$(BIN)/discourse figures

lab: $(COMPILED) ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks

lint: $(STAMP) ## check style, and that no notebook holds outputs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@for notebook in notebooks/*.ipynb; do \
		test ! -e "$$notebook" || $(BIN)/nbstripout --verify "$$notebook" \
			|| { echo "$$notebook holds outputs; run: make format" >&2; exit 1; }; \
	done

format: $(STAMP) ## put code in the house style and empty the notebooks of outputs
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	@for notebook in notebooks/*.ipynb; do test ! -e "$$notebook" || $(BIN)/nbstripout "$$notebook"; done

typecheck: $(STAMP) ## check the types of all of discourse/
	$(BIN)/mypy

docs: $(STAMP) ## build the documentation into build/docs, warnings being errors
	$(BIN)/sphinx-build -W --keep-going -b html docs build/docs

cluster-demo: $(COMPILED) ## start Dask on this machine, kill a worker in the middle, compare the results
	$(BIN)/python benchmarks/cluster_demo.py

benchmark: $(COMPILED) ## measure speed beside other tools, which it installs (ten minutes)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement benchmarks/requirements.lock
	$(BIN)/python benchmarks/speed.py --markdown

clean: ## remove what the other verbs made, but for figures/
	rm -rf $(VENV) build .pytest_cache .ruff_cache .mypy_cache .hypothesis *.egg-info
	find discourse tests -name __pycache__ -type d -prune -exec rm -rf {} +
