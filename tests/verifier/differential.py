#!/usr/bin/env python3
"""Do the two verifiers agree? Bundles that hold are changed in every way that
mutations.py knows, and both give their verdict on each.

    differential.py --verifier BIN/verify_bundles [--seconds N] [--seed N]
                    [--keep DIR] [BUNDLE…]

The same seed gives the same cases. Exit 0 if no verdict differs; a bundle on
which they differ is kept below DIR, with what was done to it.
"""

import argparse
import concurrent.futures
import functools
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import mutations
import verify_draw

_VECTORS = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../testdata/vectors")
# The published bundles that are small enough to be recomputed again and again.
_BUNDLES = ("draw-all", "draw-one", "draw-replacement", "draw-sha256", "draw-sm3", "draw-tight")
_BATCH = 64  # cases on disk at once
_SHOWN = 20  # differences told in full


def _load(folder):
    files = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            files[name] = file.read()
    return files


def _store(files, folder):
    os.mkdir(folder)
    for name, data in files.items():
        path = os.path.join(folder, name)
        if isinstance(data, bytes):
            with open(path, "wb") as file:
                file.write(data)
        elif data == mutations.FOLDER:
            os.mkdir(path)
        elif data == mutations.PIPE:
            os.mkfifo(path)
        elif data == mutations.DANGLING:
            os.symlink("nothing", path)
        else:  # to the file that would do
            os.symlink(os.path.join(_VECTORS, "draw-one", "frame.tsv"), path)


def _case(bundles, seed, number):
    """(what was done, the files) of one case."""
    generator = random.Random(f"{seed} {number}")
    files = dict(generator.choice(bundles))
    return mutations.change(files, generator), files


def _outsider(folder):
    """The Python's verdict; an exception is one, too."""
    try:
        holds, line = verify_draw.report(folder)
    except Exception as error:  # a verdict that nobody meant
        return "CRASHED", f"{type(error).__name__}: {error}"
    return ("OK" if holds else "REFUSED"), line.partition(": ")[2]


def _prepare(bundles, seed, scratch, number):
    """Writes a case; (its folder, what was done, the Python's verdict)."""
    folder = os.path.join(scratch, f"{number:08}")
    done, files = _case(bundles, seed, number)
    _store(files, folder)
    return folder, done, _outsider(folder)


class Insider:
    """The C++, one process for all cases."""

    def __init__(self, binary):
        self._process = subprocess.Popen([binary], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)

    def verdicts(self, folders):
        for folder in folders:
            self._process.stdin.write(folder + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            if not line:
                yield "CRASHED", f"exit {self._process.wait()}"
                return
            word, _, why = line.rstrip("\n").partition(" ")
            yield word, why

    def close(self):
        """Ends it by an empty line: the workers hold its input open, too."""
        self._process.stdin.write("\n")
        self._process.stdin.close()
        return self._process.wait()


def _run(options, bundles, scratch, pool):
    insider = Insider(options.verifier)
    counts, differences = {"OK": 0, "REFUSED": 0}, []
    prepare = functools.partial(_prepare, bundles, options.seed, scratch)
    end = time.monotonic() + options.seconds
    for first in itertools.count(0, _BATCH):
        if time.monotonic() >= end:
            break
        batch = list(pool.map(prepare, range(first, first + _BATCH), chunksize=8))
        folders = [folder for folder, _, _ in batch]
        for (folder, done, theirs), ours in itertools.zip_longest(
                batch, insider.verdicts(folders), fillvalue=("CRASHED", "")):
            if theirs[0] == ours[0] and ours[0] in counts:
                counts[ours[0]] += 1
            else:
                differences.append((folder, done, ours, theirs))
                if options.keep:
                    _keep(options.keep, differences[-1])
            shutil.rmtree(folder)
        if any(ours[0] == "CRASHED" for _, _, ours, _ in differences):
            return counts, differences
    if insider.close() != 0:
        differences.append(("", "the end", ("CRASHED", "exit code"), ("OK", "")))
    return counts, differences


def _keep(keep, difference):
    folder, done, ours, theirs = difference
    target = os.path.join(keep, os.path.basename(folder))
    os.makedirs(keep, exist_ok=True)
    shutil.copytree(folder, target, symlinks=True, dirs_exist_ok=True,
                    ignore=lambda at, names: [n for n in names if not os.path.isfile(
                        os.path.join(at, n)) and not os.path.islink(os.path.join(at, n))])
    with open(target + ".txt", "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{done}\nC++: {ours}\nPython: {theirs}\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verifier", required=True)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=20171016)
    parser.add_argument("--keep")
    parser.add_argument("bundles", nargs="*")
    options = parser.parse_args()
    names = options.bundles or [os.path.join(_VECTORS, name) for name in _BUNDLES]
    bundles = [_load(name) for name in names]
    with tempfile.TemporaryDirectory() as scratch, \
            concurrent.futures.ProcessPoolExecutor() as pool:
        counts, differences = _run(options, bundles, scratch, pool)
    for folder, done, ours, theirs in differences[:_SHOWN]:
        print(f"{os.path.basename(folder)}: {done}\n  C++:    {ours}\n  Python: {theirs}")
    print(f"{counts['OK']} bundles accepted and {counts['REFUSED']} refused by both, "
          f"{len(differences)} verdicts differ (seed {options.seed})")
    # Without bundles of either kind nothing was compared.
    return 0 if not differences and all(counts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
