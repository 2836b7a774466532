#!/usr/bin/env bash
# Runs every fuzz target on its seeds and a copy of real files where there are any. A crash is left in BUILD/fuzz and ends with an error.
# Usage: fuzz.sh REPOSITORY BUILD-FOLDER SECONDS-EACH
set -euo pipefail
repo=$1 build=$2 seconds=$3
shared=${CHARTLINE_SHARED_DIR:-$repo/../shared}/data/fhir
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$build/fuzz"
status=0
for source in "$repo"/tests/fuzz/fuzz_*.cpp; do
  name=$(basename "$source" .cpp)
  short=${name#fuzz_}
  corpus=$work/$short
  mkdir -p "$corpus"
  cp "$repo/tests/fuzz/seeds/$short"/* "$corpus/"
  if [ "$short" != zip ] && [ -d "$shared" ]; then
    find "$shared" -type f -size -64k \( -name '*.json' -o -name '*.xml' \) | sort | awk 'NR % 10 == 0' \
      | while read -r file; do cp -- "$file" "$corpus/real-$(printf '%s' "$file" | sha256sum | cut -c1-16)"; done
  fi
  echo "== $short, $seconds s"
  if ! "$build/bin/$name" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
      -artifact_prefix="$build/fuzz/$short-" "$corpus" 2> "$build/fuzz/$short.log"; then
    echo "$short: failed; see $build/fuzz/$short.log" >&2
    tail -n 40 "$build/fuzz/$short.log" >&2
    status=1
  else
    grep -E 'stat::(number_of_executed_units|peak_rss_mb)' "$build/fuzz/$short.log" || true
  fi
done
exit $status
