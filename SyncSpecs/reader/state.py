"""What a set of lines says: members, live facts, conflicts, fingerprint (state.md)."""

import hashlib
import re

from .canonical import jcs
from .line import LOG_ID, STRUCTURAL, base64url, from_base64url
from .log import Walk

RANK = {"lezer": 1, "onderzoeker": 2, "beheerder": 3}
READER_KINDS = {"wissing_uitgevoerd", "eigen_log"}


class Store:
    """The lines that an instance holds: per log its header, and every line by (seq, chain) with the one before it."""

    def __init__(self, workspace, own=()):
        self.workspace, self.own = workspace, set(own)
        self.headers, self.lines, self.before = {}, {}, {}

    def add(self, log, texts, after=None):
        """Adds lines of one branch, from line 1 or after a line that is held; gives those that are new."""
        walk, new = self.walk(log, after), []
        for text in texts:
            previous = (walk.seq, last.chain) if (last := getattr(walk, "last", None)) else after
            line = walk.last = walk.step(text)
            key = (log, line.seq, line.chain)
            held = self.lines.get(key)
            if held is None or (held.payload is None and line.payload is not None):
                new.append(line)
                self.before[key] = (log, *previous) if previous else None
                self.lines[key] = line
            self.headers[log] = walk.header
        return new

    def walk(self, log, after):
        walk = Walk(log, self.workspace)
        if after:
            walk.seq, walk.link = after[0], self.lines[(log, *after)].link
            walk.header = self.headers[log]
        return walk

    def of(self, log):
        return [key for key in self.lines if key[0] == log]

    def heads(self, log):
        earlier = set(self.before.values())
        return sorted(key for key in self.of(log) if key not in earlier)

    def up_to(self, key):
        """A line and those before it on its branch; nothing for a line that is not held."""
        found = set()
        while key in self.lines:
            found.add(key)
            key = self.before[key]
        return found


class Members:
    """The three steps of state.md."""

    def __init__(self, store):
        self.store, self.roles, self.steps, self.counting = store, {}, {}, {}
        self.admit({store.workspace: "beheerder"}, 1, None)
        founder = self.voices()
        self.admit({log: rol for log, rol in self.lids(founder) if rol == "beheerder"}, 2, founder)
        both = self.voices()
        direct = {}
        for log, rol in self.lids(both):
            direct[log] = max(direct.get(log, "lezer"), rol, key=RANK.get)
        self.admit({log: "onderzoeker" if rol == "beheerder" else rol for log, rol in direct.items()}, 3, both)

    def voices(self):
        """Lines that may admit and revoke: the counting ones of the shared logs so far."""
        shared = [log for log in self.counting if self.audience(log) == "gedeeld"]
        lines = [self.store.lines[key] for log in shared for key in self.counting[log]]
        return [line for line in lines if has_effect(line)]

    def audience(self, log):
        return self.store.headers[log].audience if log in self.store.headers else None

    @staticmethod
    def lids(voices):
        return [(line.payload["log"], line.payload["rol"]) for line in voices if line.kind == "lid"]

    def admit(self, direct, step, revokers):
        """Adds the logs of one step, and those that they vouch for, until nothing changes."""
        todo = [(log, rol) for log, rol in direct.items() if self.steps.get(log, step) == step]
        while todo:
            log, rol = todo.pop()
            if self.steps.get(log, step) != step or RANK[rol] <= RANK.get(self.roles.get(log), 0):
                continue
            self.steps[log], self.roles[log] = step, rol
            self.counting[log] = self.limited(log, revokers)
            todo += [(other, rol) for other in self.vouched(log)]

    def vouched(self, log):
        if self.audience(log) != "gedeeld":
            return
        for key in self.counting[log]:
            line = self.store.lines[key]
            if line.kind == "eigen_log" and has_effect(line):
                header = self.store.headers.get(line.payload.get("log"))
                if header and header.follows == log:
                    yield line.payload["log"]

    def limited(self, log, revokers):
        """The lines of a log that its revocations leave."""
        counting = set(self.store.of(log))
        about = [line for line in revokers or [] if line.payload["log"] == log]
        ended = {ref for line in about if line.kind == "lid" for ref in line.replaces}
        for line in about:
            if line.kind == "lid_ingetrokken" and line.ref not in ended:
                left = set()
                for named in line.payload["tot"]:
                    left |= self.store.up_to((log, named["seq"], named["chain"]))
                counting &= left
        return counting


def has_effect(line):
    """Whether a line about members has the payload that it needs."""
    payload = line.payload
    if line.kind not in ("lid", "lid_ingetrokken", "eigen_log"):
        return False
    if not is_match(LOG_ID, payload.get("log")):
        return False
    if line.kind == "lid":
        return payload.get("rol") in tuple(RANK) and isinstance(payload.get("regio", ""), str)
    named = payload.get("tot", [] if line.kind == "eigen_log" else None)
    return isinstance(named, list) and all(map(is_point, named))


def is_match(pattern, text):
    return isinstance(text, str) and re.fullmatch(pattern, text) is not None


def is_point(value):
    """{"chain","seq"}, naming a line of a log that is known otherwise."""
    if not isinstance(value, dict) or set(value) != {"chain", "seq"}:
        return False
    return type(value["seq"]) is int and value["seq"] >= 1 and from_base64url(value["chain"], 8) is not None


class State:
    """All that follows from the lines held; `slots` gives the slot fields of each kind that has some."""

    def __init__(self, store, slots):
        self.store, self.slots, self.members = store, slots, Members(store)
        self.headers = {log: store.headers[log] for log in self.members.roles if log in store.headers}
        self.own_private = {x for x in store.own if x in store.headers and store.headers[x].audience == "prive"}
        self.headers |= {log: store.headers[log] for log in self.own_private}
        self.counting = {key: store.lines[key] for key in store.lines if self.counts(key)}
        self.by_ref = {}
        for key, line in store.lines.items():
            if key[0] in self.headers:
                self.by_ref.setdefault(line.ref, []).append(line)
        self.replaced = {ref for line in self.counting.values() for ref in line.replaces if self.acts(line, ref)}

    def counts(self, key):
        log = key[0]
        if log in self.own_private:
            return True
        if key not in self.members.counting.get(log, ()):
            return False
        return self.members.roles[log] != "lezer" or self.store.lines[key].kind in READER_KINDS

    def acts(self, line, ref):
        """Whether a reference of a counting line has effect on what it names."""
        target = self.headers.get(ref[:12])
        if target and not self.reaches(self.headers[line.log], target):
            return False
        return all(found.kind not in STRUCTURAL for found in self.by_ref.get(ref, ()))

    @staticmethod
    def reaches(source, target):
        """From one audience to the same or a narrower one."""
        if target.audience == "regio" == source.audience:
            return source.regio == target.regio
        order = ("gedeeld", "regio", "prive")
        return order.index(source.audience) <= order.index(target.audience)

    def live(self):
        return [
            line
            for line in self.counting.values()
            if line.kind not in STRUCTURAL and line.payload is not None and line.ref not in self.replaced
        ]

    def slot(self, line):
        fields = self.slots.get(line.kind)
        if fields is None:
            return None
        values = {name: line.payload[name] for name in fields if name in line.payload}
        return (line.kind, jcs(values)) if values or not fields else None

    def ancestors(self, line):
        """The references that a line replaces, directly or through counting lines."""
        reached, todo = set(), [line]
        while todo:
            source = todo.pop()
            for ref in source.replaces:
                if ref not in reached and self.acts(source, ref):
                    reached.add(ref)
                    todo += [x for x in self.by_ref.get(ref, ()) if (x.log, x.seq, x.chain) in self.counting]
        return reached

    def groups(self):
        """The connected groups of two live facts or more."""
        live, joined = self.live(), {}
        for line in live:
            if self.slot(line):
                joined.setdefault(self.slot(line), []).append(line)
            for ref in self.ancestors(line):
                joined.setdefault(ref, []).append(line)
        group = {id(line): [line] for line in live}
        for lines in joined.values():
            if any(line.kind != "intrekking" for line in lines):
                for line in lines[1:]:
                    merge(group, lines[0], line)
        distinct = {id(lines): lines for lines in group.values() if len(lines) > 1}
        return list(distinct.values())

    def fingerprint(self, regio=None):
        """Over the shared logs, and with `regio` over that region's too."""
        texts = []
        for log, header in self.headers.items():
            shared = header.audience == "gedeeld"
            if not shared and not (regio and header.audience == "regio" and header.regio == regio):
                continue
            for key in self.store.heads(log):
                texts.append(f"{log} {key[1]} {base64url(self.store.lines[key].link)}\n")
            for key in self.store.of(log):
                line = self.store.lines[key]
                if line.payload is None:
                    texts.append(f"- {log}:{line.seq} {base64url(line.link)}\n")
        return hashlib.sha256("".join(sorted(texts)).encode()).hexdigest()

    def summary(self):
        """As the vectors write it."""
        members = self.members
        groups = [
            {"facts": sorted(x.ref for x in lines), "used": max(lines, key=use_order).ref, "differ": differ(lines)}
            for lines in self.groups()
        ]
        groups.sort(key=lambda group: group["facts"])
        plain = [{"facts": g["facts"], "used": g["used"]} for g in groups if not g["differ"]]
        conflicts = [{"facts": g["facts"], "used": g["used"]} for g in groups if g["differ"]]
        everyone = [key for key in self.store.lines if key[0] in members.roles]
        return {
            "members": [
                {"log": log, "rol": members.roles[log], "step": members.steps[log]} for log in sorted(members.roles)
            ],
            "held": sorted(set(self.store.headers) - set(self.headers)),
            "set_aside": sorted(self.store.lines[k].ref for k in everyone if k not in members.counting[k[0]]),
            "missing": sorted(x.ref for x in self.counting.values() if x.payload is None),
            "live": sorted(line.ref for line in self.live()),
            "conflicts": conflicts,
            "same": plain,
            "fingerprint": self.fingerprint(),
        }


def merge(group, one, other):
    first, second = group[id(one)], group[id(other)]
    if first is not second:
        first += second
        for line in second:
            group[id(line)] = first


def content(line):
    return line.kind, jcs({k: v for k, v in line.payload.items() if k != "toelichting"})


def differ(lines):
    return len({content(line) for line in lines}) > 1


def use_order(line):
    """The fact that is used is the greatest by this."""
    return line.kind != "intrekking", line.at.encode(), line.log.encode(), line.seq, line.link
