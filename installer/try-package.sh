#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# try-package.sh PACKAGE.deb|PACKAGE.rpm|NAME.AppDir SUITE [MIRROR]: installs the package in a clean Debian (bookworm,
# trixie) that it makes for that, and starts it there: its versions, the files that desktops look for, and the tour of
# the demo Hub. As root.
#
# Of an .rpm first its dependencies are read: sonames, and names that Fedora or openSUSE have. Then it goes into a
# Debian that has these libraries and an rpm database of its own; SUITE is the one that it was built on. That dnf or
# zypper find the names is not tried here.
#
# The folder of an AppImage goes into a Debian that has X, GL and fonts, as any desktop has, and no Qt.
set -euo pipefail

package=$(readlink -f -- "$1")
suite=$2
mirror=${3:-}

scratch=$(mktemp -d)
trap 'rm -rf --one-file-system "$scratch"' EXIT
root=$scratch/root

say() { printf 'try-package.sh: %s\n' "$*"; }
fail() { say "$@" >&2; exit 1; }

# Runs a program in the root. /proc, by which programs know where they lie, goes with it.
inside() {
    # shellcheck disable=SC2016  # The words are for the inner shell.
    unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" \
        /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 "$@"
}

# make_root OPTIONS: a clean Debian. The package goes in while it is made: then the lists of packages are there, and the
# way to the network is the host's.
make_root() {
    say "making a clean $suite with $(basename "$package") in it"
    mmdebstrap --variant=apt --customize-hook="copy-in ${package@Q} /" "$@" \
        "$suite" "$root" ${mirror:+"$mirror"} >"$scratch/install.log" 2>&1 || {
        cat "$scratch/install.log" >&2
        exit 1
    }
}

sonames_of() { rpm -qp --requires "$package" | sed -n 's/^\([^ (]*\.so[^ (]*\)().*/\1/p' | sort -u; }

# Every name but sonames is one of those that installer/linux/packages.cmake gives.
check_names_of_rpm() {
    local name said
    while IFS= read -r name; do
        case $name in
            *.so.*'('*')'* | 'rpmlib('* | 'rtld('* | /bin/sh) ;;
            ca-certificates | '(qt6-qtbase or qt6-sql-sqlite)' | '(libsecret or libsecret-1-0)') ;;
            *) fail "who provides '$name' in Fedora and openSUSE?" ;;
        esac
    done < <(rpm -qp --requires "$package")
    [[ -z $(rpm -qp --scripts "$package") ]] || fail "the package runs scripts"
    if command -v rpmlint >/dev/null; then
        # It is nobody's release yet: not signed, no address. Debian's rpmlint knows few licences by their SPDX names.
        local usual='no-url-tag|no-signature|no-packager-tag|invalid-license'
        usual+='|no-manual-page-for-binary|manpage-not-compressed'
        said=$({ rpmlint "$package" || true; } | grep ': [EW]: ' | grep -Ev ": [EW]: ($usual)" || true)
        [[ -z $said ]] || fail "rpmlint: $said"
    else
        say "rpmlint is not installed: not asked"
    fi
}

# The packages of this system, that of SUITE, that have the libraries which the .rpm asks for.
libraries_for_rpm() {
    local soname file
    for soname in $(sonames_of); do
        file=$(ldconfig -p | sed -n "s|^\s*$soname .*=> ||p" | head -n 1)
        [[ -n $file ]] || fail "$soname is not here"
        file=$(readlink -f -- "$file")
        dpkg-query --search "*${file#/usr}" | cut -d: -f1  # Some own it in /lib, which is a link to /usr/lib.
    done | sort -u
}

install_deb() {
    make_root \
        --customize-hook="chroot \"\$1\" apt-get install -q -y --no-install-recommends /$(basename "$package")"
}

install_rpm() {
    check_names_of_rpm
    local soname there
    local loaded=libqt6sql6-sqlite,qt6-qpa-plugins,libsecret-1-0
    make_root --include="rpm,ca-certificates,$loaded,$(libraries_for_rpm | paste -sd,)"
    inside rpm --install --nodeps "/$(basename "$package")"  # Its libraries came as Debian packages.
    there=$(inside ldconfig -p)
    for soname in $(sonames_of); do
        grep -q "^\s*$soname " <<<"$there" || fail "$soname is missing"
    done
    inside rpm --verify --nodeps hubdeck
}

install_appdir() {
    local usual=libegl1,libgl1,libx11-xcb1,libwayland-egl1,libfontconfig1,libharfbuzz0b,fonts-dejavu-core
    make_root --include="xvfb,xauth,$usual"
    [[ -z $(find "$root" -xdev -name 'libQt6*' ! -path "$root/$(basename "$package")/*") ]] || fail "there is a Qt"
    # The links that a package would make.
    local program
    for program in hubdeck hubdeck-cli hubdeck-localhub; do
        printf '#!/bin/sh\nexec "/%s/AppRun" %s "$@"\n' "$(basename "$package")" "$program" >"$root/usr/bin/$program"
        chmod +x "$root/usr/bin/$program"
    done
    cp -r "$package/usr/share/." "$root/usr/share"
}

display=(env QT_QPA_PLATFORM=offscreen)
case $package in
    *.deb) install_deb; remove=(dpkg --purge hubdeck) ;;
    *.rpm) install_rpm; remove=(rpm --erase hubdeck) ;;
    *.AppDir)
        install_appdir
        remove=(rm -r "/$(basename "$package")" /usr/bin/hubdeck)
        display=(xvfb-run --auto-servernum env QT_QPA_PLATFORM=xcb)
        ;;
    *) fail "neither .deb nor .rpm nor .AppDir: $package" ;;
esac

inside hubdeck-cli --help >/dev/null
inside env QT_QPA_PLATFORM=offscreen hubdeck --version
for file in applications/org.hubdeck.Hubdeck.desktop metainfo/org.hubdeck.Hubdeck.metainfo.xml \
    icons/hicolor/scalable/apps/org.hubdeck.Hubdeck.svg; do
    inside test -s "/usr/share/$file"
done
say "playing the tour"
inside "${display[@]}" XDG_RUNTIME_DIR=/tmp hubdeck --demo --tour /tmp/tour
pictures=$(find "$root/tmp/tour" -name '*.png' | wc -l)
((pictures > 0))
say "removing it"
inside "${remove[@]}" >/dev/null
inside test ! -e /usr/bin/hubdeck
say "all well on $suite: $pictures pictures"
