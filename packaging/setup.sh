# Sourced by run.sh and test.sh: brings what is missing, configures the build, and does nothing where all is there.
# Needs Debian 12 or later. FLOWBLEND_DEPS: where LibTorch goes (default: ~/.cache/flowblending-studio).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=${FLOWBLEND_DEPS:-$HOME/.cache/flowblending-studio}
build=$root/build/release

say() { printf 'flowblending: %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "installing packages needs root; run this as root once: $*"; exit 1; fi
}

install_debian_packages() {
  local wanted missing
  wanted=$(grep -v '^#' "$root/packaging/debian-packages.txt")
  # dpkg-query prints a line for each installed package and fails for absent ones, which is what we ask.
  missing=$(comm -23 <(sort <<<"$wanted") \
    <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null | sed -n 's/^ii //p' | sort))
  [ -n "$missing" ] || return 0
  say "installing Debian packages:" $missing
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# install_python_packages run|test
install_python_packages() {
  local list=$root/packaging/requirements-$1.txt stamp=$deps/requirements-$1.installed
  cmp -s "$list" "$stamp" && return 0
  mkdir -p "$deps"
  exec 9>"$deps/lock"
  flock 9
  say "installing into $deps/python:" $(grep -v '^#' "$list") "(the first time about 5 GB, most of it CUDA libraries)"
  [ -x "$deps/python/bin/python3" ] || python3 -m venv "$deps/python"
  "$deps/python/bin/python3" -m pip install --quiet --disable-pip-version-check -r "$list"
  cp "$list" "$stamp"
  exec 9>&-
}

configure() {
  [ -f "$build/build.ninja" ] && return 0
  say "configuring in $build"
  cmake -S "$root" --preset release -DFB_TORCH_ROOT="$(echo "$deps"/python/lib/python3*/site-packages/torch)" >/dev/null
}

# One compiler a core, but no more than the memory carries (1.5 GB for a file that includes torch).
build_jobs() {
  local cores gigabytes
  cores=$(nproc)
  gigabytes=$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  echo $((gigabytes < 1 ? 1 : gigabytes < cores ? gigabytes : cores))
}

# build_targets [target ...]: all when none is named
build_targets() {
  local log=$build/build.log
  if ! cmake --build "$build" --parallel "$(build_jobs)" ${1:+--target "$@"} >"$log" 2>&1; then
    cat "$log" >&2
    say "the build failed; its output is above and in $log"
    exit 1
  fi
}
