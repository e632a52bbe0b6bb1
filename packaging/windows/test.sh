#!/usr/bin/env bash
# Tries the Windows packages under Wine: the program answers as on Linux, its window opens, it installs and goes.
#
#   packaging/windows/test.sh FOLDER    the packages that packaging/windows/build.sh made
#
# Needs Wine for 64 bits, mingw-w64, Xvfb, xdotool, ImageMagick and unzip, and the program for Linux (target/release or
# PROGRAM). Pictures of the window come to target/pictures.
set -euo pipefail
cd "$(dirname "$0")/../.."
packages=$(cd "${1:?the folder of the packages}" && pwd)
version=$(packaging/version.sh)
program=$(realpath "${PROGRAM:-${CARGO_TARGET_DIR:-target}/release/touchstone}")
mkdir -p target/pictures
pictures=$(realpath target/pictures)

for tool in wine wineserver x86_64-w64-mingw32-gcc Xvfb xdotool import unzip; do
    command -v "$tool" >/dev/null || [ -x "/usr/lib/wine/$tool" ] || { echo "skipped: $tool is missing"; exit 0; }
done
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=' LIBGL_ALWAYS_SOFTWARE=1
screen=''
tidy() {
    wineserver_of -k 2>/dev/null || true
    kill $screen 2>/dev/null || true
    [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf "$work"
}
trap tidy EXIT
fail() { echo "FAILED: $*"; exit 1; }
wineserver_of() { if command -v wineserver >/dev/null; then wineserver "$@"; else /usr/lib/wine/wineserver "$@"; fi; }

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
screen=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")
wine wineboot --init >/dev/null 2>&1
drive=$WINEPREFIX/drive_c

# Wine before 9 lacks a library that every Windows has: where it is missing, these lines stand in for it. They are not part
# of any package.
stand_in() {
    [ -f "$drive/windows/system32/bcryptprimitives.dll" ] && return
    cat >"$work/random.c" <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, (ULONG)count); }
END
    x86_64-w64-mingw32-gcc -shared -o "$drive/windows/system32/bcryptprimitives.dll" "$work/random.c" -ladvapi32
}
stand_in

# A folder as users have them.
mine="$drive/Mis datos/año 2017"
mkdir -p "$mine"
unzip -q "$packages/touchstone-$version-windows.zip" -d "$drive/Programas de Íñigo"
exe="$drive/Programas de Íñigo/Touchstone/touchstone.exe"

"$program" sample "$work/sample" >/dev/null
cp "$work/sample"/*revenue.xlsx "$mine/ventas ñ.xlsx"
cp "$work/sample"/*trainings.xlsx "$mine/formación.xlsx"

evaluate() { (cd "$mine" && "$@" evaluate "ventas ñ.xlsx" "formación.xlsx" --as-of 2017-06-27 --format json --lang es); }
evaluate "$program" >"$work/linux.json"
evaluate wine "$exe" >"$work/windows.json"
cmp "$work/linux.json" "$work/windows.json" || fail "Windows and Linux answer otherwise"
echo "evaluate: the same JSON, $(wc -c <"$work/windows.json") bytes"

absolute='C:\Mis datos\año 2017\ventas ñ.xlsx'
wine "$exe" evaluate "$absolute" --pdf 'C:\Mis datos\año 2017\resumen ñ.pdf' --as-of 2017-06-27 >/dev/null || fail "evaluate $absolute"
[ -s "$mine/resumen ñ.pdf" ] || fail "no PDF"
echo "evaluate: paths with spaces and other letters"
status=0
wine "$exe" evaluate 'C:\nowhere.xlsx' >"$work/out" 2>"$work/err" || status=$?
[ $status = 1 ] && [ ! -s "$work/out" ] && grep -q nowhere "$work/err" || fail "a missing file: status $status"

# open NAME PROGRAM ARGUMENTS...: opens a window, takes its picture and closes it.
open() {
    local name=$1 pid window=''
    shift
    wine "$@" >"$work/stdout" 2>"$work/stderr" &
    pid=$!
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name Touchstone 2>/dev/null | head -1) && [ -n "$window" ] && break
        kill -0 $pid 2>/dev/null || break
        sleep 0.2
    done
    [ -n "$window" ] || { cat "$work/stderr"; fail "no window came: $name"; }
    sleep 6
    import -window "$window" "$pictures/windows-$name.png"
    [ "$(identify -format %k "$pictures/windows-$name.png")" -gt 50 ] || fail "the window is blank: $name"
    wineserver_of -k
    wait $pid 2>/dev/null || true
    echo "window: $name, its picture is in target/pictures"
}
open portable "$exe" --sample --lang en

# What an installer may change: the user's files, and what the registry says of programs and file types.
state() {
    (cd "$drive/users" && find . -not -path '*/Temp/*' -not -path '*/AppData/Roaming/Touchstone*' | LC_ALL=C sort)
    for key in 'Classes' 'Microsoft\Windows\CurrentVersion\Uninstall'; do
        wine reg query "HKCU\\Software\\$key" /s | grep -E 'HKEY|REG_' || true
    done
}
state >"$work/before"
wine "$packages/touchstone-$version-windows-setup.exe" /S || fail "the installer"
home=$(find "$drive/users" -path '*/AppData/Local/Programs/Touchstone' -type d | head -1)
[ -f "$home/touchstone.exe" ] || fail "nothing was installed"
[ -n "$(find "$drive/users" -name Touchstone.lnk)" ] || fail "no entry in the start menu"
wine reg query 'HKCU\Software\Classes\.touchstone' | grep -q 'Touchstone\.Workspace' || fail "no file type"
command="\"$(wine winepath -w "$home/touchstone.exe" | tr -d '\r')\" \"%1\""
wine reg query 'HKCU\Software\Classes\Touchstone.Workspace\shell\open\command' | grep -qF "$command" || fail "no file association"
evaluate wine "$home/touchstone.exe" >"$work/installed.json"
cmp "$work/linux.json" "$work/installed.json" || fail "the installed program answers otherwise"
cp tests/fixtures/workspace-1.touchstone "$mine/área de trabajo.touchstone"
# The shell of Wine 8 knows no file types of one user, so the command that stands there is run by hand.
open installed "$home/touchstone.exe" 'C:\Mis datos\año 2017\área de trabajo.touchstone'

wine "$home/uninstall.exe" /S || fail "the uninstaller"
# It goes on in a copy of itself, in Windows' folder for what is passing.
wineserver_of -w
state >"$work/after"
diff "$work/before" "$work/after" || fail "the uninstaller leaves something"
echo "installer: installed, opened a workspace by its file, and gone again"
