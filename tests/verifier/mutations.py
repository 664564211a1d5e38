"""How differential.py changes a bundle: bytes of files, values of JSON, the folder,
and, with everything around them made consistent again, values that only the
grammar can refuse. Each way takes the generator of one case and answers what it
did, in words."""

import copy
import hashlib
import json
import unicodedata

import repair

TSV = ("frame.tsv", "lines.tsv", "labs.tsv", "inspectors.tsv")
# What stands in a folder in place of a file's bytes.
LINK, DANGLING, FOLDER, PIPE = "link", "dangling", "folder", "pipe"

_BYTES = [b"\0", b"\t", b"\r", b"\n", b" ", b"\"", b"\\", b"\x7f", b"\xff", b"\xc0\x80",
          b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85", b"\xcc\x81", b",", b"}"]
# Spelled as they are: json.dumps would not write them.
_RAW = ["-0", "-1", "0", "1.0", "1e0", "1E+2", "01", "+1", "0x1", ".5", "1.", "1e999", "-1e999",
        "9" * 20, "9" * 400, "18446744073709551615", "18446744073709551616",
        "9007199254740991", "9007199254740992", "1000000", "1000001", "NaN", "Infinity",
        "-Infinity", "true", "false", "null", '""', '"x"', "[]", "{}", '"\\ud800"',
        '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\u0000"', '"\\u000a"', '"\\/"', '"\\x"',
        '"e\\u0301"', '"\\u00e9"', '"\\u0344"', '{"a":1,"a":1}', '{"a":1,"\\u0061":1}',
        "[1,]", "// 1", "'x'"]
_RAW += ["[" * n + "]" * n for n in (3, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 2000)]
_RAW += ['{"a":' * n + "1" + "}" * n for n in (5, 7, 8, 13, 15, 16)]
_TEXTS = ["x", "", " ", "　", "\u00a0", "a\tb", "a\nb", "a\x7fb", "a\u0080b", "a\u009fb",
          "a\u00adb", "\u200b", "\ufeff", "\u2028", "\ufffe", "\uffff", "\U0010ffff", "\ue000",
          "e\u0301", "\u00e9", "\u0344", "\u212b", "\u00c5", "\u1100\u1161", "\uac00", "ﬁ",
          "\u0345\u0301", "一" * 200, "一" * 201, "\U00020000" * 200, "a" * 800, "a" * 801,
          "甲乙", "a b", "a/b", "\u202e", "\U000e0001", "ß", "İ", "ſ", "\u0378"]
_IDS = ["a", "A.b_c-9", "a" * 64, "a" * 65, "", "a b", "é", "a/b", "a:b", "-", ".", "..", "A\u200b"]
_DAYS = ["0000-01-01", "0001-01-01", "1899-12-31", "1900-01-01", "2017-02-29", "2016-02-29",
         "2017-10-16", "9999-12-31", "2017-1-1", "2017-10-16 ", "17-10-16", "2017-13-01",
         "２０１７-10-16", "+2017-10-1"]
_TIMES = ["2017-10-18T08:00:00Z", "2017-10-18T08:00:60Z", "2017-10-18T24:00:00Z",
          "2017-10-18T23:59:59Z", "0000-10-18T08:00:00Z", "1899-12-31T23:59:59Z",
          "9999-12-31T23:59:59Z", "2017-10-18T08:00:00.000000Z", "2017-10-18T08:00:00+00:00",
          "2017-10-18t08:00:00z", "2017-10-18 08:00:00Z", "2017-10-18T08:00:00",
          "2017-10-1808:00:00Z", "2017-02-29T08:00:00Z"]
_LEAF_TIMES = _TIMES + [
    "2017-10-16T00:00:00.5Z", "2017-10-16T00:00:00.123456Z", "2017-10-16T00:00:00.1234567Z",
    "2017-10-16T00:00:00.123456789Z", "9999-12-31T20:00:00.000000Z",
    "9999-12-31T15:59:59.999999Z", "2017-10-15T15:59:59.999999Z", "2017-10-15T16:00:00.000000Z"]
_REGIONS = ["0", "", "00", "64", "6400", "640000", "6401", "640100", "640181", "64018", "６４", "99",
            "000000", "0064"]
_NUMBERS = [0, 1, 2, 3, 7, 999_999, 1_000_000, 1_000_001, 1000, 1001]
_SPECS = ["", "drand:", "drand:" + "0" * 64 + ":1", "drand:" + "0" * 64 + ":01",
          "drand:" + "0" * 64 + ":" + "9" * 18, "drand:" + "0" * 64 + ":" + "9" * 19,
          "drand:" + "A" * 64 + ":1", "drand:" + "0" * 64 + ":0", "x"]
_NOTES = [lambda t: t + "extension\n", lambda t: t + "\n", lambda t: t + "a\tb\n",
          lambda t: t + "a\x01b\n", lambda t: t + "a\x7fb\n", lambda t: t + "a\u0080b\n",
          lambda t: t + "\u2028\n", lambda t: t + "\ufeff\n", lambda t: t[:-1],
          lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t + "— x y\n"]
_SIGNATURES = ["— other AAAAAAAA", "— other AAAA", "— other AAAAAA==", "— other AAAAAB==",
               "— oth\u0085er AAAAAAAA", "— oth\u0081er AAAAAAAA", "— oth\u00a0er AAAAAAAA",
               "— oth\u200ber AAAAAAAA", "— oth+er AAAAAAAA", "— oth\x7fer AAAAAAAA", "-- other AAAAAAAA",
               "—other AAAAAAAA", "— other  AAAAAAAA", "— other AAAAAAAA ", "— AAAAAAAA",
               "— other AA\u00a0AAAAAA", "x", "— other AAAA_-AA"]


def values(data):
    return json.loads(data)


def _text(value, raw, random):
    """The value in some layout, with marks replaced by raw spellings."""
    layout = random.randrange(5)
    text = json.dumps(value, ensure_ascii=layout == 1, indent=1 if layout == 2 else None,
                      separators=(",", ":") if layout == 3 else None)
    for mark, spelling in raw.items():
        text = text.replace(json.dumps(mark), spelling)
    if layout == 4:
        text = "\r\n\t " + text + random.choice([" \n", "\r\n", "\t", "\x0c", "\u00a0", "\0"])
    return text.encode("utf-8", "surrogatepass")


def _paths(value, path=()):
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, child in inner:
        yield from _paths(child, path + (key,))


def _at(value, path):
    for step in path:
        value = value[step]
    return value


def change_json(value, raw, random):
    """Changes one place of the tree; what it did."""
    path = random.choice(list(_paths(value)))
    parent, key = _at(value, path[:-1]), path[-1]
    kind = random.randrange(6)
    mark = f"@raw{len(raw)}@"
    if kind == 0:
        del parent[key]
        return f"without {path}"
    if kind == 1 and isinstance(parent, dict):
        parent[random.choice(["extra", "", key + "\u200b", key.upper()])] = mark
        raw[mark] = random.choice(_RAW)
        return f"a member beside {path}: {raw[mark]:.40}"
    if kind == 2 and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[key]))
        return f"{path} again at the end"
    if kind == 3 and isinstance(parent[key], str):
        parent[key] = random.choice([
            parent[key].upper(), parent[key] + " ", " " + parent[key], parent[key][:-1],
            unicodedata.normalize("NFD", parent[key]), parent[key] + "\0",
            random.choice(_TEXTS)])
        return f"{path} is another text: {parent[key]!r:.40}"
    raw[mark] = random.choice(_RAW)
    parent[key] = mark
    return f"{path} is {raw[mark]:.40}"


# --- Bytes, JSON and folder of a bundle as it is ----------------------------


def bytes_of_a_file(files, random):
    name = random.choice(sorted(files))
    data = files[name]
    at = random.randrange(len(data) + 1)
    what = random.randrange(12)
    lines = data.splitlines(keepends=True)
    line = random.randrange(len(lines)) if lines else 0
    if what == 0:
        data = b"\xef\xbb\xbf" + data
    elif what == 1:
        data = data.replace(b"\n", b"\r\n")
    elif what == 2 and data:
        at = min(at, len(data) - 1)
        data = data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1:]
    elif what == 3:
        data = data[:at] + data[at + 1:]
    elif what == 4:
        data = data[:at] + random.choice(_BYTES) + data[at:]
    elif what == 5:
        data = data[:at]
    elif what == 6 and lines:
        data = b"".join(lines[:line] + lines[line + 1:])
    elif what == 7 and lines:
        data = b"".join(lines[:line + 1] + lines[line:])
    elif what == 8 and lines:
        random.shuffle(lines)
        data = b"".join(lines)
    elif what == 9:
        data = data + random.choice([b"\n", b" ", b"\r\n", b"\0", b"x\n", b"\t\n", b"\x1a"])
    elif what == 10:
        data = random.choice([b"", b"\n", b"\xef\xbb\xbf", b"{}", b"null", data + data])
    else:
        data = unicodedata.normalize("NFD", data.decode()).encode()
    files[name] = data
    return f"{name}: bytes, way {what} at {at}"


def json_of_a_file(files, random):
    name = random.choice([n for n in ("draw.json", "evidence.json") if n in files])
    value, raw = values(files[name]), {}
    done = [change_json(value, raw, random) for _ in range(random.randint(0, 2)) if value]
    files[name] = _text(value, raw, random)
    return f"{name}: " + "; ".join(done or ["another layout"])


def folder(files, random):
    name = random.choice(sorted(files))
    what = random.choice(["foreign", "missing", LINK, DANGLING, FOLDER, PIPE, "renamed"])
    if what == "foreign":
        other = random.choice(["notes.txt", ".hidden", "draw.json~", "DRAW.JSON", "public.json",
                               "Thumbs.db", "evidence.json ", "frame.tsv\u200b", "a\nb"])
        files[other] = random.choice([b"", b"x", FOLDER, DANGLING, LINK])
        return f"a foreign {other!r}: {files[other]!r}"
    if what == "missing":
        del files[name]
    elif what == "renamed":
        files[name.upper()] = files.pop(name)
    else:
        files[name] = what
    return f"{name}: {what}"


# --- Values that only the grammar can refuse --------------------------------


def _change_plan(j, random):
    plan = j["plan"]
    field = random.choice(["authority", "region", "categories", "policies", "as_of", "deadline",
                           "weights", "level", "purpose", "lines_per_enterprise",
                           "inspectors_per_enterprise", "sample_size"])
    if field == "authority":
        plan[field] = random.choice(_TEXTS)
    elif field == "region":
        plan[field] = random.choice(_REGIONS)
    elif field in ("categories", "policies"):
        plan[field] = plan[field] + [random.choice(_TEXTS + _IDS + plan[field])]
    elif field == "as_of":
        plan[field] = random.choice(_DAYS)
    elif field == "deadline":
        plan[field] = random.choice(_TIMES)
    elif field == "weights":
        stratum = random.choice(["A", "Z", "A" * 8, "A" * 9, "a", "", "É", "0"] + list(plan[field]))
        plan[field][stratum] = random.choice(_NUMBERS)
    elif field == "level":
        plan[field] = random.choice(["national", "provincial", "city", "county", "County", ""])
    elif field == "purpose":
        plan[field] = random.choice(["ROUTINE", "FOLLOW_UP", "EMERGENCY", "routine", "OTHER"])
    elif field == "inspectors_per_enterprise":
        plan[field] = random.choice([0, 1, 2, 3, 4])  # more take long to assign
    else:
        plan[field] = random.choice(_NUMBERS)
    return f"plan.{field} is {plan[field]!r:.60}"


def _change_head(j, random):
    what = random.choice(["task", "attempt", "previous", "name", "beacon", "witnesses", "suite"])
    if what == "task":
        j["task"] = random.choice(["tasks/", "task/", "Tasks/", ""]) + random.choice(_IDS)
    elif what == "attempt":
        j["attempt"] = random.choice(_NUMBERS)
    elif what == "previous":
        j["previous"] = random.choice(["0" * 64, "ab" * 32])
    elif what == "name":
        random.choice(j["witnesses"])["name"] = random.choice(_TEXTS)
    elif what == "beacon":
        _give_beacon(j, random)
    elif what == "witnesses":
        j["witnesses"] = random.choice([[], j["witnesses"][:1], j["witnesses"] * 2])
    else:
        j["suite"] = "SM3" if j["suite"] == "SHA256" else "SHA256"
    return f"another {what}"


def _give_beacon(j, random):
    signature = bytes([7]) * random.choice([0, 1, 48, 96, 100, 101])
    j["beacon_spec"] = random.choice(_SPECS)
    j["beacon_signature"] = signature.hex()
    j["beacon_value"] = random.choice([hashlib.sha256(signature).hexdigest(), "", "00" * 32])


def _change_row(files, random):
    name = random.choice(TSV)
    rows = [line.split("\t") for line in files[name].decode().split("\n")[:-1]]
    if not rows:
        return f"{name}: no row"
    row = random.choice(rows)
    column = random.randrange(len(row))
    row[column] = random.choice(
        _TEXTS + _IDS + ["ELIGIBLE", "EXCLUDED:NO_LAB", "EXCLUDED:NO_LAB:x", "EXCLUDED:RESERVED:R1",
                         "EXCLUDED:RESERVED", "EXCLUDED:DEREGISTERED:D1", "EXCLUDED:WITHDRAWN:W1",
                         "EXCLUDED:OTHER_STRATUM", "EXCLUDED:NO_ELIGIBLE_LINE", "EXCLUDED:ELIGIBLE",
                         "CAPACITY", "SCOPE", "BAR", "1", "01", "0", "1000000", "1000001", "+1", "１"])
    if random.randrange(2):
        rows.sort(key=lambda r: "\t".join(r).encode())
    files[name] = "".join("\t".join(r) + "\n" for r in rows).encode()
    return f"{name}: {row!r:.80}"


def _change_leaf(leaves, random):
    role, leaf = random.choice(leaves)
    what = random.randrange(6)
    raw = {}
    if what == 0:
        leaf["time"] = random.choice(_LEAF_TIMES)
        done = f"time {leaf['time']}"
    elif what == 1 and role == "WITNESS_REGISTERED":
        organisation = random.choice(["", " ", "　", "\u0085", "\x1c", "局", "ＡＢ", "ab\u00ad"])
        for other, registered in leaves:
            if other == role:
                registered["data"]["organisation"] = organisation
        done = f"organisation {organisation!r}"
    elif what == 2 and role == "COMMITTED":
        leaf["data"]["deadline"] = random.choice(
            [leaf["data"]["deadline"][:-1] + ".000000Z", leaf["data"]["deadline"]] + _TIMES)
        done = f"deadline {leaf['data']['deadline']}"
    elif what == 3:
        target = random.choice([leaf, leaf["data"]])
        target["later_addition"] = "@raw0@"
        raw["@raw0@"] = random.choice(_RAW)
        done = f"an addition {raw['@raw0@']:.40}"
    else:
        done = change_json(leaf, raw, random)
    return f"leaf {role}: {done}", (role, leaf), raw


def _journal(files, j, random):
    """A journal around the draw, itself changed in one way or in none."""
    leaves = repair.leaves_of(j)
    done, changed, raw = "sound", None, {}
    note, lines = None, ()
    what = random.randrange(6)
    if what < 3:
        done, changed, raw = _change_leaf(leaves, random)
    elif what == 3:
        note = random.choice(_NOTES)
        done = "another checkpoint text"
    elif what == 4:
        lines = (random.choice(_SIGNATURES),)
        done = f"signature line {lines[0]!r}"
    sealed = [(role, _text(leaf, raw if changed and leaf is changed[1] else {}, random))
              for role, leaf in leaves]
    evidence = repair.evidence_of(sealed, note, lines)
    files["evidence.json"] = json.dumps(evidence, ensure_ascii=False).encode()
    return f"journal: {done}"


def repaired(files, random):
    """Everything that follows from the change follows from it again."""
    tsv = {name: files[name] for name in TSV}
    j, done = values(files["draw.json"]), []
    for _ in range(random.randint(0, 2)):
        way = random.randrange(3)
        done.append(_change_plan(j, random) if way == 0 else
                    _change_head(j, random) if way == 1 else _change_row(tsv, random))
    j = repair.repair(j, tsv)
    files.clear()
    files.update(tsv)
    if random.randrange(2):
        done.append(_journal(files, j, random))
    files["draw.json"] = json.dumps(j, ensure_ascii=False).encode()
    return "made consistent: " + "; ".join(done or ["nothing changed"])


WAYS = (bytes_of_a_file, json_of_a_file, folder, repaired, repaired, repaired)


def change(files, random):
    """Some ways in a row, mostly one; what was done. A way that the bundle as it
    is by now cannot take is left out."""
    done = []
    for _ in range(random.choice([1, 1, 1, 2])):
        before = dict(files)
        try:
            done.append(random.choice(WAYS)(files, random))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
                StopIteration, ZeroDivisionError, OverflowError) as error:
            files.clear()
            files.update(before)
            done.append(f"({type(error).__name__})")
    return " / ".join(done)

