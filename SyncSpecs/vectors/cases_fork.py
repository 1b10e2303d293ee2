"""Cases for state.md about logs that were continued in several places."""

from cases_state import EARLY, LATE, World
from writer import Writer, goal

# Salts that were searched for, so that two lines of one number begin their chains with the same four characters. They
# hold for the times that `alike` begins with.
SALT_OF_FACT, SALT_OF_STRUCTURE = "AAAAAAAAAAAALiKF", "AAAAAAAAAAAAQIxX"


def alike(salt, kind, payload, hunts, name, accept=True):
    """A world in which a joiner's log has two second lines, a fact and another line of the same reference."""
    Writer.clock = 7200
    w = World(name, hunts, accept)
    joiner, third = w.member("joiner"), w.member("third")
    copy = w.branch(joiner, 1)
    fact = joiner.add("doelscore", goal(1), at=EARLY)
    other = copy.add(kind, payload or {"log": third.log}, at=EARLY, salt=salt)
    assert fact.ref == other.ref, ("search the salt again", joiner.lines[0].link, copy.lines[1].head, fact.chain)
    return w, fact, other


def count_cases():
    w = World("both branches count", "counting one branch of a fork")
    joiner = w.member("joiner")
    trunk = joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(doel_nr=2))
    there = copy.add("doelscore", goal(doel_nr=3))
    yield w.case([trunk, here, there])

    w = World("a branch of a branch", "heads that are only those of two branches")
    joiner = w.member("joiner")
    facts = [joiner.add("doelscore", goal(doel_nr=n)) for n in (1, 2)]
    copy = w.branch(joiner, 2)
    facts += [copy.add("doelscore", goal(doel_nr=n)) for n in (3, 4)]
    third = w.branch(copy, 3)
    facts += [joiner.add("doelscore", goal(doel_nr=5)), third.add("doelscore", goal(doel_nr=6))]
    yield w.case(facts)

    w = World("three branches after one line", "two branches at most")
    joiner = w.member("joiner")
    copies = [w.branch(joiner, 1) for _ in range(2)]
    facts = [x.add("doelscore", goal(doel_nr=n)) for n, x in enumerate((joiner, *copies), 1)]
    yield w.case(facts)

    w = World("a branch whose end another begins at", "a head that is not the last line of its branch")
    joiner = w.member("joiner")
    facts = [joiner.add("doelscore", goal(doel_nr=n)) for n in (1, 2)]
    copy = w.branch(joiner, 3)
    facts.append(copy.add("doelscore", goal(doel_nr=3)))
    yield w.case(facts)

    w = World("the same slot on two branches", "the branch that was held first wins")
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    here = joiner.add("doelscore", goal(1), at=EARLY)
    there = copy.add("doelscore", goal(2), at=LATE)
    yield w.case([here, there], [[there, here]])

    for which, is_greatest in (("first", lambda one, other: one > other), ("second", lambda one, other: one < other)):
        w = World(f"the same slot, time and number on two branches, the {which} used", "a use that depends on who came first")
        joiner = w.member("joiner")
        copy = w.branch(joiner, 1)
        first = joiner.add("doelscore", goal(0), at=LATE)
        score = next(n for n in range(1, 99) if is_greatest(first.link, w.branch(joiner, 1).add("doelscore", goal(n), at=LATE).link))
        del w.parts[3:]
        second = copy.add("doelscore", goal(score), at=LATE)
        pair = sorted((first, second), key=lambda line: line.link, reverse=True)
        yield w.case(pair, [pair])

    w = World("the same fact on two branches", "counting it twice", accept=False)
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    pair = [joiner.add("doelscore", goal(1), at=LATE), copy.add("doelscore", goal(1), at=EARLY)]
    yield w.case(pair, same=[pair])

    w = World("a correction on another branch", "references that stay on their branch")
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    fact = joiner.add("doelscore", goal(1))
    copy.add("doelscore", goal(1, doel_nr=2))
    new = copy.add("doelscore", goal(2), [fact])
    yield w.case([copy.lines[1], new])

    w = World("a line on the trunk corrected on both branches", "corrections that do not meet")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(2, doel_nr=2), [fact], at=LATE)
    there = copy.add("doelscore", goal(0, doel_nr=3), [fact], at=EARLY)
    yield w.case([here, there], [[here, there]])

    w = World("a retraction on one branch only", "a retraction that holds for one branch")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    copy = w.branch(joiner, 2)
    here, gone = joiner.add("doelscore", goal(1, doel_nr=2)), copy.add("intrekking", {"reden": "dubbel"}, [fact])
    yield w.case([here, gone])

    w = World("a fork of a held log", "a log that is named twice", accept=False)
    stranger = w.log("stranger")
    copy = w.branch(stranger, 1)
    stranger.add("doelscore", goal(1))
    copy.add("doelscore", goal(2))
    yield w.case(held=[stranger])

    w = World("a fork of a regio log", "a fingerprint of one head a log")
    region = w.log("region", audience="regio", follows=w.founder.log)
    w.vouch(w.founder, region)
    copy = w.branch(region, 1)
    facts = [region.add("doelscore", goal(1)), copy.add("doelscore", goal(1, doel_nr=2))]
    yield w.case(facts, regio="zeeland")

    w = World("an own private log forked", "counting one branch of one's own")
    private = w.log("private", audience="prive", follows=w.founder.log)
    w.own.append(private)
    copy = w.branch(private, 1)
    facts = [private.add("doelscore", goal(1)), copy.add("doelscore", goal(1, doel_nr=2))]
    yield w.case(facts)


def member_cases():
    w = World("the founder's log forked", "admitting on one branch only")
    copy = w.branch(w.founder, 1)
    here, there = w.log("here"), w.log("there")
    w.admit(here)
    w.admit(there, by=copy)
    facts = [here.add("doelscore", goal(1)), there.add("doelscore", goal(1, doel_nr=2))]
    yield w.case(facts, members={"here": ("onderzoeker", 3), "there": ("onderzoeker", 3)})

    w = World("a thief forks below the revocation", "counting numbers up to that of 'tot' on every branch", accept=False)
    joiner = w.member("joiner")
    facts = [joiner.add("doelscore", goal(doel_nr=n)) for n in (1, 2, 3)]
    thief = w.branch(joiner, 2)
    w.revoke(joiner, facts[-1])
    false = [thief.add("doelscore", goal(-2, doel_nr=9)), thief.add("intrekking", {"reden": "weg"}, [facts[0]])]
    yield w.case(facts, set_aside=false)

    w = World("a thief forks at line 1", "a branch that has nothing in common but line 1", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    thief = w.branch(joiner, 1)
    w.revoke(joiner, fact)
    false = thief.add("doelscore", goal(-2))
    yield w.case([fact], set_aside=[false])

    w = World("a fork right after the line that 'tot' names", "taking the longest branch along", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    aside = [joiner.add("doelscore", goal(doel_nr=2)), copy.add("doelscore", goal(doel_nr=3))]
    w.revoke(joiner, fact)
    yield w.case([fact], set_aside=aside)

    w = World("'tot' names a line on a branch of a branch", "a branch that stops where it begins", accept=False)
    joiner = w.member("joiner")
    first = joiner.add("doelscore", goal(doel_nr=1))
    copy = w.branch(joiner, 2)
    second = copy.add("doelscore", goal(doel_nr=2))
    third = w.branch(copy, 3)
    last = third.add("doelscore", goal(doel_nr=3))
    aside = [joiner.add("doelscore", goal(doel_nr=4)), copy.add("doelscore", goal(doel_nr=5))]
    aside.append(third.add("doelscore", goal(doel_nr=6)))
    w.revoke(joiner, last)
    yield w.case([first, second, last], set_aside=aside)

    w = World("'tot' names both heads and a line below them", "the lowest line named wins")
    joiner = w.member("joiner")
    trunk = joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here, there = joiner.add("doelscore", goal(doel_nr=2)), copy.add("doelscore", goal(doel_nr=3))
    w.revoke(joiner, trunk, here, there)
    yield w.case([trunk, here, there])

    w = World("two revocations that name two branches", "the union of what revocations leave", accept=False)
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    trunk = joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here, there = joiner.add("doelscore", goal(doel_nr=2)), copy.add("doelscore", goal(doel_nr=3))
    w.revoke(joiner, here)
    w.revoke(joiner, there, by=boss)
    yield w.case([trunk], set_aside=[here, there])

    w = World("one of two revocations ended", "ending all revocations by one lid", accept=False)
    joiner = w.member("joiner")
    trunk = joiner.add("doelscore", goal())
    copy = w.branch(joiner, 2)
    here, there = joiner.add("doelscore", goal(doel_nr=2)), copy.add("doelscore", goal(doel_nr=3))
    w.revoke(joiner, there)
    ended = w.revoke(joiner)
    w.admit(joiner, replaces=[ended])
    yield w.case([trunk, there], set_aside=[here])

    w = World("a revocation on a beheerder's other branch", "revoking by the first branch only", accept=False)
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    copy = w.branch(boss, 1)
    boss.add("doelscore", goal(doel_nr=2))
    fact = joiner.add("doelscore", goal())
    w.revoke(joiner, by=copy)
    yield w.case([boss.lines[1]], set_aside=joiner.lines)

    w = World("a beheerder's branch set aside", "admitting from a branch that is set aside", accept=False)
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    thief = w.branch(boss, 1)
    fact = boss.add("doelscore", goal(doel_nr=2))
    late = w.log("late")
    false = [w.admit(late, by=thief), w.revoke(joiner, by=thief)]
    w.revoke(boss, fact)
    kept = joiner.add("doelscore", goal())
    yield w.case([fact, kept], set_aside=false, held=[late], members={"late": None})

    w = World("a revocation ended on another branch", "looking for the lid on the revocation's branch")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal())
    revocation = w.revoke(joiner)
    copy = w.branch(w.founder, 2)
    filler = copy.add("doelscore", goal(1, doel_nr=2))
    w.admit(joiner, by=copy, replaces=[revocation])
    yield w.case([fact, filler])

    w = World("a beheerder ends the founder's revocation of a beheerder", "ending by one who may not revoke", accept=False)
    boss, other = w.member("boss", "beheerder"), w.member("other", "beheerder")
    other.add("doelscore", goal())
    revocation = w.revoke(other)
    w.admit(other, "beheerder", by=boss, replaces=[revocation])
    yield w.case(set_aside=other.lines)

    w = World("a beheerder ends the founder's revocation of an onderzoeker", "that only its writer ends a revocation")
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    fact = joiner.add("doelscore", goal())
    revocation = w.revoke(joiner)
    w.admit(joiner, by=boss, replaces=[revocation])
    yield w.case([fact])


def successor_cases():
    w = World("a copied folder goes on in a new log", "a successor that stays held")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    copy = w.branch(joiner, 2)
    here = joiner.add("doelscore", goal(1, doel_nr=2))
    second = w.log("second", follows=joiner.log)
    w.vouch(copy, second)
    copy.checkpoint()
    there = second.add("doelscore", goal(1, doel_nr=3))
    yield w.case([fact, here, there], members={"second": ("onderzoeker", 3)})

    w = World("two copies go on in two new logs", "one successor a log")
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    facts = []
    for name, old in (("second", joiner), ("third", copy)):
        new = w.log(name, follows=joiner.log)
        w.vouch(old, new)
        old.checkpoint()
        facts.append(new.add("doelscore", goal(1, doel_nr=len(facts) + 1)))
    yield w.case(facts, members={"second": ("onderzoeker", 3), "third": ("onderzoeker", 3)})

    w = World("the founder's successor", "a founder's new log that admits nobody")
    second = w.log("second", follows=w.founder.log)
    copy = w.branch(w.founder, 1)
    w.founder.add("doelscore", goal(1))
    w.vouch(copy, second)
    copy.checkpoint()
    joiner = w.member("joiner", "beheerder", by=second)
    fact = joiner.add("doelscore", goal(1, doel_nr=2))
    yield w.case([w.founder.lines[1], fact], members={"second": ("beheerder", 1), "joiner": ("beheerder", 2)})

    w = World("a thief's successor", "vouching from a branch that is set aside", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    thief = w.branch(joiner, 2)
    second = w.log("second", follows=joiner.log)
    false = w.vouch(thief, second)
    second.add("doelscore", goal(2))
    w.revoke(joiner, fact)
    yield w.case([fact], set_aside=[false], held=[second], members={"second": None})

    w = World("a successor of a revoked log", "revoking along the line of successors")
    joiner = w.member("joiner")
    second = w.log("second", follows=joiner.log)
    own = w.vouch(joiner, second)
    late = joiner.add("doelscore", goal(2))
    fact = second.add("doelscore", goal(1))
    w.revoke(joiner, own)
    yield w.case([fact], set_aside=[late], members={"second": ("onderzoeker", 3)})

    w = World("a successor admitted by name", "wanting its eigen_log for ever")
    joiner = w.member("joiner")
    second = w.log("second", follows=joiner.log)
    fact = second.add("doelscore", goal(1))
    w.admit(second)
    yield w.case([fact], members={"second": ("onderzoeker", 3)})

    w = World("a lezer's successor", "a role that grows with a new log", accept=False)
    reader = w.member("reader", "lezer")
    second = w.log("second", follows=reader.log)
    w.vouch(reader, second)
    second.add("doelscore", goal(1))
    yield w.case(members={"second": ("lezer", 3)})

    w = World("an eigen_log past the log between", "following 'follows' further than one log", accept=False)
    joiner = w.member("joiner")
    second = w.log("second", follows=joiner.log)
    third = w.log("third", follows=second.log)
    w.vouch(joiner, third)
    third.add("doelscore", goal(1))
    yield w.case(held=[second, third], members={"third": None})


def reference_cases():
    score = SALT_OF_FACT, "doelscore", goal(1, doel_nr=2)
    w, here, there = alike(*score, "acting on the first line that is found", "a reference acts on every line it matches")
    yield w.case([w.writers["third"].add("doelscore", goal(2), [here])])

    w, here, there = alike(*score, "matching the first four characters in 'tot'", "'tot' wants the whole chain", False)
    w.revoke(w.writers["joiner"], here)
    yield w.case([here], set_aside=[there])

    own = SALT_OF_STRUCTURE, "eigen_log", None
    w, fact, false = alike(*own, "a line set aside that shields a fact", "a thief's structural line with a fact's reference")
    w.revoke(w.writers["joiner"], fact)
    yield w.case([w.writers["third"].add("doelscore", goal(2), [fact])], set_aside=[false])

    w, fact, false = alike(
        *own, "a line set aside that parts two corrections", "two corrections of a fact whose reference a thief's line has"
    )
    w.revoke(w.writers["joiner"], fact)
    ours = w.founder.add("doelscore", goal(2, doel_nr=2), [fact], at=LATE)
    theirs = w.writers["third"].add("doelscore", goal(2), [fact], at=EARLY)
    yield w.case([ours, theirs], [[ours, theirs]], set_aside=[false])

    w = World("a reference to the line of the same number on another branch", "matching the number alone", accept=False)
    joiner, third = w.member("joiner"), w.member("third")
    copy = w.branch(joiner, 1)
    here, there = joiner.add("doelscore", goal(1)), copy.add("doelscore", goal(1, doel_nr=2))
    new = third.add("doelscore", goal(2), [here])
    yield w.case([there, new])


def cases():
    return [*count_cases(), *member_cases(), *successor_cases(), *reference_cases()]
