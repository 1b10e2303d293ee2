"""One line: members, digest, link and chain (line.md)."""

import base64
import hashlib
import re
from datetime import datetime

from .canonical import Held, Refused, jcs, parse

LARGEST_LINE = 1_048_576
STRUCTURAL = {"log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"}
LINE_MEMBERS = {"chain", "digest", "head", "payload", "salt"}
HEAD_MEMBERS = {"at", "kind", "log", "replaces", "seq"}
LOG_ID = r"[0-9a-hjkmnp-tv-z]{12}"
REFERENCE = re.compile(rf"({LOG_ID}):([1-9][0-9]{{0,14}})#([A-Za-z0-9_-]{{4}})")
AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text, count):
    """Exactly `count` bytes, spare bits zero; else None."""
    if not isinstance(text, str) or not re.fullmatch(r"[A-Za-z0-9_-]*", text):
        return None
    if len(text) != (count * 8 + 5) // 6:
        return None
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if len(data) == count and base64url(data) == text else None


def log_id(public_key):
    bits = int.from_bytes(sha256(public_key), "big") >> 196
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(55, -1, -5))


def origin(log):
    """link(0)"""
    return sha256(b"veldlog log 1\n", log.encode())


def payload_digest(salt, payload):
    return sha256(b"veldlog payload 1\n", salt.encode(), jcs(payload))


def link_after(previous, head, digest):
    return sha256(b"veldlog link 1\n", previous, jcs(head), digest)


def chain_of(link):
    return base64url(link[:8])


class Line:
    """The members of one line, each of the right form; `link` is set once the chain was checked."""

    def __init__(self, text):
        if len(text) > LARGEST_LINE:
            raise Refused("line_too_long")
        value = parse(text)
        member(isinstance(value, dict), "")
        head = value.get("head")
        if set(value) - LINE_MEMBERS or (isinstance(head, dict) and set(head) - HEAD_MEMBERS):
            raise Held()
        self.text, self.head, self.link = text, head, None
        member(isinstance(head, dict), "head")
        self.read_head(head)
        self.chain = value.get("chain")
        member(from_base64url(self.chain, 8), "chain")
        self.read_payload(value)

    def read_head(self, head):
        self.at, self.kind, self.log, self.seq = map(head.get, ("at", "kind", "log", "seq"))
        self.replaces = head.get("replaces", [])
        member(is_text(self.at) and is_instant(self.at), "at")
        member(is_text(self.kind) and re.fullmatch(r"[a-z][a-z0-9_]{0,63}", self.kind), "kind")
        member(is_text(self.log) and re.fullmatch(LOG_ID, self.log), "log")
        member(type(self.seq) is int and self.seq >= 1, "seq")
        member(isinstance(self.replaces, list) and all(map(is_text, self.replaces)), "replaces")
        member("replaces" not in head or self.replaces, "replaces")
        member(all(a < b for a, b in zip(self.replaces, self.replaces[1:])), "replaces")
        for text in self.replaces:
            match = REFERENCE.fullmatch(text)
            member(match and (match[1] != self.log or int(match[2]) < self.seq), "replaces")

    def read_payload(self, value):
        self.payload = value.get("payload")
        if "digest" in value:
            member("payload" not in value and "salt" not in value, "digest")
            self.digest = from_base64url(value["digest"], 32)
            member(self.digest and self.kind not in STRUCTURAL, "digest")
        else:
            member(isinstance(self.payload, dict), "payload")
            member(from_base64url(value.get("salt"), 12), "salt")
            self.digest = payload_digest(value["salt"], self.payload)

    def follow(self, previous_link):
        """Checks the chain, and knows its link from then on."""
        link = link_after(previous_link, self.head, self.digest)
        need(chain_of(link) == self.chain, "chain")
        self.link = link
        return self

    @property
    def ref(self):
        return f"{self.log}:{self.seq}#{self.chain[:4]}"


def need(condition, reason):
    if not condition:
        raise Refused(reason)


def member(condition, name):
    """Refuses a line whose member is missing or not of its form."""
    if not condition:
        raise Refused("member", member=name)


def is_text(value):
    return isinstance(value, str)


def is_instant(text):
    if not AT.fullmatch(text):
        return False
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return False
    return text[17:19] != "60" and text[17:19] != "61"


def read_line(text, log, previous_seq, previous_link):
    """A line in its place: the right log, the next number, a chain that follows."""
    line = Line(text)
    need(line.log == log, "log")
    need(line.seq == previous_seq + 1, "seq")
    return line.follow(previous_link)
