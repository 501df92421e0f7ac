#!/usr/bin/env bash
# The disk image for macOS. Not run here: needs a Mac, after `python3 packaging/build.py --only tar` there.
# SIGN_AS is a "Developer ID Application: …" and NOTARY a profile that `xcrun notarytool store-credentials` keeps.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(python3 -c 'import runpy; print(runpy.run_path("studio/__init__.py")["__version__"])')
app="build/frozen/Nightshift Studio.app" image="dist/NightshiftStudio-$version-$(uname -m).dmg"

# what the engine's environment is made from: data, which a signature allows beside programs only
cp -R build/frozen/nightshift-studio/_internal/kit "$app/Contents/Resources/kit"
ln -sfn ../Resources/kit "$app/Contents/Frameworks/kit"

find "$app/Contents/Resources/kit" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) -print0 |
  xargs -0 codesign --force --options runtime --timestamp --sign "$SIGN_AS"
codesign --force --deep --options runtime --timestamp --sign "$SIGN_AS" "$app"

rm -rf build/image && mkdir build/image
cp -R "$app" build/image/ && ln -s /Applications build/image/Applications
hdiutil create -volname "Nightshift Studio" -srcfolder build/image -ov -format UDZO "$image"
codesign --timestamp --sign "$SIGN_AS" "$image"
xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait
xcrun stapler staple "$image"
