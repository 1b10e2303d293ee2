"""Bundles (bundle.md): zstd, tar, signature, manifest, segments; the frontier; applying."""
import base64
import hashlib
import subprocess
import tempfile

from .canonical import Held, Refused, need, parse
from .ed25519 import verifies
from .line import REFERENCE, Line, Walk, from_base64url, is_ascending, is_count, is_log, log_id, matches, ssh_string
from .state import Members, State, Store, is_point

MEGABYTE = 1 << 20
LARGEST, RATIO, ENTRIES, LARGEST_WINDOW = 2 << 30, 200, 100_000, 8 * MEGABYTE
LARGEST_MANIFEST, LARGEST_SIGNATURE = 16 * MEGABYTE, 4096
MANIFEST = {"attachments", "bundle", "for", "frontier", "missing", "segments", "workspace", "writer"}
SEGMENT = {"bytes", "chain", "first", "last", "log", "path", "sha256"}
BEGIN, END = "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"

def frame_length(data):
    """The length of the zstd frame that begins here, by its header and blocks (RFC 8878); 0 where none is taken."""
    if len(data) < 6 or data[:4] != b"\x28\xb5\x2f\xfd" or data[4] & 0b1011:
        return 0  # another magic number, a reserved bit, a dictionary
    is_single, has_checksum, size_bytes = data[4] >> 5 & 1, data[4] >> 2 & 1, (0, 2, 4, 8)[data[4] >> 6]
    if not is_single and (8 + (data[5] & 7)) << (7 + (data[5] >> 3)) > LARGEST_WINDOW:
        return 0
    at, block = 6 - is_single + (size_bytes or is_single), 0
    while not block & 1 and at + 3 <= len(data):
        block = int.from_bytes(data[at : at + 3], "little")
        at += 3 + (1 if block >> 1 & 3 == 1 else block >> 3)
    return at + 4 * has_checksum if block & 1 else 0

def unpack(data):
    """The content of the one frame that these bytes are."""
    need(data and frame_length(data) == len(data), "zstd")
    limit = min(LARGEST, max(MEGABYTE, RATIO * len(data)))
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        with subprocess.Popen(["zstd", "-dcq", file.name], stdout=-1, stderr=subprocess.DEVNULL) as program:
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

def entries(tar):
    """(name, content) in their order."""
    at, found = 0, []
    while any(tar[at : at + 512]):
        block = tar[at : at + 512]
        name, size = block[:100].rstrip(b"\0").decode("latin-1"), block[124:135].decode("latin-1")
        need(matches(r"[0-7]{11}", size) and matches(r"[A-Za-z0-9._~/-]{1,100}", name), "tar")
        start, end = at + 512, at + 512 + int(size, 8)
        at = end + -end % 512
        need(not {"", ".", ".."} & set(name.split("/")) and block == tar_header(name, end - start), "tar")
        need(at <= len(tar) and not any(tar[end:at]), "tar")
        found.append((name, tar[start:end]))
        need(len(found) <= ENTRIES, "bounds")
    need(tar[at:] == bytes(1024) and len({name for name, _ in found}) == len(found), "tar")
    return found

def signed_bytes(message):
    """What an OpenSSH signature really signs (PROTOCOL.sshsig)."""
    parts = (b"veldlog-bundle", b"", b"sha512", hashlib.sha512(message).digest())
    return b"SSHSIG" + b"".join(map(ssh_string, parts))

def signature_blob(key, signature):
    form = ssh_string(b"ssh-ed25519")
    parts = (form + ssh_string(key), b"veldlog-bundle", b"", b"sha512", form + ssh_string(signature))
    return b"SSHSIG\0\0\0\x01" + b"".join(map(ssh_string, parts))

def signer(message, text):
    """The key that signed, or Refused."""
    text = text.decode("latin-1")
    need(text.startswith(BEGIN) and text.endswith(END), "signature")
    try:
        blob = base64.b64decode(text[len(BEGIN) : -len(END)].replace("\n", ""), validate=True)
    except ValueError:
        raise Refused("signature") from None
    # Every length in an Ed25519 signature is fixed, so the parts stand at fixed places.
    key, signature = blob[33:65], blob[-64:]
    need(len(key) == 32 and blob == signature_blob(key, signature), "signature")
    need(verifies(key, signature, signed_bytes(message)), "signature")
    return key

def read_manifest(data):
    try:
        manifest = parse(data)
    except Refused as fault:
        raise Refused("manifest") from fault
    need(isinstance(manifest, dict) and is_count(manifest.get("bundle"), 1), "manifest")
    need(manifest["bundle"] == 1 and not set(manifest) - MANIFEST, "newer")
    need(set(manifest) == MANIFEST and is_log(manifest["workspace"]) and is_log(manifest["writer"]), "manifest")
    need(is_list_of(is_log, manifest["for"]) and is_list_of(is_reference, manifest["missing"]), "manifest")
    need(is_list_of(is_attachment, manifest["attachments"], lambda x: x["sha256"]), "manifest")
    order = lambda x: (x["log"], x["first"], x["last"], x["chain"])
    need(is_list_of(is_segment, manifest["segments"], order) and isinstance(manifest["frontier"], dict), "manifest")
    for log, named in manifest["frontier"].items():
        need(is_log(log) and named and is_list_of(is_point, named, lambda x: (x["seq"], x["chain"])), "manifest")
    return manifest

def is_list_of(is_item, items, order=lambda x: x):
    """Whether these are a list of items of one form, ascending."""
    return isinstance(items, list) and all(map(is_item, items)) and is_ascending([order(item) for item in items])
def is_reference(text):
    return matches(REFERENCE, text)
def is_file(item):
    return isinstance(item, dict) and is_count(item.get("bytes")) and matches(r"[0-9a-f]{64}", item.get("sha256"))
def is_attachment(item):
    return is_file(item) and len(item) == 2
def is_segment(item):
    if not is_file(item) or set(item) - {"after"} != SEGMENT or not is_log(item["log"]):
        return False
    numbers = is_count(item["first"], 1) and is_count(item["last"], item["first"])
    if not numbers or ("after" in item) != (item["first"] > 1) or item["path"] not in paths(item):
        return False
    return from_base64url(item["chain"], 8) and from_base64url(item.get("after", item["chain"]), 8)
def paths(item):
    """The path of a segment, and the one where its writer holds several heads of the log."""
    return [f"logs/{item['log']}{fork}/{item['first']}-{item['last']}.jsonl" for fork in ("", f"~{item['chain']}")]

class Bundle:
    """A bundle that was checked as far as it can be by itself."""
    def __init__(self, data, workspace=None):
        tar = unpack(data)
        found, self.tar_sha256 = entries(tar), hashlib.sha256(tar).hexdigest()
        need([name for name, _ in found[:2]] == ["manifest.json", "manifest.json.sig"], "entry")
        self.manifest_bytes, self.signature = found[0][1], found[1][1]
        need(len(self.manifest_bytes) <= LARGEST_MANIFEST and len(self.signature) <= LARGEST_SIGNATURE, "bounds")
        key = signer(self.manifest_bytes, self.signature)
        self.manifest = manifest = read_manifest(self.manifest_bytes)
        need(log_id(key) == manifest["writer"], "writer")
        need(workspace in (None, manifest["workspace"]), "workspace")
        files = [(item["path"], item["bytes"], item["sha256"]) for item in manifest["segments"]]
        files += [("attachments/" + item["sha256"], item["bytes"], item["sha256"]) for item in manifest["attachments"]]
        need([(name, len(content)) for name, content in found[2:]] == [file[:2] for file in files], "entry")
        need([hashlib.sha256(content).hexdigest() for _, content in found[2:]] == [file[2] for file in files], "hash")
        self.regions = set()
        self.segments = [(x, self.lines(x, content)) for x, (_, content) in zip(manifest["segments"], found[2:])]
        need(len(self.regions) < 2, "segment")

    def lines(self, segment, content):
        """The lines of a segment; one from line 1 on is checked in full, another as far as one line can be."""
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
        need(not walk.header or self.may_hold(walk.header), "segment")
        return texts

    def may_hold(self, header):
        """Shared logs always; regio logs of one region when it is for named receivers; private logs never."""
        self.regions |= {header.regio} if header.audience == "regio" else set()
        return header.audience == "gedeeld" or (header.audience == "regio" and self.manifest["for"])

class Receiver:
    """An instance that applies bundles, and keeps in memory what it would keep on disk."""
    def __init__(self, workspace):
        self.store, self.waiting = Store(workspace), []

    def apply(self, bundle):
        """Applies a bundle, then all that wait; gives the five numbers, and how many lines were released."""
        new, waiting, quarantined = self.place(bundle)
        state = State(self.store)
        report = dict.fromkeys(("new", "known", "held", "quarantined", "erased"), 0)
        for segment in bundle.segments:
            aside = "held" if segment in waiting else "quarantined" if segment in quarantined else None
            for text in segment[1]:
                report[aside or fate(Line(text), new, state)] += 1
        if waiting and all(bundle.manifest_bytes != other.manifest_bytes for other in self.waiting):
            self.waiting.append(bundle)
        released, is_moving = set(), True
        while is_moving:
            outcomes = [(other, *self.place(other)) for other in self.waiting]
            self.waiting = [other for other, _, waits, _ in outcomes if waits]
            found = {key for _, keys, _, _ in outcomes for key in keys}
            released, is_moving = released | found, bool(found)
        state = State(self.store)
        for key in state.erased:
            self.store.lines[key].payload = None
        count = sum(key[0] in state.members.roles for key in released)
        return report | ({"released": count} if count else {})

    def place(self, bundle):
        """Stores what finds its place: keys of new lines; the segments that wait; those in quarantine."""
        store, new, quarantined = Store(self.store.workspace, self.store.own, self.store.lines), set(), []
        waiting, todo = None, bundle.segments
        while waiting is None or len(todo) < len(waiting):
            waiting, todo = todo, []
            for item, texts in waiting:
                after = (item["log"], item["first"] - 1, item["after"]) if "after" in item else None
                try:
                    if after and after not in store.lines:
                        raise Held()
                    need(not after or bundle.may_hold(store.lines[after].header), "segment")
                    new |= store.add(item["log"], texts, after)
                except Held:
                    todo.append((item, texts))
                except Refused:
                    quarantined.append((item, texts))
        if bundle.manifest["writer"] not in Members(store).roles:
            return set(), bundle.segments, []
        self.store = store
        return new, todo, quarantined

def fate(line, new, state):
    """What became of a line that was stored, now or before; new only where the bundle first has it."""
    is_new = line.key in new
    new.discard(line.key)
    if line.payload is not None and line.key in state.erased:
        return "erased"
    return "known" if not is_new else "new" if line.log in state.members.roles else "held"
