#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# dependencies.sh SET…: installs what is missing of these sets of Debian packages (Debian 12 and 13 name them alike).
#   build     to compile Hubdeck          run   to start it          headless   to start it where there is no display
#   test      to compile and run the tests                           tools      to work on it (format, lint, analyse)
#   package   to make packages of it, and to try them in clean roots
set -euo pipefail

declare -A packages=(
    [build]='cmake ninja-build pkg-config g++ qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libgit2-dev
             libcpp-httplib-dev libarchive-dev libssl-dev zlib1g-dev qtkeychain-qt6-dev'
    # Only where the release has it: without it code is shown in one colour.
    [build-more]='libkf6syntaxhighlighting-dev'
    # Qt finds its plugins by itself, and QtKeychain libsecret, so no package asks for them; localhub lets git serve
    # `git clone`.
    [run]='libqt6sql6-sqlite libqt6svg6 qt6-image-formats-plugins qt6-qpa-plugins qt6-wayland qt6-translations-l10n
           libsecret-1-0 fonts-noto-core ca-certificates git'
    [headless]='xvfb'
    [test]='clang libclang-rt-dev lld xvfb openbox xdotool x11-utils at-spi2-core python3-pyatspi dbus-daemon
            gnome-keyring libsecret-tools git-lfs python3-venv python3-yaml curl openssl aria2 time shellcheck
            desktop-file-utils appstream mandoc'
    [package]='dpkg-dev file rpm mmdebstrap'
    [tools]='ccache clang-format clang-tidy clazy'
)

missing_of() {
    local name status
    for name in "$@"; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null) || status=none
        [[ $status == installed ]] || echo "$name"
    done
}

known_of() {
    local name
    for name in $(missing_of "$@"); do
        if apt-cache show "$name" >/dev/null 2>&1; then
            echo "$name"
        fi
    done
}

wanted=()
more=()
for set in "$@"; do
    read -r -d '' -a names <<<"${packages[$set]:?no such set of packages: $set}" || true
    wanted+=("${names[@]}")
    read -r -d '' -a names <<<"${packages[$set-more]:-}" || true
    more+=("${names[@]}")
    # Whoever has a Node.js of his own keeps it: Debian's npm cannot stand beside another's.
    if [[ $set == test ]] && ! command -v npm >/dev/null; then
        wanted+=(nodejs npm)
    fi
done

if ! command -v dpkg-query >/dev/null; then
    echo "dependencies: this is no Debian; going on with what is here. Its packages would be: ${wanted[*]}" >&2
    exit 0
fi

# What may be missing for good is looked for where this release's packages are known.
mapfile -t missing < <(missing_of "${wanted[@]}")
mapfile -t missing_more < <(known_of "${more[@]}")
if ((${#missing[@]} + ${#missing_more[@]} == 0)); then
    echo "dependencies: all there ($*)"
    exit 0
fi

as_root=(env DEBIAN_FRONTEND=noninteractive)
if ((EUID != 0)); then
    command -v sudo >/dev/null || {
        echo "dependencies: run as root, or install sudo; missing: ${missing[*]} ${missing_more[*]}" >&2
        exit 1
    }
    as_root=(sudo "${as_root[@]}")
fi
echo "dependencies: installing ${missing[*]} ${missing_more[*]}"
"${as_root[@]}" apt-get update -q -o DPkg::Lock::Timeout=600
mapfile -t missing_more < <(known_of "${more[@]}")
"${as_root[@]}" apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 \
    "${missing[@]}" "${missing_more[@]}"
