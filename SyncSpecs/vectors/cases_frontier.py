"""Cases for bundle.md: what a frontier names, and what a bundle for a member holds."""

from conformance import frontier, lacking
from reference.state import Store
from writer import Writer, goal, without_payload


def point(line):
    return {"chain": line.chain, "seq": line.seq}


def facts(writer, *stretches):
    """Adds stretches of so many facts, each with a checkpoint behind it."""
    for count in stretches:
        for number in range(count):
            writer.add("doelscore", goal(1, doel_nr=number))
        writer.checkpoint()
    return writer


class Held:
    """The logs that an instance holds; `bare` are lines without payload."""

    def __init__(self, *stretches):
        self.founder = facts(Writer("frontier founder"), *stretches)
        self.parts, self.bare = [(self.founder, 0)], set()

    def log(self, name, *stretches, **more):
        writer = facts(Writer(f"frontier {name}", workspace=self.founder.log, **more), *stretches)
        self.parts.append((writer, 0))
        return writer

    def branch(self, writer, after, *stretches):
        copy = facts(writer.branch(after), *stretches)
        self.parts.append((copy, after))
        return copy

    def case(self, name, hunts, sends, received=None, missing=(), accept=True):
        """`received` has the lines by which the receiver says what it holds; `sends` the lines that go there."""
        store, logs = Store(self.founder.log), []
        for writer, after in self.parts:
            place = writer.lines[after - 1] if after else None
            texts = [without_payload(x) if x in self.bare else x.text.decode() for x in writer.lines[after:]]
            store.add(writer.log, [text.encode() for text in texts], place and place.key)
            logs.append({"log": writer.log} | ({"after": point(place)} if place else {}) | {"lines": texts})
        named = {}
        for line in received or ():
            log, given = line if isinstance(line, tuple) else (line.log, point(line))
            named.setdefault(log, []).append(given)
        named = {log: sorted(points, key=lambda x: (x["seq"], x["chain"])) for log, points in named.items()}
        refs = [x if isinstance(x, str) else x.ref for x in missing]
        found = lacking(store, named, refs)
        sent = sorted(store.lines[key].ref for keys in found for key in keys)
        assert sent == sorted(line.ref for line in sends), (name, sent, sorted(line.ref for line in sends))
        assert all(store.lines[keys[-1]].kind == "checkpoint" for keys in found), name
        return {
            "name": name,
            "hunts": hunts,
            "accept": accept,
            "workspace": self.founder.log,
            "logs": logs,
            "received": {"frontier": named, "missing": sorted(refs)},
            "expect": {"frontier": frontier(store), "sends": sent},
        }


def cases():
    h = Held(2, 2, 2)
    f = h.founder.lines
    yield h.case("nothing received yet", "sending nothing to a new member", f)
    yield h.case("everything is there", "sending again what is there", [], [f[9]])
    yield h.case("the last stretch lacks", "sending all or nothing", f[7:], [f[3], f[6]])
    yield h.case("the frontier names no checkpoint", "going back to a checkpoint", f[6:], [f[5]])
    yield h.case("a low line and a high one", "the first line that is named", f[8:], [f[0], f[7]])
    ahead = (h.founder.log, {"chain": "AAAAAAAAAAA", "seq": 30})
    yield h.case("the receiver is ahead", "covering by numbers that nobody here has", [], [f[9], ahead])
    yield h.case(
        "only lines that are not held", "covering up to a number", f, [ahead, (h.founder.log, {"chain": "AAAAAAAAAAA", "seq": 5})],
        accept=False,
    )
    yield h.case(
        "a line of the right number and another chain", "matching the number alone", f[4:],
        [f[3], (h.founder.log, {"chain": f[8].chain, "seq": 10})], accept=False,
    )
    yield h.case(
        "a log that is not held", "an error", f, [("zzzzzzzzzzzz", {"chain": "AAAAAAAAAAA", "seq": 5})], accept=False
    )

    h = Held(2, 2)
    h.founder.add("doelscore", goal(2))
    f = h.founder.lines
    yield h.case("lines after the last checkpoint", "passing on lines that nothing vouches for", f[:7], accept=False)
    yield h.case("only lines after the last checkpoint", "a segment without a checkpoint", [], [f[6]], accept=False)

    h = Held(2, 2)
    stranger = h.log("stranger", 1)
    yield h.case("a stranger's log", "keeping strangers' logs to oneself", [*h.founder.lines, *stranger.lines])
    h = Held(2, 2)
    h.log("region", 1, audience="regio", follows=h.founder.log)
    h.log("private", 1, audience="prive", follows=h.founder.log)
    yield h.case("logs that not all may have", "a frontier that tells of them", h.founder.lines, accept=False)

    h = Held(2, 2)
    copy = h.branch(h.founder, 4, 1, 1)
    f, c = h.founder.lines, copy.lines
    yield h.case("both branches lack", "one branch of a fork", [*f, *c[4:]])
    yield h.case("one branch is there", "a head that covers by its number", c[4:], [f[6]])
    yield h.case("the other branch is there", "the branch that was held first", f[4:], [c[7]])
    yield h.case("both heads are there", "one head a log", [], [f[6], c[7]])
    yield h.case("a line below the fork is there", "covering no branch", [*f[4:], *c[4:]], [f[3]])
    yield h.case("one head and part of the other", "the highest line alone", c[6:], [f[6], c[5]])
    yield h.case(
        "a third branch is there", "a head that nobody here has", [*f[4:], *c[4:]],
        [f[3], (h.founder.log, {"chain": "AAAAAAAAAAA", "seq": 5})], accept=False,
    )

    h = Held(2)
    copy = h.branch(h.founder, 4, 40)
    third = h.branch(copy, 20, 3)
    yield h.case("the frontier of three heads", "numbers of one head", [*h.founder.lines, *copy.lines[4:], *third.lines[20:]])

    h = Held(2, 2, 2)
    f = h.founder.lines
    yield h.case("a missing line", "covering what lacks its payload", f[1:4], [f[9]], [f[1]])
    yield h.case("a missing line in the middle of its stretch", "going back to a checkpoint", f[5:7], [f[9]], [f[5]])
    yield h.case("two missing lines", "the first one only", [*f[1:4], *f[8:]], [f[9]], [f[1], f[8]])
    yield h.case("a missing line and the last stretch", "one of the two reasons", [*f[1:4], *f[7:]], [f[6]], [f[1]])
    yield h.case(
        "a missing line of another chain", "matching the number alone", [], [f[9]], [f"{h.founder.log}:2#AAAA"], accept=False
    )
    h.bare.add(f[1])
    yield h.case("a line that is missing here too", "sending for ever what nobody has", [], [f[9]], [f[1]], accept=False)
    yield h.case("a new member, and a line that is missing here", "leaving it out", f)
    h = Held(2, 2)
    copy = h.branch(h.founder, 4, 2)
    f, c = h.founder.lines, copy.lines
    yield h.case("a missing line below a fork", "sending it once a branch", f[1:4], [f[6], c[6]], [f[1]])
    yield h.case("a missing line on one branch", "looking on the branch that was held first", c[4:7], [f[6], c[6]], [c[4]])
