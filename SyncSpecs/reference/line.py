"""Lines and logs: members, digest, link and chain (line.md); line 1, checkpoints, branches (log.md)."""
import base64
import hashlib
import re
from datetime import datetime

from .canonical import Held, jcs, need, parse
from .ed25519 import verifies

LARGEST_LINE = 1_048_576
STRUCTURAL = {"log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"}
LINE_MEMBERS = {"chain", "digest", "head", "payload", "salt"}
HEAD_MEMBERS = {"at", "kind", "log", "replaces", "seq"}
HEADER_MEMBERS = {"audience", "follows", "format", "public_key", "regio", "workspace"}
AUDIENCES = ("gedeeld", "regio", "prive")
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LOG_ID = f"[{ALPHABET}]{{12}}"
REFERENCE = rf"({LOG_ID}):([1-9][0-9]{{0,14}})#[A-Za-z0-9_-]{{4}}"
AT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]\.[0-9]{3}Z"
KIND = r"[a-z][a-z0-9_]{0,63}"

# forms of values

def matches(pattern, text):
    return isinstance(text, str) and re.fullmatch(pattern, text)
def is_log(value):
    return matches(LOG_ID, value)
def is_count(value, least=0):
    return type(value) is int and value >= least
def is_ascending(items):
    return all(a < b for a, b in zip(items, items[1:]))
def is_instant(text):
    try:
        return matches(AT, text) and datetime.fromisoformat(text)
    except ValueError:
        return False
def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def from_base64url(text, count):
    """Exactly `count` bytes, spare bits zero; else None."""
    if not matches(rf"[A-Za-z0-9_-]{{{(count * 8 + 5) // 6}}}", text):
        return None
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if base64url(data) == text else None

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
    try:
        key = base64.b64decode(text.removeprefix("ssh-ed25519 "))[-32:]
    except ValueError:
        return None
    return key if openssh(key) == text else None

class Line:
    """The members of one line, each of the right form. In its place it also has `link`, the key of the line `before`
    it on its branch (None for line 1), and `header`, what line 1 of the branch says."""
    link = before = header = None

    def __init__(self, text):
        need(len(text) <= LARGEST_LINE, "line_too_long")
        value = parse(text)
        need(isinstance(value, dict), "member")
        head = value.get("head")
        if set(value) - LINE_MEMBERS or (isinstance(head, dict) and set(head) - HEAD_MEMBERS):
            raise Held()
        need(isinstance(head, dict), "member")
        self.head, self.chain, self.payload = head, value.get("chain"), value.get("payload")
        self.at, self.kind, self.log, self.seq = map(head.get, ("at", "kind", "log", "seq"))
        self.replaces = head.get("replaces", [])
        need(is_instant(self.at) and matches(KIND, self.kind) and is_log(self.log) and is_count(self.seq, 1), "member")
        need(isinstance(self.replaces, list) and (self.replaces or "replaces" not in head), "member")
        named = [matches(REFERENCE, text) for text in self.replaces]
        need(all(one and (one[1] != self.log or int(one[2]) < self.seq) for one in named), "member")
        need(is_ascending(self.replaces) and from_base64url(self.chain, 8), "member")
        if "digest" in value:
            self.digest = from_base64url(value["digest"], 32)
            need(self.digest and not {"payload", "salt"} & set(value) and self.kind not in STRUCTURAL, "member")
        else:
            need(isinstance(self.payload, dict) and from_base64url(value.get("salt"), 12), "member")
            self.digest = payload_digest(value["salt"], self.payload)
        self.key, self.ref = (self.log, self.seq, self.chain), f"{self.log}:{self.seq}#{self.chain[:4]}"

    def follow(self, previous_link):
        """Checks the chain, and knows its link from then on."""
        self.link = link_after(previous_link, self.head, self.digest)
        need(chain_of(self.link) == self.chain, "chain")
        return self

class Header:
    """What line 1 says."""
    def __init__(self, line, workspace=None):
        payload = line.payload
        need(line.kind == "log", "first_line")
        if isinstance(payload.get("format"), int) and payload["format"] > 1:
            raise Held()
        need(HEADER_MEMBERS - {"follows"} <= set(payload) <= HEADER_MEMBERS, "first_line")
        need(all(isinstance(payload[name], str) for name in set(payload) - {"format"}), "first_line")
        self.audience, self.follows, self.regio = payload["audience"], payload.get("follows"), payload["regio"]
        self.workspace, self.key = payload["workspace"], from_openssh(payload["public_key"])
        need(payload["format"] == 1 and self.audience in AUDIENCES and self.key, "first_line")
        need(is_log(self.workspace) and (self.follows is None or is_log(self.follows)), "first_line")
        need(log_id(self.key) == line.log, "key")
        need(workspace in (None, self.workspace), "workspace")

def checkpoint_message(workspace, log, seq, link):
    """What the checkpoint after line `seq` signs."""
    return f"veldlog checkpoint 1\n{workspace}\n{log}\n{seq}\n{base64url(link)}".encode()

def vouched_link(line, header):
    """The link that a checkpoint vouches for, or None."""
    link, signature = from_base64url(line.payload.get("link"), 32), from_base64url(line.payload.get("signature"), 64)
    if len(line.payload) != 2 or not link or not signature:
        return None
    message = checkpoint_message(header.workspace, line.log, line.seq - 1, link)
    return link if verifies(header.key, signature, message) else None

class Walk:
    """Steps along one branch, from line 1 or after a line that is held; after a fault it stands where it stood."""
    def __init__(self, log, workspace=None, after=None):
        self.log, self.workspace, self.last = log, workspace, after
        self.seq, self.link, self.header = (after.seq, after.link, after.header) if after else (0, origin(log), None)

    def step(self, text):
        line = Line(text)
        need(line.log == self.log, "log")
        need(line.seq == self.seq + 1, "seq")
        line.follow(self.link)
        if line.seq == 1:
            self.header = Header(line, self.workspace)
        if line.kind == "checkpoint":
            need(vouched_link(line, self.header) == self.link, "checkpoint")
        line.before, line.header = self.last and self.last.key, self.header
        self.seq, self.link, self.last = line.seq, line.link, line
        return line
