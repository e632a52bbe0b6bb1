#!/bin/sh
# Saves to a full disk and to one that can't be written to. Needs root, for the two small disks: sh tests/disks.sh
set -eu
cd "$(dirname "$0")/.."
small=$(mktemp -d)
fixed=$(mktemp -d)
trap 'umount "$small" "$fixed"; rmdir "$small" "$fixed"' EXIT
mount -t tmpfs -o size=400k tmpfs "$small"
mount -t tmpfs -o size=1m tmpfs "$fixed"
cp tests/fixtures/workspace-1.touchstone "$fixed/year.touchstone"
mount -o remount,ro "$fixed"
TOUCHSTONE_SMALL_DISK=$small cargo test --test it where_the_disk_is_full -- --ignored --nocapture
TOUCHSTONE_READ_ONLY_DISK=$fixed cargo test --test it where_the_disk_is_read_only -- --ignored --nocapture
