#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make.sh [RUNTIME]: makes build/appimage/Hubdeck.AppDir, the folder that runs where there is no Qt, and packs it into
# build/appimage/Hubdeck-VERSION-ARCH.AppImage. RUNTIME is the file runtime-x86_64 (or that of another machine) of
# github.com/AppImage/type2-runtime, which starts an AppImage; without it there are the folder and its squashfs alone. For
# Debian 12: what is built there runs on what is younger.
#
# Tried on Debian 12: the folder, by `try-package.sh build/appimage/Hubdeck.AppDir bookworm`: the tour under Xvfb in a
# clean root that has X and fonts but no Qt; and the packing, but for the RUNTIME, which was not at hand: no whole AppImage
# was started yet.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
build=$root/build/appimage
app=$build/Hubdeck.AppDir
runtime=${1:-}

say() { printf 'make.sh: %s\n' "$*"; }
fail() { say "$@" >&2; exit 1; }

# What comes from the system: glibc; what goes with its drivers (GL, X, Wayland, the C++ library that Mesa uses); fonts.
# After the list that the AppImage project keeps.
from_system='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|stdc\+\+|gcc_s|GL|GLX|GLdispatch|EGL|gbm|drm|X11|X11-xcb|xcb'
from_system+='|wayland-client|wayland-egl|fontconfig|freetype|harfbuzz|expat|z)\.so\..*)$'

# What Qt loads by itself.
plugins=(platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqoffscreen.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    iconengines/libqsvgicon.so imageformats/libqsvg.so imageformats/libqgif.so imageformats/libqjpeg.so
    imageformats/libqwebp.so sqldrivers/libqsqlite.so tls/libqopensslbackend.so
    networkinformation/libqnetworkmanager.so)

build_it() {
    local options=()
    if command -v ccache >/dev/null; then
        options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    # An RPATH, not a RUNPATH: it is where the libraries' own libraries are looked for, too, and LD_LIBRARY_PATH, which
    # the browser and git would inherit, is left alone.
    # shellcheck disable=SC2016  # $ORIGIN is for the loader.
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DBUILD_TESTING=OFF --log-level=WARNING \
        -DCMAKE_INSTALL_RPATH='$ORIGIN/../lib' -DCMAKE_EXE_LINKER_FLAGS=-Wl,--disable-new-dtags "${options[@]}"
    cmake --build "$build"
    rm -rf "$app"
    DESTDIR=$app cmake --install "$build" --prefix /usr --strip >/dev/null
}

gather_plugins() {
    local from plugin
    from=$(qmake6 -query QT_INSTALL_PLUGINS)
    for plugin in "${plugins[@]}"; do
        [[ -e $from/$plugin ]] || fail "Qt has no $plugin here: ./installer/dependencies.sh run"
        install -D -m 644 "$from/$plugin" "$app/usr/plugins/$plugin"
    done
    printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$app/usr/bin/qt.conf"
}

# Qt's own words, in the languages that Hubdeck has.
gather_translations() {
    local from catalogue
    from=$(qmake6 -query QT_INSTALL_TRANSLATIONS)
    for catalogue in "$root"/resources/translations/hubdeck_*.ts; do
        catalogue=$(basename "$catalogue" .ts)
        [[ $catalogue == hubdeck_en ]] && continue
        install -D -m 644 -t "$app/usr/translations" "$from/${catalogue/hubdeck/qtbase}.qm"
    done
}

# What is opened by its name, as ldd has it, with all that it needs: OpenSSL by Qt, libsecret by QtKeychain.
libraries_by_name() {
    local name file
    for name in libssl.so.3 libsecret-1.so.0; do
        file=$(ldconfig -p | sed -n "s|^\s*$name .*=> ||p" | head -n 1)
        [[ -n $file ]] || fail "$name is not here: ./installer/dependencies.sh run"
        printf '%s () => %s\n' "$name" "$file"
        ldd "$file"
    done
}

# Every library of the programs and plugins, and its licence.
gather_libraries() {
    local name file package
    mkdir -p "$app/usr/lib"
    while read -r name file; do
        [[ $name =~ $from_system ]] && continue
        install -m 644 "$file" "$app/usr/lib/$name"
        file=$(readlink -f -- "$file")
        package=$(dpkg-query --search "*${file#/usr}" | head -n 1 | cut -d: -f1)
        install -D -m 644 "/usr/share/doc/$package/copyright" "$app/usr/share/doc/$package/copyright"
    done < <({
        find "$app/usr/bin" "$app/usr/plugins" -type f ! -name qt.conf -exec ldd {} +
        libraries_by_name
    } | sed -n 's/^\s*\(\S*\) .*=> \(\/\S*\).*/\1 \2/p' | sort -u)
}

finish_folder() {
    install -m 755 "$root/installer/appimage/AppRun" "$app/AppRun"
    local id=org.hubdeck.Hubdeck
    ln -s usr/share/applications/$id.desktop usr/share/icons/hicolor/scalable/apps/$id.svg "$app/"
    ln -s org.hubdeck.Hubdeck.svg "$app/.DirIcon"
}

# An AppImage is the runtime, and a squashfs behind it.
pack() {
    command -v mksquashfs >/dev/null || fail "to pack it: apt-get install squashfs-tools"
    local version image
    version=$(QT_QPA_PLATFORM=offscreen "$app/AppRun" --version | cut -d' ' -f2)
    image=$build/Hubdeck-$version-$(uname -m).AppImage
    mksquashfs "$app" "$build/Hubdeck.squashfs" -root-owned -noappend -comp zstd -quiet -no-progress
    if [[ -z $runtime ]]; then
        say "packed $build/Hubdeck.squashfs; an AppImage needs the RUNTIME before it"
        return
    fi
    cat "$runtime" "$build/Hubdeck.squashfs" >"$image"
    chmod +x "$image"
    rm "$build/Hubdeck.squashfs"
    say "made $image"
}

[[ -z $runtime || -r $runtime ]] || fail "no such file: $runtime"
"$root/installer/dependencies.sh" build run
say "building $build"
build_it
gather_plugins
gather_translations
gather_libraries
finish_folder
say "made $app"
pack
