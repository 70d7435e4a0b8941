#!/usr/bin/env python3
"""Repacks the Python packages in an unpacked Debian package as pure-Python wheels: mkwheel.py TREE OUT"""
import base64
import hashlib
import re
import sys
import zipfile
from pathlib import Path

WHEEL = "Wheel-Version: 1.0\nGenerator: dockerize-coach testbed\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
METADATA_FOLDERS = (".dist-info", ".egg-info")


def metadata_of(info):
    """The package's core metadata, whichever of its two file names it has."""
    for name in ("METADATA", "PKG-INFO"):
        if (info / name).is_file():
            return (info / name).read_text(encoding="utf-8")
    return None


def field(metadata, name):
    return re.search(rf"^{name}: (.+)$", metadata, re.MULTILINE).group(1).strip()


def modules(site):
    """Every module file by its path in the wheel, without compiled code and other packages' metadata."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        if not file.is_file() or path.suffix in (".pyc", ".so") or path.parts[0].endswith(METADATA_FOLDERS):
            continue
        yield path.as_posix(), file.read_bytes()


def record_line(path, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(content)}"


def write_wheel(site, info, out):
    metadata = metadata_of(info)
    if metadata is None:
        return
    stem = f"{re.sub('[-.]+', '_', field(metadata, 'Name'))}-{field(metadata, 'Version')}"
    files = dict(modules(site))
    files[f"{stem}.dist-info/METADATA"] = metadata.encode()
    files[f"{stem}.dist-info/WHEEL"] = WHEEL.encode()
    if (info / "entry_points.txt").is_file():
        files[f"{stem}.dist-info/entry_points.txt"] = (info / "entry_points.txt").read_bytes()
    record = [record_line(path, content) for path, content in files.items()] + [f"{stem}.dist-info/RECORD,,"]
    files[f"{stem}.dist-info/RECORD"] = ("\n".join(record) + "\n").encode()
    with zipfile.ZipFile(out / f"{stem}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in files.items():
            wheel.writestr(path, content)


def main(tree, out):
    site = Path(tree) / "usr/lib/python3/dist-packages"
    for info in sorted(site.iterdir()):
        if info.name.endswith(METADATA_FOLDERS):
            write_wheel(site, info, Path(out))


main(*sys.argv[1:])
