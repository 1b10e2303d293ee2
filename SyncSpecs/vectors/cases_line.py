"""Cases for line.md. A `^` in a text marks the byte that a reader names; it is no part of the text."""

import base64

from reference.values import jcs
from reference.line import base64url, chain_of, link_after, origin, payload_digest, sha256
from writer import Key, Writer, goal, start, without_payload

KEY = Key("line")
LOG, SEQ = KEY.log, 17
PREVIOUS = sha256(b"veldlog test link 16")
SALT = base64url(sha256(b"veldlog test salt")[:12])
HEAD = {"at": "2026-03-02T09:14:07.123Z", "kind": "doelscore", "log": LOG, "seq": SEQ}
OTHER = Key("line other").log


def raw(payload=None, head=None, salt=SALT):
    """A line whose digest and chain are right over the bytes as they stand, canonical or not."""
    payload = payload if payload is not None else jcs(goal())
    head = head if head is not None else jcs(HEAD)
    digest = sha256(b"veldlog payload 1\n", salt.encode(), unmarked(payload))
    link = sha256(b"veldlog link 1\n", PREVIOUS, unmarked(head), digest)
    return b'{"chain":"%s","head":%s,"payload":%s,"salt":"%s"}' % (
        chain_of(link).encode(),
        head,
        payload,
        salt.encode(),
    )


def unmarked(data):
    return data.replace(b"^", b"")


def case(name, hunts, data, refuse=None, member=None, held=False, **place):
    data = data.encode() if isinstance(data, str) else data
    found = {"name": name, "hunts": hunts, "accept": not refuse and not held}
    found |= {"log": LOG, "previous_seq": SEQ - 1, "previous_link": base64url(PREVIOUS)} | place
    if refuse:
        found["expect"] = {"refuse": refuse} | ({"member": member} if member else {})
        if b"^" in data:
            found["expect"]["offset"] = data.index(b"^")
    elif held:
        found["expect"] = {"held": True}
    data = unmarked(data)
    try:
        found["line"] = data.decode()
    except UnicodeDecodeError:
        found["line_base64"] = base64.b64encode(data).decode()
    return found


def payload_case(name, hunts, payload, refuse=None):
    return case(name, hunts, raw(payload.encode() if isinstance(payload, str) else payload), refuse)


def head_case(name, hunts, refuse=None, member=None, held=False, without=None, **changes):
    head = {key: value for key, value in (HEAD | changes).items() if key != without}
    return case(name, hunts, raw(head=jcs(head)), refuse, member, held)


def nested(depth):
    """A payload that makes a line nest so deep; the line and its payload are the first two."""
    return '{"a":' + "[" * (depth - 2) + "]" * (depth - 2) + "}"


def value_of(data, name, new):
    """The line with one top-level member's value replaced, its chain left as it was."""
    import json

    value = json.loads(data)
    value |= {name: new} if new is not None else {}
    if new is None:
        del value[name]
    return jcs(value)


def canonical_cases():
    good = raw()
    yield case("a fact", "nothing: the plain line", good)
    yield payload_case("an empty payload", "a reader that wants members", "{}")
    yield payload_case(
        "non-ASCII text stands as it is", "escaping beyond the canonical form", '{"tekst":"één € 😀 \u2028\x7f"}'
    )
    yield payload_case("decomposed text is kept", "a reader that normalises before it hashes", '{"tekst":"e\u0301"}')
    yield payload_case(
        "keys alike but for normalisation are two",
        "comparing keys by canonical equivalence",
        '{"e\u0301":1,"\u00e9":2}',
    )
    yield payload_case(
        "control characters in their short and long form",
        "another escape table",
        '{"tekst":"\\b\\t\\n\\f\\r\\u0000\\u001f\\"\\\\/"}',
    )
    yield payload_case(
        "keys sort by UTF-16 code units",
        "sorting keys by UTF-8 bytes or code points",
        '{"\u20ac":1,"\U0001f600":2,"\ufb33":3}',
    )
    yield payload_case(
        "keys sorted by code point",
        "sorting keys by UTF-8 bytes or code points",
        '{"\u20ac":1,"\ufb33":2,^"\U0001f600":3}'.encode(),
        "key_order",
    )
    yield payload_case(
        "the largest whole numbers", "a bound that is off by one", '{"a":9007199254740991,"b":-9007199254740991}'
    )
    yield payload_case(
        "fractions as ECMAScript writes them",
        "another number form",
        '{"a":0.1,"b":1e-7,"c":0.000001,"d":5e-324,"e":-4.5,"f":333333333.3333333,"g":1.5e-10}',
    )
    yield payload_case("32 levels, the line's own object counted", "a bound that is off by one", nested(32))
    deep = nested(33)
    at = deep.index("[") + 30
    yield payload_case("33 levels", "a bound that is off by one", deep[:at] + "^" + deep[at:], "depth")
    for name, text, reason in (
        ("a space after a colon", '{"a":^ 1}', "not_canonical"),
        ("a space before a brace", '{"a":1^ }', "not_canonical"),
        ("a tab after a comma", '{"a":1,^\t"b":2}', "not_canonical"),
        ("keys out of order", '{"b":1,^"a":2}', "key_order"),
        ("a longer key before its beginning", '{"ab":1,^"a":2}', "key_order"),
        ("a repeated key", '{"a":1,^"a":1}', "repeated_key"),
        ("an escaped slash", '{"a":"^\\/"}', "not_canonical"),
        ("an escaped letter", '{"a":"^\\u0041"}', "not_canonical"),
        ("an escape in capitals", '{"a":"^\\u001F"}', "not_canonical"),
        ("a long escape that has a short form", '{"a":"^\\u000a"}', "not_canonical"),
        ("an escaped delete character", '{"a":"^\\u007f"}', "not_canonical"),
        ("an escaped pair of surrogates", '{"a":"^\\ud83d\\ude00"}', "not_canonical"),
        ("an escaped lone surrogate", '{"a":"^\\ud800"}', "not_canonical"),
        ("an unknown escape", '{"a":"^\\x41"}', "not_json"),
        ("a control character as it is", '{"a":"^\x01"}', "not_json"),
        ("a whole number with a point", '{"a":^1.0}', "not_canonical"),
        ("a fraction with a spare zero", '{"a":^4.50}', "not_canonical"),
        ("a whole number with an exponent", '{"a":^1e2}', "not_canonical"),
        ("a capital exponent", '{"a":^1E-7}', "not_canonical"),
        ("an exponent where a fraction belongs", '{"a":^1e-6}', "not_canonical"),
        ("more digits than the double has", '{"a":^333333333.33333329}', "not_canonical"),
        ("minus zero", '{"a":^-0}', "number"),
        ("2 to the power of 53", '{"a":^9007199254740992}', "number"),
        ("minus 2 to the power of 53", '{"a":^-9007199254740992}', "number"),
        ("a number beyond 64 bits", '{"a":^123456789012345680000}', "number"),
        ("1e21", '{"a":^1e+21}', "number"),
        ("a number beyond every double", '{"a":^1e400}', "number"),
        ("a leading zero", '{"a":01}', "not_json"),
        ("a leading plus", '{"a":^+1}', "not_json"),
        ("NaN", '{"a":^NaN}', "not_json"),
        ("a trailing comma", '{"a":1,^}', "not_json"),
    ):
        yield payload_case(name, "a reader that takes any JSON", text, reason)
    for name, data in (
        ("a lone continuation byte", b"\x80"),
        ("a byte that UTF-8 does not have", b"\xff"),
        ("an overlong slash", b"\xc0\xaf"),
        ("a surrogate in UTF-8", b"\xed\xa0\x80"),
        ("beyond U+10FFFF", b"\xf4\x90\x80\x80"),
        ("a character cut off", b"\xe2\x82"),
    ):
        yield payload_case(name, "a reader that repairs UTF-8", b'{"a":"x^' + data + b'"}', "utf8")
    yield case("a space after the line", "trimming", good + b"^ ", "not_canonical")
    yield case("a carriage return after the line", "CRLF line ends", good + b"^\r", "not_canonical")
    yield case("a second value on the line", "reading no further than the value", good + b"^{}", "not_json")
    yield case("an empty line", "skipping empty lines", b"^", "not_json")
    yield case("a byte order mark", "skipping it", b"^\xef\xbb\xbf" + good, "not_json")
    yield case("a line cut off", "taking what is there", good[:-1] + b"^", "not_json")
    yield case("not an object", "another type at the top", b"[]", "member")


def long_cases():
    empty = len(raw(b'{"tekst":""}'))
    for name, size, refuse in (("the longest line", 1_048_576, None), ("one byte more", 1_048_577, "line_too_long")):
        data = raw(b'{"tekst":"' + b"a" * (size - empty) + b'"}')
        found = case(name, "a bound that is off by one, or none", data, refuse)
        before, after = found.pop("line").split("a" * (size - empty))
        yield found | {"line_built": {"before": before, "fill": "a", "times": size - empty, "after": after}}


def member_cases():
    good = raw()
    for name in ("chain", "head", "payload", "salt"):
        yield case(f"no {name}", "a default for a missing member", value_of(good, name, None), "member", name)
    for name in ("at", "kind", "log", "seq"):
        yield head_case(f"no {name} in the head", "a default for a missing member", "member", name, without=name)
    yield case("a payload that is a list", "another type", raw(b"[1]"), "member", "payload")
    yield case("a chain that is a number", "another type", value_of(good, "chain", 1), "member", "chain")
    yield case(
        "a newer member beside the head",
        "refusing or skipping what a newer version wrote",
        value_of(good, "zegel", "x"),
        held=True,
    )
    yield head_case("a newer member in the head", "refusing or skipping what a newer version wrote", held=True, zegel=1)
    yield case("a newer member in a payload", "taking payload members for the line's", raw(jcs(goal() | {"zegel": 1})))

    yield case("a salt of 15 characters", "a salt of another length", raw(salt=SALT[:15]), "member", "salt")
    yield case("a salt of 17 characters", "a salt of another length", raw(salt=SALT + "A"), "member", "salt")
    yield case("a padded salt", "padded base64", raw(salt=SALT[:14] + "=="), "member", "salt")
    yield case("a salt in the other alphabet", "base64 for base64url", raw(salt=SALT[:15] + "+"), "member", "salt")

    chain = good.split(b'"')[3].decode()
    spare = chain[:-1] + chr(ord(chain[-1]) + 1)
    yield case(
        "a chain with a spare bit set",
        "a decoder that drops spare bits",
        value_of(good, "chain", spare),
        "member",
        "chain",
    )
    yield case(
        "a chain of 10 characters", "comparing beginnings", value_of(good, "chain", chain[:10]), "member", "chain"
    )

    digest = payload_digest(SALT, goal())
    erased = {"chain": chain, "digest": base64url(digest), "head": HEAD}
    text = base64url(digest)
    yield case("a line without its payload", "a link that needs the payload", jcs(erased))
    spare = text[:-1] + chr(ord(text[-1]) + 1)
    yield case(
        "a digest with a spare bit set",
        "a decoder that drops spare bits",
        jcs(erased | {"digest": spare}),
        "member",
        "digest",
    )
    yield case(
        "a digest of 42 characters",
        "a digest of another length",
        jcs(erased | {"digest": text[:42]}),
        "member",
        "digest",
    )
    yield case(
        "a digest beside payload and salt",
        "taking either of two",
        jcs(erased | {"payload": goal(), "salt": SALT}),
        "member",
        "digest",
    )
    yield case(
        "a digest beside a salt", "a salt that outlives its payload", jcs(erased | {"salt": SALT}), "member", "digest"
    )
    yield case(
        "neither payload nor digest", "a default payload", jcs({"chain": chain, "head": HEAD}), "member", "payload"
    )
    head = HEAD | {"kind": "lid"}
    link = link_after(PREVIOUS, head, digest)
    yield case(
        "a structural line without its payload",
        "erasing who was admitted",
        jcs({"chain": chain_of(link), "digest": text, "head": head}),
        "member",
        "digest",
    )
    head = HEAD | {"kind": "wissing_uitgevoerd"}
    link = link_after(PREVIOUS, head, digest)
    yield case(
        "wissing_uitgevoerd without its payload",
        "taking that kind for a structural one",
        jcs({"chain": chain_of(link), "digest": text, "head": head}),
    )


def head_cases():
    for name, at in (
        ("29 February of a leap year", "2024-02-29T00:00:00.000Z"),
        ("the last year", "9999-12-31T23:59:59.999Z"),
    ):
        yield head_case(name, "a calendar that is too narrow", at=at)
    for name, at in (
        ("30 February", "2026-02-30T09:14:07.123Z"),
        ("29 February of 2100", "2100-02-29T09:14:07.123Z"),
        ("month 13", "2026-13-01T09:14:07.123Z"),
        ("year 0000", "0000-01-01T00:00:00.000Z"),
        ("24 hours", "2026-03-02T24:00:00.000Z"),
        ("a leap second", "2026-12-31T23:59:60.000Z"),
        ("no milliseconds", "2026-03-02T09:14:07Z"),
        ("microseconds", "2026-03-02T09:14:07.123456Z"),
        ("an offset", "2026-03-02T09:14:07.123+00:00"),
        ("a small z", "2026-03-02T09:14:07.123z"),
        ("a space for the T", "2026-03-02 09:14:07.123Z"),
    ):
        yield head_case(name, "a lenient reader of dates", "member", "at", at=at)
    yield head_case("a kind that no vocabulary has", "refusing unknown kinds", kind="regen_gevallen_2")
    for kind in ("Doelscore", "doel-score", "2doelen", "_doel", "", "doelscoré", "d" * 65):
        yield head_case(
            f"kind '{kind[:12]}'",
            "a kind that is no snake_case name of 1 to 64 characters",
            "member",
            "kind",
            kind=kind,
        )
    for log in (LOG[:11], LOG[:11] + "u", LOG.upper(), LOG[:11] + "é"):
        yield head_case(f"log '{log}'", "an id that is not 12 characters of the alphabet", "member", "log", log=log)
    yield head_case("a line of another log", "taking any line that chains", "log", log=OTHER)
    for seq in (0, -1, "17", 17.5):
        yield head_case(f"seq {seq!r}", "a number that is not whole and from 1 on", "member", "seq", seq=seq)
    yield head_case("a gap in seq", "taking any higher number", "seq", seq=SEQ + 1)
    yield head_case("a repeated seq", "taking a number again", "seq", seq=SEQ - 1)

    own, other = f"{LOG}:16#Zk3x", f"{OTHER}:9#Zk3x"
    low, high = sorted((own, other))
    yield head_case("replaces one line", "nothing: the plain reference", replaces=[own])
    yield head_case(
        "references sort as bytes", "sorting references by number", replaces=[f"{OTHER}:10#AAAA", f"{OTHER}:9#AAAA"]
    )
    yield head_case(
        "two branches of one line",
        "taking two references to one number for a repeat",
        replaces=[f"{OTHER}:9#AAAA", f"{OTHER}:9#AAAB"],
    )
    yield head_case(
        "another log's later line", "holding another log to this log's numbers", replaces=[f"{OTHER}:9000#AAAA"]
    )
    for name, refs in (
        ("replaces nothing", []),
        ("references out of order", [high, low]),
        ("a reference twice", [own, own]),
        ("replaces itself", [f"{LOG}:17#Zk3x"]),
        ("replaces its own later line", [f"{LOG}:18#Zk3x"]),
        ("a reference without chain", [f"{OTHER}:9"]),
        ("a reference with three characters of chain", [f"{OTHER}:9#Zk3"]),
        ("a reference to line 0", [f"{OTHER}:0#Zk3x"]),
        ("a reference with a leading zero", [f"{OTHER}:09#Zk3x"]),
        ("a reference to no log", ["iiiiiiiiiiii:9#Zk3x"]),
        ("a reference that is a number", [9]),
        ("replaces a text", own),
    ):
        yield head_case(name, "a list of references in another form", "member", "replaces", replaces=refs)


def chain_cases():
    good = raw()
    changed = good.replace(b'"score":1', b'"score":2')
    yield case("a score changed", "trusting the payload", changed, "chain")
    yield case("a time changed", "trusting the head", good.replace(b"09:14", b"09:15"), "chain")
    yield case("another salt", "a digest without its salt", value_of(good, "salt", SALT[::-1]), "chain")
    yield case(
        "after another line",
        "checking the line by itself",
        good,
        "chain",
        previous_link=base64url(sha256(b"veldlog test link other")),
    )
    writer = Writer("line log")
    first = writer.lines[0]
    place = {"log": writer.log, "previous_seq": 0, "previous_link": base64url(origin(writer.log))}
    yield case("the first line of a log", "another link(0)", first.text, **place)
    place |= {"previous_link": base64url(bytes(32))}
    yield case("the first line after nothing", "a link(0) of zeros", first.text, "chain", **place)
    started = writer.add("traject_gestart", start())
    place = {"log": writer.log, "previous_seq": 1, "previous_link": base64url(first.link)}
    yield case("line 2", "nothing: the worked example of line.md", started.text, **place)
    corrected = writer.add("traject_gestart", start(datum="2026-01-13"), replaces=[started])
    place = {"log": writer.log, "previous_seq": 2, "previous_link": base64url(started.link)}
    yield case("line 3 without its payload", "a link that needs the payload", without_payload(corrected), **place)


def cases():
    return [*canonical_cases(), *long_cases(), *member_cases(), *head_cases(), *chain_cases()]
