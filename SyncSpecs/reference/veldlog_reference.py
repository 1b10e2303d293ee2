#!/usr/bin/env python3
"""Prints what bundles or a folder of logs say, as JSON. Written from the pages beside it; needs Python and `zstd`.

    python3 SyncSpecs/reference/veldlog_reference.py state [--workspace ID] [--own LOG] [--slots FILE] PATH…
    python3 SyncSpecs/reference/veldlog_reference.py batch [--slots FILE]

A PATH is a bundle or a folder `logs/`. A batch reads from standard input, a line for each set, and answers with a line
for each: {"workspace": ID, "logs": {"<log>" or "<log>~<chain>": [line, …]}, "own"?: [LOG, …]}.
"""
import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reference.bundle import Bundle, Receiver
from reference.canonical import Refused
from reference.line import Line, chain_of, link_after
from reference.state import SLOTS, State, Store

def store_of(workspace, logs, own=()):
    """The lines of branches, by the names of their folders; each follows the line that its first line fits."""
    store, firsts = Store(workspace, own), [(Line(texts[0]), texts) for texts in logs.values() if texts]
    for first, texts in sorted(firsts, key=lambda branch: branch[0].seq):
        before = [x for x in store.lines.values() if (x.log, x.seq + 1) == (first.log, first.seq)]
        fits = [x.key for x in before if chain_of(link_after(x.link, first.head, first.digest)) == first.chain]
        store.add(first.log, texts, fits[0] if fits else None)
    return store

def logs_in(folder):
    """The lines of each branch, its files one after another, without a torn tail."""
    files = {path.name: sorted(path.glob("*.jsonl")) for path in folder.iterdir() if path.is_dir()}
    return {name: b"".join(file.read_bytes() for file in parts).split(b"\n")[:-1] for name, parts in files.items()}

def store_at(paths, workspace, own):
    """What is held after a folder was read, or bundles were applied in their order."""
    if paths[0].is_dir():
        logs = logs_in(paths[0])
        first = next(Line(texts[0]) for texts in logs.values() if texts and Line(texts[0]).seq == 1)
        return store_of(workspace or first.payload["workspace"], logs, own)
    bundles = [Bundle(path.read_bytes(), workspace) for path in paths]
    receiver = Receiver(workspace or bundles[0].manifest["workspace"])
    for bundle in bundles:
        print(json.dumps(receiver.apply(bundle)), file=sys.stderr)
    return receiver.store

def answer(text, slots):
    """The line that answers one set of a batch."""
    given = json.loads(text)
    logs = {name: [line.encode() for line in lines] for name, lines in given["logs"].items()}
    try:
        return json.dumps(State(store_of(given["workspace"], logs, given.get("own", ())), slots).summary())
    except Refused as fault:
        return json.dumps({"refuse": fault.reason})

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("state", "batch"))
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--workspace")
    parser.add_argument("--own", action="append", default=[])
    parser.add_argument("--slots", type=Path)
    given = parser.parse_intermixed_args()
    slots = json.loads(given.slots.read_bytes()) if given.slots else SLOTS
    if given.command == "state":
        print(json.dumps(State(store_at(given.paths, given.workspace, given.own), slots).summary(), indent=1))
    else:
        sys.stdout.writelines(answer(text, slots) + "\n" for text in sys.stdin)

if __name__ == "__main__":
    main()
