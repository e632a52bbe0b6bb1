#!/bin/bash
# How long the window takes to its first frame with an empty workspace, how much memory it has then, and what it does when idle:
#   cargo build --release && bash tests/bench/start.sh [PROGRAM]
# Needs Xvfb and xdotool. The window is shown only once its first frame is painted; here software paints it.
set -eu
cd "$(dirname "$0")/../.."
program=${1:-target/release/touchstone}
screen=${SCREEN_NUMBER:-97}
home=$(mktemp -d)
Xvfb ":$screen" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
window=
trap 'kill $window $server 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=":$screen" TOUCHSTONE_HOME="$home" LIBGL_ALWAYS_SOFTWARE=1
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.05; done

now() { date +%s%3N; }
# CPU time so far, in hundredths of a second.
ticks() { awk '{ print $14 + $15 }' "/proc/$window/stat"; }
memory() { awk '/^(VmRSS|VmHWM)/ { printf "%s %d MB  ", $1, $2 / 1024 }' "/proc/$window/status"; }
begin() {
    begun=$(now)
    "$program" >/dev/null 2>&1 &
    window=$!
    until xdotool search --onlyvisible --pid "$window" >/dev/null 2>&1; do
        kill -0 "$window"
        sleep 0.005
    done
    echo $(($(now) - begun))
}

times=$(for _ in 1 2 3 4 5 6 7 8 9; do
    begin
    kill "$window"
    wait "$window" 2>/dev/null || true
done | sort -n)
echo "first frame: $(echo "$times" | sed -n 5p) ms in the middle of nine, $(echo "$times" | tail -1) ms at most"
begin >/dev/null
sleep 3
echo "memory: $(memory)"
before=$(ticks)
sleep 10
echo "idle: $(($(ticks) - before)) hundredths of a second of CPU in 10 s"
