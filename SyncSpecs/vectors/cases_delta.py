"""Cases for bundle.md and erasure.md: bundles of parts, branches, erasures, strangers and regions, applied in turn."""

import base64
import hashlib
from types import SimpleNamespace

from reference.line import chain_of, link_after, payload_digest
from writer import Writer, compress, content, end, files_of, frontier, goal, jcs, make_bundle, manifest, segment, start
from writer import tar, without_payload

LOGS = None


class Logs:
    """The logs that the bundles are of. A name with two words goes on from the one that its first word names."""

    def __init__(self):
        self.founder = founder = Writer("delta founder")
        self.joiner = Writer("delta joiner", workspace=founder.log)
        founder.add("lid", {"log": self.joiner.log, "regio": "zeeland", "rol": "onderzoeker"})
        founder.add("traject_gestart", start())
        founder.checkpoint()
        founder.add("doelscore", goal())
        founder.add("doelscore", goal(doel_nr=2))
        founder.checkpoint()
        founder.add("traject_beeindigd", end())
        founder.checkpoint()
        for score in (8, 6):
            self.joiner.add("tevredenheid", content(score, "jeugdige" if score == 8 else "ouder"))
            self.joiner.checkpoint()
        self.copy = self.joiner.branch(3)
        self.copy.add("doelscore", goal(2, doel_nr=3))
        self.copy.checkpoint()
        self.copy_copy = self.copy.branch(4)
        self.copy_copy.add("doelscore", goal(1, doel_nr=4))
        self.copy_copy.checkpoint()
        self.thief = self.joiner.branch(2)
        self.thief.add("doelscore", goal(-2))
        self.thief.checkpoint()
        self.stranger = Writer("delta stranger", workspace=founder.log)
        self.stranger.add("tevredenheid", content(1, "ouder"))
        self.stranger.checkpoint()

    def going_on(self, writer, *lines):
        """A log as it goes on after its end, with a checkpoint behind these lines."""
        copy = writer.branch(writer.seq)
        for kind, payload in lines:
            copy.add(kind, payload)
        copy.checkpoint()
        return copy


def bundle(name, hunts, data, refuse=None, line=None):
    found = {"name": name, "hunts": hunts, "accept": not refuse, "workspace": LOGS.founder.log}
    found["bundle_base64"] = base64.b64encode(data).decode()
    if refuse:
        found["expect"] = {"refuse": refuse} | ({"line": line} if line else {})
    return found


def apply(name, hunts, names, *reports, accept=None, **end):
    """`end` claims what is live, missing or erased after the last."""
    counts = ("new", "known", "held", "quarantined", "erased", "released")
    expected = [{k: n for k, n in zip(counts, report) if n or k != "released"} for report in reports]
    if accept is None:
        accept = not any(report[2] + report[3] for report in reports)
    expect = {"reports": expected} | {key: sorted(x.ref for x in lines) for key, lines in end.items()}
    return {
        "name": name, "hunts": hunts, "accept": accept, "workspace": LOGS.founder.log, "apply": names, "expect": expect,
    }


def stripped(writer, *numbers):
    """A segment of a whole log in which some lines have lost their payload."""
    texts = [without_payload(x) if x.seq in numbers else x.text.decode() for x in writer.lines]
    data = "".join(text + "\n" for text in texts).encode()
    return segment(writer)[0] | {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}, data


def part_cases():
    f, j = LOGS.founder, LOGS.joiner
    yield bundle("everything", "nothing: the plain bundle", make_bundle(f, [segment(f), segment(j)], frontier=frontier(f, j)))
    yield bundle("part 1", "nothing", make_bundle(f, [segment(f, 1, 4)]))
    yield bundle("part 2", "wanting every log from line 1", make_bundle(f, [segment(f, 5, 7)]))
    yield bundle("part 3", "nothing", make_bundle(f, [segment(f, 8), segment(j, 1, 3)]))
    yield bundle("part 4", "nothing", make_bundle(f, [segment(j, 4)]))
    yield bundle(
        "two stretches of one log", "one segment a log", make_bundle(f, [segment(f, 1, 4), segment(f, 8), segment(j)])
    )
    yield bundle(
        "stretches that overlap", "counting lines again", make_bundle(f, [segment(f, 1, 7), segment(f, 5), segment(j)])
    )
    item, data = segment(f, 5, 7)
    for name, hunts, text, line in (
        ("a line of another log in a later stretch", "checking a later stretch by its last line", j.lines[1].text, 6),
        ("a line out of its place in a later stretch", "checking a later stretch by its last line", f.lines[7].text, 6),
    ):
        texts = [f.lines[4].text, text, f.lines[6].text]
        data = b"".join(text + b"\n" for text in texts)
        changed = item | {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        yield bundle(name, hunts, make_bundle(f, [(changed, data)]), "line", line)
    parts = ["part 1", "part 2", "part 3", "part 4"]
    facts = [f.lines[2], f.lines[4], f.lines[5], f.lines[7], j.lines[1], j.lines[3]]
    yield apply(
        "parts in order", "a part that is no bundle by itself", parts,
        (4, 0, 0, 0, 0), (3, 0, 0, 0, 0), (5, 0, 0, 0, 0), (2, 0, 0, 0, 0), live=facts,
    )
    yield apply(
        "parts in reverse", "losing what came too early", parts[::-1],
        (0, 0, 2, 0, 0), (0, 0, 5, 0, 0), (0, 0, 3, 0, 0), (4, 0, 0, 0, 0, 5), live=facts,
    )
    yield apply(
        "parts twice and out of order", "counting lines again", ["part 3", "part 1", "part 3", "part 2", "part 1", "part 4"],
        (0, 0, 5, 0, 0), (4, 0, 0, 0, 0), (0, 3, 2, 0, 0), (3, 0, 0, 0, 0, 2), (0, 4, 0, 0, 0), (2, 0, 0, 0, 0), live=facts,
    )
    yield apply(
        "a part that never comes", "going on over a gap", ["part 1", "part 3"],
        (4, 0, 0, 0, 0), (3, 0, 2, 0, 0), live=[f.lines[2], j.lines[1]],
    )
    yield apply(
        "a gap within one bundle", "setting a whole bundle aside for one segment",
        ["two stretches of one log", "part 2"], (9, 0, 2, 0, 0), (3, 0, 0, 0, 0, 2), live=facts,
    )
    yield apply(
        "stretches that overlap, applied", "counting a line once a segment", ["stretches that overlap"], (14, 3, 0, 0, 0),
        live=facts,
    )


def branch_cases():
    f, j, copy, last = LOGS.founder, LOGS.joiner, LOGS.copy, LOGS.copy_copy
    facts = [f.lines[2], f.lines[4], f.lines[5], f.lines[7], j.lines[1], j.lines[3]]
    yield bundle("the other branch", "wanting a branch's first lines", make_bundle(f, [segment(copy, 4)]))
    yield bundle("the branch of the branch", "nothing", make_bundle(f, [segment(last, 5, forked=True)]))
    yield bundle(
        "all branches", "one path for several segments",
        make_bundle(f, [segment(f), segment(j, forked=True), segment(copy, 4, forked=True), segment(last, 5, forked=True)]),
    )
    yield bundle(
        "two branches from line 1", "the second segment of a log in place of the first",
        make_bundle(f, [segment(f), segment(j, forked=True), segment(copy, forked=True)]),
    )
    yield bundle(
        "two branches under one path", "the second entry in place of the first",
        make_bundle(f, [segment(f), segment(j), segment(copy)]), "tar",
    )
    yield bundle("a thief's branch", "nothing", make_bundle(j, [segment(LOGS.thief, 3)]))
    revoked = LOGS.going_on(f, ("lid_ingetrokken", {"log": j.log, "tot": [{"chain": j.lines[4].chain, "seq": 5}]}))
    yield bundle("the joiner revoked", "nothing", make_bundle(f, [segment(revoked, 10)]))
    yield apply(
        "a branch behind what is held", "holding or refusing a fork", ["everything", "the other branch"],
        (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), live=[*facts, copy.lines[3]],
    )
    yield apply(
        "branches, the last one first", "losing a branch whose branch is not there",
        ["the branch of the branch", "the other branch", "everything"],
        (0, 0, 2, 0, 0), (0, 0, 2, 0, 0), (14, 0, 0, 0, 0, 4), live=[*facts, copy.lines[3], last.lines[4]],
    )
    yield apply(
        "all branches at once", "an order of segments that matters", ["all branches", "everything", "the other branch"],
        (18, 0, 0, 0, 0), (0, 14, 0, 0, 0), (0, 2, 0, 0, 0), live=[*facts, copy.lines[3], last.lines[4]],
    )
    yield apply(
        "one branch, and then all", "a branch that is known by its number", ["everything", "all branches"],
        (14, 0, 0, 0, 0), (4, 14, 0, 0, 0), live=[*facts, copy.lines[3], last.lines[4]],
    )
    yield apply(
        "branches that share their beginning", "storing shared lines twice", ["two branches from line 1"],
        (16, 3, 0, 0, 0), live=[*facts, copy.lines[3]],
    )
    yield apply(
        "a thief's branch after the revocation", "counting lines that a thief adds below",
        ["everything", "the joiner revoked", "a thief's branch"], (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (2, 0, 0, 0, 0),
        live=facts, accept=False,
    )
    yield apply(
        "a thief's branch before the revocation", "a state that depends on the order",
        ["everything", "a thief's branch", "the joiner revoked"], (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (2, 0, 0, 0, 0),
        live=facts, accept=False,
    )


def erasure_cases():
    f, j = LOGS.founder, LOGS.joiner
    target = j.lines[1]
    facts = [f.lines[2], f.lines[4], f.lines[5], f.lines[7], j.lines[3]]
    wissing = ("wissing", {"doelen": [target.ref], "grond": "verzoek van de betrokkene"})
    erasing = LOGS.going_on(f, wissing)
    yield bundle("the erasure", "nothing", make_bundle(f, [segment(erasing, 10)]))
    yield bundle("the erasure, carried out", "nothing", make_bundle(f, [segment(erasing), stripped(j, 2)]))
    yield bundle("the erasure and its target", "nothing", make_bundle(f, [segment(erasing), segment(j)]))
    yield bundle("the joiner's log without the line", "nothing", make_bundle(f, [stripped(j, 2)], missing=[target.ref]))
    yield apply(
        "an old bundle after the erasure", "bringing back what was erased", ["everything", "the erasure", "everything"],
        (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (0, 13, 0, 0, 1), live=facts, erased=[target], missing=[],
    )
    yield apply(
        "the erasure before its target", "an erasure that waits for nothing", ["the erasure", "everything"],
        (0, 0, 2, 0, 0), (14, 0, 0, 0, 0, 2), live=facts, erased=[target], missing=[],
    )
    yield apply(
        "the erasure and its target in one bundle", "asking before all is placed", ["the erasure and its target"],
        (15, 0, 0, 0, 1), live=facts, erased=[target], missing=[],
    )
    yield apply(
        "already carried out by another", "counting as erased what came without payload",
        ["the erasure, carried out", "everything"], (16, 0, 0, 0, 0), (0, 13, 0, 0, 1),
        live=facts, erased=[target], missing=[],
    )
    yield apply(
        "without payload before the erasure", "a missing line that stays missing",
        ["part 1", "the joiner's log without the line", "the erasure, carried out"],
        (4, 0, 0, 0, 0), (5, 0, 0, 0, 0), (7, 9, 0, 0, 0), live=facts, erased=[target], missing=[],
    )
    yield apply(
        "a missing line filled", "taking missing for erased", ["the joiner's log without the line", "everything"],
        (0, 0, 5, 0, 0), (10, 4, 0, 0, 0), live=[*facts, target], erased=[], missing=[],
    )
    yield apply(
        "a payload, and then the line without", "losing a payload to a bundle",
        ["everything", "the joiner's log without the line"], (14, 0, 0, 0, 0), (0, 5, 0, 0, 0),
        live=[*facts, target], erased=[], missing=[],
    )
    yield bundle("the founder's log without three payloads", "nothing", make_bundle(f, [stripped(f, 3, 5, 6)]))
    yield bundle(
        "the payloads in two stretches", "nothing",
        make_bundle(f, [segment(f, 1, 4), segment(f, 5, 7), segment(f, 8), segment(j)]),
    )
    yield apply(
        "missing lines filled by two stretches of one bundle", "writing a file anew by where its lines stood before",
        ["the founder's log without three payloads", "the payloads in two stretches"], (9, 0, 0, 0, 0), (8, 6, 0, 0, 0),
        live=[*facts, target], erased=[], missing=[],
    )
    false = LOGS.going_on(j, ("wissing", {"doelen": [f.lines[2].ref], "grond": "zomaar"}))
    yield bundle("an erasure without force", "nothing", make_bundle(j, [segment(false, 6)]))
    yield apply(
        "an erasure without force, applied", "removing what nobody may erase",
        ["everything", "an erasure without force", "everything"], (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (0, 14, 0, 0, 0),
        live=[*facts, target], erased=[], missing=[], accept=False,
    )
    boss = Writer("delta boss", workspace=f.log)
    boss.add(*wissing)
    boss.checkpoint()
    admitted = LOGS.going_on(f, ("lid", {"log": boss.log, "regio": "zeeland", "rol": "beheerder"}))
    tot = [{"chain": boss.lines[0].chain, "seq": 1}]
    revoked = LOGS.going_on(admitted, ("lid_ingetrokken", {"log": boss.log, "tot": tot}))
    yield bundle(
        "a beheerder's erasure", "nothing", make_bundle(f, [segment(admitted), segment(boss), segment(j)])
    )
    yield bundle("the beheerder revoked", "nothing", make_bundle(f, [segment(revoked, 12)]))
    yield apply(
        "an erasure that loses its force", "an erased line that nobody asks for any more",
        ["a beheerder's erasure", "the beheerder revoked"], (18, 0, 0, 0, 1), (2, 0, 0, 0, 0),
        live=facts, erased=[], missing=[target], accept=False,
    )
    yield apply(
        "an erasure that loses its force, and its target again", "a payload that is refused for ever",
        ["a beheerder's erasure", "the beheerder revoked", "everything"],
        (18, 0, 0, 0, 1), (2, 0, 0, 0, 0), (1, 13, 0, 0, 0), live=[*facts, target], erased=[], missing=[], accept=False,
    )


def writer_cases():
    f, j, s = LOGS.founder, LOGS.joiner, LOGS.stranger
    facts = [f.lines[2], f.lines[4], f.lines[5], f.lines[7]]
    theirs = [j.lines[1], j.lines[3]]
    admitted = LOGS.going_on(f, ("lid", {"log": s.log, "regio": "zeeland", "rol": "onderzoeker"}))
    yield bundle("the stranger passed on", "nothing", make_bundle(f, [segment(f), segment(s)]))
    yield bundle("from the stranger", "refusing a stranger, who is held", make_bundle(s, [segment(s)]))
    yield bundle("the stranger admitted", "nothing", make_bundle(f, [segment(admitted, 10)]))
    yield apply(
        "a stranger's log, and then its lid", "holding for ever what was held once",
        ["the stranger passed on", "the stranger admitted"], (9, 0, 3, 0, 0), (2, 0, 0, 0, 0),
        live=[*facts, s.lines[1]], accept=False,
    )
    yield apply(
        "a stranger's bundle, and then the lid", "a held bundle that is not tried again",
        ["everything", "from the stranger", "from the stranger", "the stranger admitted"],
        (14, 0, 0, 0, 0), (0, 0, 3, 0, 0), (0, 0, 3, 0, 0), (2, 0, 0, 0, 0, 3), live=[*facts, *theirs, s.lines[1]],
    )
    revoked = LOGS.going_on(f, ("lid_ingetrokken", {"log": j.log, "tot": [{"chain": j.lines[2].chain, "seq": 3}]}))
    ended = LOGS.going_on(
        revoked, ("lid", {"log": j.log, "regio": "zeeland", "rol": "onderzoeker"})
    )
    lid = revoked.branch(11)
    lid.add("lid", {"log": j.log, "regio": "zeeland", "rol": "onderzoeker"}, [revoked.lines[9]])
    lid.checkpoint()
    yield bundle("the joiner revoked at line 3", "nothing", make_bundle(f, [segment(revoked, 10)]))
    yield bundle("by the revoked joiner", "refusing a revoked writer", make_bundle(j, [segment(f), segment(j)]))
    yield bundle("admitted again", "nothing", make_bundle(f, [segment(lid, 12)]))
    yield bundle("admitted again without ending it", "nothing", make_bundle(f, [segment(ended, 12)]))
    yield apply(
        "a revoked writer's bundle", "refusing what proves itself, or counting all of it",
        ["part 1", "part 2", "part 3", "the joiner revoked at line 3", "by the revoked joiner"],
        (4, 0, 0, 0, 0), (3, 0, 0, 0, 0), (5, 0, 0, 0, 0), (2, 0, 0, 0, 0), (2, 12, 0, 0, 0), live=[*facts, theirs[0]],
        accept=False,
    )
    yield apply(
        "a revocation ended", "a revocation that is for ever",
        ["everything", "the joiner revoked at line 3", "admitted again"], (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (2, 0, 0, 0, 0),
        live=[*facts, *theirs],
    )
    yield apply(
        "a revocation not ended", "taking any later lid for the end",
        ["everything", "the joiner revoked at line 3", "admitted again without ending it"],
        (14, 0, 0, 0, 0), (2, 0, 0, 0, 0), (2, 0, 0, 0, 0), live=[*facts, theirs[0]], accept=False,
    )
    successor = Writer("delta successor", workspace=f.log, follows=j.log)
    successor.add("doelscore", goal(1, doel_nr=5))
    successor.checkpoint()
    leaving = LOGS.going_on(j, ("eigen_log", {"log": successor.log}))
    yield bundle(
        "from the successor", "asking who wrote it before it is read",
        make_bundle(successor, [segment(leaving, 6), segment(successor)]),
    )
    yield bundle("from the successor alone", "nothing", make_bundle(successor, [segment(successor)]))
    yield apply(
        "a successor that its own bundle vouches for", "holding a successor", ["everything", "from the successor"],
        (14, 0, 0, 0, 0), (5, 0, 0, 0, 0), live=[*facts, *theirs, successor.lines[1]],
    )
    yield apply(
        "a successor before the log that it follows", "a held bundle that is not tried again",
        ["from the successor", "everything"], (0, 0, 5, 0, 0), (14, 0, 0, 0, 0, 5),
        live=[*facts, *theirs, successor.lines[1]],
    )
    yield apply(
        "a successor without its eigen_log", "joining by line 1", ["everything", "from the successor alone"],
        (14, 0, 0, 0, 0), (0, 0, 3, 0, 0), live=[*facts, *theirs],
    )
    newer = f.branch(9)
    newer_line(newer)
    newer.checkpoint()
    yield bundle(
        "a line written by a newer Veldlog", "refusing what a newer version wrote",
        make_bundle(f, [segment(f), segment(newer, 10), segment(j)]),
    )
    yield apply(
        "a segment of a newer Veldlog", "dropping it, or reading it", ["a line written by a newer Veldlog"],
        (14, 0, 2, 0, 0), live=[*facts, *theirs],
    )


def newer_line(writer):
    """Adds a line with a member that this format does not have."""
    head = writer.head("doelscore", zegel="x")
    salt = writer.salt(head["seq"])
    writer.link = link_after(writer.link, head, payload_digest(salt, goal()))
    text = jcs({"chain": chain_of(writer.link), "head": head, "payload": goal(), "salt": salt})
    writer.lines.append(SimpleNamespace(text=text, chain=chain_of(writer.link)))


def region_cases():
    f, j = LOGS.founder, LOGS.joiner
    facts = [f.lines[2], f.lines[4], f.lines[5], f.lines[7], j.lines[1], j.lines[3]]
    members = {"for": sorted([f.log, j.log])}
    region = Writer("delta region", workspace=f.log, audience="regio", follows=f.log)
    for number in (6, 7):
        region.add("doelscore", goal(1, doel_nr=number))
        region.checkpoint()
    other = Writer("delta other region", workspace=f.log, audience="regio", regio="utrecht", follows=f.log)
    other.checkpoint()
    private = Writer("delta private", workspace=f.log, audience="prive", follows=f.log)
    private.checkpoint()
    own = LOGS.going_on(f, ("eigen_log", {"log": region.log}))
    yield bundle("for members, with a regio log", "refusing it", make_bundle(f, [segment(own), segment(j), segment(region)], **members))
    yield bundle("for members, with the beginning of it", "refusing it", make_bundle(f, [segment(own), segment(region, 1, 3)], **members))
    yield bundle("for members, shared logs only", "nothing", make_bundle(f, [segment(own), segment(j)], **members))
    yield bundle("a regio log in clear", "telling everyone what was meant for a region", make_bundle(f, [segment(region)]), "segment")
    yield bundle(
        "regio logs of two regions", "telling one region about another",
        make_bundle(f, [segment(region), segment(other)], **members), "segment",
    )
    yield bundle("a private log for members", "telling anyone what was meant for nobody", make_bundle(f, [segment(private)], **members), "segment")
    yield bundle("the end of a regio log in clear", "nothing: the bundle is whole by itself", make_bundle(f, [segment(region, 4)]))
    regional = [region.lines[1], region.lines[3]]
    yield apply(
        "a regio log for members", "a regio log that nobody counts", ["for members, with a regio log"], (21, 0, 0, 0, 0),
        live=[*facts, *regional],
    )
    yield apply(
        "with and without the regio log", "a fingerprint that knows of regio logs",
        ["for members, shared logs only"], (16, 0, 0, 0, 0), live=facts,
    )
    yield apply(
        "the end of a regio log in clear, applied", "asking for the audience at line 1 only",
        ["for members, with the beginning of it", "the end of a regio log in clear"], (14, 0, 0, 0, 0), (0, 0, 0, 2, 0),
        live=[*facts[:4], regional[0]],
    )
    yield apply(
        "the end of a regio log in clear, first", "asking for the audience only when a bundle comes",
        ["the end of a regio log in clear", "for members, with the beginning of it"], (0, 0, 2, 0, 0), (14, 0, 0, 0, 0),
        live=[*facts[:4], regional[0]],
    )


def receipt_cases():
    f, j = LOGS.founder, LOGS.joiner
    yield bundle("a receipt", "wanting segments", make_bundle(j, [], frontier=frontier(f, j), missing=[f.lines[4].ref]))
    yield bundle("a receipt from a stranger", "nothing", make_bundle(LOGS.stranger, [], frontier=frontier(f)))
    yield bundle(
        "a frontier with a log of nobody", "wanting to know the logs", make_bundle(j, [], frontier=frontier(LOGS.stranger))
    )
    both = {f.log: frontier(f)[f.log], j.log: sorted(
        frontier(j)[j.log] + [x for x in frontier(LOGS.copy)[j.log] if x not in frontier(j)[j.log]],
        key=lambda point: (point["seq"], point["chain"]),
    )}
    yield bundle("a frontier of a fork", "one head a log", make_bundle(j, [], frontier=both))
    point = {"chain": f.lines[3].chain, "seq": 4}
    for name, hunts, changes in (
        ("a frontier with a chain too short", "a chain of four characters", {"frontier": {f.log: [point | {"chain": "AAAA"}]}}),
        ("a frontier with line 0", "counting from 0", {"frontier": {f.log: [point | {"seq": 0}]}}),
        ("a frontier with a link more", "skipping what is not known", {"frontier": {f.log: [point | {"link": "x"}]}}),
        ("a frontier of no log", "another type", {"frontier": {"iemand": [point]}}),
        ("a frontier that goes down", "order that varies", {"frontier": {f.log: [point, point | {"seq": 3}]}}),
        ("a frontier that is a list", "another type", {"frontier": []}),
        ("missing lines unsorted", "order that varies", {"missing": [f.lines[5].ref, f.lines[4].ref]}),
        ("a missing line twice", "a list with repeats", {"missing": [f.lines[4].ref] * 2}),
        ("a missing line without chain", "a reference by number", {"missing": [f"{f.log}:5"]}),
        ("a receiver twice", "a list with repeats", {"for": [j.log, j.log]}),
        ("a receiver that is a name", "another type", {"for": ["ana"]}),
        ("a writer that is a name", "another type", {"writer": "ana"}),
        ("no workspace", "a default", {"workspace": None}),
        ("bundle 0", "counting from 0", {"bundle": 0}),
        ("bundle 1 as text", "another type", {"bundle": "1"}),
        ("attachments unsorted", "order that varies",
         {"attachments": [{"bytes": 1, "sha256": "b" * 64}, {"bytes": 1, "sha256": "a" * 64}]}),
        ("an attachment with a name", "skipping what is not known",
         {"attachments": [{"bytes": 1, "naam": "x", "sha256": "a" * 64}]}),
    ):
        yield bundle(name, hunts, receipt(j, changes), "manifest")
    yield bundle(
        "an attachment that is not there", "taking the manifest's word",
        receipt(j, {"attachments": [{"bytes": 1, "sha256": "a" * 64}]}), "entry",
    )
    yield apply(
        "a receipt applied", "a receipt that changes lines", ["everything", "a receipt", "a frontier of a fork"],
        (14, 0, 0, 0, 0), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0),
    )


def receipt(writer, changes):
    base = manifest(writer, [], frontier=frontier(LOGS.founder))
    data = jcs({name: value for name, value in (base | changes).items() if value is not None})
    return compress(tar(files_of(data, writer.key, [])))


def cases():
    global LOGS
    LOGS = Logs()
    groups = (part_cases, branch_cases, erasure_cases, writer_cases, region_cases, receipt_cases)
    return [case for group in groups for case in group()]
