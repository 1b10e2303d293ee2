"""Canonical JSON (RFC 8785) as line.md fixes it: a strict reader over bytes, and a writer."""

import re
from decimal import Decimal

LARGEST = 2**53 - 1
DEEPEST = 32
NUMBER = re.compile(rb"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
SHORT = {8: "b", 9: "t", 10: "n", 12: "f", 13: "r"}
LETTERS = {v: chr(k) for k, v in SHORT.items()} | {'"': '"', "\\": "\\"}


class Refused(Exception):
    """What is wrong, in one word of the pages, and at which byte."""

    def __init__(self, reason, offset=None, line=None, member=None):
        super().__init__(f"{reason} {member or ''} at byte {offset}, line {line}")
        self.reason, self.offset, self.line, self.member = reason, offset, line, member


class Held(Exception):
    """Written by a newer Veldlog: kept, not read."""


def utf16(key):
    """What keys are sorted by: their UTF-16 code units."""
    return key.encode("utf-16-be")


def number_text(value):
    """A number as ECMAScript writes it."""
    if isinstance(value, int):
        return str(value)
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    point = len(text) + exponent
    text = text.rstrip("0")
    if len(text) <= point <= 21:
        text += "0" * (point - len(text))
    elif 0 < point <= 21:
        text = text[:point] + "." + text[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        mantissa = text[0] + ("." + text[1:] if len(text) > 1 else "")
        text = f"{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return ("-" if sign else "") + text


def text_of(value):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        return '"' + "".join(map(escaped, value)) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    return "{" + ",".join(text_of(k) + ":" + text_of(value[k]) for k in sorted(value, key=utf16)) + "}"


def escaped(character):
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if code < 0x20:
        return "\\" + SHORT[code] if code in SHORT else f"\\u{code:04x}"
    return character


def jcs(value):
    """The canonical bytes of a value."""
    return text_of(value).encode()


def parse(data):
    """The value that these bytes are the canonical form of, or Refused."""
    scanner = Scanner(data)
    value = scanner.value(1)
    if scanner.at < len(data):
        scanner.stop()
    return value


class Scanner:
    def __init__(self, data):
        self.data, self.at = data, 0

    def peek(self):
        return self.data[self.at : self.at + 1]

    def stop(self):
        """Refuses the byte that stands here."""
        raise Refused("not_canonical" if self.peek() in (b" ", b"\t", b"\n", b"\r") else "not_json", self.at)

    def take(self, byte):
        if self.peek() != byte:
            return False
        self.at += 1
        return True

    def expect(self, byte):
        if not self.take(byte):
            self.stop()

    def value(self, depth):
        first = self.peek()
        if first in (b"{", b"["):
            if depth > DEEPEST:
                raise Refused("depth", self.at)
            self.at += 1
            return self.object(depth) if first == b"{" else self.array(depth)
        if first == b'"':
            return self.string()
        for word, meaning in ((b"true", True), (b"false", False), (b"null", None)):
            if self.data.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def array(self, depth):
        items = []
        if self.take(b"]"):
            return items
        while True:
            items.append(self.value(depth + 1))
            if not self.take(b","):
                self.expect(b"]")
                return items

    def object(self, depth):
        members, last = {}, None
        if self.take(b"}"):
            return members
        while True:
            start = self.at
            key = self.string()
            if last is not None and utf16(key) <= utf16(last):
                raise Refused("repeated_key" if key == last else "key_order", start)
            self.expect(b":")
            members[key] = self.value(depth + 1)
            last = key
            if not self.take(b","):
                self.expect(b"}")
                return members

    def string(self):
        self.expect(b'"')
        text = []
        while True:
            start = self.at
            while self.peek() not in (b'"', b"\\", b"") and self.data[self.at] >= 0x20:
                self.at += 1
            try:
                text.append(self.data[start : self.at].decode("utf-8"))
            except UnicodeDecodeError as error:
                raise Refused("utf8", start + error.start) from None
            if self.take(b'"'):
                return "".join(text)
            if self.peek() != b"\\":
                raise Refused("not_json", self.at)
            text.append(self.escape())

    def escape(self):
        start = self.at
        letter = self.data[start + 1 : start + 2].decode("latin-1")
        if letter in LETTERS and letter:
            self.at += 2
            return LETTERS[letter]
        digits = self.data[start + 2 : start + 6]
        if letter == "u" and re.fullmatch(rb"[0-9a-fA-F]{4}", digits):
            code = int(digits, 16)
            if code < 0x20 and code not in SHORT and digits == digits.lower():
                self.at += 6
                return chr(code)
            raise Refused("not_canonical", start)
        raise Refused("not_canonical" if letter == "/" else "not_json", start)

    def number(self):
        match = NUMBER.match(self.data, self.at)
        if not match:
            self.stop()
        text = match.group().decode()
        whole = match.group(2) is None and match.group(3) is None
        value = int(text) if whole else float(text)
        if text == "-0" or abs(value) > LARGEST:
            raise Refused("number", self.at)
        if number_text(value) != text:
            raise Refused("not_canonical", self.at)
        self.at = match.end()
        return value
