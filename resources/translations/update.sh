#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# update.sh [FOLDER]: brings the catalogues beside it, or those in FOLDER, up to date with the texts of src/ and ui/.
# What is new then waits in them for its translation. LUPDATE names another lupdate than that of the system's Qt.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
folder=$(readlink -f -- "${1:-$here}")
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS)/lupdate}

cd "$here/../.."
options=(-no-obsolete -locations none -no-ui-lines)
# The sources are English: it needs words of its own only where numbers decide about them.
"$lupdate" "${options[@]}" -source-language en -target-language en -pluralonly src ui -ts "$folder/hubdeck_en.ts"
"$lupdate" "${options[@]}" -source-language en -target-language de src ui -ts "$folder/hubdeck_de.ts"
