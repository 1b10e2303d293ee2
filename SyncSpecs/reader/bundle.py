"""One bundle: zstd, tar, manifest, signature, segments, and applying it (bundle.md)."""

import base64
import hashlib
import re

import zstandard

from .canonical import Held, Refused, jcs, parse
from .line import LOG_ID, REFERENCE, Line, from_base64url, log_id, need
from .log import Walk, ssh_string, verifies
from .state import Members, Store

MEGABYTE = 1 << 20
LARGEST, RATIO, ENTRIES = 2 << 30, 200, 100_000
LARGEST_MANIFEST, LARGEST_SIGNATURE = 16 * MEGABYTE, 4096
MANIFEST = {"attachments", "bundle", "for", "frontier", "missing", "segments", "workspace", "writer"}
SEGMENT = {"bytes", "chain", "first", "last", "log", "path", "sha256"}
NAMESPACE = b"veldlog-bundle"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"


# zstd


def unpack(data):
    """The content of the one frame that these bytes are."""
    need(data[:4] == b"\x28\xb5\x2f\xfd", "zstd")
    limit = min(LARGEST, max(MEGABYTE, RATIO * len(data)))
    reader, content = zstandard.ZstdDecompressor(max_window_size=8 * MEGABYTE).decompressobj(), b""
    try:
        for start in range(0, len(data), 1024):
            if reader.eof:
                raise Refused("zstd")
            content += reader.decompress(data[start : start + 1024])
            need(len(content) <= limit, "bounds")
    except zstandard.ZstdError:
        raise Refused("zstd") from None
    need(reader.eof and not reader.unused_data, "zstd")
    return content


# tar


def tar_header(name, size):
    """The only 512 bytes that an entry of this name and size can have."""
    block = bytearray(512)
    for at, text in (
        (0, name.encode()),
        (100, b"0000644\0" + b"0000000\0" * 2),
        (124, b"%011o\0" % size),
        (136, b"00000000000\0"),
        (148, b" " * 8),
        (156, b"0"),
        (257, b"ustar\x0000"),
        (329, b"0000000\0" * 2),
    ):
        block[at : at + len(text)] = text
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def entries(tar):
    """(name, content) in their order."""
    at, found = 0, []
    while True:
        block = tar[at : at + 512]
        need(len(block) == 512, "tar")
        if not any(block):
            need(tar[at:] == bytes(1024), "tar")
            return found
        name = block[:100].rstrip(b"\0").decode("latin-1")
        size = block[124:135]
        need(re.fullmatch(rb"[0-7]{11}", size), "tar")
        size = int(size, 8)
        need(re.fullmatch(r"[A-Za-z0-9._~/-]{1,100}", name), "tar")
        need(not {"", ".", ".."} & set(name.split("/")), "tar")
        need(block == tar_header(name, size), "tar")
        content, padding = tar[at + 512 : at + 512 + size], -size % 512
        need(len(content) == size, "tar")
        need(tar[at + 512 + size : at + 512 + size + padding] == bytes(padding), "tar")
        found.append((name, content))
        need(len(found) <= ENTRIES, "bounds")
        at += 512 + size + padding


# signature


def signed_bytes(message):
    """What an OpenSSH signature really signs (PROTOCOL.sshsig)."""
    digest = hashlib.sha512(message).digest()
    return b"SSHSIG" + b"".join(map(ssh_string, (NAMESPACE, b"", b"sha512", digest)))


def signature_blob(key, signature):
    parts = (
        ssh_string(b"ssh-ed25519") + ssh_string(key),
        NAMESPACE,
        b"",
        b"sha512",
        ssh_string(b"ssh-ed25519") + ssh_string(signature),
    )
    return b"SSHSIG\0\0\0\x01" + b"".join(map(ssh_string, parts))


def armored(blob):
    text = base64.b64encode(blob).decode()
    return BEGIN + "".join(text[at : at + 70] + "\n" for at in range(0, len(text), 70)) + END


def signer(message, text):
    """The key that signed, or Refused."""
    text = text.decode("latin-1")
    need(text.startswith(BEGIN) and text.endswith(END), "signature")
    try:
        blob = base64.b64decode(text[len(BEGIN) : -len(END)].replace("\n", ""), validate=True)
    except ValueError:
        raise Refused("signature") from None
    # Every length in an Ed25519 signature is fixed, so the parts stand at fixed places.
    size = len(signature_blob(bytes(32), bytes(64)))
    key, signature = blob[10 + 4 + 15 + 4 :][:32], blob[-64:]
    need(len(blob) == size and blob == signature_blob(key, signature), "signature")
    need(verifies(key, signature, signed_bytes(message)), "signature")
    return key


# manifest


def is_count(value, least=0):
    return type(value) is int and value >= least


def is_log(value):
    return isinstance(value, str) and re.fullmatch(LOG_ID, value) is not None


def is_sorted(items):
    return all(a < b for a, b in zip(items, items[1:]))


def read_manifest(data):
    try:
        manifest = parse(data)
    except Refused as fault:
        raise Refused("manifest") from fault
    need(isinstance(manifest, dict), "manifest")
    need(is_count(manifest.get("bundle"), 1), "manifest")
    need(manifest["bundle"] == 1 and not set(manifest) - MANIFEST, "newer")
    need(set(manifest) == MANIFEST, "manifest")
    need(is_log(manifest["workspace"]) and is_log(manifest["writer"]), "manifest")
    for name in ("attachments", "for", "missing", "segments"):
        need(isinstance(manifest[name], list), "manifest")
    need(all(map(is_log, manifest["for"])) and is_sorted(manifest["for"]), "manifest")
    need(all(isinstance(x, str) and REFERENCE.fullmatch(x) for x in manifest["missing"]), "manifest")
    need(is_sorted(manifest["missing"]), "manifest")
    for item in manifest["attachments"]:
        need(isinstance(item, dict) and set(item) == {"bytes", "sha256"}, "manifest")
        check_file(item)
    need(is_sorted([item["sha256"] for item in manifest["attachments"]]), "manifest")
    for segment in manifest["segments"]:
        check_segment(segment)
    order = [(s["log"], s["first"], s["last"], s["chain"]) for s in manifest["segments"]]
    need(is_sorted(order), "manifest")
    check_frontier(manifest["frontier"])
    return manifest


def check_file(item):
    need(is_count(item["bytes"]), "manifest")
    need(isinstance(item["sha256"], str) and re.fullmatch(r"[0-9a-f]{64}", item["sha256"]), "manifest")


def check_segment(segment):
    need(isinstance(segment, dict) and set(segment) - {"after"} == SEGMENT, "manifest")
    check_file(segment)
    need(is_log(segment["log"]) and from_base64url(segment["chain"], 8), "manifest")
    need(is_count(segment["first"], 1) and is_count(segment["last"], segment["first"]), "manifest")
    need(("after" in segment) == (segment["first"] > 1), "manifest")
    need("after" not in segment or from_base64url(segment["after"], 8), "manifest")
    need(segment["path"] in paths(segment), "manifest")


def paths(segment):
    name = f"{segment['first']}-{segment['last']}.jsonl"
    log, chain = segment["log"], segment["chain"]
    return f"logs/{log}/{name}", f"logs/{log}~{chain}/{name}"


def check_frontier(frontier):
    need(isinstance(frontier, dict) and all(map(is_log, frontier)), "manifest")
    for named in frontier.values():
        need(isinstance(named, list) and named, "manifest")
        for point in named:
            need(isinstance(point, dict) and set(point) == {"chain", "seq"}, "manifest")
            need(is_count(point["seq"], 1) and from_base64url(point["chain"], 8), "manifest")
        need(is_sorted([(point["seq"], point["chain"]) for point in named]), "manifest")


def frontier_numbers(head):
    """The numbers that a frontier names below a head, the head included."""
    numbers, step = {head}, 1
    while head - step >= 1:
        numbers.add(head - step)
        step *= 2
    return sorted(numbers)


# the whole


class Bundle:
    """A bundle that was checked as far as it can be by itself."""

    def __init__(self, data, workspace):
        tar = unpack(data)
        found, self.tar_sha256 = entries(tar), hashlib.sha256(tar).hexdigest()
        need([name for name, _ in found[:2]] == ["manifest.json", "manifest.json.sig"], "entry")
        self.manifest_bytes, self.signature = found[0][1], found[1][1]
        sizes = len(self.manifest_bytes) <= LARGEST_MANIFEST and len(self.signature) <= LARGEST_SIGNATURE
        need(sizes, "bounds")
        key = signer(self.manifest_bytes, self.signature)
        self.manifest = manifest = read_manifest(self.manifest_bytes)
        need(log_id(key) == manifest["writer"], "writer")
        need(manifest["workspace"] == workspace, "workspace")
        files = [(s["path"], s) for s in manifest["segments"]]
        files += [("attachments/" + a["sha256"], a) for a in manifest["attachments"]]
        need([(n, len(c)) for n, c in found[2:]] == [(n, item["bytes"]) for n, item in files], "entry")
        self.segments = []
        for (_, content), (name, item) in zip(found[2:], files):
            need(hashlib.sha256(content).hexdigest() == item["sha256"], "hash")
            if name.startswith("logs/"):
                self.segments.append((item, self.lines(item, content)))
        self.line_count = sum(len(lines) for _, lines in self.segments)

    def lines(self, segment, content):
        """The lines of a segment; one from line 1 on is checked in full, another as far as one line can be."""
        need(content.endswith(b"\n"), "line")
        texts = content[:-1].split(b"\n")
        need(len(texts) == segment["last"] - segment["first"] + 1, "segment")
        walk = Walk(segment["log"], self.manifest["workspace"])
        for number, text in enumerate(texts):
            try:
                line = walk.step(text) if segment["first"] == 1 else Line(text)
            except Held:
                return texts
            except Refused as fault:
                raise Refused("line", line=segment["first"] + number) from fault
            need((line.log, line.seq) == (segment["log"], segment["first"] + number), "line")
        # Encryption is settled by a later page, so this is a bundle in clear.
        need(not walk.header or walk.header.audience == "gedeeld", "segment")
        need(line.chain == segment["chain"] and line.kind == "checkpoint", "segment")
        return texts


class Receiver:
    """An instance that applies bundles, and keeps in memory what it would keep on disk."""

    def __init__(self, workspace):
        self.store, self.waiting, self.quarantine = Store(workspace), [], []

    def apply(self, bundle):
        report = dict.fromkeys(("new", "known", "held", "quarantined", "erased"), 0)
        if not self.knows_writer(bundle):
            report["held"] = bundle.line_count
            return report
        todo, moved = list(bundle.segments), True
        while moved:
            moved = False
            for segment, texts in list(todo):
                outcome = self.place(segment, texts)
                if outcome is not None:
                    todo.remove((segment, texts))
                    moved = True
                    self.count(report, segment, texts, outcome)
        report["held"] += sum(len(texts) for _, texts in todo)
        self.waiting += [item for item in todo if item not in self.waiting]
        released = 0
        for segment, texts in list(self.waiting):
            outcome = self.place(segment, texts)
            if outcome is not None:
                self.waiting.remove((segment, texts))
                released += len(outcome)
        return report | ({"released": released} if released else {})

    def knows_writer(self, bundle):
        """Whether the writer was ever admitted by what is held and what the bundle brings."""
        both = Receiver(self.store.workspace)
        both.store.headers, both.store.lines = dict(self.store.headers), dict(self.store.lines)
        both.store.before = dict(self.store.before)
        for _ in bundle.segments:
            for segment, texts in bundle.segments:
                both.place(segment, texts)
        return bundle.manifest["writer"] in Members(both.store).roles

    def place(self, segment, texts):
        """The new lines; None when the line before is not held; False when the segment does not follow it."""
        after = (segment["first"] - 1, segment["after"]) if "after" in segment else None
        if after and (segment["log"], *after) not in self.store.lines:
            return None
        try:
            return self.store.add(segment["log"], texts, after)
        except Refused:
            return False

    def count(self, report, segment, texts, outcome):
        if outcome is False:
            report["quarantined"] += len(texts)
            self.quarantine.append(segment)
            return
        member = segment["log"] in Members(self.store).roles
        report["new" if member else "held"] += len(outcome)
        report["known"] += len(texts) - len(outcome)
