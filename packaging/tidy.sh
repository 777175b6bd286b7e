#!/usr/bin/env bash
# Runs clang-tidy with the checks of .clang-tidy: packaging/tidy.sh [--all | --since REF] [--seconds N]
# Without --all: on the sources of core, app and ui that changed since REF (by default the last tag) and those that include
# a changed header, the latest changes first. With --seconds, it starts no file after that time and says how many it skipped.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"
all= since= seconds=86400
while [ $# -gt 0 ]; do
  case $1 in
    --all) all=1 ;;
    --since) since=${2:?} && shift ;;
    --seconds) seconds=${2:?} && shift ;;
    *) say "usage: packaging/tidy.sh [--all | --since REF] [--seconds N]" && exit 2 ;;
  esac
  shift
done

changed_sources() {
  local changed headers
  changed=$(git diff --name-only --diff-filter=d "$since" -- core app ui)
  grep '\.cpp$' <<<"$changed" || true
  headers=$(sed -n 's@^\(core/include\|core\|ui\|app\)/\(.*\.h\)$@\2@p' <<<"$changed")
  [ -z "$headers" ] || git grep -lF "$(sed 's/.*/#include "&"/' <<<"$headers")" -- 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp' || true
}

all_sources() { git ls-files 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp'; }

# Orders the lines of its input by the commit that changed them last.
latest_first() {
  local wanted
  wanted=$(sort -u)
  git log --format= --name-only | awk '!seen[$0]++' | grep -xFf <(echo "$wanted") || true
}

if [ -z "$all$since" ] && ! since=$(git describe --tags --abbrev=0 2>/dev/null); then
  say "not run: there is no tag to compare with yet (--all and --since REF work without one)"
  exit 0
fi
install_debian_packages
install_python_packages run
configure
if [ "$all" ]; then sources=$(all_sources | latest_first); else sources=$(changed_sources | latest_first); fi
[ -n "$sources" ] || { say "nothing has changed"; exit 0; }

# clang cannot use the compiler's precompiled header; it reads the same header as text.
mkdir -p "$build/tidy"
sed 's@CMakeFiles/fb_torch_pch.dir/cmake_pch.hxx@tidy/pch.h@g' "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
sed '/pragma GCC system_header/d' "$build/CMakeFiles/fb_torch_pch.dir/cmake_pch.hxx" >"$build/tidy/pch.h"
deadline=$(($(date +%s) + seconds))
export deadline build

# Prints clang-tidy's findings in one source. A source that clang itself cannot parse is reported but not a finding.
check() {
  [ "$(date +%s)" -lt "$deadline" ] || { echo "$1" >>"$build/tidy/left-out"; return 0; }
  local found
  found=$(clang-tidy -p "$build/tidy" --quiet "$1" 2>/dev/null) || true
  if grep -q '\[clang-diagnostic-error\]' <<<"$found"; then
    echo "$1" >>"$build/tidy/unreadable"
    return 0
  fi
  [ -z "$found" ] || { printf '%s\n' "$found" && return 1; }
}
export -f check
rm -f "$build/tidy/left-out" "$build/tidy/unreadable"
say "running clang-tidy on $(wc -l <<<"$sources") sources"
status=0
xargs -P "$(nproc)" -I{} bash -c 'check {}' <<<"$sources" || status=1
for reason in left-out unreadable; do
  [ ! -f "$build/tidy/$reason" ] || say "$reason: $(wc -l <"$build/tidy/$reason") of them: $(tr '\n' ' ' <"$build/tidy/$reason")"
done
[ $status = 0 ] && say "clang-tidy found nothing" || say "clang-tidy has findings, see above"
exit $status
