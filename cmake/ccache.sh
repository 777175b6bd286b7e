#!/bin/sh
# The compiler launcher: ccache, set so that its entries serve every clone of the project, wherever it lies. Paths below
# the clone enter the hash relative to it. Without ccache the compiler runs as it is.
command -v ccache >/dev/null || exec "$@"
CCACHE_BASEDIR=$(cd "$(dirname "$0")/.." && pwd)
CCACHE_NOHASHDIR=1
CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
export CCACHE_BASEDIR CCACHE_NOHASHDIR CCACHE_SLOPPINESS
exec ccache "$@"
