#!/usr/bin/env bash
# Sets up, builds and opens the Studio. Without a display, it generates a clip with the built-in pair instead. Arguments are
# passed to the command line program: packaging/run.sh generate --prompt "a red circle moves left on a blue background"
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
program=flowblend
if [ $# -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then program=flowblend-studio; fi
install_debian_packages
install_python_packages run
configure
[ -x "$build/app/$program" ] || say "building (a few minutes the first time)"
build_targets "$program"

# Waiting threads sleep instead of spinning: a few per cent slower on an idle machine, many times faster on a busy one.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}
if [ $# -gt 0 ]; then exec "$build/app/flowblend" "$@"; fi
if [ $program = flowblend-studio ]; then exec "$build/app/flowblend-studio"; fi
say "there is no display, so a clip is generated instead of opening the Studio"
exec "$build/app/flowblend" generate
