#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# check-other-packages.sh MAKEICON: as far as that goes on this system, the recipes of the packages for other systems are
# right: the Flatpak's manifest, the icons, the bundle of macOS, and the setup program of Windows, which is made of
# programs that do nothing where there is a compiler for them.
set -euo pipefail

makeicon=$1
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$makeicon" "$root/resources/icons/hubdeck.svg" "$scratch/hubdeck.ico"
"$makeicon" "$root/resources/icons/hubdeck.svg" "$scratch/hubdeck.icns"

mkdir "$scratch/standins"
ln -s "$root/installer" "$root/resources" "$root/LICENSE" "$scratch/standins"
cp "$root/tests/packages/standins.cmake" "$scratch/standins/CMakeLists.txt"

# quietly COMMAND…: what it says is of interest when it fails.
quietly() {
    "$@" >"$scratch/log" 2>&1 || {
        cat "$scratch/log" >&2
        exit 1
    }
}

# configure SYSTEM OPTION…
configure() {
    local system=$1
    shift
    quietly cmake -S "$scratch/standins" -B "$scratch/$system" -G Ninja -DCMAKE_SYSTEM_NAME="$system" \
        -DMAKEICON="$makeicon" "$@"
}

# Without a compiler for it what is generated can be looked at.
configure Darwin -DCMAKE_CXX_COMPILER_WORKS=ON -DCMAKE_INSTALL_NAME_TOOL=true -DMACDEPLOYQT=true
mv "$scratch/Darwin/bin/Hubdeck.app/Contents/Info.plist" "$scratch"
/usr/bin/python3 -B "$root/tests/packages/check_files.py" "$root" "$scratch"

missing=()
if command -v flatpak-builder >/dev/null; then
    cd "$scratch"  # It leaves a folder of its own.
    quietly flatpak-builder --show-manifest "$root/installer/flatpak/org.hubdeck.Hubdeck.yml"
else
    missing+=(flatpak-builder)
fi
if command -v makensis >/dev/null && command -v x86_64-w64-mingw32-g++ >/dev/null; then
    configure Windows -DCMAKE_CXX_COMPILER=x86_64-w64-mingw32-g++ -DCMAKE_RC_COMPILER=x86_64-w64-mingw32-windres
    quietly cmake --build "$scratch/Windows"
    quietly cpack --config "$scratch/Windows/CPackConfig.cmake" -B "$scratch/setup"
    [[ $(head -c 2 "$scratch"/setup/hubdeck-*.exe) == MZ ]]
else
    missing+=("nsis or g++-mingw-w64-x86-64")
fi
if ((${#missing[@]})); then
    printf 'not everything was checked, for want of %s\n' "${missing[@]}"
fi
