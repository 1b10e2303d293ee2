#!/usr/bin/env python3
"""Prints what bundles or a folder of logs say, as JSON. Written from the pages; needs Python and `zstd`.

    python3 SyncSpecs/reference/veldlog_reference.py state [--own LOG] [--slots FILE] PATH…
    python3 SyncSpecs/reference/veldlog_reference.py batch [--slots FILE]

A PATH is a bundle or a folder `logs/`. A batch reads a line for each set, and answers with a line for each:
{"workspace": ID, "logs": {"<log>" or "<log>~<chain>": [line, …]}, "own"?: [LOG, …]}.
"""
import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reference.bundle import Bundle
from reference.line import Line, chain_of, link_after
from reference.state import SLOTS, State, Store
from reference.values import Refused

def store_of(workspace, logs, own=()):
    """The lines of branches, by their folders' names; each follows the line that its first line fits."""
    store, firsts = Store(workspace, own), [(Line(texts[0]), texts) for texts in logs.values() if texts]
    for first, texts in sorted(firsts, key=lambda branch: branch[0].seq):
        before = [x for x in store.lines.values() if (x.log, x.seq + 1) == (first.log, first.seq)]
        links = {x.key: link_after(x.link, first.head, first.digest) for x in before}
        store.add(first.log, texts, next((key for key in links if chain_of(links[key]) == first.chain), None))
    return store

def store_in(folder, own):
    """The lines of a folder `logs/`: of each branch, its files one after another, without a torn tail."""
    logs = {}
    for branch in (path for path in folder.iterdir() if path.is_dir()):
        data = b"".join(path.read_bytes() for path in sorted(branch.glob("*.jsonl")))
        logs[branch.name] = data.split(b"\n")[:-1]
    firsts = [Line(texts[0]) for texts in logs.values() if texts]
    return store_of(next(x.payload["workspace"] for x in firsts if x.seq == 1), logs, own)

def store_from(bundles):
    """What is held once bundles have been applied, in whatever order."""
    store, count = Store(bundles[0].manifest["workspace"]), None
    while count != len(store.lines):
        count = len(store.lines)
        for bundle in bundles:
            store, _, _ = bundle.place(store)
    return store

def answer(text, slots):
    """What one set of a batch says."""
    given = json.loads(text)
    logs = {name: [line.encode() for line in lines] for name, lines in given["logs"].items()}
    try:
        return State(store_of(given["workspace"], logs, given.get("own", ())), slots).summary()
    except Refused as fault:
        return {"refuse": fault.reason}

def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("command", choices=("state", "batch"))
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--own", action="append", default=[])
    parser.add_argument("--slots", type=Path)
    given = parser.parse_intermixed_args()
    slots = json.loads(given.slots.read_bytes()) if given.slots else SLOTS
    if given.command == "batch":
        sys.stdout.writelines(json.dumps(answer(text, slots)) + "\n" for text in sys.stdin)
    else:
        if given.paths[0].is_dir():
            store = store_in(given.paths[0], given.own)
        else:
            store = store_from([Bundle(path.read_bytes()) for path in given.paths])
        print(json.dumps(State(store, slots).summary(), indent=1))

if __name__ == "__main__":
    main()
