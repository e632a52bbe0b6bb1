#!/usr/bin/env bash
# Builds the macOS program for both kinds of processor and packs it: a .dmg with Touchstone.app. It has not been run yet.
#
#   packaging/macos/build.sh FOLDER
#
# Runs on a Mac. Needs Xcode's command line tools, and Rust with the standard library for aarch64-apple-darwin and
# x86_64-apple-darwin (rustup target add).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "macOS packages are made on a Mac" >&2; exit 1; }
out=$(mkdir -p "${1:?a folder for the packages}" && cd "$1" && pwd)
version=$(packaging/version.sh)
# The oldest macOS that the program is built for.
export MACOSX_DEPLOYMENT_TARGET=11.0

programs=()
for target in aarch64-apple-darwin x86_64-apple-darwin; do
    cargo build --release --locked --target $target
    programs+=("${CARGO_TARGET_DIR:-target}/$target/release/touchstone")
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/Touchstone
app=$folder/Touchstone.app
window=$app/Contents/Helpers/Touchstone.app

filled() { sed "s/@VERSION@/$version/; s/@MINIMUM@/$MACOSX_DEPLOYMENT_TARGET/" "packaging/macos/$1"; }

# The launcher has an `open` handler, and so its program is called droplet, as Info.plist says. Its own icon goes.
mkdir "$folder"
osacompile -o "$app" packaging/macos/launcher.applescript
rm -f "$app"/Contents/Resources/{droplet.icns,droplet.rsrc,Assets.car}
filled Info.plist >"$app/Contents/Info.plist"
cp packaging/licenses/* "$app/Contents/Resources/"
packaging/notices.py aarch64-apple-darwin "$app/Contents/Resources/libraries.txt"

mkdir -p "$window/Contents/MacOS" "$window/Contents/Resources"
filled Window.plist >"$window/Contents/Info.plist"
lipo -create "${programs[@]}" -output "$window/Contents/MacOS/touchstone"

# Without any signature a Mac refuses what was downloaded; this one says that nothing was changed, not who made it.
for bundle in "$window" "$app"; do
    cp assets/icon/touchstone.icns "$bundle/Contents/Resources/"
    plutil -lint "$bundle/Contents/Info.plist" >/dev/null
    codesign --force --sign - "$bundle"
done
codesign --verify --deep --strict "$app"
"$window/Contents/MacOS/touchstone" --version

ln -s /Applications "$folder/Applications"
hdiutil create -volname Touchstone -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$out/touchstone-$version-macos.dmg" >/dev/null
