#!/usr/bin/env bash
# Builds the Windows program and packs it: a .zip with one exe, and an installer.
#
#   packaging/windows/build.sh FOLDER
#
# Needs makensis, zip and mingw-w64 (Debian: nsis zip gcc-mingw-w64-x86-64), and Rust with the standard library for
# x86_64-pc-windows-gnu (rustup target add). Where Rust comes from Debian, its rust-web-src is built along.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mkdir -p "${1:?a folder for the packages}" && cd "$1" && pwd)
version=$(packaging/version.sh)
target=x86_64-pc-windows-gnu

for tool in x86_64-w64-mingw32-gcc makensis zip; do
    command -v "$tool" >/dev/null || { echo "$tool is missing (Debian: apt-get install gcc-mingw-w64-x86-64 nsis zip)" >&2; exit 1; }
done

standard_library=()
if ! ls "$(rustc --print target-libdir --target $target)"/libstd-*.rlib >/dev/null 2>&1; then
    # Debian's Rust has the standard library as source.
    if [ -d /usr/lib/rustlib/src/rust/library ]; then
        export PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1
        standard_library=(-Zbuild-std=std,panic_abort)
    else
        echo "Rust's standard library for $target is missing (rustup target add $target; Debian: apt-get install rustc-web cargo-web rust-web-src)" >&2
        exit 1
    fi
fi
# A program that brings what mingw would want as a library of its own.
export RUSTFLAGS="${RUSTFLAGS:-} -Clink-arg=-static"
cargo build --profile shipped --locked --target $target "${standard_library[@]}"
exe=${CARGO_TARGET_DIR:-target}/$target/shipped/touchstone.exe

foreign=$(x86_64-w64-mingw32-objdump -p "$exe" | awk '/DLL Name:/ { print tolower($3) }' | grep -E '^(lib|msys|cyg|vcruntime|msvcp)' || true)
[ -z "$foreign" ] || { echo "the program needs what Windows does not have: $foreign" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/Touchstone
mkdir "$folder"
cp "$exe" "$folder/touchstone.exe"
cp packaging/licenses/* "$folder/"
packaging/notices.py $target "$folder/libraries.txt"
rm -f "$out/touchstone-$version-windows.zip"
(cd "$work" && find Touchstone -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} + && zip -q -X -9 -r "$out/touchstone-$version-windows.zip" Touchstone)

size=$(($(stat -c %s "$exe") / 1024))
makensis -V2 -INPUTCHARSET UTF8 -DROOT="$PWD" -DVERSION="$version" -DSIZE="$size" \
    -DPROGRAM="$folder" -DOUTPUT="$out/touchstone-$version-windows-setup.exe" packaging/windows/installer.nsi
