#!/usr/bin/env python3
"""Random sets of logs, as histories of veldlog-sim leave them on disks: Veldlog and the second implementation in
SyncSpecs/reference say the same of each. Standard library only.

    Tests/Peers/sets.py .build/release/veldlog-sim --count 1000
"""
import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent.parent / "SyncSpecs/reference/veldlog_reference.py"


def by_text(value):
    """A list in an order of its own, since conflicts have none."""
    return sorted(value, key=json.dumps) if isinstance(value, list) else value


def answers(lines, slots):
    """What the second implementation says of each set."""
    command = [sys.executable, str(REFERENCE), "batch", "--slots", slots]
    return subprocess.run(command, input="".join(lines), stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sim")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    command = [given.sim, "--sets", str(given.count), "--seed", str(given.seed), "--steps", str(given.steps)]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines(keepends=True)
    if len(lines) != given.count:
        sys.exit(f"{given.count} sets wanted, {len(lines)} made")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as slots, ThreadPoolExecutor(given.jobs) as pool:
        slots.write(subprocess.run([given.sim, "--slots"], stdout=subprocess.PIPE, text=True, check=True).stdout)
        slots.flush()
        share = -(-len(lines) // given.jobs)
        shares = [lines[start : start + share] for start in range(0, len(lines), share)]
        said = [text for texts in pool.map(lambda part: answers(part, slots.name), shares) for text in texts]
    if len(said) != len(lines):
        sys.exit(f"{len(lines)} sets, {len(said)} answers")
    differing = 0
    for number, (line, text) in enumerate(zip(lines, said), 1):
        here, there = json.loads(line)["says"], json.loads(text)
        for name in sorted(here):
            if by_text(here[name]) != by_text(there.get(name)):
                differing += 1
                print(f"set {number}, {name}: Veldlog {here[name]}, reference {there.get(name, there)}"[:2000])
                break
    kinds = {name: sum(bool(json.loads(line)["says"][name]) for line in lines) for name in ("conflicts", "erased", "held", "missing")}
    forked = sum(any("~" in name for name in json.loads(line)["logs"]) for line in lines)
    print(f"{len(lines)} sets, {differing} on which the two differ; with", ", ".join(f"{k} {n}" for k, n in kinds.items()) + f", forks {forked}")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
