#!/usr/bin/env bash
# Makes the icons of every system from assets/icon/icon.svg.
#
#   packaging/icons.sh FOLDER    PNGs of all sizes, touchstone.ico and touchstone.icns, into FOLDER
#   packaging/icons.sh assets    assets/icon/touchstone.ico and .icns anew, which the programs for Windows and macOS take
#
# Needs rsvg-convert, icotool and png2icns (Debian: librsvg2-bin icoutils icnsutils).
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in rsvg-convert icotool png2icns; do
    command -v "$tool" >/dev/null || { echo "$tool is missing (Debian: apt-get install librsvg2-bin icoutils icnsutils)" >&2; exit 1; }
done

target=${1:?a folder, or assets}
folder=$target
[ "$target" = assets ] && folder=$(mktemp -d)
mkdir -p "$folder/macos"

sizes=(16 24 32 48 64 128 256 512)
for size in "${sizes[@]}"; do
    rsvg-convert --width "$size" --height "$size" assets/icon/icon.svg --output "$folder/$size.png"
    # On macOS icons stand within a margin.
    inner=$((size * 824 / 1024))
    margin=$(((size - inner) / 2))
    rsvg-convert --width $inner --height $inner --page-width "$size" --page-height "$size" --left $margin --top $margin \
        assets/icon/icon.svg --output "$folder/macos/$size.png"
done
# Windows takes PNG inside of it for the largest only; what is smaller is stored plain for old programs.
icotool --create --output "$folder/touchstone.ico" "$folder"/{16,24,32,48,64}.png --raw="$folder/256.png"
png2icns "$folder/touchstone.icns" "$folder"/macos/{16,32,128,256,512}.png >/dev/null
rm -r "$folder/macos"

if [ "$target" = assets ]; then
    cp "$folder"/touchstone.{ico,icns} assets/icon/
    rm -r "$folder"
fi
