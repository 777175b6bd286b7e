#!/usr/bin/env bash
# Sets up, builds and runs FlowBlending. Without arguments it makes a clip with the built-in pair; with arguments they go
# to the command line program: packaging/run.sh generate --prompt "a red circle moves left on a blue background"
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
install_debian_packages
install_python_packages run
configure
[ -x "$build/app/flowblend" ] || say "building (a few minutes the first time)"
build_targets flowblend

# Threads that wait sleep instead of spinning: a few per cent slower on an idle machine, many times faster on a busy one.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}
if [ $# -gt 0 ]; then exec "$build/app/flowblend" "$@"; fi
exec "$build/app/flowblend" generate --output "$PWD/flowblending-clip.mp4"
