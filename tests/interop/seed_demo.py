#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the demo content that the other tests copy; and makes sure that a Hub with it is up in time."""

import shutil
import sys
import time

from localhub import DEMO_DATA, LocalHub

SECONDS = float(sys.argv[1])

shutil.rmtree(DEMO_DATA.parent, ignore_errors=True)
DEMO_DATA.parent.mkdir(parents=True)
start = time.monotonic()
with LocalHub(DEMO_DATA, "--seed", "demo"):
    took = time.monotonic() - start
print(f"serving the demo content after {took:.1f} s")
if took > SECONDS:
    sys.exit(f"that is more than {SECONDS} s")
