"""Makes a changed bundle consistent again: everything that follows from id, plan,
files and witnesses is computed anew and signed with keys of our own, and so is a
journal that bears it out. What then still refuses it is the grammar alone."""

import base64
import hashlib
import itertools
import json

import draw
from primitives import SUITES, lp, sign, signing_key

_WITNESSES = 2
_ORIGIN = "differential.example/journal"
_JOURNAL_SEED = hashlib.sha256(b"journal").digest()


def _witness(task_chain, number, suite, name):
    seed = hashlib.sha256(b"witness %d" % number).digest()
    key = signing_key(seed)
    contribution = hashlib.sha256(b"contribution %d" % number).digest()
    commitment = suite.hash(lp("witness", *task_chain, name, key, contribution))
    return seed, {"name": name, "key": key.hex(), "commitment": commitment.hex(),
                  "contribution": contribution.hex(), "signature": ""}


class Loose:
    """A bundle as draw.py reads it, from values and lines that no grammar has
    seen; where they make no sense at all an error comes out of draw.py."""

    def __init__(self, values, files):
        self.json = values
        self.raw = {name: data[:-1].split(b"\n") if data else [] for name, data in files.items()}
        rows = {name: [line.decode().split("\t") for line in lines]
                for name, lines in self.raw.items()}
        self.frame = {row[0]: (row[1], row[2]) for row in rows["frame.tsv"]}
        self._category = {(row[0], row[1]): row[2] for row in rows["lines.tsv"]}
        self.eligible_lines = {}
        for row in rows["lines.tsv"]:
            if row[3] == "ELIGIBLE":
                self.eligible_lines.setdefault(row[0], []).append(row[1])
        self.eligible = {}
        for usci, (stratum, status) in self.frame.items():
            if status == "ELIGIBLE":
                self.eligible.setdefault(stratum, []).append(usci)
        self.lab_capacity, self._scope, self._lab_bars = self._bins(rows["labs.tsv"])
        self.inspector_capacity, _, self._inspector_bars = self._bins(rows["inspectors.tsv"])

    @staticmethod
    def _bins(rows):
        capacity = {row[0]: int(row[2]) for row in rows if row[1] == "CAPACITY"}
        scope = {(row[0], row[2]) for row in rows if row[1] == "SCOPE"}
        bars = {(row[0], row[2]) for row in rows if row[1] == "BAR"}
        return capacity, scope, bars

    def labs_for(self, usci, line):
        category = self._category[usci, line]
        return {lab for lab in self.lab_capacity
                if (lab, category) in self._scope and (lab, usci) not in self._lab_bars}

    def inspectors_for(self, usci):
        return {i for i in self.inspector_capacity if (i, usci) not in self._inspector_bars}


    def check_servable(self):
        """Nobody serves what has no laboratory or too few inspectors: no capacity,
        however raised, would end the assignment."""
        slots = self.json["plan"]["inspectors_per_enterprise"]
        for usci in itertools.chain.from_iterable(self.eligible.values()):
            if len(self.inspectors_for(usci)) < slots or not all(
                    self.labs_for(usci, line) for line in self.eligible_lines[usci]):
                raise ValueError("no assignment")


def repair(values, files):
    """draw.json's values with everything recomputed; the TSV files stay."""
    j = json.loads(json.dumps(values))
    suite = SUITES[j["suite"]]
    chain = (j["task"], j["attempt"], bytes.fromhex(j["previous"]))
    names = [w["name"] for w in j["witnesses"]][:_WITNESSES]
    pairs = [_witness(chain, number, suite, name) for number, name in enumerate(names)]
    j["witnesses"] = [witness for _, witness in pairs]
    bundle = Loose(j, files)
    bundle.check_servable()
    fields, _, commitment = draw.commitments(bundle)
    j.update(fields)
    message = lp("spotcheck-draw/1 witness", commitment)
    for (seed, witness) in pairs:
        witness["signature"] = sign(seed, message).hex()
    j.update(draw.run(bundle, commitment))
    return j


# --- The journal ------------------------------------------------------------


def leaves_of(j):
    """(role, leaf) of the draw's events, as a journal holds them."""
    attempt = {"task": j["task"], "attempt": j["attempt"]}
    region = j["plan"]["region"]
    leaves = [("WITNESS_REGISTERED", "witness.registered",
               {"name": w["name"], "organisation": f"单位 {i}", "key": w["key"]})
              for i, w in enumerate(j["witnesses"])]
    leaves.append(("TASK_CREATED", "task.created", {"task": j["task"]}))
    committed = {**attempt, "previous": j["previous"], "commitment": j["commitment"],
                 "authority": j["plan"]["authority"], "level": j["plan"]["level"],
                 "authority_region": region, "deadline": j["plan"]["deadline"],
                 "suite": j["suite"],
                 "witnesses": [{name: w[name] for name in ("name", "key", "commitment")}
                               for w in j["witnesses"]]}
    if j["previous"] != "0" * 64:
        before = {**committed, "attempt": j["attempt"] - 1, "commitment": j["previous"],
                  "previous": "0" * 64}
        leaves.append(("PREVIOUS_COMMITTED", "draw.committed", before))
    leaves.append(("COMMITTED", "draw.committed", committed))
    for i, w in enumerate(j["witnesses"], 1):
        leaves.append(("REVEALED", "draw.revealed", {
            **attempt, "position": i, "name": w["name"], "key": w["key"],
            "contribution": w["contribution"], "signature": w["signature"]}))
    leaves.append(("RUN", "draw.run", {**attempt, **{
        name: j[name] for name in ("commitment", "result_root", "transcript")}}))
    leaves.append(("OPENED", "draw.opened", attempt))
    day = j["plan"]["as_of"]
    return [(role, {"v": 1, "type": kind, "time": f"{day}T00:00:{i:02}.000000Z",
                    "actor": "admin", "data": data})
            for i, (role, kind, data) in enumerate(leaves)]


def _path(suite, hashes, index):
    """RFC 6962's audit path, leaf's side first, and the root."""
    if len(hashes) == 1:
        return [], hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    left, right = hashes[:split], hashes[split:]
    inner, outer = (left, right) if index < split else (right, left)
    path, root = _path(suite, inner, index if index < split else index - split)
    other = _path(suite, outer, 0)[1]
    pair = root + other if index < split else other + root
    return path + [other], suite.hash(b"\1" + pair)


def evidence_of(leaves, note_text=None, signature_lines=()):
    """evidence.json's values for leaves given as (role, bytes)."""
    suite = SUITES["SHA256"]
    hashes = [suite.hash(b"\0" + leaf) for _, leaf in leaves]
    root = _path(suite, hashes, 0)[1]
    typed = b"\1" + signing_key(_JOURNAL_SEED)
    key_id = hashlib.sha256(_ORIGIN.encode() + b"\n" + typed).digest()[:4]
    text = f"{_ORIGIN}\n{len(leaves)}\n{base64.b64encode(root).decode()}\n"
    if note_text is not None:
        text = note_text(text)
    signature = base64.b64encode(key_id + sign(_JOURNAL_SEED, text.encode())).decode()
    lines = [*signature_lines, f"— {_ORIGIN} {signature}"]
    return {
        "format": "spotcheck-evidence/1",
        "journal_key": f"{_ORIGIN}+{key_id.hex()}+{base64.b64encode(typed).decode()}",
        "checkpoint": text + "\n" + "".join(line + "\n" for line in lines),
        "entries": [{"role": role, "index": index, "leaf": base64.b64encode(leaf).decode(),
                     "proof": [h.hex() for h in _path(suite, hashes, index)[0]]}
                    for index, (role, leaf) in enumerate(leaves)]}
