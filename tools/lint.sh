#!/usr/bin/env bash
# clang-format, clang-tidy and the size rules; called by ./dev lint inside the build environment: lint.sh REPOSITORY BUILD JOBS
set -euo pipefail
repository=$1
build=$2
jobs=$3
cd "$repository"
mapfile -t sources < <(git ls-files '*.cpp' '*.h')
echo "clang-format: ${#sources[@]} files"
clang-format --dry-run -Werror "${sources[@]}"
# Generated headers (moc, resources) have to be there for clang-tidy to read the sources.
mapfile -t generated < <(ninja -C "$build" -t targets all | sed -n 's/^\(chartline[a-z_]*_autogen\): .*/\1/p')
cmake --build "$build" -j "$jobs" --target "${generated[@]}"
echo "clang-tidy"
mapfile -t checked < <(git ls-files '*.cpp' | grep -v '^tests/')
python3 "$repository/tools/tidy.py" "$repository" "$build" "$jobs" "${checked[@]}"
echo "lint: clean"
