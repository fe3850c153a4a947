#!/bin/sh
# Makes the folder of an AppImage of the folder for a stick, then the AppImage, where its tool is.
#
#   ./start package portable --folder dist/papier-libre
#   resources/packaging/linux/appimage/appdir.sh dist/papier-libre dist/PapierLibre.AppDir
#
# The folder is checked for form by tests/packaging/test_recipes.py. The AppImage itself was never
# built: neither appimagetool nor its runtime could be reached where this was written.
set -eu
folder=$1 appdir=$2
here=$(dirname -- "$(readlink -f -- "$0")")
linux=$here/..

mkdir -p "$appdir/usr/share/metainfo"
cp -R "$folder/python" "$folder/lib" "$appdir/"
install -m 755 "$folder/papier-libre.sh" "$appdir/AppRun"
install -m 644 "$linux/papier-libre.desktop" "$linux/../../icon/papier-libre.svg" "$appdir/"
install -m 644 "$linux/papier-libre.metainfo.xml" \
    "$appdir/usr/share/metainfo/fr.papier_libre.PapierLibre.metainfo.xml"
ln -sf papier-libre.svg "$appdir/.DirIcon"

if command -v appimagetool > /dev/null; then
    exec appimagetool --no-appstream "$appdir" "${appdir%.AppDir}.AppImage"
fi
echo "$appdir is ready; appimagetool, which is not here, makes the AppImage of it." >&2
