#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# package.sh deb|rpm…: builds build/release and makes packages of it, in build/packages, for the release of the
# distribution that it runs on.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
(($#)) || set -- deb

"$root/installer/dependencies.sh" build package
"$root/installer/run.sh" --build-only
for kind in "$@"; do
    (cd "$root/build/release" && cpack -G "${kind^^}" -B "$root/build/packages")
done
rm -rf "$root/build/packages/_CPack_Packages"
ls -l "$root/build/packages"
