#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# try-package.sh PACKAGE.deb SUITE [MIRROR]: installs the package in a clean Debian (bookworm, trixie) that it makes for
# that, and starts it there: its versions, the files that desktops look for, and the tour of the demo Hub. As root.
set -euo pipefail

package=$(readlink -f -- "$1")
suite=$2
mirror=${3:-}

scratch=$(mktemp -d)
trap 'rm -rf --one-file-system "$scratch"' EXIT
root=$scratch/root

say() { printf 'try-package.sh: %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 "$@"; }

say "making a clean $suite with $(basename "$package") in it"
# Installed while the root is made: then the lists of packages are there, and the way to the network is the host's.
mmdebstrap --variant=apt --customize-hook="copy-in $package /" \
    --customize-hook="chroot \"\$1\" apt-get install -q -y --no-install-recommends /$(basename "$package")" \
    "$suite" "$root" ${mirror:+"$mirror"} >"$scratch/install.log" 2>&1 || {
    cat "$scratch/install.log" >&2
    exit 1
}

inside hubdeck-cli --help >/dev/null
inside env QT_QPA_PLATFORM=offscreen hubdeck --version
for file in applications/org.hubdeck.Hubdeck.desktop metainfo/org.hubdeck.Hubdeck.metainfo.xml \
    icons/hicolor/scalable/apps/org.hubdeck.Hubdeck.svg; do
    inside test -s "/usr/share/$file"
done
say "playing the tour"
inside env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp hubdeck --demo --tour /tmp/tour
pictures=$(find "$root/tmp/tour" -name '*.png' | wc -l)
((pictures > 0))
say "removing it"
inside dpkg --purge hubdeck >/dev/null
inside test ! -e /usr/bin/hubdeck
say "all well on $suite: $pictures pictures"
