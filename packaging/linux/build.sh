#!/usr/bin/env bash
# Builds the Linux program and packs it: a .deb for Debian and Ubuntu, and a .tar.gz that runs anywhere.
#
#   packaging/linux/build.sh FOLDER
#
# Needs rsvg-convert, icotool, png2icns, dpkg-deb, dpkg-shlibdeps and python3
# (Debian: librsvg2-bin icoutils icnsutils dpkg-dev python3).
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mkdir -p "${1:?a folder for the packages}" && cd "$1" && pwd)
version=$(packaging/version.sh)
architecture=$(uname -m)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
day=$(date --utc --date="@$SOURCE_DATE_EPOCH" +%F)

cargo build --release --locked
program=${CARGO_TARGET_DIR:-target}/release/touchstone
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# stage FOLDER: everything where the system wants it, below FOLDER.
stage() {
    local size
    install -D --mode=755 "$program" "$1/bin/touchstone"
    install -D --mode=644 packaging/linux/touchstone.desktop "$1/share/applications/touchstone.desktop"
    install -D --mode=644 packaging/linux/touchstone.mime.xml "$1/share/mime/packages/touchstone.xml"
    install -D --mode=644 assets/icon/icon.svg "$1/share/icons/hicolor/scalable/apps/touchstone.svg"
    for size in 16 24 32 48 64 128 256 512; do
        install -D --mode=644 "$work/icons/$size.png" "$1/share/icons/hicolor/${size}x$size/apps/touchstone.png"
    done
    mkdir -p "$1/share/metainfo" "$1/share/man/man1" "$1/share/doc/touchstone"
    filled packaging/linux/touchstone.metainfo.xml >"$1/share/metainfo/touchstone.metainfo.xml"
    filled packaging/linux/touchstone.1 | gzip -9n >"$1/share/man/man1/touchstone.1.gz"
    gzip -9nc packaging/CHANGELOG.md >"$1/share/doc/touchstone/changelog.gz"
    gzip -9nc "$work/libraries.txt" >"$1/share/doc/touchstone/libraries.txt.gz"
    cp packaging/licenses/* "$1/share/doc/touchstone/"
    cp packaging/linux/copyright "$1/share/doc/touchstone/copyright"
    chmod --recursive u=rwX,go=rX "$1"
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

filled() { sed "s/@VERSION@/$version/; s/@DATE@/$day/" "$1"; }

packaging/icons.sh "$work/icons"
packaging/notices.py "$architecture-unknown-linux-gnu" "$work/libraries.txt"

# What the program is linked with the tool finds; what it opens while it runs, a screen's libraries, is told here.
root=$work/deb
stage "$root/usr"
mkdir -p "$work/shlibs/debian" && touch "$work/shlibs/debian/control"
linked=$(cd "$work/shlibs" && dpkg-shlibdeps -O "$root/usr/bin/touchstone" | sed 's/^shlibs:Depends=//')
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: touchstone
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Touchstone team <touchstone@localhost>
Section: misc
Priority: optional
Installed-Size: $(du --summarize --apparent-size --block-size=1K "$root/usr" | cut -f1)
Depends: $linked, libegl1, libgl1, libgl1-mesa-dri, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxkbcommon-x11-0, libxkbcommon0
Recommends: hicolor-icon-theme, shared-mime-info, xdg-desktop-portal-gtk | xdg-desktop-portal-backend, xdg-utils
Suggests: cups-client, fonts-noto-core, fonts-noto-cjk
Description: tells whether a partner competency is reached, and what is missing
 Touchstone reads the spreadsheets that a partner company has already, trainings
 and sales, and tells whether it has reached Silver or Gold in a partner
 competency; if not, exactly what is missing: which exam, for which role, by
 whom, and how much revenue.
END
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum >DEBIAN/md5sums)
touch --date="@$SOURCE_DATE_EPOCH" "$root/DEBIAN" "$root"/DEBIAN/*
dpkg-deb --root-owner-group -Zxz --build "$root" "$out/touchstone_${version}_$(dpkg --print-architecture).deb" >/dev/null

name=touchstone-$version-linux-$architecture
stage "$work/tar/$name"
install --mode=755 packaging/linux/install.sh packaging/linux/uninstall.sh "$work/tar/$name/"
tar --directory "$work/tar" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -c "$name" |
    gzip -9n >"$out/$name.tar.gz"
