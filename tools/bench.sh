#!/usr/bin/env bash
# Runs every benchmark; called by ./dev bench inside the build environment: bench.sh REPOSITORY BUILD
set -euo pipefail
repository=$1
build=$2
export CHARTLINE_REPOSITORY=$repository CHARTLINE_BUILD=$build
for bench in "$build"/bin/bench_* "$build"/bin/safety_eval; do
  # The plain baseline is started by the import benchmark, in the same run.
  [ "$(basename "$bench")" = bench_plain_sqlite ] && continue
  printf '\n== %s\n' "$(basename "$bench")"
  "$bench"
done
