"""What a set of lines says (state.md, erasure.md): members, erased and live lines, conflicts, fingerprint."""
import hashlib
from collections import defaultdict

from .line import AUDIENCES, STRUCTURAL, Walk, is_log, is_reference
from .values import base64url, coded, is_text, jcs, list_of, need, object_of, whole_from

RANK = {"lezer": 1, "onderzoeker": 2, "beheerder": 3}
READER_KINDS = {"wissing_uitgevoerd", "eigen_log"}
SLOTS = {
    "doelscore": ["traject", "doel_nr", "moment"],
    "tevredenheid": ["traject", "informant", "instrument", "vraag", "aanbieder", "periode"],
    "traject_beeindigd": ["traject"],
    "traject_gestart": ["traject"],
    "werkruimte": [],
}
is_rol = tuple(RANK).__contains__
is_point = object_of({"chain": coded(8), "seq": whole_from(1)})
# The payloads that lines about members and erasure need to have an effect.
FORMS = {
    "eigen_log": object_of({"log": is_log}, is_open=True),
    "lid": object_of({"log": is_log, "rol": is_rol, "regio": is_text}, {"regio"}, is_open=True),
    "lid_ingetrokken": object_of({"log": is_log, "tot": list_of(is_point)}, is_open=True),
    "wissing": object_of({"doelen": list_of(is_reference), "grond": is_text}, is_open=True),
}

class Store:
    """The lines that are held, each by its log, number and chain; `own` are the logs of this instance."""
    def __init__(self, workspace, own=(), lines=()):
        self.workspace, self.own, self.lines = workspace, set(own), dict(lines)

    def add(self, log, texts, after=None):
        """Adds lines of one branch, all or none, after one that is held; gives the keys of those stored."""
        walk, new = Walk(log, self.workspace, self.lines[after] if after else None), {}
        for text in texts:
            line = walk.step(text)
            held = self.lines.get(line.key)
            need(not held or held.link == line.link, "chain")
            if not held or (held.payload is None and line.payload is not None):
                new[line.key] = line
        self.lines |= new
        return set(new)

    def up_to(self, key):
        """A line and those before it on its branch, that line first; nothing for a line that is not held."""
        found = []
        while key in self.lines:
            found.append(key)
            key = self.lines[key].before
        return found

class Members:
    """The three steps of state.md; `counting` has, by log, the lines that are not set aside."""
    def __init__(self, store):
        self.store, self.roles, self.steps, self.counting, self.vouched = store, {}, {}, {}, []
        self.of_log = grouped(store.lines.values(), lambda line: line.log)
        self.admit({store.workspace: "beheerder"}, 1, [])
        founder = self.voices()
        self.admit({log: rol for log, rol in lids(founder).items() if rol == "beheerder"}, 2, founder)
        both = self.voices()
        self.admit({log: min(rol, "onderzoeker", key=RANK.get) for log, rol in lids(both).items()}, 3, both)

    def voices(self):
        """The lines so far that may admit, vouch and revoke."""
        lines = [line for counting in self.counting.values() for line in counting]
        return [line for line in lines if line.audience == "gedeeld" and has_form(line)]

    def admit(self, direct, step, revokers):
        """Adds the logs of one step, and those that they vouch for, until nothing changes."""
        todo = list(direct.items())
        while todo:
            log, rol = todo.pop()
            if self.steps.get(log, step) != step or RANK[rol] <= RANK.get(self.roles.get(log), 0):
                continue
            self.steps[log], self.roles[log], self.counting[log] = step, rol, self.left_of(log, revokers)
            for line in self.counting[log]:
                if line.kind == "eigen_log" and line.audience == "gedeeld" and has_form(line):
                    other = line.payload["log"]
                    if any(x.follows == log for x in self.of_log.get(other, ()) if x.seq == 1):
                        self.vouched.append({log, other})
                        todo.append((other, rol))

    def left_of(self, log, revokers):
        """The lines of a log that its revocations leave."""
        about = [line for line in revokers if line.payload.get("log") == log]
        ended = {ref for line in about if line.kind == "lid" for ref in line.replaces}
        left = {line.key: line for line in self.of_log[log]}
        for line in about:
            if line.kind == "lid_ingetrokken" and line.ref not in ended:
                named = [(log, point["seq"], point["chain"]) for point in line.payload["tot"]]
                left = {key: left[key] for point in named for key in self.store.up_to(point) if key in left}
        return list(left.values())

def lids(voices):
    """By log, the highest role that these lines admit it with."""
    found = [(line.payload["log"], line.payload["rol"]) for line in voices if line.kind == "lid"]
    return dict(sorted(found, key=lambda pair: RANK[pair[1]]))

def has_form(line):
    return line.kind in FORMS and FORMS[line.kind](line.payload)

def reaches(source, target):
    """Whether lines like the one may act on those like the other: of the same audience, or a narrower one."""
    if source.audience == target.audience == "regio":
        return source.regio == target.regio
    return AUDIENCES.index(source.audience) <= AUDIENCES.index(target.audience)

def grouped(items, name):
    """The items by what `name` gives of them."""
    found = defaultdict(list)
    for item in items:
        found[name(item)].append(item)
    return found

def united(sets):
    """The unions of those that share something, directly or through others."""
    unions = []
    for one in sets:
        touched = [union for union in unions if union & one]
        unions = [union for union in unions if not union & one] + [one.union(*touched)]
    return unions

class State:
    """All that follows from the lines held; `slots` gives the slot fields of each kind that has some."""
    def __init__(self, store, slots=SLOTS):
        self.slots, self.members, self.lines = slots, Members(store), list(store.lines.values())
        self.by_ref, self.roles = grouped(self.lines, lambda line: line.ref), self.members.roles
        private = {x.log for x in self.lines if x.log in store.own and x.audience == "prive"}
        self.known, self.writers = private | set(self.roles), united([*self.members.vouched, private])
        left = {line for counting in self.members.counting.values() for line in counting}
        self.standing = {x for x in self.lines if x.log in private or x in left}
        self.counting = {x for x in self.standing if self.roles.get(x.log) != "lezer" or x.log in private
                         or x.kind in READER_KINDS}
        firsts = sorted((x for x in self.standing if x.seq == 1), key=lambda x: x.chain, reverse=True)
        self.firsts = {x.log: x for x in firsts}
        wissingen = [x for x in self.counting if x.kind == "wissing" and has_form(x)]
        self.erased = {x for wissing in wissingen for x in self.erased_by(wissing)}
        self.replaced = {x for line in self.counting for x in self.acted_on(line, line.replaces)}
        facts = {x for x in self.counting if x.kind not in STRUCTURAL and self.has_payload(x)}
        self.live = facts - self.replaced

    def has_payload(self, line):
        return line.payload is not None and line not in self.erased

    def acted_on(self, line, references):
        """What references of a line act on: what they match, of no structural kind and no wider audience."""
        found = [x for ref in references for x in self.by_ref.get(ref, ())]
        return [x for x in found if x.kind not in STRUCTURAL and reaches(line, x)]

    def erased_by(self, wissing):
        """The lines that an erasure names: by a beheerder, of anyone; else of the same writer."""
        found = self.acted_on(wissing, wissing.payload["doelen"])
        if self.roles.get(wissing.log) == "beheerder":
            return found
        of_writer = next((logs for logs in self.writers if wissing.log in logs), {wissing.log})
        return [x for x in found if x.log in of_writer]

    def slot(self, line):
        fields = self.slots.get(line.kind)
        values = {name: line.payload[name] for name in fields or () if name in line.payload}
        return (line.kind, jcs(values)) if values or fields == [] else None

    def reached(self, line):
        """The references that a line replaces, directly or through lines that count."""
        found, todo = set(), [line]
        while todo:
            source = todo.pop()
            for ref in set(source.replaces) - found:
                first = self.firsts.get(ref[:12])
                targets = self.standing.intersection(self.by_ref.get(ref, ()))
                if (not first or reaches(source, first)) and all(x.kind not in STRUCTURAL for x in targets):
                    found.add(ref)
                    todo += targets & self.counting
        return found

    def groups(self):
        """The connected groups of two live facts or more."""
        joined = defaultdict(set)
        for line in self.live:
            for name in self.reached(line) | {self.slot(line)} - {None}:
                joined[name].add(line)
        return united(x for x in joined.values() if len(x) > 1 and {y.kind for y in x} != {"intrekking"})

    def fingerprint(self, regio=None):
        """Over the members' shared logs, and with `regio` over that region's too."""
        followed, texts = {x.before for x in self.lines}, []
        for line in self.lines:
            is_asked = line.audience == "gedeeld" or (line.audience, line.regio) == ("regio", regio)
            if line.log in self.roles and is_asked:
                link = base64url(line.link)
                texts += [f"{line.log} {line.seq} {link}\n"] if line.key not in followed else []
                texts += [f"- {line.log}:{line.seq} {link}\n"] if not self.has_payload(line) else []
        return hashlib.sha256("".join(sorted(texts)).encode()).hexdigest()

    def summary(self):
        """As the vectors write it."""
        refs = lambda found: sorted(line.ref for line in found)
        told = sorted((refs(x), max(x, key=use_order).ref, len(set(map(said, x)))) for x in self.groups())
        members = sorted(self.members.steps.items())
        bare = [x for x in self.lines if x.payload is None and x.log in self.known and x not in self.erased]
        return {
            "members": [{"log": log, "rol": self.roles[log], "step": step} for log, step in members],
            "held": sorted({x.log for x in self.lines} - self.known),
            "set_aside": refs(x for x in self.lines if x.log in self.roles and x not in self.standing),
            "missing": refs(bare),
            "erased": refs(self.erased),
            "live": refs(self.live),
            "conflicts": [{"facts": facts, "used": used} for facts, used, count in told if count > 1],
            "same": [{"facts": facts, "used": used} for facts, used, count in told if count == 1],
            "fingerprint": self.fingerprint(),
        }

def said(line):
    """What facts that do not differ have in common."""
    return line.kind, jcs({name: value for name, value in line.payload.items() if name != "toelichting"})

def use_order(line):
    """The fact that is used is the greatest by this."""
    return line.kind != "intrekking", line.at, line.log, line.seq, line.link
