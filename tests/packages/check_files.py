# SPDX-License-Identifier: Apache-2.0
"""check_files.py ROOT SCRATCH: hubdeck.ico, hubdeck.icns and Info.plist in SCRATCH, and the Flatpak's manifest, say what
Windows, macOS and Flatpak read in them."""
import pathlib
import plistlib
import struct
import sys

ID = "org.hubdeck.Hubdeck"


def png_size(picture: bytes) -> int:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n"), picture[:8]
    width, height = struct.unpack_from(">II", picture, 16)
    assert width == height
    return width


def check_ico(ico: bytes) -> None:
    zero, kind, count = struct.unpack_from("<HHH", ico)
    assert (zero, kind) == (0, 1)
    end = 6 + 16 * count
    for entry in range(count):
        width, height, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * entry)
        assert width == height and bits == 32 and offset == end, entry
        assert png_size(ico[offset : offset + length]) == (width or 256)
        end = offset + length
    assert end == len(ico) and count == 7


def check_icns(icns: bytes) -> None:
    sizes = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024}
    name, length = struct.unpack_from(">4sI", icns)
    assert name == b"icns" and length == len(icns)
    at = 8
    while at < len(icns):
        name, length = struct.unpack_from(">4sI", icns, at)
        assert png_size(icns[at + 8 : at + length]) == sizes.pop(name)
        at += length
    assert at == len(icns) and not sizes


def check_plist(plist: dict) -> None:
    assert plist["CFBundleIdentifier"] == ID
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == "1.2.3"
    assert plist["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["hf"]
    assert plist["CFBundleIconFile"] == "hubdeck.icns"


def check_manifest(path: pathlib.Path) -> None:
    try:
        import yaml
    except ImportError:
        print("not everything was checked: there is no python3-yaml")
        return
    manifest = yaml.safe_load(path.read_text())
    assert manifest["id"] == path.stem == ID
    assert manifest["command"] == "hubdeck"
    granted = manifest["finish-args"]
    assert "--share=network" in granted
    assert "--talk-name=org.freedesktop.secrets" in granted
    for much in ("--filesystem=host", "--filesystem=home", "--socket=session-bus", "--device=all"):
        assert much not in granted, much


root, scratch = (pathlib.Path(argument) for argument in sys.argv[1:])
check_ico((scratch / "hubdeck.ico").read_bytes())
check_icns((scratch / "hubdeck.icns").read_bytes())
check_plist(plistlib.loads((scratch / "Info.plist").read_bytes()))
check_manifest(root / "installer" / "flatpak" / f"{ID}.yml")
