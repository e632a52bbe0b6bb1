#!/bin/sh
# Puts Touchstone into your home: no administrator is needed. What it puts there, uninstall.sh takes away again.
#
#   ./install.sh [FOLDER]    into ~/.local where no folder is named
set -eu
prefix=${1:-$HOME/.local}
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
cd "$(dirname "$0")"
own=$prefix/lib/touchstone
list=$own/installed.txt

# A version that is there already goes first.
[ ! -f "$list" ] || "$own/uninstall.sh"

# Folders that this makes are told in the list, with a slash at their end.
made=$(for folder in . lib lib/touchstone $(find bin share -type d); do [ -d "$prefix/$folder" ] || echo "$folder/"; done)
mkdir -p "$own"
{
    [ -z "$made" ] || echo "$made"
    find bin share -type f
    echo lib/touchstone/uninstall.sh
} >"$list"
find bin share -type f | while IFS= read -r file; do
    mkdir -p "$prefix/$(dirname "$file")"
    cp "$file" "$prefix/$file"
done
cp uninstall.sh "$own/uninstall.sh"

# Menus don't look for programs where the shell does. In a desktop entry these letters mean something.
program=$(printf '%s' "$prefix/bin/touchstone" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')
{
    grep -v '^Exec=' share/applications/touchstone.desktop
    printf 'Exec="%s" %%f\n' "$program"
} >"$prefix/share/applications/touchstone.desktop"

update-desktop-database "$prefix/share/applications" 2>/dev/null || true
update-mime-database "$prefix/share/mime" 2>/dev/null || true
gtk-update-icon-cache --quiet --ignore-theme-index "$prefix/share/icons/hicolor" 2>/dev/null || true
echo "Touchstone is in your menu now. To remove it: $own/uninstall.sh"
