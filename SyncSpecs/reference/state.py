"""What a set of lines says (state.md, erasure.md): members, erased and live lines, conflicts, fingerprint."""
import hashlib
from collections import defaultdict

from .canonical import jcs, need
from .line import AUDIENCES, REFERENCE, STRUCTURAL, Walk, base64url, from_base64url, is_count, is_log, matches

RANK = {"lezer": 1, "onderzoeker": 2, "beheerder": 3}
READER_KINDS = {"wissing_uitgevoerd", "eigen_log"}
SLOTS = {
    "doelscore": ["traject", "doel_nr", "moment"],
    "tevredenheid": ["traject", "informant", "instrument", "vraag", "aanbieder", "periode"],
    "traject_beeindigd": ["traject"],
    "traject_gestart": ["traject"],
    "werkruimte": [],
}

class Store:
    """The lines that are held, each by its log, number and chain; `own` are the logs that this instance writes."""
    def __init__(self, workspace, own=(), lines=()):
        self.workspace, self.own, self.lines = workspace, set(own), dict(lines)

    def add(self, log, texts, after=None):
        """Adds lines of one branch, all or none, from line 1 or after a line that is held; gives those stored now."""
        walk, new = Walk(log, self.workspace, self.lines[after] if after else None), {}
        for text in texts:
            line = walk.step(text)
            held = self.lines.get(line.key)
            need(not held or held.link == line.link, "chain")
            if not held or (held.payload is None and line.payload is not None):
                new[line.key] = line
        self.lines |= new
        return set(new)

    def heads(self, log):
        """The last lines of its branches, ascending."""
        keys = {key for key in self.lines if key[0] == log}
        return sorted(keys - {self.lines[key].before for key in keys})

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
        self.store, self.roles, self.steps, self.counting, self.vouched = store, {}, {}, {}, set()
        self.of_log, self.follows = defaultdict(set), set()
        for key, line in store.lines.items():
            self.of_log[line.log].add(key)
            self.follows |= {(line.log, line.header.follows)} if line.seq == 1 else set()
        self.admit({store.workspace: "beheerder"}, 1, [])
        founder = self.voices()
        self.admit({log: rol for log, rol in lids(founder).items() if rol == "beheerder"}, 2, founder)
        both = self.voices()
        self.admit({log: min(rol, "onderzoeker", key=RANK.get) for log, rol in lids(both).items()}, 3, both)

    def voices(self):
        """The lines so far that may admit, vouch and revoke."""
        lines = [self.store.lines[key] for keys in self.counting.values() for key in keys]
        return [line for line in lines if line.header.audience == "gedeeld" and has_form(line)]

    def admit(self, direct, step, revokers):
        """Adds the logs of one step, and those that they vouch for, until nothing changes."""
        todo = list(direct.items())
        while todo:
            log, rol = todo.pop()
            if self.steps.get(log, step) != step or RANK[rol] <= RANK.get(self.roles.get(log), 0):
                continue
            self.steps[log], self.roles[log], self.counting[log] = step, rol, self.left_of(log, revokers)
            for line in (self.store.lines[key] for key in self.counting[log]):
                other = line.payload.get("log") if line.kind == "eigen_log" and has_form(line) else None
                if (other, log) in self.follows and line.header.audience == "gedeeld":
                    self.vouched.add((log, other))
                    todo.append((other, rol))

    def left_of(self, log, revokers):
        """The lines of a log that its revocations leave."""
        left = set(self.of_log[log])
        about = [line for line in revokers if line.kind != "wissing" and line.payload["log"] == log]
        ended = {ref for line in about if line.kind == "lid" for ref in line.replaces}
        for line in about:
            if line.kind == "lid_ingetrokken" and line.ref not in ended:
                named = [(log, point["seq"], point["chain"]) for point in line.payload["tot"]]
                left &= {key for point in named for key in self.store.up_to(point)}
        return left

def lids(voices):
    """By log, the highest role that these lines admit it with."""
    found = [(line.payload["log"], line.payload["rol"]) for line in voices if line.kind == "lid"]
    return dict(sorted(found, key=lambda pair: RANK[pair[1]]))

def has_form(line):
    """Whether a line about members or erasure has the payload that it needs; without, it has no effect."""
    payload, targets = line.payload, line.payload and line.payload.get("doelen")
    if line.kind == "wissing":
        is_list = isinstance(targets, list) and all(matches(REFERENCE, target) for target in targets)
        return is_list and isinstance(payload.get("grond"), str)
    if line.kind not in ("lid", "lid_ingetrokken", "eigen_log") or not is_log(payload.get("log")):
        return False
    if line.kind == "lid":
        return payload.get("rol") in tuple(RANK) and isinstance(payload.get("regio", ""), str)
    tot = payload.get("tot")
    return line.kind == "eigen_log" or (isinstance(tot, list) and all(map(is_point, tot)))

def is_point(value):
    """{"chain","seq"}, naming a line of a log that is known otherwise."""
    has_both = isinstance(value, dict) and set(value) == {"chain", "seq"}
    return has_both and is_count(value["seq"], 1) and from_base64url(value["chain"], 8) is not None

def reaches(source, target):
    """Whether lines of one audience may act on those of another: the same, or a narrower one."""
    if source.audience == target.audience == "regio":
        return source.regio == target.regio
    return AUDIENCES.index(source.audience) <= AUDIENCES.index(target.audience)

class State:
    """All that follows from the lines held; `slots` gives the slot fields of each kind that has some."""
    def __init__(self, store, slots=SLOTS):
        self.store, self.slots, self.members, self.by_ref = store, slots, Members(store), defaultdict(list)
        lines, roles = store.lines.values(), self.members.roles
        self.own_private = {x.log for x in lines if x.log in store.own and x.header.audience == "prive"}
        standing = [x for x in lines if x.log in self.own_private or x.key in self.members.counting.get(x.log, ())]
        self.standing = {x.key for x in standing}
        readers = {log for log, rol in roles.items() if rol == "lezer"} - self.own_private
        self.counting = {x.key: x for x in standing if x.log not in readers or x.kind in READER_KINDS}
        self.headers = {x.log: x.header for x in sorted(standing, key=lambda x: x.chain, reverse=True) if x.seq == 1}
        for line in lines:
            self.by_ref[line.ref].append(line)
        self.erased = {x.key for line in self.counting.values() if line.kind == "wissing" for x in self.erased_by(line)}
        self.replaced = {x.key for line in self.counting.values() for x in self.acted_on(line, line.replaces)}
        self.live = [x for x in self.counting.values() if self.is_live(x)]

    def acted_on(self, line, references):
        """What references of a line act on: what they match, on any branch, of no structural kind or wider audience."""
        found = [x for ref in references for x in self.by_ref.get(ref, ())]
        return [x for x in found if x.kind not in STRUCTURAL and reaches(line.header, x.header)]

    def erased_by(self, wissing):
        """The lines that an erasure that counts names: by a beheerder, of anyone; else of the same writer."""
        found = self.acted_on(wissing, wissing.payload["doelen"]) if has_form(wissing) else []
        writer = self.logs_of_writer(wissing.log)
        return [x for x in found if self.members.roles.get(wissing.log) == "beheerder" or x.log in writer]

    def logs_of_writer(self, log):
        """A log, and those joined to it by vouching; this instance's private logs are joined with each other."""
        found, todo = set(), {log}
        while todo:
            found |= todo
            joined = [set(pair) for pair in self.members.vouched] + [self.own_private]
            todo = {x for logs in joined if logs & found for x in logs} - found
        return found

    def is_live(self, line):
        return line.kind not in STRUCTURAL and self.has_payload(line) and line.key not in self.replaced

    def has_payload(self, line):
        return line.payload is not None and line.key not in self.erased

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
                header = self.headers.get(ref[:12])
                targets = [x for x in self.by_ref.get(ref, ()) if x.key in self.standing]
                if (not header or reaches(source.header, header)) and all(x.kind not in STRUCTURAL for x in targets):
                    found.add(ref)
                    todo += [x for x in targets if x.key in self.counting]
        return found

    def groups(self):
        """The connected groups of two live facts or more."""
        joined = defaultdict(list)
        for line in self.live:
            for name in self.reached(line) | {self.slot(line)} - {None}:
                joined[name].append(line)
        group = {line.key: [line] for line in self.live}
        for first, *others in (lines for lines in joined.values() if any(x.kind != "intrekking" for x in lines)):
            for other in others:
                if group[first.key] is not group[other.key]:
                    group[first.key] += group[other.key]
                    group |= {x.key: group[first.key] for x in group[other.key]}
        return list({id(lines): lines for lines in group.values() if len(lines) > 1}.values())

    def fingerprint(self, regio=None):
        """Over the members' shared logs, and with `regio` over that region's too."""
        before, texts = {x.before for x in self.store.lines.values()}, []
        for line in self.store.lines.values():
            is_regional = regio is not None and (line.header.audience, line.header.regio) == ("regio", regio)
            if line.log in self.members.roles and (line.header.audience == "gedeeld" or is_regional):
                link = base64url(line.link)
                texts += [f"{line.log} {line.seq} {link}\n"] if line.key not in before else []
                texts += [f"- {line.log}:{line.seq} {link}\n"] if not self.has_payload(line) else []
        return hashlib.sha256("".join(sorted(texts)).encode()).hexdigest()

    def summary(self):
        """As the vectors write it."""
        members, lines = self.members, self.store.lines.values()
        known = set(members.roles) | self.own_private
        groups = [(sorted(x.ref for x in g), max(g, key=use_order).ref, len(set(map(said, g)))) for g in self.groups()]
        refs = lambda found: sorted(line.ref for line in found)
        return {
            "members": [{"log": log, "rol": rol, "step": members.steps[log]} for log, rol in sorted(members.roles.items())],
            "held": sorted({x.log for x in lines} - known),
            "set_aside": refs(x for x in lines if x.log in members.roles and x.key not in self.standing),
            "missing": refs(x for x in lines if x.payload is None and x.log in known and x.key not in self.erased),
            "erased": refs(x for x in lines if x.key in self.erased),
            "live": refs(self.live),
            "conflicts": [{"facts": facts, "used": used} for facts, used, count in sorted(groups) if count > 1],
            "same": [{"facts": facts, "used": used} for facts, used, count in sorted(groups) if count == 1],
            "fingerprint": self.fingerprint(),
        }

def said(line):
    """What facts that do not differ have in common."""
    return line.kind, jcs({name: value for name, value in line.payload.items() if name != "toelichting"})

def use_order(line):
    """The fact that is used is the greatest by this."""
    return line.kind != "intrekking", line.at, line.log, line.seq, line.link
