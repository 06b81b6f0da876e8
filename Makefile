# Everything a person or CI runs. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help demo chat test check unit eval retrieval simulate bench reliability freeze smoke clients docs lock wheels clean

help: ## This list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/ -/' | sort

# pip brings the pinned uv, which installs exactly what the lock holds; where uv cannot, pip does the same more slowly.
$(READY): requirements-dev.lock
	$(PYTHON) -m venv .venv
	grep -A40 '^uv==' requirements-dev.lock | awk 'NR==1 || /--hash/ {print; next} {exit}' > .venv/uv.lock.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock.txt
	$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements-dev.lock \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $(READY)

demo: $(READY) ## A phone call booked in a fresh database, with a voice
	$(BIN)/python -m sidecar demo

chat: $(READY) ## Talk to the assistant of the demo business
	$(BIN)/python -m sidecar chat

test: check unit ## Everything CI runs

check: $(READY) wheels ## Style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/pyright

unit: $(READY) ## The tests
	$(BIN)/pytest -q -n 2 --dist loadfile

wheels: $(READY) ## Every pinned package has a wheel for the platforms that are served
	$(BIN)/python build/check_wheels.py

eval: $(READY) ## How well Italian is understood: accuracy, confusion, calibration
	$(BIN)/python -m tests.eval

retrieval: $(READY) ## How well the FAQ is searched
	$(BIN)/python -m tests.retrieval

simulate: $(READY) ## Callers played through a noisy line: task success by kind
	$(BIN)/python -m tests.simulator

bench: $(READY) ## Speed beside references in the same run; writes docs/performance.md
	$(BIN)/python -m tests.bench

reliability: $(READY) ## Kills, soak and writers in full numbers; writes docs/reliability.md
	$(BIN)/python -m tests.reliability

freeze: $(READY) ## The frozen program in dist/
	$(BIN)/python build/freeze.py

smoke: $(READY) ## The frozen program played by the wire transcripts, without the source tree
	$(BIN)/python build/smoke.py

clients: $(READY) ## Clients of other people's making drive the server (Node from the package index)
	$(BIN)/python build/clients.py

docs: $(READY) ## Generated documents: protocol, OpenRPC, TypeScript, flow charts
	$(BIN)/python build/make_docs.py

lock: $(READY) ## Renew the locks from pyproject.toml (keeps what still fits)
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml --group freeze -c requirements.lock -o requirements-freeze.lock

clean: ## Remove what the targets made
	rm -rf .venv dist .freeze .clients .demo
