"""Makes lines, logs and bundles from fixed test seeds, so that every run gives the same bytes.

The keys are for tests only: anyone can make them again.
"""

import hashlib
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from conformance import frontier_numbers
from reference import bundle as bundles
from reference import ed25519
from reference.values import jcs
from reference.bundle import packed as tar
from reference.line import Line, base64url, chain_of, checkpoint_message, link_after, log_id, openssh, origin
from reference.line import payload_digest


def seed(name):
    return hashlib.sha256(b"veldlog test seed " + name.encode()).digest()


@lru_cache(None)
def times_base(number):
    """A multiple of the base point, encoded. Not in constant time: for keys that are no secret."""
    return ed25519.encoded(ed25519.times(number, ed25519.BASE))


class Key:
    """An Ed25519 key pair, and its signatures (RFC 8032, section 5.1)."""

    def __init__(self, name):
        self.seed = seed(name)
        digest = hashlib.sha512(self.seed).digest()
        self.scalar = (int.from_bytes(digest[:32], "little") & 2**254 - 8 | 2**254) % ed25519.ORDER
        self.prefix, self.public = digest[32:], times_base(self.scalar)
        self.log = log_id(self.public)

    def sign(self, message):
        nonce = self.number(self.prefix, message)
        first = times_base(nonce)
        second = (nonce + self.number(first, self.public, message) * self.scalar) % ed25519.ORDER
        return first + second.to_bytes(32, "little")

    @staticmethod
    def number(*parts):
        return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ed25519.ORDER


class Writer:
    """One log with its key; each call adds a line and gives it back."""

    clock = 0

    def __init__(self, name, workspace=None, audience="gedeeld", regio="zeeland", follows=None):
        self.key, self.name = Key(name), name
        self.log = self.key.log
        self.workspace = workspace or self.log
        self.link, self.lines = origin(self.log), []
        header = {"audience": audience, "format": 1, "public_key": openssh(self.key.public)}
        header |= {"regio": regio, "workspace": self.workspace} | ({"follows": follows} if follows else {})
        self.header = header
        self.add("log", header)

    @property
    def seq(self):
        return len(self.lines)

    @property
    def texts(self):
        return [line.text.decode() for line in self.lines]

    def salt(self, seq):
        return base64url(hashlib.sha256(f"veldlog test salt {self.name} {seq}".encode()).digest()[:12])

    def head(self, kind, replaces=(), at=None, **changes):
        Writer.clock += 1
        at = at or f"2026-03-02T09:{Writer.clock // 60 % 60:02}:{Writer.clock % 60:02}.000Z"
        head = {"at": at, "kind": kind, "log": self.log, "seq": self.seq + 1}
        refs = sorted(item if isinstance(item, str) else item.ref for item in replaces)
        return head | ({"replaces": refs} if refs else {}) | changes

    def add(self, kind, payload, replaces=(), at=None, salt=None):
        head = self.head(kind, replaces, at)
        salt = salt or self.salt(head["seq"])
        self.link = link_after(self.link, head, payload_digest(salt, payload))
        value = {"chain": chain_of(self.link), "head": head, "payload": payload, "salt": salt}
        line = Line(jcs(value))
        line.text, line.link = jcs(value), self.link
        self.lines.append(line)
        return line

    def checkpoint(self, **changes):
        payload = {"link": base64url(self.link)}
        message = checkpoint_message(changes.get("workspace", self.workspace), self.log, self.seq, self.link)
        payload["signature"] = base64url(changes.get("key", self.key).sign(message))
        return self.add("checkpoint", payload)

    def branch(self, after):
        """A copy of this log that goes on after line `after`, as on a second laptop."""
        copy = Writer.__new__(Writer)
        copy.__dict__ |= self.__dict__ | {"lines": self.lines[:after], "name": self.name + "~"}
        copy.link = self.lines[after - 1].link
        return copy


def without_payload(line):
    """The line as it stands once its payload was removed."""
    return jcs({"chain": line.chain, "digest": base64url(line.digest), "head": line.head}).decode()


# facts with invented ids


def start(traject="T-0042", aanbieder="zee-003", datum="2026-01-12"):
    return {"aanbieder": aanbieder, "datum": datum, "regio": "zeeland", "traject": traject}


def end(reden="01", datum="2026-02-27", traject="T-0042", **more):
    return {"datum": datum, "reden": reden, "traject": traject} | more


def goal(score=1, doel_nr=1, moment="eind", traject="T-0042"):
    return {"doel_nr": doel_nr, "moment": moment, "score": score, "traject": traject}


def content(score=8, informant="jeugdige", traject="T-0042", **more):
    base = {"informant": informant, "instrument": "exit", "schaal_max": 10, "schaal_min": 1}
    return base | {"score": score, "traject": traject} | more


# bundles


def compress(data, size=True, checksum=True):
    options = ([] if size else ["--no-content-size"]) + ([] if checksum else ["--no-check"])
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return subprocess.run(["zstd", "-3qc", *options, file.name], capture_output=True, check=True).stdout


def compress_with_window(data, bits):
    """A frame that does not say its size, and wants a window of 2 to the power `bits`."""
    command = ["zstd", "-3qc", "--no-check", f"--zstd=wlog={bits}"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def single_segment(mebibytes):
    """A frame that gives no window, so that it needs one of its whole size (RFC 8878): 48 KiB as they are, so that it
    is within the bounds of bundle.md, and zeros."""
    noise = b"".join(hashlib.sha512(b"%d" % n).digest() for n in range(768))
    blocks = [(len(noise) << 3, noise)] + [(1 << 17 << 3 | 1 << 1, b"\0")] * (mebibytes * 8 - 1)
    blocks.append((((1 << 17) - len(noise)) << 3 | 1 << 1 | 1, b"\0"))
    frame = b"\x28\xb5\x2f\xfd\xa0" + (mebibytes << 20).to_bytes(4, "little")
    return frame + b"".join(head.to_bytes(3, "little") + data for head, data in blocks)


def segment(writer, first=1, last=None, forked=False):
    """A segment's entry in the manifest, and its bytes."""
    last = last or writer.seq
    data = "".join(text + "\n" for text in writer.texts[first - 1 : last]).encode()
    item = {"bytes": len(data), "chain": writer.lines[last - 1].chain, "first": first, "last": last}
    item |= {"log": writer.log, "sha256": hashlib.sha256(data).hexdigest()}
    if first > 1:
        item["after"] = writer.lines[first - 2].chain
    item["path"] = bundles.paths(item)[forked]
    return item, data


def frontier(*writers):
    return {
        w.log: [{"chain": w.lines[n - 1].chain, "seq": n} for n in frontier_numbers(w.seq)] for w in writers
    }


def segment_order(segment):
    item = segment[0]
    return item["log"], item["first"], item["last"], item.get("chain", "")


def manifest(writer, segments, attachments=(), **changes):
    items = [item for item, _ in sorted(segments, key=segment_order)]
    files = [{"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for data in attachments]
    base = {"attachments": sorted(files, key=lambda file: file["sha256"]), "bundle": 1, "for": []}
    base |= {"frontier": {}, "missing": [], "segments": items, "workspace": writer.workspace, "writer": writer.log}
    return base | changes


def sign(key, data):
    return bundles.armored(bundles.signature_blob(key.public, key.sign(bundles.signed_bytes(data))))


def files_of(data, key, segments, attachments=()):
    """The entries of a bundle whose manifest has these bytes."""
    found = [("manifest.json", data), ("manifest.json.sig", sign(key, data))]
    found += [(item["path"], content) for item, content in sorted(segments, key=segment_order)]
    named = {hashlib.sha256(content).hexdigest(): content for content in attachments}
    return found + [("attachments/" + name, named[name]) for name in sorted(named)]


def make_bundle(writer, segments, attachments=(), **changes):
    data = jcs(manifest(writer, segments, attachments, **changes))
    return compress(tar(files_of(data, writer.key, segments, attachments)))
