# Two commands: `make run` and `make test`. Each builds .venv by itself; the second time costs nothing.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test lint bench compiled economy validate docs clean

run: .venv/run
	@$(BIN)/hinterland study examples/shandong

test: .venv/test lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/test
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/test
	@$(BIN)/python -m benchmarks

# The reader as compiled modules of the same sources, in build/compiled: whether it reads the same, its tests, its speed
# beside the plain one. Some minutes and a C compiler. The compiler leaves its files beside what it reads, so it reads a copy.
compiled: .venv/test
	@echo "hinterland: compiling the reader into build/compiled (some five minutes)"
	@rm -rf build/compiled && copy=$$(mktemp -d) && cp -R pyproject.toml README.md LICENSE src "$$copy" \
	  && HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip install -q --no-deps --target build/compiled "$$copy" \
	  && rm -rf "$$copy"
	@$(BIN)/python -m benchmarks.ledger --digest > build/plain
	@PYTHONPATH=build/compiled $(BIN)/python -m benchmarks.ledger --digest | diff build/plain - \
	  || { echo "hinterland: the compiled reader reads otherwise than the plain one"; exit 1; }
	@PYTHONPATH=build/compiled $(BIN)/python -m pytest tests/ledger tests/robustness/test_extremes.py tests/robustness/test_reader_*.py
	@$(BIN)/python -m benchmarks.ledger --speed
	@PYTHONPATH=build/compiled $(BIN)/python -m benchmarks.ledger --speed

docs: .venv/test
	@$(BIN)/python -m tools.generate_docs

economy: .venv/test
	@$(BIN)/python -m tools.build_economy build

validate: .venv/test
	@$(BIN)/python -m tools.build_economy validate

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# A marker file for each set of packages, older than pyproject.toml when something must be installed anew.
.venv/python:
	@echo "hinterland: making a virtual environment in .venv"
	@if command -v uv >/dev/null 2>&1; then uv venv -q --allow-existing --seed --python "$(PYTHON)" .venv; else "$(PYTHON)" -m venv .venv; fi
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hinterland needs Python 3.11 or later, found " + sys.version.split()[0] + ": set PYTHON=python3.12, say")'
	@touch $@

.venv/run: .venv/python pyproject.toml
	@$(call install,.[report])

.venv/test: .venv/python pyproject.toml
	@$(call install,.[mrio$(comma)gtap$(comma)sdmx$(comma)jax$(comma)netcdf$(comma)xlsx$(comma)report$(comma)pdf$(comma)test])
	@touch .venv/run

comma := ,
define install
echo "hinterland: installing $(1) (a minute or two, once)"; \
if command -v uv >/dev/null 2>&1; then VIRTUAL_ENV=.venv uv pip install -q --compile-bytecode -e "$(1)"; else $(BIN)/python -m pip install -q -e "$(1)"; fi; \
touch $@
endef
