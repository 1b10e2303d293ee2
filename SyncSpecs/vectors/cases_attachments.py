"""Cases for attachments.md: bundles with files, applied in turn; which files are kept then, and which asked for."""

import base64
import hashlib

from writer import Writer, compress, files_of, jcs, make_bundle, manifest, segment, tar, without_payload

TALK, REPORT, EMPTY = b"geen echt geluid\n", b"verslag " * 90, b""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def naming(data, **changes):
    """The payload of a fact that names a file."""
    return {"bytes": len(data), "interview": "I-0007", "sha256": sha256(data)} | changes


class World:
    """A founder's log and a joiner's; each case has its own, and bundles of their lines."""

    def __init__(self, admitted=True):
        self.founder = Writer("attachments founder")
        self.joiner = Writer("attachments joiner", workspace=self.founder.log)
        if admitted:
            self.founder.add("lid", {"log": self.joiner.log, "regio": "zeeland", "rol": "onderzoeker"})
            self.founder.checkpoint()


def bare(writer, *lines):
    """A segment of a whole log, in which these lines have lost their payload."""
    texts = [without_payload(x) if x in lines else x.text.decode() for x in writer.lines]
    data = "".join(text + "\n" for text in texts).encode()
    return segment(writer)[0] | {"bytes": len(data), "sha256": sha256(data)}, data


def case(name, hunts, writer, bundles, kept, asks=(), accept=True):
    """`bundles` are applied in turn; `accept` is whether all files in them are kept."""
    found = {"name": name, "hunts": hunts, "accept": accept, "workspace": writer.workspace}
    found["bundles_base64"] = [base64.b64encode(data).decode() for data in bundles]
    kept = sorted(sha256(data) for data in kept)
    return found | {"expect": {"attachments": kept, "asks": sorted(line.ref for line in asks)}}


def refused(name, hunts, writer, data, refuse):
    found = {"name": name, "hunts": hunts, "accept": False, "workspace": writer.workspace}
    return found | {"bundle_base64": base64.b64encode(data).decode(), "expect": {"refuse": refuse}}


def one_fact(*payloads, kind="bijlage"):
    """A world whose founder has written these facts; the facts."""
    w = World()
    facts = [w.founder.add(kind, payload) for payload in payloads]
    w.founder.checkpoint()
    return w.founder, facts


def kept_cases():
    f, facts = one_fact(naming(TALK))
    yield case("a file and the fact that names it", "nothing", f, [make_bundle(f, [segment(f)], [TALK])], [TALK])
    yield case(
        "the same bundle twice", "a file for each time", f, [make_bundle(f, [segment(f)], [TALK])] * 2, [TALK]
    )
    alone = make_bundle(f, [segment(f)])
    yield case("a fact without its file", "refusing a fact whose file stayed behind", f, [alone], [], facts)
    yield case(
        "the file in a later bundle", "keeping what comes with its fact alone", f,
        [make_bundle(f, [segment(f)]), make_bundle(f, [], [TALK])], [TALK],
    )
    yield case(
        "the file before its fact", "a file that nobody names yet", f,
        [make_bundle(f, [segment(f, 1, 3)], [TALK]), make_bundle(f, [segment(f, 4)])], [], facts, accept=False,
    )
    yield case(
        "a file that no line names", "a folder that anyone can fill", f, [make_bundle(f, [segment(f)], [TALK, REPORT])],
        [TALK], accept=False,
    )
    yield case("only files that no line names", "a folder that anyone can fill", f, [make_bundle(f, [segment(f)], [REPORT])],
               [], facts, accept=False)
    waiting = make_bundle(f, [segment(f, 4)], [TALK])
    yield case(
        "a file whose fact waits", "keeping a file whose fact is not there", f, [waiting], [], accept=False
    )
    yield case(
        "a file whose fact waited", "losing the file of a bundle that waited", f,
        [waiting, make_bundle(f, [segment(f, 1, 3)])], [TALK],
    )

    f, facts = one_fact(naming(TALK), naming(TALK, interview="I-0008"))
    yield case("two facts name one file", "a file for each fact", f, [make_bundle(f, [segment(f)], [TALK])], [TALK])
    yield case("two facts ask for one file", "asking by file", f, [make_bundle(f, [segment(f)])], [], facts)
    f, facts = one_fact(naming(TALK), naming(REPORT))
    yield case("two files", "one file a bundle", f, [make_bundle(f, [segment(f)], [TALK, REPORT])], [TALK, REPORT])
    yield case(
        "one of two files", "asking for all or none", f, [make_bundle(f, [segment(f)], [REPORT])], [REPORT], facts[:1]
    )
    f, facts = one_fact(naming(EMPTY))
    yield case("a file of no bytes", "taking an empty file for none", f, [make_bundle(f, [segment(f)], [EMPTY])], [EMPTY])
    f, facts = one_fact(naming(TALK, bytes=3))
    yield case(
        "the fact says another size", "believing a fact's size before the file's hash", f,
        [make_bundle(f, [segment(f)], [TALK])], [TALK],
    )
    f, facts = one_fact({"sha256": sha256(TALK)})
    yield case(
        "the fact says no size", "a member that decides nothing", f, [make_bundle(f, [segment(f)], [TALK])], [TALK]
    )
    f, facts = one_fact(naming(TALK), kind="notitie")
    yield case(
        "a fact of another kind", "keeping what any line names", f, [make_bundle(f, [segment(f)], [TALK])], [],
        accept=False,
    )
    for name, text in (
        ("in capitals", sha256(TALK).upper()), ("too short", sha256(TALK)[:-1]), ("too long", sha256(TALK) + "0"),
        ("that is a number", 7), ("with a path", "../" + sha256(TALK)),
    ):
        f, facts = one_fact(naming(TALK, sha256=text))
        yield case(
            f"a hash {name}", "a name that is not a hash", f, [make_bundle(f, [segment(f)], [TALK])], [], accept=False
        )


def standing_cases():
    f, facts = one_fact(naming(TALK))
    retracted = f.branch(f.seq)
    retracted.add("intrekking", {"reden": "dubbel"}, facts)
    retracted.checkpoint()
    yield case(
        "a fact that was retracted", "removing what can be asked for again", f,
        [make_bundle(f, [segment(retracted)], [TALK])], [TALK],
    )
    yield case(
        "a retracted fact without its file", "asking for what is live alone", f, [make_bundle(f, [segment(retracted)])],
        [], facts,
    )
    w = World(admitted=False)
    fact = w.joiner.add("bijlage", naming(TALK))
    w.joiner.checkpoint()
    w.founder.checkpoint()
    yield case(
        "a stranger's fact that a member passes on", "files of members alone", w.founder,
        [make_bundle(w.founder, [segment(w.founder), segment(w.joiner)], [TALK])], [TALK],
    )
    yield case(
        "a stranger's own bundle", "keeping what a stranger sends", w.founder,
        [make_bundle(w.founder, [segment(w.founder)]), make_bundle(w.joiner, [segment(w.joiner)], [TALK])], [],
        accept=False,
    )
    w = World()
    w.joiner.checkpoint()
    fact = w.joiner.add("bijlage", naming(TALK))
    w.joiner.checkpoint()
    revoked = w.founder.branch(w.founder.seq)
    revoked.add("lid_ingetrokken", {"log": w.joiner.log, "tot": [{"chain": w.joiner.lines[1].chain, "seq": 2}]})
    revoked.checkpoint()
    yield case(
        "a fact that is set aside", "files of what counts alone", w.founder,
        [make_bundle(w.founder, [segment(revoked), segment(w.joiner)], [TALK])], [TALK],
    )
    f, facts = one_fact(naming(TALK))
    stripped = make_bundle(f, [bare(f, *facts)], [TALK])
    yield case(
        "a fact whose payload is missing", "guessing what a line named", f, [stripped], [], facts, accept=False
    )
    yield case(
        "a fact whose payload comes later", "a file that nobody names yet", f,
        [stripped, make_bundle(f, [segment(f)])], [], facts, accept=False,
    )


def erased_cases():
    f, facts = one_fact(naming(TALK), naming(REPORT))
    gone = f.branch(f.seq)
    gone.add("wissing", {"doelen": [facts[0].ref], "grond": "verzoek"})
    gone.checkpoint()
    first, rest = make_bundle(f, [segment(f)], [TALK, REPORT]), make_bundle(f, [segment(gone, f.seq + 1)])
    yield case("erased", "a file that outlives its payload", f, [first, rest], [REPORT], accept=False)
    yield case(
        "erased, and an old bundle late", "bringing back what was erased", f, [first, rest, first], [REPORT], accept=False
    )
    yield case(
        "erased before the file came", "keeping a file for a line that is erased", f, [rest, first], [REPORT], accept=False
    )
    yield case(
        "the erasure and the file in one bundle", "asking before all is placed", f,
        [make_bundle(f, [segment(gone)], [TALK, REPORT])], [REPORT], accept=False,
    )
    yield case(
        "erased without the file", "asking for what was erased", f, [make_bundle(f, [segment(gone)], [REPORT])], [REPORT]
    )
    yield case(
        "the file alone, after the erasure", "keeping what only erased lines named", f,
        [rest, first, make_bundle(f, [], [TALK])], [REPORT], accept=False,
    )
    f, facts = one_fact(naming(TALK), naming(TALK, interview="I-0008"))
    gone = f.branch(f.seq)
    gone.add("wissing", {"doelen": [facts[0].ref], "grond": "verzoek"})
    gone.checkpoint()
    yield case(
        "erased, and named by another fact", "removing what another fact names", f,
        [make_bundle(f, [segment(f)], [TALK]), make_bundle(f, [segment(gone, f.seq + 1)])], [TALK],
    )
    yield case(
        "erased, named by another fact, not here", "asking for an erased line", f, [make_bundle(f, [segment(gone)])], [],
        facts[1:],
    )
    both = gone.branch(gone.seq)
    both.add("wissing", {"doelen": [facts[1].ref], "grond": "verzoek"})
    both.checkpoint()
    yield case(
        "both facts erased", "a count that never comes to nothing", f,
        [make_bundle(f, [segment(f)], [TALK]), make_bundle(f, [segment(both, f.seq + 1)])], [], accept=False,
    )
    w = World()
    fact = w.founder.add("bijlage", naming(TALK))
    w.founder.checkpoint()
    w.joiner.add("wissing", {"doelen": [fact.ref], "grond": "zomaar"})
    w.joiner.checkpoint()
    yield case(
        "an erasure without force", "removing a file at anyone's word", w.founder,
        [make_bundle(w.founder, [segment(w.founder), segment(w.joiner)], [TALK])], [TALK],
    )


def refused_cases():
    f, _ = one_fact(naming(TALK))
    segments = [segment(f)]

    def packed(named, given, change=lambda files: files):
        """A bundle whose manifest names some files, and that holds others under their names."""
        data = jcs(manifest(f, segments, named))
        files = files_of(data, f.key, segments)
        names = ["attachments/" + sha256(content) for content in sorted(named, key=sha256)]
        return compress(tar(change(files + list(zip(names, given)))))

    other = TALK[:-1] + b"!"
    yield refused("another content", "trusting a name", f, packed([TALK], [other]), "hash")
    yield refused("a content that is cut off", "trusting a name", f, packed([TALK], [TALK[:-1]]), "entry")
    yield refused("a content with a byte more", "trusting a name", f, packed([TALK], [TALK + b"\n"]), "entry")
    yield refused("a file that is not there", "waiting for it", f, packed([TALK], []), "entry")
    yield refused(
        "a file more than the manifest names", "keeping what nobody signed", f,
        packed([TALK], [TALK], lambda files: files + [("attachments/" + sha256(REPORT), REPORT)]), "entry",
    )
    yield refused(
        "a file under another name", "keeping a file by the name in the tar", f,
        packed([TALK], [], lambda files: files + [("attachments/" + sha256(REPORT), TALK)]), "entry",
    )
    yield refused(
        "a file in a folder of its own", "writing outside attachments", f,
        packed([TALK], [], lambda files: files + [("attachments/x/" + sha256(TALK), TALK)]), "entry",
    )
    two = sorted([TALK, REPORT], key=sha256)
    yield refused("two files changed about", "checking names and sizes alone", f, packed(two, two[::-1]), "entry")


def cases():
    return [*kept_cases(), *standing_cases(), *erased_cases(), *refused_cases()]
