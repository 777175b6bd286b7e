#!/usr/bin/env bash
# Sets up, builds and runs every test. Arguments go to ctest: packaging/test.sh -L unit, packaging/test.sh -R sampler
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
install_debian_packages
install_python_packages test
configure
say "building the program and its tests"
build_targets
cd "$build"
exec ctest --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
