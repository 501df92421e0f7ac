#!/usr/bin/env bash
# One file for every Linux with the C library of the building machine or a newer one. After packaging/build.py.
# Run here up to and with the start of the folder's AppRun; packing was not run here: appimagetool comes from
# https://github.com/AppImage/appimagetool, which only the machine of a release reaches.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import runpy; print(runpy.run_path("studio/__init__.py")["__version__"])')
app=build/NightshiftStudio.AppDir name=studio.nightshift.Nightshift

rm -rf "$app"
mkdir -p "$app/usr/lib" "$app/usr/bin"
cp -al build/frozen/nightshift-studio "$app/usr/lib/"
cp -r build/share "$app/usr/share"
ln -s ../lib/nightshift-studio/nightshift "$app/usr/bin/nightshift"
ln -s "usr/share/applications/$name.desktop" "$app/$name.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$name.png" "$app/$name.png"
ln -s usr/bin/nightshift "$app/AppRun"
[ "${1:-}" = folder ] && exit

command -v appimagetool >/dev/null || { echo "appimagetool is not on the PATH; the folder is ready: $app"; exit 1; }
VERSION=$version appimagetool "$app" "dist/NightshiftStudio-$version-$(uname -m).AppImage"
