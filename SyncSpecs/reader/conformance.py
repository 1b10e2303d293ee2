"""Runs one case of a vector file and says what this reader finds, in the form of the file's `expect`."""

import base64

from .bundle import Bundle, Receiver, frontier_numbers
from .canonical import Held, Refused
from .line import base64url, from_base64url, read_line
from .log import Walk, openssh, verify
from .state import State, Store


def data_of(case, name):
    if name in case:
        return case[name].encode()
    if name + "_base64" in case:
        return base64.b64decode(case[name + "_base64"])
    built = case[name + "_built"]
    return (built["before"] + built["fill"] * built["times"] + built["after"]).encode()


def run_line(case):
    previous = from_base64url(case["previous_link"], 32)
    try:
        line = read_line(data_of(case, "line"), case["log"], case["previous_seq"], previous)
    except Held:
        return {"held": True}
    except Refused as fault:
        return {"refuse": fault.reason, "offset": fault.offset, "member": fault.member}
    return {"chain": line.chain, "digest": base64url(line.digest), "link": base64url(line.link), "ref": line.ref}


def run_log(case):
    data = data_of(case, "file") if "file_base64" in case else "".join(t + "\n" for t in case["lines"]).encode()
    findings = verify(data, case["log"], case["workspace"])
    if findings or "file_base64" in case:
        return {"findings": findings} | ({"first": findings[0]} if findings else {})
    walk = Walk(case["log"], case["workspace"])
    for text in case["lines"]:
        line = walk.step(text.encode())
    head = {"seq": walk.seq, "chain": line.chain, "link": base64url(walk.link)}
    found = {"findings": [], "audience": walk.header.audience, "public_key": openssh(walk.header.key)}
    return found | {"head": head, "checkpoints": walk.checkpoints}


def store_of(case):
    store = Store(case["workspace"], case["own"])
    for part in case["logs"]:
        after = (part["after"]["seq"], part["after"]["chain"]) if "after" in part else None
        store.add(part["log"], [text.encode() for text in part["lines"]], after)
    return store


def run_state(case, slots):
    state = State(store_of(case), slots)
    found = state.summary()
    regions = case.get("expect", {}).get("fingerprint_regio", {})
    return found | ({"fingerprint_regio": {name: state.fingerprint(name) for name in regions}} if regions else {})


def run_bundle(case, bundles):
    """`bundles` gives the accepted bundles by name, for cases that apply several."""
    if "apply" in case:
        receiver, reports = Receiver(case["workspace"]), []
        for name in case["apply"]:
            reports.append(receiver.apply(Bundle(bundles[name], case["workspace"])))
        return {"reports": reports, "fingerprint": State(receiver.store, {}).fingerprint()}
    try:
        bundle = Bundle(data_of(case, "bundle"), case["workspace"])
    except Refused as fault:
        return {"refuse": fault.reason, "line": fault.line}
    found = {name: bundle.manifest[name] for name in ("workspace", "writer", "for")}
    found["lines"] = bundle.line_count
    found["segments"] = [{k: s[k] for k in ("log", "first", "last")} for s, _ in bundle.segments]
    return found | {"manifest": bundle.manifest_bytes.decode(), "tar_sha256": bundle.tar_sha256}


def agrees(found, expected):
    return all(found.get(name) == value for name, value in expected.items())


def run_file(document):
    """(case, what was found) for every case of a vector file."""
    page, cases = document["page"], document["cases"]
    bundles = {case["name"]: data_of(case, "bundle") for case in cases if "bundle_base64" in case}
    for case in cases:
        if page == "line.md":
            yield case, run_line(case)
        elif page == "log.md":
            yield case, run_log(case)
        elif page == "state.md":
            yield case, run_state(case, document["slots"])
        else:
            yield case, run_bundle(case, bundles)
    for row in document.get("frontiers", ()):
        found = {"numbers": frontier_numbers(row["head"])}
        yield {"name": f"frontier of {row['head']}", "expect": {"numbers": row["numbers"]}}, found
