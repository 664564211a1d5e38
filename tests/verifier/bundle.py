"""A bundle's folder, read strictly: everything outside the protocol's grammar,
and every inconsistency that its section "A verifier refuses" lists and that
needs no seed, is Refused."""

import collections
import datetime
import hashlib
import json
import math
import os
import re
import unicodedata

from primitives import refuse_unless, verify_key_point

TSV = ("frame.tsv", "lines.tsv", "labs.tsv", "inspectors.tsv")
EVIDENCE = "evidence.json"
MAX_NUMBER = 1_000_000
MAX_OVERFLOW = MAX_NUMBER**2  # the units to place: a sample's lines
MAX_WEIGHT = 1_000
MAX_CATEGORIES = 65_535
FIRST_YEAR = "1900"
MAX_DEPTH = 8  # of draw.json; four levels are in use
MAX_FILE_BYTES = 1 << 30  # of one file; larger ones are not for this verifier

_USCI_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LINE_CODES = {"SIX_MONTHS": True, "SUPERIOR_CHECK": True, "RESERVED": True,
               "NO_LAB": False}  # whether an evidence follows
_ENTERPRISE_CODES = {"OTHER_STRATUM": False, "WITHDRAWN": True, "ALREADY_SELECTED": True,
                     "DEREGISTERED": True, "NO_ELIGIBLE_LINE": False}
_LATER_CODES = {"OTHER_STRATUM", "WITHDRAWN", "ALREADY_SELECTED"}  # attempt > 1 only


def _matches(pattern):
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


is_id = _matches(r"[A-Za-z0-9._-]{1,64}")
is_stratum = _matches(r"[A-Z0-9]{1,8}")
is_hex32 = _matches(r"[0-9a-f]{64}")
is_hex64 = _matches(r"[0-9a-f]{128}")
is_contribution = _matches(r"([0-9a-f]{2}){16,64}")
is_beacon_signature = _matches(r"([0-9a-f]{2}){1,100}")
_is_usci_shape = _matches(f"[{_USCI_ALPHABET}]{{18}}")
is_fraction = _matches(r"(0|[1-9][0-9]*)/[1-9][0-9]*")


def is_usci(text):
    """GB 32100: the check character completes the weighted sum to 0 mod 31."""
    if not _is_usci_shape(text):
        return False
    values = [_USCI_ALPHABET.index(c) for c in text]
    total = sum(value * pow(3, i, 31) for i, value in enumerate(values[:17]))
    return (total + values[17]) % 31 == 0


def is_text(value):
    if not isinstance(value, str) or not 1 <= len(value) <= 200:
        return False
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        return False
    return unicodedata.is_normalized("NFC", value)


def is_number(value, low=1, high=MAX_NUMBER):
    return type(value) is int and low <= value <= high


def is_date(value):
    if not _matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return value >= FIRST_YEAR


def is_time(value):
    if not _matches(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")(value):
        return False
    if not is_date(value[:10]):
        return False
    hour, minute, second = value[11:13], value[14:16], value[17:19]
    return hour < "24" and minute < "60" and second < "60"


def is_set_of_texts(value):
    return (isinstance(value, list) and all(map(is_text, value)) and
            len(set(value)) == len(value))


def _each_key(key_ok, value_ok):
    return lambda value: isinstance(value, dict) and all(
        key_ok(k) and value_ok(v) for k, v in value.items())


_PLAN = {
    "authority": is_text,
    "level": _matches("national|provincial|city|county"),
    "region": _matches("0|(?!00)([0-9]{2}){0,2}(?!00)[0-9]{2}"),  # one spelling each
    "purpose": _matches("ROUTINE|FOLLOW_UP|EMERGENCY"),
    "categories": lambda v: is_set_of_texts(v) and 0 < len(v) <= MAX_CATEGORIES,
    "policies": is_set_of_texts,
    "as_of": is_date,
    "sample_size": is_number,
    "lines_per_enterprise": is_number,
    "inspectors_per_enterprise": is_number,
    "weights": _each_key(is_stratum, lambda v: is_number(v, 1, MAX_WEIGHT)),
    "deadline": is_time,
}
_WITNESS = {"name": is_text, "key": is_hex32, "commitment": is_hex32,
            "contribution": is_contribution, "signature": is_hex64}
_LINE = {"line_id": is_id, "lab_id": is_id}
_SELECTED = {"rank": is_number, "usci": is_usci, "stratum": is_stratum, "ticket": is_hex32,
             "lines": [_LINE], "inspectors": lambda v: isinstance(v, list) and all(map(is_id, v))}
_DRAW = {
    "protocol": _matches("spotcheck-draw/1"),
    "suite": _matches("SHA256|SM3"),
    "task": lambda v: isinstance(v, str) and v.startswith("tasks/") and is_id(v[6:]),
    "attempt": is_number,
    "previous": is_hex32,
    "plan": _PLAN,
    "beacon_spec": lambda v: v == "" or (
        _matches("drand:[0-9a-f]{64}:[1-9][0-9]{0,17}")(v)),
    "beacon_value": lambda v: v == "" or is_hex32(v),
    "beacon_signature": lambda v: v == "" or is_beacon_signature(v),
    "operator_secret": is_hex32,
    "operator_commitment": is_hex32,
    "witnesses": [_WITNESS],
    "frame_root": is_hex32,
    "frame_size": is_number,
    "lines_root": is_hex32,
    "labs_root": is_hex32,
    "inspectors_root": is_hex32,
    "commitment": is_hex32,
    "allocation": _each_key(is_stratum, lambda v: is_number(v, 0)),
    "inclusion_probability": _each_key(is_stratum, is_fraction),
    "lab_overflow": lambda v: is_number(v, 0, MAX_OVERFLOW),
    "inspector_overflow": lambda v: is_number(v, 0, MAX_OVERFLOW),
    "selection": [_SELECTED],
    "result_root": is_hex32,
    "transcript": is_hex32,
}


def _check(value, shape, where):
    if isinstance(shape, dict):
        refuse_unless(isinstance(value, dict), f"{where} is not an object")
        refuse_unless(value.keys() == shape.keys(),
                      f"{where}: fields {sorted(value.keys() ^ shape.keys())}")
        for key, inner in shape.items():
            _check(value[key], inner, f"{where}.{key}" if where else key)
    elif isinstance(shape, list):
        refuse_unless(isinstance(value, list), f"{where} is not a list")
        for i, element in enumerate(value):
            _check(element, shape[0], f"{where}[{i}]")
    else:
        refuse_unless(shape(value), f"{where} is outside the grammar: {value!r:.80}")


def _without_repeats(pairs):
    result = dict(pairs)
    refuse_unless(len(result) == len(pairs), "a field occurs twice")
    return result


def _no_constant(name):
    refuse_unless(False, f"{name} is no JSON")


def _finite(text):
    value = float(text)
    refuse_unless(math.isfinite(value), "a number beyond every double")
    return value


def _integer(text):
    """An int only where no sign stands: elsewhere no integer is looked for."""
    _finite(text)
    return float(text) if text.startswith("-") else int(text)


def _check_tree(value, levels):
    """No deeper than the levels, and no half of a surrogate pair in a text."""
    if isinstance(value, str):
        refuse_unless(not any("\ud800" <= c <= "\udfff" for c in value),
                      "half of a surrogate pair")
    elif isinstance(value, (dict, list)):
        refuse_unless(levels > 0, "JSON nested too deep")
        for inner in value:
            _check_tree(inner, levels - 1)
        for inner in value.values() if isinstance(value, dict) else ():
            _check_tree(inner, levels - 1)


def parse_json(data, depth):
    try:
        value = json.loads(data.decode(), object_pairs_hook=_without_repeats,
                           parse_constant=_no_constant, parse_float=_finite,
                           parse_int=_integer)
    except (ValueError, RecursionError) as error:
        refuse_unless(False, f"no JSON: {error}")
    _check_tree(value, depth)
    return value


class Bundle:
    """The parsed folder. raw: file -> lines as bytes; frame: usci -> (stratum,
    code); eligible: stratum -> [usci]; eligible_lines: usci -> [line id]."""

    def __init__(self, folder):
        files = set(os.listdir(folder))
        needed = set(TSV) | {"draw.json"}
        refuse_unless(needed <= files, f"missing files: {sorted(needed - files)}")
        unknown = files - needed - {EVIDENCE}
        refuse_unless(not unknown, f"unknown files: {sorted(unknown)}")
        data = {name: self._read(os.path.join(folder, name)) for name in files}
        self.json = parse_json(data["draw.json"], MAX_DEPTH)
        _check(self.json, _DRAW, "")
        self.evidence = data.get(EVIDENCE)
        self._check_header()
        self.raw = {name: self._lines(name, data[name]) for name in TSV}
        self._read_frame()
        self._read_labs()
        self._read_inspectors()
        self._read_lines()
        self._check_enterprises()

    @staticmethod
    def _read(path):
        refuse_unless(os.path.isfile(path) and not os.path.islink(path),
                      f"{os.path.basename(path)} is no plain file")
        refuse_unless(os.path.getsize(path) <= MAX_FILE_BYTES, "a file is too large")
        with open(path, "rb") as file:
            return file.read()

    @staticmethod
    def _lines(name, data):
        if not data:
            return []
        refuse_unless(data.endswith(b"\n"), f"{name}: no line feed at the end")
        lines = data[:-1].split(b"\n")
        for a, b in zip(lines, lines[1:]):
            refuse_unless(a < b, f"{name}: lines are not strictly ascending at {b!r:.60}")
        return lines

    def _rows(self, name):
        for line in self.raw[name]:
            try:
                fields = line.decode().split("\t")
            except UnicodeDecodeError:
                refuse_unless(False, f"{name}: no UTF-8")
            refuse_unless(all(map(is_text, fields)), f"{name}: bad field in {fields!r:.80}")
            yield fields

    def _check_header(self):
        j = self.json
        refuse_unless(j["attempt"] == 1 or j["previous"] != "0" * 64,
                      "attempt > 1 without a previous commitment")
        names = [w["name"] for w in j["witnesses"]]
        keys = [w["key"] for w in j["witnesses"]]
        refuse_unless(names, "no witness")
        refuse_unless(len(set(names)) == len(names), "a witness occurs twice")
        refuse_unless(len(set(keys)) == len(keys), "a witness's key occurs twice")
        for key in keys:
            refuse_unless(verify_key_point(bytes.fromhex(key)) is not None,
                          "a witness's key is no point, or of small order")
        present = [j[f] != "" for f in ("beacon_spec", "beacon_value", "beacon_signature")]
        refuse_unless(all(present) or not any(present), "beacon fields without each other")
        if all(present):
            digest = hashlib.sha256(bytes.fromhex(j["beacon_signature"])).hexdigest()
            refuse_unless(digest == j["beacon_value"],
                          "the beacon's value is not its signature's SHA-256")

    def _status(self, text, codes, where):
        """The code, "" for ELIGIBLE."""
        if text == "ELIGIBLE":
            return ""
        parts = text.split(":")
        refuse_unless(parts[0] == "EXCLUDED" and len(parts) in (2, 3) and parts[1] in codes,
                      f"{where}: status {text!r:.60}")
        code, has_evidence = parts[1], len(parts) == 3
        refuse_unless(has_evidence == codes[code] and (not has_evidence or is_id(parts[2])),
                      f"{where}: evidence of {text!r:.60}")
        refuse_unless(code not in _LATER_CODES or self.json["attempt"] > 1,
                      f"{where}: {code} in a first attempt")
        return code

    def _read_frame(self):
        self.frame = {}
        weights = self.json["plan"]["weights"]
        for fields in self._rows("frame.tsv"):
            refuse_unless(len(fields) == 3, "frame.tsv: not three fields")
            usci, stratum, status = fields
            refuse_unless(is_usci(usci), f"frame.tsv: code {usci}")
            refuse_unless(usci not in self.frame, f"frame.tsv: {usci} twice")
            refuse_unless(is_stratum(stratum) and stratum in weights,
                          f"frame.tsv: stratum {stratum} without weight")
            code = self._status(status, _ENTERPRISE_CODES, "frame.tsv")
            self.frame[usci] = (stratum, code)

    def _read_bins(self, name, kinds, reasons):
        """capacity, scope and bars of labs.tsv or inspectors.tsv."""
        capacity = {}
        scope = collections.defaultdict(set)
        bars = collections.defaultdict(set)
        for fields in self._rows(name):
            b, kind = fields[0], fields[1] if len(fields) > 1 else ""
            refuse_unless(is_id(b) and kind in kinds and len(fields) == kinds[kind],
                          f"{name}: row {fields!r:.80}")
            if kind == "CAPACITY":
                refuse_unless(b not in capacity, f"{name}: two capacities of {b}")
                refuse_unless(re.fullmatch("[1-9][0-9]{0,6}", fields[2]) and
                              int(fields[2]) <= MAX_NUMBER, f"{name}: capacity of {b}")
                capacity[b] = int(fields[2])
            elif kind == "SCOPE":
                scope[b].add(fields[2])
            else:
                usci, reason, evidence = fields[2:]
                refuse_unless(usci in self.frame, f"{name}: bar outside the frame: {usci}")
                refuse_unless(reason in reasons and is_id(evidence), f"{name}: bar {fields!r}")
                refuse_unless(b not in bars[usci], f"{name}: two bars of {b} for {usci}")
                bars[usci].add(b)
        named = set(scope).union(*bars.values()) if bars else set(scope)
        refuse_unless(named <= set(capacity), f"{name}: no capacity of {named - set(capacity)}")
        return capacity, scope, bars

    def _read_labs(self):
        kinds = {"CAPACITY": 3, "SCOPE": 3, "BAR": 5}
        self.lab_capacity, scope, self._lab_bars = self._read_bins(
            "labs.tsv", kinds, {"CONFLICT", "LAST_LAB"})
        self._labs_by_category = collections.defaultdict(set)
        for lab, categories in scope.items():
            for category in categories:
                self._labs_by_category[category].add(lab)

    def _read_inspectors(self):
        self.inspector_capacity, _, self._inspector_bars = self._read_bins(
            "inspectors.tsv", {"CAPACITY": 3, "BAR": 5}, {"RECUSAL"})

    def _read_lines(self):
        self._category = {}
        self.eligible_lines = collections.defaultdict(list)
        categories = set(self.json["plan"]["categories"])
        for fields in self._rows("lines.tsv"):
            refuse_unless(len(fields) == 4, "lines.tsv: not four fields")
            usci, line, category, status = fields
            where = f"lines.tsv: {usci} {line}"
            refuse_unless(usci in self.frame and is_id(line), f"{where}: not in the frame")
            refuse_unless((usci, line) not in self._category, f"{where}: twice")
            refuse_unless(category in categories, f"{where}: category not of the plan")
            self._category[usci, line] = category
            code = self._status(status, _LINE_CODES, where)
            has_lab = bool(self.labs_for(usci, line))
            refuse_unless(code or has_lab, f"{where}: eligible without a laboratory")
            refuse_unless(code != "NO_LAB" or not has_lab, f"{where}: NO_LAB with one")
            if not code:
                self.eligible_lines[usci].append(line)

    def _check_enterprises(self):
        self.eligible = collections.defaultdict(list)
        plan = self.json["plan"]
        for usci, (stratum, code) in self.frame.items():
            has_line = usci in self.eligible_lines
            refuse_unless(code or has_line, f"{usci} is eligible without an eligible line")
            refuse_unless(code != "NO_ELIGIBLE_LINE" or not has_line,
                          f"{usci} has an eligible line, and NO_ELIGIBLE_LINE")
            if not code:
                refuse_unless(
                    len(self.inspectors_for(usci)) >= plan["inspectors_per_enterprise"],
                    f"{usci} has too few unbarred inspectors")
                self.eligible[stratum].append(usci)
        for usci, (stratum, code) in self.frame.items():
            refuse_unless(code != "OTHER_STRATUM" or stratum not in self.eligible,
                          f"{usci}: OTHER_STRATUM in a stratum with eligible enterprises")
        total = sum(map(len, self.eligible.values()))
        refuse_unless(plan["sample_size"] <= total,
                      f"a sample of {plan['sample_size']} from {total} eligible enterprises")

    def labs_for(self, usci, line):
        return (self._labs_by_category.get(self._category[usci, line], frozenset()) -
                self._lab_bars.get(usci, frozenset()))

    def inspectors_for(self, usci):
        return self.inspector_capacity.keys() - self._inspector_bars.get(usci, frozenset())
