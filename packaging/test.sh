#!/usr/bin/env bash
# Sets up, builds and runs every test. Arguments are passed to ctest: packaging/test.sh -L unit, packaging/test.sh -R sampler
# Not the proofs that take hours, unless they are named: packaging/test.sh -L soak
# With --preset asan or --preset tsan first, builds and runs with sanitizers, for example --preset asan -L unit
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
if [ "${1:-}" = --preset ]; then
  use_preset "${2:?--preset needs a name of CMakePresets.json}"
  shift 2
fi
install_debian_packages
install_python_packages test
if [[ " $* " == *" soak "* ]]; then configure -DFB_SOAK=ON; else configure -DFB_SOAK=OFF; fi
# These labels have targets that build only their tests.
targets=
if [ $# = 2 ] && [ "$1" = -L ] && [[ $2 =~ ^(unit|threads|ui|soak)$ ]]; then targets=fb_tests_$2; fi
say "building the program and its tests"
build_targets $targets
# The sanitizers' memory maps need address space randomisation to be off; some containers do not allow that.
still=()
if [[ $preset =~ ^(asan|tsan)$ ]] && setarch --addr-no-randomize true 2>/dev/null; then still=(setarch --addr-no-randomize); fi
cd "$root"
exec "${still[@]}" ctest --preset "$preset" --parallel "$(nproc)" "$@"
