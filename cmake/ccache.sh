#!/bin/sh
# The compiler launcher: ccache, configured so that its entries work for every clone of the project, wherever it is.
# Paths inside the clone enter the hash as relative ones. Without ccache, the compiler runs directly.
command -v ccache >/dev/null || exec "$@"
CCACHE_BASEDIR=$(cd "$(dirname "$0")/.." && pwd)
CCACHE_NOHASHDIR=1
CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
export CCACHE_BASEDIR CCACHE_NOHASHDIR CCACHE_SLOPPINESS
exec ccache "$@"
