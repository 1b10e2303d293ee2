"""What the vectors ask beyond reading and merging: the findings of verify (log.md), what is sent to whom, and the report
of applying (bundle.md)."""

from reference.values import Held, Refused, matching

is_digest = matching("[0-9a-f]{64}")
from reference.line import Line, Walk, vouched_link
from reference.state import State, Store


def is_resumed(walk, text):
    """Goes on at a checkpoint that holds; says whether it did."""
    try:
        line = Line(text)
        link = vouched_link(line, walk.first) if walk.first and line.kind == "checkpoint" else None
        if link is None or line.log != walk.log or line.seq <= walk.seq:
            return False
        walk.seq, walk.link = line.seq, line.follow(link).link
    except (Refused, Held):
        return False
    return True


def verify(data, log, workspace=None):
    """Findings over the bytes of a log in one file, in the order of the file."""
    *lines, tail = data.split(b"\n")
    walk, findings, unchecked = Walk(log, workspace), [], None
    for number, text in enumerate(lines, 1):
        try:
            if unchecked is None:
                walk.step(text)
            elif is_resumed(walk, text):
                findings += [{"unchecked": [unchecked, number - 1]}] if unchecked < number else []
                unchecked = None
        except (Refused, Held) as fault:
            findings.append({"line": number} | ({"held": True} if isinstance(fault, Held) else {"refuse": fault.reason}))
            unchecked = number + 1
    if unchecked is not None and unchecked <= len(lines):
        findings.append({"unchecked": [unchecked, len(lines)]})
    return findings + ([{"torn": len(data) - len(tail), "bytes": len(tail)}] if tail else [])


def frontier_numbers(head):
    """The numbers that a frontier names below a head, the head included."""
    return sorted({head} | {head - 2**n for n in range(head.bit_length()) if head > 2**n})


def heads(store, log):
    """The last lines of its branches, ascending."""
    keys = {key for key in store.lines if key[0] == log}
    return sorted(keys - {store.lines[key].before for key in keys})


def is_shared(line):
    return line.audience == "gedeeld"


def frontier(store, may_hold=is_shared):
    """What says which lines are held of each log that every receiver may hold."""
    named = {}
    for log in sorted({line.log for line in store.lines.values() if may_hold(line)}):
        points = set()
        for head in heads(store, log):
            branch = {number: chain for _, number, chain in store.up_to(head)}
            points |= {(number, branch[number]) for number in frontier_numbers(head[1])}
        named[log] = [{"chain": chain, "seq": number} for number, chain in sorted(points)]
    return named


def lacking(store, received, missing=(), may_hold=is_shared):
    """The segments, as lists of keys, for a member from whom this frontier and these missing lines were received."""
    named = [(log, point["seq"], point["chain"]) for log in received for point in received[log]]
    covered, segments = {key for point in named for key in store.up_to(point)}, []
    for log in sorted({line.log for line in store.lines.values() if may_hold(line)}):
        for head in reversed(heads(store, log)):
            segment, pending, is_open = [], [], False
            for line in (store.lines[key] for key in reversed(store.up_to(head))):
                is_open = is_open or (line.ref in missing and line.payload is not None)
                if line.key in covered and not is_open:
                    segments, segment, pending = segments + [segment], [], []
                    continue
                pending.append(line.key)
                if line.kind == "checkpoint":
                    segment, pending, is_open = segment + pending, [], False
            segments.append(segment)
            sent = {key for keys in segments for key in keys}
            covered, missing = covered | sent, set(missing) - {store.lines[key].ref for key in sent}
    return [segment for segment in segments if segment]


class Receiver:
    """An instance that applies bundles, and keeps in memory what it would keep on disk."""

    def __init__(self, workspace):
        self.store, self.waiting, self.attachments = Store(workspace), {}, set()

    def apply(self, bundle):
        """Applies a bundle, then all that wait; gives the five numbers, and how many lines were released."""
        self.store, new, aside = bundle.place(self.store)
        state, report = State(self.store), dict.fromkeys(("new", "known", "held", "quarantined", "erased"), 0)
        self.keep_files(bundle, state)
        for item, texts in bundle.segments:
            for text in texts:
                report[aside.get(item["path"]) or fate(Line(text), new, state)] += 1
        if "held" in aside.values():
            self.waiting[bundle.manifest_bytes] = bundle
        released = found = self.try_again()
        while found:
            found = self.try_again()
            released = released | found
        state = State(self.store)
        for line in state.erased:
            line.payload = None
        self.attachments &= {digest for digest, _ in named_files(state)}
        count = sum(log in state.roles for log, _, _ in released)
        return report | ({"released": count} if count else {})

    def try_again(self):
        """Places all bundles that wait; gives the keys of new lines."""
        found, waiting = set(), self.waiting
        self.waiting = {}
        for data, bundle in waiting.items():
            self.store, new, aside = bundle.place(self.store)
            self.keep_files(bundle, State(self.store))
            found |= new
            if "held" in aside.values():
                self.waiting[data] = bundle
        return found

    def keep_files(self, bundle, state):
        """Keeps the attachments of a bundle, unless it waits whole, that lines which are held name."""
        if bundle.manifest["writer"] in state.roles:
            brought = {item["sha256"] for item in bundle.manifest["attachments"]}
            self.attachments |= brought & {digest for digest, _ in named_files(state)}

    def asks(self):
        """The lines that a receipt asks for: missing ones, and those whose file is not here."""
        state = State(self.store)
        return sorted({*state.summary()["missing"], *(x for file, x in named_files(state) if file not in self.attachments)})


def named_files(state):
    """(SHA-256, reference) of the lines that name a file, live or not, counted or not."""
    lines = [x for x in state.lines if x.kind == "bijlage" and state.has_payload(x)]
    return [(x.payload["sha256"], x.ref) for x in lines if is_digest(x.payload.get("sha256"))]


def fate(line, new, state):
    """What became of a line that was stored, now or before; new only where the bundle first has it."""
    is_new = line.key in new
    new.discard(line.key)
    if line.payload is not None and line.key in {erased.key for erased in state.erased}:
        return "erased"
    return "known" if not is_new else "new" if line.log in state.roles else "held"
