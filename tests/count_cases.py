#!/usr/bin/env python3
"""Counts test cases: count_cases.py CTEST_JUNIT GTEST_XML_FOLDER

Prints "passed failed skipped". A binary's cases are read from the XML that
GoogleTest wrote; a binary that failed without a failed case there (it crashed,
or timed out) counts as one failed case, an entry of CTest without XML by its
own result.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree


def cases_of(path):
    """(passed, failed, skipped) of one GoogleTest file, or None if it is cut."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError):
        return None
    passed = failed = skipped = 0
    for case in root.iter("testcase"):
        if case.find("failure") is not None:
            failed += 1
        elif case.get("status") == "notrun" or case.get("result") != "completed":
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main(junit, folder):
    totals = [0, 0, 0]
    # By pattern: what a test prints stands in the same file, and need not be XML.
    entries = re.findall(r'^\s*<testcase name="([^"]+)".* status="(\w+)"',
                         pathlib.Path(junit).read_text(errors="replace"), re.MULTILINE)
    for name, status in entries:
        ran = status == "run"
        xml = pathlib.Path(folder) / (name + ".xml")
        counts = cases_of(xml) or (int(ran), 0, 0)
        if not ran and counts[1] == 0:
            counts = (counts[0], 1, counts[2])
        totals = [a + b for a, b in zip(totals, counts)]
    print(*totals)


if __name__ == "__main__":
    main(*sys.argv[1:3])
