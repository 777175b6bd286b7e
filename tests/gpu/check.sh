#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs flowblend-gpu-check (built by `cmake --build build/release --target flowblend-gpu-check`) on a machine with a GPU.
# That machine needs the program, this folder and a Python with torch 2.11 with CUDA; the figures are written to OUT.
#
#   tests/gpu/check.sh PROGRAM OUT [options of the program]
#
# FB_PYTHON: a Python other than python3. If it has diffusers, its forwards are timed in the same call.
set -euo pipefail
program=$1 out=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
python=${FB_PYTHON:-python3}
torch=$("$python" -c 'import os, torch; print(os.path.dirname(torch.__file__))')
export LD_LIBRARY_PATH=$(cd "$(dirname "$program")" && pwd):$torch/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
mkdir -p "$out"
status=0
"$program" --json "$out/gpu-check.json" "$@" || status=$?
if "$python" -c 'import diffusers' 2>/dev/null; then
  "$python" "$here/diffusers_forward.py" || status=$?
fi
exit $status
