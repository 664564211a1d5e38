"""Can the verifier refuse? Its primitives against published values, then bundles
that hold with one thing changed: every kind of value of draw.json, bytes and
rows of every TSV file, files added and taken away. All must be refused."""

import concurrent.futures
import copy
import functools
import json
import os
import re
import shutil
import tempfile

from primitives import Sm3, verify_signature

_BYTE_STEPS = 61  # every so many bytes of a TSV file are changed
_MAX_FRAME = 100  # a larger bundle takes too long for hundreds of changes
_MAX_ALIKE = 3  # elements looked at in a list of like elements


def check_primitives():
    # GB/T 32905-2016, appendix A.
    assert Sm3(b"abc").digest().hex() == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
    assert Sm3(b"abcd" * 16).digest().hex() == (
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")
    # RFC 8032, 7.1, test 2.
    key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    assert verify_signature(key, b"\x72", signature)
    assert not verify_signature(key, b"\x73", signature)
    assert not verify_signature(bytes(31) + b"\x80", b"", bytes(64))  # small order


def _paths(value, path=()):
    """Where every value stands, lists of like elements sampled."""
    if isinstance(value, dict):
        for key in value:
            yield from _paths(value[key], path + (key,))
    elif isinstance(value, list):
        for i in range(min(len(value), _MAX_ALIKE)):
            yield from _paths(value[i], path + (i,))
    if path:
        yield path


def _changed(value):
    """Other values of the same and of other kinds."""
    if isinstance(value, str):
        other = "1" if value[-1:] == "0" else "0"
        return [value[:-1] + other, value + "0", value.swapcase() if value.swapcase() != value
                else value + "x", None]
    if isinstance(value, int):
        return [value + 1, value - 1, str(value), float(value)]
    if isinstance(value, list):
        return [value + value[-1:] if value else ["x"], value[:-1] if value else {},
                value[::-1] if value[::-1] != value else None]
    return [None, {**value, "extra": 1}]


def _is_allowed(path, kind, old, new):
    """Categories and policies are sets, which the plan hashes sorted; the last
    event, of the opening, may be left out of the evidence."""
    if path == ("entries",) and kind == 1:
        return True
    return (path[:1] == ("plan",) and isinstance(old, list) and isinstance(new, list) and
            sorted(old) == sorted(new))


def _json_changes(data):
    original = json.loads(data)
    for path in _paths(original):
        for kind in range(4):
            changed = copy.deepcopy(original)
            parent = changed
            for step in path[:-1]:
                parent = parent[step]
            old = parent[path[-1]]
            values = _changed(old)
            if kind >= len(values) or _is_allowed(path, kind, old, values[kind]):
                continue
            parent[path[-1]] = values[kind]
            yield f"{path} #{kind}", json.dumps(changed, ensure_ascii=False).encode()
        changed = copy.deepcopy(original)
        parent = changed
        for step in path[:-1]:
            parent = parent[step]
        if isinstance(parent, dict):
            del parent[path[-1]]
            yield f"{path} missing", json.dumps(changed, ensure_ascii=False).encode()
    text = data.decode().rstrip()
    yield "a byte order mark", b"\xef\xbb\xbf" + data
    minus = re.sub(r'"(lab_overflow|index)": 0\b', r'"\1": -0', text, count=1)
    if minus != text:
        yield "minus nothing", minus.encode()
    yield "repeated field", (text[:-1] + ', "suite": "SHA256"}').encode()
    yield "something after the end", data + b"x"


def _tsv_changes(data):
    for i in range(0, len(data), _BYTE_STEPS):
        yield f"byte {i}", data[:i] + bytes([data[i] ^ 1]) + data[i + 1:]
        yield f"without byte {i}", data[:i] + data[i + 1:]
    lines = data.splitlines(keepends=True)
    yield "first row missing", b"".join(lines[1:])
    yield "last row twice", data + lines[-1]
    yield "no line feed at the end", data[:-1]
    yield "an empty row", data + b"\n"
    yield "a carriage return", data[:-1] + b"\r\n"
    if len(lines) > 1:
        yield "rows swapped", b"".join([lines[1], lines[0]] + lines[2:])


def _folder_changes(folder):
    """(what was changed, file, its new bytes or None for no file)."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        # Without evidence a bundle holds, as self-consistent only.
        yield f"{name}: missing", name, b"" if name == "evidence.json" else None
        changes = _tsv_changes if name.endswith(".tsv") else _json_changes
        for what, changed in changes(data):
            yield f"{name}: {what}", name, changed
    yield "an unknown file", "notes.txt", b"x"


def _unnoticed(folder, report):
    """What to print of one bundle, and whether every change was refused."""
    holds, line = report(folder)
    with open(os.path.join(folder, "frame.tsv"), "rb") as file:
        large = len(file.readlines()) > _MAX_FRAME
    if not holds or large:
        return [line if not holds else f"too large to change over and over: {folder}"], holds
    count, accepted = 0, []
    with tempfile.TemporaryDirectory() as scratch:
        target = os.path.join(scratch, "bundle")
        for what, name, data in _folder_changes(folder):
            shutil.copytree(folder, target)
            if data is None:
                os.remove(os.path.join(target, name))
            else:
                with open(os.path.join(target, name), "wb") as file:
                    file.write(data)
            count += 1
            if report(target)[0]:
                accepted.append(f"  unnoticed: {what}")
            shutil.rmtree(target)
    return [f"{folder}: {count} changes, {len(accepted)} unnoticed"] + accepted, not accepted


def main(folders, report):
    check_primitives()
    print("primitives: as published")
    good = True
    check = functools.partial(_unnoticed, report=report)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for lines, refused_all in pool.map(check, folders):
            print(*lines, sep="\n", flush=True)
            good = good and refused_all
    return 0 if good else 1
