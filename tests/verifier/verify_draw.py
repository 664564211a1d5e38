#!/usr/bin/env python3
"""An outsider's check of spotcheck-draw/1 bundles, written from the protocol's
text and from nothing else: plain Python 3.11, no packages.

    verify_draw.py [--key K] BUNDLE…    one line a bundle; exit 0 if all hold.
                                        K is the journal's verifier key, from
                                        elsewhere than the bundle
    verify_draw.py --self-test BUNDLE…  changes bundles that hold, and names the
                                        changes that go unnoticed
"""

import argparse
import concurrent.futures
import functools
import sys

import draw
import evidence
import self_test
from bundle import Bundle
from primitives import Refused, lp, refuse_unless, verify_signature


def _compare(actual, expected, where):
    """Names the first value that differs."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        refuse_unless(actual.keys() == expected.keys(), f"{where} has other keys")
        for key in expected:
            _compare(actual[key], expected[key], f"{where}.{key}")
    elif isinstance(expected, list) and isinstance(actual, list):
        refuse_unless(len(actual) == len(expected), f"{where} has another length")
        for i, (a, e) in enumerate(zip(actual, expected)):
            _compare(a, e, f"{where}[{i}]")
    else:
        refuse_unless(actual == expected, f"{where} is {actual!r:.70}, not {expected!r:.70}")


def verify(folder, pinned):
    """What was not checked; raises Refused."""
    bundle = Bundle(folder)
    fields, witnesses, commitment = draw.commitments(bundle)
    for name, value in fields.items():
        _compare(bundle.json[name], value, name)
    signed = lp("spotcheck-draw/1 witness", commitment)
    for i, (witness, expected) in enumerate(zip(bundle.json["witnesses"], witnesses)):
        _compare(witness["commitment"], expected, f"witnesses[{i}].commitment")
        refuse_unless(verify_signature(bytes.fromhex(witness["key"]), signed,
                                       bytes.fromhex(witness["signature"])),
                      f"witnesses[{i}].signature is not the key's")
    for name, value in draw.run(bundle, commitment).items():
        _compare(bundle.json[name], value, name)
    notes = evidence.verify(bundle, pinned)
    if bundle.json["beacon_spec"]:
        notes.append("beacon unchecked")
    return notes


def report(folder, pinned=None):
    """(whether it holds, the line to print)."""
    try:
        notes = verify(folder, pinned)
    except Refused as refused:
        return False, f"REFUSED {folder}: {refused}"
    except OSError as error:
        return False, f"REFUSED {folder}: {error.strerror}"
    return True, f"OK {folder}" + (f" ({'; '.join(notes)})" if notes else "")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--key")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("bundles", nargs="+")
    options = parser.parse_args()
    if options.self_test:
        return self_test.main(options.bundles, report)
    good = True
    check = functools.partial(report, pinned=options.key)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for holds, line in pool.map(check, options.bundles, chunksize=4):
            print(line, flush=True)
            good = good and holds
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
