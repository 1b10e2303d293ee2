"""Cases for erasure.md: what a wissing does to the lines that are held."""

from cases_state import EARLY, LATE, World
from writer import goal


def erase(writer, *lines, grond="verzoek van de betrokkene"):
    return writer.add("wissing", {"doelen": sorted(line.ref for line in lines), "grond": grond})


def force_cases():
    w = World("erased by its writer", "nothing: the plain erasure")
    joiner = w.member("joiner")
    fact, other = joiner.add("doelscore", goal(1)), joiner.add("doelscore", goal(1, doel_nr=2))
    erase(joiner, fact)
    w.erased.add(fact)
    yield w.case([other], erased=[fact])

    for rol, name in (("founder", "the founder"), ("beheerder", "a beheerder")):
        w = World(f"erased by {name}", "only the writer may erase")
        joiner = w.member("joiner")
        eraser = w.founder if rol == "founder" else w.member("eraser", rol)
        fact = joiner.add("doelscore", goal(1))
        erase(eraser, fact)
        w.erased.add(fact)
        yield w.case(erased=[fact])

    w = World("erased by another onderzoeker", "anyone may erase", accept=False)
    joiner, other = w.member("joiner"), w.member("other")
    fact = joiner.add("doelscore", goal(1))
    erase(other, fact)
    yield w.case([fact])

    w = World("erased by another onderzoeker, and gone", "taking a line that is missing for erased", accept=False)
    joiner, other = w.member("joiner"), w.member("other")
    fact = joiner.add("doelscore", goal(1))
    erase(other, fact)
    w.erased.add(fact)
    yield w.case(missing=[fact])

    w = World("erased by a beheerder whom a beheerder admitted", "a role that its step does not give", accept=False)
    boss, joiner = w.member("boss", "beheerder"), w.member("joiner")
    second = w.member("second", "beheerder", by=boss)
    fact = joiner.add("doelscore", goal(1))
    erase(second, fact)
    yield w.case([fact], members={"second": ("onderzoeker", 3)})

    w = World("erased by a lezer", "a lezer's wissing", accept=False)
    reader = w.member("reader", "lezer")
    fact = w.founder.add("doelscore", goal(1))
    answer = reader.add("wissing_uitgevoerd", {"wissing": fact.ref})
    erase(reader, answer)
    erase(reader, fact)
    yield w.case([fact, answer])

    w = World("erased by a stranger", "a stranger's wissing", accept=False)
    stranger = w.log("stranger")
    fact = w.founder.add("doelscore", goal(1))
    theirs = stranger.add("doelscore", goal(2))
    erase(stranger, fact, theirs)
    yield w.case([fact], held=[stranger])

    w = World("erased by a line that is set aside", "a wissing that outlives its revocation", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    wissing = erase(joiner, fact)
    w.revoke(joiner, fact)
    yield w.case([fact], set_aside=[wissing])

    w = World("erased before the revocation", "a revocation that ends erasures before it")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    wissing = erase(joiner, fact)
    w.revoke(joiner, wissing)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("a revoked writer's line erased by the founder", "leaving what is set aside alone")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    w.revoke(joiner)
    erase(w.founder, fact)
    w.erased.add(fact)
    yield w.case(set_aside=joiner.lines, erased=[fact])

    w = World("a stranger's line erased by the founder", "leaving what is held alone")
    stranger = w.log("stranger")
    fact = stranger.add("doelscore", goal(1))
    erase(w.founder, fact)
    w.erased.add(fact)
    yield w.case(held=[stranger], erased=[fact])

    w = World("a wissing whose revocation ended", "a wissing that is out of force for ever")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    erase(joiner, fact)
    revocation = w.revoke(joiner, fact)
    w.admit(joiner, replaces=[revocation])
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("one of two wissingen is set aside", "the last word about a line")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    wissing = erase(joiner, fact)
    w.revoke(joiner, fact)
    erase(w.founder, fact)
    w.erased.add(fact)
    yield w.case(set_aside=[wissing], erased=[fact])

    w = World("a wissing replaced, retracted and named by a wissing", "undoing an erasure")
    fact = w.founder.add("doelscore", goal(1))
    wissing = erase(w.founder, fact)
    gone = w.founder.add("intrekking", {"reden": "toch niet"}, [wissing])
    erase(w.founder, wissing)
    w.erased.add(fact)
    yield w.case([gone], erased=[fact])


def writer_cases():
    w = World("erased from the log that came after", "a writer who is one log")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    second = w.log("second", follows=joiner.log)
    w.vouch(joiner, second)
    third = w.log("third", follows=second.log)
    w.vouch(second, third)
    erase(third, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("erased from the log that came before", "joining in one direction")
    joiner = w.member("joiner")
    second = w.log("second", follows=joiner.log)
    w.vouch(joiner, second)
    fact = second.add("doelscore", goal(1))
    erase(joiner, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("erased from the other of two successors", "joining along one line")
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    logs = []
    for old in (joiner, copy):
        logs.append(w.log(f"after {old.name}", follows=joiner.log))
        w.vouch(old, logs[-1])
    fact = logs[0].add("doelscore", goal(1))
    erase(logs[1], fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("erased from a log that only says it follows", "joining by line 1", accept=False)
    joiner, second = w.member("joiner"), None
    second = w.member("second", follows=joiner.log)
    fact = joiner.add("doelscore", goal(1))
    erase(second, fact)
    yield w.case([fact])

    w = World("erased from a log that it claims", "joining by eigen_log alone", accept=False)
    joiner, other = w.member("joiner"), w.member("other")
    fact = joiner.add("doelscore", goal(1))
    w.vouch(other, joiner)
    erase(other, fact)
    yield w.case([fact])

    w = World("erased by a thief's successor", "joining by a line that is set aside", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    second = w.log("second", follows=joiner.log)
    own = w.vouch(joiner, second)
    erase(second, fact)
    w.revoke(joiner, fact)
    yield w.case([fact], set_aside=[own], held=[second])

    w = World("erased on another branch", "a wissing that stays on its branch")
    joiner = w.member("joiner")
    copy = w.branch(joiner, 1)
    fact = joiner.add("doelscore", goal(1))
    erase(copy, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])


def audience_cases():
    def regional(w, name, regio="zeeland", by=None):
        region = w.log(name, audience="regio", regio=regio, follows=(by or w.founder).log)
        w.vouch(by or w.founder, region)
        return region

    w = World("a shared wissing of a regional line", "erasing within one audience only")
    region = regional(w, "region")
    fact = region.add("doelscore", goal(1))
    erase(w.founder, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact], regio="zeeland")

    w = World("a regional wissing of a regional line", "wissingen in shared logs only")
    region = regional(w, "region")
    fact = region.add("doelscore", goal(1))
    erase(region, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact], regio="zeeland")

    w = World("a regional wissing of a shared line", "erasing what others cannot know to be erased", accept=False)
    region = regional(w, "region")
    fact = w.founder.add("doelscore", goal(1))
    erase(region, fact)
    yield w.case([fact], regio="zeeland")

    w = World("a wissing of another region", "one audience for all regions", accept=False)
    region, other = regional(w, "region"), regional(w, "other", "utrecht")
    fact = region.add("doelscore", goal(1))
    erase(other, fact)
    yield w.case([fact], regio="zeeland")

    w = World("a private wissing of a private line", "leaving one's own names alone")
    private = w.log("private", audience="prive", follows=w.founder.log)
    w.own = [private]
    fact = private.add("doelscore", goal(1))
    erase(private, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("erased from the private log that came after", "private logs that are of several writers")
    joiner = w.member("joiner")
    private = w.log("private", audience="prive", follows=joiner.log)
    second = w.log("second", audience="prive", follows=private.log)
    w.own = [joiner, private, second]
    fact = private.add("doelscore", goal(1))
    erase(second, fact)
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("a private wissing of a shared line", "erasing at one place what others keep", accept=False)
    private = w.log("private", audience="prive", follows=w.founder.log)
    w.own = [private]
    fact = w.founder.add("doelscore", goal(1))
    erase(private, fact)
    yield w.case([fact])

    w = World("a private wissing of somebody else", "counting another's private log", accept=False)
    private = w.log("private", audience="prive", follows=w.founder.log)
    fact = private.add("doelscore", goal(1))
    erase(private, fact)
    yield w.case(held=[private])


def target_cases():
    w = World("a structural target", "erasing who is a member", accept=False)
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    erase(w.founder, w.founder.lines[1])
    yield w.case([fact], members={"joiner": ("onderzoeker", 3)})

    w = World("a structural target beside another", "a wissing that is in force whole or not at all")
    joiner = w.member("joiner")
    fact = joiner.add("doelscore", goal(1))
    erase(w.founder, w.founder.lines[1], fact, joiner.lines[0])
    w.erased.add(fact)
    yield w.case(erased=[fact], members={"joiner": ("onderzoeker", 3)})

    w = World("targets of two writers", "a wissing that is in force whole or not at all")
    joiner, other = w.member("joiner"), w.member("other")
    mine, theirs = joiner.add("doelscore", goal(1)), other.add("doelscore", goal(1, doel_nr=2))
    erase(joiner, mine, theirs)
    w.erased.add(mine)
    yield w.case([theirs], erased=[mine])

    w = World("a target not held", "wanting the target")
    joiner = w.member("joiner")
    joiner.add("doelscore", goal(1))
    erase(w.founder, joiner.lines[1])
    del w.parts[1]
    yield w.case()

    w = World("a target of another chain", "matching the number alone", accept=False)
    fact = w.founder.add("doelscore", goal(1))
    other = fact.ref[:-4] + ("AAAA" if fact.ref[-4:] != "AAAA" else "BBBB")
    w.founder.add("wissing", {"doelen": [other], "grond": "verzoek"})
    yield w.case([fact])

    w = World("a wissing that is erased as a target of itself", "a loop", accept=False)
    fact = w.founder.add("doelscore", goal(1))
    w.founder.add("wissing", {"doelen": [f"{w.founder.log}:3#AAAA"], "grond": "verzoek"})
    yield w.case([fact])

    w = World("wissing_uitgevoerd erased", "answers that cannot be erased")
    fact = w.founder.add("doelscore", goal(1))
    wissing = erase(w.founder, fact)
    answer = w.founder.add("wissing_uitgevoerd", {"wissing": wissing.ref})
    erase(w.founder, answer)
    w.erased |= {fact, answer}
    yield w.case(erased=[fact, answer])


def form_cases():
    for name, payload in (
        ("without ground", {}),
        ("with a ground that is no text", {"grond": 1}),
        ("without targets", {"doelen": None}),
        ("with targets that are a text", {"doelen": "x"}),
        ("with one target that is no reference", {"doelen": ["y"]}),
    ):
        w = World("a wissing " + name, "a payload of another form", accept=False)
        fact = w.founder.add("doelscore", goal(1))
        whole = {"doelen": [fact.ref], "grond": "verzoek"} if payload else {"doelen": [fact.ref]}
        whole |= {"doelen": [fact.ref, "y"]} if payload == {"doelen": ["y"]} else payload
        w.founder.add("wissing", {key: value for key, value in whole.items() if value is not None})
        yield w.case([fact])

    w = World("a wissing with a member more", "an exact list of members")
    fact = w.founder.add("doelscore", goal(1))
    w.founder.add("wissing", {"doelen": [fact.ref], "grond": "verzoek", "toelichting": "brief van 2 maart"})
    w.erased.add(fact)
    yield w.case(erased=[fact])

    w = World("a wissing of nothing", "an empty list that names all", accept=False)
    fact = w.founder.add("doelscore", goal(1))
    w.founder.add("wissing", {"doelen": [], "grond": "verzoek"})
    yield w.case([fact])


def effect_cases():
    w = World("what an erased line replaced stays replaced", "an erasure that brings a fact back")
    fact = w.founder.add("doelscore", goal(1))
    new = w.founder.add("doelscore", goal(2), [fact])
    erase(w.founder, new)
    w.erased.add(new)
    yield w.case(erased=[new])

    w = World("a retraction erased", "an erasure that brings a fact back")
    fact = w.founder.add("doelscore", goal(1))
    gone = w.founder.add("intrekking", {"reden": "naam genoemd"}, [fact])
    erase(w.founder, gone)
    w.erased.add(gone)
    yield w.case(erased=[gone])

    w = World("one side of a conflict erased", "a conflict with what is not there", accept=False)
    joiner = w.member("joiner")
    ours, theirs = w.founder.add("doelscore", goal(1)), joiner.add("doelscore", goal(2))
    erase(joiner, theirs)
    w.erased.add(theirs)
    yield w.case([ours], erased=[theirs])

    w = World("joined through an erased line", "references that go with the payload")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    middle = joiner.add("doelscore", goal(1, doel_nr=2), [fact])
    last = w.founder.add("doelscore", goal(1, doel_nr=4), [middle], at=EARLY)
    ours = w.founder.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    erase(joiner, middle)
    w.erased.add(middle)
    yield w.case([last, ours], [[ours, last]], erased=[middle])

    w = World("two corrections of an erased line", "an erased line that joins nothing")
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    ours = w.founder.add("doelscore", goal(1, doel_nr=3), [fact], at=LATE)
    theirs = joiner.add("doelscore", goal(1, doel_nr=2), [fact], at=EARLY)
    erase(w.founder, fact)
    w.erased.add(fact)
    yield w.case([ours, theirs], [[ours, theirs]], erased=[fact])

    w = World("erased, and its payload still there", "counting what is to be removed", accept=False)
    fact = w.founder.add("doelscore", goal(1))
    erase(w.founder, fact)
    yield w.case(erased=[fact])

    w = World("a line missing in a log that is set aside", "asking only for lines that count")
    joiner = w.member("joiner")
    joiner.add("doelscore", goal(1))
    w.revoke(joiner)
    w.erased.add(joiner.lines[1])
    yield w.case(set_aside=joiner.lines, missing=[joiner.lines[1]])

    w = World("a wissing that lost its force", "an erased line that nobody asks for any more", accept=False)
    joiner = w.member("joiner")
    fact = w.founder.add("doelscore", goal(1))
    boss = w.member("boss", "beheerder")
    wissing = erase(boss, fact)
    w.revoke(boss, boss.lines[0])
    w.erased.add(fact)
    yield w.case(set_aside=[wissing], missing=[fact])


def cases():
    groups = (force_cases, writer_cases, audience_cases, target_cases, form_cases, effect_cases)
    return [case for group in groups for case in group()]
