"""Cases for bundle.md."""

import base64
import hashlib

from reference import bundle as bundles
from reference.values import jcs
from reference.line import sha256
from writer import (
    Key,
    Writer,
    compress,
    compress_with_window,
    content,
    end,
    files_of,
    frontier,
    goal,
    make_bundle,
    manifest,
    segment,
    sign,
    single_segment,
    start,
    tar,
    without_payload,
)

FOUNDER = JOINER = STRANGER = None


def setup():
    """The three logs that the bundles are of."""
    global FOUNDER, JOINER, STRANGER
    FOUNDER = Writer("bundle founder")
    JOINER = Writer("bundle joiner", workspace=FOUNDER.log)
    STRANGER = Writer("bundle stranger", workspace=FOUNDER.log)
    FOUNDER.add("traject_gestart", start())
    FOUNDER.add("lid", {"log": JOINER.log, "regio": "zeeland", "rol": "onderzoeker"})
    FOUNDER.checkpoint()
    FOUNDER.add("doelscore", goal())
    FOUNDER.add("traject_beeindigd", end())
    FOUNDER.checkpoint()
    JOINER.add("tevredenheid", content(8))
    JOINER.checkpoint()
    STRANGER.add("tevredenheid", content(1, "ouder"))
    STRANGER.checkpoint()


def case(name, hunts, data, refuse=None, workspace=None, line=None):
    found = {"name": name, "hunts": hunts, "accept": not refuse, "workspace": workspace or FOUNDER.log}
    found["bundle_base64"] = base64.b64encode(data).decode()
    if refuse:
        found["expect"] = {"refuse": refuse} | ({"line": line} if line else {})
    return found


def whole():
    return [segment(FOUNDER), segment(JOINER)]


def good_cases():
    everything = frontier(FOUNDER, JOINER)
    yield case("everything", "nothing: the plain bundle", make_bundle(FOUNDER, whole(), frontier=everything))
    yield case("the first four lines", "nothing", make_bundle(FOUNDER, [segment(FOUNDER, 1, 4)]))
    yield case(
        "the lines from 5 on",
        "wanting every log from line 1",
        make_bundle(FOUNDER, [segment(FOUNDER, 5)], frontier=frontier(FOUNDER)),
    )
    yield case("a receipt", "wanting segments", make_bundle(JOINER, [], frontier=everything))
    yield case(
        "two attachments",
        "attachments in another order, or a size that fills its block",
        make_bundle(FOUNDER, whole(), [b"verslag " * 64, b"", b"een"]),
    )
    yield case(
        "for two receivers", "nothing", make_bundle(FOUNDER, whole(), **{"for": sorted([JOINER.log, FOUNDER.log])})
    )
    yield case("a missing line asked for", "nothing", make_bundle(JOINER, [], missing=[FOUNDER.lines[1].ref]))
    branch = FOUNDER.branch(4)
    branch.add("doelscore", goal(-1, 3))
    branch.checkpoint()
    yield case(
        "two branches",
        "one path for two segments",
        make_bundle(FOUNDER, [segment(FOUNDER, forked=True), segment(branch, 5, forked=True)]),
    )
    points = [{"chain": chain, "seq": 3} for chain in ("-0000000000", "00000000000", "Z0000000000", "a0000000000")]
    yield case(
        "a frontier of four branches", "another order of chains", make_bundle(FOUNDER, [], frontier={FOUNDER.log: points})
    )
    yield case("a line without its payload", "refusing a line that waits for its payload", without_line_five())
    yield case("from the joiner", "nothing", make_bundle(JOINER, whole()))
    yield case(
        "from a stranger",
        "refusing a stranger, who is held",
        make_bundle(STRANGER, [segment(FOUNDER), segment(STRANGER)]),
    )
    yield case(
        "the founder passes on a stranger", "nothing", make_bundle(FOUNDER, [segment(FOUNDER), segment(STRANGER)])
    )
    yield case("does not follow", "nothing: the bundle is whole by itself", make_bundle(FOUNDER, [false_segment()]))


def without_line_five():
    texts = [line.text.decode() for line in FOUNDER.lines]
    texts[4] = without_payload(FOUNDER.lines[4])
    data = "".join(text + "\n" for text in texts).encode()
    item = segment(FOUNDER)[0] | {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    return make_bundle(FOUNDER, [(item, data)], missing=[FOUNDER.lines[4].ref])


def false_segment():
    """Two lines after line 4 by their number and chain, reckoned from a link that only begins like that of line 4."""
    copy = FOUNDER.branch(4)
    copy.link = copy.link[:8] + sha256(b"veldlog test false link")[:24]
    copy.add("doelscore", goal(-2, 4))
    copy.checkpoint()
    return segment(copy, 5)


def packing_cases():
    archive = tar(files_of(jcs(manifest(FOUNDER, whole())), FOUNDER.key, whole()))
    good = compress(archive)
    yield case(
        "without content size and checksum",
        "relying on what a frame says of itself",
        compress(archive, size=False, checksum=False),
    )
    for name, hunts, data in (
        ("not zstd", "taking a plain tar", archive),
        ("empty", "an empty file", b""),
        ("cut off in the frame", "taking what is there", good[: len(good) // 2]),
        ("the checksum cut off", "stopping at the last block", good[:-4]),
        ("a wrong checksum", "not checking it", good[:-1] + bytes([good[-1] ^ 1])),
        ("a byte after the frame", "reading no further than the frame", good + b"\0"),
        ("a second frame", "reading frames until the end", good + compress(b"")),
        ("a skippable frame after it", "reading frames until the end", good + b"\x50\x2a\x4d\x18\0\0\0\0"),
        ("a window of 16 MiB", "memory that a file asks for", compress_with_window(archive, 24)),
        ("a single segment of 9 MiB", "memory that a file asks for", single_segment(9)),
        ("a skippable frame before it", "skipping it", b"\x50\x2a\x4d\x18\0\0\0\0" + good),
    ):
        yield case(name, hunts, data, "zstd")
    zeros = bytes(2 << 20)
    yield case("2 MiB of zeros", "a bomb", make_bundle(FOUNDER, [], [zeros]), "bounds")
    yield case(
        "half a MiB of zeros", "a ratio that holds for small bundles too", make_bundle(FOUNDER, [], [zeros[: 1 << 19]])
    )


def tar_cases():
    segments = whole()
    files = files_of(jcs(manifest(FOUNDER, segments)), FOUNDER.key, segments)
    good = tar(files)
    end_at = len(good) - 1024

    def patched(at, new, block=0):
        """One field of a header changed, the checksum made right again."""
        data = bytearray(good)
        data[block + at : block + at + len(new)] = new
        data[block + 148 : block + 156] = b" " * 8
        data[block + 148 : block + 156] = b"%06o\0 " % sum(data[block : block + 512])
        return bytes(data)

    link = bundles.tar_header("logs/x", 0)
    link = link[:156] + b"2/etc/passwd" + link[168:]
    link = link[:148] + b"%06o\0 " % (sum(link) - sum(link[148:156]) + 8 * 32) + link[156:]
    for name, hunts, data in (
        ("one zero block at the end", "a lenient end", good[:-512]),
        ("no zero blocks at the end", "an archive cut off between entries", good[:-1024]),
        ("three zero blocks at the end", "bytes that nothing vouches for", good + bytes(512)),
        ("bytes after the end", "bytes that nothing vouches for", good + b"x" * 512),
        ("cut off in an entry", "taking what is there", good[: end_at - 600]),
        ("a wrong checksum", "not checking it", good[:148] + b"0" * 6 + good[154:]),
        ("mode 0755", "fields that vary", patched(100, b"0000755\0")),
        ("a time", "fields that vary", patched(136, b"14151617071\0")),
        ("a user's name", "fields that vary", patched(265, b"ana")),
        ("the magic of GNU tar", "another archive form", patched(257, b"ustar  \0")),
        ("a size in base 256", "another number form", patched(124, b"\x80" + bytes(10) + b"\x01")),
        ("a size with spaces", "another number form", patched(124, b"%11o\0" % len(files[0][1]))),
        (
            "padding that is not zero",
            "bytes that nothing vouches for",
            good[: 512 + len(files[0][1])] + b"x" + good[513 + len(files[0][1]) :],
        ),
        ("a symbolic link", "unpacking links", good[:end_at] + link + bytes(1024)),
        ("an extra entry that climbs", "writing outside the workspace", tar(files + [("../veldlog.json", b"{}")])),
        ("an extra entry with an absolute path", "writing outside the workspace", tar(files + [("/tmp/x", b"x")])),
    ):
        yield case("tar: " + name, hunts, compress(data), "tar")
    yield case("an entry twice", "the last one wins", compress(tar(files + files[-1:])), "tar")
    for name, hunts, changed in (
        ("an extra entry", "unpacking what the manifest does not name", files + [("logs/extra.jsonl", b"{}\n")]),
        ("an entry missing", "taking what is there", files[:-1]),
        ("segments in another order", "order that varies", files[:2] + files[2:][::-1]),
        ("the signature first", "order that varies", [files[1], files[0], *files[2:]]),
        ("no signature", "a bundle that nobody signed", [files[0], *files[2:]]),
        (
            "another name",
            "finding segments by place alone",
            [*files[:2], (files[2][0].replace("logs/", "logz/"), files[2][1]), *files[3:]],
        ),
        (
            "an entry one byte longer than the manifest says",
            "trusting the archive's size",
            [*files[:-1], (files[-1][0], files[-1][1] + b"\n")],
        ),
    ):
        yield case(name, hunts, compress(tar(changed)), "entry")


def content_cases():
    segments = whole()
    data = jcs(manifest(FOUNDER, segments))
    files = files_of(data, FOUNDER.key, segments)

    def packed(changed):
        return compress(tar(changed))

    flipped = files[2][1].replace(b"T-0042", b"T-0043", 1)
    yield case(
        "a byte of a segment changed",
        "not checking a segment's hash",
        packed([*files[:2], (files[2][0], flipped), *files[3:]]),
        "hash",
    )
    yield case(
        "a byte of the manifest changed",
        "not checking the signature",
        packed([("manifest.json", data.replace(b'"bundle":1', b'"bundle":2')), *files[1:]]),
        "signature",
    )
    yield case(
        "signed by another key",
        "checking a signature without asking whose",
        packed([files[0], ("manifest.json.sig", sign(Key("bundle thief"), data)), *files[2:]]),
        "writer",
    )
    thief = Key("bundle thief")
    swapped = bundles.armored(bundles.signature_blob(FOUNDER.key.public, thief.sign(bundles.signed_bytes(data))))
    yield case(
        "another key's signature under the writer's key",
        "not checking the signature",
        packed([files[0], ("manifest.json.sig", swapped), *files[2:]]),
        "signature",
    )
    blob = bundles.signature_blob(FOUNDER.key.public, FOUNDER.key.sign(bundles.signed_bytes(data)))
    other = blob.replace(b"veldlog-bundle", b"veldlog-bindle")
    yield case(
        "a signature for another purpose",
        "not checking the namespace",
        packed([files[0], ("manifest.json.sig", bundles.armored(other)), *files[2:]]),
        "signature",
    )
    armored = bundles.armored(blob)
    head, *middle, foot, _ = armored.split(b"\n")
    # The last character of the base64 has 4 bits that say nothing.
    spare = bytes([middle[-1][-3] + 1])
    for name, other in (
        ("without its last line feed", armored[:-1]), ("with an empty line before it", b"\n" + armored),
        ("with a line behind it", armored + b"\n"), ("with carriage returns", armored.replace(b"\n", b"\r\n")),
        ("in one line", b"\n".join([head, b"".join(middle), foot, b""])),
        ("with spare bits", armored.replace(middle[-1], middle[-1][:-3] + spare + b"==")),
    ):
        changed = packed([files[0], ("manifest.json.sig", other), *files[2:]])
        yield case(f"a signature {name}", "two files for one bundle", changed, "signature")
    yield case(
        "no armor", "another signature form", packed([files[0], ("manifest.json.sig", blob), *files[2:]]), "signature"
    )
    yield case(
        "another workspace", "mixing two workspaces", packed(files), "workspace", workspace=Key("bundle other").log
    )

    def remade(segments=segments, attachments=(), **changes):
        return make_bundle(FOUNDER, segments, attachments, **changes)

    def with_item(**changes):
        item, content = segments[0]
        return [({k: v for k, v in (item | changes).items() if v is not None}, content), segments[1]]

    yield case(
        "the manifest's own hash is wrong", "not checking a segment's hash", remade(with_item(sha256="0" * 64)), "hash"
    )
    yield case(
        "a size that lies",
        "trusting the manifest's size",
        remade(with_item(bytes=segments[0][0]["bytes"] + 1)),
        "entry",
    )
    for name, hunts, changes in (
        ("a path that climbs", "writing outside the workspace", {"path": "../../veldlog.json"}),
        (
            "a path of another log",
            "a path that does not follow from the segment",
            {"path": segments[0][0]["path"].replace(segments[0][0]["log"], STRANGER.log)},
        ),
        (
            "a path with leading zeros",
            "another form of path",
            {"path": f"logs/{segments[0][0]['log']}/{1:010}-{segments[0][0]['last']:010}.jsonl"},
        ),
        ("'after' at line 1", "a line before the first", {"after": "AAAAAAAAAAA"}),
        ("first after last", "a segment without lines", {"first": 9, "after": "AAAAAAAAAAA"}),
        ("first 0", "counting from 0", {"first": 0}),
        ("a hash in capitals", "another form of hash", {"sha256": segments[0][0]["sha256"].upper()}),
        ("no chain", "a default", {"chain": None}),
        ("an unknown member of a segment", "skipping what is not known", {"zegel": 1}),
    ):
        # A path that the reader takes would be the entry's own, so only the manifest is at fault.
        yield case(
            name,
            hunts,
            (
                remade(with_item(**changes))
                if not changes.get("path", "").startswith("..")
                else climbing(segments, changes["path"])
            ),
            "manifest",
        )
    yield case(
        "no frontier",
        "a default",
        packed(
            files_of(
                jcs({k: v for k, v in manifest(FOUNDER, segments).items() if k != "frontier"}), FOUNDER.key, segments
            )
        ),
        "manifest",
    )
    turned = [item for item, _ in segments]
    turned.sort(key=lambda item: item["log"], reverse=True)
    yield case("segments of the manifest unsorted", "order that varies", make_turned(segments, turned), "manifest")
    point = {"chain": FOUNDER.lines[0].chain, "seq": 1}
    yield case(
        "a frontier with a repeat", "order that varies", remade(frontier={FOUNDER.log: [point, point]}), "manifest"
    )
    turned_point = [{"chain": chain, "seq": 3} for chain in ("a0000000000", "Z0000000000")]
    yield case(
        "a frontier sorted by the bytes that its chains stand for",
        "another order of chains than that of their text",
        remade(frontier={FOUNDER.log: turned_point}),
        "manifest",
    )
    yield case("a frontier of nothing", "a head without lines", remade(frontier={FOUNDER.log: []}), "manifest")
    yield case(
        "receivers unsorted",
        "order that varies",
        remade(**{"for": sorted([JOINER.log, FOUNDER.log], reverse=True)}),
        "manifest",
    )
    yield case(
        "a manifest with a space",
        "a manifest that is not canonical",
        packed(files_of(data.replace(b":1", b": 1", 1), FOUNDER.key, segments)),
        "manifest",
    )
    yield case(
        "a manifest with a line feed",
        "a manifest that is not canonical",
        packed(files_of(data + b"\n", FOUNDER.key, segments)),
        "manifest",
    )
    yield case("another format number", "reading a newer bundle", remade(bundle=2), "newer")
    yield case("a newer member", "skipping what a newer version wrote", remade(zegel="x"), "newer")


def make_turned(segments, items):
    data = jcs(manifest(FOUNDER, segments) | {"segments": items})
    return compress(tar(files_of(data, FOUNDER.key, segments)))


def climbing(segments, path):
    """A manifest that names such a path; its entry in the archive has a name that a tar reader takes."""
    item, content = segments[0]
    named = manifest(FOUNDER, [(item | {"path": path}, content), segments[1]])
    return compress(tar(files_of(jcs(named), FOUNDER.key, segments)))


def line_cases():
    def built(texts, first=1, writer=FOUNDER, **changes):
        data = b"".join(text + b"\n" for text in texts)
        item = segment(writer, first, first + len(texts) - 1)[0]
        item |= {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} | changes
        return make_bundle(FOUNDER, [(item, data)])

    texts = [line.text for line in FOUNDER.lines]
    flipped = texts[1].replace(b"zee-003", b"zee-004")
    yield case(
        "a line changed, the hash made right",
        "trusting the manifest for the chain",
        built([texts[0], flipped, *texts[2:]]),
        "line",
        line=2,
    )
    yield case(
        "a line that is not canonical",
        "not checking lines after line 1 of a log",
        built([texts[4], texts[5].replace(b'"head":', b'"head": '), texts[6]], 5),
        "line",
        line=6,
    )
    thief = FOUNDER.branch(6)
    thief.checkpoint(key=Key("bundle thief"))
    yield case(
        "a checkpoint signed by another key",
        "trusting the bundle's signature for the log's",
        make_bundle(FOUNDER, [segment(thief)]),
        "line",
        line=7,
    )
    yield case(
        "a log of another workspace",
        "mixing two workspaces",
        make_bundle(FOUNDER, [segment(sealed(Writer("bundle elsewhere")))]),
        "line",
        line=1,
    )
    yield case(
        "a private log in clear",
        "telling everyone what was meant for nobody",
        make_bundle(FOUNDER, [segment(sealed(Writer("bundle private", FOUNDER.log, audience="prive")))]),
        "segment",
    )
    yield case(
        "a segment that ends in a fact",
        "passing on lines that nothing vouches for",
        make_bundle(FOUNDER, [segment(FOUNDER, 1, 5)]),
        "segment",
    )
    yield case(
        "fewer lines than it says",
        "trusting first and last",
        built(texts[:4], last=7, path=bundles.paths({"log": FOUNDER.log, "first": 1, "last": 7, "chain": ""})[0]),
        "segment",
    )
    yield case(
        "a chain that is not the last line's",
        "trusting the manifest",
        built(texts[:4], chain=FOUNDER.lines[6].chain),
        "segment",
    )
    data = b"\n".join(texts)
    item = segment(FOUNDER)[0] | {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    yield case("no line feed at the end", "taking a torn line", make_bundle(FOUNDER, [(item, data)]), "line")


def sealed(writer):
    writer.checkpoint()
    return writer


def apply_cases():
    def apply_case(name, hunts, names, *reports):
        counts = ("new", "known", "held", "quarantined", "erased")
        expected = []
        for report in reports:
            *five, released = (*report, 0) if len(report) == 5 else report
            expected.append(dict(zip(counts, five)) | ({"released": released} if released else {}))
        return {
            "name": name,
            "hunts": hunts,
            "accept": not any(r[2] + r[3] for r in reports),
            "workspace": FOUNDER.log,
            "apply": names,
            "expect": {"reports": expected},
        }

    yield apply_case(
        "applied twice", "counting lines again", ["everything", "everything"], (10, 0, 0, 0, 0), (0, 10, 0, 0, 0)
    )
    yield apply_case(
        "a part and then all",
        "counting lines again",
        ["the first four lines", "everything"],
        (4, 0, 0, 0, 0),
        (6, 4, 0, 0, 0),
    )
    yield apply_case(
        "the second part first",
        "losing a segment that came too early",
        ["the lines from 5 on", "the first four lines"],
        (0, 0, 3, 0, 0),
        (4, 0, 0, 0, 0, 3),
    )
    yield apply_case(
        "two branches applied",
        "losing one branch of a fork",
        ["two branches", "everything"],
        (9, 0, 0, 0, 0),
        (3, 7, 0, 0, 0),
    )
    yield apply_case(
        "a payload that comes later",
        "a missing line that is never filled, or emptied again",
        ["a line without its payload", "everything", "a line without its payload"],
        (7, 0, 0, 0, 0),
        (4, 6, 0, 0, 0),
        (0, 7, 0, 0, 0),
    )
    yield apply_case(
        "a stranger's bundle",
        "applying what nobody vouches for",
        ["from a stranger", "from a stranger"],
        (0, 0, 10, 0, 0),
        (0, 0, 10, 0, 0),
    )
    yield apply_case(
        "a stranger's log in the founder's bundle",
        "not passing on what nobody admitted yet",
        ["the founder passes on a stranger"] * 2,
        (7, 0, 3, 0, 0),
        (0, 10, 0, 0, 0),
    )
    yield apply_case(
        "the writer admitted by the bundle itself",
        "asking before the bundle is read",
        ["from the joiner"],
        (10, 0, 0, 0, 0),
    )
    yield apply_case(
        "a segment that does not follow",
        "glueing a segment by its short chain",
        ["the first four lines", "does not follow"],
        (4, 0, 0, 0, 0),
        (0, 0, 0, 2, 0),
    )
    yield apply_case(
        "a receipt from a joiner not known yet",
        "refusing it",
        ["a receipt", "everything", "a receipt"],
        (0, 0, 0, 0, 0),
        (10, 0, 0, 0, 0),
        (0, 0, 0, 0, 0),
    )


def cases():
    setup()
    return [*good_cases(), *packing_cases(), *tar_cases(), *content_cases(), *line_cases(), *apply_cases()]


def tables():
    """The numbers that a frontier names, by its head."""
    rows = {
        1: [1],
        2: [1, 2],
        3: [1, 2, 3],
        4: [2, 3, 4],
        5: [1, 3, 4, 5],
        9: [1, 5, 7, 8, 9],
        41: [9, 25, 33, 37, 39, 40, 41],
    }
    return {"frontiers": [{"head": head, "numbers": numbers} for head, numbers in rows.items()]}
