#!/bin/sh
# Takes away what install.sh put into your home. Your workspaces and settings stay.
#
#   uninstall.sh [FOLDER]    from the folder that it was installed in
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case $here in
*/lib/touchstone) prefix=${here%/lib/touchstone} ;;
*) prefix=${1:-$HOME/.local} ;;
esac
list=$prefix/lib/touchstone/installed.txt
[ -f "$list" ] || { echo "Touchstone is not installed in $prefix." >&2; exit 1; }
entries=$(LC_ALL=C sort -r "$list")
rm "$list"

printf '%s\n' "$entries" | grep -v '/$' | while IFS= read -r file; do
    rm -f "$prefix/$file"
done

# What systems remember of all programs is made anew, or goes too where no program is left to remember.
update-desktop-database "$prefix/share/applications" 2>/dev/null || true
update-mime-database "$prefix/share/mime" 2>/dev/null || true
gtk-update-icon-cache --quiet --ignore-theme-index "$prefix/share/icons/hicolor" 2>/dev/null || true
none() { [ -z "$(find "$prefix/share/$1" -name "$2" 2>/dev/null)" ]; }
! none applications '*.desktop' || rm -f "$prefix/share/applications/mimeinfo.cache"
! none icons/hicolor '*.??g' || rm -f "$prefix/share/icons/hicolor/icon-theme.cache"
! none mime/packages '*.xml' || ! printf '%s\n' "$entries" | grep -qx share/mime/ || rm -rf "$prefix/share/mime"

# Of the folders that it made, those that nobody else uses by now.
printf '%s\n' "$entries" | grep '/$' | while IFS= read -r folder; do
    rmdir "$prefix/${folder#./}" 2>/dev/null || true
done
