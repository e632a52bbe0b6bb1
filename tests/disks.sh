#!/bin/sh
# Saves and exports to a full disk, to one that can't be written to, and to a share that only some may write to. Needs root, for the
# disks: sh tests/disks.sh
set -eu
cd "$(dirname "$0")/.."
small=$(mktemp -d)
full=$(mktemp -d)
fixed=$(mktemp -d)
share=$(mktemp -d)
shown=$(mktemp -d)
trap 'umount "$small" "$full" "$fixed" "$shown" "$share"; rmdir "$small" "$full" "$fixed" "$shown" "$share"' EXIT
mount -t tmpfs -o size=400k tmpfs "$small"
mount -t tmpfs -o size=100k tmpfs "$full"
mount -t tmpfs -o size=1m tmpfs "$fixed"
mount -t tmpfs -o size=1m tmpfs "$share"
cp tests/fixtures/workspace-1.touchstone "$fixed/year.touchstone"
cp tests/fixtures/workspace-1.touchstone "$share/year.touchstone"
mount -o remount,ro "$fixed"
mount --bind "$share" "$shown"
mount -o remount,bind,ro "$shown"
test() {
    cargo test --test it "$1" -- --ignored --nocapture
}
TOUCHSTONE_SMALL_DISK=$small test where_the_disk_is_full
TOUCHSTONE_FULL_DISK=$full test an_export_to_a_full_disk
TOUCHSTONE_READ_ONLY_DISK=$fixed test an_export_to_a_read_only_disk
TOUCHSTONE_READ_ONLY_DISK=$fixed test where_the_disk_is_read_only
TOUCHSTONE_SHARE=$share TOUCHSTONE_READ_ONLY_SHARE=$shown test who_may_only_read_the_folder
