# modtop: build, test and run. `make` alone lists what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PACKAGES_BUILD := libncurses-dev libsqlite3-dev
PACKAGES_TEST  := libvterm-dev
SWIFT_BUILD    := swift build --explicit-target-dependency-import-check error
RELEASE        := --configuration release --static-swift-stdlib
SWIFT_SOURCES   = Package.swift Sources Tests Assets
BINARY         := .build/release/modtop
ARGS           ?=

.PHONY: help run test build check format bench clean toolchain packages-build packages-test

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and open the dashboard; ARGS="…" are its arguments
	@exec $(BINARY) $(ARGS)

build: packages-build ## build the release binary, .build/release/modtop
	@$(SWIFT_BUILD) $(RELEASE) --product modtop

test: packages-build packages-test ## build everything and run the tests
	@$(SWIFT_BUILD) --build-tests
	@swift test --skip-build

check: packages-build ## lint the format, and see that generated files are fresh
	@swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	@$(SWIFT_BUILD) --product modtop
	@.ci/generated .build/debug/modtop

format: toolchain ## rewrite the sources in the project's format, and the generated files
	@swift format --in-place --parallel --recursive $(SWIFT_SOURCES)
	@$(SWIFT_BUILD) --product modtop
	@.ci/generated --write .build/debug/modtop

bench: packages-build ## measure kernel and sessions; PEERS=1 adds SimPy, Ciw and salabim
	@python3 Tests/Benchmarks/bench.py $(ARGS)
	@python3 Tests/Benchmarks/sessions.py

clean: ## remove everything that was built
	@rm -rf .build

# What a build or test needs.

toolchain:
	@command -v swift > /dev/null || { \
	  echo "modtop: no Swift toolchain found; install Swift 6.2 or later from https://www.swift.org/install and put it on PATH" >&2; exit 1; }

packages-build: toolchain
	@.ci/install-packages $(PACKAGES_BUILD)

packages-test: toolchain
	@.ci/install-packages $(PACKAGES_TEST)
