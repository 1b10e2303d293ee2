"""Values: canonical JSON (RFC 8785) as line.md fixes it, and the forms that the pages give to members."""
import base64
import json
import re
from decimal import Decimal
from json.encoder import encode_basestring as quoted

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
    if is_text(value):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    need(depth <= DEEPEST, "not_canonical")
    if isinstance(value, list):
        return "[" + ",".join([text_of(item, depth + 1) for item in value]) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join([f"{quoted(key)}:{text_of(value[key], depth + 1)}" for key in keys]) + "}"

def number_text(value):
    """A number as ECMAScript writes it."""
    need(abs(value) <= LARGEST, "not_canonical")
    if value == int(value):
        return str(int(value))
    digits, _, exponent = repr(value).partition("e-")
    return f"{digits}e-{int(exponent)}" if int(exponent or 0) > 6 else format(Decimal(repr(value)), "f")

def parse(data):
    """The value that these bytes are the canonical form of. What is wrong with others, it does not say."""
    try:
        value = json.loads(data.decode())
        need(jcs(value) == data, "not_canonical")
        return value
    except (ValueError, RecursionError):
        raise Refused("not_canonical") from None

def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

# Forms: each tells whether a value has it.

def is_text(value):
    return isinstance(value, str)

def matching(expression):
    """A text of this expression, from its first character to its last."""
    whole = re.compile(expression)
    return lambda value: is_text(value) and whole.fullmatch(value) is not None

def coded(count):
    """So many bytes in base64url, the spare bits zero."""
    is_coded = matching(f"[A-Za-z0-9_-]{{{(count * 8 + 5) // 6}}}")
    return lambda value: is_coded(value) and base64url(from_base64url(value)) == value

def whole_from(least):
    """A whole number that is not less."""
    return lambda value: type(value) is int and value >= least

def list_of(is_item, order=None):
    """A list of such items; with `order`, strictly ascending by it."""
    def is_list(value):
        if not isinstance(value, list) or not all(map(is_item, value)):
            return False
        ranks = list(map(order, value)) if order else []
        return all(a < b for a, b in zip(ranks, ranks[1:]))
    return is_list

def object_of(members, optional=(), is_open=False):
    """An object of these members, each of its form; unless it is open, of no others."""
    def is_object(value):
        if not isinstance(value, dict) or not (is_open or value.keys() <= members.keys()):
            return False
        return all(is_form(value[k]) if k in value else k in optional for k, is_form in members.items())
    return is_object
