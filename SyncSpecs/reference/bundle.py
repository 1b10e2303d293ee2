"""Bundles (bundle.md): zstd, tar, signature, manifest, segments; applying."""
import base64
import hashlib
import subprocess
import tempfile
from operator import itemgetter

from .ed25519 import verifies
from .line import Line, Walk, is_log, is_reference, log_id, ssh_string
from .state import Members, Store, is_point
from .values import Held, Refused, coded, is_text, list_of, matching, need, object_of, parse, whole_from

MEGABYTE = 1 << 20
LARGEST, RATIO, ENTRIES = 2 << 30, 200, 100_000
PART = r"(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+"
is_name, is_size = matching(rf"(?=.{{1,100}}$){PART}(/{PART})*"), matching("[0-7]{11}")
FORM, NAMED = ssh_string(b"ssh-ed25519"), b"".join(map(ssh_string, (b"veldlog-bundle", b"", b"sha512")))
BEGIN, END = "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"

def unpack(data):
    """The content of the one frame that these bytes are; `zstd` refuses dictionaries and large windows."""
    limit = min(LARGEST, max(MEGABYTE, RATIO * len(data)))
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        # Seven words of heading; then how many frames, how many of them skippable, and more.
        listed = subprocess.run(["zstd", "-lq", file.name], capture_output=True).stdout.split()
        need(listed[7:9] == [b"1", b"0"], "zstd")
        with subprocess.Popen(["zstd", "-dcq", "--memory=8MB", file.name], stdout=-1, stderr=-3) as program:
            content = program.stdout.read(limit + 1)
            program.kill() if len(content) > limit else program.wait()
    need(len(content) <= limit, "bounds")
    need(program.returncode == 0, "zstd")
    return content

def tar_header(name, size):
    """The only 512 bytes that an entry of this name and size can have."""
    fields = {0: name.encode(), 100: b"0000644\0" + b"0000000\0" * 2, 124: b"%011o\0" % size, 136: b"0" * 11}
    fields |= {148: b" " * 8, 156: b"0", 257: b"ustar\x0000", 329: b"0000000\0" * 2}
    block = bytearray(512)
    for at, text in fields.items():
        block[at : at + len(text)] = text
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)

def packed(files):
    """The archive that these (name, content) are."""
    blocks = [tar_header(name, len(data)) + data + bytes(-len(data) % 512) for name, data in files]
    return b"".join(blocks) + bytes(1024)

def entries(tar):
    """(name, content) in their order. Names and contents fix every byte of an archive."""
    at, found, names = 0, [], set()
    while any(tar[at : at + 512]):
        name, size = (tar[at + i : at + j].rstrip(b"\0").decode("latin-1") for i, j in ((0, 100), (124, 136)))
        need(is_name(name) and name not in names and is_size(size), "tar")
        end = at + 512 + int(size, 8)
        found.append((name, tar[at + 512 : end]))
        need(len(found) <= ENTRIES, "bounds")
        names.add(name)
        at = end + -end % 512
    need(packed(found) == tar, "tar")
    return found

def signed_bytes(message):
    """What an OpenSSH signature really signs (PROTOCOL.sshsig)."""
    return b"SSHSIG" + NAMED + ssh_string(hashlib.sha512(message).digest())
def signature_blob(key, signature):
    key, signature = (ssh_string(FORM + ssh_string(part)) for part in (key, signature))
    return b"SSHSIG\0\0\0\x01" + key + NAMED + signature
def armored(blob):
    text = base64.b64encode(blob).decode()
    return (BEGIN + "".join(text[at : at + 70] + "\n" for at in range(0, len(text), 70)) + END).encode()

def signer(message, text):
    """The key that signed, or Refused."""
    try:
        blob = base64.b64decode(text[len(BEGIN) : -len(END)])
    except ValueError:
        raise Refused("signature") from None
    # Every length in an Ed25519 signature is fixed, so the parts stand at fixed places.
    key, signature = blob[33:65], blob[-64:]
    need(len(key) == 32 and text == armored(signature_blob(key, signature)), "signature")
    need(verifies(key, signature, signed_bytes(message)), "signature")
    return key

def paths(item):
    """The path of a segment, and the one where its writer holds several heads of the log."""
    name = f"{item['first']}-{item['last']}.jsonl"
    return [f"logs/{item['log']}/{name}", f"logs/{item['log']}~{item['chain']}/{name}"]

def is_segment(item):
    if not has_segment_members(item) or ("after" in item) != (item["first"] > 1):
        return False
    return item["first"] <= item["last"] and item["path"] in paths(item)

def is_frontier(value):
    is_list = list_of(is_point, itemgetter("seq", "chain"))
    return isinstance(value, dict) and all(is_log(log) and x and is_list(x) for log, x in value.items())

FILE = {"bytes": whole_from(0), "sha256": matching("[0-9a-f]{64}")}
SEGMENT = FILE | {"after": coded(8), "chain": coded(8), "first": whole_from(1), "last": whole_from(1)}
has_segment_members = object_of(SEGMENT | {"log": is_log, "path": is_text}, {"after"})
MANIFEST = {
    "attachments": list_of(object_of(FILE), itemgetter("sha256")),
    "bundle": whole_from(1),
    "for": list_of(is_log, str),
    "frontier": is_frontier,
    "missing": list_of(is_reference, str),
    "segments": list_of(is_segment, itemgetter("log", "first", "last", "chain")),
    "workspace": is_log,
    "writer": is_log,
}

def read_manifest(data):
    try:
        manifest = parse(data)
    except Refused as fault:
        raise Refused("manifest") from fault
    need(object_of({"bundle": whole_from(1)}, is_open=True)(manifest), "manifest")
    need(manifest["bundle"] == 1 and manifest.keys() <= MANIFEST.keys(), "newer")
    need(object_of(MANIFEST)(manifest), "manifest")
    return manifest

class Bundle:
    """A bundle that was checked as far as it can be by itself."""
    def __init__(self, data, workspace=None):
        tar = unpack(data)
        found, self.tar_sha256 = entries(tar), hashlib.sha256(tar).hexdigest()
        need([name for name, _ in found[:2]] == ["manifest.json", "manifest.json.sig"], "entry")
        (_, self.manifest_bytes), (_, self.signature), *found = found
        need(len(self.manifest_bytes) <= 16 * MEGABYTE and len(self.signature) <= 4096, "bounds")
        key = signer(self.manifest_bytes, self.signature)
        self.manifest = manifest = read_manifest(self.manifest_bytes)
        need(log_id(key) == manifest["writer"], "writer")
        need(workspace in (None, manifest["workspace"]), "workspace")
        files = manifest["segments"] + manifest["attachments"]
        named = [(x.get("path") or "attachments/" + x["sha256"], x["bytes"]) for x in files]
        need([(name, len(content)) for name, content in found] == named, "entry")
        hashes = [hashlib.sha256(content).hexdigest() for _, content in found]
        need(hashes == [file["sha256"] for file in files], "hash")
        self.regions = set()
        self.segments = [(x, self.lines(x, content)) for x, (_, content) in zip(manifest["segments"], found)]
        need(len(self.regions) < 2, "segment")

    def lines(self, segment, content):
        """The lines of a segment; from line 1 on checked in full, else each as far as one line can be."""
        need(content.endswith(b"\n"), "line")
        texts = content[:-1].split(b"\n")
        need(len(texts) == segment["last"] - segment["first"] + 1, "segment")
        walk = Walk(segment["log"], self.manifest["workspace"])
        for number, text in enumerate(texts, segment["first"]):
            try:
                line = walk.step(text) if segment["first"] == 1 else Line(text)
                need((line.log, line.seq) == (segment["log"], number), "line")
            except Held:
                return texts
            except Refused as fault:
                raise Refused("line", line=number) from fault
        need(line.chain == segment["chain"] and line.kind == "checkpoint", "segment")
        need(not walk.first or self.may_hold(walk.first), "segment")
        return texts

    def may_hold(self, line):
        """Shared logs always; regio logs of one region when it is for named receivers; private logs never."""
        self.regions |= {line.regio} if line.audience == "regio" else set()
        return line.audience == "gedeeld" or (line.audience == "regio" and self.manifest["for"])

    def place(self, held):
        """A store that also has what finds its place; keys of new lines; by path, what the rest is."""
        store, new, before = Store(held.workspace, held.own, held.lines), set(), None
        aside = {item["path"]: "held" for item, _ in self.segments}
        while aside != before:
            before = dict(aside)
            for item, texts in self.segments:
                after = (item["log"], item["first"] - 1, item["after"]) if "after" in item else None
                if aside.get(item["path"]) == "held" and (not after or after in store.lines):
                    try:
                        need(not after or self.may_hold(store.lines[after]), "segment")
                        new |= store.add(item["log"], texts, after)
                        del aside[item["path"]]
                    except Held:
                        continue
                    except Refused:
                        aside[item["path"]] = "quarantined"
        if self.manifest["writer"] in Members(store).roles:
            return store, new, aside
        return held, set(), {item["path"]: "held" for item, _ in self.segments}
