"""Lines and logs: members, digest, link and chain (line.md); line 1, checkpoints, branches (log.md)."""
import base64
import hashlib
from datetime import datetime

from .ed25519 import verifies
from .values import Held, base64url, coded, from_base64url, is_text, jcs, list_of, matching, need, object_of
from .values import parse, whole_from

LARGEST_LINE = 1_048_576
STRUCTURAL = {"log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"}
AUDIENCES = ("gedeeld", "regio", "prive")
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

# hashes, ids and keys

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()
def origin(log):
    """link(0)"""
    return sha256(b"veldlog log 1\n", log.encode())
def payload_digest(salt, payload):
    return sha256(b"veldlog payload 1\n", salt.encode(), jcs(payload))
def link_after(previous, head, digest):
    return sha256(b"veldlog link 1\n", previous, jcs(head), digest)
def chain_of(link):
    return base64url(link[:8])
def log_id(public_key):
    bits = int.from_bytes(sha256(public_key), "big") >> 196
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(55, -1, -5))
def ssh_string(data):
    return len(data).to_bytes(4, "big") + data
def openssh(public_key):
    return "ssh-ed25519 " + base64.b64encode(ssh_string(b"ssh-ed25519") + ssh_string(public_key)).decode()
def from_openssh(text):
    return base64.b64decode(text.removeprefix("ssh-ed25519 "))[-32:]

# forms

def is_key(value):
    return is_key_text(value) and openssh(from_openssh(value)) == value
def is_instant(value):
    try:
        return is_instant_text(value) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False

is_key_text = matching(r"ssh-ed25519 [A-Za-z0-9+/]{68}")
is_instant_text = matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]\.[0-9]{3}Z")
is_log = matching(f"[{ALPHABET}]{{12}}")
is_reference = matching(f"[{ALPHABET}]{{12}}:[1-9][0-9]{{0,14}}#[A-Za-z0-9_-]{{4}}")
HEAD = {
    "at": is_instant, "kind": matching("[a-z][a-z0-9_]{0,63}"), "log": is_log,
    "replaces": list_of(is_reference, order=str), "seq": whole_from(1),
}
LINE = {
    "chain": coded(8), "digest": coded(32), "head": object_of(HEAD, {"replaces"}),
    "payload": lambda value: isinstance(value, dict), "salt": coded(12),
}
WHOLE, BARE = {"chain", "head", "payload", "salt"}, {"chain", "digest", "head"}
is_line = object_of(LINE, {"digest", "payload", "salt"})
is_first_payload = object_of({
    "audience": AUDIENCES.__contains__, "follows": is_log, "format": whole_from(1), "public_key": is_key,
    "regio": is_text, "workspace": is_log,
}, {"follows"})
is_checkpoint_payload = object_of({"link": coded(32), "signature": coded(64)})

class Line:
    """One line, its members each of the right form. In its place it also has `link`, the key of the line
    `before` it (or None), the `first` line of its branch, and of that `audience`, `regio` and `follows`."""

    def __init__(self, text):
        need(len(text) <= LARGEST_LINE, "line_too_long")
        value = parse(text)
        need(isinstance(value, dict), "member")
        head = value.get("head")
        if value.keys() - LINE or (isinstance(head, dict) and head.keys() - HEAD):
            raise Held()
        need(is_line(value) and value.keys() in (WHOLE, BARE), "member")
        self.head, self.chain, self.payload = head, value["chain"], value.get("payload")
        self.at, self.kind, self.log, self.seq = (head[name] for name in ("at", "kind", "log", "seq"))
        self.replaces = head.get("replaces", [])
        need(self.replaces or "replaces" not in head, "member")
        need(all(int(ref[13:-5]) < self.seq for ref in self.replaces if ref[:12] == self.log), "member")
        is_bare = self.payload is None
        need(not is_bare or self.kind not in STRUCTURAL, "member")
        given = value["digest"] if is_bare else value["salt"]
        self.digest = from_base64url(given) if is_bare else payload_digest(given, self.payload)
        self.key, self.ref = (self.log, self.seq, self.chain), f"{self.log}:{self.seq}#{self.chain[:4]}"

    def follow(self, previous_link):
        """Checks the chain, and knows its link from then on."""
        self.link = link_after(previous_link, self.head, self.digest)
        need(chain_of(self.link) == self.chain, "chain")
        return self

def check_first(line, workspace):
    """Checks what line 1 says."""
    need(line.kind == "log", "first_line")
    if whole_from(2)(line.payload.get("format")):
        raise Held()
    need(is_first_payload(line.payload), "first_line")
    need(log_id(from_openssh(line.payload["public_key"])) == line.log, "key")
    need(workspace in (None, line.payload["workspace"]), "workspace")

def checkpoint_message(workspace, log, seq, link):
    """What the checkpoint after line `seq` signs."""
    return f"veldlog checkpoint 1\n{workspace}\n{log}\n{seq}\n{base64url(link)}".encode()

def vouched_link(line, first):
    """The link that a checkpoint vouches for, or None; `first` is line 1 of its log."""
    if not is_checkpoint_payload(line.payload):
        return None
    link, signature = (from_base64url(line.payload[name]) for name in ("link", "signature"))
    message = checkpoint_message(first.payload["workspace"], line.log, line.seq - 1, link)
    return link if verifies(from_openssh(first.payload["public_key"]), signature, message) else None

class Walk:
    """Steps along one branch, from line 1 or after a line; after a fault it stands where it stood."""
    def __init__(self, log, workspace=None, after=None):
        self.log, self.workspace, self.last, self.first = log, workspace, after, after and after.first
        self.seq, self.link = (after.seq, after.link) if after else (0, origin(log))

    def step(self, text):
        line = Line(text)
        need(line.log == self.log, "log")
        need(line.seq == self.seq + 1, "seq")
        line.follow(self.link)
        if line.seq == 1:
            check_first(line, self.workspace)
        line.first, line.before = self.first or line, self.last and self.last.key
        if line.kind == "checkpoint":
            need(vouched_link(line, line.first) == self.link, "checkpoint")
        line.audience, line.regio = line.first.payload["audience"], line.first.payload["regio"]
        line.follows = line.first.payload.get("follows")
        self.seq, self.link, self.first, self.last = line.seq, line.link, line.first, line
        return line
