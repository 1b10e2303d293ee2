"""Cases for state.md: each a set of lines, and what is claimed of it by hand.

A case that is not accepted is one where the lines in question have no effect.
"""

from reference.state import State, Store
from writer import Writer, content, end, goal, start, without_payload

SLOTS = {
    "doelscore": ["traject", "doel_nr", "moment"],
    "tevredenheid": ["traject", "informant", "instrument", "vraag", "aanbieder", "periode"],
    "traject_beeindigd": ["traject"],
    "traject_gestart": ["traject"],
    "werkruimte": [],
}
EARLY, LATE = "2026-03-02T08:00:00.000Z", "2026-03-02T18:00:00.000Z"


class World:
    """A founder and the logs beside it; `claims` are checked against the reader when the case is made."""

    def __init__(self, name, hunts, accept=True):
        self.name, self.hunts, self.accept = name, hunts, accept
        self.parts, self.erased, self.own, self.writers = [], set(), [], {}
        self.founder = self.log("founder")

    def log(self, name, **more):
        workspace = self.founder.log if self.writers else None
        writer = self.writers[name] = Writer(f"state {name}", workspace=workspace, **more)
        self.parts.append((writer, 0))
        return writer

    def member(self, name, rol="onderzoeker", by=None, **more):
        writer = self.log(name, **more)
        self.admit(writer, rol, by)
        return writer

    def admit(self, writer, rol="onderzoeker", by=None, replaces=()):
        payload = {"log": writer.log, "regio": "zeeland", "rol": rol}
        return (by or self.founder).add("lid", payload, replaces)

    def revoke(self, writer, *tot, by=None):
        named = [{"chain": line.chain, "seq": line.seq} for line in tot]
        return (by or self.founder).add("lid_ingetrokken", {"log": writer.log, "tot": named})

    def vouch(self, writer, other):
        return writer.add("eigen_log", {"log": other.log})

    def branch(self, writer, after):
        copy = writer.branch(after)
        self.parts.append((copy, after))
        return copy

    def case(self, live=(), conflicts=(), same=(), **claims):
        """`conflicts` and `same` are lists whose first is the fact that is used."""
        store, logs = Store(self.founder.log, [w.log for w in self.own]), []
        for writer, after in self.parts:
            lines = writer.lines[after:]
            texts = [without_payload(x) if x in self.erased else x.text.decode() for x in lines]
            place = writer.lines[after - 1].key if after else None
            store.add(writer.log, [text.encode() for text in texts], place)
            named = {"after": {"seq": place[1], "chain": place[2]}} if place else {}
            logs.append({"log": writer.log} | named | {"lines": texts})
        state = State(store, SLOTS)
        found = state.summary()
        regio = claims.pop("regio", None)
        if regio:
            found["fingerprint_regio"] = {regio: state.fingerprint(regio)}
        self.check(found, live, conflicts, same, claims)
        case = {"name": self.name, "hunts": self.hunts, "accept": self.accept, "workspace": self.founder.log}
        return case | {"own": [w.log for w in self.own], "logs": logs, "expect": found}

    def check(self, found, live, conflicts, same, claims):
        groups = lambda lists: sorted(
            ({"facts": sorted(x.ref for x in group), "used": group[0].ref} for group in lists), key=lambda g: g["facts"]
        )
        claimed = {"live": sorted(x.ref for x in live), "conflicts": groups(conflicts), "same": groups(same)}
        claimed |= {"held": sorted(w.log for w in claims.pop("held", ()))}
        for name in ("set_aside", "missing", "erased"):
            claimed[name] = sorted(x.ref for x in claims.pop(name, ()))
        for name, value in claimed.items():
            assert found[name] == value, (self.name, name, found[name], value)
        members = {m["log"]: (m["rol"], m["step"]) for m in found["members"]}
        for name, expected in claims.pop("members", {}).items():
            assert members.get(self.writers[name].log) == expected, (self.name, name, members)
        assert not claims, claims


def member_cases():
    w = World("a founder and a joiner", "nothing: the plain set")
    joiner = w.member("joiner")
    facts = [w.founder.add("traject_gestart", start()), joiner.add("traject_beeindigd", end())]
    joiner.checkpoint()
    yield w.case(facts, members={"founder": ("beheerder", 1), "joiner": ("onderzoeker", 3)})

    w = World("a stranger is held", "counting lines of a log that nobody admitted", accept=False)
    stranger = w.log("stranger")
    stranger.add("traject_gestart", start())
    stranger.add("lid", {"log": stranger.log, "regio": "zeeland", "rol": "beheerder"})
    yield w.case(held=[stranger], members={"stranger": None})

    w = World("admitted before anything arrived", "a member list that wants the log")
    joiner = w.member("joiner")
    del w.parts[1]
    yield w.case(members={"joiner": ("onderzoeker", 3)})

    w = World("revoked, with what counts", "dropping or keeping all of a revoked log", accept=False)
    joiner = w.member("joiner")
    first = joiner.add("doelscore", goal())
    later = joiner.add("doelscore", goal(doel_nr=2), at=EARLY)
    w.revoke(joiner, first)
    yield w.case([first], set_aside=[later])

    w = World("revoked, and nothing counts", "taking an empty list for 'all'", accept=False)
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    w.revoke(joiner)
    yield w.case(set_aside=joiner.lines)

    w = World("revoked up to a line not held", "taking the number without the chain", accept=False)
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    w.founder.add("lid_ingetrokken", {"log": joiner.log, "tot": [{"chain": "AAAAAAAAAAA", "seq": 2}]})
    yield w.case(set_aside=joiner.lines)

    w = World("of two revocations, what both leave", "the last or the widest revocation wins", accept=False)
    boss = w.member("boss", "beheerder")
    joiner = w.member("joiner")
    facts = [joiner.add("doelscore", goal(doel_nr=n)) for n in (1, 2, 3)]
    w.revoke(joiner, facts[0], by=boss)
    w.revoke(joiner, facts[1])
    yield w.case(facts[:1], set_aside=facts[1:])

    w = World("a revocation ended", "a revocation that is for ever")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    revocation = w.revoke(joiner)
    w.admit(joiner, replaces=[revocation])
    yield w.case([fact])

    w = World("a new lid that replaces nothing", "taking any later lid for the end of a revocation", accept=False)
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    w.revoke(joiner)
    w.admit(joiner)
    yield w.case(set_aside=joiner.lines)

    w = World("a lid about another log", "ending a revocation by any lid that names it", accept=False)
    joiner, second = w.member("joiner"), w.member("second")
    joiner.add("doelscore", goal())
    revocation = w.revoke(joiner)
    w.admit(second, replaces=[revocation])
    yield w.case(set_aside=joiner.lines)

    w = World("a beheerder admits", "only the founder admits")
    boss = w.member("boss", "beheerder")
    joiner = w.member("joiner", by=boss)
    second = w.member("second", "beheerder", by=boss)
    third = w.log("third")
    w.admit(third, by=second)
    fact = joiner.add("doelscore", goal())
    third.add("doelscore", goal(doel_nr=2))
    yield w.case([fact], held=[third], members={"boss": ("beheerder", 2), "second": ("onderzoeker", 3), "third": None})

    w = World("a beheerder revokes a beheerder", "who admitted whom decided by time", accept=False)
    boss, second = w.member("boss", "beheerder"), w.member("second", "beheerder")
    fact = second.add("doelscore", goal())
    w.revoke(second, by=boss)
    w.revoke(boss, by=second)
    yield w.case([fact])

    w = World("nobody revokes the founder", "a founder that can be revoked", accept=False)
    boss = w.member("boss", "beheerder")
    fact = w.founder.add("doelscore", goal())
    w.revoke(w.founder, by=boss)
    w.revoke(w.founder)
    yield w.case([fact])

    w = World("admitted by a beheerder after the revocation", "a set-aside lid that admits", accept=False)
    boss = w.member("boss", "beheerder")
    early = w.member("early", by=boss)
    late = w.member("late", by=boss)
    fact = early.add("doelscore", goal())
    late.add("doelscore", goal(doel_nr=2))
    w.revoke(boss, boss.lines[1])
    yield w.case([fact], set_aside=boss.lines[2:], held=[late], members={"late": None})

    w = World("a revoked member of a revoked beheerder", "a set-aside revocation that revokes", accept=False)
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    fact = joiner.add("doelscore", goal())
    w.revoke(joiner, by=boss)
    w.revoke(boss, boss.lines[0])
    yield w.case([fact], set_aside=boss.lines[1:])

    w = World("the highest role counts", "the last role wins")
    joiner = w.member("joiner")
    w.admit(joiner, "lezer")
    fact = joiner.add("doelscore", goal())
    yield w.case([fact], members={"joiner": ("onderzoeker", 3)})

    w = World("the highest role counts, whatever came first", "the first role wins")
    joiner = w.member("joiner", "lezer")
    w.admit(joiner)
    fact = joiner.add("doelscore", goal())
    yield w.case([fact], members={"joiner": ("onderzoeker", 3)})

    w = World("a lezer's facts", "counting what a lezer writes", accept=False)
    reader = w.member("reader", "lezer")
    fact = w.founder.add("doelscore", goal())
    reader.add("doelscore", goal(doel_nr=2))
    reader.add("intrekking", {"reden": "fout"}, [fact])
    answer = reader.add("wissing_uitgevoerd", {"wissing": fact.ref})
    yield w.case([fact, answer], members={"reader": ("lezer", 3)})

    w = World("one's own private log, admitted as a lezer's", "a role for what counts here alone")
    private = w.member("private", "lezer", audience="prive", follows=w.founder.log)
    w.own.append(private)
    fact = private.add("doelscore", goal())
    yield w.case([fact])

    w = World("a log that goes on in another", "a new log that stays held")
    joiner = w.member("joiner")
    second = w.log("second", follows=joiner.log)
    w.vouch(joiner, second)
    third = w.log("third", follows=second.log)
    w.vouch(second, third)
    fact = third.add("doelscore", goal())
    yield w.case([fact], members={"third": ("onderzoeker", 3)})

    w = World("claiming another's log", "an eigen_log that line 1 does not answer", accept=False)
    joiner = w.member("joiner")
    victim = w.log("victim")
    w.vouch(joiner, victim)
    victim.add("doelscore", goal())
    yield w.case(held=[victim], members={"victim": None})

    w = World("following without being vouched for", "line 1 alone makes a member", accept=False)
    thief = w.log("thief", follows=w.founder.log)
    thief.add("doelscore", goal())
    yield w.case(held=[thief], members={"thief": None})

    w = World("the founder's next log", "a founder's new log that can be revoked", accept=False)
    second = w.log("second", follows=w.founder.log)
    w.vouch(w.founder, second)
    boss = w.member("boss", "beheerder", by=second)
    w.revoke(second, by=boss)
    fact = second.add("doelscore", goal())
    yield w.case([fact], members={"second": ("beheerder", 1), "boss": ("beheerder", 2)})

    w = World("eigen_log from a regio log", "vouching from a log that is not shared", accept=False)
    region = w.log("region", audience="regio", follows=w.founder.log)
    w.vouch(w.founder, region)
    next_region = w.log("next region", audience="regio", follows=region.log)
    w.vouch(region, next_region)
    fact = region.add("doelscore", goal())
    next_region.add("doelscore", goal(doel_nr=2))
    yield w.case([fact], held=[next_region], members={"region": ("beheerder", 1), "next region": None}, regio="zeeland")


def odd_cases():
    w = World("a lid with an unknown role", "a default role", accept=False)
    joiner = w.member("joiner", "eigenaar")
    joiner.add("doelscore", goal())
    yield w.case(held=[joiner], members={"joiner": None})

    w = World("a lid without role", "a default role", accept=False)
    joiner = w.log("joiner")
    w.founder.add("lid", {"log": joiner.log, "regio": "zeeland"})
    joiner.add("doelscore", goal())
    yield w.case(held=[joiner], members={"joiner": None})

    w = World("a lid without region", "a region that decides who is a member")
    joiner = w.log("joiner")
    w.founder.add("lid", {"log": joiner.log, "rol": "onderzoeker"})
    fact = joiner.add("doelscore", goal())
    yield w.case([fact], members={"joiner": ("onderzoeker", 3)})

    w = World("a lid with a region that is no text", "a payload of another form", accept=False)
    joiner = w.log("joiner")
    w.founder.add("lid", {"log": joiner.log, "regio": 7, "rol": "onderzoeker"})
    joiner.add("doelscore", goal())
    yield w.case(held=[joiner], members={"joiner": None})

    w = World("admitted as a lezer and vouched for by an onderzoeker", "the first role that is found", accept=True)
    joiner = w.log("joiner")
    next_log = w.log("next", follows=joiner.log)
    w.founder.add("lid", {"log": joiner.log, "regio": "zeeland", "rol": "onderzoeker"})
    w.founder.add("lid", {"log": next_log.log, "regio": "zeeland", "rol": "lezer"})
    w.vouch(joiner, next_log)
    fact = next_log.add("doelscore", goal())
    yield w.case([fact], members={"joiner": ("onderzoeker", 3), "next": ("onderzoeker", 3)})

    w = World("a revocation with a line too many in 'tot'", "reading a payload half", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    w.founder.add("lid_ingetrokken", {"log": joiner.log, "tot": [{"chain": fact.chain, "seq": 2}, {"seq": 3}]})
    later = joiner.add("doelscore", goal(2, doel_nr=2))
    yield w.case([fact, later])

    w = World("a revocation without 'tot'", "taking nothing for 'all'", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    w.founder.add("lid_ingetrokken", {"log": joiner.log})
    yield w.case([fact])

    w = World("a lid from a regio log", "admitting from a log that not all members hold", accept=False)
    region = w.log("region", audience="regio", follows=w.founder.log)
    w.vouch(w.founder, region)
    joiner = w.member("joiner", by=region)
    joiner.add("doelscore", goal())
    yield w.case(held=[joiner], members={"joiner": None}, regio="zeeland")

    w = World("revoked on one of two branches", "a number that counts for both branches", accept=False)
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(doel_nr=2))
    there = copy.add("doelscore", goal(doel_nr=3))
    w.revoke(joiner, here)
    yield w.case([joiner.lines[1], here], set_aside=[there])

    w = World("revoked after the second of two branches", "'tot' that names one line only")
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(doel_nr=2))
    there = copy.add("doelscore", goal(doel_nr=3))
    w.revoke(joiner, here, there)
    yield w.case([joiner.lines[1], here, there])


def live_cases():
    w = World("a correction", "counting both")
    fact = w.founder.add("doelscore", goal(1))
    new = w.founder.add("doelscore", goal(2), [fact])
    yield w.case([new])

    w = World("a retraction", "a retracted fact that counts")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal())
    gone = joiner.add("intrekking", {"reden": "dubbel"}, [fact])
    yield w.case([gone])

    w = World("a retraction retracted", "what was replaced comes back")
    fact = w.founder.add("doelscore", goal())
    gone = w.founder.add("intrekking", {"reden": "dubbel"}, [fact])
    back = w.founder.add("intrekking", {"reden": "toch niet"}, [gone])
    yield w.case([back])

    w = World("replaced by a log that nobody admitted", "references from held lines", accept=False)
    stranger = w.log("stranger")
    fact = w.founder.add("doelscore", goal())
    stranger.add("intrekking", {"reden": "fout"}, [fact])
    yield w.case([fact], held=[stranger])

    w = World("replaced by a line that is set aside", "references from lines set aside", accept=False)
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal())
    gone = joiner.add("intrekking", {"reden": "fout"}, [fact])
    w.revoke(joiner, joiner.lines[0])
    yield w.case([fact], set_aside=[gone])

    w = World("a structural line replaced", "a lid that can be retracted", accept=False)
    joiner = w.member("joiner")
    gone = joiner.add("intrekking", {"reden": "fout"}, [w.founder.lines[1]])
    fact = joiner.add("doelscore", goal())
    yield w.case([gone, fact], members={"joiner": ("onderzoeker", 3)})

    w = World("two facts that name one structural line", "a conflict over what cannot be replaced", accept=False)
    joiner = w.member("joiner")
    admitted = w.founder.lines[1]
    facts = [x.add("doelscore", goal(doel_nr=n), [admitted]) for n, x in enumerate((w.founder, joiner), 1)]
    yield w.case(facts, members={"joiner": ("onderzoeker", 3)})

    w = World("an unknown kind", "a vocabulary that decides what is live")
    fact = w.founder.add("doelscore", goal())
    first = w.founder.add("regen_gevallen", {"mm": 3, "traject": "T-0042"})
    second = w.founder.add("regen_gevallen", {"mm": 4, "traject": "T-0042"}, [fact])
    yield w.case([first, second])

    w = World("a stranger's line without payload", "asking for what does not count", accept=False)
    stranger = w.log("stranger")
    w.erased.add(stranger.add("doelscore", goal(1)))
    yield w.case(held=[stranger])

    w = World("a line whose payload is missing", "a missing line that counts, or whose references lapse")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    lost = joiner.add("doelscore", goal(2), [fact])
    other = joiner.add("doelscore", goal(doel_nr=2))
    w.erased.add(lost)
    yield w.case([other], missing=[lost])

    w = World("a private log", "a private log in the fingerprint")
    private = w.log("private", audience="prive", follows=w.founder.log)
    w.own = [w.founder, private]
    shared = w.founder.add("doelscore", goal())
    kept = private.add("naam", {"log": w.founder.log, "naam": "respondent R-07"})
    dropped = private.add("doelscore", goal(doel_nr=2))
    gone = w.founder.add("intrekking", {"reden": "fout"}, [dropped])
    yield w.case([shared, kept, gone], members={"private": None})

    w = World("a private line that replaces a shared one", "shared facts that depend on a private log", accept=False)
    private = w.log("private", audience="prive", follows=w.founder.log)
    w.own = [w.founder, private]
    fact = w.founder.add("doelscore", goal())
    gone = private.add("intrekking", {"reden": "fout"}, [fact])
    yield w.case([fact, gone])

    w = World("a regio line that replaces a shared one", "shared facts that depend on a regio log", accept=False)
    region = w.log("region", audience="regio", follows=w.founder.log)
    w.vouch(w.founder, region)
    fact = w.founder.add("doelscore", goal())
    own = region.add("doelscore", goal(doel_nr=2))
    region.add("doelscore", goal(0, 2), [own, fact])
    yield w.case([fact, region.lines[-1]], regio="zeeland")

    w = World("a regio line of another region", "one region that replaces another's facts", accept=False)
    region = w.log("region", audience="regio", follows=w.founder.log)
    w.vouch(w.founder, region)
    other = w.member("utrecht region", audience="regio", regio="utrecht")
    fact = region.add("doelscore", goal())
    gone = other.add("intrekking", {"reden": "fout"}, [fact])
    yield w.case([fact, gone], regio="zeeland")

    w = World("two branches of one log", "losing one branch of a fork")
    joiner = w.member("joiner")
    joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(doel_nr=2))
    there = copy.add("doelscore", goal(doel_nr=3))
    w.founder.add("intrekking", {"reden": "fout"}, [there])
    yield w.case([joiner.lines[1], here, w.founder.lines[-1]])


def conflict_cases():
    w = World("the same slot in two logs", "the last one to arrive wins")
    joiner = w.member("joiner")
    ours = w.founder.add("traject_beeindigd", end("01"), at=LATE)
    theirs = joiner.add("traject_beeindigd", end("03"), at=EARLY)
    yield w.case([ours, theirs], [[ours, theirs]])

    w = World("the same slot at the same time", "a tie that two readers break differently")
    joiner = w.member("joiner")
    pair = [x.add("traject_beeindigd", end(reden), at=LATE) for x, reden in ((w.founder, "01"), (joiner, "03"))]
    pair.sort(key=lambda line: line.log, reverse=True)
    yield w.case(pair, [pair])

    w = World("lines 9 and 10 at the same time", "comparing seq as text")
    for n in range(1, 8):
        w.founder.add("regen_gevallen", {"mm": n})
    assert w.founder.seq == 8
    nine = w.founder.add("doelscore", goal(1), at=LATE)
    ten = w.founder.add("doelscore", goal(2), at=LATE)
    yield w.case([*w.founder.lines[1:]], [[ten, nine]])

    w = World("equal payloads in one slot", "a conflict where nothing differs", accept=False)
    joiner = w.member("joiner")
    ours = w.founder.add("traject_beeindigd", end("01"), at=EARLY)
    theirs = joiner.add("traject_beeindigd", end("01", toelichting="van het formulier"), at=LATE)
    yield w.case([ours, theirs], same=[[theirs, ours]])

    w = World("two equal and one that differs", "a group cut up by payload")
    joiner = w.member("joiner")
    ours = w.founder.add("traject_beeindigd", end("01"), at=LATE)
    theirs = joiner.add("traject_beeindigd", end("01"), at=EARLY)
    third = joiner.add("traject_beeindigd", end("03"))
    yield w.case([ours, theirs, third], [[ours, theirs, third]])

    w = World("a resolved conflict", "a conflict that stays after a decision")
    joiner = w.member("joiner")
    ours = w.founder.add("traject_beeindigd", end("01"))
    theirs = joiner.add("traject_beeindigd", end("03"))
    decided = w.founder.add("traject_beeindigd", end("03"), [ours, theirs])
    yield w.case([decided])

    w = World("two corrections of one line", "corrections into different slots that pass unseen")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    ours = w.founder.add("doelscore", goal(1, doel_nr=2), [fact], at=EARLY)
    theirs = joiner.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    yield w.case([ours, theirs], [[theirs, ours]])

    w = World("two equal corrections of one line", "a conflict where nothing differs", accept=False)
    joiner = w.member("joiner")
    fact = w.founder.add("regen_gevallen", {"mm": 3})
    ours = w.founder.add("regen_gevallen", {"mm": 4}, [fact], at=LATE)
    theirs = joiner.add("regen_gevallen", {"mm": 4, "toelichting": "nagemeten"}, [fact], at=EARLY)
    yield w.case([ours, theirs], same=[[ours, theirs]])

    w = World("equal payloads of two kinds", "a conflict of what is said without its kind")
    joiner = w.member("joiner")
    fact = w.founder.add("regen_gevallen", {"mm": 3})
    ours = w.founder.add("regen_gevallen", {"mm": 4}, [fact], at=LATE)
    theirs = joiner.add("sneeuw_gevallen", {"mm": 4}, [fact], at=EARLY)
    yield w.case([ours, theirs], [[ours, theirs]])

    w = World("a retraction against a correction", "the retraction wins because it is later")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    better = w.founder.add("doelscore", goal(2), [fact], at=EARLY)
    gone = joiner.add("intrekking", {"reden": "dubbel"}, [fact], at=LATE)
    yield w.case([better, gone], [[better, gone]])

    w = World("two retractions of one line", "a conflict between two that agree", accept=False)
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    gone = [x.add("intrekking", {"reden": x.name}, [fact]) for x in (w.founder, joiner)]
    yield w.case(gone)

    w = World("two retractions and a correction", "a group that leaves one of three out")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    gone = [x.add("intrekking", {"reden": x.name}, [fact], at=LATE) for x in (w.founder, joiner)]
    better = joiner.add("doelscore", goal(2), [fact], at=EARLY)
    yield w.case([*gone, better], [[better, *gone]])

    w = World("a correction of a correction", "only direct replacement is looked at")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    middle = w.founder.add("doelscore", goal(1, doel_nr=2), [fact])
    last = w.founder.add("doelscore", goal(1, doel_nr=4), [middle], at=EARLY)
    theirs = joiner.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    yield w.case([last, theirs], [[theirs, last]])

    w = World("through a line that is set aside", "following references of lines set aside", accept=False)
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    middle = joiner.add("doelscore", goal(1, doel_nr=2), [fact])
    w.revoke(joiner, joiner.lines[0])
    last = w.founder.add("doelscore", goal(1, doel_nr=4), [middle])
    ours = w.founder.add("doelscore", goal(1, doel_nr=3), [fact])
    yield w.case([last, ours], set_aside=[middle])

    w = World("through a lezer's line", "following references of lines that do not count", accept=False)
    reader = w.member("reader", "lezer")
    fact = w.founder.add("doelscore", goal(1))
    middle = reader.add("doelscore", goal(1, doel_nr=2), [fact])
    last = w.founder.add("doelscore", goal(1, doel_nr=4), [middle])
    ours = w.founder.add("doelscore", goal(1, doel_nr=3), [fact])
    yield w.case([last, ours])

    w = World("two regional corrections of a shared line", "joining by a reference that acts on nothing", accept=False)
    region, second = (w.log(name, audience="regio", follows=w.founder.log) for name in ("region", "second"))
    w.vouch(w.founder, region)
    w.vouch(w.founder, second)
    fact = w.founder.add("doelscore", goal(1))
    corrections = [x.add("doelscore", goal(1, doel_nr=n), [fact]) for n, x in ((2, region), (3, second))]
    yield w.case([fact, *corrections], regio="zeeland")

    w = World("through a line whose payload is missing", "references that go with the payload")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    middle = joiner.add("doelscore", goal(1, doel_nr=2), [fact])
    w.erased.add(middle)
    last = w.founder.add("doelscore", goal(1, doel_nr=4), [middle], at=EARLY)
    ours = w.founder.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    yield w.case([last, ours], [[ours, last]], missing=[middle])

    w = World("two corrections of a line not held", "a conflict that shows only once the line arrives")
    joiner, absent = w.member("joiner"), w.log("absent")
    fact = absent.add("doelscore", goal(1))
    w.parts.pop()
    ours = w.founder.add("doelscore", goal(1, doel_nr=2), [fact], at=EARLY)
    theirs = joiner.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    yield w.case([ours, theirs], [[theirs, ours]])

    w = World("joined through a third", "pairs in place of connected groups")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    moved = w.founder.add("doelscore", goal(1, doel_nr=2), [fact])
    gone = joiner.add("doelscore", goal(1, doel_nr=3), [fact], at=EARLY)
    other = joiner.add("doelscore", goal(0, doel_nr=2), at=LATE)
    yield w.case([moved, gone, other], [[other, moved, gone]])


def slot_cases():
    w = World("a slot field absent is a slot of its own", "an absent field that matches all", accept=False)
    whole = w.founder.add("tevredenheid", content(8))
    asked = w.founder.add("tevredenheid", content(6, vraag="bejegening"))
    yield w.case([whole, asked])

    w = World("a slot field absent in both", "no slot as soon as one field is absent")
    first = w.founder.add("tevredenheid", content(8), at=EARLY)
    second = w.founder.add("tevredenheid", content(6), at=LATE)
    yield w.case([first, second], [[second, first]])

    w = World("null is not absent", "null for absent", accept=False)
    first = w.founder.add("tevredenheid", content(8))
    second = w.founder.add("tevredenheid", content(6, vraag=None))
    yield w.case([first, second])

    w = World('1 is not "1"', "values compared as text", accept=False)
    first = w.founder.add("doelscore", goal(1))
    second = w.founder.add("doelscore", goal(2, doel_nr="1"))
    yield w.case([first, second])

    w = World("all slot fields absent", "one slot for all facts without slot fields", accept=False)
    first = w.founder.add("doelscore", {"score": 1})
    second = w.founder.add("doelscore", {"score": 2})
    yield w.case([first, second])

    w = World("one slot, two kinds", "slots without their kind", accept=False)
    begin = w.founder.add("traject_gestart", start())
    finish = w.founder.add("traject_beeindigd", end())
    yield w.case([begin, finish])

    w = World("a kind that the workspace has one of", "an empty list of slot fields that gives no slot")
    first = w.founder.add("werkruimte", {"naam": "een"}, at=EARLY)
    second = w.founder.add("werkruimte", {"naam": "twee"}, at=LATE)
    yield w.case([first, second], [[second, first]])

    w = World("an unknown kind has no slot", "a slot guessed from the fields", accept=False)
    first = w.founder.add("regen_gevallen", {"traject": "T-0042", "mm": 1})
    second = w.founder.add("regen_gevallen", {"traject": "T-0042", "mm": 2})
    yield w.case([first, second])

    w = World("a payload that breaks the vocabulary's rules", "dropping it, so that the conflict is hidden")
    first = w.founder.add("doelscore", goal(1), at=EARLY)
    second = w.founder.add("doelscore", goal(99), at=LATE)
    yield w.case([first, second], [[second, first]])


def cases():
    return [*member_cases(), *odd_cases(), *live_cases(), *conflict_cases(), *slot_cases()]
