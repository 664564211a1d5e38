"""evidence.json, format spotcheck-evidence/1 (lib/journal/README.md): that the
journal holds a draw's events, in the draw's order, saying what draw.json says.
"""

import base64
import binascii
import datetime
import hashlib
import re
import unicodedata

import bundle as grammar
from primitives import (SUITES, Refused, refuse_unless, verify_key_point,
                        verify_signature)

MAX_BYTES = 16 << 20
MAX_DEPTH = 16  # of evidence.json, and of a leaf
MAX_INDEX = 2**53 - 1
MAX_SIGNATURES = 64
SELF_CONSISTENT = "self-consistent only: no journal proofs"
NOT_PINNED = "journal key not pinned"

_TYPES = {"WITNESS_REGISTERED": "witness.registered", "TASK_CREATED": "task.created",
          "PREVIOUS_COMMITTED": "draw.committed", "COMMITTED": "draw.committed",
          "REVEALED": "draw.revealed", "BEACON": "draw.beacon", "RUN": "draw.run",
          "OPENED": "draw.opened"}
_BEFORE = {"WITNESS_REGISTERED", "TASK_CREATED", "PREVIOUS_COMMITTED"}
# The stages in order; a beacon's round may be published between reveals.
_STAGE = {"COMMITTED": 0, "REVEALED": 1, "BEACON": 1, "RUN": 2, "OPENED": 3}
_ZERO = "0" * 64
# Chain hash: time of round 1 in Unix seconds, seconds between rounds.
_CHAINS = {
    "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": (1595431050, 30),
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": (1692803367, 3)}
_MAX_ROUND = 10**12


_WHITE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NAME = f"[^+{_WHITE}\x00-\x1f\x7f-\x9f]+"


def _is_line(text):
    return text != "" and re.search("[\x00-\x1f\x7f-\x9f]", text) is None


def _base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        data = None
    refuse_unless(data is not None and base64.b64encode(data).decode() == text,
                  "evidence: base64 that is not canonical")
    return data


def _is_index(value):
    return grammar.is_number(value, 0, MAX_INDEX)


def _fields(value, names, where):
    refuse_unless(isinstance(value, dict) and value.keys() == set(names),
                  f"evidence: members of {where}")
    return [value[name] for name in names]


def _parse(data):
    refuse_unless(len(data) <= MAX_BYTES and b"\0" not in data, "evidence: too large, or a NUL")
    j = grammar.parse_json(data, MAX_DEPTH)
    kind, key, checkpoint, entries = _fields(
        j, ["format", "journal_key", "checkpoint", "entries"], "the file")
    refuse_unless(kind == "spotcheck-evidence/1", "evidence: format")
    refuse_unless(isinstance(key, str) and isinstance(checkpoint, str) and
                  isinstance(entries, list), "evidence: types")
    parsed, last = [], -1
    for entry in entries:
        role, index, leaf, proof = _fields(entry, ["role", "index", "leaf", "proof"], "an entry")
        refuse_unless(isinstance(role, str) and role in _TYPES, "evidence: role")
        refuse_unless(_is_index(index) and index > last, "evidence: indexes do not ascend")
        refuse_unless(isinstance(leaf, str) and isinstance(proof, list) and
                      all(map(grammar.is_hex32, proof)), "evidence: an entry's leaf or proof")
        last = index
        parsed.append((role, index, _base64(leaf), [bytes.fromhex(h) for h in proof]))
    return key, checkpoint, parsed


def _open_key(text):
    match = re.fullmatch(rf"({_NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/=]+)", text)
    refuse_unless(match, "evidence: the journal's key does not parse")
    name, key_id, data = match[1], bytes.fromhex(match[2]), _base64(match[3])
    refuse_unless(len(data) == 33 and data[0] == 1, "evidence: the journal's key is no Ed25519 key")
    digest = hashlib.sha256(name.encode() + b"\n" + data).digest()
    refuse_unless(digest[:4] == key_id, "evidence: the journal's key has another id")
    refuse_unless(verify_key_point(data[1:]) is not None, "evidence: the journal's key is no point")
    return name, key_id, data[1:]


def _open_checkpoint(note, name, key_id, key):
    """(size, root) of the note, signed by the key."""
    refuse_unless(re.search("[\x00-\x09\x0b-\x1f]", note) is None,
                  "evidence: a control character in the checkpoint")
    text, separator, signatures = note.rpartition("\n\n")
    refuse_unless(separator and signatures.endswith("\n"), "evidence: the checkpoint is no note")
    text += "\n"
    signed = False
    lines = signatures[:-1].split("\n")
    refuse_unless(len(lines) <= MAX_SIGNATURES, "evidence: too many signatures")
    for line in lines:
        match = re.fullmatch(rf"— ({_NAME}) ([A-Za-z0-9+/=]+)", line)
        refuse_unless(match, "evidence: a signature line does not parse")
        data = _base64(match[2])
        refuse_unless(len(data) > 4, "evidence: a signature line without a signature")
        if match[1] == name and data[:4] == key_id:
            refuse_unless(verify_signature(key, text.encode(), data[4:]),
                          "evidence: the checkpoint's signature is wrong")
            signed = True
    refuse_unless(signed, "evidence: the checkpoint is not signed with the journal's key")
    rows = text[:-1].split("\n")
    refuse_unless(len(rows) >= 3 and rows[0] == name and all(map(_is_line, rows)) and
                  re.fullmatch("0|[1-9][0-9]{0,19}", rows[1]) and int(rows[1]) < 2**64,
                  "evidence: the checkpoint's text")
    root = _base64(rows[2])
    refuse_unless(len(root) == 32, "evidence: the checkpoint's root")
    return int(rows[1]), root


def _included(leaf, index, proof, size, root):
    """RFC 9162, 2.1.3.2."""
    if index >= size:
        return False
    node, last = index, size - 1
    suite = SUITES["SHA256"]
    digest = suite.hash(b"\0" + leaf)
    for sibling in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            digest = suite.hash(b"\1" + sibling + digest)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            digest = suite.hash(b"\1" + digest + sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and digest == root


def _time(text):
    match = isinstance(text, str) and re.fullmatch(r"(.{19})(?:\.([0-9]{6}))?Z", text)
    refuse_unless(match and grammar.is_time(match[1] + "Z"), f"evidence: time {text!r:.40}")
    return datetime.datetime.fromisoformat(match[1]), int(match[2] or "0")


def _is_count(value):
    return grammar.is_number(value, 0, MAX_INDEX)


def _is_text(value):
    return isinstance(value, str)


def _is_hex(value):
    return isinstance(value, str) and re.fullmatch("(?:[0-9a-f]{2})*", value) is not None


_ATTEMPT = {"task": _is_text, "attempt": _is_count}
_COMMITTED_WITNESS = {"name": _is_text, "key": _is_hex, "commitment": grammar.is_hex32}
# What a leaf's data must have, at least.
_MEMBERS = {
    "witness.registered": {"name": _is_text, "organisation": _is_text, "key": _is_hex},
    "task.created": {"task": _is_text},
    "draw.committed": {
        **_ATTEMPT, "previous": grammar.is_hex32, "commitment": grammar.is_hex32,
        "authority": _is_text, "level": _is_text, "authority_region": _is_text,
        "deadline": grammar.is_time, "suite": lambda v: v in ("SHA256", "SM3"),
        "witnesses": lambda v: isinstance(v, list) and all(
            _has(w, _COMMITTED_WITNESS) for w in v)},
    "draw.revealed": {**_ATTEMPT, "position": _is_count, "name": _is_text, "key": _is_hex,
                      "contribution": _is_hex, "signature": _is_hex},
    "draw.beacon": {**_ATTEMPT, "value": _is_hex, "signature": _is_hex},
    "draw.run": {**_ATTEMPT, "commitment": grammar.is_hex32, "result_root": grammar.is_hex32,
                 "transcript": grammar.is_hex32},
    "draw.opened": _ATTEMPT,
}


def _has(value, members):
    return isinstance(value, dict) and all(
        name in value and fits(value[name]) for name, fits in members.items())


class _Leaf:
    """The members that its type must have, by name."""

    def __init__(self, role, data):
        refuse_unless(b"\0" not in data, "evidence: a NUL in a leaf")
        leaf = grammar.parse_json(data, MAX_DEPTH)
        kind = _TYPES[role]
        refuse_unless(isinstance(leaf, dict) and _is_count(leaf.get("v")) and leaf["v"] == 1 and
                      leaf.get("type") == kind and _is_text(leaf.get("actor")) and
                      _has(leaf.get("data"), _MEMBERS[kind]), f"evidence: the leaf is no {kind}")
        self.time = _time(leaf.get("time"))
        self._data = leaf["data"]

    def __getitem__(self, name):
        return self._data[name]


def _same(leaf, where, **expected):
    for name, value in expected.items():
        refuse_unless(leaf[name] == value, f"evidence: {where} says another {name}")


def _folded(text):
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(f"[{_WHITE}]", "", text)


def _check_counts_and_order(entries, j):
    roles = [role for role, *_ in entries]
    expected = {"WITNESS_REGISTERED": len(j["witnesses"]), "TASK_CREATED": 1,
                "PREVIOUS_COMMITTED": int(j["previous"] != _ZERO), "COMMITTED": 1,
                "REVEALED": len(j["witnesses"]), "BEACON": int(j["beacon_spec"] != ""), "RUN": 1}
    for role, count in expected.items():
        refuse_unless(roles.count(role) == count, f"evidence: {role} not {count} times")
    refuse_unless(roles.count("OPENED") <= 1, "evidence: OPENED more than once")
    places = [-1 if role in _BEFORE else _STAGE[role] for role in roles]
    refuse_unless(places == sorted(places), "evidence: the events are not in the draw's order")


def _check_reveals(leaves, j):
    positions = []
    for leaf in leaves:
        position = leaf["position"]
        refuse_unless(grammar.is_number(position, 1, len(j["witnesses"])), "evidence: position")
        witness = j["witnesses"][position - 1]
        _same(leaf, "a reveal", task=j["task"], attempt=j["attempt"], name=witness["name"],
              key=witness["key"], contribution=witness["contribution"],
              signature=witness["signature"])
        positions.append(position)
    refuse_unless(len(set(positions)) == len(positions), "evidence: a witness reveals twice")


def _check_witnesses(registered, j):
    known = {(leaf["key"], leaf["name"]) for leaf in registered}
    for witness in j["witnesses"]:
        refuse_unless((witness["key"], witness["name"]) in known,
                      f"evidence: {witness['name']} is not registered with that key")
    authority = _folded(j["plan"]["authority"])
    refuse_unless(any(_folded(leaf["organisation"]) not in ("", authority)
                      for leaf in registered),
                  "evidence: no witness of another body")


def _check_previous(leaf, committed, j):
    _same(leaf, "the previous commitment", commitment=j["previous"],
          authority=committed["authority"], level=committed["level"],
          authority_region=committed["authority_region"])
    refuse_unless(leaf["task"] != j["task"] or leaf["attempt"] == j["attempt"] - 1,
                  "evidence: the previous attempt has another number")


def _check_days(committed, others, j):
    try:
        day = (committed.time[0] + datetime.timedelta(hours=8)).date().isoformat()
    except OverflowError:  # the first day of the year 10000
        day = "9999-12-31"
    refuse_unless(j["plan"]["as_of"] <= day, "evidence: as_of is after the commitment's day")
    deadline = _time(j["plan"]["deadline"])
    refuse_unless(all(leaf.time < deadline for leaf in [committed] + others),
                  "evidence: something came after the deadline")


def _check_beacon_round(committed, beacon, j):
    _, chain, digits = j["beacon_spec"].split(":")
    refuse_unless(chain in _CHAINS and int(digits) < _MAX_ROUND,
                  "evidence: the time of the beacon's round is not known")
    genesis, period = _CHAINS[chain]
    epoch = datetime.datetime(1970, 1, 1)
    try:
        moment = epoch + datetime.timedelta(seconds=genesis + (int(digits) - 1) * period)
    except OverflowError as error:
        raise Refused("evidence: the beacon's round lies beyond every date") from error
    refuse_unless(committed.time < (moment, 0), "evidence: the beacon's round was before the "
                  "commitment")
    refuse_unless((moment, 0) <= beacon.time, "evidence: the beacon came before its round")
    refuse_unless((moment, 0) < _time(j["plan"]["deadline"]),
                  "evidence: the beacon's round is not before the deadline")


def _check_leaves(leaves, j):
    attempt = {"task": j["task"], "attempt": j["attempt"]}
    committed, run = leaves["COMMITTED"][0], leaves["RUN"][0]
    _same(leaves["TASK_CREATED"][0], "the task", task=j["task"])
    _same(committed, "the commitment", **attempt, previous=j["previous"],
          commitment=j["commitment"], authority=j["plan"]["authority"],
          level=j["plan"]["level"], suite=j["suite"], deadline=j["plan"]["deadline"])
    said = [{name: w.get(name) for name in ("name", "key", "commitment")}
            for w in committed["witnesses"]]
    refuse_unless(said == [{name: w[name] for name in ("name", "key", "commitment")}
                           for w in j["witnesses"]], "evidence: the commitment's witnesses")
    _check_reveals(leaves["REVEALED"], j)
    for leaf in leaves["BEACON"]:
        _same(leaf, "the beacon", **attempt, value=j["beacon_value"],
              signature=j["beacon_signature"])
        _check_beacon_round(committed, leaf, j)
    _same(run, "the run", **attempt, commitment=j["commitment"],
          result_root=j["result_root"], transcript=j["transcript"])
    for leaf in leaves["OPENED"]:
        _same(leaf, "the opening", **attempt)
    _check_witnesses(leaves["WITNESS_REGISTERED"], j)
    for leaf in leaves["PREVIOUS_COMMITTED"]:
        _check_previous(leaf, committed, j)
    _check_days(committed, leaves["REVEALED"] + leaves["BEACON"], j)


def verify(bundle, pinned):
    """What stays open; Refused where the journal does not bear the draw out.
    `pinned` is the journal's verifier key, or None."""
    if bundle.evidence is None:
        return [SELF_CONSISTENT]
    key_text, note, entries = _parse(bundle.evidence)
    refuse_unless(pinned is None or key_text == pinned, "evidence: another journal's key")
    name, key_id, key = _open_key(key_text)
    size, root = _open_checkpoint(note, name, key_id, key)
    leaves = {role: [] for role in _TYPES}
    for role, index, leaf, proof in entries:
        refuse_unless(_included(leaf, index, proof, size, root),
                      f"evidence: leaf {index} is not in the journal")
        leaves[role].append(_Leaf(role, leaf))
    _check_counts_and_order(entries, bundle.json)
    _check_leaves(leaves, bundle.json)
    return [] if pinned else [NOT_PINNED]
