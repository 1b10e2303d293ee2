#!/usr/bin/env python3
"""Runs the reader over every vector, and the ordinary programs over every accepted bundle.

    python3 SyncSpecs/check.py

Needs the packages `cryptography` and `zstandard`, and the programs `zstd`, `tar` and `ssh-keygen`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from reader.bundle import Bundle, signer
from reader.conformance import agrees, data_of, run_file
from reader.log import openssh

HERE = Path(__file__).resolve().parent
failures = []


def check(name, condition, detail=""):
    if not condition:
        failures.append(name)
        print(f"FAILED {name} {detail}")


def run(*command, data=b""):
    return subprocess.run(command, input=data, capture_output=True)


def check_with_programs(name, data, workspace, folder):
    """What `tar`, `zstd` and `ssh-keygen` say of a bundle."""
    bundle = Bundle(data, workspace)
    path = folder / "bundle.veld"
    path.write_bytes(data)
    check(f"{name}: zstd", run("zstd", "-tq", path).returncode == 0)
    listed = run("tar", "--zstd", "-tf", path)
    names = ["manifest.json", "manifest.json.sig", *(s["path"] for s in bundle.manifest["segments"])]
    names += ["attachments/" + item["sha256"] for item in bundle.manifest["attachments"]]
    check(f"{name}: tar", listed.returncode == 0 and listed.stdout.decode().split() == names, listed)
    (folder / "signature").write_bytes(bundle.signature)
    key = openssh(signer(bundle.manifest_bytes, bundle.signature))
    (folder / "signers").write_text(f"{bundle.manifest['writer']} {key}\n")
    options = ("-n", "veldlog-bundle", "-s", folder / "signature", "-f", folder / "signers")
    verified = run("ssh-keygen", "-Y", "verify", "-I", bundle.manifest["writer"], *options, data=bundle.manifest_bytes)
    check(f"{name}: ssh-keygen", verified.returncode == 0, verified)


def main():
    count = 0
    for path in sorted((HERE / "vectors").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for case, found in run_file(document):
            count += 1
            check(f"{path.name}: {case['name']}", agrees(found, case["expect"]), found)
        with tempfile.TemporaryDirectory() as folder:
            for case in document["cases"]:
                if "bundle_base64" in case and case["accept"]:
                    check_with_programs(case["name"], data_of(case, "bundle"), case["workspace"], Path(folder))
    print(f"{count} cases, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
