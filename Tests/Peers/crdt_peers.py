#!/usr/bin/env python3
"""Times `veldlog bundle apply` beside two CRDT libraries that take in the same facts as maps, in one run.

    pip install loro pycrdt
    swift build -c release
    python3 Tests/Peers/crdt_peers.py .build/release [--facts 500000] [--runs 3]

An instance that holds FACTS facts applies a bundle with FACTS others: unpacking, signature, hashes, every line, link and
checkpoint checked, written and synced. The libraries import an update with the same facts into a document with the same
facts, in memory, and verify nothing. Each is timed in a process of its own; memory is the largest that the process had.
"""
import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def facts(workspace):
    """The facts of a workspace's own shared log: a name and its members, flat."""
    settings = json.loads((workspace / "veldlog.json").read_text())
    log = settings["logs"]["gedeeld"]
    for part in sorted((workspace / "logs" / log).glob("*.jsonl")):
        for line in part.open():
            fact = json.loads(line)
            head = fact["head"]
            if head["kind"] in ("log", "checkpoint", "lid", "naam", "werkruimte"):
                continue
            yield f"{log}:{head['seq']}", {"kind": head["kind"], "at": head["at"], **fact["payload"]}


def time_pycrdt(base, other):
    from pycrdt import Doc, Map

    def document(source):
        doc = Doc()
        doc["facts"] = root = Map()
        with doc.transaction():
            for name, members in facts(source):
                root[name] = Map(members)
        return doc

    doc, update = document(base), document(other).get_update()
    started = time.perf_counter()
    doc.apply_update(update)
    return time.perf_counter() - started, len(update), len(doc["facts"])


def time_loro(base, other):
    from loro import ExportMode, LoroDoc, LoroMap

    def document(source):
        doc = LoroDoc()
        root = doc.get_map("facts")
        for name, members in facts(source):
            entry = root.insert_container(name, LoroMap())
            for key, value in members.items():
                entry.insert(key, value)
        doc.commit()
        return doc

    doc = document(base)
    update = document(other).export(ExportMode.Snapshot())
    started = time.perf_counter()
    doc.import_(update)
    elapsed = time.perf_counter() - started
    return elapsed, len(update), len(doc.get_map("facts"))


def time_veldlog(veldlog, folder):
    work = folder / "applied"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder / "a", work)
    os.sync()
    started = time.perf_counter()
    # The state outside belongs to the folder that was copied; it says nothing about this one.
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
    run = subprocess.Popen(
        [veldlog, "--dir", work, "--format", "json", "bundle", "apply", folder / "b.veld"],
        stdout=subprocess.PIPE, env=environment)
    out = run.stdout.read()
    _, status, usage = os.wait4(run.pid, 0)
    elapsed = time.perf_counter() - started
    if status != 0:
        sys.exit(f"bundle apply ended with {os.waitstatus_to_exitcode(status)}")
    return elapsed, usage.ru_maxrss * 1024, json.loads(out)["new"]


def in_a_process(name, folder):
    """Runs one of the libraries in a process of its own: seconds, bytes, entries, peak memory."""
    run = subprocess.run(
        [sys.executable, __file__, "--library", name, "--folder", folder], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", nargs="?", type=Path, help="the folder with veldlog and veldlog-bench")
    parser.add_argument("--facts", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--library", choices=["loro", "pycrdt"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.library:
        timer = {"loro": time_loro, "pycrdt": time_pycrdt}[given.library]
        seconds, byte_count, count = timer(given.folder / "a", given.folder / "b")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "bytes": byte_count, "count": count, "peak": peak}))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
        subprocess.run(
            [given.bin / "veldlog-bench", "exchange", folder, str(given.facts)], check=True, env=environment)
        best = {}
        for _ in range(given.runs):
            seconds, peak, new = time_veldlog(given.bin / "veldlog", folder)
            row = {"seconds": seconds, "bytes": (folder / "b.veld").stat().st_size, "count": new, "peak": peak}
            for name, found in [("veldlog", row)] + [(n, in_a_process(n, folder)) for n in ("loro", "pycrdt")]:
                if name not in best or found["seconds"] < best[name]["seconds"]:
                    best[name] = found
        print(f"{given.facts} facts into {given.facts}, best of {given.runs}")
        for name, found in best.items():
            print(
                f"{name:8} {found['seconds']:7.2f} s  {given.facts / found['seconds']:10.0f} facts/s  "
                f"{found['bytes'] / given.facts:6.1f} bytes a fact  peak {found['peak'] / 1e6:6.0f} MB")
        fastest = min(best["loro"]["seconds"], best["pycrdt"]["seconds"])
        print(f"veldlog is {fastest / best['veldlog']['seconds']:.1f} times as fast as the faster of the two")


main()
