# Sourced by run.sh and test.sh: installs what is missing and configures the build; does nothing if all is up to date.
# Needs Debian 12 or later. FLOWBLEND_DEPS: where LibTorch goes (default: ~/.cache/flowblending-studio).
# Each preset of CMakePresets.json has its own folder in build/.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=${FLOWBLEND_DEPS:-$HOME/.cache/flowblending-studio}

# use_preset NAME
use_preset() {
  preset=$1
  build=$root/build/$1
}
use_preset release

say() { printf 'flowblending: %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "installing packages needs root; run this as root once: $*"; exit 1; fi
}

install_debian_packages() {
  local wanted missing
  wanted=$(grep -v '^#' "$root/packaging/debian-packages.txt")
  # dpkg-query prints a line for each installed package and fails for missing ones, which is what we want to know.
  missing=$(comm -23 <(sort <<<"$wanted") \
    <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null | sed -n 's/^ii //p' | sort))
  [ -n "$missing" ] || return 0
  say "installing Debian packages:" $missing
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# install_python_packages run|test: makes the environment contain exactly what packaging/lock-run.txt or lock-test.txt
# lists. lock-test.txt includes the other, so the environment for the tests also works for run.sh.
install_python_packages() {
  local lock=$root/packaging/lock-$1.txt stamp=$deps/installed.lock python=$deps/python/bin/python3 extra
  has_python_packages "$1" && return 0
  mkdir -p "$deps"
  exec 9>"$deps/lock"
  flock 9
  if ! has_python_packages "$1"; then
    say "installing the packages of packaging/lock-$1.txt into $deps/python (about 5 GB the first time, mostly CUDA libraries)"
    rm -f "$stamp"
    # The system's Python, not one that happens to come first in PATH.
    [ -x "$python" ] || /usr/bin/python3 -m venv "$deps/python"
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps -r "$lock"
    extra=$("$python" "$root/packaging/environment.py" "$lock" --extra)
    [ -z "$extra" ] || "$python" -m pip uninstall --quiet --disable-pip-version-check --yes $extra
    "$python" -m pip check --disable-pip-version-check >&2
    cp "$lock" "$stamp.part"
    mv "$stamp.part" "$stamp"
  fi
  exec 9>&-
}

has_python_packages() {
  cmp -s "$root/packaging/lock-test.txt" "$deps/installed.lock" ||
    { [ "$1" = run ] && cmp -s "$root/packaging/lock-run.txt" "$deps/installed.lock"; }
}

# configure [-DNAME=VALUE ...]
configure() {
  local torch
  torch=$(echo "$deps"/python/lib/python3*/site-packages/torch)
  is_configured "-DFB_TORCH_ROOT=$torch" "$@" && return 0
  say "configuring in $build"
  # Forget what was found in another wheel.
  cmake -S "$root" --preset "$preset" -U "TORCH_*" -U FB_PYTHON -DFB_TORCH_ROOT="$torch" "$@" >/dev/null
}

is_configured() {
  local setting
  [ -f "$build/build.ninja" ] || return 1
  for setting; do
    setting=${setting#-D}
    grep -qxF "$setting" <(sed -n 's/:[A-Z]*=/=/p' "$build/CMakeCache.txt") || return 1
  done
}

# One compiler per core, but no more than fit into memory (1.5 GB for a file that includes torch).
build_jobs() {
  local cores gigabytes
  cores=$(nproc)
  gigabytes=$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  echo $((gigabytes < 1 ? 1 : gigabytes < cores ? gigabytes : cores))
}

# build_targets [target ...]: all if none is given
build_targets() {
  local log=$build/build.log
  if ! cmake --build "$build" --parallel "$(build_jobs)" ${1:+--target "$@"} >"$log" 2>&1; then
    cat "$log" >&2
    say "the build failed; its output is above and in $log"
    exit 1
  fi
}
