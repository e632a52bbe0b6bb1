#!/usr/bin/env bash
# Builds the packages that users download, from a clean clone, and says their sizes.
#
#   packaging/build.sh [linux] [windows] [macos]     linux and windows where none is named
#
# They come to target/packages, or to the folder in OUT. What each needs its own script tells: packaging/*/build.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${OUT:-${CARGO_TARGET_DIR:-target}/packages}
mkdir -p "$out"
# The same source gives the same packages.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}
[ $# -gt 0 ] || set -- linux windows
for system in "$@"; do
    case $system in
    linux | windows | macos) packaging/"$system"/build.sh "$out" ;;
    *)
        echo "linux, windows or macos, not $system" >&2
        exit 2
        ;;
    esac
done
cd "$out"
find . -maxdepth 1 -type f -name 'touchstone*' | LC_ALL=C sort | while read -r file; do
    wc -c <"$file" | awk -v name="${file#./}" '{ printf "%8.1f MB  %s\n", $1 / 1e6, name }'
done
sha256sum touchstone* 2>/dev/null >SHA256SUMS || shasum -a 256 touchstone* >SHA256SUMS
