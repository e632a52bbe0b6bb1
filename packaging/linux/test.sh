#!/usr/bin/env bash
# Tries the Linux packages in a clean Debian 12: they install, answer, open their window and go without a trace.
#
#   packaging/linux/test.sh FOLDER    the packages that packaging/linux/build.sh made
#
# Needs root, debootstrap, Xvfb, xdotool and ImageMagick. Debian comes from DEBIAN_MIRROR, or from where this system gets it.
# Pictures of the window come to target/pictures.
set -euo pipefail
cd "$(dirname "$0")/../.."
packages=$(cd "${1:?the folder of the packages}" && pwd)
version=$(packaging/version.sh)
architecture=$(dpkg --print-architecture)
deb=$packages/touchstone_${version}_$architecture.deb
tar=$packages/touchstone-$version-linux-$(uname -m).tar.gz

[ "$(id -u)" = 0 ] || { echo "skipped: only root makes a Debian to try in"; exit 0; }
for tool in debootstrap Xvfb xdotool import identify; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 0; }
done
mkdir -p target/pictures
pictures=$(realpath target/pictures)
work=$(mktemp -d)
root=$work/debian
screen=''
tidy() {
    kill $screen 2>/dev/null || true
    # The folders of this system that are seen from inside must be out of it before anything is deleted.
    for folder in proc tmp/.X11-unix; do ! mountpoint -q "$root/$folder" || umount "$root/$folder"; done
    [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf --one-file-system "$work"
}
trap tidy EXIT
fail() { echo "FAILED: $*"; exit 1; }

# A Debian with nothing but its base, the screen of this system, and a user.
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Codename: bookworm' | head -1)}
debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 ||
    { tail "$work/debootstrap.log"; fail "debootstrap"; }
mount -t proc proc "$root/proc"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
screen=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$work/display")
mkdir -m 1777 "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
home='/home/Ana Núñez'
mine="$home/Mis datos/año 2017"
mkdir -p "$root$mine"
chown -R 1000:1000 "$root$home"

clean=(env -i LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin DISPLAY="$DISPLAY" LIBGL_ALWAYS_SOFTWARE=1)
# inside COMMAND...: as the administrator; as_user COMMAND...: as the user, among their data.
inside() { "${clean[@]}" HOME=/root DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
as_user() {
    "${clean[@]}" HOME="$home" chroot --userspec=1000:1000 "$root" sh -c 'cd "$0" && exec "$@"' "$mine" "$@"
}
get() { inside apt-get -y --no-install-recommends "$@" >"$work/apt.log" 2>&1 || { tail "$work/apt.log"; fail "apt-get $*"; }; }
get update

# evaluates NAME PROGRAM: the program inside answers as the same one outside.
evaluates() {
    local arguments=("ventas ñ.xlsx" "formación.xlsx" --as-of 2017-06-27 --format json --lang es)
    as_user "$2" evaluate "${arguments[@]}" >"$work/inside.json"
    (cd "$root$mine" && "$outside" evaluate "${arguments[@]}") >"$work/outside.json"
    cmp "$work/outside.json" "$work/inside.json" || fail "$1: another answer than outside"
    as_user "$2" evaluate "$mine/ventas ñ.xlsx" --as-of 2017-06-27 --pdf "$mine/resumen ñ.pdf" >/dev/null
    [ -s "$root$mine/resumen ñ.pdf" ] || fail "$1: no PDF"
    echo "$1: the same JSON, $(wc -c <"$work/inside.json") bytes, from paths with spaces and other letters"
}

# opens NAME PROGRAM ARGUMENTS...: the program opens a window that shows something.
opens() {
    local name=$1 picture=$pictures/linux-$1.png pid window=''
    shift
    as_user "$@" >"$work/window.log" 2>&1 &
    pid=$!
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name Touchstone 2>/dev/null | head -1) && [ -n "$window" ] && break
        kill -0 $pid 2>/dev/null || break
        sleep 0.1
    done
    [ -n "$window" ] || { cat "$work/window.log"; fail "$name: no window came"; }
    for _ in $(seq 20); do
        sleep 1
        import -window "$window" "$picture"
        [ "$(identify -format %k "$picture")" -lt 50 ] || break
    done
    [ "$(identify -format %k "$picture")" -ge 50 ] || fail "$name: the window is blank"
    # What opens files may say so.
    ! grep -v '^Opening ' "$work/window.log" || fail "$name: the window complains"
    kill "$(xdotool getwindowpid "$window")"
    wait $pid 2>/dev/null || true
    echo "$name: the window opens; its picture is in target/pictures"
}

# All files, but for those in which Debian itself remembers what was ever there.
files() {
    (cd "$root" && find . -xdev \( -path './home' -o -path './tmp' -o -path './proc' -o -path './var/log' \
        -o -path './var/lib/apt' -o -path './var/cache/apt' -o -path './var/lib/dpkg' \
        -o -path './var/cache/debconf' -o -path './var/cache/ldconfig' \) -prune -o -print | LC_ALL=C sort)
}
# The program in the portable package is the one that answers outside.
tar --directory "$work" -xzf "$tar"
unpacked=$work/touchstone-$version-linux-$(uname -m)
outside=$unpacked/bin/touchstone

files >"$work/bare"
cp "$deb" "$root/tmp/"
get install "/tmp/${deb##*/}"
as_user touchstone sample "$mine" >/dev/null
(cd "$root$mine" && mv ./*revenue.xlsx "ventas ñ.xlsx" && mv ./*trainings.xlsx "formación.xlsx")
evaluates deb touchstone
opens deb touchstone --sample --lang en

# What a desktop brings, and what tells about menus, types and manuals.
get install shared-mime-info xdg-utils desktop-file-utils hicolor-icon-theme libfile-mimeinfo-perl appstream man-db
inside desktop-file-validate /usr/share/applications/touchstone.desktop || fail "the desktop entry"
inside appstreamcli validate --no-net /usr/share/metainfo/touchstone.metainfo.xml >"$work/appstream" || { cat "$work/appstream"; fail "the metadata"; }
cp tests/fixtures/workspace-1.touchstone "$root$mine/área de trabajo.touchstone"
type=$(as_user xdg-mime query filetype "$mine/área de trabajo.touchstone")
[ "$type" = application/x-touchstone ] || fail "a workspace is taken for $type"
default=$(as_user xdg-mime query default application/x-touchstone)
[ "$default" = touchstone.desktop ] || fail "workspaces are opened by $default"
inside man --where touchstone | grep -q touchstone.1 || fail "no page in the manual"
opens file xdg-open "$mine/área de trabajo.touchstone"
echo "deb: in the menu, in the manual, and workspaces open by double-click"

get purge touchstone
traces=$(inside find / -xdev -iname '*touchstone*' -not -path '/home/*' -not -path '/tmp/*' -not -path '/proc/*')
[ -z "$traces" ] || fail "deb: left behind: $traces"
traces=$(inside grep -rlsi touchstone /etc /usr/share /var/lib/dpkg/info /var/lib/dpkg/status /var/lib/systemd || true)
[ -z "$traces" ] || fail "deb: still told of in $traces"
echo "deb: purged, and nothing of it is left"

# The portable package: run as it is, then put into the user's home, twice as for a new version, and taken away.
cp -r "$unpacked" "$root$home/Touchstone ñ"
evaluates tar.gz "$home/Touchstone ñ/bin/touchstone"
chown -R 1000:1000 "$root$home"
# Settings and what the program and Mesa keep by themselves stay where they are.
homes() { (cd "$root$home" && find . \( -path ./.config -o -path ./.cache -o -path ./.local/share/touchstone \) -prune -o -print | LC_ALL=C sort); }
rm -rf "$root$home"/.config "$root$home"/.cache "$root$home"/.local
homes >"$work/before"
as_user "$home/Touchstone ñ/install.sh" >/dev/null
as_user "$home/Touchstone ñ/install.sh" >/dev/null
rm -r "$root$home/Touchstone ñ"
evaluates install.sh "$home/.local/bin/touchstone"
as_user desktop-file-validate "$home/.local/share/applications/touchstone.desktop" || fail "the desktop entry in the home"
type=$(as_user xdg-mime query filetype "$mine/área de trabajo.touchstone")
[ "$type" = application/x-touchstone ] || fail "a workspace is taken for $type in the home"
opens home xdg-open "$mine/área de trabajo.touchstone"
as_user "$home/.local/lib/touchstone/uninstall.sh"
homes | diff <(grep -v '^./Touchstone ñ' "$work/before") - || fail "uninstall.sh leaves something"
echo "install.sh: in the home, opened a workspace by its file, and gone again"

# Without what came with the package, Debian is as bare as before.
get -o APT::AutoRemove::RecommendsImportant=false -o APT::AutoRemove::SuggestsImportant=false autoremove --purge \
    shared-mime-info xdg-utils desktop-file-utils hicolor-icon-theme libfile-mimeinfo-perl appstream man-db
files | diff "$work/bare" - || fail "more is left than there was"
echo "deb: Debian is as bare as before"
