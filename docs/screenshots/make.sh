#!/usr/bin/env bash
# Retakes the screenshots in this folder, without a display: docs/screenshots/make.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/setup.sh"
configure
build_targets screenshots
export QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=passive
"$build/tests/ui/shell/screenshots" "$root/docs/screenshots"
QT_SCALE_FACTOR=2 "$build/tests/ui/shell/screenshots" "$root/docs/screenshots" scaled
