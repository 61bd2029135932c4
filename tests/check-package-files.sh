#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# check-package-files.sh BUILD: what `cmake --install` puts into a folder is what desktops, software centres and man can
# read, and its programs start there.
set -euo pipefail

for tool in desktop-file-validate appstreamcli mandoc; do
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is not installed"
        exit 77
    }
done

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" >/dev/null

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

said=$(desktop-file-validate "$prefix"/share/applications/*.desktop 2>&1) || fail "$said"
[[ -z $said ]] || fail "$said"
appstreamcli validate --no-net "$prefix"/share/metainfo/*.metainfo.xml || fail "the metainfo is not valid"
said=$(mandoc -T lint -W warning "$prefix"/share/man/man1/*.1 2>&1) || fail "$said"

id=$(sed -n 's/^Icon=//p' "$prefix"/share/applications/*.desktop)
[[ -s $prefix/share/icons/hicolor/scalable/apps/$id.svg ]] || fail "no icon is named $id"
grep -q "<id>$id</id>" "$prefix"/share/metainfo/*.metainfo.xml || fail "the metainfo is not that of $id"
for program in hubdeck hubdeck-localhub; do
    "$prefix/bin/$program" --version | grep -q '[0-9]\.[0-9]' || fail "$program does not say its version"
    grep -q "^\.Nm $program\$" "$prefix/share/man/man1/$program.1" || fail "the man page of $program is not its own"
done
"$prefix/bin/hubdeck-cli" --help >/dev/null
