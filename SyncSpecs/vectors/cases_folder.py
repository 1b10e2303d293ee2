"""Cases for folder.md: what a file in a shared folder is, what the folder lacks, which files go."""

import base64
import hashlib

from writer import Key, Writer, compress, files_of, goal, jcs, make_bundle, manifest, segment, start, tar


def logs():
    founder = Writer("folder founder")
    joiner = Writer("folder joiner", workspace=founder.log)
    founder.add("lid", {"log": joiner.log, "regio": "zeeland", "rol": "onderzoeker"})
    founder.add("traject_gestart", start())
    founder.checkpoint()
    joiner.add("doelscore", goal())
    joiner.checkpoint()
    return founder, joiner


def age(recipient, payload=b"payload"):
    """An age file to nobody: of the right form, with a share and a key that nothing opens."""
    share = base64.b64encode(hashlib.sha256(recipient.encode()).digest()).rstrip(b"=")
    header = b"age-encryption.org/v1\n-> X25519 " + share + b"\n" + share + b"\n--- " + share + b"\n"
    return header + hashlib.sha256(payload).digest()[:16] + hashlib.sha512(payload).digest()


def file_cases():
    founder, joiner = logs()
    whole = make_bundle(founder, [segment(founder), segment(joiner)])
    workspace, sha256 = founder.log, hashlib.sha256(whole).hexdigest()
    name = f"{sha256[:16]}.veld"
    own = f"{workspace}/{founder.log}/{name}"

    def case(text, hunts, path, data, what, refuse=None):
        expect = {"is": what} | ({"refuse": refuse} if refuse else {}) | ({"path": own} if what == "bundle" else {})
        found = {"name": text, "hunts": hunts, "accept": what == "bundle", "workspace": workspace, "path": path}
        return found | {"file_base64": base64.b64encode(data).decode(), "expect": expect}

    yield case("a bundle in its place", "another name for a file, or another place", own, whole, "bundle")
    for text, hunts, path in (
        ("a conflict copy", "going by names", own.replace(".veld", ".sync-conflict-20160302-091407-ABCDEFG.veld")),
        ("a renamed bundle", "going by names", f"{workspace}/{founder.log}/van de stick"),
        ("a bundle in the folder itself", "looking in writers' folders only", name),
        ("a bundle in another writer's folder", "trusting the folder's name", f"{workspace}/{joiner.log}/{name}"),
        ("a bundle in a folder of people", "looking in writers' folders only", f"Oud/2016/maart/{name}"),
        ("a bundle eight folders down", "a depth that is one short", f"1/2/3/4/5/6/7/8/{name}"),
        ("a name that is another's", "trusting a name for a content", f"{workspace}/{founder.log}/{'0' * 16}.veld"),
        ("an encrypted name on a bundle in clear", "going by the end of a name", own + ".age"),
        ("a name with a tilde behind", "taking an editor's copy for unfinished", own + "~"),
    ):
        yield case(text, hunts, path, whole, "bundle")
    for text, path in (
        ("what a writer writes beside", f"{workspace}/{founder.log}/.tmp-{name}"),
        ("what Syncthing has not finished", f"{workspace}/{founder.log}/~syncthing~{name}.tmp"),
        ("what Syncthing has not finished elsewhere", f"{workspace}/{founder.log}/.syncthing.{name}.tmp"),
        ("what Nextcloud has not finished", f"{workspace}/{founder.log}/.{name}.~7f3a"),
        ("what a browser has not finished", f"{name}.crdownload"),
        ("what another browser has not finished", f"{name}.part"),
        ("what rsync has not finished", f"{name}.partial"),
    ):
        yield case(text, "reading what is not finished", path, whole, "unfinished")
    for text, hunts, path in (
        ("another workspace's folder", "two workspaces in one folder", f"{Key('folder other').log}/{founder.log}/{name}"),
        ("a file syncer's old versions", "bringing back what was removed", f".stversions/{workspace}/{founder.log}/{name}"),
        ("a hidden folder below", "bringing back what was removed", f"{workspace}/.trash/{name}"),
        ("nine folders down", "walking without end", f"1/2/3/4/5/6/7/8/9/{name}"),
    ):
        yield case(text, hunts, path, whole, "passed over")

    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 8
    arriving = (
        ("nothing yet", b""), ("one byte", whole[:1]), ("three bytes", whole[:3]),
        ("half of a bundle", whole[: len(whole) // 2]),
        ("all but the last byte", whole[:-1]), ("zeros in the size of a bundle", bytes(len(whole))),
        ("half of a bundle, then zeros", whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2)),
        ("a bit that fell over", bytes(flipped)),
    )
    for text, data in arriving:
        yield case(text, "refusing for good what is still arriving", own, data, "arriving")
    for text, data in arriving:
        yield case(text + ", of no bundle's name", "telling of somebody's files", "Foto's/strand.zst", data, "other")

    secret = age("folder nobody")
    yield case("encrypted to others", "a fault in what is for others", own + ".age", secret, "for others")
    yield case("encrypted, of no bundle's name", "telling of somebody's files", "wachtwoorden.age", secret, "other")
    yield case("encrypted, cut off in its header", "refusing what is arriving", own + ".age", secret[:60], "arriving")

    foreign = Writer("folder other")
    foreign.add("traject_gestart", start())
    foreign.checkpoint()
    data, items = manifest(founder, [segment(founder)]), [segment(founder)]
    files = files_of(jcs(data), joiner.key, items)
    wrong = make_bundle(founder, [(segment(founder)[0], segment(founder)[1][:-2] + b"x\n")])
    for text, hunts, data, refuse in (
        ("another workspace's bundle", "mixing two workspaces", make_bundle(foreign, [segment(foreign)]), "workspace"),
        ("signed by another", "taking it since it lies in the writer's folder", compress(tar(files)), "writer"),
        ("a segment that is not its hash", "looking at the manifest alone", wrong, "hash"),
        ("a bundle's tar with an entry more", "taking an entry nobody named",
         compress(tar(files_of(jcs(manifest(founder, items)), founder.key, items) + [("x", b"x")])), "entry"),
    ):
        yield case(text, hunts, own, data, "refused", refuse)
        yield case(f"{text}, renamed", "going by names", "brief.txt", data, "refused", refuse)
    # A held bundle whose erased payloads were taken out (erasure.md) is its holder's own business.
    yield case(
        "a held bundle without its erased payloads", "passing on what nobody signed",
        f"{workspace}/{founder.log}/{sha256[:16]}.erased.veld", wrong, "refused", "hash",
    )
    for text, data in (
        ("a text", b"Beste collega,\n"), ("a tar that is not packed", tar([("manifest.json", b"{}")])),
        ("something else in zstd", compress(b"tekst " * 99)),
        ("a tar of somebody's", compress(tar([("foto.jpg", b"x" * 700)]))),
        ("lines of a log", segment(founder)[1]),
    ):
        yield case(text + ", called a bundle", "silence about a bundle that is none", own, data, "no bundle")
        yield case(text, "telling of somebody's files", "Documenten/brief.txt", data, "other")


def file(name, writer, lines, receivers=(), bare=None, attachments=()):
    """`lines` has by log the first and last number, or several such pairs."""
    found = {"name": name, "writer": writer, "for": list(receivers)}
    found["lines"] = {log: spans if isinstance(spans[0], list) else [spans] for log, spans in lines.items()}
    return found | {"bare": bare or {}, "attachments": list(attachments)}


def plan(name, hunts, accept, files, lacks=None, remove=(), held=None, heard=(), **more):
    """A is this instance's log, B and C are the other members' unless the case says otherwise."""
    case = {"name": name, "hunts": hunts, "accept": accept, "own": ["A"], "members": ["B", "C"]}
    case |= {"held": held or {"A": 10}, "missing": {}, "erased": {}, "erased_attachments": [], "heard": list(heard)}
    return case | {"files": files} | more | {"expect": {"lacks": lacks or {}, "remove": sorted(remove)}}


def plan_cases():
    both, all_ten = ["B", "C"], [{"A": 10}]
    yield plan("an empty folder", "waiting for somebody to ask", False, [], {"A": [[1, 10]]})
    yield plan("nobody else", "writing for nobody", True, [], members=[])
    yield plan("one file in clear", "a file for each member", True, [file("1", "A", {"A": [1, 10]})])
    yield plan("one file for both", "a file for each member", True, [file("1", "A", {"A": [1, 10]}, both)])
    yield plan(
        "a file for one of two", "what one can read for what all can", False, [file("1", "A", {"A": [1, 10]}, ["B"])],
        {"A": [[1, 10]]},
    )
    yield plan(
        "one file for each of two", "one file that is for all", True,
        [file("1", "A", {"A": [1, 10]}, ["B"]), file("2", "A", {"A": [1, 10]}, ["C"])],
    )
    yield plan(
        "a file for both, and the rest for one", "reckoning for one member", False,
        [file("1", "A", {"A": [1, 6]}, both), file("2", "A", {"A": [7, 10]}, ["C"])], {"A": [[7, 10]]},
    )
    yield plan("written by another", "one's own files alone", True, [file("1", "B", {"A": [1, 10]}, both)])
    yield plan(
        "written by a member, for the others", "a writer who cannot open what it wrote", True,
        [file("1", "B", {"A": [1, 10]}, ["C"])],
    )
    yield plan(
        "written by somebody who is gone", "files of members alone", True, [file("1", "Z", {"A": [1, 10]}, both)]
    )
    yield plan(
        "a part in the middle is gone", "that a file that was there is there", False,
        [file("1", "A", {"A": [1, 3]}, both), file("3", "A", {"A": [8, 10]}, both)], {"A": [[4, 7]]},
    )
    yield plan(
        "files that overlap", "files that must fit to each other", True,
        [file("1", "A", {"A": [1, 7]}, both), file("2", "B", {"A": [4, 10]}, both)],
    )
    yield plan(
        "a file that is ahead", "covering by numbers what is not held", False,
        [file("1", "A", {"A": [1, 7]}, both), file("2", "B", {"A": [8, 12]}, both)], {"A": [[8, 10]]},
    )
    yield plan(
        "a line without its payload", "a file that does not bring the payload", False,
        [file("1", "B", {"A": [1, 10]}, both, {"A": [4]})], {"A": [[4, 4]]},
    )
    yield plan(
        "a line without its payload, missing here too", "writing for ever what nobody has", True,
        [file("1", "B", {"A": [1, 10]}, both, {"A": [4]})], missing={"A": [4]},
    )
    yield plan(
        "a line without its payload, erased", "writing what was erased", True,
        [file("1", "B", {"A": [1, 10]}, both, {"A": [4]})], erased={"A": [4]},
    )
    yield plan(
        "two logs, one of them lacking", "reckoning with one log", False, [file("1", "A", {"A": [1, 10]}, both)],
        {"B": [[1, 5]]}, held={"A": 10, "B": 5},
    )

    small, large = file("small", "A", {"A": [1, 4]}, both), file("large", "A", {"A": [1, 10]}, both)
    four = [{"A": 4}]
    yield plan(
        "a small file in a large one", "a folder that only grows", True, [small, large], remove=["small"], heard=four
    )
    yield plan("one of several says so", "waiting for all", True, [small, large], remove=["small"], heard=[{"A": 2}, *four])
    yield plan("nobody has said to hold it", "removing what only stands here", False, [small, large])
    yield plan(
        "all but its last line was heard", "removing by the number of a checkpoint", False, [small, large],
        heard=[{"A": 3}],
    )
    yield plan(
        "two who each hold a part", "putting two words together", False,
        [small, large | {"lines": {"A": [[1, 10]], "B": [[1, 5]]}}, file("both", "A", {"A": [3, 4], "B": [1, 2]}, both)],
        held={"A": 10, "B": 5}, heard=[{"A": 3}, {"B": 5}],
    )
    yield plan("the only file", "removing the last one", False, [large], heard=all_ten)
    yield plan(
        "a large file of another", "trusting that another's file stays", False, [small, large | {"writer": "B"}], heard=four
    )
    yield plan("a small file of another", "removing another's file", False, [small | {"writer": "B"}, large], heard=four)
    yield plan(
        "a large file for fewer", "a member who loses a line", False,
        [small, large | {"for": ["B"]}, file("rest", "B", {"A": [1, 10]}, ["C"])], heard=four,
    )
    yield plan(
        "a large file without one who is gone", "keeping files for who is gone", True,
        [small | {"for": ["B", "C", "Z"]}, large], remove=["small"], heard=four,
    )
    yield plan(
        "a file in clear in one for all", "a file in clear that never goes", True, [small | {"for": []}, large],
        remove=["small"], heard=four,
    )
    yield plan(
        "two files that together hold a third", "taking several for one", False,
        [small, file("a", "A", {"A": [[1, 2], [5, 6]]}, both), file("b", "A", {"A": [3, 10]}, both)], heard=all_ten,
    )
    yield plan(
        "a large file that is not applied here", "removing by what a manifest says", False,
        [file("small", "A", {"A": [1, 12]}, both), file("large", "A", {"A": [1, 15]}, both)], {"A": [[1, 10]]},
        heard=all_ten,
    )
    yield plan(
        "an attachment that is nowhere else", "counting lines alone", False,
        [small | {"attachments": ["opname"]}, large], heard=four,
    )
    yield plan(
        "an attachment that goes along", "counting lines alone", True,
        [small | {"attachments": ["opname"]}, large | {"attachments": ["opname", "verslag"]}], remove=["small"], heard=four,
    )
    yield plan(
        "a payload that only the small one has", "counting lines without payload", False,
        [small, large | {"bare": {"A": [2]}}], heard=four,
    )

    old, new = file("old", "A", {"A": [1, 6]}, both), file("new", "A", {"A": [1, 10]}, both, {"A": [3]})
    gone = {"erased": {"A": [3]}}
    yield plan("an erased payload, replaced", "waiting for others' word", True, [old, new], remove=["old"], **gone)
    yield plan(
        "an erased payload, not yet replaced", "removing before what replaces it is there", False, [old],
        {"A": [[1, 10]]}, **gone,
    )
    yield plan(
        "an erased payload, half replaced", "removing before what replaces it is there", False,
        [old, file("part", "A", {"A": [1, 3]}, both, {"A": [3]})], {"A": [[4, 10]]}, **gone,
    )
    yield plan(
        "an erased payload, replaced by two", "wanting one file", True,
        [old, file("1", "A", {"A": [1, 3]}, both, {"A": [3]}), file("2", "A", {"A": [4, 10]}, both)], remove=["old"], **gone,
    )
    yield plan(
        "an erased payload, replaced by another", "trusting that another's file stays", False,
        [old, new | {"writer": "B"}], {"A": [[1, 6]]}, **gone,
    )
    yield plan(
        "an erased payload, replaced for fewer", "a member who loses a line", False,
        [old, new | {"for": ["B"]}], {"A": [[1, 10]]}, **gone,
    )
    yield plan(
        "an erased payload in another's file", "removing another's file", False, [old | {"writer": "B"}, new], **gone
    )
    yield plan(
        "an erased payload in a file that is not applied here", "removing lines that are held nowhere", False,
        [file("old", "A", {"A": [1, 12]}, both), new], **gone,
    )
    yield plan(
        "an erased attachment", "an attachment that stays behind", True,
        [old | {"attachments": ["opname"]}, new | {"bare": {}}], remove=["old"], erased_attachments=["opname"],
    )


def cases():
    return [*file_cases(), *plan_cases()]
