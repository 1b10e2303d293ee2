#!/usr/bin/env python3
"""Runs the second implementation over every vector, and the ordinary programs over every accepted bundle.

    python3 SyncSpecs/check.py

Needs Python, and the programs `zstd`, `tar` and `ssh-keygen`. Nothing is installed.
"""
import base64
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from conformance import Receiver, frontier, frontier_numbers, lacking, verify
from conformance_folder import plan, what_is
from reference.bundle import Bundle, signer
from reference.line import Line, Walk, openssh
from reference.state import State, Store
from reference.values import Held, Refused, base64url, from_base64url, need

HERE = Path(__file__).resolve().parent
# What the second implementation calls not canonical, the page tells apart.
FORMS = ("depth", "key_order", "not_canonical", "not_json", "number", "repeated_key", "utf8")


def data_of(case, name):
    if name in case:
        return case[name].encode()
    if name + "_base64" in case:
        return base64.b64decode(case[name + "_base64"])
    built = case[name + "_built"]
    return (built["before"] + built["fill"] * built["times"] + built["after"]).encode()


def run_line(case):
    try:
        line = Line(data_of(case, "line"))
        need(line.log == case["log"], "log")
        need(line.seq == case["previous_seq"] + 1, "seq")
        line.follow(from_base64url(case["previous_link"]))
    except Held:
        return {"held": True}
    except Refused as fault:
        return {"refuse": fault.reason}
    return {"chain": line.chain, "digest": base64url(line.digest), "link": base64url(line.link), "ref": line.ref}


def run_log(case):
    data = data_of(case, "file") if "file_base64" in case else "".join(t + "\n" for t in case["lines"]).encode()
    findings = verify(data, case["log"], case["workspace"])
    if findings or "file_base64" in case:
        return {"findings": findings} | ({"first": findings[0]} if findings else {})
    walk = Walk(case["log"], case["workspace"])
    lines = [walk.step(text.encode()) for text in case["lines"]]
    head = {"seq": walk.seq, "chain": lines[-1].chain, "link": base64url(walk.link)}
    found = {"findings": [], "audience": lines[0].audience, "public_key": lines[0].payload["public_key"]}
    return found | {"head": head, "checkpoints": [line.seq for line in lines if line.kind == "checkpoint"]}


def store_of(case):
    store = Store(case["workspace"], case.get("own", ()))
    for part in case["logs"]:
        after = (part["log"], part["after"]["seq"], part["after"]["chain"]) if "after" in part else None
        store.add(part["log"], [text.encode() for text in part["lines"]], after)
    return store


def run_state(case, slots):
    state = State(store_of(case), slots)
    regions = case.get("expect", {}).get("fingerprint_regio", {})
    regional = {"fingerprint_regio": {name: state.fingerprint(name) for name in regions}} if regions else {}
    return state.summary() | regional


def run_frontier(case):
    store = store_of(case)
    segments = lacking(store, case["received"]["frontier"], case["received"]["missing"])
    return {"frontier": frontier(store), "sends": sorted(store.lines[key].ref for keys in segments for key in keys)}


def run_bundle(case, bundles):
    """`bundles` gives the bundles by name, for cases that apply several."""
    if "apply" in case:
        receiver, reports = Receiver(case["workspace"]), []
        for name in case["apply"]:
            reports.append(receiver.apply(Bundle(bundles[name], case["workspace"])))
        found = State(receiver.store).summary()
        return {"reports": reports} | {name: found[name] for name in ("fingerprint", "missing", "erased", "live")}
    try:
        bundle = Bundle(data_of(case, "bundle"), case["workspace"])
    except Refused as fault:
        return {"refuse": fault.reason, "line": fault.line}
    found = {name: bundle.manifest[name] for name in ("workspace", "writer", "for")}
    found["lines"] = sum(len(texts) for _, texts in bundle.segments)
    found["segments"] = [{k: s[k] for k in ("log", "first", "last")} for s, _ in bundle.segments]
    return found | {"manifest": bundle.manifest_bytes.decode(), "tar_sha256": bundle.tar_sha256}


def run_attachments(case):
    receiver = Receiver(case["workspace"])
    for text in case["bundles_base64"]:
        receiver.apply(Bundle(base64.b64decode(text), case["workspace"]))
    return {"attachments": sorted(receiver.attachments), "asks": receiver.asks()}


def agrees(found, expected):
    """Whether all that is expected was found. Which byte of a line is at fault, only the vectors say."""
    told = {name: value for name, value in expected.items() if name not in ("offset", "member")}
    return all(coarse(found.get(name)) == coarse(value) for name, value in told.items())


def coarse(value):
    """A word for a fault of form as the second implementation has it; findings likewise."""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return [{name: coarse(word) for name, word in item.items()} for item in value]
    if isinstance(value, dict) and "refuse" in value:
        return value | {"refuse": coarse(value["refuse"])}
    return "not_canonical" if value in FORMS else value


def run_file(document):
    """(case, what was found) for every case of a vector file."""
    cases = document["cases"]
    bundles = {case["name"]: data_of(case, "bundle") for case in cases if "bundle_base64" in case}
    for case in cases:
        if "line" in case or "line_base64" in case or "line_built" in case:
            yield case, run_line(case)
        elif "path" in case:
            yield case, what_is(case["path"], data_of(case, "file"), case["workspace"])
        elif "bundles_base64" in case:
            yield case, run_attachments(case)
        elif "held" in case:
            yield case, plan(case)
        elif "received" in case:
            yield case, run_frontier(case)
        elif "logs" in case:
            yield case, run_state(case, document["slots"])
        elif "apply" in case or "bundle_base64" in case:
            yield case, run_bundle(case, bundles)
        else:
            yield case, run_log(case)
    for row in document.get("frontiers", ()):
        found = {"numbers": frontier_numbers(row["head"])}
        yield {"name": f"frontier of {row['head']}", "expect": {"numbers": row["numbers"]}}, found


def run(*command, data=b""):
    return subprocess.run(command, input=data, capture_output=True)


def programs_refuse(data, workspace, folder):
    """What `tar`, `zstd` and `ssh-keygen` say of an accepted bundle: the first that does not take it, or None."""
    bundle = Bundle(data, workspace)
    path = folder / "bundle.veld"
    path.write_bytes(data)
    listed = run("tar", "--zstd", "-tf", path)
    names = ["manifest.json", "manifest.json.sig", *(s["path"] for s in bundle.manifest["segments"])]
    names += ["attachments/" + item["sha256"] for item in bundle.manifest["attachments"]]
    (folder / "signature").write_bytes(bundle.signature)
    key = openssh(signer(bundle.manifest_bytes, bundle.signature))
    (folder / "signers").write_text(f"{bundle.manifest['writer']} {key}\n")
    options = ("-n", "veldlog-bundle", "-s", folder / "signature", "-f", folder / "signers")
    verified = run("ssh-keygen", "-Y", "verify", "-I", bundle.manifest["writer"], *options, data=bundle.manifest_bytes)
    if run("zstd", "-tq", path).returncode != 0:
        return "zstd"
    if listed.returncode != 0 or listed.stdout.decode().split() != names:
        return "tar"
    return None if verified.returncode == 0 else "ssh-keygen"


def main():
    count, refused, failures = 0, 0, 0
    for path in sorted((HERE / "vectors").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for case, found in run_file(document):
            count += 1
            refused += not case.get("accept", True)
            if not agrees(found, case["expect"]):
                failures += 1
                print(f"FAILED {path.name}: {case['name']}: {found}")
        with tempfile.TemporaryDirectory() as folder:
            for case in document["cases"]:
                if "bundle_base64" in case and case["accept"]:
                    if program := programs_refuse(data_of(case, "bundle"), case["workspace"], Path(folder)):
                        failures += 1
                        print(f"FAILED {path.name}: {case['name']}: refused by {program}")
    print(f"{count} cases, {refused} of them refusals, {failures} failures")
    return 1 if failures or refused * 3 < count else 0


if __name__ == "__main__":
    sys.exit(main())
