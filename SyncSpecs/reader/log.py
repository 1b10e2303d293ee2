"""One log: line 1, checkpoints, the torn tail, and what verify reports (log.md)."""

import base64
import re
import struct

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .canonical import Held, Refused
from .line import LOG_ID, Line, base64url, from_base64url, log_id, need, origin, read_line

AUDIENCES = ("gedeeld", "regio", "prive")
HEADER_MEMBERS = {"audience", "follows", "format", "public_key", "regio", "workspace"}


def ssh_string(data):
    return struct.pack(">I", len(data)) + data


def openssh(public_key):
    return "ssh-ed25519 " + base64.b64encode(ssh_string(b"ssh-ed25519") + ssh_string(public_key)).decode()


def from_openssh(text):
    parts = text.split(" ")
    if len(parts) != 2:
        return None
    try:
        key = base64.b64decode(parts[1], validate=True)[-32:]
    except ValueError:
        return None
    return key if openssh(key) == text else None


def verifies(public_key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def checkpoint_message(workspace, log, seq, link):
    """What the checkpoint after line `seq` signs."""
    return f"veldlog checkpoint 1\n{workspace}\n{log}\n{seq}\n{base64url(link)}".encode()


class Header:
    """What line 1 says."""

    def __init__(self, line, workspace=None):
        payload = line.payload
        need(line.kind == "log" and payload is not None, "first_line")
        version = payload.get("format")
        if isinstance(version, int) and version > 1:
            raise Held()
        need(HEADER_MEMBERS - {"follows"} <= set(payload) <= HEADER_MEMBERS, "first_line")
        texts = [payload[name] for name in sorted(set(payload) - {"format"})]
        need(version == 1 and all(isinstance(text, str) for text in texts), "first_line")
        self.audience, self.follows, self.regio = payload["audience"], payload.get("follows"), payload["regio"]
        self.workspace, self.key = payload["workspace"], from_openssh(payload["public_key"])
        need(self.audience in AUDIENCES and self.key, "first_line")
        need(re.fullmatch(LOG_ID, self.workspace), "first_line")
        need(self.follows is None or re.fullmatch(LOG_ID, self.follows), "first_line")
        need(log_id(self.key) == line.log, "key")
        need(workspace in (None, self.workspace), "workspace")


def vouched_link(line, header):
    """The link that a checkpoint vouches for; None when its form or signature is wrong."""
    payload = line.payload or {}
    link, signature = from_base64url(payload.get("link"), 32), from_base64url(payload.get("signature"), 64)
    if set(payload) != {"link", "signature"} or link is None or signature is None:
        return None
    message = checkpoint_message(header.workspace, line.log, line.seq - 1, link)
    return link if verifies(header.key, signature, message) else None


class Walk:
    """Steps along one branch; after a fault it stands where it stood."""

    def __init__(self, log, workspace=None):
        self.log, self.workspace = log, workspace
        self.seq, self.link, self.header, self.checkpoints = 0, origin(log), None, []

    def step(self, text):
        line = read_line(text, self.log, self.seq, self.link)
        if line.seq == 1:
            self.header = Header(line, self.workspace)
        if line.kind == "checkpoint":
            need(vouched_link(line, self.header) == self.link, "checkpoint")
        return self.accept(line)

    def accept(self, line):
        self.seq, self.link = line.seq, line.link
        if line.kind == "checkpoint":
            self.checkpoints.append(line.seq)
        return line

    def resume(self, text):
        """Goes on at a checkpoint that holds; says whether it did."""
        try:
            line = Line(text)
            link = vouched_link(line, self.header) if self.header and line.kind == "checkpoint" else None
            if link is None or line.log != self.log or line.seq <= self.seq:
                return False
            self.accept(line.follow(link))
        except (Refused, Held):
            return False
        return True


def read_log(texts, log, workspace=None):
    """All lines of one branch from line 1 on, or Refused with the line's number."""
    walk, lines = Walk(log, workspace), []
    for number, text in enumerate(texts, 1):
        try:
            lines.append(walk.step(text))
        except Refused as fault:
            raise Refused(fault.reason, fault.offset, number, fault.member) from None
    return walk, lines


def split(data):
    """Whole lines without their line feeds, and the torn tail."""
    *lines, tail = data.split(b"\n")
    return lines, tail


def verify(data, log, workspace=None):
    """Findings over the bytes of a log in one file, in the order of the file."""
    lines, tail = split(data)
    walk, findings, unchecked = Walk(log, workspace), [], None
    for number, text in enumerate(lines, 1):
        if unchecked is not None:
            if walk.resume(text):
                if unchecked < number:
                    findings.append({"unchecked": [unchecked, number - 1]})
                unchecked = None
            continue
        try:
            walk.step(text)
        except Refused as fault:
            findings.append({"line": number, "refuse": fault.reason})
            unchecked = number + 1
        except Held:
            findings.append({"line": number, "held": True})
            unchecked = number + 1
    if unchecked is not None and unchecked <= len(lines):
        findings.append({"unchecked": [unchecked, len(lines)]})
    if tail:
        findings.append({"torn": len(data) - len(tail), "bytes": len(tail)})
    return findings
