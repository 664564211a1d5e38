"""Steps 2 to 11 of spotcheck-draw/1, recomputed from a parsed bundle."""

from matching import Matching
from primitives import SUITES, lp


class Tickets:
    """Step 5."""

    def __init__(self, suite, prk):
        self._sign = suite.hmac(prk)

    def ticket(self, *labels):
        return self._sign(lp(*labels) + b"\x01")

    def uniform(self, bound, *labels):
        limit = 2**256 // bound * bound
        c = 0
        while True:
            x = int.from_bytes(self.ticket(*labels, c), "big")
            if x < limit:
                return x % bound
            c += 1


def plan_bytes(plan):
    weights = []
    for stratum in sorted(plan["weights"]):
        weights += [stratum, plan["weights"][stratum]]
    return lp("plan", plan["authority"], plan["level"], plan["region"], plan["purpose"],
              lp(*sorted(plan["categories"], key=str.encode)),
              lp(*sorted(plan["policies"], key=str.encode)), plan["as_of"],
              plan["sample_size"], plan["lines_per_enterprise"],
              plan["inspectors_per_enterprise"], lp(*weights), plan["deadline"])


def commitments(bundle):
    """Step 2: the fields that only restate the files and the inputs."""
    j, suite = bundle.json, SUITES[bundle.json["suite"]]
    chain = (j["task"], j["attempt"], bytes.fromhex(j["previous"]))
    witnesses = [
        suite.hash(lp("witness", *chain, w["name"], bytes.fromhex(w["key"]),
                      bytes.fromhex(w["contribution"]))) for w in j["witnesses"]]
    operator = suite.hash(lp("operator", *chain, bytes.fromhex(j["operator_secret"])))
    roots = {name: suite.root(bundle.raw[name.replace("_root", ".tsv")])
             for name in ("frame_root", "lines_root", "labs_root", "inspectors_root")}
    commitment = suite.hash(lp(
        "spotcheck-draw/1 commit", j["suite"], *chain, plan_bytes(j["plan"]),
        roots["frame_root"], len(bundle.frame), roots["lines_root"], roots["labs_root"],
        roots["inspectors_root"], j["beacon_spec"], operator, lp(*witnesses)))
    fields = {name: root.hex() for name, root in roots.items()}
    fields.update(operator_commitment=operator.hex(), frame_size=len(bundle.frame),
                  commitment=commitment.hex())
    return fields, [w.hex() for w in witnesses], commitment


def tickets_of(bundle, commitment):
    """Step 4."""
    j, suite = bundle.json, SUITES[bundle.json["suite"]]
    ikm = lp("spotcheck-draw/1 seed", commitment, bytes.fromhex(j["beacon_value"]),
             *(bytes.fromhex(w["contribution"]) for w in j["witnesses"]))
    return Tickets(suite, suite.hmac(bytes.fromhex(j["operator_secret"]))(ikm))


def allocate(n, sizes, weights, tickets):
    """Step 6: allocation and inclusion probabilities of strata with members."""
    free = {h for h, size in sizes.items() if size > 0}
    allocation, probability = {}, {}

    def terms():
        m = n - sum(sizes[h] for h in allocation)
        return m, sum(weights[h] * sizes[h] for h in free)

    m, d = terms()
    while full := {h for h in free if m * weights[h] > d}:
        free -= full
        for h in full:
            allocation[h], probability[h] = sizes[h], "1/1"
        m, d = terms()
    if not free:
        return allocation, probability
    u = tickets.uniform(d, "allocation")
    c = 0
    for h in sorted(free):
        q, r = divmod(m * weights[h] * sizes[h], d)
        # The number of j >= 0 with c <= u + j*d < c + r.
        first = max(0, -((u - c) // d))
        last = (c + r - 1 - u) // d
        allocation[h] = q + max(0, last - first + 1)
        probability[h] = f"{m * weights[h]}/{d}"
        c += r
    return allocation, probability


def draw_enterprises(bundle, allocation, tickets):
    """Steps 7 and 8: [(stratum, usci, ticket, [line ids])] by rank."""
    drawn = []
    for stratum in sorted(allocation):
        ranked = sorted((tickets.ticket("enterprise", usci), usci)
                        for usci in bundle.eligible[stratum])
        drawn += [(stratum, usci, ticket) for ticket, usci in ranked[:allocation[stratum]]]
    lines_each = bundle.json["plan"]["lines_per_enterprise"]
    result = []
    for stratum, usci, ticket in drawn:
        lines = sorted((tickets.ticket("line", usci, line), line)
                       for line in bundle.eligible_lines[usci])
        result.append((stratum, usci, ticket, [line for _, line in lines[:lines_each]]))
    return result


def assign_labs(bundle, drawn, tickets):
    """Step 9."""
    items = [(usci, line) for _, usci, _, lines in drawn for line in lines]
    candidates = {item: bundle.labs_for(*item) for item in items}
    matching = Matching(candidates, 1, bundle.lab_capacity)
    order = sorted((tickets.ticket("lab-order", *item), item) for item in items)
    for _, item in order:
        ranked = sorted((tickets.ticket("lab", *item, lab), lab) for lab in candidates[item])
        next(lab for _, lab in ranked if matching.fix(item, lab))
    return {item: matching.fixed(item)[0] for item in items}, matching.overflow


def assign_inspectors(bundle, drawn, tickets):
    """Step 10."""
    slots = bundle.json["plan"]["inspectors_per_enterprise"]
    uscis = [usci for _, usci, _, _ in drawn]
    candidates = {usci: bundle.inspectors_for(usci) for usci in uscis}
    matching = Matching(candidates, slots, bundle.inspector_capacity)
    order = sorted((tickets.ticket("inspector-order", usci), usci) for usci in uscis)
    for _, usci in order:
        for slot in range(1, slots + 1):
            ranked = sorted((tickets.ticket("inspector", usci, slot, i), i)
                            for i in candidates[usci] if matching.can_take(usci, i))
            next(i for _, i in ranked if matching.fix(usci, i))
    return {usci: matching.fixed(usci) for usci in uscis}, matching.overflow


def result_leaf(suite, tickets, row):
    """Step 11, of one row of the selection."""
    usci = row["usci"]
    labs = suite.hash(lp("labs", lp(*(line["lab_id"] for line in row["lines"])),
                         tickets.ticket("lab-salt", usci)))
    return "\t".join([
        str(row["rank"]), usci, row["stratum"],
        ",".join(line["line_id"] for line in row["lines"]), ",".join(row["inspectors"]),
        labs.hex(), tickets.ticket("salt", usci).hex()]).encode()


def run(bundle, commitment):
    """The fields of draw.json that follow from the seed."""
    suite = SUITES[bundle.json["suite"]]
    tickets = tickets_of(bundle, commitment)
    plan = bundle.json["plan"]
    sizes = {h: len(uscis) for h, uscis in bundle.eligible.items()}
    allocation, probability = allocate(plan["sample_size"], sizes, plan["weights"], tickets)
    drawn = draw_enterprises(bundle, allocation, tickets)
    labs, lab_overflow = assign_labs(bundle, drawn, tickets)
    inspectors, inspector_overflow = assign_inspectors(bundle, drawn, tickets)
    selection = [
        {"rank": rank, "usci": usci, "stratum": stratum, "ticket": ticket.hex(),
         "lines": [{"line_id": line, "lab_id": labs[usci, line]} for line in lines],
         "inspectors": inspectors[usci]}
        for rank, (stratum, usci, ticket, lines) in enumerate(drawn, 1)]
    root = suite.root([result_leaf(suite, tickets, row) for row in selection])
    transcript = suite.hash(lp("spotcheck-draw/1 transcript", commitment, root))
    return {"allocation": allocation, "inclusion_probability": probability,
            "lab_overflow": lab_overflow, "inspector_overflow": inspector_overflow,
            "selection": selection, "result_root": root.hex(),
            "transcript": transcript.hex()}
