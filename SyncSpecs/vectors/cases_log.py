"""Cases for log.md."""

import base64

from reference.ed25519 import ORDER
from reference.line import base64url, from_base64url, openssh, origin
from writer import Key, Writer, end, goal, start


def case(name, hunts, writer, texts=None, refuse=None, line=None, unchecked=None, held=False, **more):
    """A log of one branch; `unchecked` is what verify says after the fault, "open" where the pages leave it open."""
    found = {"name": name, "hunts": hunts, "accept": not refuse and not held}
    found |= {"log": writer.log, "workspace": writer.workspace, "lines": texts or writer.texts} | more
    if refuse or held:
        fault = {"line": line} | ({"held": True} if held else {"refuse": refuse})
        found["expect"] = {"findings": [fault] + ([{"unchecked": unchecked}] if unchecked else [])}
        if unchecked == "open":
            found["expect"] = {"first": fault}
    return found


def small(name="log founder", **more):
    writer = Writer(name, **more)
    writer.add("traject_gestart", start())
    writer.add("doelscore", goal())
    writer.checkpoint()
    writer.add("traject_beeindigd", end())
    writer.checkpoint()
    return writer


def checkpoint_payload(writer):
    return dict(writer.branch(writer.seq).checkpoint().payload)


def seeded(writer):
    """What shows that the keys and ids are reckoned right."""
    key = writer.key
    return {"test_seed": base64url(key.seed), "public_key": openssh(key.public)}


def good_cases():
    founder = small()
    yield case("a founder's log", "another log id, key form or checkpoint message", founder, **seeded(founder))
    joiner = small("log joiner", workspace=founder.log)
    yield case("a joiner's log", "taking the log's own id for the workspace", joiner, **seeded(joiner))
    private = small("log private", workspace=founder.log, audience="prive", follows=founder.log)
    yield case("a private log that follows", "refusing 'follows'", private, **seeded(private))
    first = Writer("log first line")
    yield case("only line 1", "wanting a checkpoint", first, **seeded(first))
    tail = small("log tail")
    tail.add("doelscore", goal(2, 2))
    yield case("lines after the last checkpoint", "passing on lines that nothing vouches for", tail, **seeded(tail))
    twice = small("log twice")
    twice.checkpoint()
    yield case("a checkpoint after a checkpoint", "wanting a fact between two", twice, **seeded(twice))
    unknown = Writer("log unknown")
    unknown.add("regen_gevallen", {"mm": 12})
    unknown.checkpoint()
    yield case("a kind that no vocabulary has", "refusing unknown kinds", unknown, **seeded(unknown))


def header_cases(workspace):
    def changed(name, hunts, refuse="first_line", held=False, kind="log", writer=None, **changes):
        writer = writer or Writer("log header " + name, workspace=workspace)
        header = {k: v for k, v in (writer.header | changes).items() if v is not None}
        fresh = Writer.__new__(Writer)
        fresh.__dict__ |= writer.__dict__ | {"lines": []}
        fresh.link = origin(writer.log)
        fresh.add(kind, header)
        fresh.add("traject_gestart", start())
        fresh.checkpoint()
        more = {"workspace": workspace}
        return case(name, hunts, fresh, None, None if held else refuse, 1, [2, 3], held, **more)

    yield changed("line 1 of another kind", "a log without line 1", kind="doelscore")
    yield changed("a key that is not the log's", "trusting the id", "key", public_key=openssh(Key("log thief").public))
    yield changed("no public key", "a default", public_key=None)
    yield changed(
        "a public key with a comment",
        "another key form",
        public_key=openssh(Key("log header a public key with a comment").public) + " ana",
    )
    yield changed("an unknown audience", "a default", audience="iedereen")
    yield changed("no region", "a default", regio=None)
    yield changed("a member too many", "skipping what line 1 does not have", zegel="x")
    yield changed("a newer format", "reading a log of a newer version", held=True, format=2)
    yield changed("format 1 as text", "another type", format="1")
    yield changed("follows no log", "another type", follows="iemand")
    other = Key("log other workspace").log
    yield changed(
        "another workspace", "mixing two workspaces", "workspace", writer=Writer("log stray", workspace=other)
    )


def fault_cases():
    def replaced(writer, number, text):
        texts = writer.texts
        texts[number - 1] = text
        return texts

    base = small("log faults")
    flipped = base.texts[1].replace("zee-003", "zee-004")
    yield case("a payload changed", "reading on after a fault", base, replaced(base, 2, flipped), "chain", 2, [3, 3])
    flipped = base.texts[4].replace('"01"', '"02"')
    yield case(
        "a payload changed before the last checkpoint",
        "an empty finding between the two",
        base,
        replaced(base, 5, flipped),
        "chain",
        5,
    )
    flipped = base.texts[3].replace('"salt":"', '"salt" "')
    yield case(
        "a checkpoint that is not canonical",
        "stopping at the first fault",
        base,
        replaced(base, 4, flipped),
        "not_canonical",
        4,
        [5, 5],
    )
    yield case(
        "line 1 damaged",
        "a key from a line that is not right",
        base,
        replaced(base, 1, base.texts[0].replace("zeeland", "zeelend")),
        "chain",
        1,
        [2, 6],
    )
    yield case(
        "the last line changed",
        "reading no further than the last checkpoint",
        base,
        replaced(base, 6, base.texts[5].replace('"signature":"', '"signature":"A')),
        "chain",
        6,
    )

    thief = small("log thief signs")
    thief.checkpoint(key=Key("log thief"))
    thief.add("doelscore", goal(2, 2))
    yield case("a checkpoint signed by another key", "not checking the signature", thief, None, "checkpoint", 7, [8, 8])
    other = small("log wrong workspace signs")
    other.checkpoint(workspace=Key("log other workspace").log)
    other.add("doelscore", goal(2, 2))
    other.checkpoint()
    yield case(
        "a checkpoint of another workspace",
        "a signature that does not name the workspace",
        other,
        None,
        "checkpoint",
        7,
        [8, 8],
    )
    stale = small("log stale checkpoint")
    old = stale.lines[3].payload
    stale.add("checkpoint", old)
    yield case(
        "a checkpoint copied from earlier", "a signature that does not name the line", stale, None, "checkpoint", 7
    )
    large = small("log large signature")
    payload = checkpoint_payload(large)
    signature = from_base64url(payload["signature"])
    number = int.from_bytes(signature[32:], "little") + ORDER
    payload["signature"] = base64url(signature[:32] + number.to_bytes(32, "little"))
    large.add("checkpoint", payload)
    yield case("a signature whose number is too large", "two signatures for one line", large, None, "checkpoint", 7)
    bare = small("log bare checkpoint")
    bare.add("checkpoint", {"link": base64url(bare.link)})
    yield case("a checkpoint without signature", "a default", bare, None, "checkpoint", 7)

    yield case("a log that begins at line 2", "taking any first number", base, base.texts[1:], "seq", 1, "open")
    yield case("a line missing", "taking any higher number", base, base.texts[:2] + base.texts[3:], "seq", 3, "open")
    yield case("a line twice", "taking a number again", base, base.texts[:2] + base.texts[1:], "seq", 3, "open")
    stranger = small("log faults stranger")
    yield case("a line of another log", "taking any line", base, replaced(base, 3, stranger.texts[2]), "log", 3)

    trunk = small("log forked")
    branch = trunk.branch(4)
    branch.add("doelscore", goal(-1, 3))
    branch.checkpoint()
    yield case(
        "two branches in one file",
        "a fork that is read as one branch",
        trunk,
        trunk.texts[:5] + branch.texts[5:],
        "chain",
        6,
    )


def file_cases():
    def file_case(name, hunts, data, findings, log):
        return {
            "name": name,
            "hunts": hunts,
            "accept": not any("line" in f for f in findings),
            "log": log.log,
            "workspace": log.workspace,
            "file_base64": base64.b64encode(data).decode(),
            "expect": {"findings": findings},
        }

    writer = small("log torn")
    data = "".join(text + "\n" for text in writer.texts).encode()
    yield file_case("a whole file", "nothing", data, [], writer)
    last = len(writer.texts[5]) + 1
    whole = len(data) - last
    yield file_case(
        "a last line cut off", "gluing the next line to it", data[:-100], [{"torn": whole, "bytes": last - 100}], writer
    )
    yield file_case(
        "a last line without its line feed",
        "taking a line that was never acknowledged",
        data[:-1],
        [{"torn": whole, "bytes": last - 1}],
        writer,
    )
    yield file_case(
        "one byte of a next line",
        "a tail that is too short to see",
        data + b"{",
        [{"torn": len(data), "bytes": 1}],
        writer,
    )
    yield file_case(
        "a line feed too many", "skipping empty lines", data + b"\n", [{"line": 7, "refuse": "not_json"}], writer
    )
    at = data.index(b"\n", len(writer.texts[0]) + 1)
    yield file_case(
        "a line feed gone between two lines",
        "a fault that is named at the wrong line",
        data[:at] + b"\x0b" + data[at + 1 :],
        [{"line": 2, "refuse": "not_json"}],
        writer,
    )


def cases():
    good = list(good_cases())
    return [*good, *header_cases(good[0]["log"]), *fault_cases(), *file_cases()]
