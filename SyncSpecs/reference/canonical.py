"""Canonical JSON (RFC 8785) as line.md fixes it."""
import json
from decimal import Decimal

LARGEST, DEEPEST = 2**53 - 1, 32

class Refused(Exception):
    """What is wrong, in a word of the pages; of a segment also at which line."""
    def __init__(self, reason, line=None):
        super().__init__(reason)
        self.reason, self.line = reason, line

class Held(Exception):
    """Written by a newer Veldlog: kept, not read."""

def need(condition, reason):
    if not condition:
        raise Refused(reason)

def jcs(value):
    """The canonical bytes of a value."""
    return text_of(value, 1).encode()

def text_of(value, depth):
    if isinstance(value, (dict, list)) and depth > DEEPEST:
        raise ValueError("nested too deep")
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{text_of(value[key], depth + 1)}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(text_of(item, depth + 1) for item in value) + "]"
    if isinstance(value, (int, float)) and abs(value) > LARGEST:
        raise ValueError("a number beyond the bounds")
    return number_text(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)

def number_text(value):
    """A double within the bounds as ECMAScript writes it."""
    if value == int(value):
        return str(int(value))
    digits, _, exponent = repr(value).partition("e-")
    return f"{digits}e-{int(exponent)}" if exponent and int(exponent) > 6 else format(Decimal(repr(value)), "f")

def parse(data):
    """The value that these bytes are the canonical form of. Which byte of another form is at fault, it does not say."""
    try:
        value = json.loads(data.decode())
        need(jcs(value) == data, "not_canonical")
        return value
    except (ValueError, RecursionError):
        raise Refused("not_canonical") from None
