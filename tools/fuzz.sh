#!/usr/bin/env bash
# Runs every fuzz target on its seeds and a copy of real files where there are any. A crash is left in BUILD/fuzz and ends with an error.
# Usage: fuzz.sh REPOSITORY BUILD-FOLDER SECONDS-EACH [TARGET…]: all, or only those named.
set -euo pipefail
repo=$1 build=$2 seconds=$3
shared=${CHARTLINE_SHARED_DIR:-$repo/../shared}/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$build/fuzz"
status=0
shift 3
for source in "$repo"/tests/fuzz/fuzz_*.cpp; do
  name=$(basename "$source" .cpp)
  short=${name#fuzz_}
  if [ $# -gt 0 ] && ! printf '%s\n' "$@" | grep -qx "$short"; then continue; fi
  corpus=$work/$short
  mkdir -p "$corpus"
  cp "$repo/tests/fuzz/seeds/$short"/* "$corpus/"
  case $short in
    zip | codecs) real=() ;;
    dicom | worker) real=("$shared/imaging" -type f -size -64k) every=20 ;;
    *) real=("$shared/fhir" -type f -size -64k '(' -name '*.json' -o -name '*.xml' ')') every=10 ;;
  esac
  if [ ${#real[@]} != 0 ] && [ -d "${real[0]}" ]; then
    find "${real[@]}" | sort | awk -v every="$every" 'NR % every == 0' \
      | while read -r file; do cp -- "$file" "$corpus/real-$(printf '%s' "$file" | sha256sum | cut -c1-16)"; done
  fi
  echo "== $short, $seconds s"
  # A codec that asks for more memory than a worker may have (4 GB of addresses) is told that there is none, as there.
  if ! ASAN_OPTIONS=allocator_may_return_null=1:max_allocation_size_mb=2048 \
      "$build/bin/$name" -malloc_limit_mb=1000000 -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
      -artifact_prefix="$build/fuzz/$short-" "$corpus" 2> "$build/fuzz/$short.log"; then
    echo "$short: failed; see $build/fuzz/$short.log" >&2
    tail -n 40 "$build/fuzz/$short.log" >&2
    status=1
  else
    grep -E 'stat::(number_of_executed_units|peak_rss_mb)' "$build/fuzz/$short.log" || true
  fi
done
exit $status
