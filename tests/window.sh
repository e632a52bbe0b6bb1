#!/usr/bin/env bash
# Opens the real window on a screen that nobody sees, clicks through it and looks at it.
#
#   tests/window.sh            all that must hold: pages open by keyboard and mouse, in both languages; three pages look as
#                              in tests/fixtures/pictures, light and dark; nothing on stderr; an idle window does nothing;
#                              a workspace that is opened twice comes forward in its one window
#   tests/window.sh record     takes those pictures anew
#   tests/window.sh tour       takes README's pictures anew
#
# PROGRAM names another program than target/debug/touchstone. Where something is missing that it needs, it says so and
# ends well: only a window that is there can be wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-check}
program=${PROGRAM:-${CARGO_TARGET_DIR:-target}/debug/touchstone}
stored=tests/fixtures/pictures
width=1280 height=800

# Keys of the pages: Ctrl and their place here.
pages=(overview checklist people revenue sources rules history settings)
# The pages whose looks are stored.
looks=(overview checklist people)
# What Mesa, winit and the portal of file dialogs say on machines without a graphics card, a sound server, a session.
harmless='^(libEGL warning: |MESA: |libGL error: |Xlib:  extension|dbus|\[.*(winit|zbus|sctk))'
# Other versions of Mesa draw edges a little differently: so many of a thousand pixels may differ.
tolerance=5

for tool in Xvfb openbox xdotool import compare; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing (apt-get install xvfb openbox xdotool imagemagick)"; exit 0; }
done
[ -x "$program" ] || { echo "$program is missing: cargo build"; exit 1; }

work=$(mktemp -d)
screen='' manager='' window='' pid=''
tidy() {
    kill $pid $manager $screen 2>/dev/null || true
    wait 2>/dev/null || true
    [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf "$work"
}
trap tidy EXIT

fail() {
    echo "FAILED: $*"
    [ -s "$work/stderr" ] && sed 's/^/    stderr: /' "$work/stderr"
    mkdir -p target/pictures && cp "$work"/*.png target/pictures/ 2>/dev/null && echo "    pictures are in target/pictures"
    exit 1
}

open_screen() {
    Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    screen=$!
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    [ -s "$work/display" ] || { echo "skipped: Xvfb does not start"; exit 0; }
    export DISPLAY=:$(cat "$work/display") LIBGL_ALWAYS_SOFTWARE=1
    unset WAYLAND_DISPLAY
    openbox >/dev/null 2>&1 &
    manager=$!
    sleep 0.5
}

# start COLOURS ARGUMENTS...: opens the window, in a home of its own, at its size and with the pointer beside it.
start() {
    local colours=$1
    shift
    rm -rf "$work/home" && mkdir "$work/home"
    echo "{\"colours\": \"$colours\"}" >"$work/home/preferences.json"
    TOUCHSTONE_HOME="$work/home" "$program" "$@" >"$work/stdout" 2>"$work/stderr" &
    pid=$!
    window=''
    for _ in $(seq 200); do
        kill -0 $pid 2>/dev/null || fail "the program ended at once"
        window=$(xdotool search --onlyvisible --pid $pid --name Touchstone 2>/dev/null | head -1) && [ -n "$window" ] && break
        sleep 0.05
    done
    [ -n "$window" ] || fail "no window came"
    xdotool windowsize "$window" $width $height windowmove "$window" 20 40 windowfocus "$window" mousemove 1390 890
    look start-$colours
    echo "started: $colours $*, CPU $(ticks)0 ms until at rest"
}

# look NAME: a picture of the window once it has come to rest.
look() {
    local before=''
    for _ in $(seq 40); do
        sleep 0.12
        import -window "$window" "$work/$1.png" 2>/dev/null || fail "no picture of the window"
        local now=$(identify -format '%#' "$work/$1.png")
        [ "$now" = "$before" ] && return
        before=$now
    done
    fail "the window does not come to rest"
}

colours_of() { identify -format '%k' "$work/$1.png"; }
sum_of() { identify -format '%#' "$work/$1.png"; }
# The CPU time of the program and its children, in hundredths of a second.
ticks() { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$pid/stat"; }

# all_pages NAME: opens every page by its keys; each must look like no other.
all_pages() {
    local place=0 sums=''
    for page in "${pages[@]}"; do
        place=$((place + 1))
        xdotool key --clearmodifiers ctrl+$place
        look "$page-$1"
        [ "$(colours_of "$page-$1")" -gt 50 ] || fail "$page is blank"
        sums+="$(sum_of "$page-$1")"$'\n'
    done
    [ "$(sort -u <<<"$sums" | grep -c .)" = ${#pages[@]} ] || fail "two pages look the same"
    echo "pages by keyboard: ${#pages[@]}"
}

# Clicks down the sidebar, and on the settings at its foot; as many pages must come to light as there are.
click_sidebar() {
    local sums='' y
    for y in $(seq 120 30 420) $((height - 53)); do
        xdotool key Escape mousemove --window "$window" 60 "$y" click 1 mousemove 1390 890
        look clicked
        sums+="$(sum_of clicked)"$'\n'
    done
    local found=$(sort -u <<<"$sums" | grep -c .)
    [ "$found" -ge ${#pages[@]} ] || fail "clicks down the sidebar open only $found pages"
    echo "pages by mouse: $found"
}

idle() {
    local before=$(ticks)
    sleep 10
    local spent=$(($(ticks) - before))
    [ $spent -lt 10 ] || fail "idle, the window used ${spent}0 ms of CPU in 10 s"
    echo "idle: ${spent}0 ms of CPU in 10 s"
}

# The file is open in the window: a second start ends at once, and the window comes forward.
open_twice() {
    xdotool windowminimize --sync "$window"
    TOUCHSTONE_HOME="$work/home" timeout 20 "$program" "$1" || fail "a second start on the same workspace ended with status $?"
    for _ in $(seq 100); do
        [ "$(xdotool getactivewindow 2>/dev/null || true)" = "$window" ] && break
        sleep 0.1
    done
    [ "$(xdotool getactivewindow 2>/dev/null || true)" = "$window" ] || fail "the window did not come forward"
    echo "opened twice: one window, in front"
}

# Closes the window as its frame's button does, and looks how the program ended.
close() {
    xdotool windowfocus "$window" key alt+F4
    for _ in $(seq 100); do kill -0 $pid 2>/dev/null || break; sleep 0.1; done
    kill -0 $pid 2>/dev/null && fail "the window does not close"
    local status=0
    wait $pid || status=$?
    [ $status = 0 ] || fail "the program ended with status $status"
    if grep -vE "$harmless" "$work/stderr" | grep .; then fail "something on stderr"; fi
    pid=''
}

# compare_looks COLOURS: whether the pages look as they are stored.
compare_looks() {
    local page
    for page in "${looks[@]}"; do
        [ -f "$stored/$page-$1.png" ] || fail "no picture of $page in $1 is stored: tests/window.sh record"
        local different
        different=$(compare -metric AE -fuzz 8% "$work/$page-$1.png" "$stored/$page-$1.png" "$work/$page-$1-different.png" 2>&1 || true)
        [[ $different =~ ^[0-9]+$ ]] || fail "$page in $1 has another size than the stored picture"
        echo "looks: $page in $1, $different pixels differ"
        [ "$different" -le $((width * height * tolerance / 1000)) ] || fail "$page in $1 looks otherwise; if so it should, tests/window.sh record"
    done
}

record() {
    mkdir -p "$stored"
    for page in "${looks[@]}"; do convert "$work/$page-$1.png" -strip +dither -colors 256 -define png:compression-level=9 "PNG8:$stored/$page-$1.png"; done
}

open_screen
case $mode in
check)
    start light --sample --lang en
    all_pages light
    click_sidebar
    idle
    close
    compare_looks light
    start dark --sample --lang en
    all_pages dark
    close
    compare_looks dark
    start light --sample --lang es
    all_pages es
    close
    cp tests/fixtures/workspace-1.touchstone "$work/año 1.touchstone"
    start light "$work/año 1.touchstone"
    open_twice "$work/año 1.touchstone"
    close
    for page in "${pages[@]}"; do
        [ "$(sum_of "$page-es")" != "$(sum_of "$page-light")" ] || fail "$page looks the same in both languages"
    done
    ;;
record)
    for colours in light dark; do
        start $colours --sample --lang en
        all_pages $colours
        close
        record $colours
    done
    ;;
tour)
    start light --sample --lang en
    all_pages light
    close
    for page in "${pages[@]}"; do convert "$work/$page-light.png" -strip "assets/screenshots/$page.png"; done
    start light --sample --lang es
    convert "$work/start-light.png" -strip assets/screenshots/overview-es.png
    close
    start light --lang en
    convert "$work/start-light.png" -strip assets/screenshots/empty.png
    close
    ;;
*)
    echo "check, record or tour, not $mode"
    exit 2
    ;;
esac
echo "window: done in $SECONDS s"
