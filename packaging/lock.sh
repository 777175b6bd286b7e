#!/usr/bin/env bash
# Regenerates lock-run.txt and lock-test.txt from requirements-run.txt and requirements-test.txt: every package that pip's
# resolver chooses, with its version. Installs nothing except pip itself. lock-test.txt includes lock-run.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"

# resolve LOCK [pip's arguments ...]
resolve() {
  local lock=$1
  shift
  "$work/python/bin/python3" -m pip install --quiet --disable-pip-version-check --only-binary :all: --dry-run \
    --ignore-installed --report "$work/report.json" "$@"
  "$work/python/bin/python3" - "$work/report.json" >"$work/lock" <<'PYTHON'
import json
import re
import sys

print("# Written by packaging/lock.sh, not by hand. Installed as it is, without asking the resolver.")
found = [package["metadata"] for package in json.load(open(sys.argv[1], encoding="utf-8"))["install"]]
print("\n".join(sorted(re.sub(r"[-_.]+", "-", p["name"]).lower() + "==" + p["version"] for p in found)))
PYTHON
  mv "$work/lock" "$lock"
}

resolve lock-test.txt -r requirements-run.txt -r requirements-test.txt
resolve lock-run.txt -r requirements-run.txt --constraint lock-test.txt
