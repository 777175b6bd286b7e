#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs each libFuzzer program for some seconds: tests/fuzz/run.sh BUILD_FOLDER [SECONDS] [NAME...]. BUILD_FOLDER is made by
#   cmake -S . -B BUILD_FOLDER -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang -DFB_FUZZ=ON -DFB_STUDIO=OFF \
#     -DFB_TORCH_ROOT=...
# What it finds stays in BUILD_FOLDER/fuzz; an input worth keeping goes to seeds/.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
seconds=${2:-60}
[ $# -gt 2 ] && shift 2 || set -- safetensors gguf json media
for name in "$@"; do
  cmake --build "$build" --target "fuzz_target_$name"
  mkdir -p "$build/fuzz/$name"
  "$build/tests/fuzz/fuzz_target_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
    -artifact_prefix="$build/fuzz/$name-" -print_final_stats=1 "$build/fuzz/$name" "$here/seeds/$name"
done
