#!/bin/bash
# Saves to a disk that takes two seconds for each thing it is told to keep: the window goes on meanwhile, the old file stays until
# the new one is whole, and a window that is closed goes once it is saved:
#   bash tests/slow_disk.sh [PROGRAM]
# Needs Xvfb, openbox, xdotool, ImageMagick and strace.
set -eu
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/touchstone}")
screen=${SCREEN_NUMBER:-98}
folder=$(mktemp -d)
file=$folder/year.touchstone
cp tests/fixtures/workspace-1.touchstone "$file"
Xvfb ":$screen" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
traced=
trap 'kill $traced $server 2>/dev/null; rm -rf "$folder"' EXIT
export DISPLAY=":$screen" TOUCHSTONE_HOME="$folder/home" LIBGL_ALWAYS_SOFTWARE=1
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.1; done
openbox >/dev/null 2>&1 &
strace -f -o "$folder/calls" -e trace=fsync -e inject=fsync:delay_enter=2000000 "$program" "$file" >/dev/null 2>&1 &
traced=$!

fail() { echo "FAILED: $1"; exit 1; }
look() { import -window root rgba:- | md5sum; }
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'year.touchstone' | head -1)
xdotool windowactivate --sync "$window"
# What is remembered of the opening comes first.
sleep 6

xdotool key ctrl+s
sleep 1
saving=$(look)
xdotool key ctrl+3
sleep 0.5
[ "$saving" != "$(look)" ] || fail "the window shows no other page while it saves"
cmp -s "$file" tests/fixtures/workspace-1.touchstone || fail "the old file is gone before the new one is whole"
echo "while it saves the window goes on, and the old file is whole"

asked=$(date +%s%3N)
xdotool key alt+F4
sleep 0.5
kill -0 "$traced" || fail "the window went before it was saved"
timeout 60 tail --pid="$traced" -f /dev/null || fail "the window stays"
echo "closed, it goes after $(($(date +%s%3N) - asked)) ms"
cmp -s "$folder/year.backup.touchstone" tests/fixtures/workspace-1.touchstone || fail "there is no backup"
cmp -s "$file" tests/fixtures/workspace-1.touchstone && fail "it is not saved"
[ -z "$(find "$folder" -name '*.saving-*' -o -name '.*.lock')" ] || fail "something is left"
[ -z "$(find "$folder/home" -path '*autosaves/*')" ] || fail "what is saved is offered again"
echo "then it is saved, with the version before beside it: $(grep -c DELAYED "$folder/calls") slow writes"
